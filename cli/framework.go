package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/store"
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
		r.withJSON(r.command("list [--json]", "framework.list", 0, 0, func([]string) error { return r.frameworkList() })), show, check, diff,
		r.frameworkImportCommand(), r.frameworkRemoveCommand())
}

type frameworkRow struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Country string `json:"country"`
	Sector  string `json:"sector"`
	Name    string `json:"name"`
	// Own says where it came from, nil for one of the program.
	Own *originRow `json:"own"`
}

// originRow is the origin of a framework that was read in.
type originRow struct {
	File string       `json:"file"`
	At   plan.Instant `json:"at"`
}

func (r *run) frameworkRow(f *continuum.Framework, own []ownFramework) frameworkRow {
	row := frameworkRow{f.ID, f.Version, f.Digest, f.Country, f.Sector, f.Say(f.Name, r.lang), nil}
	for _, o := range own {
		if o.ID == f.ID && o.Digest == f.Digest {
			row.Own = &originRow{o.File, o.At}
		}
	}
	return row
}

// origin is where a framework came from, in words.
func (r *run) origin(row frameworkRow) string {
	if row.Own == nil {
		return r.t.T("cli.framework.builtin")
	}
	return r.t.T("cli.framework.own", "File", clean(row.Own.File), "Day", r.day(row.Own.At.Time().In(r.Now().Location())))
}

// frameworkList lists the frameworks of the program and those that were read
// in. Where the store cannot be opened now it says so and lists the others.
func (r *run) frameworkList() error {
	rows := []frameworkRow{}
	err := r.reading(func(pack *continuum.Pack, own []ownFramework) error {
		rows = r.frameworkRows(pack, own)
		return nil
	})
	var inUse *store.InUseError
	if errors.Is(err, store.ErrLocked) || errors.As(err, &inUse) {
		pack, packErr := templates.Pack()
		if packErr != nil {
			return packErr
		}
		rows = r.frameworkRows(pack, nil)
		r.remark("cli.framework.not-own", "Detail", r.fault(err).what)
	} else if err != nil {
		return err
	}
	if r.json {
		return r.printJSON(rows)
	}
	lines := [][]string{{r.t.T("cli.col.id"), r.t.T("cli.col.version"), r.t.T("cli.col.country"), r.t.T("cli.col.name"), r.t.T("cli.col.origin")}}
	for _, row := range rows {
		lines = append(lines, []string{row.ID, row.Version, row.Country, row.Name, r.origin(row)})
	}
	r.table(lines)
	return nil
}

func (r *run) frameworkRows(pack *continuum.Pack, own []ownFramework) []frameworkRow {
	rows := make([]frameworkRow, 0, len(pack.Frameworks))
	for i := range pack.Frameworks {
		rows = append(rows, r.frameworkRow(&pack.Frameworks[i], own))
	}
	return rows
}

// builtIn returns a framework of the program by its id.
func builtIn(id string) (*continuum.Framework, bool, error) {
	pack, err := templates.Pack()
	if err != nil {
		return nil, false, err
	}
	f, ok := pack.Framework(id)
	return f, ok, nil
}

// anyFramework returns a framework by its id: one of the program, for which
// the store stays shut, or one that was read in here.
func (r *run) anyFramework(id string) (f *continuum.Framework, row frameworkRow, err error) {
	f, ok, err := builtIn(id)
	if err != nil || ok {
		if ok {
			row = r.frameworkRow(f, nil)
		}
		return f, row, err
	}
	err = r.reading(func(pack *continuum.Pack, own []ownFramework) error {
		if f, ok = pack.Framework(id); !ok {
			return r.refuse("cli.err.no-such-framework", "Framework", id)
		}
		row = r.frameworkRow(f, own)
		return nil
	})
	return f, row, err
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
	f, about, err := r.anyFramework(args[0])
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
		}{about, phases, areas})
	}
	r.print("%s  %s  %s", f.ID, f.Version, f.Say(f.Name, r.lang))
	r.print("%s", r.origin(about))
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
