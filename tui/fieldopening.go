package tui

import tea "charm.land/bubbletea/v2"

// opening is the part of a field that opens a screen of its own, where the
// value is chosen. What embeds it draws the value.
type opening struct {
	id string
	to func(*Model) screen
}

func (f *opening) ID() string                   { return f.id }
func (f *opening) Open(*env)                    {}
func (f *opening) Focus()                       {}
func (f *opening) Blur()                        {}
func (f *opening) Commit(*env) ([]effect, bool) { return nil, true }

func (f *opening) Update(_ *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if k := msg.String(); k != "enter" && k != "space" {
			return false, nil
		}
	case clickMsg:
	default:
		return false, nil
	}
	return true, []effect{openItem(f.to)}
}
