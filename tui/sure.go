package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// sureWords say how sure a fact is, in the words of the pack, as a sentence;
// "" where the pack says nothing about it.
func sureWords(e *env, confidence string) string {
	words := e.say(e.pack().Confidence[confidence])
	if words == "" {
		return ""
	}
	return e.t.T("sure", "What", words)
}

// unsure is a name with the mark of what nobody looked up.
func unsure(e *env, name, confidence string) string {
	if plan.Doubt(e.pack(), e.fw, confidence, e.settings.Language) == "" {
		return name
	}
	return e.t.T("unsure", "What", name)
}

// lineDoubt is what there is to say about a line that nobody looked up, ""
// for any other and for one that the teacher checked.
func lineDoubt(e *env, l plan.Line) string {
	x, ok := e.pack().Entitlement(l.Line)
	if !ok || !l.CheckedOn.IsZero() {
		return ""
	}
	return plan.Doubt(e.pack(), e.fw, x.Confidence, e.settings.Language)
}

// sourceLines name where something was read, a source a line, with its year.
func sourceLines(e *env, ids []string) []string {
	var out []string
	for _, id := range ids {
		src, ok := e.pack().Source(id)
		if !ok || src.URL == "" {
			continue
		}
		when := e.t.T("source.undated")
		if y := yearIn(src.Year); y != "" {
			when = y
		}
		out = append(out, text.Wrap(e.t.T("source.line", "When", when, "URL", src.URL), e.w-2)...)
	}
	for i := range out {
		out[i] = "  " + out[i]
	}
	return out
}

// yearIn is the year with which a text about a source begins.
func yearIn(s string) string {
	y, _, _ := strings.Cut(s, " ")
	y, _, _ = strings.Cut(y, "-")
	if len(y) != 4 || strings.Trim(y, "0123456789") != "" {
		return ""
	}
	return y
}
