package tui

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// An overlay groups the same competences in another way. Which one a person
// looks through is a setting: it changes nothing in any plan.

// overlay is what the person looks through now, nil for the areas.
func (e *env) overlay() *continuum.Overlay {
	return plan.OverlayOf(e.fw, e.pack(), e.settings.Views[e.fw.ID])
}

// viewName is the name of a view.
func viewName(e *env, o *continuum.Overlay) string {
	if o == nil {
		return e.t.T("view.area")
	}
	return e.say(o.Name)
}

// views are the ids of the views that there are, the areas first.
func views(e *env) []string {
	out := []string{plan.ByArea}
	for _, o := range plan.ViewsOf(e.fw, e.pack()) {
		out = append(out, o.ID)
	}
	return out
}

// viewAction looks through the next overlay, and after the last one by area.
func viewAction(e *env, keys ...string) action {
	return action{ID: "view.next", Keys: keys, Why: reasonUnless(len(views(e)) > 1, "why.oneview"), Do: func() []effect {
		all, now := views(e), plan.ByArea
		if o := e.overlay(); o != nil {
			now = o.ID
		}
		next := all[(slices.Index(all, now)+1)%len(all)]
		name := viewName(e, plan.OverlayOf(e.fw, e.pack(), next))
		return []effect{setView(e.fw.ID, next), say("view.now", "View", name)}
	}}
}

// setView looks at a framework through an overlay from now on.
func setView(framework, view string) effect {
	return settings(func(s *Settings) {
		all := map[string]string{framework: view}
		for k, v := range s.Views {
			if k != framework {
				all[k] = v
			}
		}
		s.Views = all
	})
}

// viewLine says how the rows below it are grouped, and which key changes that.
func viewLine(e *env) string {
	words := e.t.T("view.line", "View", viewName(e, e.overlay()))
	if e.narrow() || text.Width(words) > e.w {
		words = e.t.T("view.line.short", "View", viewName(e, e.overlay()))
	}
	return e.st.Hint.Render(text.Cut(words, e.w))
}

// covered are the competences as the person looks at them, and last those that
// the framework does not have and the plan names.
func covered(e *env) []plan.GroupCover { return plan.CoverBy(e.plan, e.fw, e.overlay()) }

// groupName is the heading of a group.
func groupName(e *env, g plan.GroupCover) string {
	switch {
	case g.Gone:
		return e.t.T("view.gone")
	case g.Item.ID == "":
		return e.t.T("view.rest")
	}
	name := e.say(g.Item.Name)
	if g.Item.Number > 0 {
		name = itoa(g.Item.Number) + " " + name
	}
	return upperFirst(name)
}

// againRow begins the id of a row for a competence that has a row above it: an
// item of an overlay may share competences with another.
const againRow = "again/"

// rowFor is the id of the n-th row, from 0, for a competence.
func rowFor(competence string, n int) string {
	if n == 0 {
		return competence
	}
	return againRow + itoa(n) + "/" + competence
}

// competenceAt is the competence of a row.
func competenceAt(row string) string {
	rest, again := strings.CutPrefix(row, againRow)
	if !again {
		return row
	}
	_, competence, _ := strings.Cut(rest, "/")
	return competence
}
