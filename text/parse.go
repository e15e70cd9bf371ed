package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a typed text should have been.
type Kind string

const (
	KindDate   Kind = "date"
	KindMonth  Kind = "month"
	KindHours  Kind = "hours"
	KindMoney  Kind = "money"
	KindShare  Kind = "share"
	KindNumber Kind = "number"
	KindClock  Kind = "clock"
)

// Code is why a typed text was not taken.
type Code string

const (
	CodeEmpty    Code = "empty"    // nothing was typed
	CodeSyntax   Code = "syntax"   // it does not read as what was asked
	CodeRange    Code = "range"    // it reads well, but is too small or too large
	CodeStep     Code = "step"     // it falls between two possible values: ten minutes, half a cent
	CodeCalendar Code = "calendar" // there is no such day, month or school year
)

// ParseError is the only error of the ParseX functions. Kind and Code choose
// the sentence that a person reads; Input is what was typed, cleaned and cut
// to at most typedRunes (60) runes, so that it can be repeated on a screen.
type ParseError struct {
	Kind  Kind
	Code  Code
	Input string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("read %s %q: %s", e.Kind, e.Input, e.Code)
}

// typed is a text on its way through a ParseX function.
type typed struct {
	kind Kind
	raw  string
	s    string // cleaned, trimmed, lower case, every dash a hyphen
}

// typedRunes is the longest text that is read as a date or a number.
const typedRunes = 60

// dashes are what keyboards, word processors and our own screens put where a
// hyphen or a minus is meant.
var dashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")

// read prepares s; the error is set where there is nothing to parse.
func read(kind Kind, s string) (typed, error) {
	line, rep := Line(s, typedRunes)
	t := typed{kind: kind, raw: strings.TrimSpace(line)}
	t.s = dashes.Replace(strings.ToLower(t.raw))
	switch {
	case rep.Cut > 0:
		return t, t.fail(CodeSyntax)
	case t.s == "":
		return t, t.fail(CodeEmpty)
	}
	return t, nil
}

func (t typed) fail(code Code) error {
	return &ParseError{Kind: t.kind, Code: code, Input: t.raw}
}

// shown is s as an error may repeat it.
func shown(s string) string {
	line, _ := Line(s, typedRunes)
	return strings.TrimSpace(line)
}

// split takes a typed date apart into runs of digits and runs of letters, with
// spaces and at most one of - / . between them; a full stop may end it.
func split(s string) ([]string, bool) {
	var out []string
	for {
		end := 0
		switch {
		case s == "":
			return nil, false
		case isDigit(s[0]):
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		default:
			for end < len(s) {
				r, w := utf8.DecodeRuneInString(s[end:])
				if !unicode.IsLetter(r) {
					break
				}
				end += w
			}
		}
		if end == 0 || len(out) == 3 {
			return nil, false
		}
		out = append(out, s[:end])
		s = strings.TrimLeft(s[end:], " ")
		if s == "" || s == "." {
			return out, true
		}
		if strings.ContainsRune("-/.", rune(s[0])) {
			s = strings.TrimLeft(s[1:], " ")
		}
	}
}

// number reads a run of least to most digits.
func number(s string, least, most int) (int, bool) {
	if len(s) < least || len(s) > most {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
