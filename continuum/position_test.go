package continuum

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestDistance(t *testing.T) {
	tests := []struct {
		view View
		want int
		ok   bool
	}{
		{View{Fits: "start", Now: 3, Want: 4}, 1, true}, // the quick round goes before the sentence
		{View{Fits: "geen", Want: 4}, 3, true},
		{View{Fits: "start", Want: 4}, 2, true},
		{View{Fits: "basis", Want: 1}, -2, true},
		{View{Fits: "weet-niet", Want: 4}, 0, false},
		{View{Fits: "weet-niet", Now: 1, Want: 4}, 3, true},
		{View{Want: 4}, 0, false},
		{View{Fits: "start"}, 0, false},
	}
	for _, test := range tests {
		if d, ok := Distance(test.view, fitsScale()); d != test.want || ok != test.ok {
			t.Errorf("%+v: %d, %v", test.view, d, ok)
		}
	}
}

// views makes views named a, b, c … with these distances.
func views(distances ...int) []View {
	var out []View
	for i, d := range distances {
		out = append(out, View{Competence: string(rune('a' + i)), Now: 4 - d, Want: 4})
	}
	return out
}

func TestWidestGaps(t *testing.T) {
	tests := []struct {
		distances     []int
		certain, tied []string
	}{
		{nil, nil, nil},
		{[]int{1}, []string{"a"}, nil},
		{[]int{0, 3}, []string{"a", "b"}, nil},
		{[]int{1, 1, 1}, []string{"a", "b", "c"}, nil},
		{[]int{1, 1, 1, 1}, nil, []string{"a", "b", "c", "d"}},
		{[]int{3, 1, 2, 1}, []string{"a", "c"}, []string{"b", "d"}},
		{[]int{3, 1, 2, 0}, []string{"a", "b", "c"}, nil},
		{[]int{0, 3, 3, 3}, []string{"b", "c", "d"}, nil},
		{[]int{3, 2, 2, 2, 1}, []string{"a"}, []string{"b", "c", "d"}},
	}
	for _, test := range tests {
		certain, tied := WidestGaps(views(test.distances...), fitsScale())
		if !slices.Equal(certain, test.certain) || !slices.Equal(tied, test.tied) {
			t.Errorf("%v: %v and %v, want %v and %v", test.distances, certain, tied, test.certain, test.tied)
		}
	}
	certain, tied := WidestGaps([]View{{Competence: "a", Fits: "weet-niet", Want: 4}}, fitsScale())
	if len(certain)+len(tied) > 0 {
		t.Errorf("a view without a distance is in %v or %v", certain, tied)
	}
}

func TestWidestGapsHoldsForAnyViews(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	fits := fitsScale()
	for range 2000 {
		all := randomViews(random)
		certain, tied := WidestGaps(all, fits)
		if len(certain) > Shown || len(tied) > 0 && len(certain)+len(tied) <= Shown {
			t.Fatalf("%+v: %v and %v", all, certain, tied)
		}
		at := map[string]int{}
		for _, v := range all {
			if d, ok := Distance(v, fits); ok {
				at[v.Competence] = d
			}
		}
		for id, d := range at {
			for _, c := range certain {
				if !slices.Contains(certain, id) && d > at[c] {
					t.Fatalf("%s is wider than %s, which is certain: %+v", id, c, all)
				}
			}
			for _, c := range tied {
				if slices.Contains(tied, id) != (d == at[c]) {
					t.Fatalf("%s and %s: %+v", id, c, all)
				}
			}
		}
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		again, tiedAgain := WidestGaps(all, fits)
		if !slices.Equal(certain, again) || !slices.Equal(tied, tiedAgain) {
			t.Fatalf("the order of the views matters: %+v", all)
		}
	}
}

// randomViews gives views of the competences of the small pack, of some not
// in it, answered in part.
func randomViews(random *rand.Rand) []View {
	var out []View
	ids := []string{"aa/een/uitleg", "aa/een/orde", "aa/twee/ouders", "bb/een/orde", "aa/een", "x"}
	for i := range 8 {
		if random.IntN(3) == 0 {
			continue
		}
		id := fmt.Sprint("x", i)
		if i < len(ids) {
			id = ids[i]
		}
		fits := []string{"", "geen", "start", "basis", "weet-niet", "x"}[random.IntN(6)]
		out = append(out, View{id, fits, random.IntN(5), random.IntN(5)})
	}
	return out
}

// ladder is a framework with competences of all bands, in this order.
func ladder() *Framework {
	f := &Framework{ID: "f", Areas: []Area{
		{ID: "a", Competences: []Competence{competence("drie", 3), competence("een", 1), competence("twee", 2)}},
		{ID: "b", Competences: []Competence{competence("een", 1), competence("twee", 2)}},
	}}
	f.buildPlaces()
	return f
}

