package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// shareItems is S76: what of a group goes along to the coach, piece by piece.
type shareItems struct {
	list  list
	group string
}

func newShareItems(group string) *shareItems { return &shareItems{group: group} }

func (s *shareItems) ID() string          { return "S76" }
func (s *shareItems) Step() int           { return 7 }
func (s *shareItems) Title(e *env) string { return stepTitle(e, 7, e.t.T("s76.part."+s.group)) }
func (s *shareItems) Audience() string    { return "per-item" }
func (s *shareItems) Form() bool          { return false }

func (s *shareItems) Actions(e *env) []action {
	return []action{
		{ID: "share.item", Keys: []string{"space", "enter"}, Short: "key.tick", Do: func() []effect { return s.tick(e, s.list.at(s.rows(e))) }},
		{ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
	}
}

func (s *shareItems) rows(e *env) []row {
	var out []row
	for _, id := range plan.SharedItems(e.plan, s.group) {
		box := "[ ] "
		if e.plan.Share.Goes(s.group, id) {
			box = "[x] "
		}
		lines := hang(box, s.words(e, id), e.w, 4)
		out = append(out, row{ID: id, Lines: lines[:min(len(lines), 3)]})
	}
	if len(out) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s76.empty"), e.w)...))
	}
	return out
}

// words are what a piece says, so that somebody knows what goes along.
func (s *shareItems) words(e *env, id string) string {
	switch s.group {
	case plan.GroupViews:
		for _, v := range e.plan.Views {
			if v.Competence == id {
				return competenceName(e, id) + ": " + fitsWords(e, v.Fits)
			}
		}
	case plan.GroupOpen:
		for _, q := range e.pack().Survey.Open {
			if q.ID == id {
				return e.say(q.Text) + " " + e.plan.Survey.Open[id]
			}
		}
		return e.plan.Survey.Open[id]
	case plan.GroupObservations:
		for _, o := range e.plan.Observations {
			if o.ID == id {
				return observedBy(e, o) + ": " + o.Text
			}
		}
	case plan.GroupReflections:
		for _, r := range e.plan.Reflections {
			if r.ID == id {
				return strings.TrimPrefix(dayText(e, r.Date)+": "+r.Text, ": ")
			}
		}
	case plan.GroupStart:
		return e.t.N("s70.group.start", 1)
	}
	return ""
}

func (s *shareItems) Page(e *env) page {
	head := headed(e, text.Wrap(e.t.T("s76.reason"), e.w)...)
	return s.list.page(s.rows(e), head...)
}

func (s *shareItems) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.tick(e, id)
	}
	return nil
}

func (s *shareItems) tick(e *env, id string) []effect {
	if id == "" {
		return nil
	}
	return []effect{commit(plan.ShareItem(e.plan, s.group, id, !e.plan.Share.Goes(s.group, id)))}
}
