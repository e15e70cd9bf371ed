package tui

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// handed is S77: what was made of this plan for whom and when, and what was
// read in.
type handed struct{ list list }

func openHanded() effect { return func(m *Model) tea.Cmd { return m.push(&handed{}) } }

// whyNothingMade is why there is no such list yet.
func whyNothingMade(e *env) string {
	if len(handedFiles(e)) == 0 {
		return "why.nothingmade"
	}
	return ""
}

// handedFile is one file that was made or read in.
type handedFile struct {
	id    string
	at    time.Time
	words string
	made  Made // where it lies, as far as it is known
}

// handedFiles are all files of the plan, the newest last.
func handedFiles(e *env) []handedFile {
	var out []handedFile
	p := e.plan
	for _, d := range p.Sent {
		words := "s77.made"
		if d.Withdrawn != "" {
			words = "s77.withdrawn"
		}
		out = append(out, handedFile{d.Package, d.Packet.At.Time(), e.t.T(words, "Version", d.Packet.Version, "Name", d.Packet.To.Name), e.settings.Made[d.Package]})
	}
	for _, r := range p.Received {
		words := e.t.T("s77.back", "Version", r.Packet.Version, "Name", r.Packet.From.Name, "Outcome", e.t.T("s72.outcome."+firstOf(r.Packet.Outcome, plan.OutcomeDiscussed)))
		if r.Packet.Kind == plan.PacketPlan {
			words = e.t.T("s77.plan", "Version", r.Packet.Version, "Name", r.Packet.From.Name)
		}
		out = append(out, handedFile{id: r.Package, at: r.At.Time(), words: words})
	}
	for i, x := range p.Signatures {
		if x.Role != plan.RoleTeacher || !x.Made() || x.At == "" {
			continue
		}
		f := handedFile{id: "sign" + itoa(i), at: x.At.Time(), words: e.t.T("s77.board", "Version", x.Version, "Name", firstOf(p.Profile.Board, e.t.T("s77.receiver")))}
		for _, employer := range recipients(p, e) {
			if m := e.settings.Made[madeFor(p.ID, employer)]; m.Version == x.Version || m.Version == 0 {
				f.made = m
			}
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b handedFile) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.id, b.id)) })
	return out
}

func (s *handed) ID() string          { return "S77" }
func (s *handed) Title(e *env) string { return e.t.T("s77.title") }
func (s *handed) Audience() string    { return "private" }
func (s *handed) Form() bool          { return false }

func (s *handed) Actions(e *env) []action {
	why := ""
	if len(handedFiles(e)) == 0 {
		why = "why.nothingmade"
	}
	return []action{
		{ID: "handed.open", Keys: []string{"enter", "o"}, Short: "key.openpdf", Why: why, Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "handed.copy", Keys: []string{"c"}, Short: "key.copy", Why: why, Do: func() []effect { return s.copy(e) }},
	}
}

func (s *handed) rows(e *env) []row {
	var out []row
	for _, f := range handedFiles(e) {
		r := row{ID: f.id, Lines: hang(e.st.Label.Render(text.Pad(atTime(e, f.at), 20)), f.words, e.w, 20)}
		if f.made.Shown != "" {
			r.Lines = append(r.Lines, indented(text.Wrap(f.made.Shown, e.w-20), 20)...)
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s77.empty"), e.w)...))
	}
	return out
}

func (s *handed) Page(e *env) page {
	head := text.Wrap(e.t.T("s77.reason"), e.w)
	if e.h >= lowWindow {
		head = append(head, "")
	}
	return s.list.page(s.rows(e), head...)
}

func (s *handed) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *handed) file(e *env) Made {
	at := s.list.at(s.rows(e))
	for _, f := range handedFiles(e) {
		if f.id == at {
			return f.made
		}
	}
	return Made{}
}

func (s *handed) enter(e *env, id string) []effect {
	made := s.file(e)
	if id == "" || made.File == "" {
		return []effect{attend("s77.nowhere")}
	}
	return openMade(e, made, "s77.notopen")
}

func (s *handed) copy(e *env) []effect {
	made := s.file(e)
	if made.File == "" {
		return []effect{attend("s77.nowhere")}
	}
	return reach(e.deps.Work.Copy, made.File, "msg.copied", "msg.not-copied")
}