func TestProposals(t *testing.T) {
	want := func(n string) Reason { return Reason{ReasonWant, []string{n}} }
	earlier := func(band string) Reason { return Reason{ReasonBand, []string{band}} }
	chose := func(id string) Reason { return Reason{ReasonFits, []string{id}} }
	tests := []struct {
		name     string
		views    []View
		observed map[string]int
		want     []Proposal
	}{
		{"nothing", nil, nil, nil},
		{"no wish, no proposal", []View{{"f/a/een", "geen", 1, 2}, {"f/a/twee", "geen", 1, 1}}, map[string]int{"f/a/een": 3}, nil},
		{"first before gladly", []View{{"f/a/een", "geen", 0, 3}, {"f/a/twee", "basis", 0, 4}}, nil,
			[]Proposal{{"f/a/twee", []Reason{want("4"), chose("basis")}}, {"f/a/een", []Reason{want("3"), chose("geen")}}}},
		{"then the distance", []View{{"f/a/een", "start", 0, 4}, {"f/a/drie", "geen", 0, 4}}, nil,
			[]Proposal{{"f/a/drie", []Reason{want("4"), chose("geen")}}, {"f/a/een", []Reason{want("4"), chose("start")}}}},
		{"then the band", []View{{"f/a/drie", "start", 0, 4}, {"f/a/twee", "start", 0, 4}, {"f/b/een", "start", 0, 4}}, nil,
			[]Proposal{
				{"f/b/een", []Reason{want("4"), chose("start"), earlier("1")}},
				{"f/a/twee", []Reason{want("4"), chose("start"), earlier("2")}},
				{"f/a/drie", []Reason{want("4"), chose("start")}},
			}},
		{"then the framework, at most three", []View{
			{"f/b/twee", "start", 0, 3}, {"f/b/een", "start", 0, 3}, {"f/a/twee", "start", 0, 3}, {"f/a/een", "start", 0, 3},
		}, nil, []Proposal{
			{"f/a/een", []Reason{want("3"), chose("start"), earlier("1")}},
			{"f/b/een", []Reason{want("3"), chose("start"), earlier("1")}},
			{"f/a/twee", []Reason{want("3"), chose("start")}},
		}},
		{"without a distance it comes last, an observation is a reason", []View{
			{"f/a/een", "weet-niet", 0, 3}, {"f/a/drie", "basis", 0, 3},
		}, map[string]int{"f/a/een": 2}, []Proposal{
			{"f/a/drie", []Reason{want("3"), chose("basis")}},
			{"f/a/een", []Reason{want("3"), {ReasonObserved, []string{"2"}}}},
		}},
		{"of another framework", []View{{"g/a/een", "geen", 0, 4}, {"f/a", "geen", 0, 4}}, nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Proposals(ladder(), fitsScale(), test.views, test.observed, nil, Shown); !reflect.DeepEqual(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

// A goal of school or team is a reason, and decides where wish, distance and
// band are the same.
func TestWhatASchoolGoalTouchesComesFirstAmongEquals(t *testing.T) {
	views := []View{{"f/a/een", "start", 0, 3}, {"f/b/een", "start", 0, 3}, {"f/a/twee", "start", 0, 3}, {"f/a/drie", "geen", 0, 3}}
	ids := func(list []Proposal) (out []string) {
		for _, p := range list {
			out = append(out, p.Competence)
		}
		return out
	}
	for _, test := range []struct {
		school string
		want   []string
	}{
		{"", []string{"f/a/drie", "f/a/een", "f/b/een", "f/a/twee"}},
		{"f/b/een", []string{"f/a/drie", "f/b/een", "f/a/een", "f/a/twee"}},  // before its equal
		{"f/a/twee", []string{"f/a/drie", "f/a/een", "f/b/een", "f/a/twee"}}, // never before a lower band
	} {
		got := Proposals(ladder(), fitsScale(), views, nil, map[string]string{test.school: "s1"}, 4)
		if !slices.Equal(ids(got), test.want) {
			t.Errorf("with a goal on %q: %v, want %v", test.school, ids(got), test.want)
		}
		for _, p := range got {
			said := slices.ContainsFunc(p.Reasons, func(r Reason) bool { return r.Code == ReasonSchool })
			if said != (p.Competence == test.school) {
				t.Errorf("with a goal on %q: %v", test.school, p)
			}
		}
	}
}

func TestProposalsHoldForAnyViews(t *testing.T) {
	p := resolved(t)
	f, _ := p.Framework("aa")
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		all := randomViews(random)
		wish := map[string]int{}
		for _, v := range all {
			wish[v.Competence] = v.Want
		}
		got := Proposals(f, fitsScale(), all, map[string]int{"aa/een/orde": 1}, map[string]string{"aa/een/orde": "s1"}, Shown)
		if len(got) > Shown {
			t.Fatalf("%d proposals", len(got))
		}
		for i, proposal := range got {
			if len(proposal.Reasons) == 0 || wish[proposal.Competence] < WantGladly {
				t.Fatalf("%v is proposed from %+v", proposal, all)
			}
			if _, _, ok := f.Competence(proposal.Competence); !ok {
				t.Fatalf("%v is not of the framework", proposal)
			}
			if i > 0 && wish[proposal.Competence] > wish[got[i-1].Competence] {
				t.Fatalf("a stronger wish comes later: %v from %+v", got, all)
			}
		}
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if again := Proposals(f, fitsScale(), all, map[string]int{"aa/een/orde": 1}, map[string]string{"aa/een/orde": "s1"}, Shown); !reflect.DeepEqual(got, again) {
			t.Fatalf("the order of the views matters: %+v", all)
		}
	}
}
