package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// given is S145: the file that was given back, and whose turn it is now.
type given struct{ list list }

func (s *given) ID() string          { return "S145" }
func (s *given) Title(e *env) string { return e.t.T("s145.title", "Name", e.plan.Profile.Name) }
func (s *given) Audience() string    { return "starter" }
func (s *given) Form() bool          { return false }

// file is the packet that was given back last, and where its file lies as far
// as that is known.
func (s *given) file(e *env) (plan.Dispatch, Made) {
	d, _ := lastGiven(e.plan)
	return d, e.settings.Made[d.Package]
}

func (s *given) Actions(e *env) []action {
	why := ""
	if _, made := s.file(e); made.File == "" {
		why = "why.nofilehere"
	}
	return []action{
		{ID: "given.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "given.open", Keys: []string{"o"}, Short: "key.openpdf", Why: why, Do: func() []effect { return s.enter(e, "open") }},
		{ID: "given.copy", Keys: []string{"c"}, Short: "key.copy", Why: why, Do: func() []effect { return s.enter(e, "copy") }},
	}
}

func (s *given) rows(e *env) []row {
	name := starterName(e.plan)
	d, made := s.file(e)
	var out []row
	if made.File == "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s71.nowhere"), e.w)...), plainRow(""))
	} else {
		out = append(out, plainRow(text.Wrap(e.t.T("s145.give", "Name", name), e.w)...), plainRow(text.Wrap(made.Shown, e.w)...))
		out = append(append(out, openedRows(e, made, name)...), plainRow(""))
	}
	if d.Package != "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s145.outcome."+d.Packet.Outcome, "Date", dayOf(e, d.Packet.At.Time())), e.w)...), plainRow(""))
	}
	out = append(out, plainRow(text.Wrap(e.t.T("s145.later", "Name", name), e.w)...), plainRow(""))
	out = append(out, row{ID: "home", Lines: []string{e.t.T("s145.home")}})
	if made.File != "" {
		for _, id := range []string{"folder", "copy", "open"} {
			out = append(out, row{ID: id, Lines: []string{e.t.T("s82." + id)}})
		}
	}
	return tight(e, append(out, row{ID: "again", Lines: []string{e.t.T("s71.again")}}))
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
	work := e.deps.Work
	d, made := s.file(e)
	switch id {
	case "home":
		return []effect{func(m *Model) tea.Cmd { return tea.Batch(m.cut(1), m.entered()) }}
	case "folder":
		return reach(work.OpenFolder, made.File, "s82.folder.opened", "s82.nofolder")
	case "open":
		return openMade(e, made, "s82.nowindow")
	case "copy":
		return reach(work.Copy, made.File, "msg.copied", "msg.not-copied")
	case "again":
		return openWrapping(e, d.Packet.To, made.Secret, func(e *env, w Wrapping) []effect { return giveAgain(e, d, w) })
	}
	return nil
}

// giveAgain writes the file of a packet that was given back once more.
func giveAgain(e *env, d plan.Dispatch, w Wrapping) []effect {
	p, work := e.plan, e.deps.Work
	return writeGiven(d, w, func(w Wrapping) (Made, error) { return work.Remake(p, d, w) })
}

// writeGiven writes the file of a packet that is on record, and shows S145.
func writeGiven(d plan.Dispatch, w Wrapping, write func(Wrapping) (Made, error)) []effect {
	show := func(m *Model) tea.Cmd {
		if _, there := m.top().(*given); there {
			return nil
		}
		return m.replace(&given{})
	}
	return []effect{wait("busy.pdf", func() (any, error) { return write(w) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, ErrLocked):
			return []effect{show, open(newUnlockFor(func(m *Model) tea.Cmd { return m.carryOut(giveAgain(m.env(), d, w)) }))}
		case err != nil:
			return []effect{show, attend("s143.notwritten")}
		}
		made := v.(Made)
		return []effect{rememberFile(d.Package, made), show, say("s71.made", "File", made.Shown)}
	})}
}

// lastGiven is the packet that a coach gave back last, if any.
func lastGiven(p plan.Plan) (plan.Dispatch, bool) {
	k := packetOf(p)
	if k == nil {
		return plan.Dispatch{}, false
	}
	d, ok := p.LastTo(k.From)
	return d, ok && d.Packet.Kind == plan.PacketReturn
}

// openMade opens a file that was made. A secret one opens here and in no
// reader.
func openMade(e *env, made Made, failed string) []effect {
	if made.Secret != "" {
		return []effect{attend("s70b.notopen")}
	}
	return reach(e.deps.Work.Open, made.File, "s82.opened", failed)
}
