package cli

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/templates"
	"bekwaam/text"
)

func (r *run) frameworkCommand() *cobra.Command {
	show := r.withJSON(r.command("show ID [--json]", "framework.show", 1, 1, r.frameworkShow))
	check := r.withJSON(r.command("check ID|FILE [--json]", "framework.check", 1, 1, r.frameworkCheck))
	check.ValidArgsFunction = nil // files are fine
	diff := r.withJSON(r.command("diff A B [--json]", "framework.diff", 2, 2, r.frameworkDiff))
	diff.ValidArgsFunction = nil
	return r.group("framework",
		r.withJSON(r.command("list [--json]", "framework.list", 0, 0, func([]string) error { return r.frameworkList() })), show, check, diff)
}

type frameworkRow struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Country string `json:"country"`
	Sector  string `json:"sector"`
	Name    string `json:"name"`
}

func (r *run) frameworkRow(f *continuum.Framework) frameworkRow {
	return frameworkRow{f.ID, f.Version, f.Digest, f.Country, f.Sector, f.Say(f.Name, r.lang)}
}

func (r *run) frameworkList() error {
	pack, err := templates.Pack()
	if err != nil {
		return err
	}
	rows := []frameworkRow{}
	lines := [][]string{{r.t.T("cli.col.id"), r.t.T("cli.col.version"), r.t.T("cli.col.country"), r.t.T("cli.col.name")}}
	for i := range pack.Frameworks {
		row := r.frameworkRow(&pack.Frameworks[i])
		rows = append(rows, row)
		lines = append(lines, []string{row.ID, row.Version, row.Country, row.Name})
	}
	if r.json {
		return r.printJSON(rows)
	}
	r.table(lines)
	return nil
}

// builtIn returns a framework of the program by its id.
func (r *run) builtIn(id string) (*continuum.Framework, error) {
	pack, err := templates.Pack()
	if err != nil {
		return nil, err
	}
	if f, ok := pack.Framework(id); ok {
		return f, nil
	}
	return nil, r.refuse("cli.err.no-such-framework", "Framework", id)
}

type competenceRow struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Sentences map[string]string `json:"sentences"`
}

type areaRow struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"`
	Competences []competenceRow `json:"competences"`
}

type phaseRow struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (r *run) frameworkShow(args []string) error {
	f, err := r.builtIn(args[0])
	if err != nil {
		return err
	}
	phases, areas := []phaseRow{}, []areaRow{}
	for _, p := range f.Phases {
		phases = append(phases, phaseRow{p.ID, f.Say(p.Name, r.lang)})
	}
	for i := range f.Areas {
		a := &f.Areas[i]
		row := areaRow{f.AreaID(a), f.Say(a.Name, r.lang), []competenceRow{}}
		for j := range a.Competences {
			c := &a.Competences[j]
			said := map[string]string{}
			for phase, words := range c.Indicators {
				said[phase] = f.Say(words, r.lang)
			}
			row.Competences = append(row.Competences, competenceRow{f.CompetenceID(a, c), f.Say(c.Name, r.lang), said})
		}
		areas = append(areas, row)
	}
	if r.json {
		return r.printJSON(struct {
			frameworkRow
			Phases []phaseRow `json:"phases"`
			Areas  []areaRow  `json:"areas"`
		}{r.frameworkRow(f), phases, areas})
	}
	r.print("%s  %s  %s", f.ID, f.Version, f.Say(f.Name, r.lang))
	for _, a := range areas {
		r.print("\n%s", a.Name)
		for _, c := range a.Competences {
			r.print("  %s", c.Name)
			for _, p := range phases {
				r.said(p.Name, c.Sentences[p.ID])
			}
		}
	}
	return nil
}

// said writes a sentence under the name of its phase.
func (r *run) said(phase, sentence string) {
	if sentence == "" {
		return
	}
	for i, l := range text.Wrap(sentence, 54) {
		if i > 0 {
			phase = ""
		}
		r.print("    %s %s", text.Pad(phase, 18), l)
	}
}

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
	rows := []problemRow{}
	for _, p := range problems {
		rows = append(rows, problemRow{clean(p.File), p.Line, clean(p.Key), p.Code, clean(p.Detail), clean(p.Suggestion)})
	}
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
	for _, p := range rows {
		if !r.json {
			said := r.t.T("cli.problem."+p.Problem, "Detail", p.Detail, "Suggestion", p.Suggestion)
			r.print("%s, %s, %s: %s", p.File, r.t.T("cli.line", "Line", p.Line), or(p.Key), strings.TrimSpace(said))
		}
	}
	if len(rows) > 0 {
		return r.refuse("cli.err.framework", "File", name, "Count", len(rows))
	}
	return nil
}

// frameworkNamed returns a built-in framework by its id, or the one in a file
// with what is wrong with it; nil where the file cannot be read as one.
func (r *run) frameworkNamed(name string) (*continuum.Framework, []continuum.Problem, error) {
	f, err := r.builtIn(name)
	if err == nil {
		return f, nil, nil
	}
	if _, statErr := os.Stat(name); statErr != nil && !strings.ContainsAny(name, `/\.`) {
		return nil, nil, err
	}
	data, err := r.readNamed(name, templates.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	f, problems := templates.OpenFramework(filepath.Base(name), data)
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
