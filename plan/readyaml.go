package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// yamlTree reads one YAML document in the plain subset that plans use: no
// anchors, no aliases, no tags, no key twice, text as keys. Dates stay text.
func yamlTree(data []byte) (any, error) {
	if len(data) > MaxBytes {
		return nil, &Error{Code: CodeLimit}
	}
	if !utf8.Valid(data) {
		return nil, &Error{Code: CodeSyntax, Args: []string{"utf-8"}}
	}
	if yamlParts(data) > maxTokens { // a tree of them would take hundreds of megabytes
		return nil, &Error{Code: CodeLimit}
	}
	dec := yaml.NewDecoder(strings.NewReader(string(data)))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		return nil, &Error{Code: CodeSyntax, Line: yamlLine(err), Err: err}
	}
	var more yaml.Node
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, &Error{Code: CodeSyntax, Line: more.Line, Args: []string{"---"}, Err: err}
	}
	if len(doc.Content) != 1 {
		return nil, &Error{Code: CodeSyntax}
	}
	tokens := 0
	return fromYAML(doc.Content[0], 0, &tokens)
}

// yamlParts is at least the number of values in a document: each but the first
// stands behind one of these.
func yamlParts(data []byte) int {
	n := 1
	for _, before := range []string{"\n", ",", "[", "{", "- ", ": "} {
		n += bytes.Count(data, []byte(before))
	}
	return n
}

var yamlLineRE = regexp.MustCompile(`line (\d{1,7})`)

func yamlLine(err error) int {
	m := yamlLineRE.FindStringSubmatch(err.Error())
	if m == nil {
		return 0
	}
	n := 0
	for _, c := range m[1] {
		n = n*10 + int(c-'0')
	}
	return n
}

var (
	// As JSON writes numbers: 007 is a text, as it is in a school code.
	plainNumber = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$`)
	plainTags   = map[string]bool{"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true, "!!timestamp": true, "!!map": true, "!!seq": true}
)

func fromYAML(n *yaml.Node, depth int, tokens *int) (any, error) {
	fail := func(code string, args ...string) (any, error) {
		return nil, &Error{Code: code, Line: n.Line, Args: args}
	}
	if *tokens++; *tokens > maxTokens || depth > maxDepth || len(n.Content) > 2*maxList {
		return fail(CodeLimit)
	}
	if n.Anchor != "" || n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 || !plainTags[n.ShortTag()] {
		return fail(CodeSyntax, "yaml")
	}
	switch n.Kind {
	case yaml.MappingNode:
		out, seen := Object{}, map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			if k.Kind != yaml.ScalarNode || k.Anchor != "" || k.Style&yaml.TaggedStyle != 0 || !plainTags[k.ShortTag()] {
				return nil, &Error{Code: CodeSyntax, Line: k.Line, Args: []string{"yaml"}}
			}
			if seen[k.Value] {
				return nil, &Error{Code: CodeTwice, Field: k.Value, Line: k.Line}
			}
			seen[k.Value] = true
			v, err := fromYAML(n.Content[i+1], depth+1, tokens)
			if err != nil {
				return nil, err
			}
			out = append(out, Member{k.Value, v, k.Line})
		}
		return out, nil
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			v, err := fromYAML(c, depth+1, tokens)
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
		return out, nil
	}
	if len(n.Value) > maxString && utf8.RuneCountInString(n.Value) > maxString {
		return fail(CodeTooLong)
	}
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	switch {
	case quoted:
		return n.Value, nil
	case n.ShortTag() == "!!null":
		return nil, nil
	case n.ShortTag() == "!!bool":
		return strings.EqualFold(n.Value, "true"), nil
	case plainNumber.MatchString(n.Value):
		if len(n.Value) > maxNumber {
			return fail(CodeNumber)
		}
		return json.Number(n.Value), nil
	}
	return n.Value, nil
}
