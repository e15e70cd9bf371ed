package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// command is an action as help and palette show it.
type command struct {
	id     string
	key    string // as shown, or ""
	words  string
	detail string
	other  string // the words in the other language, for searching
	why    string // the reason why not, in words
	do     func() []effect
}

// commandsOf are the actions of one screen. Those of a form that only the form
// itself takes have nothing to do from here; they are shown in its help.
func (m *Model) commandsOf(list []action, detail string) []command {
	var out []command
	for _, a := range list {
		if a.Quiet {
			continue
		}
		c := command{id: a.ID, key: m.shownKey(a), words: m.t.T("do." + a.ID), detail: detail, do: a.Do,
			other: m.otherTexts().T("do." + a.ID)}
		if a.Why != "" {
			c.why = m.t.T(a.Why)
		}
		out = append(out, c)
	}
	return out
}

// otherTexts is the catalogue of the language that is not in use.
func (m *Model) otherTexts() Texts {
	if m.settings.Language == "en" {
		return m.textsIn("nl")
	}
	return m.textsIn("en")
}

// allCommands is the whole table: the steps, the screen below, what every
// screen has, the settings, and the actions of the other steps.
func (m *Model) allCommands(below screen) []command {
	e := m.env()
	why := ""
	if m.plan.ID == "" {
		why = m.t.T("why.noplan")
	}
	var out []command
	for _, s := range allSteps() {
		n := s.Number
		out = append(out, command{id: stepID(n), words: m.t.T(stepID(n)), other: m.otherTexts().T(stepID(n)),
			detail: m.t.T("s161.step", "Number", n), why: why, do: func() []effect { return []effect{openStep(n)} }})
	}
	out = append(out, doable(m.commandsOf(below.Actions(e), m.t.T("s161.here")))...)
	out = append(out, m.commandsOf(m.global(), "")...)
	if m.settings.Started {
		out = append(out, m.commandsOf([]action{
			{ID: "cards.words", Do: func() []effect { return []effect{openCards(wordList)} }},
			{ID: "cards.talks", Do: func() []effect { return []effect{openCards(talkList)} }},
			{ID: "cards.models", Do: func() []effect { return []effect{openCards(modelList)} }},
			{ID: "cards.values", Do: func() []effect { return []effect{openCards(valueList)} }},
		}, m.t.T("s180.title"))...)
	}
	out = append(out, command{id: "settings", words: m.t.T("do.settings"), other: m.otherTexts().T("do.settings"),
		do: func() []effect { return []effect{openSettings()} }})
	out = append(out, m.settingCommands(e)...)
	out = append(out, m.frameworkCommands(e)...)
	out = append(out, m.commandsOf(doingActions(e), "")...)
	out = append(out, command{id: "suspend", words: m.t.T("do.suspend"), other: m.otherTexts().T("do.suspend"),
		do: func() []effect { return []effect{func(*Model) tea.Cmd { return tea.Suspend }} }})
	if m.plan.ID == "" {
		return unique(out)
	}
	for _, s := range allSteps() {
		for _, scr := range s.screens(m) {
			if scr.ID() == below.ID() {
				continue
			}
			list := slices.DeleteFunc(scr.Actions(e), func(a action) bool { return !a.Anywhere })
			for _, c := range doable(m.commandsOf(list, m.t.T("s161.step", "Number", s.Number))) {
				n, id := s.Number, c.id
				c.key = ""
				c.do = func() []effect { return []effect{openStep(n), runAction(id)} }
				out = append(out, c)
			}
		}
	}
	return unique(out)
}

// doable leaves out what only a form itself takes.
func doable(list []command) []command {
	return slices.DeleteFunc(list, func(c command) bool { return c.do == nil })
}

// unique keeps the first command with each id; the forms share some.
func unique(list []command) []command {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(c command) bool {
		again := seen[c.id]
		seen[c.id] = true
		return again
	})
}

// runAction does what an action of a screen of the step does that was just
// opened; what stands on top of that screen gives way.
func runAction(id string) effect {
	return func(m *Model) tea.Cmd {
		for depth := len(m.stack); depth > 1; depth-- {
			for _, a := range m.stack[depth-1].Actions(m.env()) {
				if a.ID != id || a.Do == nil {
					continue
				}
				var cmd tea.Cmd
				if depth < len(m.stack) {
					cmd = tea.Batch(m.cut(depth), m.entered())
				}
				return tea.Batch(cmd, m.do(a))
			}
		}
		return nil
	}
}

// matches reports whether every word typed occurs in the command, in either
// language.
func (c command) matches(typed string) bool {
	return holds(typed, c.words, c.other, c.detail, c.key)
}

// reason is why not in a few words, to stand beside the command.
func (c command) reason() string {
	s := c.why
	for _, end := range []string{". ", "? "} {
		s, _, _ = strings.Cut(s, end)
	}
	return lowerFirst(strings.TrimSuffix(s, "."))
}

// distance says how far off a command is that fits what was typed: 0 where a
// word of its name begins so, 1 where its name holds it, 2 where only the
// other language or its place does.
func (c command) distance(typed string) int {
	typed = strings.ToLower(strings.TrimSpace(typed))
	name := strings.ToLower(c.words)
	switch {
	case typed == "" || strings.HasPrefix(name, typed) || strings.Contains(name, " "+typed):
		return 0
	case strings.Contains(name, typed):
		return 1
	}
	return 2
}

// carry gives the screen below back and then does the command.
func carry(c command) []effect {
	return []effect{back(), func(m *Model) tea.Cmd {
		if c.why != "" {
			m.msg = message{text: c.why, rank: rankAttention}
			return nil
		}
		id := c.id
		cmd := m.change(func(s *Settings) {
			s.Recent = slices.DeleteFunc(slices.Clone(s.Recent), func(r string) bool { return r == id })
			s.Recent = append([]string{id}, s.Recent...)
			s.Recent = s.Recent[:min(len(s.Recent), 5)]
		})
		return tea.Batch(cmd, m.carryOut(c.do()))
	}}
}
