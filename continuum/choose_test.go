package continuum

import (
	"slices"
	"testing"
)

func kindIDs(kinds []*ActivityKind) []string {
	var ids []string
	for _, k := range kinds {
		ids = append(ids, k.ID)
	}
	return ids
}

func TestKindsFor(t *testing.T) {
	p := resolved(t)
	tests := []struct {
		framework, phase, pdg string
		want                  []string
	}{
		{"aa", "start", "none", []string{"gesprek"}},
		{"aa", "start", "running", []string{"gesprek", "studie"}},
		{"aa", "basis", "none", []string{"gesprek", "studie"}},
		{"aa", "", "", []string{"gesprek", "studie"}},
		{"bb", "basis", "none", []string{"gesprek"}},
		{"zz", "basis", "none", nil},
	}
	for _, test := range tests {
		if got := kindIDs(p.KindsFor(test.framework, test.phase, test.pdg)); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v", test, got)
		}
	}
	if got := kindIDs(p.SuggestedKinds("aa/een", "basis", "none")); !slices.Equal(got, []string{"studie", "gesprek"}) {
		t.Errorf("suggested: %v", got)
	}
	if got := p.SuggestedKinds("aa/twee", "basis", "none"); got != nil {
		t.Errorf("suggested where nothing is: %v", got)
	}
}

func TestWordsOfAKind(t *testing.T) {
	p := resolved(t)
	k, _ := p.ActivityKind("gesprek")
	if got := k.NameIn("bb").NL; got != "spreken" {
		t.Errorf("name with bb: %q", got)
	}
	if got := k.NameIn("aa").NL; got != "gesprek" {
		t.Errorf("name with aa: %q", got)
	}
	if got := k.DescriptionIn("bb").NL; got != "praten met {coach}" {
		t.Errorf("description with bb: %q", got)
	}
}

func TestLookups(t *testing.T) {
	p := resolved(t)
	found := func(_ any, ok bool) bool { return ok }
	have := map[string]bool{
		"kind":         found(p.ActivityKind("studie")),
		"evidence":     found(p.EvidenceKind("verslag")),
		"funding":      found(p.FundingSource("school")),
		"entitlement":  found(p.Entitlement("uren")),
		"employment":   found(p.EmploymentType("bestuur")),
		"partner":      found(p.PartnerRole("collega")),
		"signature":    found(p.SignatureRole("teacher")),
		"check":        found(p.Check("doel")),
		"model":        found(p.ReflectionModel("kort")),
		"scale":        found(p.Scale(ScaleFits)),
		"feature":      found(p.Feature("feedback")),
		"overlay":      found(p.Overlay("kwaliteitskader")),
		"note kind":    found(p.NoteKind("vraag")),
		"audience":     found(p.Audience("coach")),
		"context item": found(p.ContextItem("tijd")),
		"question":     found(p.OpenQuestion("trots")),
		"prompt":       found(p.GoalPrompt("klein")),
		"source":       found(p.Source("S1")),
	}
	for what, ok := range have {
		if !ok {
			t.Errorf("%s is not found", what)
		}
	}
	if _, ok := p.Check("niets"); ok {
		t.Error("a check that is not there is found")
	}
	f, a, c, ok := p.FindCompetence("aa/twee/ouders")
	if !ok || f.ID != "aa" || a.ID != "twee" || c.ID != "ouders" {
		t.Errorf("found %v %v %v %v", f, a, c, ok)
	}
	for _, id := range []string{"", "aa", "aa/een", "aa/een/", "zz/een/orde", "aa/een/orde/start"} {
		if _, _, _, ok := p.FindCompetence(id); ok {
			t.Errorf("%q is found", id)
		}
	}
	if a, ok := f.Area("aa/een"); !ok || a.ID != "een" {
		t.Error("an area is not found")
	}
	if _, ok := f.Phase("vak"); ok {
		t.Error("a phase that is not there is found")
	}
}
