package tui

import (
	"testing"

	"bekwaam/plan"
)

func init() {
	for id, show := range map[string]func(testing.TB) *driver{
		"S72": func(t testing.TB) *driver {
			d := withAnswer(t, "known", plan.OutcomeQuestion)
			d.keys("o enter")
			return d
		},
		"S165": func(t testing.TB) *driver {
			d := withNoor(t)
			w := d.m.deps.Work.(*desk)
			w.tray.files = []Received{{Path: "/x/nieuw.pdf", Name: "nieuw.pdf"}}
			w.tray.bad = map[string]Unreadable{"/x/nieuw.pdf": FileNewer}
			d.keys("esc o enter")
			return d
		},
	} {
		fixtures[id] = show
	}
}
