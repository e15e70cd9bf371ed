package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/privacy"
	"bekwaam/text"
)

// handoverScreens are the screens of step 8: what the board gets, and on top
// of it, while there is no key yet, how to make one. A version that was
// signed shows where its file is.
func handoverScreens(m *Model) []screen {
	if _, more := toMake(m.env()); !more {
		return []screen{newSignedFor(recipients(m.plan, m.env())[0])}
	}
	list := []screen{newHandover(m)}
	if _, ok := m.deps.Work.Key(); !ok && len(m.plan.LiveGoals()) > 0 {
		list = append(list, newKey(m))
	}
	return list
}

// handover is S80: what the board gets and what it never gets, before
// anything is signed.
type handover struct {
	list     list
	pages    int
	lacking  string // characters that the PDF cannot show
	employer string // that was chosen of several
}

func newHandover(m *Model) screen {
	s := &handover{}
	s.list.choose("sign")
	return s
}

// Open puts the mark on what leads on, once what stands here is settled.
func (s *handover) Open(e *env) {
	if s.list.sel == "sign" || s.list.sel == "paper" {
		s.onward(e)
	}
}

// onward chooses what leads on.
func (s *handover) onward(e *env) {
	s.list.choose("sign")
	if !s.settled(e) {
		return
	}
	s.list.choose("preview")
	if rows := append(paperRow(e, s.whose(e)), beginRow(e)...); len(rows) > 0 {
		s.list.choose(rows[0].ID)
	}
}

type pagesMsg struct {
	n       int
	lacking string
}

// Start asks for the number of pages; the answer changes one word.
func (s *handover) Start(m *Model) tea.Cmd {
	p, work, employer := m.plan, m.deps.Work, s.whose(m.env())
	if len(p.LiveGoals()) == 0 {
		return nil
	}
	return func() tea.Msg {
		n, lacking, err := work.Pages(p, employer)
		if err != nil {
			n = 0
		}
		return pagesMsg{n, lacking}
	}
}

func (s *handover) ID() string          { return "S80" }
func (s *handover) Step() int           { return 8 }
func (s *handover) Title(e *env) string { return stepTitle(e, 8, e.t.T("s80.part")) }
func (s *handover) Audience() string    { return "board" }
func (s *handover) Form() bool          { return false }

func (s *handover) Actions(e *env) []action {
	why := ""
	if len(e.plan.LiveGoals()) == 0 {
		why = "why.nogoal"
	}
	return []action{
		{ID: "handover.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "handover.tick", Keys: []string{"space"}, Short: "key.tick", Do: func() []effect { return s.tick(e) }},
		{ID: "handover.hit", Keys: []string{"tab", "shift+tab"}, Why: s.whyNoHit(e), Do: func() []effect { return s.otherHalf(e) }},
		{ID: "handover.preview", Anywhere: true, Keys: []string{"o"}, Short: "key.preview", Why: why, Do: func() []effect { return s.preview(e) }},
	}
}

// edition is what the board gets, or the employer that was chosen.
func (s *handover) edition(e *env) plan.Edition {
	return plan.For(e.plan, e.pack(), plan.Board, s.whose(e))
}

// inside are the lines of the left list.
func inside(e *env, ed plan.Edition) []string {
	var out []string
	for _, c := range plan.Contents(ed) {
		id := "s80.in." + c.Kind
		if c.Count > 0 {
			out = append(out, e.t.N(id, c.Count))
			continue
		}
		out = append(out, e.t.T(id))
	}
	return out
}

func (s *handover) rows(e *env) []row {
	if len(e.plan.LiveGoals()) == 0 {
		return []row{{ID: "goals", Lines: text.Wrap(e.t.T("s80.empty"), e.w)}}
	}
	ed := s.edition(e)
	left := inside(e, ed)
	if p := e.plan.Profile.PhaseRecorded; p == nil {
		left[1] = e.t.T("s80.in.nophase")
	}
	var right []string
	for _, t := range e.pack().BoardExport.NeverShown {
		right = append(right, e.say(t))
	}
	heads := []string{e.t.T("s80.inside"), e.t.T("s80.outside")}
	if s.pages > 0 {
		heads[0] = e.t.N("s80.pages", s.pages)
	}
	out := append(s.employerRows(e), sideBySide(e, heads, left, right)...)
	out = append(out, s.choices(e)...)
	if h, ok := boardHit(e, ed); ok {
		out = append(out, plainRow(""), row{ID: "hit", Lines: text.Wrap("! "+hitWords(e, h), e.w)})
	}
	if s.lacking != "" {
		out = append(out, plainRow(""), plainRow(text.Wrap("! "+e.t.T("s80.lacking", "Signs", s.lacking), e.w)...))
	}
	out = append(append(out, plainRow("")), pennedRows(e, s.whose(e))...)
	if s.settled(e) {
		return append(out, s.settledRows(e)...)
	}
	out = append(out, row{ID: "sign", Lines: []string{"[ " + e.t.T("s80.sign") + " ]"}},
		row{ID: "preview", Lines: []string{text.Cut(e.t.T("s80.preview"), e.w)}})
	return append(out, paperRow(e, s.whose(e))...)
}

// sideBySide puts two lists beside each other, or below each other where the
// window is narrow.
func sideBySide(e *env, heads, left, right []string) []row {
	title := e.st.Title.Render
	var out []row
	if e.narrow() {
		out = append(out, plainRow(title(heads[0])), plainRow(left...), plainRow(""), plainRow(title(heads[1])), plainRow(right...), plainRow(""))
		return out
	}
	out = append(out, plainRow(title(text.Pad(heads[0], 40))+title(heads[1])))
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		out = append(out, plainRow(text.Pad(text.Cut(l, 39), 40)+text.Cut(r, e.w-40)))
	}
	return append(out, plainRow(""))
}

