package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// profile is S10, step 1: who the teacher is and where they work.
type profile struct {
	form
	all []field
	// asks says that the rights of starters were asked about in this visit.
	asks bool
}

const profileLabels = 32

func newProfile(m *Model) *profile {
	s := &profile{}
	s.all = []field{
		s.text("name", func(p *plan.Profile) *string { return &p.Name }),
		s.choice("employment", func(p *plan.Profile) *string { return &p.Employment }, employments),
		s.agreement(),
		s.choice("framework", func(p *plan.Profile) *string { return &p.Framework }, sectors),
		s.employersRow(),
		s.text("school", func(p *plan.Profile) *string { return &p.School }),
		s.text("board", func(p *plan.Profile) *string { return &p.Board }),
		s.text("group", func(p *plan.Profile) *string { return &p.Group }),
		s.fte(),
		s.year(),
		s.rights(),
		s.route(),
		s.factDay("route-since", "route", "since"),
		s.factDay("route-until", "route", "until"),
		s.factBy("route-by", "route"),
		s.study(),
		s.factDay("pdg-since", "pdg", "since"),
		s.factDay("pdg-until", "pdg", "until"),
		s.also(),
		s.person("coach", func(e *env) string { return e.fw.PartnerFor(plan.RoleCoach) }, func(p *plan.Profile) **plan.Person { return &p.Coach }),
		s.person("manager", receiverRole, func(p *plan.Profile) **plan.Person { return &p.Manager }),
		s.phase(),
		s.phaseBy(),
		s.phaseDate(),
		s.frameworkRow(),
		&button{id: "on", blank: true, label: func(e *env) string { return stepButton(e, 2) },
			do: func(*env) []effect { return []effect{openStep(2)} }},
	}
	s.arrange(m.env())
	s.choose(s.firstEmpty(m.env().plan.Profile))
	return s
}

// firstEmpty is the field that the focus starts on.
func (s *profile) firstEmpty(p plan.Profile) string {
	filled := map[string]bool{"name": p.Name != "", "school": p.School != "", "board": p.Board != "", "group": p.Group != "",
		"coach": p.Coach != nil, "manager": p.Manager != nil}
	for _, f := range s.fields {
		if has, asked := filled[f.ID()]; asked && !has {
			return f.ID()
		}
	}
	return "on"
}

// arrange shows the fields that there are now: those of the recorded phase
// only where one is chosen, the rights of starters only where they matter,
// nothing of a school and a job where there is none.
func (s *profile) arrange(e *env) {
	p := e.plan.Profile
	idle := plan.BetweenJobs(e.plan, e.pack())
	several := len(p.Employers) > 0
	hidden := map[string]bool{"employers": idle || !plan.SeveralEmployers(e.plan, e.pack()), "agreement": !plan.AsksAgreement(e.plan, e.pack()), "rights": !s.asksRights(e), "also": !s.asksAlso(e),
		"school": idle || several, "board": idle || several, "manager": several && !idle, "group": idle, "fte": idle || several,
		"phase-by": p.PhaseRecorded == nil, "phase-date": p.PhaseRecorded == nil}
	routed, study := routeOf(e, p) != "", plan.Studied(e.plan, e.pack()) != ""
	for id, shown := range map[string]bool{"route": s.asksRoute(e), "route-since": routed, "route-until": routed, "route-by": routed,
		"pdg": study, "pdg-since": study && studies(p), "pdg-until": study && studies(p)} {
		hidden[id] = !shown
	}
	at := ""
	if len(s.fields) > 0 {
		at = s.here().ID()
	}
	s.fields = slices.DeleteFunc(slices.Clone(s.all), func(f field) bool { return hidden[f.ID()] })
	s.form.at = max(0, slices.IndexFunc(s.fields, func(f field) bool { return f.ID() == at }))
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *profile) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

