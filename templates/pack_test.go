package templates

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"slices"
	"testing"

	"bekwaam/continuum"
)

var update = flag.Bool("update", false, "renew pack.json")

func readSources(t testing.TB) *continuum.Pack {
	t.Helper()
	p, err := ReadPack(os.DirFS("pack"))
	if err != nil {
		for _, problem := range problemsOf(err) {
			t.Error(problem)
		}
		t.Fatal(err)
	}
	return p
}

func problemsOf(err error) []continuum.Problem {
	if e, ok := err.(*continuum.InvalidError); ok {
		return e.Problems
	}
	return nil
}

func TestEncodedPackIsThePackInTheFiles(t *testing.T) {
	fromFiles := readSources(t)
	encoded := fromFiles.Encode()
	if *update {
		if err := os.WriteFile("pack.json", encoded, 0o644); err != nil {
			t.Fatal(err)
		}
		encodedPack = encoded
	}
	if !bytes.Equal(encoded, encodedPack) {
		t.Fatal("pack.json is older than pack/; renew it with: go test ./templates -run TestEncodedPack -update")
	}
	embedded, err := continuum.Decode(encodedPack)
	if err != nil {
		t.Fatal(err)
	}
	if embedded.Digest != fromFiles.Digest {
		t.Errorf("digest %s, from the files %s", embedded.Digest, fromFiles.Digest)
	}
	if !reflect.DeepEqual(embedded.Frameworks, fromFiles.Frameworks) {
		t.Error("the frameworks differ after encoding")
	}
	if !bytes.Equal(embedded.Encode(), encoded) {
		t.Error("encoding again gives other bytes")
	}
}

func TestPackIsComplete(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "startleraar" || p.Version != "0.1.0-draft" {
		t.Errorf("pack %s %s", p.ID, p.Version)
	}
	var listed []string
	for i := range p.Frameworks {
		listed = append(listed, p.Frameworks[i].ID)
	}
	if want := []string{"nl-po", "nl-vo", "nl-mbo", "vl"}; !slices.Equal(listed, want) {
		t.Errorf("frameworks %v, want %v", listed, want)
	}
	counts := map[string][2]int{
		"checks":            {len(p.Checks), 22},
		"context items":     {len(p.Survey.Context), 16},
		"open questions":    {len(p.Survey.Open), 6},
		"never shown":       {len(p.BoardExport.NeverShown), 6},
		"reflection models": {len(p.ReflectionModels), 4},
		"note kinds":        {len(p.NoteKinds), 4},
		"goal prompts":      {len(p.GoalPrompts), 9},
		"talks":             {len(p.Coaching.Moments), 8},
		"feedback form":     {len(p.Coaching.FeedbackForm), 4},
		"core values":       {len(p.CoreValues), 3},
		"mirror cards":      {len(p.MirrorCards), 8},
		"moments":           {len(p.Responsibility), 10},
		"overlays":          {len(p.Overlays), 7},
		"entitlements":      {len(p.Entitlements), 24},
		"ways of working":   {len(p.Employment), 13},
		"payers":            {len(p.Funding), 13},
		"words":             {len(p.Glossary), 23},
		"sources":           {len(p.Sources), 35},
		"judgements":        {len(p.Judging.Scale), 3},
	}
	for what, c := range counts {
		if c[0] != c[1] {
			t.Errorf("%s: %d, want %d", what, c[0], c[1])
		}
	}
}

// TestEveryFrameworkIsComplete counts what belongs to each: areas,
// competences, kinds of activity and of evidence, entitlements, payers, ways
// of working, partners, roles of signatures, overlays, timelines, moments,
// mirror cards and words.
func TestEveryFrameworkIsComplete(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][14]int{
		"nl-po":  {8, 35, 30, 19, 9, 10, 7, 16, 6, 6, 1, 10, 8, 14},
		"nl-vo":  {8, 38, 29, 19, 5, 9, 7, 15, 6, 6, 1, 10, 8, 15},
		"nl-mbo": {8, 37, 29, 19, 3, 9, 7, 15, 6, 6, 1, 10, 8, 15},
		"vl":     {10, 31, 24, 17, 7, 5, 8, 12, 5, 3, 1, 9, 7, 11},
	}
	for id, w := range want {
		f, ok := p.Framework(id)
		if !ok {
			t.Errorf("%s is not there", id)
			continue
		}
		got := [14]int{len(f.Areas), len(f.CompetenceIDs()), len(p.KindsFor(id, "", "")), len(p.EvidenceKindsFor(id)),
			len(p.EntitlementsFor(id)), len(p.FundingFor(id)), len(p.EmploymentFor(id)), len(p.PartnerRolesFor(id)),
			len(p.SignatureRolesFor(id)), len(p.OverlaysFor(id)), len(p.TimelinesFor(id)), len(p.ActingFor(id)),
			len(p.MirrorCardsFor(id)), len(p.GlossaryFor(id))}
		if got != w {
			t.Errorf("%s: %v, want %v", id, got, w)
		}
		if len(f.Phases) != 3 || f.Version != p.Version || f.Digest == "" {
			t.Errorf("%s: %d phases, version %q, digest %q", id, len(f.Phases), f.Version, f.Digest)
		}
	}
}

