package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// reminder is S140b: a starter of whom nothing came yet, by name.
type reminder struct {
	form
	now  Reminder
	talk string // as it is typed
}

const reminderLabels = 18

func openReminder(r Reminder) effect {
	return openItem(func(m *Model) screen {
		if r.ID == "" {
			r.ID = m.deps.NewID()
		}
		s := &reminder{now: r}
		if d, err := text.ParseISO(r.Talk); err == nil {
			s.talk = dayText(m.env(), d)
		}
		s.free = true
		s.fields = []field{
			newText(s.bound("name", &s.now.Name)), newText(s.bound("school", &s.now.School)), newText(s.day()),
			&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }},
		}
		return s
	})
}

func (s *reminder) bound(id string, at *string) bound {
	return bound{id: id, label: "s140b." + id, width: reminderLabels, get: func(*env) string { return *at },
		set: func(e *env, v string) (plan.Change, error) {
			*at = strings.TrimSpace(v)
			return plan.Change{Plan: e.plan}, nil
		}}
}

// day is the first talk.
func (s *reminder) day() bound {
	b := s.bound("talk", &s.talk)
	b.set = func(e *env, v string) (plan.Change, error) {
		if v == "" {
			s.talk, s.now.Talk = "", ""
			return plan.Change{Plan: e.plan}, nil
		}
		d, err := text.ParseDate(v, e.today(), "")
		if err != nil {
			return plan.Change{}, err
		}
		s.talk, s.now.Talk = dayText(e, d), d.String()
		return plan.Change{Plan: e.plan}, nil
	}
	return b
}

func (s *reminder) ID() string            { return "S140b" }
func (s *reminder) Title(e *env) string   { return e.t.T("s140b.title") }
func (s *reminder) Audience() string      { return "private" }
func (s *reminder) Actions(*env) []action { return fieldKeys(s.here()) }

func (s *reminder) Page(e *env) page {
	return s.form.Page(e, append(wrapped(e.t.T("s140b.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

// Leave keeps the name. Without one there is nothing to keep.
func (s *reminder) Leave(e *env) []effect {
	return append(s.form.Leave(e), func(m *Model) tea.Cmd {
		return putReminder(s.now, s.now.Name == "")(m)
	})
}

// putReminder adds, changes or removes a name.
func putReminder(r Reminder, remove bool) effect {
	return func(m *Model) tea.Cmd {
		at := slices.IndexFunc(m.settings.Starters, func(x Reminder) bool { return x.ID == r.ID })
		if at < 0 && remove || at >= 0 && !remove && m.settings.Starters[at] == r {
			return nil
		}
		return m.change(func(s *Settings) {
			list := slices.Clone(s.Starters)
			switch {
			case remove:
				list = slices.Delete(list, at, at+1)
			case at < 0:
				list = append(list, r)
			default:
				list[at] = r
			}
			s.Starters = list
		})
	}
}
