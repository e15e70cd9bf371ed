package continuum

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Diff says what lies between two frameworks, or two versions of one.
// Competences are named by their full ids, a removed one by that in the first
// and the others by that in the second. A competence whose id differs only in
// the framework is the same.
type Diff struct {
	Added   []string
	Removed []string
	Renamed []Rename // several from one where it was split
	Changed []Changed
}

// Rename is a competence under another id: the second framework says that it
// was renamed, or it has the same sentences.
type Rename struct{ From, To string }

// Changed names what differs of a competence, an area or the framework, by
// the keys of the file: name, survey, indicators.basis.
type Changed struct {
	ID     string
	Fields []string
}

// Same reports whether the two say the same.
func (d Diff) Same() bool {
	return len(d.Added)+len(d.Removed)+len(d.Renamed)+len(d.Changed) == 0
}

// DiffOf compares a with b. Both are resolved.
func DiffOf(a, b *Framework) Diff {
	before, after := a.byLocal(), b.byLocal()
	d := Diff{Renamed: renames(a, b, before, after)}
	came, went := map[string]bool{}, map[string]bool{}
	for _, r := range d.Renamed {
		went[localOf(r.From)], came[localOf(r.To)] = true, true
		if before[localOf(r.To)] == nil { // not merged into one that was there
			d.compare(r.To, before[localOf(r.From)], after[localOf(r.To)])
		}
	}
	d.whole(a, b)
	for _, id := range b.CompetenceIDs() {
		local := localOf(id)
		switch {
		case before[local] != nil:
			d.compare(id, before[local], after[local])
		case !came[local]:
			d.Added = append(d.Added, id)
		}
	}
	for _, id := range a.CompetenceIDs() {
		if local := localOf(id); after[local] == nil && !went[local] {
			d.Removed = append(d.Removed, id)
		}
	}
	slices.SortStableFunc(d.Changed, func(x, y Changed) int { return strings.Compare(x.ID, y.ID) })
	return d
}

// localOf cuts the framework off a full id.
func localOf(id string) string {
	_, local, _ := strings.Cut(id, "/")
	return local
}

// byLocal returns the competences by area/competence.
func (f *Framework) byLocal() map[string]*Competence {
	all := make(map[string]*Competence, len(f.places))
	for i := range f.Areas {
		a := &f.Areas[i]
		for j := range a.Competences {
			all[a.ID+"/"+a.Competences[j].ID] = &a.Competences[j]
		}
	}
	return all
}

// renames pairs what is gone from a with what b has instead: first what b
// says, then what has the same sentences.
func renames(a, b *Framework, before, after map[string]*Competence) []Rename {
	var out []Rename
	found, taken := map[string]bool{}, map[string]bool{}
	gone := func(local string) bool { return before[local] != nil && after[local] == nil }
	for _, to := range b.CompetenceIDs() {
		if from := after[localOf(to)].RenamedFrom; gone(from) {
			out = append(out, Rename{a.ID + "/" + from, to})
			found[from], taken[localOf(to)] = true, true
		}
	}
	for _, from := range a.CompetenceIDs() {
		local := localOf(from)
		if !gone(local) || found[local] {
			continue
		}
		for _, to := range b.CompetenceIDs() {
			at := localOf(to)
			if before[at] == nil && !taken[at] && sameSentences(before[local], after[at]) {
				out = append(out, Rename{from, to})
				taken[at] = true
				break
			}
		}
	}
	return out
}

func sameSentences(a, b *Competence) bool {
	return len(a.Indicators) > 0 && maps.Equal(a.Indicators, b.Indicators) && a.Survey == b.Survey
}

func (d *Diff) compare(id string, a, b *Competence) {
	d.changed(id, differing(tree(a), tree(b), "", "id", "renamed_from"))
}

// whole compares the areas that both have, and the frameworks around them.
func (d *Diff) whole(a, b *Framework) {
	d.changed(b.ID, differing(tree(a), tree(b), "", "id", "extends", "override_rule", "overrides", "areas", "version", "digest"))
	for i := range b.Areas {
		y := &b.Areas[i]
		x, ok := a.Area(a.ID + "/" + y.ID)
		if !ok {
			continue
		}
		d.changed(b.AreaID(y), differing(tree(x), tree(y), "", "competences"))
	}
}

func (d *Diff) changed(id string, fields []string) {
	if len(fields) > 0 {
		d.Changed = append(d.Changed, Changed{id, fields})
	}
}

// tree is a value of this package as its JSON has it.
func tree(v any) map[string]any {
	var out map[string]any
	if err := json.Unmarshal(canonical(v), &out); err != nil {
		panic("continuum: " + err.Error()) // canonical writes JSON
	}
	return out
}

// differing returns the keys at which two trees differ, as deep as both are
// mappings but not into the languages of a text.
func differing(a, b map[string]any, prefix string, skip ...string) []string {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if slices.Contains(skip, k) || reflect.DeepEqual(a[k], b[k]) {
			continue
		}
		x, okX := a[k].(map[string]any)
		y, okY := b[k].(map[string]any)
		if okX && okY && !isText(x) && !isText(y) {
			out = append(out, differing(x, y, prefix+k+".")...)
			continue
		}
		out = append(out, prefix+k)
	}
	return out
}

func isText(v map[string]any) bool {
	_, nl := v["nl"]
	_, en := v["en"]
	return nl || en
}
