package templates

import (
	"fmt"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// segments is a text with fields, cut up: plain text at the even places and
// names of fields at the odd ones.
type segments []string

// cut takes a text apart. The only thing it may hold between {{ and }} is a
// field; anything else of a template would be a program in a text.
func cut(s string) (segments, error) {
	var out segments
	for {
		before, rest, open := strings.Cut(s, "{{")
		out = append(out, before)
		if !open {
			return out, nil
		}
		action, after, closed := strings.Cut(rest, "}}")
		name, dotted := strings.CutPrefix(strings.TrimSpace(action), ".")
		if !closed || !dotted || !isName(name) {
			return nil, fmt.Errorf("{{%s is no field such as {{.Name}}", strings.TrimSpace(action))
		}
		out = append(out, name)
		s = after
	}
}

// isName reports whether s is a name in letters and digits with a capital.
func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'A' && r <= 'Z' || i > 0 && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
		if !letter {
			return false
		}
	}
	return s != ""
}

// fill puts values into the fields; args are pairs of name and value.
func (s segments) fill(args []any) string {
	var b strings.Builder
	for i, part := range s {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		value, ok := valueOf(args, part)
		switch v := value.(type) {
		case string:
			b.WriteString(v)
		default:
			if !ok {
				b.WriteString("⟦" + part + "⟧")
				continue
			}
			fmt.Fprint(&b, v)
		}
	}
	return b.String()
}

func valueOf(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// fieldParser lets the texts that count be filled in like all others.
type fieldParser struct{}

func (fieldParser) Cacheable() bool { return true }

func (fieldParser) Parse(src, _, _ string) (template.ParsedTemplate, error) {
	s, err := cut(src)
	return filled(s), err
}

type filled segments

func (f filled) Execute(data any) (string, error) {
	args, _ := data.([]any)
	return segments(f).fill(args), nil
}
