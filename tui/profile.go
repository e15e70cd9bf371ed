package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// profile is S10, step 1: who the teacher is and where they work.
type profile struct{ form }

const profileLabels = 32

func newProfile(m *Model) *profile {
	s := &profile{}
	s.fields = []field{
		s.text("name", func(p *plan.Profile) *string { return &p.Name }),
		s.choice("employment", func(p *plan.Profile) *string { return &p.Employment }, employments),
		s.choice("framework", func(p *plan.Profile) *string { return &p.Framework }, sectors),
		s.text("school", func(p *plan.Profile) *string { return &p.School }),
		s.text("board", func(p *plan.Profile) *string { return &p.Board }),
		s.text("group", func(p *plan.Profile) *string { return &p.Group }),
		s.fte(),
		s.year(),
		s.person("coach", plan.RoleCoach, func(p *plan.Profile) **plan.Person { return &p.Coach }),
		s.person("manager", plan.RoleManager, func(p *plan.Profile) **plan.Person { return &p.Manager }),
		s.phase(),
		s.frameworkRow(),
		&button{id: "on", blank: true, label: func(e *env) string { return stepButton(e, 2) },
			do: func(*env) []effect { return []effect{openStep(2)} }},
	}
	s.choose(firstEmpty(m.env().plan.Profile))
	return s
}

// firstEmpty is the field that the focus starts on.
func firstEmpty(p plan.Profile) string {
	switch {
	case p.Name == "":
		return "name"
	case p.School == "":
		return "school"
	case p.Board == "":
		return "board"
	}
	return "on"
}

func (s *profile) ID() string            { return "S10" }
func (s *profile) Step() int             { return 1 }
func (s *profile) Title(e *env) string   { return stepTitle(e, 1, "") }
func (s *profile) Audience() string      { return "board" }
func (s *profile) Actions(*env) []action { return profileKeys }

var profileKeys = []action{
	{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
	{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"},
	{ID: "form.change", Keys: []string{"left"}, Short: "key.change"},
}

func (s *profile) Page(e *env) page {
	return s.form.Page(e, append(wrapped(e.t.T("s10.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

// stepTitle is line 2 of a step: number, name and, after a dot, a part.
func stepTitle(e *env, n int, part string) string {
	title := e.t.T("step.title", "Number", n, "Name", e.t.T(stepID(n)))
	if part != "" {
		title += " · " + part
	}
	return title
}

// stepButton is the words of the row that leads on to a step.
func stepButton(e *env, n int) string {
	return e.t.T("step.on", "Step", stepTitle(e, n, ""))
}

func (s *profile) bound(id string, get func(plan.Profile) string, set func(*plan.Profile, string) error) bound {
	b := bound{id: id, label: "s10." + id, width: profileLabels}
	if id == "fte" || id == "phase" || id == "cao" {
		b.hint = "s10." + id + ".hint"
	}
	b.get = func(e *env) string { return get(e.plan.Profile) }
	b.set = func(e *env, v string) (plan.Change, error) {
		try := e.plan.Clone().Profile
		if err := set(&try, v); err != nil {
			return plan.Change{}, err
		}
		return plan.EditProfile(e.plan, e.pack(), id, func(p *plan.Profile) { _ = set(p, v) })
	}
	return b
}

func (s *profile) text(id string, at func(*plan.Profile) *string) field {
	return newText(s.bound(id, func(p plan.Profile) string { return *at(&p) },
		func(p *plan.Profile, v string) error { *at(p) = v; return nil }))
}

func (s *profile) choice(id string, at func(*plan.Profile) *string, opts func(*env) []option) field {
	return newChoice(s.bound(id, func(p plan.Profile) string { return *at(&p) },
		func(p *plan.Profile, v string) error { *at(p) = v; return nil }), opts)
}

func (s *profile) person(id, role string, at func(*plan.Profile) **plan.Person) field {
	return newText(s.bound(id, func(p plan.Profile) string {
		if x := *at(&p); x != nil {
			return x.Name
		}
		return ""
	}, func(p *plan.Profile, v string) error {
		if *at(p) = nil; strings.TrimSpace(v) != "" {
			*at(p) = &plan.Person{Name: v, Role: role}
		}
		return nil
	}))
}

// fte is the share of a full job.
func (s *profile) fte() field {
	b := s.bound("fte", nil, func(p *plan.Profile, v string) error {
		n, err := text.ParseShare(v)
		if err == nil {
			p.FTE = plan.Share4(n)
		}
		return err
	})
	b.preset = true
	b.get = func(e *env) string { return text.FormatShare(int64(e.plan.Profile.FTE), e.lang()) }
	return newText(b)
}

// year is how many years somebody has taught; with it comes the question
// about the rights of starters.
func (s *profile) year() field {
	b := s.bound("year", func(p plan.Profile) string { return itoa(min(max(p.InductionYear, 1), 4)) },
		func(p *plan.Profile, v string) error {
			p.InductionYear = int(v[0] - '0')
			return nil
		})
	return newChoice(b, func(e *env) []option {
		return []option{{"1", e.t.T("s10.year.1")}, {"2", e.t.T("s10.year.2")}, {"3", e.t.T("s10.year.3")}, {"4", e.t.T("s10.year.4")}}
	})
}

func employments(e *env) []option {
	var out []option
	for _, t := range e.pack().EmploymentFor(e.fw.ID) {
		out = append(out, option{t.ID, e.say(t.Name)})
	}
	return out
}

func sectors(e *env) []option {
	var out []option
	for i := range e.pack().Frameworks {
		f := &e.pack().Frameworks[i]
		out = append(out, option{f.ID, f.Name.In(e.settings.Language)})
	}
	return out
}
