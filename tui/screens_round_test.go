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
		"S71": func(t testing.TB) *driver {
			d := withNoor(t)
			d.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "own"}
			d.run(d.m.openStep(7))
			d.keys("enter")
			return d
		},
		"S73": func(t testing.TB) *driver {
			d := withNotes(t, plan.OutcomeQuestion)
			d.keys("a r")
			d.text("Na het buitenspelen, dan is het vijf minuten.")
			d.keys("esc")
			return d
		},
		"S70b": func(t testing.TB) *driver {
			d, _ := toGive(t)
			d.secret()
			d.keys("tab")
			d.passphrase(filePhrase)
			return d
		},
		"S76": func(t testing.TB) *driver {
			d := with(t, shared(t))
			d.run(d.m.openStep(7))
			d.show(newShareItems(plan.GroupOpen))
			d.keys("space")
			return d
		},
		"S77":  func(t testing.TB) *driver { d := withNotes(t, plan.OutcomeQuestion); d.keys("v"); return d },
		"S72c": func(t testing.TB) *driver { d := withComments(t); d.keys("o enter"); return d },
		"S78": func(t testing.TB) *driver {
			d := atTable(t)
			d.keys("t")
			d.text("Over de overgang na het buitenspelen.")
			d.keys("esc")
			return d
		},
		"S78b": func(t testing.TB) *driver { d := atTable(t); d.keys("n"); return d },
		"S78c": func(t testing.TB) *driver {
			d := atTable(t)
			d.m.top().(*table).list.choose("key")
			d.keys("enter")
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
