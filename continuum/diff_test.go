package continuum

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// changedPack returns the first framework of the small pack after an edit.
func changedPack(t *testing.T, edit func(f *Framework)) *Framework {
	t.Helper()
	p := smallPack()
	p.AreaSuggestions = nil
	edit(&p.Frameworks[0])
	p.Frameworks = p.Frameworks[:1]
	p.Frameworks[0].places = nil
	keepOne(p)
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	return &p.Frameworks[0]
}

// keepOne leaves only the first framework in every list.
func keepOne(p *Pack) {
	one := []string{"aa"}
	p.Overlays[0].AppliesTo, p.ActivityKinds[0].Frameworks, p.PartnerRoles[0].Frameworks = one, one, one
	p.Funding[0].Frameworks, p.Employment[0].Frameworks, p.Timelines[0].Frameworks = one, one, one
	p.ActivityKinds[0].Words, p.Glossary[0].Frameworks = nil, one
}

func said(d Diff) string {
	var out []string
	for _, id := range d.Added {
		out = append(out, "+"+id)
	}
	for _, id := range d.Removed {
		out = append(out, "-"+id)
	}
	for _, r := range d.Renamed {
		out = append(out, r.From+">"+r.To)
	}
	for _, c := range d.Changed {
		out = append(out, fmt.Sprint(c.ID, c.Fields))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestDiff(t *testing.T) {
	same := func(*Framework) {}
	tests := []struct {
		name string
		edit func(f *Framework)
		want string
	}{
		{"nothing", same, ""},
		{"added", func(f *Framework) {
			f.Areas[1].Competences = append(f.Areas[1].Competences, competence("team", 1))
		}, "+aa/twee/team"},
		{"removed", func(f *Framework) { f.Areas[0].Competences = f.Areas[0].Competences[1:] }, "-aa/een/uitleg"},
		{"another id", func(f *Framework) { f.Areas[0].Competences[0].ID = "uitleggen" }, "aa/een/uitleg>aa/een/uitleggen"},
		{"another area", func(f *Framework) {
			f.Areas[1].Competences = append(f.Areas[1].Competences, f.Areas[0].Competences[0])
			f.Areas[0].Competences = f.Areas[0].Competences[1:]
		}, "aa/een/uitleg>aa/twee/uitleg"},
		{"another id and name", func(f *Framework) {
			f.Areas[0].Competences[0].ID, f.Areas[0].Competences[0].Name = "helder", text("helder")
		}, "aa/een/helder[name] aa/een/uitleg>aa/een/helder"},
		{"said to be another", func(f *Framework) {
			c := competence("helder", 1)
			c.RenamedFrom = "een/uitleg"
			f.Areas[0].Competences[0] = c
		}, "aa/een/helder[indicators.basis indicators.start name survey] aa/een/uitleg>aa/een/helder"},
		{"split", func(f *Framework) {
			a, b := competence("kort", 1), competence("lang", 1)
			a.RenamedFrom, b.RenamedFrom = "een/uitleg", "een/uitleg"
			a.Name, b.Name = f.Areas[0].Competences[0].Name, f.Areas[0].Competences[0].Name
			f.Areas[0].Competences = append(f.Areas[0].Competences[1:], a, b)
		}, "aa/een/kort[indicators.basis indicators.start survey] aa/een/lang[indicators.basis indicators.start survey] " +
			"aa/een/uitleg>aa/een/kort aa/een/uitleg>aa/een/lang"},
		{"split off from what stays", func(f *Framework) {
			c := competence("kort", 1)
			c.RenamedFrom = "een/uitleg"
			f.Areas[0].Competences = append(f.Areas[0].Competences, c)
		}, "+aa/een/kort"},
		{"merged", func(f *Framework) {
			f.Areas[0].Competences[1].RenamedFrom = "een/uitleg"
			f.Areas[0].Competences = f.Areas[0].Competences[1:]
		}, "aa/een/uitleg>aa/een/orde"},
		{"another sentence", func(f *Framework) { f.Areas[0].Competences[0].Indicators["basis"] = text("anders") }, "aa/een/uitleg[indicators.basis]"},
		{"another band", func(f *Framework) { f.Areas[0].Competences[0].Band = 3 }, "aa/een/uitleg[band]"},
		{"area and framework", func(f *Framework) {
			f.Areas[1].Name, f.ValidTo, f.Placeholders["coach"] = text("2"), "2030-01-01", text("maatje")
		}, "aa/twee[name] aa[placeholders.coach valid_to]"},
	}
	before := changedPack(t, same)
	for _, test := range tests {
		d := DiffOf(before, changedPack(t, test.edit))
		if got := said(d); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if d.Same() != (test.want == "") {
			t.Errorf("%s: the same: %v", test.name, d.Same())
		}
	}
}

func TestDiffBetweenFrameworks(t *testing.T) {
	p := resolved(t)
	a, _ := p.Framework("aa")
	b, _ := p.Framework("bb")
	want := "+bb/twee/sectie bb/een/orde[band] bb[name placeholders.coach sector]"
	if got := said(DiffOf(a, b)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := said(DiffOf(b, a)); !strings.HasPrefix(got, "-bb/twee/sectie") {
		t.Errorf("the other way round: %s", got)
	}
}
