package cli

import (
	"strings"

	"bekwaam/continuum"
)

type renameRow struct {
	From string `json:"from"`
	To   string `json:"to"`
}

type changedRow struct {
	ID     string   `json:"id"`
	Fields []string `json:"fields"`
}

type diffRow struct {
	Added   []string     `json:"added"`
	Removed []string     `json:"removed"`
	Renamed []renameRow  `json:"renamed"`
	Changed []changedRow `json:"changed"`
}

// frameworkDiff tells what lies between two frameworks, built in or in files.
func (r *run) frameworkDiff(args []string) error {
	a, err := r.soundFramework(args[0])
	if err != nil {
		return err
	}
	b, err := r.soundFramework(args[1])
	if err != nil {
		return err
	}
	d := continuum.DiffOf(a, b)
	if r.json {
		row := diffRow{list(d.Added), list(d.Removed), []renameRow{}, []changedRow{}}
		for _, x := range d.Renamed {
			row.Renamed = append(row.Renamed, renameRow(x))
		}
		for _, x := range d.Changed {
			row.Changed = append(row.Changed, changedRow(x))
		}
		return r.printJSON(row)
	}
	if d.Same() {
		r.print("%s", r.t.T("cli.framework.diff.same"))
		return nil
	}
	parts := map[string][]string{}
	for _, id := range d.Added {
		parts["added"] = append(parts["added"], r.nameIn(b, id))
	}
	for _, id := range d.Removed {
		parts["removed"] = append(parts["removed"], r.nameIn(a, id))
	}
	for _, x := range d.Renamed {
		parts["renamed"] = append(parts["renamed"], r.t.T("cli.framework.diff.rename", "From", r.nameIn(a, x.From), "To", r.nameIn(b, x.To)))
	}
	for _, x := range d.Changed {
		var fields []string
		for _, f := range x.Fields {
			fields = append(fields, r.fieldName(b, f))
		}
		parts["changed"] = append(parts["changed"], r.nameIn(b, x.ID)+": "+strings.Join(fields, ", "))
	}
	for _, part := range []string{"added", "removed", "renamed", "changed"} {
		if len(parts[part]) == 0 {
			continue
		}
		r.print("%s", r.t.T("cli.framework.diff."+part))
		for _, l := range parts[part] {
			r.print("  %s", clean(l))
		}
	}
	return nil
}

// soundFramework returns a framework by its id or from a file, and refuses
// one with anything wrong in it.
func (r *run) soundFramework(name string) (*continuum.Framework, error) {
	f, problems, err := r.frameworkNamed(name)
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, r.refuse("cli.err.framework", "File", name, "Count", len(problems))
	}
	return f, nil
}

// nameIn is the name of a competence, an area or the framework itself.
func (r *run) nameIn(f *continuum.Framework, id string) string {
	if a, c, ok := f.Competence(id); ok {
		return f.Say(c.Name, r.lang) + " (" + f.Say(a.Name, r.lang) + ")"
	}
	if a, ok := f.Area(id); ok {
		return f.Say(a.Name, r.lang)
	}
	return f.Say(f.Name, r.lang)
}

// fieldName is what a key of a framework is called: the sentence of a phase,
// the name, or the key itself.
func (r *run) fieldName(f *continuum.Framework, key string) string {
	if id, ok := strings.CutPrefix(key, "indicators."); ok {
		if p, ok := f.Phase(id); ok {
			return r.t.T("cli.framework.diff.sentence", "Phase", f.Say(p.Name, r.lang))
		}
	}
	if id := "cli.framework.diff.field." + key; r.t.Has(id) {
		return r.t.T(id)
	}
	return key
}
