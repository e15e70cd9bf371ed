package tui

import "testing"

// TestEveryActionHasItsWords looks at the actions of every screen: help and
// palette need words for each, and for the reason why it cannot be done.
func TestEveryActionHasItsWords(t *testing.T) {
	for id, fixture := range fixtures {
		d := fixture(t)
		for _, list := range [][]action{d.m.top().Actions(d.m.env()), d.m.global()} {
			for _, a := range list {
				for _, text := range []string{"do." + a.ID, a.Short, a.Why} {
					if text != "" && !d.m.t.Has(text) {
						t.Errorf("%s: action %s has no text %q", id, a.ID, text)
					}
				}
			}
		}
	}
}
