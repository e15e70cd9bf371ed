package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// path is S05: where am I, what is next and why. No step is locked.
type path struct {
	list list
}

// pathAt is the path on the step that somebody is in and comes back from.
func pathAt(n int) screen {
	s := &path{}
	s.list.choose(stepID(n))
	return s
}

func newPath(m *Model) screen {
	s := &path{}
	s.Open(m.env())
	return s
}

// Open puts the mark on the next step, unless the person chose another one.
func (s *path) Open(e *env) {
	if s.list.sel == "" {
		if n := s.next(e); n > 0 {
			s.list.choose(stepID(n))
		}
	}
}

func (s *path) next(e *env) int {
	return plan.NextStep(plan.Progress(e.plan, e.pack()), plan.StepsDue(e.plan, e.today(), stepNumbers()...)...)
}

func (s *path) ID() string          { return "S05" }
func (s *path) Title(e *env) string { return e.t.T("home.path") }
func (s *path) Audience() string    { return "private" }
func (s *path) Form() bool          { return false }

func (s *path) Actions(e *env) []action {
	why := "why.notfrozen"
	if e.plan.Frozen() {
		why = whyClosed(e)
	}
	next, do := "why.alldone", openStep(s.next(e))
	if s.next(e) > 0 {
		next = ""
	}
	if e.plan.State == plan.Active {
		next, do = "why.nothingnow", nowFor(e, e.plan).do
		if do != nil {
			next = ""
		}
	}
	return []action{
		{ID: "path.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.open(e, s.list.at(s.rows(e))) }},
		{ID: "next", Keys: []string{">"}, Short: "key.nextstep", Why: next, Do: func() []effect { return []effect{do} }},
		{ID: "path.version", Keys: []string{"n"}, Short: "key.version", Why: why, Do: func() []effect {
			c, err := plan.NewVersion(e.plan, e.actor())
			return []effect{commitSaying(c, err, "s05.newversion", "Version", e.plan.WorkingVersion+1)}
		}},
		loggingAction(e, ""),
		{ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
		{ID: "path.versions", Anywhere: true, Keys: []string{"v"}, Do: func() []effect { return []effect{openVersions()} }},
		{ID: "moveon", Anywhere: true, Why: whyClosed(e), Do: func() []effect { return []effect{openItem(newMoveOn)} }},
		letterAction(e),
	}
}

func (s *path) open(e *env, id string) []effect {
	if id == versionRow {
		return []effect{openItem(newOtherVersion)}
	}
	if id == letterRow {
		return openLetter(e)
	}
	for _, n := range stepNumbers() {
		if stepID(n) == id {
			return []effect{openStep(n)}
		}
	}
	return nil
}

// letterRow is the row of the letter to oneself.
const letterRow = "letter"

// pathNames are the cells before what the path says about a step.
const pathNames = 42

// fitting is the first of some words that fits in w cells, "" where none
// does: half a word says nothing.
func fitting(list []string, w int) string {
	for _, s := range list {
		if text.Width(s) <= w {
			return s
		}
	}
	return ""
}

func (s *path) rows(e *env) []row {
	var out []row
	progress := plan.Progress(e.plan, e.pack())
	next, part := s.next(e), ""
	for _, st := range allSteps() {
		p := progress[st.Number-1]
		left := ""
		if st.Part != part {
			left, part = e.t.T("part."+st.Part), st.Part
		}
		words := fitting(s.detail(e, p), e.w-pathNames)
		if st.Number == next && (next != 7 || len(roundWords(e, e.plan)) == 0) {
			words = e.t.T("s05.next")
		}
		name := text.PadLeft(itoa(st.Number), 2) + " " + e.t.T(stepID(st.Number))
		line := text.Pad(left, 12) + "  " + markOf(e, p.State) + " " + text.Pad(name, pathNames-16)
		out = append(out, row{ID: stepID(st.Number), Lines: []string{line + e.st.Label.Render(text.Cut(words, max(e.w-pathNames, 0)))}})
	}
	if words := letterWords(e); words != "" {
		out = append(out, row{ID: letterRow, Lines: []string{e.st.Label.Render(text.Cut(words, e.w))}})
	}
	if to, _ := e.other(); to != nil {
		r := row{ID: versionRow}
		for _, l := range text.Wrap(e.t.T(otherID(e, "s05.version")), e.w-2) {
			r.Lines = append(r.Lines, "  "+l)
		}
		r.Lines[0] = e.st.Attention.Render("! ") + r.Lines[0][2:]
		out = append(out, r)
	}
	return out
}

// markOf is the mark of a step, an area or a list.
func markOf(e *env, m plan.StepState) string {
	switch m {
	case plan.StepDone:
		return e.st.Done.Render("✓")
	case plan.StepBegun:
		return "◐"
	}
	return "○"
}

// detail is what the path says about a step, in counts and names; the
// shortest comes last.
func (s *path) detail(e *env, p plan.Step) []string {
	counted := map[int]string{4: plan.CountGoals, 5: plan.CountActivities, 6: plan.CountAgreements, 9: plan.CountEvidence}
	switch {
	case p.Number == 1 && p.State != plan.StepOpen:
		return []string{e.t.T("s05.d.filled")}
	case p.Number == 2 && p.State != plan.StepOpen:
		open, views := p.Count(plan.CountOpen), p.Count(plan.CountViews)
		chosen := e.t.T("s05.d.views", "A", views.N, "B", views.Of)
		return []string{e.t.T("s05.d.open", "A", open.N, "B", open.Of) + ", " + chosen, chosen}
	case counted[p.Number] != "" && p.Count(counted[p.Number]).N > 0:
		return []string{e.t.N("s05.d."+counted[p.Number], p.Count(counted[p.Number]).N)}
	case p.Number == 7 && len(roundWords(e, e.plan)) > 0:
		return roundWords(e, e.plan)
	case p.Number == 7 && p.Name != "":
		return []string{e.t.T("s05.d.with", "Name", p.Name)}
	case p.Number == 8 && p.Version > 0:
		return []string{e.t.T("s05.d.signed", "Date", text.FormatDate(p.Date, e.lang(), text.Medium)), e.t.T("state.signed")}
	case p.Number >= 10 && !p.Date.IsZero():
		id := "s05.d.around"
		if p.State == plan.StepDone {
			id = "s05.d.looked"
		}
		return []string{e.t.T(id, "Date", text.FormatDate(p.Date, e.lang(), text.Medium))}
	}
	return nil
}

func (s *path) Page(e *env) page {
	count := e.t.T("number." + itoa(len(allSteps())))
	p := s.list.page(s.rows(e), e.st.Hint.Render(e.t.T("s05.reason", "Steps", count)), "")
	if e.narrow() {
		p.Head = nil // the twelve lines are for the steps
	}
	add := func(ls ...string) {
		for _, l := range ls {
			p.Lines = append(p.Lines, line{Text: l})
		}
	}
	add("")
	if turn := turnWords(e); turn != "" {
		add(append(text.Wrap(turn, e.w), "")...)
	}
	n := s.next(e)
	switch {
	case e.plan.State == plan.Active:
		words := e.t.T("why.nothingnow")
		if d := nowFor(e, e.plan); d.words != "" {
			words = e.t.T("s05.now", "What", d.words)
		}
		add(text.Wrap(words, e.w)...)
		if e.plan.Frozen() {
			add(text.Wrap(e.t.T("s05.version", "Version", e.plan.WorkingVersion), e.w)...)
		}
	case isClosed(e.plan):
		add(text.Wrap(e.t.T("s05.closed"), e.w)...)
	case e.plan.Frozen():
		add(text.Wrap(e.t.T("s05.version", "Version", e.plan.WorkingVersion), e.w)...)
	case n == 0:
		add(text.Wrap(e.t.T("s05.later"), e.w)...)
	default:
		add(e.st.Title.Render(e.t.T("s05.nextis", "Step", stepTitle(e, n, ""))))
		why := "s05.why." + itoa(n)
		if n == 7 && len(roundWords(e, e.plan)) > 0 {
			why = "s05.why.answer"
		}
		add(text.Wrap(e.t.T(why), e.w)...)
	}
	return p
}

func (s *path) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.open(e, id)
	}
	return nil
}
