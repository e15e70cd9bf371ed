package plan_test

import (
	"bytes"
	"maps"
	"reflect"
	"testing"

	"bekwaam/plan"
)

// observed is the starter's plan with a record of the coach, who has a key.
func observed(t testing.TB) plan.Plan {
	p := starter(t)
	p.Observations = []plan.Observation{
		{ID: "o1", By: &plan.Person{Name: "Wil Denkbeeld", Role: plan.RoleCoach}, Competences: []string{overview, routines}, Text: "Elf keer aan tafel."},
		{ID: "o2", Key: "fp", By: &plan.Person{Name: "Wil Denkbeeld", Role: plan.RoleCoach}, Competences: []string{routines}, Text: "Het werd stil."},
	}
	return p
}

const overview = "nl-po/organisatie/overzicht"

// do carries an act out that must be possible.
func do(t *testing.T) func(plan.Change, error) plan.Plan {
	return func(c plan.Change, err error) plan.Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
}

func TestSeen(t *testing.T) {
	p := observed(t)
	if got := plan.Seen(p, routines); len(got) != 0 {
		t.Errorf("words of others have a place before anybody read them: %v", got)
	}
	p = do(t)(plan.ReadObservation(p, "o1", routines, "basis"))
	p = do(t)(plan.ReadObservation(p, "o2", routines, "basis"))
	p = do(t)(plan.ReadObservation(p, "o1", overview, plan.UnknownFits))
	if got := plan.Seen(p, routines); !maps.Equal(got, map[string]int{"basis": 2}) {
		t.Errorf("seen %v", got)
	}
	if got := plan.Seen(p, overview); len(got) != 0 || p.Observations[0].Reads(overview) != plan.UnknownFits {
		t.Errorf("not knowing has a place: %v", got)
	}
	p = do(t)(plan.ReadObservation(p, "o1", routines, plan.NoneFits))
	if got := plan.Seen(p, routines); !maps.Equal(got, map[string]int{"basis": 1, plan.NoneFits: 1}) {
		t.Errorf("seen %v", got)
	}
	p = do(t)(plan.ReadObservation(p, "o1", routines, ""))
	if got := plan.Seen(p, routines); !maps.Equal(got, map[string]int{"basis": 1}) {
		t.Errorf("an answer taken back is seen: %v", got)
	}
}

func TestAReadingGoesWithItsCompetence(t *testing.T) {
	p := do(t)(plan.ReadObservation(observed(t), "o1", routines, "vak"))
	p = do(t)(plan.EditObservation(p, "o1", "competences", func(o *plan.Observation) { o.Competences = []string{overview} }))
	if len(p.Observations[0].Reading) != 0 {
		t.Errorf("left over: %v", p.Observations[0].Reading)
	}
}

func TestObservationsAreRefused(t *testing.T) {
	p := observed(t)
	only := func(_ plan.Change, err error) error { return err }
	edit := func(do func(*plan.Observation)) error { return only(plan.EditObservation(p, "o1", "x", do)) }
	scores := func(instrument string, list ...plan.Score) error {
		return edit(func(o *plan.Observation) { o.Instrument, o.ICALTScores = instrument, list })
	}
	frozen := p.Clone()
	frozen.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	tests := []struct {
		name string
		err  error
		code string
	}{
		{"a record of somebody else changed", only(plan.EditObservation(p, "o2", "text", func(o *plan.Observation) { o.Text = "x" })), plan.CodeRecord},
		{"a record of somebody else without its key", only(plan.EditObservation(p, "o2", "key", func(o *plan.Observation) { o.Key = "" })), plan.CodeRecord},
		{"a record of somebody else removed", only(plan.RemoveObservation(p, "o2")), plan.CodeRecord},
		{"a record of somebody else typed", only(plan.AddObservation(p, plan.Observation{ID: "o9", Key: "fp"})), plan.CodeRecord},
		{"a key given", edit(func(o *plan.Observation) { o.Key = "fp" }), plan.CodeRecord},
		{"a record in a frozen version", only(plan.RemoveObservation(frozen, "o2")), plan.CodeFrozen},
		{"read in a frozen version", only(plan.ReadObservation(frozen, "o2", routines, "vak")), plan.CodeFrozen},
		{"another source", edit(func(o *plan.Observation) { o.Source = "dreamt" }), plan.CodeUnknown},
		{"a score of no instrument", scores("", plan.Score{Domain: "instructie", Score: 25_000}), plan.CodeRequired},
		{"a score too low", scores("x", plan.Score{Domain: "instructie", Score: 9_999}), plan.CodeRange},
		{"a score too high", scores("x", plan.Score{Domain: "instructie", Score: 40_001}), plan.CodeRange},
		{"a domain twice", scores("x", plan.Score{Domain: "a", Score: 10_000}, plan.Score{Domain: "a", Score: 40_000}), plan.CodeTwice},
		{"the lowest and the highest", scores("x", plan.Score{Domain: "a", Score: 10_000}, plan.Score{Domain: "b", Score: 40_000}), ""},
		{"read about another competence", only(plan.ReadObservation(p, "o2", overview, "vak")), plan.CodeUnknown},
		{"read as no sentence", only(plan.ReadObservation(p, "o2", routines, "iets")), plan.CodeUnknown},
		{"read in no observation", only(plan.ReadObservation(p, "o9", routines, "vak")), plan.CodeUnknown},
		{"no observation to change", only(plan.EditObservation(p, "o9", "text", func(*plan.Observation) {})), plan.CodeUnknown},
		{"no observation to remove", only(plan.RemoveObservation(p, "o9")), plan.CodeUnknown},
		{"without an id", only(plan.AddObservation(p, plan.Observation{})), plan.CodeRequired},
	}
	for _, tt := range tests {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: got %v, want %q", tt.name, tt.err, tt.code)
		}
	}
	twice := p.Clone()
	twice.Observations[0].Reading = []plan.Reading{{Competence: routines, Fits: "vak"}, {Competence: routines, Fits: "basis"}}
	if got := plan.Code(plan.Validate(twice)); got != plan.CodeTwice {
		t.Errorf("two readings of one competence: %q", got)
	}
}

