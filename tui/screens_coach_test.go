package tui

import "testing"

func init() {
	for id, show := range map[string]func(testing.TB) *driver{
		"S140":  fiveStarters,
		"S140b": func(t testing.TB) *driver { d := fiveStarters(t); d.keys("end enter"); return d },
		"S141":  readingCoach,
		"S142": func(t testing.TB) *driver {
			d := talking(t)
			d.keys("n")
			d.text("Ik kom kijken bij de rekenles.")
			d.keys("esc")
			d.text("17 nov")
			d.keys("esc home down")
			return d
		},
		"S143": func(t testing.TB) *driver { d := talking(t); d.keys(">"); return d },
		"S144": func(t testing.TB) *driver { d := fiveStarters(t); d.keys("down d"); return d },
		"S145": func(t testing.TB) *driver { d := talking(t); d.keys("> enter enter"); return d },
	} {
		fixtures[id] = show
	}
}
