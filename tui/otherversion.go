package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// otherVersion is S172: what another version of the framework changes, what of
// the plan that touches, and the way to it. Nothing moves before a yes, and
// undo takes it back.
type otherVersion struct {
	list list
	// choices say what becomes of what was split, by the id that it had.
	choices map[string][]string
	ahead   aheadOf
}

func newOtherVersion(*Model) screen { return &otherVersion{choices: map[string][]string{}} }

// aheadOf keeps what would happen between two frames.
type aheadOf struct {
	plan     string
	revision int
	choices  int
	moving   plan.Moving
}

func (s *otherVersion) ID() string          { return "S172" }
func (s *otherVersion) Title(e *env) string { return e.t.T("s172.title") }
func (s *otherVersion) Audience() string    { return "private" }
func (s *otherVersion) Form() bool          { return false }

// The rows of the screen: a competence of the version that is pinned, one
// that is new, and the two answers.
const (
	oldRow = "old/"
	addRow = "new/"
	goRow  = "go"
	notRow = "not"
)

// moving is what would happen now.
func (s *otherVersion) moving(e *env, to *continuum.Framework) plan.Moving {
	a := &s.ahead
	if a.plan != e.plan.ID || a.revision != e.plan.Revision || a.choices != len(s.choices) || a.moving.Named == nil {
		*a = aheadOf{e.plan.ID, e.plan.Revision, len(s.choices), plan.LookAhead(e.plan, e.pinned(), to, s.choices)}
	}
	return a.moving
}

func (s *otherVersion) Page(e *env) page {
	to, known := e.other()
	if to == nil {
		return withHeading(s.list.page(movedRows(e), hintLines(e, e.t.T("s172.same", "Name", e.say(e.fw.Name), "Version", e.fw.Version))...))
	}
	head := hintLines(e, e.t.T("s172.fromto", "Name", e.say(to.Name), "From", e.plan.Pin.Version, "To", to.Version)+" "+e.t.T("s172.nothinglost"))
	if !known {
		head = hintLines(e, e.t.T("s172.unknown", "Version", to.Version)+" "+e.t.T("s172.nothinglost"))
	}
	return withHeading(s.list.page(s.rows(e), append(head, "")...))
}

// hintLines are the lines of a sentence above a list.
func hintLines(e *env, words string) []string {
	var out []string
	for _, l := range text.Wrap(words, e.w) {
		out = append(out, e.st.Hint.Render(l))
	}
	return out
}

func (s *otherVersion) rows(e *env) []row {
	to, known := e.other()
	if to == nil {
		return movedRows(e)
	}
	var out []row
	if known {
		out = s.changes(e, to)
	} else {
		out = orphanRows(e, to)
	}
	if len(out) == 0 {
		out = append(out, textRows(e, e.t.T("s172.nochange"))...)
	}
	out = append(out, plainRow(""))
	if e.plan.Frozen() {
		return append(out, row{ID: notRow, Lines: text.Wrap(e.t.T("s172.frozen"), e.w)})
	}
	return append(out, row{ID: goRow, Lines: []string{"[ " + text.Cut(e.t.T("s172.go", "Version", to.Version), e.w-4) + " ]"}},
		row{ID: notRow, Lines: []string{e.t.T("s172.not")}})
}

// changes are what differs: first what the plan names, then the rest.
func (s *otherVersion) changes(e *env, to *continuum.Framework) []row {
	m := s.moving(e, to)
	var mine, rest []row
	for _, c := range changesIn(e, m, to) {
		r := row{ID: c.row, Lines: hang(c.mark+" ", c.name+": "+c.what, e.w, 2)}
		if c.named == "" {
			rest = append(rest, r)
			continue
		}
		r.Lines = append(r.Lines, hang("  ", e.st.Label.Render(e.t.T("s172.yours", "What", c.named)), e.w, 2)...)
		mine = append(mine, r)
	}
	var out []row
	if len(mine) > 0 {
		out = append(append(out, plainRow(e.st.Title.Render(e.t.T("s172.mine")))), mine...)
	}
	if len(rest) > 0 {
		if len(out) > 0 {
			out = append(out, plainRow(""))
		}
		out = append(append(out, plainRow(e.st.Title.Render(e.t.T("s172.rest")))), rest...)
	}
	return out
}

// orphanRows are the competences of the plan that another framework does not
// have.
func orphanRows(e *env, f *continuum.Framework) []row {
	var out []row
	for _, o := range plan.Orphans(e.plan, f) {
		if len(out) == 0 {
			out = append(out, plainRow(e.st.Title.Render(e.t.T("s172.gone"))))
		}
		r := row{ID: oldRow + o.ID, Lines: []string{text.Cut(goneName(o), e.w)}}
		r.Lines = append(r.Lines, hang("  ", e.st.Label.Render(e.t.T("s172.yours", "What", namedBy(e, o.Where))), e.w, 2)...)
		out = append(out, r)
	}
	return out
}

// movedRows are what there is to see once a plan is at the version at hand.
func movedRows(e *env) []row {
	out := orphanRows(e, e.fw)
	if len(out) > 0 {
		return append([]row{plainRow("")}, out...)
	}
	return []row{plainRow(""), {ID: notRow, Lines: text.Wrap(e.t.T("s172.allfits"), e.w)}}
}

