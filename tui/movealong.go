package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// moveAlong is S118: what goes along to other work. Nothing is ticked
// beforehand.
type moveAlong struct {
	list list
	form *moveOn
}

func (s *moveAlong) ID() string          { return "S118" }
func (s *moveAlong) Title(e *env) string { return e.t.T("s118.title") }
func (s *moveAlong) Audience() string    { return "private" }
func (s *moveAlong) Form() bool          { return false }

func (s *moveAlong) Page(e *env) page {
	p := s.list.page(tight(e, s.rows(e)), hintLines(e, e.t.T("s118.reason"))...)
	if e.h >= lowWindow {
		p.Head = append(p.Head, line{})
	}
	return p
}

func (s *moveAlong) rows(e *env) []row {
	var out []row
	block := func(title string, ids []string, name func(string) string) {
		if len(ids) == 0 {
			return
		}
		out = append(out, plainRow(e.st.Title.Render(e.t.T(title))))
		for _, id := range ids {
			box := "[ ] "
			if slices.Contains(s.form.take, id) {
				box = e.st.Chosen.Render("[x] ")
			}
			out = append(out, row{ID: id, Lines: []string{box + text.Cut(name(id), e.w-4)}})
		}
		out = append(out, plainRow(""))
	}
	var activities, agreements, evidence []string
	for _, a := range e.plan.Activities {
		if a.Status != plan.Done && a.Status != plan.Dropped {
			activities = append(activities, a.ID)
		}
	}
	for _, a := range e.plan.Agreements {
		if a.Open() {
			agreements = append(agreements, a.ID)
		}
	}
	for _, x := range e.plan.Evidence {
		evidence = append(evidence, x.ID)
	}
	named := func(id string) string { return firstOf(itemName(e.plan, id), e.t.T("s40.unasked")) }
	block("s111.goals", goalIDs(e.plan.Goals), named)
	block("s111.activities", activities, named)
	block("s111.agreements", agreements, named)
	block("s118.evidence", evidence, func(id string) string { x, _ := evidenceIn(e.plan, id); return x.Title })
	if len(out) == 0 {
		out = append(textRows(e, e.t.T("s118.none")), plainRow(""))
	}
	return append(out, row{ID: "on", Lines: []string{"[ " + text.Cut(e.t.T("s118.on"), e.w-4) + " ]"}})
}

func (s *moveAlong) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *moveAlong) Actions(e *env) []action {
	return []action{
		{ID: "carry.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e) }},
		{ID: "along.tick", Keys: []string{"space", "m"}, Short: "key.tick", Do: func() []effect { return s.tick(e) }},
	}
}

func (s *moveAlong) enter(e *env) []effect {
	if s.list.at(s.rows(e)) == "on" {
		return []effect{open(&moveSure{form: s.form})}
	}
	return s.tick(e)
}

func (s *moveAlong) tick(e *env) []effect {
	id := s.list.at(s.rows(e))
	switch at := slices.Index(s.form.take, id); {
	case id == "on" || id == "":
	case at >= 0:
		s.form.take = slices.Delete(s.form.take, at, at+1)
	default:
		s.form.take = append(s.form.take, id)
	}
	return nil
}
