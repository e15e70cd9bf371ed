package continuum

import (
	"maps"
	"slices"
	"testing"
)

func TestByOverlay(t *testing.T) {
	p := resolved(t)
	f, _ := p.Framework("aa")
	o, _ := p.Overlay("kwaliteitskader")
	groups := f.ByOverlay(o)
	if len(groups) != 2 || groups[0].Item.ID != "waarborg" || !slices.Equal(groups[0].Competences, []string{"aa/een/uitleg", "aa/een/orde"}) {
		t.Errorf("groups %+v", groups)
	}
	if groups[1].Item.ID != "" || !slices.Equal(groups[1].Competences, []string{"aa/twee/ouders"}) {
		t.Errorf("what nothing points at: %+v", groups[1])
	}
	areas := f.ByOverlay(nil)
	if len(areas) != 2 || areas[1].Item.ID != "twee" || areas[1].Item.Name.NL != "twee" || len(areas[0].Competences) != 2 {
		t.Errorf("areas %+v", areas)
	}
	empty := &Overlay{ID: "anders", Items: []OverlayItem{{ID: "x"}, {ID: "y"}}}
	if groups := f.ByOverlay(empty); len(groups) != 3 || len(groups[0].Competences) != 0 || len(groups[2].Competences) != 3 {
		t.Errorf("groups of nothing %+v", groups)
	}
}

// TestEveryViewCoversTheSame looks through every overlay.
func TestEveryViewCoversTheSame(t *testing.T) {
	p := resolved(t)
	for i := range p.Frameworks {
		f := &p.Frameworks[i]
		for _, o := range []*Overlay{nil, &p.Overlays[0]} {
			seen := map[string]bool{}
			for _, g := range f.ByOverlay(o) {
				for _, id := range g.Competences {
					seen[id] = true
				}
			}
			all := f.CompetenceIDs()
			slices.Sort(all)
			if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, all) {
				t.Errorf("%s: %v, want %v", f.ID, got, all)
			}
		}
	}
}
