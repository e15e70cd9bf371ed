package continuum

import (
	"errors"
	"strings"
	"testing"
)

// talkPack has three cards and talks: for a place, for no board, and for
// another place in another framework.
func talkPack(t *testing.T) *Pack {
	t.Helper()
	p := smallPack()
	c := p.MirrorCards[0]
	c.Frameworks = nil
	p.MirrorCards = nil
	for _, x := range []struct {
		id  string
		use Use
		fws []string
	}{{"doel", Use{At: []string{"goals", "talk"}}, nil}, {"vrij", Use{WithoutBoard: true}, nil}, {"eind", Use{At: []string{"close"}}, []string{"aa"}}} {
		c.ID, c.Use, c.Frameworks = x.id, x.use, x.fws
		p.MirrorCards = append(p.MirrorCards, c)
		p.Coaching.Moments = append(p.Coaching.Moments, CoachMoment{ID: x.id, Name: text(x.id), Questions: []Text{text("wat?")}, Use: x.use})
	}
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatHelpsWhere(t *testing.T) {
	p := talkPack(t)
	for _, c := range []struct {
		framework, place string
		free             bool
		fitting, others  string
	}{
		{"aa", "goals", false, "doel", "vrij eind"},
		{"aa", "goals", true, "doel vrij", "eind"},
		{"aa", "close", false, "eind", "doel vrij"},
		{"bb", "close", false, "", "doel vrij"},
		{"aa", "", false, "", "doel vrij eind"},
	} {
		var fitting, others []string
		yes, no := p.CardsAt(c.framework, c.place, c.free)
		for _, x := range yes {
			fitting = append(fitting, x.ID)
		}
		for _, x := range no {
			others = append(others, x.ID)
		}
		if f, o := strings.Join(fitting, " "), strings.Join(others, " "); f != c.fitting || o != c.others {
			t.Errorf("%s at %q, without a board %v: %q and %q", c.framework, c.place, c.free, f, o)
		}
	}
	yes, no := p.TalksAt("talk", true)
	if len(yes) != 2 || yes[0].ID != "doel" || yes[1].ID != "vrij" || len(no) != len(p.Coaching.Moments)-2 {
		t.Errorf("talks: %d fit, %d do not", len(yes), len(no))
	}
}

func TestPlaces(t *testing.T) {
	for step, want := range map[int]string{-1: "", 0: "", 1: "profile", 4: "goals", 7: "talk", 11: "close", 12: ""} {
		if got := PlaceOf(step); got != want {
			t.Errorf("step %d: %q, want %q", step, got, want)
		}
	}
	p := smallPack()
	p.MirrorCards[0].At = []string{"goal", "talk", "talk"}
	p.Coaching.Moments[0].At = []string{"nowhere"}
	var got []string
	var invalid *InvalidError
	if err := p.Resolve(); !errors.As(err, &invalid) {
		t.Fatal(err)
	}
	for _, x := range invalid.Problems {
		got = append(got, x.Key+" "+x.Code+" "+x.Suggestion)
	}
	want := "coach.moments[0].at[0] unknown-reference |mirror_cards[0].at[0] unknown-reference goals|mirror_cards[0].at[2] duplicate-id "
	if s := strings.Join(got, "|"); s != strings.ReplaceAll(want, "unknown-reference", UnknownRef) {
		t.Errorf("%s", s)
	}
}

func TestFixedBoard(t *testing.T) {
	p := smallPack()
	p.Employment = append(p.Employment, EmploymentType{ID: "zelf", Name: text("zelf"), CaoApplies: "no"}, EmploymentType{ID: "pool", Name: text("pool"), CaoApplies: "check"},
		EmploymentType{ID: "vast", Name: text("vast"), CaoApplies: "yes"})
	p.buildIndex()
	for id, want := range map[string]bool{"zelf": false, "pool": false, "vast": true, "": true, "?": true} {
		if p.FixedBoard(id) != want {
			t.Errorf("%q: %v", id, !want)
		}
	}
}
