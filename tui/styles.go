package tui

import (
	"image/color"
	"sync"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// styles are the looks of the words on screen: foreground only, and every
// meaning is carried by a word, a mark or a place as well.
type styles struct {
	Title, Text, Label, Hint lipgloss.Style
	Done, Attention, Stop    lipgloss.Style
	Private, Shared          lipgloss.Style
	Selected, Chosen, Key    lipgloss.Style
	huh                      *huh.Styles
}

// newStyles returns the looks for a dark or a light background; the colours
// have a contrast of at least 4.5 to 1 on it.
func newStyles(dark, plainOnly bool) *styles {
	pick := func(light, onDark string) color.Color {
		if plainOnly {
			return lipgloss.NoColor{}
		}
		if dark {
			return lipgloss.Color(onDark)
		}
		return lipgloss.Color(light)
	}
	plain := lipgloss.NewStyle()
	s := &styles{
		Title:     plain.Bold(true),
		Text:      plain,
		Label:     plain.Foreground(pick("#555555", "#b0b0b0")),
		Hint:      plain.Foreground(pick("#555555", "#b0b0b0")),
		Done:      plain.Foreground(pick("#1a7032", "#6fce8a")),
		Attention: plain.Foreground(pick("#7a5200", "#e5c35c")),
		Stop:      plain.Foreground(pick("#b3161e", "#ff8a80")).Bold(true),
		Private:   plain.Foreground(pick("#8a2080", "#e69ad8")),
		Shared:    plain.Foreground(pick("#00667a", "#6fcbdc")),
		Selected:  plain.Bold(true),
		Chosen:    plain.Bold(true),
		Key:       plain.Bold(true),
	}
	s.huh = choiceStyles(s)
	return s
}

// choiceStyles dresses Huh's choice fields like the rest: the marker of the
// margin is drawn by the frame, a tick is [x].
func choiceStyles(s *styles) *huh.Styles {
	plain := lipgloss.NewStyle()
	h := *themeBase()
	field := h.Focused
	field.Base, field.Title, field.Description = plain, s.Title, s.Hint
	field.SelectSelector = plain.SetString("● ")
	field.Option, field.SelectedOption, field.UnselectedOption = plain, plain, plain
	field.MultiSelectSelector = plain.SetString("› ")
	field.SelectedPrefix = plain.SetString("[x] ")
	field.UnselectedPrefix = plain.SetString("[ ] ")
	field.FocusedButton, field.BlurredButton = s.Selected.Padding(0, 2), plain.Padding(0, 2)
	field.NextIndicator, field.PrevIndicator = plain, plain
	h.Focused, h.Blurred = field, field
	return &h
}

// themeBase is made once: it takes longer than all other looks together.
var themeBase = sync.OnceValue(func() *huh.Styles { return huh.ThemeBase(true) })

// Theme makes the styles a theme for Huh; it is made once, not per key.
func (s *styles) Theme(bool) *huh.Styles { return s.huh }

// forAudience colours the words that say who can see something.
func (s *styles) forAudience(a string) lipgloss.Style {
	switch a {
	case "private":
		return s.Private
	case "coach", "board":
		return s.Shared
	}
	return s.Label
}
