package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// given is S145: the file that was given back, and whose turn it is now.
type given struct {
	list list
	made Made
}

func (s *given) ID() string          { return "S145" }
func (s *given) Title(e *env) string { return e.t.T("s145.title", "Name", e.plan.Profile.Name) }
func (s *given) Audience() string    { return "starter" }
func (s *given) Form() bool          { return false }

func (s *given) Actions(e *env) []action {
	return []action{
		{ID: "given.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "given.open", Keys: []string{"o"}, Short: "key.openpdf", Do: func() []effect { return s.enter(e, "open") }},
		{ID: "given.copy", Keys: []string{"c"}, Short: "key.copy", Do: func() []effect { return s.enter(e, "copy") }},
	}
}

func (s *given) rows(e *env) []row {
	name := starterName(e.plan)
	out := []row{
		plainRow(text.Wrap(e.t.T("s145.give", "Name", name), e.w)...),
		plainRow(text.Wrap(s.made.Shown, e.w)...), plainRow(""),
	}
	if d, ok := e.plan.LastTo(packetOf(e.plan).From); ok {
		out = append(out, plainRow(text.Wrap(e.t.T("s145.outcome."+d.Packet.Outcome, "Date", dayOf(e, d.Packet.At.Time())), e.w)...), plainRow(""))
	}
	out = append(out, plainRow(text.Wrap(e.t.T("s145.later", "Name", name), e.w)...), plainRow(""))
	out = append(out, row{ID: "home", Lines: []string{e.t.T("s145.home")}})
	for _, id := range []string{"folder", "copy", "open"} {
		out = append(out, row{ID: id, Lines: []string{e.t.T("s82." + id)}})
	}
	return tight(e, out)
}

func (s *given) Page(e *env) page {
	return s.list.page(s.rows(e), e.st.Hint.Render(text.Cut(e.t.T("s145.turn", "Name", e.plan.Profile.Name), e.w)), "")
}

func (s *given) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *given) enter(e *env, id string) []effect {
	work, made := e.deps.Work, s.made
	run := func(do func() error, done, failed string) []effect {
		return []effect{wait("busy.open", func() (any, error) { return nil, do() }, func(_ any, err error) []effect {
			if err != nil {
				return []effect{attend(failed)}
			}
			return []effect{say(done)}
		})}
	}
	switch id {
	case "home":
		return []effect{func(m *Model) tea.Cmd { return tea.Batch(m.cut(1), m.entered()) }}
	case "folder":
		return run(func() error { return work.OpenFolder(made.File) }, "s82.folder.opened", "s82.nofolder")
	case "open":
		return run(func() error { return work.Open(made.File) }, "s82.opened", "s82.nowindow")
	case "copy":
		return run(func() error { return work.Copy(made.File) }, "msg.copied", "msg.not-copied")
	}
	return nil
}

// lastGiven is the file of the plan that was given back last, where it was
// made on this computer.
func lastGiven(e *env) (Made, bool) {
	k := packetOf(e.plan)
	if k == nil {
		return Made{}, false
	}
	d, ok := e.plan.LastTo(k.From)
	made, known := e.settings.Made[d.Package]
	return made, ok && known && d.Packet.Kind == plan.PacketReturn
}
