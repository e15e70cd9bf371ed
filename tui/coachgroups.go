package tui

import (
	"slices"

	"bekwaam/plan"
	"bekwaam/privacy"
	"bekwaam/text"
)

// coachGroups are what can go along to a coach beside what always does, in
// the order of the path.
var coachGroups = []string{plan.GroupStart, plan.GroupViews, plan.GroupOpen, plan.GroupObservations, plan.GroupReflections}

// goesOf reports whether all of a group goes along, and how many pieces do.
func goesOf(e *env, group string) (all bool, n int) {
	items := plan.SharedItems(e.plan, group)
	for _, id := range items {
		if e.plan.Share.Goes(group, id) {
			n++
		}
	}
	return n == len(items) && n > 0, n
}

// groupRows are the groups that hold something, each with a box.
func groupRows(e *env, sel string) []row {
	var out []row
	for _, group := range coachGroups {
		items := plan.SharedItems(e.plan, group)
		if len(items) == 0 {
			continue
		}
		all, n := goesOf(e, group)
		box, words := "[ ] ", e.t.N("s70.group."+group, len(items))
		switch {
		case all:
			box = "[x] "
		case n > 0:
			box, words = "[-] ", e.t.T("s70.some."+group, "Count", n, "Of", len(items))
		}
		r := row{ID: "g:" + group, Lines: hang(box, words, e.w, 4)}
		if sel == r.ID && len(r.Lines) == 1 {
			more := "   " + e.t.T("s70.each")
			if text.Width(r.Lines[0])+text.Width(more) <= e.w {
				r.Lines[0] += e.st.Label.Render(more)
			}
		}
		out = append(out, r)
	}
	return out
}

// staysID is the sentence about what stays: reflections only where none was
// shared.
func staysID(e *env) string {
	if _, n := goesOf(e, plan.GroupReflections); n > 0 {
		return "s70.staysless"
	}
	return "s70.staysall"
}

// coachHit is the first word in what goes along that may be too private.
func coachHit(e *env) (plan.Hit, bool) {
	ed := plan.For(e.plan, e.pack(), plan.Coach, "")
	hits := slices.DeleteFunc(plan.Alarms(ed.Plan), func(h plan.Hit) bool { return fromOthers(e.plan, h.Item) })
	for _, kind := range privacy.Kinds() {
		if i := slices.IndexFunc(hits, func(h plan.Hit) bool { return h.Kind == kind }); i >= 0 {
			return hits[i], true
		}
	}
	return plan.Hit{}, false
}

// fromOthers reports whether an id is that of what somebody else wrote.
func fromOthers(p plan.Plan, id string) bool {
	return slices.ContainsFunc(p.Notes, func(n plan.Note) bool { return n.ID == id })
}
