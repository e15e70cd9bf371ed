package continuum

import (
	"bytes"
	"errors"
	"slices"
	"testing"
)

// TestAnEarlierVersionIsHeld keeps a framework as bytes, gets it back, and
// puts it in the place of the one of today.
func TestAnEarlierVersionIsHeld(t *testing.T) {
	p := resolved(t)
	old, _ := p.Framework("bb")
	data := old.Encode()

	newer := smallPack()
	newer.Version = "2"
	newer.Frameworks[1].Overrides = newer.Frameworks[1].Overrides[:1]
	newer.Frameworks[0].Areas = append(newer.Frameworks[0].Areas, Area{ID: "drie", Name: text("drie"), Competences: []Competence{competence("nieuw", 1)}})
	newer.AreaSuggestions = append(newer.AreaSuggestions, AreaSuggestion{Area: "aa/drie", Activities: []string{"gesprek"}, Evidence: []string{"verslag"}})
	if err := newer.Resolve(); err != nil {
		t.Fatal(err)
	}
	back, err := DecodeFramework(data)
	if err != nil {
		t.Fatal(err)
	}
	if back.Digest != old.Digest || back.Version != "1" || !slices.Equal(back.CompetenceIDs(), old.CompetenceIDs()) {
		t.Errorf("came back as %s %s %v", back.Version, back.Digest, back.CompetenceIDs())
	}
	held := newer.Holding(back)
	f, _ := held.Framework("bb")
	if f.Digest != old.Digest || f.Version != "1" {
		t.Errorf("held as %s %s", f.Version, f.Digest)
	}
	if _, _, ok := f.Competence("bb/drie/nieuw"); ok {
		t.Error("a competence of the newer version in the earlier one")
	}
	if held.SuggestedKinds("bb/drie", "start", "") != nil || len(held.SuggestedKinds("bb/een", "start", "")) != 1 {
		t.Error("suggestions for an area that is not there, or none for one that is")
	}
	if now, _ := newer.Framework("bb"); now.Digest == old.Digest || newer.Frameworks[1].Version != "2" {
		t.Error("holding changed the pack")
	}
	if len(newer.SuggestedKinds("bb/drie", "start", "")) != 1 {
		t.Error("the pack lost a suggestion")
	}

	spoiled := bytes.Replace(data, []byte(`"version":"1"`), []byte(`"version":"9"`), 1)
	if _, err := DecodeFramework(spoiled); !errors.Is(err, ErrOtherDigest) {
		t.Errorf("spoiled: %v", err)
	}
	if _, err := DecodeFramework(data[:len(data)/2]); err == nil {
		t.Error("half a framework is one")
	}

	// One that the pack does not know stands behind the others.
	board := *back
	board.ID = "eigen"
	if f, ok := newer.Holding(&board).Framework("eigen"); !ok || len(f.CompetenceIDs()) != 4 {
		t.Error("a framework of a board is not there")
	}
}
