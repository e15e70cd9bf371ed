package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// survey is S21, the hub of step 2: what there is, how far it is, and that
// stopping is allowed.
type survey struct {
	list   list
	opened bool
}

// surveyScreens are the screens that step 2 opens with: the open questions
// come first as long as nothing at all was answered.
func surveyScreens(m *Model) []screen {
	p := m.plan
	if len(p.Survey.Open)+len(p.Survey.Context)+len(p.Views) == 0 {
		return []screen{newSurvey(), newOpenQuestions(m.env())}
	}
	return []screen{newSurvey()}
}

func newSurvey() *survey { return &survey{} }

// Open puts the mark on the next useful thing, the first time.
func (s *survey) Open(e *env) {
	if !s.opened {
		s.list.choose(s.first(e))
		s.opened = true
	}
}

// first is the first area without an answer, else one that was begun, else
// the statements, else the way on.
func (s *survey) first(e *env) string {
	begun := ""
	for i := range e.fw.Areas {
		a := &e.fw.Areas[i]
		switch done, all := viewed(e, a); {
		case done == 0 && all > 0:
			return e.fw.AreaID(a)
		case done < all && begun == "":
			begun = e.fw.AreaID(a)
		}
	}
	switch {
	case begun != "":
		return begun
	case len(e.plan.Survey.Context) < len(e.pack().Survey.Context):
		return "school"
	}
	return "on"
}

func (s *survey) ID() string          { return "S21" }
func (s *survey) Step() int           { return 2 }
func (s *survey) Title(e *env) string { return stepTitle(e, 2, "") }
func (s *survey) Audience() string    { return "private" }
func (s *survey) Form() bool          { return false }

// viewed counts the sentences chosen in an area.
func viewed(e *env, a *continuum.Area) (done, all int) {
	for _, id := range competencesIn(e.fw, a) {
		if e.plan.ViewOf(id).Fits != "" {
			done++
		}
	}
	return done, len(a.Competences)
}

func competencesIn(f *continuum.Framework, a *continuum.Area) []string {
	var out []string
	for i := range a.Competences {
		out = append(out, f.CompetenceID(a, &a.Competences[i]))
	}
	return out
}

// surveyCounts is the column in which the counts stand.
const surveyCounts = 47

func (s *survey) row(e *env, id, name string, done, all int) row {
	mark := "○ "
	switch {
	case all > 0 && done >= all:
		mark = e.st.Done.Render("✓") + " "
	case done > 0:
		mark = "◐ "
	}
	return row{ID: id, Lines: []string{fit(mark+text.Cut(name, surveyCounts-3), surveyCounts) + text.FormatCount(done, all, e.lang())}}
}

func (s *survey) rows(e *env) []row {
	open, context := e.pack().Survey.Open, e.pack().Survey.Context
	answered, total := 0, 0
	for _, q := range open {
		if e.plan.Survey.Open[q.ID] != "" {
			answered++
		}
	}
	had, all := broughtCount(e.plan)
	var areas []row
	for i := range e.fw.Areas {
		a := &e.fw.Areas[i]
		done, all := viewed(e, a)
		total += done
		areas = append(areas, s.row(e, e.fw.AreaID(a), e.say(a.Name), done, all))
	}
	reason := "s21.reason"
	if answered+total+len(e.plan.Survey.Context) == 0 {
		reason = "s21.begin"
	}
	out := []row{plainRow(hints(e, reason)...), plainRow(""), s.row(e, "open", e.t.T("s21.open"), answered, len(open)),
		plainRow("", e.st.Title.Render(e.t.T("s21.sentences")))}
	out = append(out, areas...)
	out = append(out, plainRow(""), s.row(e, "start", e.t.T("s21.start"), had, all),
		s.row(e, "school", e.t.T("s21.school"), len(e.plan.Survey.Context), len(context)), plainRow(""))
	if total >= continuum.Shown {
		out = append(out, plainRow(hints(e, "s21.enough")...))
	}
	return append(out, onRow(e, 3))
}

// hints are the lines of a sentence in the style of a hint.
func hints(e *env, id string, args ...any) []string {
	var out []string
	for _, l := range text.Wrap(e.t.T(id, args...), e.w) {
		out = append(out, e.st.Hint.Render(l))
	}
	return out
}

// onRow is the row that leads on to a step.
func onRow(e *env, step int) row {
	return row{ID: "on", Lines: []string{"[ " + text.Cut(stepButton(e, step), e.w-4) + " ]"}}
}

func (s *survey) Page(e *env) page { return withHeading(s.list.page(s.rows(e))) }

// withHeading keeps the heading above a selected row in view.
func withHeading(p page) page {
	for p.Focus[0] > 0 && p.Lines[p.Focus[0]-1].Row == "" && p.Lines[p.Focus[0]-1].Text != "" {
		p.Focus[0]--
	}
	return p
}

func (s *survey) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *survey) Actions(e *env) []action {
	return []action{
		{ID: "survey.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(3)} }},
		{ID: "undo", Keys: []string{"u", "ctrl+z"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
		{ID: "survey.empty", Keys: []string{"d", "delete"}, Why: s.whyNotEmpty(e), Do: func() []effect { return s.empty(e) }},
	}
}

func (s *survey) enter(e *env) []effect {
	switch id := s.list.at(s.rows(e)); id {
	case "open":
		return []effect{open(newOpenQuestions(e))}
	case "start":
		return []effect{openItem(newStartProfile)}
	case "school":
		return []effect{open(newMySchool(e))}
	case "on":
		return []effect{openStep(3)}
	default:
		if a, ok := e.fw.Area(id); ok {
			return []effect{open(newSentences(e, a, firstOpen(e, a)))}
		}
	}
	return nil
}

// firstOpen is the first sentence of an area without an answer, or the first.
func firstOpen(e *env, a *continuum.Area) int {
	for i, id := range competencesIn(e.fw, a) {
		if e.plan.ViewOf(id).Fits == "" {
			return i
		}
	}
	return 0
}

// chosenIn counts the views in an area, also those with a wish only.
func chosenIn(e *env, a *continuum.Area) int {
	n := 0
	for _, v := range e.plan.Views {
		if strings.HasPrefix(v.Competence, e.fw.AreaID(a)+"/") {
			n++
		}
	}
	return n
}

func (s *survey) whyNotEmpty(e *env) string {
	a, ok := e.fw.Area(s.list.at(s.rows(e)))
	switch {
	case !ok:
		return "why.noarea"
	case chosenIn(e, a) == 0:
		return "why.emptyarea"
	}
	return ""
}

func (s *survey) empty(e *env) []effect {
	a, ok := e.fw.Area(s.list.at(s.rows(e)))
	if !ok {
		return nil
	}
	c, err := plan.ClearViews(e.plan, e.fw.AreaID(a), competencesIn(e.fw, a))
	if n := chosenIn(e, a); n != 1 {
		return []effect{commitSaying(c, err, "s21.emptied", "Number", n)}
	}
	return []effect{commitSaying(c, err, "s21.emptied.one")}
}

// after puts the mark on what follows an area, where the person goes on.
func (s *survey) after(e *env, area string) {
	all := ids(s.rows(e))
	for i, id := range all[:len(all)-1] {
		if id == area {
			s.list.choose(all[i+1])
			return
		}
	}
}
