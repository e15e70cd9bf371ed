package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// takeIn is S72: what a file between teacher and coach would change, before
// it does. One that cannot be read in says why, and what to do instead.
type takeIn struct {
	list    list
	arrived Arrived
}

func newTakeIn(a Arrived) *takeIn {
	s := &takeIn{arrived: a}
	s.list.choose("take")
	if s.why() != "" || !a.Sealed {
		s.list.choose("no")
	}
	return s
}

// takeFile goes on with a file between teacher and coach: first whose key it
// is, then what would change.
func takeFile(j Judged) []effect {
	if list := j.strangers(); len(list) > 0 && list[0].Known != "unchecked" && list[0].Known != "renewed" {
		return []effect{open(newAcquaintFirst(j))}
	}
	return []effect{func(m *Model) tea.Cmd { return m.carryOut(arrive(m.env(), j)) }}
}

// arrive opens what a file would change: one's own, or one between teacher and
// coach.
func arrive(e *env, j Judged, then ...effect) []effect {
	if j.Packet == "" {
		return ownFile(e, j.Path, then...)
	}
	return arriveFile(e, j.Path, then...)
}

// arriveFile opens what a file would change.
func arriveFile(e *env, path string, then ...effect) []effect {
	work, p := e.deps.Work, e.plan
	return openRead(path, func() (any, error) { return work.Arrive(path, p) }, func(v any) screen { return newTakeIn(v.(Arrived)) }, then)
}

// openRead opens the screen of a file once that was read, or says why it could
// not be.
func openRead(path string, read func() (any, error), of func(any) screen, then []effect) []effect {
	return []effect{wait("busy.judge", read, func(v any, err error) []effect {
		var bad Unreadable
		switch {
		case errors.As(err, &bad):
			return badFile(bad, path)
		case err != nil:
			return []effect{attend("file.bad.missing")}
		}
		return append([]effect{open(of(v))}, then...)
	})}
}

func (s *takeIn) ID() string          { return "S72" }
func (s *takeIn) Title(e *env) string { return e.t.T("s72.title") }
func (s *takeIn) Audience() string    { return "coach" }
func (s *takeIn) Form() bool          { return false }

// returned reports whether the file is a coach's answer.
func (s *takeIn) returned() bool { return s.arrived.Packet.Kind == plan.PacketReturn }

// sender is who sealed the file, by the name under which the key is known.
func (s *takeIn) sender() string {
	if s.arrived.Sealed && s.arrived.From != "" {
		return s.arrived.From
	}
	return s.arrived.Packet.From.Name
}

