package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// withCoach is S71: where the file is, how to hand it over, whose turn it is,
// and that work goes on.
type withCoach struct {
	list list
	id   string // of the packet
}

func newWithCoach(m *Model, d plan.Dispatch) *withCoach {
	s := &withCoach{id: d.Package}
	s.list.choose("folder")
	return s
}

// sent is the packet as the plan has it now.
func (s *withCoach) sent(e *env) plan.Dispatch {
	for _, d := range e.plan.Sent {
		if d.Package == s.id {
			return d
		}
	}
	return plan.Dispatch{}
}

func (s *withCoach) ID() string          { return "S71" }
func (s *withCoach) Step() int           { return 7 }
func (s *withCoach) Audience() string    { return "coach" }
func (s *withCoach) Form() bool          { return false }
func (s *withCoach) Title(e *env) string { return stepTitle(e, 7, e.t.T("s71.part")) }

func (s *withCoach) Actions(e *env) []action {
	do := func(id string) func() []effect { return func() []effect { return s.enter(e, id) } }
	why := ""
	if s.sent(e).Withdrawn != "" {
		why = "why.withdrawn"
	}
	return []action{
		{ID: "out.do", Keys: []string{"enter"}, Short: "key.dothis", Do: do(s.list.at(s.rows(e)))},
		{ID: "out.answer", Anywhere: true, Keys: []string{"o"}, Short: "key.openanswer", Do: do("take")},
		{ID: "out.copy", Keys: []string{"c"}, Short: "key.copy", Do: do("copy")},
		{ID: "out.withdraw", Keys: []string{"i"}, Short: "key.withdraw", Why: why, Do: do("withdraw")},
		{ID: "round.given", Keys: []string{"v"}, Do: do("all")},
		{ID: "next", Keys: []string{">"}, Do: func() []effect { return []effect{openStep(8)} }},
	}
}

func (s *withCoach) rows(e *env) []row {
	d := s.sent(e)
	to, version := d.Packet.To.Name, d.Packet.Version
	made, ok := e.settings.Made[d.Package]
	var out []row
	if ok {
		out = append(out, plainRow(text.Wrap(e.t.T("s71.give", "Name", givenName(to)), e.w)...), plainRow(text.Wrap(made.Shown, e.w)...))
		out = append(append(out, openedRows(e, made, givenName(to))...), plainRow(""))
	}
	when := func(at plan.Instant, words string) {
		first := e.t.T("s71.none")
		if at != "" {
			first = atTime(e, at.Time())
		}
		out = append(out, plainRow(hang(e.st.Label.Render(text.Pad(first, 20)), words, e.w, 20)...))
	}
	when(d.Packet.At, e.t.T("s71.line.made", "Version", version, "Name", to))
	answered := false
	for _, r := range e.plan.Received {
		if r.Packet.BasedOn == d.Package {
			answered = true
			when(r.At, e.t.T("s71.line.back", "Name", to))
		}
	}
	if d.Withdrawn != "" {
		when(d.Withdrawn, e.t.T("s71.line.withdrawn", "Version", version))
	} else if !answered {
		when("", e.t.T("s71.line.waits", "Name", givenName(to)))
	}
	out = append(out, plainRow(""))
	words := "s71.meanwhile"
	switch {
	case d.Withdrawn != "":
		words = "s71.afterwithdrawn"
	case e.plan.Frozen():
		words = "s71.frozen"
	}
	out = append(out, plainRow(text.Wrap(e.t.T(words, "Name", givenName(to), "Version", version), e.w)...), plainRow(""))
	add := func(id, words string, args ...any) {
		out = append(out, row{ID: id, Lines: []string{text.Cut(e.t.T(words, args...), e.w)}})
	}
	if ok {
		add("folder", "s82.folder")
		add("copy", "s82.copy")
	}
	add("take", "s71.take", "Name", givenName(to))
	if len(e.plan.Notes) > 0 {
		add("notes", "s71.notes")
	}
	if d.Withdrawn == "" {
		add("withdraw", "s71.withdraw", "Version", version)
		add("again", "s71.again")
	}
	if e.plan.Frozen() {
		add("next", "s70.other")
	} else {
		add("next", "s71.next", "Version", e.plan.WorkingVersion)
	}
	add("table", "s78.open")
	add("all", "s71.all")
	return out
}

func (s *withCoach) Page(e *env) page {
	d := s.sent(e)
	words := "s71.turn"
	if d.Withdrawn != "" {
		words = "s71.withdrawn"
	}
	head := headed(e, text.Wrap(e.t.T(words, "Name", d.Packet.To.Name, "Version", d.Packet.Version), e.w)...)
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *withCoach) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *withCoach) enter(e *env, id string) []effect {
	d, work := s.sent(e), e.deps.Work
	made := e.settings.Made[d.Package]
	switch id {
	case "folder":
		return reach(work.OpenFolder, made.File, "s82.folder.opened", "s82.nofolder")
	case "copy":
		if made.File == "" {
			return []effect{attend("s71.nowhere")}
		}
		return reach(work.Copy, made.File, "msg.copied", "msg.not-copied")
	case "take":
		return []effect{openInbox()}
	case "notes":
		return []effect{openItem(newRoundNotes)}
	case "withdraw":
		if d.Withdrawn != "" {
			return []effect{say("why.withdrawn")}
		}
		c, err := plan.Withdraw(e.plan, d.Package, e.actor())
		return []effect{commitSaying(c, err, "s71.iswithdrawn")}
	case "again":
		return openWrapping(e, d.Packet.To, made.Secret, func(e *env, w Wrapping) []effect { return remake(e, d, w) })
	case "next":
		return []effect{openItem(newCoachRound)}
	case "table":
		return []effect{openTable()}
	case "all":
		return []effect{openHanded()}
	}
	return nil
}
