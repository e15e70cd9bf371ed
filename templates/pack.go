package templates

import (
	_ "embed"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"bekwaam/continuum"

	"go.yaml.in/yaml/v3"
)

//go:embed pack.json
var encodedPack []byte

// Pack returns the embedded content pack, resolved. It is decoded on the
// first call and shared after that. An error means that the program was built
// wrongly.
var Pack = sync.OnceValues(func() (*continuum.Pack, error) {
	return continuum.Decode(encodedPack)
})

// ReadPack reads a content pack from a folder: the *.yaml files in it, each
// with some of the keys of a pack, and frameworks/*.yaml, each one framework.
// The pack is resolved. Where it is wrong the error is a
// [continuum.InvalidError] whose problems have file, line and key, in the
// order of the files.
func ReadPack(fsys fs.FS) (*continuum.Pack, error) {
	r := newReader()
	parts, err := r.open(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	r.parts(parts)
	frameworks, err := r.open(fsys, "frameworks/*.yaml")
	if err != nil {
		return nil, err
	}
	r.frameworks(frameworks)
	return r.close()
}

// close resolves what was read.
func (r *reader) close() (*continuum.Pack, error) {
	if len(r.problems) == 0 {
		r.resolve()
	}
	if len(r.problems) > 0 {
		sortProblems(r.problems)
		return nil, &continuum.InvalidError{Problems: r.problems}
	}
	return r.pack, nil
}

// reader gathers a pack from its files and remembers where each value stood.
type reader struct {
	pack     *continuum.Pack
	where    map[string]spot   // by key in the whole pack
	from     map[string]string // file by top-level key
	problems []continuum.Problem
}

// spot is a place in a file. key is the key as it is in that file.
type spot struct {
	file, key string
	line      int
}

// source is one file of a pack as a tree.
type source struct {
	name string
	root *yaml.Node
}

func newReader() *reader {
	return &reader{pack: new(continuum.Pack), where: map[string]spot{}, from: map[string]string{}}
}

// open parses the files that match a pattern. One that is no YAML is a
// problem and left out.
func (r *reader) open(fsys fs.FS, pattern string) ([]source, error) {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return nil, fmt.Errorf("list pack: %w", err)
	}
	var out []source
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read pack: %w", err)
		}
		root, problems := parse(name, data)
		r.problems = append(r.problems, problems...)
		if root != nil {
			out = append(out, source{name, root})
		}
	}
	return out, nil
}

func (r *reader) parts(files []source) {
	for _, file := range files {
		name, root := file.name, file.root
		s := &strict{file: name, where: r.where}
		s.check(root, reflect.TypeFor[continuum.Pack](), "", "")
		for i := 0; i+1 < len(root.Content); i += 2 {
			key := root.Content[i]
			if _, known := fieldsOf(reflect.TypeFor[continuum.Pack]()).types[key.Value]; !known {
				continue
			}
			if other, twice := r.from[key.Value]; twice && other != name {
				s.add(key, key.Value, DuplicateKey, key.Value, other)
			}
			r.from[key.Value] = name
		}
		delete(r.where, "") // the top of a part is not the top of the pack
		r.problems = append(r.problems, s.problems...)
		if len(s.problems) > 0 {
			continue
		}
		if err := root.Decode(r.pack); err != nil {
			r.problems = append(r.problems, syntaxProblem(name, err))
		}
	}
}

func (r *reader) frameworks(files []source) {
	r.inOrder(files)
	for _, file := range files {
		r.framework(file.name, file.root)
	}
}

// inOrder sorts files of frameworks in the order that the pack gives; the
// others come behind, by name.
func (r *reader) inOrder(files []source) {
	place := func(name string) int {
		id := strings.TrimSuffix(path.Base(name), ".yaml")
		if i := slices.Index(r.pack.FrameworkOrder, id); i >= 0 {
			return i
		}
		return len(r.pack.FrameworkOrder)
	}
	slices.SortStableFunc(files, func(a, b source) int { return place(a.name) - place(b.name) })
}

// framework reads one framework into the next place of the pack.
func (r *reader) framework(name string, root *yaml.Node) {
	prefix := fmt.Sprintf("frameworks[%d]", len(r.pack.Frameworks))
	s := &strict{file: name, where: r.where}
	s.check(root, reflect.TypeFor[continuum.Framework](), prefix, "")
	r.problems = append(r.problems, s.problems...)
	var f continuum.Framework
	if len(s.problems) == 0 {
		if err := root.Decode(&f); err != nil {
			r.problems = append(r.problems, syntaxProblem(name, err))
		}
	}
	r.pack.Frameworks = append(r.pack.Frameworks, f)
}

// resolve resolves the pack and says of each problem where it stands.
func (r *reader) resolve() {
	err := r.pack.Resolve()
	if err == nil {
		return
	}
	invalid := err.(*continuum.InvalidError) // the only error of Resolve
	for _, p := range invalid.Problems {
		r.problems = append(r.problems, r.locate(p))
	}
}

// locate fills in file and line, those of the nearest value around where the
// key itself is not there, and turns the key into that of the file.
func (r *reader) locate(p continuum.Problem) continuum.Problem {
	for key := p.Key; ; key = parent(key) {
		if s, ok := r.where[key]; ok {
			rest := strings.TrimPrefix(p.Key, key)
			p.File, p.Line, p.Key = s.file, s.line, strings.TrimPrefix(s.key+rest, ".")
			return p
		}
		if key == "" {
			p.File, p.Line = "pack.yaml", 1
			return p
		}
	}
}

// parent cuts the last step off a key.
func parent(key string) string {
	i := strings.LastIndexAny(key, ".[")
	if i < 0 {
		return ""
	}
	return key[:i]
}

// sortProblems puts problems in the order of files and lines, keeping the
// order in which they were found within a line.
func sortProblems(problems []continuum.Problem) {
	slices.SortStableFunc(problems, func(a, b continuum.Problem) int {
		if c := strings.Compare(path.Dir(a.File), path.Dir(b.File)); c != 0 {
			return c
		}
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
}
