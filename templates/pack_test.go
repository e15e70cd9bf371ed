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
	f, ok := p.Framework("nl-po")
	if !ok {
		t.Fatal("nl-po is not there")
	}
	counts := map[string][2]int{
		"areas":              {len(f.Areas), 8},
		"competences":        {len(f.CompetenceIDs()), 35},
		"phases":             {len(f.Phases), 3},
		"activity kinds":     {len(p.KindsFor("nl-po", "", "")), 30},
		"evidence kinds":     {len(p.EvidenceKindsFor("nl-po")), 19},
		"entitlements":       {len(p.EntitlementsFor("nl-po")), 9},
		"checks":             {len(p.Checks), 22},
		"context items":      {len(p.Survey.Context), 16},
		"open questions":     {len(p.Survey.Open), 6},
		"signature roles":    {len(p.SignatureRolesFor("nl-po")), 6},
		"never shown":        {len(p.BoardExport.NeverShown), 6},
		"reflection models":  {len(p.ReflectionModels), 4},
		"note kinds":         {len(p.NoteKinds), 4},
		"goal prompts":       {len(p.GoalPrompts), 9},
		"funding":            {len(p.FundingFor("nl-po")), 10},
		"ways of working":    {len(p.EmploymentFor("nl-po")), 7},
		"overlays of nl-po":  {len(p.OverlaysFor("nl-po")), 6},
		"timelines of nl-po": {len(p.TimelinesFor("nl-po")), 1},
	}
	for what, c := range counts {
		if c[0] != c[1] {
			t.Errorf("%s: %d, want %d", what, c[0], c[1])
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
	for _, e := range p.Entitlements {
		used[e.Source] = true
	}
	for _, f := range p.Funding {
		used[f.Source] = true
	}
	general := []string{"S24", "S26", "S27", "S30"} // of the overlays and the framework, and named in a line
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
