package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// Own is a file that the same person made, on this computer or another one.
type Own struct {
	Path, Name string
	Doc        plan.Plan // what the file holds
	Plan       plan.Plan // the plan here; its ID is "" where there is none
	Took       plan.OwnFile
	Refused    error // *plan.Error: why it cannot be taken in

	// Again works out the same with other choices between two texts.
	Again func(pick func(plan.Conflict) plan.Pick) (plan.OwnFile, error)

	Sealed  bool
	From    string    // the name on the key that sealed it
	Checked time.Time // when its words were compared; zero: not yet
	Mine    bool      // it is one's own key
	At      time.Time // when it was sealed
}

// own is S72 for a file of one's own: what it is to the plan here, before
// anything changes.
type own struct {
	list list
	file Own
}

func newOwn(f Own) *own {
	s := &own{file: f}
	s.list.choose("take")
	if s.why() != "" || !f.Sealed {
		s.list.choose("no")
	}
	return s
}

// ownFile opens what a file of one's own would change.
func ownFile(e *env, path string, then ...effect) []effect {
	work, p := e.deps.Work, e.plan
	return openRead(path, func() (any, error) { return work.OwnFile(path, p) }, func(v any) screen { return newOwn(v.(Own)) }, then)
}

func (s *own) ID() string          { return "S72d" }
func (s *own) Title(e *env) string { return e.t.T("s72.title") }
func (s *own) Audience() string    { return "private" }
func (s *own) Form() bool          { return false }

func (s *own) Actions(e *env) []action {
	return []action{
		{ID: "takein.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "takein.open", Keys: []string{"o"}, Short: "key.openpdf", Do: func() []effect { return s.enter(e, "open") }},
	}
}

// why is why there is nothing to take in, as the end of catalogue ids
// s72d.why.*; "" where there is.
func (s *own) why() string {
	switch d := s.file.Took.Descent; {
	case plan.Code(s.file.Refused) == CodeAltered:
		return CodeAltered
	case s.file.Refused != nil && d == plan.DescentFork && plan.Code(s.file.Refused) == plan.CodeClosed:
		return "closed"
	case s.file.Refused != nil && d == plan.DescentFork:
		return "frozen"
	case s.file.Refused != nil:
		return "refused"
	case len(s.file.Took.Changes) > 0:
		return ""
	case d == plan.DescentOlder:
		return "older"
	}
	return "same"
}

// textsAsked are the fields about which a person chooses.
func textsAsked(list []plan.Conflict) []plan.Conflict {
	var out []plan.Conflict
	for _, c := range list {
		if !c.Record() {
			out = append(out, c)
		}
	}
	return out
}

func (s *own) rows(e *env) []row {
	f := s.file
	out := []row{pairRow(e, e.t.T("s72.from"), s.from(e)), pairRow(e, e.t.T("s72.made"), atTime(e, f.At)),
		pairRow(e, e.t.T("s72.about"), e.t.T("s72d.plan", "Name", f.Doc.Profile.Name, "Year", text.FormatSchoolYear(f.Doc.Profile.SchoolYear))), plainRow("")}
	if why := s.why(); why != "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s72d.why."+why), e.w)...))
		if e.t.Has("s72d.do." + why) {
			out = append(out, plainRow(text.Wrap(e.t.T("s72d.do."+why), e.w)...))
		}
		return append(out, plainRow(""), row{ID: "open", Lines: []string{e.t.T("s150.open")}}, row{ID: "no", Lines: []string{e.t.T("s72.no")}})
	}
	out = append(out, pairRow(e, e.t.T("s72d.is"), s.what(e)))
	if f.Plan.ID != "" {
		out = append(out, pairRow(e, e.t.T("s72d.changes"), s.counts(e)))
	}
	stays := "s72d.stays"
	if f.Plan.ID == "" {
		stays = "s72d.stays.new"
	}
	out = append(out, pairRow(e, e.t.T("s72.stays"), e.t.T(stays)))
	take := e.t.T("s72.take")
	if n := len(textsAsked(f.Took.Conflicts)); n > 0 {
		out = append(out, pairRow(e, e.t.T("s72.heed"), e.t.N("s72d.heed", n)))
		take = e.t.N("s72d.choose", n)
	}
	if !f.Sealed {
		out = append(out, pairRow(e, e.t.T("s72.heed"), e.t.T("s72.heed.unsealed")))
	}
	return append(out, plainRow(""), row{ID: "take", Lines: []string{take}}, row{ID: "open", Lines: []string{e.t.T("s72.open")}}, row{ID: "no", Lines: []string{e.t.T("s72.no")}})
}