// Update does what the form does; what an act changed elsewhere on the form
// shows at once.
func (s *profile) Update(e *env, msg tea.Msg) []effect {
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		s.arrange(m.env())
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

func (s *profile) ID() string          { return "S10" }
func (s *profile) Step() int           { return 1 }
func (s *profile) Title(e *env) string { return stepTitle(e, 1, "") }
func (s *profile) Audience() string    { return "board" }

func (s *profile) Actions(*env) []action {
	if list := foldKeys(s.here()); list != nil {
		return list
	}
	if s.here().ID() == "on" {
		return []action{{ID: "form.done", Keys: []string{"enter"}, Short: "key.on"}, {ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"}}
	}
	if s.here().ID() == "employers" {
		return []action{profileKeys[0], {ID: "profile.employers", Keys: []string{"enter"}, Short: "key.open"}, profileKeys[1]}
	}
	return profileKeys
}

var profileKeys = []action{
	{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
	{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"},
	{ID: "form.change", Keys: []string{"left"}, Short: "key.change"},
	{ID: "form.unfold", Keys: []string{"space"}},
}

func (s *profile) Page(e *env) page {
	p := s.form.Page(e, append(wrapped(e.t.T("s10.reason"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	besideField(e, &p, s.sideWords(e))
	return p
}

// sideWords is what stands beside the field in hand, or "".
func (s *profile) sideWords(e *env) string {
	switch s.here().ID() {
	case "fte":
		return e.t.T("s10.fte.hint")
	case "also":
		return e.t.T("s10.also.hint")
	case "year":
		return e.t.T("s10.year.ask")
	case "route", "route-since", "route-until", "route-by":
		return e.t.T("s10.route.hint")
	case "pdg", "pdg-since", "pdg-until":
		return e.say(profileGroup(e).Questions["pdg"])
	case "agreement":
		if t, ok := e.pack().EmploymentType(e.plan.Profile.Employment); ok {
			return e.say(t.Question)
		}
	case "rights":
		return e.say(profileGroup(e).Questions["cao_starter"])
	case "phase", "phase-by", "phase-date":
		if plan.WithoutBoard(e.plan, e.pack()) {
			return e.t.T("s10.phase.hint.client")
		}
		return e.t.T("s10.phase.hint")
	}
	return ""
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
	b := bound{id: id, label: "s10." + id, width: profileLabels, caption: func(e *env) string {
		if withoutBoard := "s10." + id + ".client"; plan.WithoutBoard(e.plan, e.pack()) && e.t.Has(withoutBoard) {
			return e.t.T(withoutBoard)
		}
		return e.t.T("s10." + id)
	}}
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

// person is somebody by name; role says which partner that is here.
func (s *profile) person(id string, role func(*env) string, at func(*plan.Profile) **plan.Person) field {
	b := s.bound(id, func(p plan.Profile) string {
		if x := *at(&p); x != nil {
			return x.Name
		}
		return ""
	}, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		return plan.EditProfile(e.plan, e.pack(), id, func(p *plan.Profile) {
			if *at(p) = nil; strings.TrimSpace(v) != "" {
				*at(p) = &plan.Person{Name: v, Role: role(e)}
			}
		})
	}
	return newText(b)
}

// receiverRole is the role of who receives the plan.
func receiverRole(e *env) string {
	if plan.WithoutBoard(e.plan, e.pack()) {
		return plan.RoleClient
	}
	return e.fw.PartnerFor(plan.RoleManager)
}

// fte is the share of a full job, as a number or, where the framework has it
// so, as parts of a whole: 18/24.
func (s *profile) fte() field {
	b := s.bound("fte", nil, nil)
	b.preset = true
	b.get = func(e *env) string { return shareWords(e, e.plan.Profile.FTE, e.plan.Profile.FTEOf) }
	b.set = func(e *env, v string) (plan.Change, error) {
		n, of, err := readShare(e, v)
		if err != nil {
			return plan.Change{}, err
		}
		return plan.EditProfile(e.plan, e.pack(), "fte", func(p *plan.Profile) { p.FTE, p.FTEOf = n, of })
	}
	b.caption = shareCaption
	return newText(b)
}

// shareWords is a share of a full job as people of the framework write it.
func shareWords(e *env, n plan.Share4, of int) string {
	return text.FormatParts(int64(n), of, e.lang())
}

// readShare reads a share of a full job, and of how many parts it was given.
func readShare(e *env, v string) (n plan.Share4, of int, err error) {
	var share int64
	if strings.Contains(v, "/") && inParts(e) {
		share, of, err = text.ParseFraction(v)
	} else {
		share, err = text.ParseShare(v)
	}
	return plan.Share4(share), of, err
}

func shareCaption(e *env) string {
	if inParts(e) {
		return e.t.T("s10.fte.parts")
	}
	return e.t.T("s10.fte")
}

// inParts reports whether people of this framework write 18/24.
func inParts(e *env) bool {
	return slices.ContainsFunc(e.fw.ShareOfJob.Forms, func(form string) bool { return strings.Contains(form, "/") })
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
		name := sectorName(e, f)
		if _, own := e.deps.Own[f.Digest]; own {
			name = e.t.T("s10.ownframework", "Name", name)
		}
		out = append(out, option{f.ID, name})
	}
	return out
}

// sectorName is the name of a framework in the middle of a line: the name of
// a country keeps its capital.
func sectorName(e *env, f *continuum.Framework) string {
	name := f.Name.In(e.settings.Language)
	if strings.Contains(name, ":") { // Vlaanderen: …
		return name
	}
	return soften(name)
}