// choices are what the teacher may add: only what has been written.
func (s *handover) choices(e *env) []row {
	var out []row
	tick := func(id string, on bool, words string) {
		mark := "[ ] "
		if on {
			mark = "[x] "
		}
		out = append(out, row{ID: id, Lines: []string{text.Cut(mark+words, e.w)}})
	}
	p := e.plan
	if n := len(p.Start.Strengths); n > 0 {
		tick("strengths", p.Share.Strengths, e.t.N("s80.strengths", n))
	}
	if p.Midyear != nil && p.Midyear.SummaryForBoard != "" {
		tick("midyear", p.Share.MidyearSummary, e.t.T("s80.midyear"))
	}
	if p.Evaluation != nil && len(p.Evaluation.PerGoal) > 0 {
		tick("evaluation", p.Share.Evaluation, e.t.T("s80.evaluation"))
	}
	if len(e.plan.LiveGoals()) > 0 {
		name := e.t.T("s80.view.none")
		if p.Share.View != "" {
			name = viewName(e, plan.OverlayOf(e.fw, e.pack(), p.Share.View))
		}
		tick("view", p.Share.View != "", e.t.T("s80.view", "View", name))
	}
	if len(out) > 0 {
		out = append([]row{plainRow(e.st.Title.Render(e.t.T("s80.choose")))}, out...)
	}
	return append(s.evaluator(e), out...)
}

// evaluator says that who gets the file also evaluates the teacher, and that
// the evaluation of each goal therefore stays out until it is ticked.
func (s *handover) evaluator(e *env) []row {
	if !plan.Evaluates(s.edition(e).Plan, e.pack()) {
		return nil
	}
	words := e.say(e.pack().Rules.Recipient)
	if ev := e.plan.Evaluation; ev != nil && len(ev.PerGoal) > 0 && !e.plan.Share.Evaluation {
		words += " " + e.t.T("s80.evaluates")
	}
	return append(textRows(e, words), plainRow(""))
}

func (s *handover) tick(e *env) []effect {
	id := s.list.at(s.rows(e))
	if strings.HasPrefix(id, "for:") {
		return s.chooseEmployer(id)
	}
	if id == "view" {
		return s.nextView(e)
	}
	if !slices.Contains([]string{"strengths", "midyear", "evaluation"}, id) {
		return nil
	}
	return []effect{commit(plan.EditShare(e.plan, id, func(x *plan.Share) {
		switch id {
		case "strengths":
			x.Strengths = !x.Strengths
		case "midyear":
			x.MidyearSummary = !x.MidyearSummary
		case "evaluation":
			x.Evaluation = !x.Evaluation
		}
	}))}
}

