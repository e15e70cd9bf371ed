package templates

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"bekwaam/continuum"

	"go.yaml.in/yaml/v3"
)

// The codes of problems with a file, besides those of package continuum.
const (
	Syntax        = "syntax"         // no YAML; Detail is what the reader says
	Tab           = "tab"            // a line begins with a tab; YAML wants spaces
	Encoding      = "encoding"       // no UTF-8
	Empty         = "empty"          // nothing in the file
	TooLarge      = "too-large"      // Suggestion is the largest size in bytes
	TooDeep       = "too-deep"       // values within values within values
	ManyDocuments = "many-documents" // more than one document in a file
	Alias         = "alias"          // anchors and aliases are not used
	UnknownKey    = "unknown-key"    // Suggestion is the key that may be meant
	DuplicateKey  = "duplicate-key"  // Suggestion is the other file, if another
	WrongKind     = "wrong-kind"     // Suggestion is what belongs here
	BadNumber     = "bad-number"     // Detail is no number, or not in its steps
)

// Limits of one file. The frameworks that are known stay far below both.
const (
	MaxFile  = 4 << 20
	maxDepth = 16
	maxParts = 100_000 // values
	maxText  = 4000    // characters of a text of somebody else
	maxLines = 2000    // competences of a framework
)

// parse reads one file into the mapping at its top. Where it returns no tree
// it returns a problem.
func parse(file string, data []byte) (*yaml.Node, []continuum.Problem) {
	fail := func(line int, code, detail, suggestion string) (*yaml.Node, []continuum.Problem) {
		return nil, []continuum.Problem{{File: file, Line: line, Code: code, Detail: detail, Suggestion: suggestion}}
	}
	if len(data) > MaxFile {
		return fail(0, TooLarge, strconv.Itoa(len(data)), strconv.Itoa(MaxFile))
	}
	if i := invalidAt(data); i >= 0 {
		return fail(1+bytes.Count(data[:i], []byte("\n")), Encoding, "", "")
	}
	if line := tabLine(data); line > 0 {
		return fail(line, Tab, "", "")
	}
	if n := partsOf(data); n > maxParts { // a tree of them would take hundreds of megabytes
		return fail(0, TooLarge, strconv.Itoa(n), strconv.Itoa(maxParts))
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	var doc, next yaml.Node
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return fail(1, Empty, "", "")
	case err != nil:
		return nil, []continuum.Problem{syntaxProblem(file, err)}
	}
	if err := d.Decode(&next); err == nil {
		return fail(next.Line, ManyDocuments, "", "")
	} else if !errors.Is(err, io.EOF) {
		return nil, []continuum.Problem{syntaxProblem(file, err)}
	}
	root := doc.Content[0]
	if bad, code := unusable(root, 0); bad != nil {
		return fail(bad.Line, code, bad.Value, "")
	}
	if root.Kind != yaml.MappingNode {
		if root.ShortTag() == "!!null" {
			return fail(1, Empty, "", "")
		}
		return fail(root.Line, WrongKind, root.Value, "mapping")
	}
	return root, nil
}

// partsOf is at least the number of values in a file: each but the first
// stands behind one of these.
func partsOf(data []byte) int {
	n := 1
	for _, before := range []string{"\n", ",", "[", "{", "- ", ": "} {
		n += bytes.Count(data, []byte(before))
	}
	return n
}

func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

// tabLine returns the first line that is indented with a tab, 0 for none.
// YAML reports those far from where they are.
func tabLine(data []byte) int {
	line := 0
	for text := range bytes.Lines(data) {
		line++
		if bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte("\t")) && len(bytes.TrimSpace(text)) > 0 {
			return line
		}
	}
	return 0
}

// unusable finds an alias, an anchor or a value that lies too deep.
func unusable(n *yaml.Node, depth int) (*yaml.Node, string) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return n, Alias
	}
	if depth > maxDepth {
		return n, TooDeep
	}
	for _, child := range n.Content {
		if bad, code := unusable(child, depth+1); bad != nil {
			return bad, code
		}
	}
	return nil, ""
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s+)?line (\d+): `)

// syntaxProblem takes the line out of an error of the YAML reader.
func syntaxProblem(file string, err error) continuum.Problem {
	p := continuum.Problem{File: file, Line: 1, Code: Syntax, Detail: strings.TrimPrefix(err.Error(), "yaml: ")}
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		p.Line, _ = strconv.Atoi(m[1])
		p.Detail = err.Error()[len(m[0]):]
		if strings.HasPrefix(p.Detail, "did not find expected") {
			p.Line++ // errors of its second stage count lines from zero
		}
	}
	return p
}
