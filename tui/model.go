package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// Model is the whole program. It is a pointer type: Bubble Tea hands the same
// one back and forth.
type Model struct {
	deps     *Deps
	t        Texts
	st       *styles
	settings Settings
	w, h     int
	dark     bool

	rows   []PlanRow
	plan   plan.Plan
	revs   []plan.Revision
	bodies map[int]plan.Plan // by revision, of this session

	pinned pinnedPack

	stack []screen
	msg   message
	top0  int // first line of the body in view, kept between frames
	peek  int // by how many lines the view was moved away from the focus

	// Saving: one at a time, newest last.
	queue, flight []Entry
	saving        bool
	failed        error
	refused       error  // why a locked store could not be opened
	retrying      bool   // what failed is tried once more
	owed          bool   // settings wait for a save that works
	emergency     string // where the unsaved words are
	quitting      bool
	stopAsked     bool
	keyAt         time.Time // when the last key came
	hurried       bool      // the key in hand came right after another one

	// Waiting: keys are held back until the work is done.
	waiting *waiting
	held    []tea.Msg
	jobs    int
	typed   int // counts keys, so that a pause can be told
	piled   int // accents in a row that were typed

	drafting bool // a text in hand will be kept soon
}

// HangupMsg says that the window is closing or the system asks to stop.
type HangupMsg struct{}

type (
	savedMsg    struct{ err error }
	settingsMsg struct{ err error }
	rescuedMsg  struct {
		where string
		err   error
	}
	pauseMsg struct{ typed int }
)

// New returns the program with the plans that there are. latest is the plan
// that was changed last, with its history, or the zero plan.
func New(d *Deps, rows []PlanRow, latest plan.Plan, revs []plan.Revision) *Model {
	m := &Model{deps: d, settings: d.Settings, rows: rows, bodies: map[int]plan.Plan{}}
	if m.settings.Language == "" {
		m.settings.Language = "nl"
	}
	m.t = m.textsIn(m.settings.Language)
	m.dark = d.Dark
	m.restyle()
	m.take(latest, revs)
	switch {
	case !m.settings.Started:
		m.push(newStart(m))
	default:
		m.push(roleHome(m))
	}
	m.sayChecked(d.Found)
	return m
}

// restyle makes the looks anew, for another background or without colours.
func (m *Model) restyle() { m.st = newStyles(m.dark, m.settings.Color == "never") }

// take makes p the plan that is open.
func (m *Model) take(p plan.Plan, revs []plan.Revision) {
	m.plan, m.revs = p, revs
	m.bodies = map[int]plan.Plan{p.Revision: p}
}

// Init asks the terminal for its background and begins what is left to check.
func (m *Model) Init() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, m.check(), m.given()) }

// given opens the file that the program was started with. Somebody who has
// never started it before first says who they are.
func (m *Model) given() tea.Cmd {
	if m.deps.File == "" || !m.settings.Started {
		return nil
	}
	var cmds []tea.Cmd
	for _, do := range append([]effect{openInbox()}, judgeFile(m.env(), m.deps.File)...) {
		cmds = append(cmds, do(m))
	}
	return tea.Batch(cmds...)
}

// Plan returns the plan that is open.
func (m *Model) Plan() plan.Plan { return m.plan }

// Unsaved returns the acts that are not on disk yet, oldest first.
func (m *Model) Unsaved() []Entry { return append(append([]Entry{}, m.flight...), m.queue...) }

// Finish takes over what is still in hand when the program has ended without
// being asked to, as it does when its window is gone. [Model.Unsaved] then has
// it.
func (m *Model) Finish() { m.leave() }

// Emergency returns where the words are that could not be saved, as shown to
// people, or "".
func (m *Model) Emergency() string { return m.emergency }

// env is what screens look at.
func (m *Model) env() *env {
	e := &env{emergency: m.emergency, failed: m.failed != nil, why: whyNotSaved(m.failed), again: canSaveAgain(m.failed), deps: m.deps, plan: m.plan, revs: m.revs, rows: m.rows, settings: m.settings, t: m.t, st: m.st}
	e.w, e.h = m.bodySize()
	e.wide = m.w >= 116
	e.world, e.fw = m.pack(), m.framework()
	return e
}

