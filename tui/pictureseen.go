package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// observationRow begins the id of a row that is an observation.
const observationRow = "o/"

// seenWords says that the teacher reads a sentence in n observations.
func seenWords(e *env, n int) string {
	if n == 1 {
		return e.t.T("place.seen")
	}
	return e.t.T("place.seen") + " " + itoa(n)
}

// observedIDs are the competences about which somebody wrote something.
func observedIDs(p plan.Plan) map[string]bool {
	out := map[string]bool{}
	for _, o := range p.Observations {
		for _, c := range o.Competences {
			out[c] = true
		}
	}
	return out
}

// differs reports whether something was read in the words of others at
// another place than the teacher's own.
func differs(fits string, seen map[string]int) bool {
	for id := range seen {
		if id != fits {
			return true
		}
	}
	return false
}

// looseRows are the observations about no competence of the framework, so
// that none of them is out of reach.
func looseRows(e *env) []row {
	var out []row
	for _, o := range e.plan.Observations {
		placed := false
		for _, c := range o.Competences {
			if _, _, ok := e.fw.Competence(c); ok {
				placed = true
			}
		}
		if placed {
			continue
		}
		if len(out) == 0 {
			out = append(out, plainRow(e.st.Label.Render(text.Cut(e.t.T("s30.loose"), e.w))))
		}
		words := observedBy(e, o)
		if o.Text != "" {
			words += " · " + strings.Join(strings.Fields(o.Text), " ")
		}
		out = append(out, row{ID: observationRow + o.ID, Lines: []string{text.Cut(words, e.w)}})
	}
	return out
}

// filteredRows say how much the filter hides.
func filteredRows(e *env, shown, all int) []row {
	words := e.t.T("s30.differences.none")
	if shown > 0 {
		words = e.t.N("s30.differences", shown, "Of", all)
	}
	var out []row
	if shown > 0 {
		out = append(out, plainRow(""))
	}
	for _, l := range text.Wrap(words, e.w) {
		out = append(out, plainRow(e.st.Hint.Render(l)))
	}
	return out
}
