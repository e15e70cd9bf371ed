package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// A screen is one page of the program.
type screen interface {
	// ID is the name of the screen, S22 for instance; also of its golden file.
	ID() string
	// Title is line 2: the step, and after a dot the part of the step.
	Title(*env) string
	// Audience is who can see what is here: private, coach, board, per-field,
	// per-item, or "" where the question makes no sense.
	Audience() string
	// Page is what stands between the title and the message line.
	Page(*env) page
	// Update answers a key that is not in the table of actions, a paste, or a
	// click on a line of the page (clickMsg).
	Update(*env, tea.Msg) []effect
	// Actions are the commands of this screen, in the order of the help.
	Actions(*env) []action
	// Form reports whether letters are text now.
	Form() bool
}

// leaver is a screen that has something to do before it is left or before
// the program ends: commit the field in hand.
type leaver interface{ Leave(*env) []effect }

// pauser is a screen that saves what is in hand when nobody types for a second.
type pauser interface{ Pause(*env) []effect }

// stayer is a screen that does not close at the first esc while what was
// typed cannot be understood.
type stayer interface {
	Stays(*env) (effects []effect, stays bool)
}

// opener is a screen that sets itself up when it comes on top: it chooses
// the next useful thing, or takes over a plan that changed below it.
type opener interface{ Open(*env) }

// starter is a screen that asks for something when it comes on top; what
// comes back changes only how it looks.
type starter interface{ Start(*Model) tea.Cmd }

// bare is a screen that asks one question and offers no way round it.
type bare interface{ Bare() bool }

// env is what a screen may look at.
type env struct {
	deps     *Deps
	world    *continuum.Pack // for the plan that is open
	plan     plan.Plan
	fw       *continuum.Framework
	revs     []plan.Revision
	rows     []PlanRow
	settings Settings
	// emergency is where the words are that could not be saved.
	emergency string
	failed    bool   // something could not be saved: there is only reading now
	why       string // it could not: full, changed, denied or other
	again     bool   // trying once more is worth it
	t         Texts
	st        *styles
	w, h      int // of the body: cells of text and lines
	wide      bool
}

// readOnly is the catalogue id of why no text can be changed now, "" where it
// can.
func (e *env) readOnly() string {
	switch {
	case e.failed:
		return "msg.readonly.failed"
	case e.plan.IsCopy():
		return "err.copy"
	case isClosed(e.plan) && e.plan.Frozen():
		return "err.closed"
	case e.plan.Frozen():
		return "err.frozen"
	}
	return ""
}

func (e *env) pack() *continuum.Pack { return e.world }

// lang is the language of the interface.
func (e *env) lang() text.Lang { return text.Lang(e.settings.Language) }

// say fills the placeholders of a text of the pack in the interface language.
func (e *env) say(t continuum.Text) string { return e.fw.Say(t, e.settings.Language) }

func (e *env) today() text.Date {
	y, m, d := e.deps.Now().Date()
	return text.Date{Year: y, Month: int(m), Day: d}
}

// actor is who acts on the plan, now.
func (e *env) actor() plan.Actor { return plan.Actor{Name: author(e.plan), At: e.deps.Now()} }

// narrow reports whether the window is narrower than the mock-ups.
func (e *env) narrow() bool { return e.w < 76 }

// page is the body of a screen. Head stays in place; Lines scroll so that
// the focus is always in view.
type page struct {
	Head  []line
	Lines []line
	// Focus are the first and last index in Lines that must be in view.
	Focus [2]int
	// Cursor is where the real cursor stands: a line in Lines and a cell,
	// counted from the first cell of the text. Nil puts it on the mark.
	Cursor *cursor
	// HeadCursor puts it into Head instead: on the words of a search.
	HeadCursor *cursor
	// Late makes the text of a line that has none yet, by its row, once it
	// comes into view: a long list costs what is seen of it.
	Late func(row string) string
	// Side stands beside the rest, from the cell SideAt of the text on, and
	// does not scroll. It holds nothing that is not one key away as well.
	Side   []string
	SideAt int
}

type cursor struct{ Line, Cell int }

// line is one line of a page, without its two cells of margin.
type line struct {
	Text string
	Mark bool   // the selected row: › in the margin
	Row  string // id of the row a click selects, or ""
}

// clickMsg is a click on a line of the page.
type clickMsg struct {
	Row  string
	Cell int
	Line int
	Nth  int // among the lines of the row, from 0
}

// lines makes plain lines of strings.
func lines(ss ...string) []line {
	out := make([]line, len(ss))
	for i, s := range ss {
		out[i] = line{Text: s}
	}
	return out
}

// wrapped makes the lines of a longer text at the given indent.
func wrapped(s string, width, indent int, render func(...string) string) []line {
	var out []line
	for _, l := range text.Wrap(s, width-indent) {
		out = append(out, line{Text: spaces(indent) + render(l)})
	}
	return out
}

func spaces(n int) string {
	const blank = "                                                                                "
	for n > len(blank) {
		return blank + spaces(n-len(blank))
	}
	return blank[:max(n, 0)]
}
