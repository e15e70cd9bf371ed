package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// commit takes an act over: the plan in hand changes at once, the disk
// follows. An act that changed nothing is none.
func (m *Model) commit(c plan.Change) tea.Cmd {
	if m.failed != nil {
		m.say("msg.readonly.failed")
		return nil
	}
	if c.Same(m.plan) {
		return nil
	}
	m.outdate()
	return m.record(c.Plan, plan.Revision{Act: c.Act})
}

// record adds a revision to the history and saves it.
func (m *Model) record(p plan.Plan, rev plan.Revision) tea.Cmd {
	if p.ID != m.plan.ID {
		m.take(plan.Plan{ID: p.ID}, nil)
	}
	p.Revision = m.plan.Revision + 1
	rev.N, rev.At, rev.By, rev.State = p.Revision, plan.At(m.deps.Now()), author(p), p.State
	m.plan, m.revs = p, append(slices.Clip(m.revs), rev)
	m.bodies[p.Revision] = p
	m.noteRow(m.plan)
	m.queue = append(m.queue, Entry{Plan: p, Rev: rev})
	if name := reader(p); name != "" && m.settings.Name == "" {
		return tea.Batch(m.save(), m.change(func(s *Settings) { s.Name = name }))
	}
	return m.save()
}

// beside adds the first act on a plan that is not the one in hand. It is
// written together with the next act on that one.
func (m *Model) beside(c plan.Change) tea.Cmd {
	if m.failed != nil {
		return nil
	}
	p := c.Plan
	p.Revision = 1
	m.noteRow(p)
	m.queue = append(m.queue, Entry{Plan: p, Rev: plan.Revision{N: 1, At: plan.At(m.deps.Now()), By: author(p), Act: c.Act, State: p.State}})
	return nil
}

// noteRow brings the list of plans up to date.
func (m *Model) noteRow(p plan.Plan) {
	row := PlanRow{ID: p.ID, SchoolYear: p.Profile.SchoolYear, Teacher: p.Profile.Name,
		State: p.State, SignedVersion: p.SignedVersion(), Updated: m.deps.Now(), Framework: p.Profile.Framework, Coached: plan.StandingOf(p)}
	at := slices.IndexFunc(m.rows, func(r PlanRow) bool { return r.ID == row.ID })
	if at < 0 {
		m.rows = append([]PlanRow{row}, m.rows...)
		return
	}
	m.rows = slices.Clone(m.rows)
	m.rows[at] = row
}

// save writes what waits, unless a save is under way: that one's answer
// brings the next. So the newest is always written last.
func (m *Model) save() tea.Cmd {
	if m.saving || m.failed != nil || len(m.queue) == 0 {
		return nil
	}
	m.flight, m.queue, m.saving = m.queue, nil, true
	batch := m.flight
	return func() tea.Msg { return savedMsg{m.deps.Keeper.Save(batch)} }
}

func (m *Model) saved(err error) tea.Cmd {
	m.saving = false
	if err == nil && m.retrying {
		m.saveWorks()
	}
	m.retrying = false
	if err != nil {
		m.failed = err
		m.queue, m.flight = append(m.flight, m.queue...), nil
		p := m.plan
		rescue := func() tea.Msg {
			where, err := m.deps.Keeper.Emergency(p)
			return rescuedMsg{where, err}
		}
		if _, shown := m.top().(*notSaved); shown {
			return rescue
		}
		return tea.Batch(rescue, m.push(newNotSaved(m)))
	}
	m.flight = nil
	if cmd := m.save(); cmd != nil {
		return cmd
	}
	if m.owed && !m.quitting {
		m.owed = false
		return m.saveSettings()
	}
	if m.quitting {
		return tea.Quit
	}
	return nil
}

// A saveError says more about why something was not saved.
type saveError interface {
	Why() string // full, changed, denied or other
	Again() bool // whether trying again is worth it
}

// whyNotSaved is the reason in one word, other where it is not known.
func whyNotSaved(err error) string {
	var e saveError
	if errors.As(err, &e) {
		return e.Why()
	}
	return "other"
}

func canSaveAgain(err error) bool {
	var e saveError
	return errors.As(err, &e) && e.Again()
}

// saveAgain tries once more what was not saved.
func (m *Model) saveAgain() tea.Cmd {
	if !canSaveAgain(m.failed) {
		return nil
	}
	m.failed, m.retrying = nil, true
	return m.save()
}

// saveWorks goes back to work after a try that went well.
func (m *Model) saveWorks() {
	if _, shown := m.top().(*notSaved); shown {
		m.stack = m.stack[:len(m.stack)-1]
	}
	m.emergency = ""
	m.say("msg.saved-again")
}

func (m *Model) whyNoUndo() string {
	if _, ok := plan.UndoTarget(m.revs); !ok {
		return "msg.nothing-to-undo"
	}
	return ""
}

func (m *Model) whyNoRedo() string {
	if _, ok := plan.RedoTarget(m.revs); !ok {
		return "msg.nothing-to-redo"
	}
	return ""
}

// undo takes the last act back; the plan is then as it was before it.
func (m *Model) undo() tea.Cmd {
	cmd := m.leave()
	rev, ok := plan.UndoTarget(m.revs)
	if !ok {
		m.say("msg.nothing-to-undo")
		return cmd
	}
	return tea.Batch(cmd, m.bring(rev.N-1, plan.Revision{Act: rev.Act, Undoes: rev.N}, "msg.undid"))
}

// redo brings back what undo took.
func (m *Model) redo() tea.Cmd {
	rev, ok := plan.RedoTarget(m.revs)
	if !ok {
		m.say("msg.nothing-to-redo")
		return nil
	}
	return m.bring(rev.N, plan.Revision{Act: rev.Act, Redoes: rev.N}, "msg.redid")
}

// bring makes an older revision the plan in hand, as an act of its own.
func (m *Model) bring(n int, rev plan.Revision, said string) tea.Cmd {
	done := func(older plan.Plan) tea.Cmd {
		if m.failed != nil {
			m.say("msg.readonly.failed")
			return nil
		}
		if m.plan.Frozen() && !m.plan.IsCopy() && rev.Act.Name != "sign.paper" {
			m.say("msg.read-only")
			return nil
		}
		before := readFields(m.top(), m.env())
		cmd := m.record(plan.Undone(m.plan, older), rev)
		m.refresh()
		followUndo(m.top(), m.env(), before)
		m.sayUndone(said, rev, older)
		return cmd
	}
	if p, ok := m.bodies[n]; ok {
		return done(p)
	}
	id := m.plan.ID
	return m.wait("busy.load", func() (any, error) { return m.deps.Keeper.At(id, n) }, func(v any, err error) []effect {
		if err != nil {
			return []effect{attend("msg.undo.failed")}
		}
		return []effect{func(*Model) tea.Cmd { return done(v.(plan.Plan)) }}
	})
}

// fail says why an act could not be done.
func (m *Model) fail(err error) {
	e := (*plan.Error)(nil)
	if !errors.As(err, &e) {
		m.attend("err.other", "Detail", err.Error())
		return
	}
	value := ""
	if len(e.Args) > 0 {
		value = e.Args[0]
	}
	m.attend("err."+e.Code, "Item", e.Item, "Field", e.Field, "Value", value)
}
