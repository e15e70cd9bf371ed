package templates

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readMessages reads one file of texts and hands them to add, in order.
//
// The texts of a whole language are read at the start of the program, and a
// complete YAML reader takes ten times as long as that start may. Files are
// therefore written in a plain subset: a text on one line, bare or between
// quotes. A file that uses more of YAML is read by the complete reader.
func readMessages(data []byte, add func(id, plain string, counts forms) error) error {
	messages, ok := readPlain(string(data))
	if !ok {
		var err error
		if messages, err = readYAML(data); err != nil {
			return err
		}
	}
	for _, m := range messages {
		if err := add(m.id, m.plain, m.counts); err != nil {
			return err
		}
	}
	return nil
}

// message is one text of a file; counts is nil where it does not count.
type message struct {
	id, plain string
	counts    forms
}

func readYAML(data []byte) ([]message, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(data)) == 0 || len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return nil, errors.New("not a list of ids with texts")
	}
	var out []message
	for i := 0; i+1 < len(root.Content); i += 2 {
		m := message{id: root.Content[i].Value}
		value := root.Content[i+1]
		var err error
		if value.Kind == yaml.MappingNode {
			err = value.Decode(&m.counts)
		} else {
			err = value.Decode(&m.plain)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", value.Line, err)
		}
		out = append(out, m)
	}
	return out, nil
}

// readPlain reads the plain subset. It is not ok where the file holds
// anything whose meaning it is not sure of.
func readPlain(s string) (out []message, ok bool) {
	inForms := false // in the forms of the last message
	closed := true   // the last value ended on its line
	deep := 0        // how far the forms are indented
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, " \r\n")
		body := strings.TrimLeft(line, " ")
		if strings.ContainsRune(body, '\r') { // a line break for YAML, and none here
			return nil, false
		}
		if body == "" || body[0] == '#' {
			continue
		}
		indent := len(line) - len(body)
		indented := indent > 0
		if indented != inForms && (indented || !closed) {
			return nil, false
		}
		if indented && closed && indent != deep {
			return nil, false
		}
		deep = indent
		key, rest, found := strings.Cut(body, ":")
		if !found || !plainKey(key) || rest != "" && rest[0] != ' ' {
			return nil, false
		}
		rest = strings.TrimLeft(rest, " ")
		if !indented {
			inForms, closed = rest == "", rest != ""
			out = append(out, message{id: key})
		}
		if rest == "" {
			if indented {
				return nil, false
			}
			continue
		}
		value, good := plainValue(rest)
		if !good {
			return nil, false
		}
		last := &out[len(out)-1]
		if !indented {
			last.plain = value
			continue
		}
		if last.counts == nil {
			last.counts = forms{}
		}
		if _, twice := last.counts[key]; twice {
			return nil, false
		}
		last.counts[key], closed = value, true
	}
	return out, closed
}

// plainKey reports whether s is a key of lower-case letters, digits, hyphens
// and dots, beginning with a letter.
func plainKey(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.') {
			return false
		}
	}
	return s != ""
}

// plainValue reads a value that stands on one line.
func plainValue(s string) (string, bool) {
	switch s[0] {
	case '\'':
		inner, ok := strings.CutSuffix(s[1:], "'")
		unquoted := strings.ReplaceAll(inner, "''", "\x00")
		if !ok || strings.Contains(unquoted, "'") {
			return "", false
		}
		return strings.ReplaceAll(unquoted, "\x00", "'"), true
	case '"':
		inner, ok := strings.CutSuffix(s[1:], `"`)
		if !ok || strings.ContainsAny(inner, "\"\\") {
			return "", false
		}
		return inner, true
	}
	if strings.ContainsAny(s[:1], "!&*-?|>@`%#{}[],:~=<") || strings.Contains(s, ": ") ||
		strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.ContainsAny(s, "\t\x00") || strings.EqualFold(s, "null") {
		return "", false
	}
	return s, true
}
