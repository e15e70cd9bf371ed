package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
)

// A plan is shown with the version of the framework that it pins, also when
// the program brings another one: only the teacher moves it.

// pinnedPack is the content with an earlier framework in it, for a plan that
// pins that one.
type pinnedPack struct {
	digest string
	pack   *continuum.Pack
}

// pack is the content for the plan that is open. Where this computer does not
// have the version that the plan pins, it is that of the program.
func (m *Model) pack() *continuum.Pack {
	now, pin := m.deps.Pack, m.plan.Pin
	if f, ok := now.Framework(pin.ID); pin.Digest == "" || pin.ID != m.plan.Profile.Framework || ok && f.Digest == pin.Digest {
		return now
	}
	if m.pinned.digest != pin.Digest {
		m.pinned = pinnedPack{pin.Digest, now}
		if m.deps.Earlier != nil {
			if f, ok := m.deps.Earlier(pin.Digest); ok && f.ID == pin.ID {
				m.pinned.pack = now.Holding(f)
			}
		}
	}
	return m.pinned.pack
}

// other is the framework of the program where the plan pins another version
// of it, nil where there is none. known says whether this computer has the one
// that is pinned.
func (e *env) other() (to *continuum.Framework, known bool) {
	pin := e.plan.Pin
	f, ok := e.deps.Pack.Framework(e.plan.Profile.Framework)
	if !ok || pin.Digest == "" || pin.ID != f.ID || pin.Digest == f.Digest {
		return nil, false
	}
	return f, e.fw.Digest == pin.Digest
}

// pinned is the framework of the plan as it is, without the words that go
// with the teacher's own way of working.
func (e *env) pinned() *continuum.Framework {
	if f, ok := e.pack().Framework(e.fw.ID); ok {
		return f
	}
	return e.fw
}

// otherID is the catalogue id of a sentence about that other version: it is
// newer, or only another one.
func otherID(e *env, id string) string {
	to, _ := e.other()
	if to != nil && continuum.NewerVersion(to.Version, e.plan.Pin.Version) {
		return id + ".newer"
	}
	return id + ".other"
}

// offerVersion opens what another version of the framework changes, once for
// each plan and version, where the plan may be changed.
func offerVersion() effect {
	return func(m *Model) tea.Cmd {
		e := m.env()
		to, _ := e.other()
		if to == nil || e.plan.Frozen() {
			return nil
		}
		id := "S172/" + e.plan.ID + "/" + to.Digest
		if m.settings.Seen[id] {
			return nil
		}
		return tea.Batch(m.push(newOtherVersion(m)), m.change(func(s *Settings) { s.Seen = withSeen(s.Seen, id) }))
	}
}

// withSeen adds to what was seen, in a new map.
func withSeen(was map[string]bool, id string) map[string]bool {
	seen := map[string]bool{id: true}
	for k := range was {
		seen[k] = true
	}
	return seen
}

// frameworkCommands are the screens about the framework of the plan, for the
// list of commands.
func (m *Model) frameworkCommands(e *env) []command {
	if m.plan.ID == "" {
		return nil
	}
	why := ""
	if to, _ := e.other(); to == nil {
		why = m.t.T("why.noversion")
	}
	var out []command
	for _, c := range []struct {
		id, why string
		do      effect
	}{
		{"framework", "", openFramework()},
		{"version", why, openItem(newOtherVersion)},
		{"guarantees", "", openGuarantees()},
	} {
		out = append(out, command{id: c.id, words: m.t.T("do." + c.id), other: m.otherTexts().T("do." + c.id), why: c.why,
			do: func() []effect { return []effect{c.do} }})
	}
	return out
}