// Update takes one message and does all that follows from it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		if m.deps.Inline {
			m.h-- // a frame as high as the window scrolls its first line away
		}
		if m.small() { // the notice says that the text is saved
			return m, m.keep()
		}
		return m, nil
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.restyle()
		return m, nil
	case savedMsg:
		return m, m.saved(msg.err)
	case settingsMsg:
		if msg.err != nil && m.failed == nil { // else the plan is not saved either, which is said already
			m.attend("msg.settings.failed")
		}
		return m, nil
	case checkedMsg:
		m.sayChecked(msg.found)
		return m, nil
	case rescuedMsg:
		m.emergency = msg.where
		return m, nil
	case workMsg:
		return m, m.worked(msg)
	case busyMsg:
		if m.waiting != nil && m.waiting.id == msg.id {
			m.waiting.shown = true
		}
		return m, nil
	case pauseMsg:
		if p, ok := m.top().(pauser); ok && msg.typed == m.typed {
			return m, m.carryOut(p.Pause(m.env()))
		}
		return m, nil
	case draftMsg:
		return m, m.keepDraft()
	case HangupMsg:
		return m, m.quit()
	}
	if m.waiting != nil {
		return m, m.hold(msg)
	}
	return m, m.input(msg)
}

// input is what a person does: a key, a paste, the mouse.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	if m.small() {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "ctrl+c" {
			return m.interrupt()
		}
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		msg, ok := m.cleanKey(msg)
		if !ok {
			return nil
		}
		if keys := parted(msg, m.top().Form()); len(keys) > 1 {
			return m.burst(keys)
		}
		m.typed++
		if msg.String() == "ctrl+c" {
			return m.interrupt()
		}
		m.stopAsked = false
		now := m.deps.Now()
		m.hurried, m.keyAt = now.Sub(m.keyAt).Abs() < handGap, now
		return tea.Batch(m.looking(msg, func() tea.Cmd { return m.key(msg) }), m.pause())
	case tea.PasteMsg:
		m.typed++
		return tea.Batch(m.carryOut(m.top().Update(m.env(), cleanPaste(msg))), m.pause())
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	}
	return m.carryOut(m.top().Update(m.env(), msg))
}

// handGap is less than what lies between two keys of a person who means the
// second one: letters closer together are pasted or held down.
const handGap = 60 * time.Millisecond

// key does what a key does on the screen on top.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	if a, ok := m.find(keyName(k)); ok && a.Do != nil {
		return m.do(a)
	}
	return m.carryOut(m.top().Update(m.env(), k))
}

// do carries an action out, or says why it cannot be done now.
func (m *Model) do(a action) tea.Cmd {
	if a.Why != "" {
		m.say(a.Why)
		return nil
	}
	return m.carryOut(a.Do())
}

func (m *Model) carryOut(effects []effect) tea.Cmd {
	var cmds []tea.Cmd
	for _, f := range effects {
		if f != nil {
			cmds = append(cmds, f(m))
		}
	}
	return tea.Batch(cmds...)
}

// pause sets off a message for when nothing was typed for a second: a text in
// hand is then saved without being left.
func (m *Model) pause() tea.Cmd {
	if !m.top().Form() {
		return nil
	}
	n := m.typed
	return tea.Batch(m.draft(), m.deps.Tick(time.Second, func(time.Time) tea.Msg { return pauseMsg{n} }))
}

// leave lets the screen on top commit what is in hand.
func (m *Model) leave() tea.Cmd {
	if l, ok := m.top().(leaver); ok {
		return m.carryOut(l.Leave(m.env()))
	}
	return nil
}

// interrupt is ctrl+c: the first one asks, the second one quits.
func (m *Model) interrupt() tea.Cmd {
	if m.stopAsked {
		return m.quit()
	}
	m.stopAsked = true
	m.say("msg.quit")
	return nil
}

// quit saves what is in hand and ends the program once all is on disk.
func (m *Model) quit() tea.Cmd {
	cmd := m.leave()
	m.quitting = true
	if m.failed != nil || !m.saving && len(m.queue) == 0 {
		return tea.Quit
	}
	return cmd
}
