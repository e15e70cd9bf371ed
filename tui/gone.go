package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// What a framework does not have any more stays in the plan under its own
// words. These functions find them.

// goneWords are the words of a competence that the framework does not have and
// the plan names.
func goneWords(e *env, id string) (plan.Orphan, bool) {
	if _, _, ok := e.fw.Competence(id); ok {
		return plan.Orphan{}, false
	}
	for _, o := range plan.Orphans(e.plan, e.fw) {
		if o.ID == id {
			return o, true
		}
	}
	return plan.Orphan{}, false
}

// goneName is what such a competence was called. One that came without words
// goes by the words in its id.
func goneName(o plan.Orphan) string {
	if o.Words.Name != "" {
		return o.Words.Name
	}
	_, local, _ := strings.Cut(o.ID, "/")
	return strings.ReplaceAll(strings.ReplaceAll(local, "/", ", "), "-", " ")
}

// namedBy says what in the plan names a competence, in words: your sentence,
// goal 1, two pieces of evidence.
func namedBy(e *env, where []string) string {
	var out []string
	counts := map[string]int{}
	for _, w := range where {
		kind, id, _ := strings.Cut(w, "/")
		switch kind {
		case "goals":
			if n := goalNumber(e.plan, id); n > 0 {
				out = append(out, e.t.T("named.goal", "Number", n))
				continue
			}
			out = append(out, e.t.T("named.goal.later"))
		case "competence_views":
			out = append(out, e.t.T("named.view"))
		case "focus":
			if id == "" {
				out = append(out, e.t.T("named.focus"))
			}
		default:
			counts[kind]++
		}
	}
	for _, kind := range []string{"evidence", "observations", "reflections", "assessment", "school_goals"} {
		if n := counts[kind]; n > 0 {
			out = append(out, e.t.N("named."+strings.ReplaceAll(kind, "_", "-"), n))
		}
	}
	return strings.Join(out, ", ")
}

// evidenceLine is a piece of evidence in one line: title, kind and date.
func evidenceLine(e *env, x plan.Evidence) string {
	parts := []string{firstOf(x.Title, e.t.T("cover.untitled"))}
	if k, ok := e.pack().EvidenceKind(x.Kind); ok {
		parts = append(parts, e.say(k.Name))
	}
	if !x.Date.IsZero() {
		parts = append(parts, text.FormatDate(x.Date, e.lang(), text.Medium))
	}
	return strings.Join(parts, " · ")
}
