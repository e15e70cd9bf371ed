package cli

import (
	"os"
	"path/filepath"
	"strings"

	"bekwaam/continuum"
	"bekwaam/templates"
)

// problemRow is one thing that is wrong with a framework.
type problemRow struct {
	File       string `json:"file"`
	Line       int    `json:"line"`
	Key        string `json:"key"`
	Problem    string `json:"problem"`
	Detail     string `json:"detail"`
	Suggestion string `json:"suggestion"`
}

// frameworkCheck looks a framework through: a built-in one by its id, or a
// file.
func (r *run) frameworkCheck(args []string) error {
	name := args[0]
	f, problems, err := r.frameworkNamed(name)
	if err != nil {
		return err
	}
	counts := countsOf(f, problems)
	rows := problemRows(problems)
	if r.json {
		err := r.printJSON(struct {
			Counts   countsRow    `json:"counts"`
			Problems []problemRow `json:"problems"`
		}{counts, rows})
		if err != nil {
			return err
		}
	} else if len(rows) == 0 {
		r.print("%s", r.t.T("cli.framework.good", "Areas", counts.Areas, "Competences", counts.Competences,
			"Indicators", counts.Indicators, "Survey", counts.SurveyItems))
	}
	if !r.json {
		r.sayProblems(rows)
	}
	if len(rows) > 0 {
		return r.refuse("cli.err.framework", "File", name, "Count", len(rows))
	}
	return nil
}

func problemRows(problems []continuum.Problem) []problemRow {
	rows := []problemRow{}
	for _, p := range problems {
		rows = append(rows, problemRow{clean(p.File), p.Line, clean(p.Key), p.Code, clean(p.Detail), clean(p.Suggestion)})
	}
	return rows
}

func (r *run) sayProblems(rows []problemRow) {
	for _, p := range rows {
		said := r.t.T("cli.problem."+p.Problem, "Detail", p.Detail, "Suggestion", p.Suggestion)
		r.print("%s, %s, %s: %s", p.File, r.t.T("cli.line", "Line", p.Line), or(p.Key), strings.TrimSpace(said))
	}
}

// frameworkNamed returns a framework by its id, or the one in a file with what
// is wrong with it; nil where the file cannot be read as one. An id of the
// program comes first, then a file, then what was read in here.
func (r *run) frameworkNamed(name string) (*continuum.Framework, []continuum.Problem, error) {
	f, ok, err := builtIn(name)
	if err != nil || ok {
		return f, nil, err
	}
	if _, statErr := os.Stat(name); statErr != nil && !strings.ContainsAny(name, `/\.`) {
		f, _, err = r.anyFramework(name)
		return f, nil, err
	}
	data, err := r.readNamed(name, templates.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	f, problems := r.opening("").Framework(filepath.Base(name), data)
	return f, problems, nil
}

type countsRow struct {
	Phases              int `json:"phases"`
	Areas               int `json:"areas"`
	Competences         int `json:"competences"`
	Indicators          int `json:"indicators"`
	SurveyItems         int `json:"survey_items"`
	MissingTranslations int `json:"missing_translations"`
}

// countsOf counts what a framework holds. A text that is not there in one of
// the languages is a missing translation, wherever that was found.
func countsOf(f *continuum.Framework, problems []continuum.Problem) countsRow {
	var n countsRow
	if f != nil {
		n = countsRow(f.Count())
	}
	if len(problems) > 0 {
		n.MissingTranslations = 0
	}
	for _, p := range problems {
		if p.Code == continuum.MissingText {
			n.MissingTranslations++
		}
	}
	return n
}
