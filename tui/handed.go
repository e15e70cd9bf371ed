package tui

import (
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
	plan.Exchanged
	words string
	made  Made // where it lies, as far as it is known
}

// handedFiles are all files of the plan, the newest last.
func handedFiles(e *env) []handedFile {
	var out []handedFile
	for _, x := range e.plan.Exchange() {
		f := handedFile{Exchanged: x, made: e.settings.Made[x.ID]}
		words, name := "s77.made", x.With.Name
		switch {
		case x.Way == plan.WaySigned:
			words, name = "s77.board", firstOf(e.plan.Profile.Board, e.t.T("s77.receiver"))
			for _, employer := range recipients(e.plan, e) {
				if m := e.settings.Made[madeFor(e.plan.ID, employer)]; m.Version == x.Version || m.Version == 0 {
					f.made = m
				}
			}
		case x.Way == plan.WayReceived && x.Outcome == "":
			words = "s77.plan"
		case x.Way == plan.WayReceived && x.Withdrawn != "":
			words = "s77.back.withdrawn"
		case x.Way == plan.WayReceived:
			words = "s77.back"
		case x.Outcome != "":
			words = "s77.gave"
		case x.Withdrawn != "":
			words = "s77.withdrawn"
		}
		f.words = e.t.T(words, "Version", x.Version, "Name", name, "Outcome", e.t.T("s72.outcome."+firstOf(x.Outcome, plan.OutcomeDiscussed)))
		out = append(out, f)
	}
	return out
}

func (s *handed) ID() string          { return "S77" }
func (s *handed) Title(e *env) string { return e.t.T("s77.title") }
func (s *handed) Audience() string    { return "private" }
func (s *handed) Form() bool          { return false }

func (s *handed) Actions(e *env) []action {
	f, why := s.at(e), whyNothingMade(e)
	whyKept := why
	switch {
	case why != "":
	case f.Way != plan.WayMade || f.Outcome != "":
		whyKept = "why.notgiven"
	case f.Withdrawn != "":
		whyKept = "why.withdrawn"
	case f.Answered:
		whyKept = "why.answered"
	}
	out := []action{
		{ID: "handed.open", Keys: []string{"enter", "o"}, Short: "key.openpdf", Why: why, Do: func() []effect { return s.enter(e) }},
		{ID: "handed.copy", Keys: []string{"c"}, Short: "key.copy", Why: why, Do: func() []effect { return s.copy(e) }},
	}
	if e.plan.IsCopy() {
		return out
	}
	return append(out, action{ID: "out.withdraw", Keys: []string{"i"}, Short: "key.withdraw", Why: whyKept, Do: func() []effect {
		c, err := plan.Withdraw(e.plan, f.ID, e.actor())
		return []effect{commitSaying(c, err, "s71.iswithdrawn")}
	}})
}

func (s *handed) rows(e *env) []row {
	var out []row
	for _, f := range handedFiles(e) {
		r := row{ID: f.ID, Lines: hang(e.st.Label.Render(text.Pad(atTime(e, f.At.Time()), 20)), f.words, e.w, 20)}
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
	head := headed(e, text.Wrap(e.t.T("s77.reason"), e.w)...)
	return s.list.page(s.rows(e), head...)
}

func (s *handed) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// at is the selected file, the zero value where there is none.
func (s *handed) at(e *env) handedFile {
	at := s.list.at(s.rows(e))
	for _, f := range handedFiles(e) {
		if f.ID == at {
			return f
		}
	}
	return handedFile{}
}

func (s *handed) enter(e *env) []effect {
	made := s.at(e).made
	if made.File == "" {
		return []effect{attend("s77.nowhere")}
	}
	return openMade(e, made, "s77.notopen")
}

func (s *handed) copy(e *env) []effect {
	made := s.at(e).made
	if made.File == "" {
		return []effect{attend("s77.nowhere")}
	}
	return reach(e.deps.Work.Copy, made.File, "msg.copied", "msg.not-copied")
}
