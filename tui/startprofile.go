package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// startProfile is what a starter brings from the initial training: three
// strengths and three learning questions, written down once and shown where
// they help. The coach sees them where the teacher says so.
type startProfile struct{ form }

const (
	startLabels = 22
	broughtEach = 3 // strengths, and as many questions
)

func newStartProfile(m *Model) screen {
	s := &startProfile{}
	s.fields = []field{s.words("from", func(b *plan.StartProfile) *string { return &b.From }), s.day()}
	for i := range broughtEach {
		s.fields = append(s.fields, s.item("strength", i, func(b *plan.StartProfile) *[]string { return &b.Strengths }))
	}
	for i := range broughtEach {
		s.fields = append(s.fields, s.item("question", i, func(b *plan.StartProfile) *[]string { return &b.Questions }))
	}
	s.fields = append(s.fields, s.coach(), &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") },
		do: func(*env) []effect { return []effect{back()} }})
	s.choose(s.firstEmpty(m.env()))
	return s
}

func (s *startProfile) ID() string          { return "S24" }
func (s *startProfile) Step() int           { return 2 }
func (s *startProfile) Title(e *env) string { return stepTitle(e, 2, e.t.T("s24.part")) }
func (s *startProfile) Audience() string    { return "private" }

// brought is the start profile, empty where there is none.
func brought(p plan.Plan) plan.StartProfile {
	if p.Start.Brought == nil {
		return plan.StartProfile{}
	}
	return *p.Start.Brought
}

func (s *startProfile) firstEmpty(e *env) string {
	for _, f := range s.fields {
		if t, ok := f.(*textField); ok && t.get(e) == "" {
			return t.ID()
		}
	}
	return "done"
}

func (s *startProfile) bind(id string, get func(plan.StartProfile) string, set func(*plan.StartProfile, string)) bound {
	return bound{id: id, label: "s24." + id, width: startLabels,
		get: func(e *env) string { return get(brought(e.plan)) },
		set: func(e *env, v string) (plan.Change, error) {
			return plan.EditBrought(e.plan, id, func(b *plan.StartProfile) { set(b, v) })
		}}
}

func (s *startProfile) words(id string, at func(*plan.StartProfile) *string) field {
	return newText(s.bind(id, func(b plan.StartProfile) string { return *at(&b) }, func(b *plan.StartProfile, v string) { *at(b) = v }))
}

func (s *startProfile) day() field {
	b := s.bind("date", nil, nil)
	b.preset = true
	b.get = func(e *env) string { return dayText(e, brought(e.plan).Date) }
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err != nil {
			return plan.Change{}, err
		}
		return plan.EditBrought(e.plan, "date", func(b *plan.StartProfile) { b.Date = d })
	}
	return newText(b)
}

// item is one of the strengths or of the questions.
func (s *startProfile) item(id string, i int, list func(*plan.StartProfile) *[]string) field {
	b := s.bind(id+itoa(i+1), func(b plan.StartProfile) string {
		if l := *list(&b); i < len(l) {
			return l[i]
		}
		return ""
	}, func(b *plan.StartProfile, v string) {
		l := list(b)
		for len(*l) <= i {
			*l = append(*l, "")
		}
		(*l)[i] = v
	})
	b.caption = func(e *env) string { return e.t.T("s24."+id, "Number", i+1) }
	return newText(b)
}

// coach is whether the coach may read it.
func (s *startProfile) coach() field {
	b := bound{id: "coach", label: "s24.coach", width: startLabels,
		get: func(e *env) string {
			if slices.Contains(e.plan.Share.Coach, plan.GroupStart) {
				return "yes"
			}
			return "no"
		},
		set: func(e *env, v string) (plan.Change, error) {
			return plan.ShareWithCoach(e.plan, plan.GroupStart, v == "yes")
		}}
	return newChoice(b, func(e *env) []option {
		return []option{{"no", e.t.T("s24.coach.no")}, {"yes", e.t.T("s24.coach.yes")}}
	})
}

func (s *startProfile) Page(e *env) page {
	p := s.form.Page(e, append(wrapped(e.t.T("s24.reason"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	return p
}

func (s *startProfile) Update(e *env, msg tea.Msg) []effect {
	return append(s.form.Update(e, msg), renew(&s.form))
}

func (s *startProfile) Actions(*env) []action { return fieldKeys(s.here()) }

// broughtCount is how many of the strengths and questions were written down.
func broughtCount(p plan.Plan) (done, all int) {
	b := brought(p)
	for _, x := range slices.Concat(b.Strengths, b.Questions) {
		if x != "" {
			done++
		}
	}
	return done, max(done, 2*broughtEach)
}

// broughtQuestion is a learning question of the start profile that no goal
// asks yet, "" where there is none.
func broughtQuestion(p plan.Plan) string {
	for _, q := range brought(p).Questions {
		if q != "" && !slices.ContainsFunc(p.Goals, func(g plan.Goal) bool { return strings.EqualFold(strings.TrimSpace(g.Question), strings.TrimSpace(q)) }) {
			return q
		}
	}
	return ""
}

// broughtLines are what stands in the start profile, in a few lines for a
// screen that asks something it may help with.
func broughtLines(e *env) []string {
	b := brought(e.plan)
	var out []string
	for _, part := range []struct {
		id   string
		list []string
	}{{"s24.were.strong", b.Strengths}, {"s24.were.asked", b.Questions}} {
		list := slices.DeleteFunc(slices.Clone(part.list), func(s string) bool { return s == "" })
		if len(list) > 0 {
			out = append(out, text.Wrap(e.t.T(part.id, "What", strings.Join(list, " · ")), e.w)...)
		}
	}
	return out
}
