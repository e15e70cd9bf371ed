package tui

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// makeFile makes the file of the plan in hand for somebody: the first time by
// way of one's key.
func makeFile(e *env, to string, w Wrapping) []effect {
	again := func(m *Model) tea.Cmd { return m.carryOut(packFile(m.env(), to, w)) }
	if _, ok := e.deps.Work.Key(); !ok {
		return []effect{func(m *Model) tea.Cmd {
			s := newKey(m).(*keyScreen)
			s.forFile(m.env(), again)
			return m.push(s)
		}}
	}
	return packFile(e, to, w)
}

func packFile(e *env, to string, w Wrapping) []effect {
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	p, work := e.plan, e.deps.Work
	return []effect{wait("busy.pdf", func() (any, error) { return work.Packet(p, to) }, func(v any, err error) []effect {
		if err != nil {
			return notPacked(err, func(m *Model) tea.Cmd { return m.carryOut(packFile(m.env(), to, w)) })
		}
		packed := v.(Packed)
		var out []effect
		if packed.Change.Plan.ID != "" {
			out = append(out, commit(packed.Change, nil))
		}
		return append(out, placeFile(packed.Dispatch, w, packed.Write)...)
	})}
}

// notPacked says why a file was not made; nothing was recorded.
func notPacked(err error, again effect) []effect {
	switch bad := (*plan.Error)(nil); {
	case errors.Is(err, ErrLocked):
		return []effect{open(newUnlockFor(again))}
	case errors.As(err, &bad):
		return []effect{commit(plan.Change{}, err)}
	case errors.Is(err, fs.ErrNotExist):
		return []effect{attend("s70.nofolder")}
	}
	return []effect{attend("s70.failed")}
}

// placeFile writes the file of a packet that is on record, and shows where it
// is.
func placeFile(d plan.Dispatch, w Wrapping, write func(Wrapping) (Made, error)) []effect {
	return []effect{wait("busy.pdf", func() (any, error) { return write(w) }, func(v any, err error) []effect {
		show := func(m *Model) tea.Cmd {
			cmd := m.cut(1)
			m.stack = append(m.stack, pathAt(7))
			return tea.Batch(cmd, m.push(newWithCoach(m, d)))
		}
		if errors.Is(err, ErrLocked) {
			return []effect{show, open(newUnlockFor(func(m *Model) tea.Cmd { return m.carryOut(remake(m.env(), d, w)) }))}
		}
		if err != nil {
			return []effect{show, attend("s71.notmade")}
		}
		made := v.(Made)
		return []effect{rememberFile(d.Package, made), show, say("s71.made", "File", made.Shown)}
	})}
}

// remake writes the file of a packet once more.
func remake(e *env, d plan.Dispatch, w Wrapping) []effect {
	p, work := e.plan, e.deps.Work
	return placeFile(d, w, func(w Wrapping) (Made, error) { return work.Remake(p, d, w) })
}

// rememberFile notes where a file lies.
func rememberFile(key string, made Made) effect {
	return settings(func(c *Settings) {
		files := map[string]Made{key: made}
		for id, f := range c.Made {
			if id != key {
				files[id] = f
			}
		}
		c.Made = files
	})
}