// What the teacher reads in an observation leaves with no edition for others,
// whatever else is shared of it.
func TestReadingsStayPrivate(t *testing.T) {
	p := do(t)(plan.ReadObservation(observed(t), "o2", routines, "vak"))
	p.Share.Coach = []string{plan.GroupObservations}
	coach := plan.For(p, packOf(t), plan.Coach, "")
	if len(coach.Plan.Observations) != 2 || bytes.Contains(coach.Payload(), []byte(`"reading"`)) {
		t.Errorf("the coach gets %+v", coach.Plan.Observations)
	}
	if o := plan.For(p, packOf(t), plan.Board, "").Plan.Observations; len(o) > 0 {
		t.Errorf("the board gets %+v", o)
	}
	if o := plan.For(p, packOf(t), plan.Self, "").Plan.Observations; o[1].Reads(routines) != "vak" {
		t.Errorf("one's own edition has %+v", o)
	}
	if len(p.Observations[1].Reading) != 1 {
		t.Error("the plan itself lost a reading")
	}
}

func TestReplaceKeepsRecordsOfOthers(t *testing.T) {
	old := do(t)(plan.ReadObservation(observed(t), "o2", routines, "start"))
	document := old.Clone()
	document.Observations[0].Text = "Herschreven door mijzelf."
	document.Observations[1].Text, document.Observations[1].Reading[0].Fits = "herschreven", "vak"
	got := do(t)(plan.Replace(old, document)).Observations
	want := document.Clone().Observations
	want[1].Text = old.Observations[1].Text
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	document.Observations = nil
	got = do(t)(plan.Replace(old, document)).Observations
	if len(got) != 1 || got[0].ID != "o2" {
		t.Errorf("left: %+v", got)
	}
}

func TestObserver(t *testing.T) {
	p, pack := starter(t), packOf(t)
	p.Profile.Coach = &plan.Person{Name: "Wil Denkbeeld"}
	p.Profile.Manager = &plan.Person{Name: "Karim Aziz"}
	f, _ := pack.Framework(p.Profile.Framework)
	tests := []struct {
		was  *plan.Person
		name string
		want *plan.Person
	}{
		{nil, "", nil},
		{nil, "wil denkbeeld", &plan.Person{Name: "Wil Denkbeeld", Role: plan.RoleCoach}},
		{nil, "Karim Aziz ", &plan.Person{Name: "Karim Aziz ", Role: plan.RoleManager}},
		{&plan.Person{Role: "collega"}, "Sanne Kok", &plan.Person{Name: "Sanne Kok", Role: "collega"}},
		{&plan.Person{Name: "Sanne Kok", Role: "collega"}, " ", &plan.Person{Role: "collega"}},
		{&plan.Person{Name: "Sanne Kok"}, "", nil},
		{nil, "ervaren collega", &plan.Person{Role: "collega"}},
	}
	for _, tt := range tests {
		if got := plan.Observer(p, pack, f, tt.was, tt.name); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q after %+v: got %+v, want %+v", tt.name, tt.was, got, tt.want)
		}
	}
}
