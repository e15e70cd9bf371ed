package tui

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// settingsScreen is S170: few settings, each with what it does.
type settingsScreen struct{ list list }

func openSettings() effect { return open(&settingsScreen{}) }

func (s *settingsScreen) ID() string          { return "S170" }
func (s *settingsScreen) Title(e *env) string { return e.t.T("s170.title") }
func (s *settingsScreen) Audience() string    { return "private" }
func (s *settingsScreen) Form() bool          { return false }

func (s *settingsScreen) Actions(e *env) []action {
	change := func(by int) func() []effect {
		return func() []effect { return s.step(e, by) }
	}
	return []action{
		{ID: "settings.change", Keys: []string{"enter", "space"}, Short: "key.alter", Do: change(1)},
		{ID: "settings.next", Keys: []string{"right", "l"}, Do: change(1)},
		{ID: "settings.previous", Keys: []string{"left", "h"}, Short: "key.change", Do: change(-1)},
	}
}

// choice is a setting with its answers.
type choice struct {
	id      string
	answers []string
	now     string
	set     func(answer string) []effect
}

func choices(e *env) []choice {
	onoff := func(on bool) string {
		if on {
			return "on"
		}
		return "off"
	}
	c := e.settings
	out := []choice{
		{"language", []string{"nl", "en"}, c.Language, func(a string) []effect { return []effect{settings(func(s *Settings) { s.Language = a })} }},
		{"mouse", []string{"on", "off"}, onoff(c.Mouse), func(a string) []effect { return []effect{settings(func(s *Settings) { s.Mouse = a == "on" })} }},
		{"color", []string{"auto", "never"}, firstOf(c.Color, "auto"), func(a string) []effect { return []effect{settings(func(s *Settings) { s.Color = a }), restyle()} }},
		{"signs", []string{"off", "on"}, onoff(c.Ascii), func(a string) []effect { return []effect{settings(func(s *Settings) { s.Ascii = a == "on" })} }},
		{"role", roles, firstOf(c.Role, roleTeacher), func(a string) []effect { return []effect{takeRole(a)} }},
	}
	out = append(out, choice{"keep", []string{"0", "1", "2", "5", "7"}, itoa(c.Keep[c.Role]), func(a string) []effect {
		return []effect{settings(func(s *Settings) { s.Keep = keeping(s.Keep, s.Role, int(a[0]-'0')) })}
	}})
	if e.plan.ID != "" {
		out = append(out, choice{"pdf", []string{"nl", "en"}, e.plan.Language, func(a string) []effect { return []effect{commit(plan.SetLanguage(e.plan, a))} }})
	}
	return out
}

// settingCommands are the answers to the settings that do not hold now, each
// a command of its own.
func (m *Model) settingCommands(e *env) []command {
	var out []command
	words := func(t Texts, c choice, answer string) string {
		return t.T("s170."+c.id) + ": " + t.T("s170."+c.id+"."+answer)
	}
	for _, c := range choices(e) {
		for _, a := range c.answers {
			if a == c.now {
				continue
			}
			out = append(out, command{id: "settings." + c.id + "." + a, words: words(m.t, c, a), other: words(m.otherTexts(), c, a),
				detail: m.t.T("do.settings"), do: func() []effect { return c.set(a) }})
		}
	}
	return out
}

func restyle() effect {
	return func(m *Model) tea.Cmd { m.restyle(); return nil }
}

// frameworkRow leads to the framework of the plan that is open.
const frameworkRow = "framework"

// keyRow leads to the passphrase of the own key.
const keyRow = "key"

// takingRow leads to what can be taken out as a file.
const takingRow = "taking"

// copiesRow leads to the folder for copies.
const copiesRow = "copies"

// otherRow leads to the file for another computer.
const otherRow = "own"

// safeRow leads to the passphrase.
const safeRow = "safe"

// eraseRow leads to what can be erased.
const eraseRow = "erase"