func (s *own) from(e *env) string {
	switch f := s.file; {
	case !f.Sealed:
		return e.t.T("s72.unsealed")
	case f.Mine:
		return e.t.T("s72d.me", "Name", f.From)
	case !f.Checked.IsZero():
		return f.From + ", " + e.t.T("s72.checked", "Date", dayOf(e, f.Checked))
	default:
		return f.From + ", " + e.t.T("s72.unchecked")
	}
}

// what says how the file stands to the plan here.
func (s *own) what(e *env) string {
	if s.file.Plan.ID == "" {
		return e.t.T("s72d.is.new")
	}
	switch s.file.Took.Descent {
	case plan.DescentNewer:
		return e.t.T("s72d.is.newer")
	case plan.DescentFork:
		return e.t.T("s72d.is.fork")
	}
	return e.t.T("s72d.is.unknown")
}

// counts say what would be new, changed and gone.
func (s *own) counts(e *env) string {
	n := map[string]map[string]bool{plan.DiffNew: {}, plan.DiffChanged: {}, plan.DiffGone: {}}
	for _, d := range plan.Diff(s.file.Plan, s.now()) {
		n[d.Kind][d.Block+"/"+d.Item] = true
	}
	return e.t.T("s72d.counts", "New", len(n[plan.DiffNew]), "Changed", len(n[plan.DiffChanged]), "Gone", len(n[plan.DiffGone]))
}

// now is the plan as it would be.
func (s *own) now() plan.Plan { return s.file.Took.Changes[len(s.file.Took.Changes)-1].Plan }

func (s *own) Page(e *env) page {
	head := []string{text.Cut(s.file.Name, e.w), ""}
	if e.h < lowWindow {
		head = head[:1]
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *own) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *own) enter(e *env, id string) []effect {
	switch id {
	case "open":
		return reach(e.deps.Work.Open, s.file.Path, "s82.opened", "s150.notopen", "File", s.file.Name)
	case "no":
		return []effect{back()}
	case "take":
		if s.why() != "" {
			return nil
		}
		if e.failed {
			return []effect{attend("msg.readonly.failed")}
		}
		if list := textsAsked(s.file.Took.Conflicts); len(list) > 0 {
			return chooseTexts(s.file, list)
		}
		return takeOwn(e, s.file, s.file.Took)
	}
	return nil
}

// takeOwn takes a file of one's own in, and goes to the plan.
func takeOwn(e *env, f Own, took plan.OwnFile) []effect {
	done := func(m *Model) tea.Cmd {
		cmd := m.commitOwn(took)
		said := "s72d.taken"
		if took.Changes[len(took.Changes)-1].Act.Fixed {
			said = "s72d.taken.stays"
		}
		cmd = tea.Batch(cmd, m.cut(1), m.push(newPath(m)))
		m.say(said)
		return cmd
	}
	if f.Plan.ID == "" {
		return []effect{done}
	}
	return withPlan(e, f.Plan.ID, done)
}

// commitOwn records the acts that take a file of one's own in. They are saved
// together.
func (m *Model) commitOwn(took plan.OwnFile) tea.Cmd {
	if m.failed != nil {
		m.say("msg.readonly.failed")
		return nil
	}
	m.outdate()
	saving := m.saving
	m.saving = true // nothing goes before all of them wait
	var cmds []tea.Cmd
	for _, c := range took.Changes {
		cmds = append(cmds, m.record(c.Plan, plan.Revision{Act: c.Act}))
	}
	m.queue[len(m.queue)-1].Trail = took.Trail
	m.saving = saving
	m.refresh()
	return tea.Batch(append(cmds, m.save())...)
}
