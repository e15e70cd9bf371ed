package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// writer makes one report. Its sections append blocks, and only placing those
// draws.
type writer struct {
	*paper
	speller
	flow

	e    plan.Edition
	p    plan.Plan // e.Plan
	t    Texts
	lang text.Lang
	opt  Options
	led  plan.Ledger

	goals  map[string]*tagged.Place // where a goal stands, for links
	fields []string                 // names of the signature fields, as drawn
}

// say is a text of the report, without its prefix.
func (w *writer) say(id string, args ...any) string { return w.sector(w.t.T("report."+id, args...)) }

// sector fills in the words of the plan's sector, such as {leerlingen}, which
// the edition carries; with a capital in the braces the word gets one.
func (w *writer) sector(s string) string {
	return inBraces.ReplaceAllStringFunc(s, func(m string) string {
		name := m[1 : len(m)-1]
		out := []rune(w.e.Word("word", strings.ToLower(name)))
		if first, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(first) && len(out) > 0 {
			out[0] = unicode.ToUpper(out[0])
		}
		return string(out)
	})
}

var inBraces = regexp.MustCompile(`\{\pL+\}`)

func (w *writer) hours(q plan.Quarters) string { return text.FormatQuarters(int(q), w.lang) }

func (w *writer) euros(c plan.Cents) string { return text.FormatAmount(int64(c), w.lang) }

func (w *writer) number(d plan.Decimal) string { return text.FormatDecimal4(int64(d), w.lang) }

// date is a day with its year, "" where none is given.
func (w *writer) date(d text.Date) string {
	if d.IsZero() {
		return ""
	}
	return text.FormatDate(d, w.lang, text.Medium)
}

// term is a word of the framework with a capital, or the catalogue's where the
// framework has none.
func (w *writer) term(id string) string {
	if s, ok := w.e.Info.Words["term/"+id]; ok {
		return capital(s)
	}
	return w.say("term." + id)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// or is s, or the sign for nothing where it is empty.
func or(s string) string {
	if s == "" {
		return text.Nothing
	}
	return s
}

// person is a name, "" for nobody.
func person(p *plan.Person) string {
	if p == nil {
		return ""
	}
	return p.Name
}
