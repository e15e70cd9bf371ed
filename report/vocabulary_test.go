package report

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"bekwaam/internal/vocabulary"
	"bekwaam/plan"
)

// TestNoDutchOnlyWordInAFlemishPDF reads the pages of every edition of a
// Flemish plan, and of one without content, and the words that travel with it.
func TestNoDutchOnlyWordInAFlemishPDF(t *testing.T) {
	b, err := os.ReadFile("../plan/testdata/flemish.yaml")
	if err != nil {
		t.Fatal(err)
	}
	whole, _, err := plan.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	whole.Share = plan.Share{Strengths: true, MidyearSummary: true, Evaluation: true, Coach: []string{plan.GroupViews, plan.GroupOpen, plan.GroupObservations}}
	empty := plan.Plan{Language: "nl"}
	empty.Profile.Framework, empty.Profile.Employment = "vl", "vl-tabd"
	words := vocabulary.DutchOnly(t)
	for _, p := range []plan.Plan{whole, empty} {
		for _, lang := range []string{"nl", "en"} {
			for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
				p.Language = lang
				e := plan.For(p, pack(t), a, "")
				file, _, err := Render(e, Options{Now: noon, Proof: a == plan.Board})
				if err != nil {
					t.Fatal(err)
				}
				pages := strings.Join(shownApart(t, file, " "), " ")
				if !strings.Contains(vocabulary.Spaced(pages), map[string]string{"nl": " opdracht ", "en": " assignment "}[lang]) {
					t.Errorf("%s %s: the pages are not read word by word", lang, a)
				}
				for where, s := range map[string]string{"pages": pages, "words": strings.Join(slices.Collect(maps.Values(e.Info.Words)), " . ")} {
					said := vocabulary.Spaced(s)
					if len(said) < 200 {
						t.Fatalf("%s %s: no %s", lang, a, where)
					}
					for _, w := range words {
						if at := strings.Index(said, w); at >= 0 {
							t.Errorf("%s %s: %q in the %s: …%s…", lang, a, w, where, said[max(0, at-40):min(len(said), at+60)])
						}
					}
				}
			}
		}
	}
}
