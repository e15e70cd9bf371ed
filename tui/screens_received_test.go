package tui

import "testing"

func init() {
	for id, show := range map[string]func(testing.TB) *driver{
		"S06":  func(t testing.TB) *driver { return withFile(t, signedFile()) },
		"S150": func(t testing.TB) *driver { d := withFile(t, signedFile()); d.keys("enter"); return d },
		"S163": func(t testing.TB) *driver { d := withFile(t, signedFile()); d.keys("enter down enter"); return d },
		"S164": func(t testing.TB) *driver {
			j := signedFile()
			j.Signed[0].Known = "other-key"
			d := withFile(t, j)
			d.keys("enter down enter")
			return d
		},
		"S75": func(t testing.TB) *driver {
			d := withFile(t, signedFile())
			d.show(newUnlock())
			d.text("vier woorden")
			return d
		},
		"S79": func(t testing.TB) *driver {
			d := withFile(t, signedFile())
			d.show(newReveal("/x/Noor-Bakker-2026-2027-v1-coach.pdf.age"))
			d.text("vier woorden")
			return d
		},
		"S84": func(t testing.TB) *driver {
			d := withFile(t, signedFile())
			d.m.deps.Work.(*desk).key = &Key{Name: "Bo Rijk", Fingerprint: "own"}
			d.keys("enter enter")
			return d
		},
	} {
		fixtures[id] = show
	}
}