// nextView goes round the overviews that the pages may have: none, and then
// each view.
func (s *handover) nextView(e *env) []effect {
	all := append([]string{""}, views(e)...)
	next := all[(slices.Index(all, e.plan.Share.View)+1)%len(all)]
	return []effect{commit(plan.EditShare(e.plan, "view", func(x *plan.Share) { x.View = next }))}
}

// boardHit is the first word that may be too private for a board, or that is
// better kept from somebody who also evaluates.
func boardHit(e *env, ed plan.Edition) (plan.Hit, bool) {
	if hits := plan.KeptHits(e.plan, e.pack()); len(hits) > 0 {
		return plan.Hit{Item: hits[0].Item, Field: hits[0].Field, Word: keptWord(e, hits[0].Word)}, true
	}
	hits := plan.Alarms(ed.Plan)
	for _, kind := range privacy.Kinds() {
		if i := slices.IndexFunc(hits, func(h plan.Hit) bool { return h.Kind == kind }); i >= 0 {
			return hits[i], true
		}
	}
	return plan.Hit{}, false
}

func (s *handover) whyNoHit(e *env) string {
	if _, ok := boardHit(e, s.edition(e)); !ok {
		return "why.nohit"
	}
	return ""
}

// otherHalf goes to the question about a text, and back to the way on.
func (s *handover) otherHalf(e *env) []effect {
	if s.list.at(s.rows(e)) == "hit" {
		s.onward(e)
		return nil
	}
	s.list.choose("hit")
	return nil
}

// keptWord is the word in a text that marks what stays at home.
func keptWord(e *env, s string) string {
	for _, w := range e.fw.KeptWords {
		if strings.Contains(strings.ToLower(s), strings.ToLower(w)) {
			return w
		}
	}
	return ""
}

func hitWords(e *env, h plan.Hit) string {
	id := "s80.name"
	switch h.Kind {
	case "":
		id = "s80.kept"
	case privacy.Health:
		id = "s80.health"
	case privacy.Citizen, privacy.Register:
		id = "s80.number"
	case privacy.Email:
		id = "s80.email"
	case privacy.Phone:
		id = "s80.phone"
	}
	return e.t.T(id, "Where", firstOf(calls(e, h.Item), e.t.T("s80.somewhere")), "Word", h.Word)
}

// aboveLow is the height of the body from which this page has air.
const aboveLow = 24

func (s *handover) Page(e *env) page {
	head := []string{e.st.Hint.Render(text.Cut(e.t.T("s80.reason"), e.w)), ""}
	if e.h < aboveLow && severalEmployers(e) {
		head = head[:1] // one more choice stands on the page
	}
	return s.list.page(s.rows(e), head...)
}

func (s *handover) Update(e *env, msg tea.Msg) []effect {
	if p, ok := msg.(pagesMsg); ok {
		s.pages, s.lacking = p.n, p.lacking
		return nil
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *handover) enter(e *env, id string) []effect {
	switch id {
	case "goals":
		return []effect{openStep(4)}
	case "hit":
		h, _ := boardHit(e, s.edition(e))
		return toItem(e, "privacy-name", h.Item)
	case "preview":
		return s.preview(e)
	case "paper":
		return []effect{openPaper(s.whose(e))}
	case "begin":
		return []effect{begin}
	case "sign":
		if _, ok := e.deps.Work.Key(); !ok {
			return []effect{openItem(newKey)}
		}
		employer := s.whose(e)
		if _, made := madeNow(e, employer); made && employer != "" {
			return []effect{open(newSignedFor(employer))}
		}
		if err := plan.CanSign(e.plan); err != nil && (employer == "" || !signedNow(e.plan)) {
			return []effect{commit(plan.Change{}, err)}
		}
		return []effect{open(&confirmSign{employer})}
	}
	if strings.HasPrefix(id, "for:") {
		return s.chooseEmployer(id)
	}
	return s.tick(e)
}

// preview draws the PDF as the board gets it and opens it.
func (s *handover) preview(e *env) []effect {
	p, work, employer := e.plan, e.deps.Work, s.whose(e)
	return []effect{wait("busy.pdf", func() (any, error) { return work.Preview(p, employer) }, func(v any, err error) []effect {
		if file, _ := v.(string); err != nil && file != "" {
			return []effect{attend("s80.nowindow", "File", file)}
		}
		if err != nil {
			return []effect{attend("s80.nopreview")}
		}
		return []effect{say("s80.previewed", "File", v.(string))}
	})}
}