func (s *otherVersion) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *otherVersion) Actions(e *env) []action {
	id := s.list.at(s.rows(e))
	enter := action{ID: "version.read", Keys: []string{"enter"}, Short: "key.read", Do: func() []effect { return s.enter(e) }}
	switch id {
	case goRow:
		enter.ID, enter.Short = "version.go", "key.dothis"
	case notRow:
		enter.ID, enter.Short = "version.not", "key.back"
	}
	return []action{enter, {ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }}}
}

func (s *otherVersion) enter(e *env) []effect {
	to, known := e.other()
	id := s.list.at(s.rows(e))
	switch {
	case id == notRow || id == "":
		return []effect{back()}
	case id == goRow && known:
		c, _, err := plan.Remap(e.plan, e.pinned(), to, s.choices)
		return []effect{commitSaying(c, err, "s172.moved", "Version", to.Version), s.top()}
	case id == goRow:
		c, err := plan.Repin(e.plan, to)
		return []effect{commitSaying(c, err, "s172.moved", "Version", to.Version), s.top()}
	}
	if old, ok := strings.CutPrefix(id, oldRow); ok {
		if to == nil || !known {
			return []effect{open(&reading{competence: old})}
		}
		return []effect{open(&versionPart{old: old, list: s})}
	}
	if added, ok := strings.CutPrefix(id, addRow); ok {
		return []effect{open(&versionPart{added: added, list: s})}
	}
	return nil
}

// top puts the mark on the first row again: what was selected is gone.
func (s *otherVersion) top() effect {
	return func(*Model) tea.Cmd { s.list, s.choices = list{}, map[string][]string{}; return nil }
}

// change is one difference in words.
type change struct{ row, mark, name, what, named string }

// changesIn are the differences in the order of the framework: renamed, split,
// said otherwise, gone, and then what is new.
func changesIn(e *env, m plan.Moving, to *continuum.Framework) []change {
	var out []change
	splits := m.Splits()
	add := func(row, mark, name, what string, ids ...string) {
		var named []string
		for _, id := range ids {
			for _, w := range m.Named[id] {
				if !slices.Contains(named, w) {
					named = append(named, w)
				}
			}
		}
		out = append(out, change{row, mark, name, what, namedBy(e, named)})
	}
	name := func(id string) string { return nameIn(e, to, id) }
	split := map[string]bool{}
	renamed := map[string]string{}
	for _, x := range splits {
		split[x.From] = true
		var names []string
		for _, id := range x.To {
			renamed[id] = x.From
			names = append(names, name(id))
		}
		what := e.t.T("s172.split", "Names", strings.Join(names, " "+e.t.T("s172.and")+" "))
		if waitsFor(m, x.From) {
			what += " " + e.t.T("s172.undecided")
		}
		add(oldRow+x.From, "~", nameIn(e, e.fw, x.From), what, x.From)
	}
	for _, x := range m.Diff.Renamed {
		if !split[x.From] {
			renamed[x.To] = x.From
			add(oldRow+x.From, "~", nameIn(e, e.fw, x.From), e.t.T("s172.renamed", "Name", name(x.To)), x.From)
		}
	}
	for _, x := range m.Diff.Changed {
		if _, _, ok := to.Competence(x.ID); !ok || renamed[x.ID] != "" {
			continue
		}
		if words := fieldsIn(e, to, x.Fields); words != "" {
			old := localIn(e.fw, to, x.ID)
			add(oldRow+old, "~", name(x.ID), e.t.T("s172.changed", "What", words), old)
		}
	}
	for _, id := range m.Diff.Removed {
		add(oldRow+id, "–", nameIn(e, e.fw, id), e.t.T("s172.removed"), id)
	}
	for _, id := range m.Diff.Added {
		add(addRow+id, "+", name(id), e.t.T("s172.added"), id)
	}
	for _, x := range m.Diff.Changed {
		if _, _, ok := to.Competence(x.ID); ok {
			continue
		}
		if words := fieldsIn(e, to, x.Fields); words != "" {
			out = append(out, change{mark: "~", name: name(x.ID), what: e.t.T("s172.changed", "What", words)})
		}
	}
	return out
}

// localIn is the id that a competence of one framework has in another version.
func localIn(from, to *continuum.Framework, id string) string {
	return from.ID + strings.TrimPrefix(id, to.ID)
}

// nameIn is the name of a competence, an area, or the framework.
func nameIn(e *env, f *continuum.Framework, id string) string {
	if _, c, ok := f.Competence(id); ok {
		return f.Say(c.Name, e.settings.Language)
	}
	if a, ok := f.Area(id); ok {
		return f.Say(a.Name, e.settings.Language)
	}
	return f.Say(f.Name, e.settings.Language)
}

// fieldsIn says which parts differ: the sentence of a phase, the name. Parts
// without words of their own count as one.
func fieldsIn(e *env, f *continuum.Framework, fields []string) string {
	var out []string
	add := func(words string) {
		if !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	for _, p := range f.Phases {
		if slices.Contains(fields, "indicators."+p.ID) {
			add(e.t.T("s172.field.sentence", "Phase", f.Say(p.Name, e.settings.Language)))
		}
	}
	for _, key := range fields {
		head, _, _ := strings.Cut(key, ".")
		if head == "indicators" {
			continue
		}
		if id := "s172.field." + head; e.t.Has(id) {
			add(e.t.T(id))
			continue
		}
		add(e.t.T("s172.field.other"))
	}
	return strings.Join(out, ", ")
}
