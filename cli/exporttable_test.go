package cli

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"bekwaam/internal/border"
	"bekwaam/plan"
	"bekwaam/templates"
)

// TestTablesBringNoFormulas puts each text that tries to do harm in all places
// that come into a table, and reads the tables as a spreadsheet does.
func TestTablesBringNoFormulas(t *testing.T) {
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "en"} {
		s := &session{run: &run{lang: lang, t: templates.NewTexts(lang)}, pack: pack}
		for _, x := range border.Texts(t, 2) {
			hours := plan.Quarters(6)
			p := plan.Plan{
				Language:     lang,
				Profile:      plan.Profile{Framework: "nl-po", Name: x.Text},
				Goals:        []plan.Goal{{ID: "d1", Title: x.Text}},
				Activities:   []plan.Activity{{ID: "a1", Description: x.Text, Hours: &hours, Cost: -250, Partner: &plan.Person{Name: x.Text}, Goals: []string{"d1"}, Log: []plan.LogEntry{{Hours: 3}}}},
				Views:        []plan.View{{Competence: "nl-po/klimaat/groep", Fits: "start", Note: x.Text}},
				Observations: []plan.Observation{{ID: "o1", By: &plan.Person{Name: x.Text}, Text: x.Text, Competences: []string{"nl-po/klimaat/groep"}}},
				Evidence:     []plan.Evidence{{ID: "b1", Title: x.Text, Note: x.Text, Link: x.Text, Place: x.Text, File: &plan.EvidenceFile{Name: x.Text}}},
			}
			for name, want := range map[string]int{tableHours: 3, tableJudgements: 3, tableEvidence: 2} {
				data, err := s.tableOf(p, name)
				if err != nil {
					t.Fatal(err)
				}
				if raw := border.Raw(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")); raw != "" {
					t.Errorf("%s: %s of %q", name, raw, x.Text)
				}
				r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
				if lang == "nl" {
					r.Comma = ';'
				}
				rows, err := r.ReadAll()
				if err != nil || len(rows) != want {
					t.Fatalf("%s: %d rows, not %d: %v", name, len(rows), want, err)
				}
				for _, row := range rows {
					for _, cell := range row {
						if trimmed := strings.TrimSpace(cell); trimmed != "" && strings.ContainsRune("=+-@", []rune(trimmed)[0]) && trimmed != "-2,50" && trimmed != "-2.50" {
							t.Errorf("%s: a cell begins as a formula: %q", name, cell)
						}
					}
				}
			}
		}
	}
}