func (s *takeIn) Actions(e *env) []action {
	return []action{
		{ID: "takein.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "takein.open", Keys: []string{"o"}, Short: "key.openpdf", Do: func() []effect { return s.enter(e, "open") }},
	}
}

// atTime is a moment as people write it.
func atTime(e *env, t time.Time) string {
	if t.IsZero() {
		return e.t.T("s150.undated")
	}
	return dayOf(e, t) + " " + t.Local().Format("15:04")
}

func (s *takeIn) rows(e *env) []row {
	if s.why() != "" {
		return s.refusedRows(e)
	}
	out := append(s.fromRows(e), plainRow(""))
	if s.returned() {
		out = append(out, s.returnRows(e)...)
	} else {
		out = append(out, s.planRows(e)...)
	}
	out = append(out, s.heedRows(e)...)
	out = append(out, plainRow(""))
	words := "s72.take"
	if !s.arrived.Sealed {
		words = "s72.take.unsealed"
	}
	out = append(out, row{ID: "take", Lines: []string{e.t.T(words)}}, row{ID: "open", Lines: []string{e.t.T("s72.open")}})
	if s.arrived.Sealed && s.arrived.Checked.IsZero() {
		out = append(out, row{ID: "compare", Lines: []string{e.t.T("s150.compare")}})
	}
	return append(out, row{ID: "no", Lines: []string{e.t.T("s72.no")}})
}

// pairRow is a line with a label in front.
func pairRow(e *env, label, value string) row {
	const w = 17
	return plainRow(hang(e.st.Label.Render(text.Pad(label, w)), value, e.w, w)...)
}

func (s *takeIn) fromRows(e *env) []row {
	a := s.arrived
	known := e.t.T("s72.unsealed")
	switch {
	case a.Sealed && !a.Checked.IsZero():
		known = e.t.T("s72.checked", "Date", dayOf(e, a.Checked))
	case a.Sealed:
		known = e.t.T("s72.unchecked")
	}
	out := []row{pairRow(e, e.t.T("s72.from"), s.sender()+", "+known), pairRow(e, e.t.T("s72.made"), atTime(e, a.Packet.At.Time()))}
	if !s.returned() {
		what := e.t.T("s72.plan", "Name", a.Teacher, "Year", text.FormatSchoolYear(a.Arrival.Change.Plan.Profile.SchoolYear), "Version", a.Packet.Version)
		return append(out, pairRow(e, e.t.T("s72.about"), what))
	}
	for _, d := range a.Plan.Sent {
		if d.Package == a.Packet.BasedOn {
			out = append(out, pairRow(e, e.t.T("s72.about"), e.t.T("s72.answers", "Version", d.Packet.Version, "Date", dayOf(e, d.Packet.At.Time()))))
		}
	}
	return out
}

func (s *takeIn) Page(e *env) page {
	head := []string{text.Cut(s.arrived.Name, e.w), ""}
	if e.h < lowWindow {
		head = head[:1]
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *takeIn) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *takeIn) enter(e *env, id string) []effect {
	work, a := e.deps.Work, s.arrived
	switch id {
	case "open":
		return reach(work.Open, a.Path, "s82.opened", "s150.notopen", "File", a.Name)
	case "no":
		return []effect{back()}
	case "compare":
		return s.compare(e)
	case "verdict":
		return []effect{wait("busy.judge", func() (any, error) { return work.Judge(a.Path) }, func(v any, err error) []effect {
			if err != nil {
				return []effect{attend("file.bad.missing")}
			}
			return []effect{swap(newVerdict(v.(Judged)))}
		})}
	case "ask":
		return reach(work.Copy, e.t.T("s72.ask."+s.why(), s.args(e)...), "s72.asked", "s72.notasked")
	case "notes":
		return withPlan(e, s.arrived.Plan.ID, func(m *Model) tea.Cmd { return m.openStep(7) })
	case "take":
		return s.take(e)
	}
	return nil
}

// compare asks whose key it is, and comes back to what would change.
func (s *takeIn) compare(e *env) []effect {
	work, path := e.deps.Work, s.arrived.Path
	return []effect{wait("busy.judge", func() (any, error) { return work.Judge(path) }, func(v any, err error) []effect {
		if err != nil || len(v.(Judged).strangers()) == 0 {
			return []effect{attend("file.bad.missing")}
		}
		return []effect{swap(newAcquaintFirst(v.(Judged)))}
	})}
}

// take reads the file in, as one act.
func (s *takeIn) take(e *env) []effect {
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	a := s.arrived
	done := func(m *Model) tea.Cmd {
		cmd := m.commit(a.Arrival.Change)
		return tea.Batch(cmd, openTaken(m, a, s.sender()))
	}
	if a.Plan.ID == "" {
		return []effect{done}
	}
	return withPlan(e, a.Plan.ID, done)
}

// openTaken goes to what was just read in.
func openTaken(m *Model, a Arrived, from string) tea.Cmd {
	if a.Packet.Kind == plan.PacketReturn {
		cmd := m.openStep(7)
		if m.top().ID() == "S71" { // somebody else still reads
			cmd = tea.Batch(cmd, m.push(newRoundNotes(m)))
		}
		m.say("s72.taken", "Count", m.t.N("s72.notes", len(a.Arrival.Notes)), "Name", from)
		return cmd
	}
	cmd := tea.Batch(m.cut(1), openReview()(m))
	m.say("s72.taken.plan", "Name", a.Teacher)
	return cmd
}

// reach runs what reaches outside and says how it went.
func reach(do func(string) error, what, done, failed string, args ...any) []effect {
	return []effect{wait("busy.open", func() (any, error) { return nil, do(what) }, func(_ any, err error) []effect {
		if err != nil {
			return []effect{attend(failed, args...)}
		}
		return []effect{say(done)}
	})}
}
