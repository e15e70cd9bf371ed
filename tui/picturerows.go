package tui

import (
	"slices"

	"bekwaam/plan"
	"bekwaam/text"
)

// placeViews are the views of step 3, in their order; the last one only where
// the framework names a decision.
func placeViews(e *env) []string {
	out := []string{"picture", "proposals", "coverage"}
	if hasGate(e) {
		out = append(out, "decision")
	}
	return out
}

// placeView opens a view of step 3.
func placeView(id string) screen {
	switch id {
	case "proposals":
		return newProposals()
	case "coverage":
		return newCoverage()
	case "decision":
		return newDecision()
	}
	return newPicture()
}

// placeActions are the keys to the views of step 3 that a screen does not name
// itself: a number each, and the arrows to the ones beside this one.
func placeActions(e *env, here string, named ...string) []action {
	all := placeViews(e)
	at := slices.Index(all, here)
	var out []action
	for i, id := range all {
		if id == here || slices.Contains(named, id) {
			continue
		}
		keys := []string{itoa(i + 1)}
		switch i {
		case at - 1:
			keys = append(keys, "left", "h")
		case at + 1:
			keys = append(keys, "right", "l")
		}
		out = append(out, action{ID: "place." + id, Anywhere: true, Keys: keys, Do: func() []effect { return []effect{swap(placeView(id))} }})
	}
	return append(out, action{ID: "framework", Keys: []string{"b"}, Do: func() []effect { return []effect{openFramework()} }})
}

// rows are the competences that say something, in the groups of the view.
func (s *picture) rows(e *env) []row {
	c, aims, written := ladderOf(e), aimsOf(e.plan), observedIDs(e.plan)
	var out []row
	all, differing, above := 0, 0, map[string]int{}
	for _, g := range covered(e) {
		var shown []row
		for _, id := range g.Competences {
			fits := e.plan.ViewOf(id).Fits
			if fits == "" && len(aims[id]) == 0 && !written[id] && !g.Gone {
				continue
			}
			seen, first := plan.Seen(e.plan, id), above[id] == 0
			differ := differs(fits, seen)
			if first {
				all++
				if differ {
					differing++
				}
			}
			above[id]++
			if s.differing && !differ {
				continue
			}
			shown = append(shown, row{ID: rowFor(id, above[id]-1), Lines: []string{c.line(competenceName(e, id), marks(e, fits, seen, aims[id]))}})
		}
		if len(shown) > 0 {
			out = append(out, plainRow(e.st.Label.Render(text.Cut(groupName(e, g), e.w))))
			out = append(out, shown...)
		}
	}
	if s.differing {
		return append(out, filteredRows(e, differing, all)...)
	}
	out = append(out, looseRows(e)...)
	if len(out) == 0 {
		return []row{{ID: "empty", Lines: text.Wrap(e.t.T("s30.empty"), e.w)}}
	}
	return append(out, unviewedRows(e)...)
}

// unviewedRows say how much was not looked at, and which phase is no more than
// an aid.
func unviewedRows(e *env) []row {
	missing, areas := 0, 0
	for i := range e.fw.Areas {
		left := 0
		for _, id := range competencesIn(e.fw, &e.fw.Areas[i]) {
			if e.plan.ViewOf(id).Fits == "" {
				left++
			}
		}
		if missing += left; left > 0 {
			areas++
		}
	}
	var out []row
	hint := func(words string) {
		for _, l := range text.Wrap(words, e.w) {
			out = append(out, plainRow(e.st.Hint.Render(l)))
		}
	}
	if missing > 0 {
		hint(e.t.N("s30.unviewed", missing, "Areas", e.t.N("s30.areas", areas)))
	}
	for _, p := range e.fw.Phases {
		if p.Basis == "design" {
			hint(e.t.T("s30.design", "Name", e.say(p.Name)))
		}
	}
	return out
}