func (s *settingsScreen) step(e *env, by int) []effect {
	switch s.list.at(s.rows(e)) {
	case frameworkRow:
		return []effect{openFramework()}
	case copiesRow:
		return []effect{openCopies()}
	case takingRow:
		return []effect{openTaking()}
	case otherRow:
		return []effect{openOwnMaking()}
	case safeRow:
		return []effect{openSafe(e)}
	case eraseRow:
		return []effect{openEraseChoice()}
	case keyRow:
		return []effect{openItem(newKeyPass)}
	}
	for _, c := range choices(e) {
		if c.id == s.list.at(s.rows(e)) {
			i := slices.Index(c.answers, c.now)
			return c.set(c.answers[(i+by+len(c.answers))%len(c.answers)])
		}
	}
	return nil
}

const settingLabels = 22

func (s *settingsScreen) rows(e *env) []row {
	var out []row
	for _, c := range choices(e) {
		out = append(out, row{ID: c.id, Lines: []string{e.st.Label.Render(text.Pad(e.t.T("s170."+c.id), settingLabels)) +
			text.Cut(e.t.T("s170."+c.id+"."+c.now), e.w-settingLabels)}})
	}
	out = append(out, plainRow(""))
	fact := func(id, value string) {
		out = append(out, row{Lines: hang(e.st.Label.Render(text.Pad(e.t.T(id), settingLabels)), value, e.w, settingLabels)})
	}
	if e.plan.ID != "" {
		name := e.t.T("s170.framework.is", "Name", e.say(e.fw.Name), "Version", e.fw.Version)
		out = append(out, row{ID: frameworkRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.framework"), settingLabels)), name, e.w, settingLabels)})
	}
	if e.deps.Safe != nil {
		has := e.t.T("s170.safe.none")
		if e.deps.Safe.Locked() {
			has = e.t.T("s170.safe.has")
		}
		out = append(out, row{ID: safeRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.safe"), settingLabels)), has, e.w, settingLabels)})
	}
	if key, ok := e.deps.Work.Key(); ok {
		kept := e.t.T("s170.key.open")
		if key.Locked {
			kept = e.t.T("s170.key.locked")
		}
		words := hang(e.st.Label.Render(text.Pad(e.t.T("s170.key"), settingLabels)), strings.Join(key.Words, " "), e.w, settingLabels)
		out = append(out, row{ID: keyRow, Lines: append(words, spaces(settingLabels)+text.Cut(kept, e.w-settingLabels))})
	} else {
		fact("s170.key", e.t.T("s170.nokey"))
	}
	copies := e.t.T("s170.copies.none")
	if e.settings.Copies != "" {
		copies = e.t.T("s170.copies.daily", "Folder", e.settings.Copies)
	}
	out = append(out, row{ID: copiesRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.copies"), settingLabels)), copies, e.w, settingLabels)})
	if whyNoTaking(e) == "" {
		out = append(out, row{ID: takingRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.taking"), settingLabels)), e.t.T("s170.taking.what"), e.w, settingLabels)})
	}
	if canMakeOwn(e.plan) {
		out = append(out, row{ID: otherRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.own"), settingLabels)), e.t.T("s170.own.what"), e.w, settingLabels)})
	}
	if e.deps.Eraser != nil {
		what := e.t.T("s170.erase.what")
		if n := len(overdue(e)); n > 0 {
			what = "! " + e.t.N("s170.erase.due", n)
		}
		out = append(out, row{ID: eraseRow, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s170.erase"), settingLabels)), what, e.w, settingLabels)})
	}
	out = append(out, plainRow(""))
	fact("s170.where", e.deps.DataDir)
	fact("s170.version", e.deps.Version)
	return out
}

func (s *settingsScreen) Page(e *env) page { return s.list.page(s.rows(e)) }

func (s *settingsScreen) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.step(e, 1)
	}
	return nil
}

// keeping is the terms with another one for a role, in a new map.
func keeping(was map[string]int, role string, years int) map[string]int {
	out := maps.Clone(was)
	if out == nil {
		out = map[string]int{}
	}
	out[role] = years
	return out
}
