package templates

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"strconv"
	"strings"

	"bekwaam/continuum"
)

// ReadFramework reads one framework of a board from the bytes of a YAML file;
// name is only for problems. The framework is not resolved: it may extend one
// of the embedded pack, to which [continuum.Pack.With] adds it. Where the
// file is wrong the error is a [continuum.InvalidError].
func ReadFramework(name string, data []byte) (continuum.Framework, error) {
	f, _, problems := Opening{}.read(name, data)
	if len(problems) > 0 {
		return continuum.Framework{}, &continuum.InvalidError{Problems: problems}
	}
	return f, nil
}

// Opening says how a framework of somebody else is read.
type Opening struct {
	Pack  *continuum.Pack     // what it becomes a part of; nil: the embedded pack
	Clean func(string) string // makes one clean line of a text; nil: texts stand as they are
	ID    string              // an id to have instead of its own, "" for its own
}

func (o Opening) read(name string, data []byte) (continuum.Framework, map[string]spot, []continuum.Problem) {
	var f continuum.Framework
	root, problems := parse(name, data)
	if root == nil {
		return f, nil, problems
	}
	s := &strict{file: name, where: map[string]spot{}, clean: o.Clean}
	s.check(root, reflect.TypeFor[continuum.Framework](), "", "")
	if len(s.problems) == 0 {
		if err := root.Decode(&f); err != nil {
			s.problems = append(s.problems, syntaxProblem(name, err))
		}
	}
	if o.ID != "" {
		f.ID = o.ID
	}
	sortProblems(s.problems)
	return f, s.where, s.problems
}

// CheckFile returns everything that is wrong with one framework of a board,
// in the order of its lines: nothing where it can be used. The framework is
// checked as part of the embedded pack, whose catalogue will speak its words.
func CheckFile(name string, data []byte) []continuum.Problem {
	_, problems := OpenFramework(name, data)
	return problems
}

// OpenFramework is [Opening.Framework] with nothing said.
func OpenFramework(name string, data []byte) (*continuum.Framework, []continuum.Problem) {
	return Opening{}.Framework(name, data)
}

// Framework reads one framework of a board from the bytes of a YAML file and
// resolves it as part of a pack, so that it has what it inherits. Where there
// are problems it is as it stands in the file, or nil where the file cannot be
// read.
func (o Opening) Framework(name string, data []byte) (*continuum.Framework, []continuum.Problem) {
	f, where, problems := o.read(name, data)
	if where == nil {
		return nil, problems
	}
	if len(problems) > 0 {
		return &f, problems
	}
	pack := o.Pack
	if pack == nil {
		var err error
		if pack, err = Pack(); err != nil {
			return &f, []continuum.Problem{{File: name, Code: Syntax, Detail: err.Error()}}
		}
	}
	place := len(pack.Frameworks)
	for i := range pack.Frameworks {
		if pack.Frameworks[i].ID == f.ID {
			place = i
		}
	}
	with, err := pack.With(f)
	var invalid *continuum.InvalidError
	if !errors.As(err, &invalid) {
		if n := lines(f); n > maxLines {
			return &f, []continuum.Problem{{File: name, Line: 1, Key: "areas", Code: TooLarge, Detail: strconv.Itoa(n), Suggestion: strconv.Itoa(maxLines)}}
		}
		resolved, _ := with.Framework(f.ID)
		return resolved, nil
	}
	prefix := fmt.Sprintf("frameworks[%d]", place)
	r := &reader{where: map[string]spot{}}
	for key, at := range maps.All(where) {
		r.where[strings.TrimSuffix(prefix+"."+key, ".")] = at
	}
	for _, p := range invalid.Problems {
		if !strings.HasPrefix(p.Key, prefix) {
			// A reference of the pack into this framework: the file lacks something.
			p.Key = prefix
		}
		problems = append(problems, r.locate(p))
	}
	sortProblems(problems)
	return &f, problems
}

// lines counts the competences that a framework brings itself.
func lines(f continuum.Framework) int {
	n := len(f.Overrides)
	for i := range f.Areas {
		n += len(f.Areas[i].Competences)
	}
	return n
}
