package tui

import (
	"maps"
	"testing"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S180": cardsOpen,
		"S181": func(t testing.TB) *driver { d := cardsOpen(t); d.keys("enter"); return d },
		"S182": func(t testing.TB) *driver { d := cardsOpen(t); d.keys("2 enter"); return d },
		"S183": func(t testing.TB) *driver { d := cardsOpen(t); d.keys("3 enter"); return d },
		"S184": func(t testing.TB) *driver { d := cardsOpen(t); d.keys("4 enter"); return d },
		"S185": func(t testing.TB) *driver { d := cardsOpen(t); d.keys("s"); return d },
	})
}

// cardsOpen is S180, opened from the conditions and agreements.
func cardsOpen(t testing.TB) *driver {
	d := agreementsOpen(t)
	d.keys("m")
	return d
}
