package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// readingField asks what the teacher reads in an observation about one
// competence: the sentence now chosen, another one, or none that they know
// of. Nobody else answers it.
type readingField struct {
	form       *observationForm
	competence string
	first      bool // the question stands above it
	at         int  // the answer under the cursor
}

// The answers, as they follow each other.
const (
	readsThis = iota
	readsOther
	readsUnknown
)

// answerGap is what lies between two answers.
const answerGap = 3

func (f *readingField) ID() string                   { return "reads/" + f.competence }
func (f *readingField) Focus()                       {}
func (f *readingField) Blur()                        {}
func (f *readingField) Commit(*env) ([]effect, bool) { return nil, true }

// Open puts the cursor on the answer that was given.
func (f *readingField) Open(e *env) {
	if given := f.given(e); given >= 0 {
		f.at = given
	}
	if answers := f.answers(e); f.at < answers[0] {
		f.at = answers[0]
	}
}

// own is the sentence that the teacher chose for this competence, "" where it
// is no sentence of a phase.
func (f *readingField) own(e *env) string {
	if fits := e.plan.ViewOf(f.competence).Fits; e.fw.PhaseIndex(fits) >= 0 {
		return fits
	}
	return ""
}

// answers are those that can be given: without a sentence of one's own there
// is no "this sentence".
func (f *readingField) answers(e *env) []int {
	if f.own(e) == "" {
		return []int{readsOther, readsUnknown}
	}
	return []int{readsThis, readsOther, readsUnknown}
}

// given is the answer that the plan has, -1 for none.
func (f *readingField) given(e *env) int {
	switch reads := f.form.observation(e).Reads(f.competence); {
	case reads == "":
		return -1
	case reads == plan.UnknownFits:
		return readsUnknown
	case reads == f.own(e):
		return readsThis
	}
	return readsOther
}

func (f *readingField) label(e *env, answer int) string {
	switch {
	case answer == readsThis:
		return e.t.T("reading.this")
	case answer == readsUnknown:
		return e.t.T("reading.unknown")
	case f.own(e) == "":
		return e.t.T("s91.reads.choose")
	}
	return e.t.T("reading.another")
}

func (f *readingField) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case clickMsg:
		return true, f.clicked(e, msg.Cell)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "left":
			return true, f.step(e, -1)
		case "right":
			return true, f.step(e, 1)
		case "space":
			if f.at != readsOther && f.at == f.given(e) {
				return true, f.write(e, "") // taken back
			}
			return true, f.answer(e)
		case "enter":
			if f.at == readsOther && f.given(e) != readsOther {
				return true, f.answer(e)
			}
		}
	}
	return false, nil
}

// step goes to the next answer and gives it where it needs no more; from no
// answer at all to the first.
func (f *readingField) step(e *env, by int) []effect {
	answers := f.answers(e)
	next := answers[0]
	for i, a := range answers {
		if a == f.at {
			next = answers[min(max(i+by, 0), len(answers)-1)]
		}
	}
	if f.given(e) < 0 && f.at == answers[0] && by > 0 && f.at == readsThis {
		next = f.at
	}
	if f.at = next; next == readsOther || next == f.given(e) {
		return nil
	}
	return f.answer(e)
}

// answer gives the answer under the cursor; another sentence is chosen from
// all of them.
func (f *readingField) answer(e *env) []effect {
	switch f.at {
	case readsThis:
		return f.write(e, f.own(e))
	case readsUnknown:
		return f.write(e, plan.UnknownFits)
	}
	return []effect{func(m *Model) tea.Cmd { return m.push(newObservedSentence(m, f.form, f.competence)) }}
}

func (f *readingField) write(e *env, fits string) []effect {
	c, err := f.form.read(e, f.competence, fits)
	return []effect{commit(c, err), renewTop()}
}

// renewTop makes the screen on top take over what an act wrote, or what stands
// where it could not be done.
func renewTop() effect { return func(m *Model) tea.Cmd { m.refresh(); return nil } }

func (f *readingField) clicked(e *env, cell int) []effect {
	from := f.from(e)
	for _, a := range f.answers(e) {
		if from += text.Width(f.label(e, a)) + 2 + answerGap; cell < from {
			f.at = a
			return f.answer(e)
		}
	}
	return nil
}

// from is the cell at which the answers begin.
func (f *readingField) from(e *env) int {
	if e.narrow() {
		return 2
	}
	return observationLabels
}

func (f *readingField) MarkLine() int {
	if f.first {
		return 1
	}
	return 0
}

// Lines are the name of the competence, the answers and, in hand or where
// another sentence was read, that sentence.
func (f *readingField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	var out []string
	if f.first {
		head := e.st.Label.Render(e.t.T("s91.reads"))
		if f.form.who != "private" {
			head += e.st.forAudience("private").Render("  " + e.t.T("audience.short.private"))
		}
		out = append(out, head)
	}
	style, from, given := e.st.Label, f.from(e), f.given(e)
	if focused {
		style = e.st.Selected
	}
	row, cur := "", &cursor{}
	for _, a := range f.answers(e) {
		if row != "" {
			row += spaces(answerGap)
		}
		if a == f.at {
			cur.Cell = from + text.Width(row)
		}
		words := tick(a == given) + " " + f.label(e, a)
		if a == given {
			words = e.st.Chosen.Render(words)
		}
		row += words
	}
	name := competenceName(e, f.competence)
	if e.narrow() {
		out = append(out, style.Render(text.Cut(name, w)), spaces(from)+row)
	} else {
		out = append(out, style.Render(text.Pad(text.Cut(name, observationLabels-1), observationLabels))+row)
	}
	cur.Line = len(out) - 1
	return append(out, f.sentence(e, w, focused)...), cur
}

// sentence is the one under the cursor while the field is in hand, elsewhere
// the one that was read where it is another than one's own.
func (f *readingField) sentence(e *env, w int, focused bool) []string {
	reads, given, words := f.form.observation(e).Reads(f.competence), f.given(e), ""
	switch {
	case focused && f.at == readsThis:
		words = sentenceOf(e, f.competence, f.own(e))
	case focused && f.at == readsOther && given != readsOther:
		words = e.t.T("s91.reads.open")
	case given == readsOther && (!focused || f.at == readsOther):
		words = sentenceOf(e, f.competence, reads)
	}
	if words == "" {
		return nil
	}
	from := f.from(e)
	ls := text.Wrap(words, w-from)
	if !focused {
		ls = []string{text.Cut(words, w-from)}
	}
	for i, l := range ls {
		ls[i] = spaces(from) + e.st.Hint.Render(l)
	}
	return ls
}

// sentenceOf is an answer of the scale fits in words: the sentence of a phase,
// or what the scale says.
func sentenceOf(e *env, competence, fits string) string {
	if _, c, ok := e.fw.Competence(competence); ok {
		if s, ok := c.Indicators[fits]; ok {
			return e.say(s)
		}
	}
	return fitsWords(e, fits)
}

func (f *readingField) actions() []action {
	out := []action{
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
		{ID: "form.change", Keys: []string{"left"}, Short: "key.change"},
	}
	if f.at == readsOther {
		out = append(out, action{ID: "observed.sentences", Keys: []string{"space"}, Short: "key.sentences"})
	}
	return append(out, action{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"})
}
