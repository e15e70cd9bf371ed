package templates

import (
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/internal/vocabulary"
)

// TestNoDutchOnlyWord looks at all that the pack and the catalogues can say to
// somebody in Flanders, in both languages.
func TestNoDutchOnlyWord(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := p.Framework("vl")
	words := vocabulary.DutchOnly(t)
	look := func(where, said string) {
		spaced := vocabulary.Spaced(said)
		for _, w := range words {
			if strings.Contains(spaced, w) {
				t.Errorf("%s: %q holds %q", where, said, w)
			}
		}
	}
	saidWith(p, f, look)
	everyText(f, func(id, said string) {
		if id := strings.SplitN(id, " ", 2)[1]; !notInFlanders[id] && !ofJudging(id) {
			look(id, said)
		}
	})
}

// everyText visits all texts of the catalogues that stand on a screen or a
// page, with the words of a framework.
func everyText(f *continuum.Framework, visit func(id, said string)) {
	for _, lang := range []string{"nl", "en"} {
		texts := NewTexts(lang)
		for _, id := range texts.ids() {
			if strings.HasPrefix(id, "cli.") {
				continue
			}
			forms := []string{texts.T(id)}
			if strings.HasPrefix(forms[0], "⟦") {
				forms = []string{texts.N(id, 1), texts.N(id, 2)}
			}
			for _, said := range forms {
				visit(lang+" "+id, f.Say(continuum.Text{NL: said, EN: said}, lang))
			}
		}
	}
}

// TestStudentsAreNoPupils wants no word for pupils in what vocational education
// can be told.
func TestStudentsAreNoPupils(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := p.Framework("nl-mbo")
	n := 0
	everyText(f, func(id, said string) {
		n++
		if s := strings.ToLower(said); strings.Contains(s, "leerling") || strings.Contains(s, "pupil") {
			t.Errorf("%s: %q", id, said)
		}
	})
	if n < 1000 {
		t.Errorf("only %d texts", n)
	}
}

// notInFlanders are the texts that stand on no Flemish screen or page: fixed
// terms of Dutch law, rights of an agreement, the judging of a file, and the
// share of a job where the framework counts no parts.
var notInFlanders = map[string]bool{
	"verdict.role.assessor": true, // of a file for judging, which there is not
	"phase.start":           true, "phase.basis": true, "phase.full": true, "thing.critical-action": true, "step.9.file": true, "person.assessor": true,
	"s10.rights": true, "s10.fte": true, "s117.fte": true, "s10.also.assessor": true, "report.assessment": true,
	"s01.who.coach": true, // asked before anybody said where they work
}

// ofJudging reports whether a text is about the judging of a competence file,
// which does not exist in Flanders.
func ofJudging(id string) bool {
	for _, begin := range []string{"report.judging.", "did.file.", "did.judge.", "did.advise."} {
		if strings.HasPrefix(id, begin) {
			return true
		}
	}
	return false
}