func TestEveryAreaHasSuggestionsInTheFirstPhase(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Frameworks {
		f := &p.Frameworks[i]
		for j := range f.Areas {
			id := f.AreaID(&f.Areas[j])
			if n := len(p.SuggestedKinds(id, f.Phases[0].ID, "none")); n < 2 {
				t.Errorf("%s: %d suggested kinds in phase %s", id, n, f.Phases[0].ID)
			}
			if len(p.SuggestedEvidence(id)) == 0 {
				t.Errorf("%s: no suggested evidence", id)
			}
		}
	}
}

func TestSourcesThatNobodyNames(t *testing.T) {
	p := readSources(t)
	used := map[string]bool{}
	note := func(list []string) {
		for _, id := range list {
			used[id] = true
		}
	}
	for _, e := range p.Entitlements {
		used[e.Source] = true
	}
	for _, f := range p.Funding {
		used[f.Source] = true
	}
	for _, o := range p.Overlays {
		note(o.Sources)
	}
	for _, f := range p.Frameworks {
		note(f.Sources)
		for _, g := range f.Gates {
			note(g.Sources)
		}
	}
	general := []string{"S30"} // named in a line
	for _, s := range p.Sources {
		if !used[s.ID] && !slices.Contains(general, s.ID) {
			t.Errorf("source %s is named nowhere", s.ID)
		}
	}
}

func BenchmarkPack(b *testing.B) {
	for b.Loop() {
		if _, err := continuum.Decode(encodedPack); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadPack(b *testing.B) {
	for b.Loop() {
		readSources(b)
	}
}

// TestEveryGuaranteeIsBorneOut wants something of each kind behind each of the
// guarantees, and everything that has one to be found again.
func TestEveryGuaranteeIsBorneOut(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Frameworks {
		id := p.Frameworks[i].ID
		context, kinds, cards := 0, 0, 0
		all := p.GuaranteesFor(id)
		for _, g := range all {
			context, kinds, cards = context+len(g.Context), kinds+len(g.Kinds), cards+len(g.Cards)
			if len(g.Context) == 0 || len(g.Kinds) == 0 || len(g.Cards) == 0 {
				t.Errorf("%s: %s has %d statements, %d kinds, %d cards", id, g.Item.ID, len(g.Context), len(g.Kinds), len(g.Cards))
			}
		}
		if len(all) != 4 || context != len(p.Survey.Context) || kinds != len(p.KindsFor(id, "", "")) || cards != len(p.MirrorCardsFor(id)) {
			t.Errorf("%s: %d guarantees with %d statements, %d kinds, %d cards", id, len(all), context, kinds, cards)
		}
	}
}

// TestEveryStepHasACard wants a card and questions for a talk that help most
// at each place of the path, and a place for each of them.
func TestEveryStepHasACard(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.MirrorCards {
		if c := &p.MirrorCards[i]; len(c.At) == 0 && !c.WithoutBoard {
			t.Errorf("card %s helps nowhere", c.ID)
		}
		for _, v := range p.MirrorCards[i].Voices {
			if !v.Illustrative {
				t.Errorf("card %s has a voice that somebody may really have", p.MirrorCards[i].ID)
			}
		}
	}
	for i := range p.Coaching.Moments {
		if m := &p.Coaching.Moments[i]; len(m.At) == 0 && !m.WithoutBoard {
			t.Errorf("talk %s helps nowhere", m.ID)
		}
	}
	for _, place := range continuum.Places {
		talks, _ := p.TalksAt(place, false)
		if len(talks) == 0 && place != "handover" {
			t.Errorf("no questions for a talk at %s", place)
		}
		for i := range p.Frameworks {
			if cards, _ := p.CardsAt(p.Frameworks[i].ID, place, false); len(cards) == 0 {
				t.Errorf("%s: no card at %s", p.Frameworks[i].ID, place)
			}
		}
	}
}
