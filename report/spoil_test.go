package report

import (
	"slices"
	"testing"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
)

// TestRulesOnOurFiles: the rules that find nothing in our files would find it.
func TestRulesOnOurFiles(t *testing.T) {
	good := render(t, board(t, starter(t)))
	for _, s := range pdftest.Spoils {
		spoiled, err := s.Apply(good)
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		if !slices.ContainsFunc(pdf.Check(spoiled), func(f pdf.Finding) bool { return f.Rule == s.Rule }) {
			t.Errorf("%s: not noticed by %s", s.Name, s.Rule)
		}
	}
}
