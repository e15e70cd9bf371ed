package plan_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bekwaam/plan"
)

func TestCanonical(t *testing.T) {
	n := func(s string) any { return json.Number(s) }
	tests := []struct {
		v    any
		want string
	}{
		{plan.Object{{Key: "b", Value: n("1.50")}, {Key: "a", Value: "x"}}, `{"a":"x","b":1.5}`},
		{plan.Object{{Key: "a", Value: ""}, {Key: "b", Value: nil}, {Key: "c", Value: false}, {Key: "d", Value: n("0.00")}, {Key: "e", Value: []any{}}, {Key: "f", Value: plan.Object{}}}, `{}`},
		{plan.Object{{Key: "a", Value: plan.Object{{Key: "b", Value: plan.Object{}}}}}, `{}`},
		{plan.Object{{Key: "a", Value: []any{"", "x", n("0")}}}, `{"a":[null,"x",null]}`},
		{plan.Object{{Key: "e\u0301", Value: "e\u0301<&>"}}, `{"é":"é<&>"}`},
		{plan.Object{{Key: "a", Value: n("1e5")}, {Key: "b", Value: n("-0")}, {Key: "c", Value: true}}, `{"a":1e5,"c":true}`},
	}
	for _, tt := range tests {
		if got := string(plan.Canonical(tt.v)); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

// The hash of docs/formats.md, and that of items which must never change.
func TestContentHashStays(t *testing.T) {
	p := plan.Plan{Goals: []plan.Goal{{ID: "d1", Title: "Rust aan de instructietafel", Question: "Hoe werkt de ene groep door terwijl ik de andere uitleg geef?",
		Competences: []string{"nl-po/organisatie/zelfwerk"}}}}
	const text = "goal\n" + `{"competences":["nl-po/organisatie/zelfwerk"],"learning_question":"Hoe werkt de ene groep door terwijl ik de andere uitleg geef?","title":"Rust aan de instructietafel"}`
	sum := sha256.Sum256([]byte(text))
	want := "1:" + hex.EncodeToString(sum[:])
	got, ok := plan.ContentHash(p, "d1")
	if !ok || got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	stays := map[string]string{
		"d1":            "1:5d52889e2eb5be566a6f32ddb00cbcaa9a413e1787d84ed8c84ca6f7979f682e",
		"a3":            "1:f04c0dcdfa310f0226a42028a8b16a4b0bc492ebfdc95e7123d6c03686f60ad9",
		"g1":            "1:1b9c152dd36538ab281597535f64930c034b216743c3a5d5fc953ab6fba334c8",
		"b2":            "1:34ced0461a5f0e8a82ad04041743ec58d45b2e56c63f03187d94ecf945a094ac",
		"o1":            "1:9c115c731c03704a656d436a65d684ae6f5978c6b2ceb9cfff46790e30f67efd",
		"evaluation/d2": "1:f183292c52bae99e176d4ee4a194ce80085e194f14d05ff0f2d77a5c02637dad",
		"conditions":    "1:965c23d99a010aa2bfd01bd384fc8863aae84feafcf32675654ebf0d11d0da0d",
		"midyear":       "1:7122e87713b33d41e8de30476e9bbc5994adc1a4d76f4159c1c0ee0dc4f47701",
		"plan":          "1:3ea81d886b858f09d757068dd319afca06db0de898afac251dea29fc490e9324",
	}
	s := starter(t)
	for item, want := range stays {
		if got, ok := plan.ContentHash(s, item); !ok || got != want {
			t.Errorf("%q: %q,", item, got)
		}
	}
	for _, item := range []string{"", "d9", "evaluation/d9", "r1", "n1"} {
		if got, ok := plan.ContentHash(s, item); ok {
			t.Errorf("%q has the hash %s", item, got)
		}
	}
}

var hashedItems = []string{"d1", "a3", "g1", "b2", "o1", "evaluation/d2", "conditions", "midyear", "plan"}

// A field that is not in the list, such as one of a later program, changes no
// hash, wherever it stands.
func TestContentHashIgnoresWhatIsNotListed(t *testing.T) {
	d := readDoc(t)
	p := planOf(t, d)
	var plant func(v any)
	plant = func(v any) {
		switch v := v.(type) {
		case doc:
			for _, x := range v {
				plant(x)
			}
			v["later"] = "x"
		case []any:
			for _, x := range v {
				plant(x)
			}
		}
	}
	for _, key := range []string{"goals", "activities", "agreements", "evidence", "conditions", "midyear", "evaluation", "observations"} {
		plant(d[key])
	}
	q := planOf(t, d)
	q.Goals[0].Order, q.Goals[0].Employer, q.Activities[2].Order = 7, "both", 9
	q.Activities[2].Log = nil
	for _, item := range hashedItems {
		a, _ := plan.ContentHash(p, item)
		b, _ := plan.ContentHash(q, item)
		if a != b {
			t.Errorf("%s: another hash", item)
		}
	}
}

// Every listed field counts.
func TestContentHashSeesChanges(t *testing.T) {
	p := starter(t)
	tests := map[string]func(*plan.Plan){
		"d1":            func(p *plan.Plan) { p.Goals[0].Aims = []plan.Aim{{Competence: "x", Phase: "basis"}} },
		"a3":            func(p *plan.Plan) { p.Activities[2].Partner.Name = "x" },
		"g1":            func(p *plan.Plan) { p.Agreements[0].Done = false },
		"b2":            func(p *plan.Plan) { p.Evidence[1].Note = "x" },
		"o1":            func(p *plan.Plan) { p.Observations[0].By.Name = "x" },
		"evaluation/d2": func(p *plan.Plan) { p.Evaluation.PerGoal[1].Reason = "x" },
		"conditions":    func(p *plan.Plan) { p.Conditions.Promises = nil },
		"midyear":       func(p *plan.Plan) { p.Midyear.GoalsAdjusted[0].To = "x" },
		"plan":          func(p *plan.Plan) { p.Agreements[0].What = "x" },
	}
	for item, edit := range tests {
		q := p.Clone()
		edit(&q)
		a, _ := plan.ContentHash(p, item)
		b, _ := plan.ContentHash(q, item)
		if a == b {
			t.Errorf("%s: the same hash", item)
		}
	}
}

// The coach makes the hash over the coach's copy; it is the teacher's hash.
func TestContentHashIsTheSameForTheCoach(t *testing.T) {
	p, _ := filled()
	p.Format, p.Version = plan.Format, plan.FormatVersion
	p.Agreements = append(p.Agreements, plan.Agreement{ID: "secret", Audience: plan.Private, What: "x"})
	read, err := plan.Decode(plan.For(p, packOf(t), plan.Coach, "").Payload())
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range []string{p.Goals[0].ID, p.Activities[0].ID, p.Agreements[0].ID, p.Evidence[0].ID, p.Observations[0].ID,
		"evaluation/" + p.Evaluation.PerGoal[0].Goal, "conditions", "midyear", "plan"} {
		a, ok1 := plan.ContentHash(p, item)
		b, ok2 := plan.ContentHash(read, item)
		if !ok1 || !ok2 || a != b {
			t.Errorf("%s: %v %v, the same %v", item, ok1, ok2, a == b)
		}
	}
}

func TestContentHashOfTheSameText(t *testing.T) {
	p := starter(t)
	p.Goals[0].Title, p.Goals[0].Aims = "één", nil
	q := p.Clone()
	q.Goals[0].Title = norm.NFD.String(q.Goals[0].Title)
	q.Goals[0].Aims = []plan.Aim{}
	if reflect.DeepEqual(p, q) {
		t.Fatal("nothing to compare")
	}
	a, _ := plan.ContentHash(p, "d1")
	b, _ := plan.ContentHash(q, "d1")
	if a != b {
		t.Error("composed or not, empty or left out: another hash")
	}
}

func TestFillIDs(t *testing.T) {
	p, err := plan.Decode([]byte(`{"profile":{},"observations":[{}],"goals":[{"id":"n3"},{}],"activities":[{}],"agreements":[{"id":"g1"}],
		"notes":[{}],"evidence":[{}],"reflections":[{}],"confirmations":[{}],"assessment":{"separate":[{}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	before := p.Clone()
	n := 0
	q := plan.FillIDs(p, func() string { n++; return "n" + string(rune('0'+n)) })
	got := []string{q.ID, q.Observations[0].ID, q.Goals[0].ID, q.Goals[1].ID, q.Activities[0].ID, q.Agreements[0].ID, q.Notes[0].ID,
		q.Evidence[0].ID, q.Reflections[0].ID, q.Confirmations[0].ID, q.Assessment.Separate[0].ID}
	if want := strings.Fields("n1 n2 n3 n4 n5 g1 n6 n7 n8 n9 n:"); !slices.Equal(got, want) {
		t.Errorf("ids %v, want %v", got, want)
	}
	if !reflect.DeepEqual(p, before) {
		t.Error("the plan handed in was touched")
	}
	if again := plan.FillIDs(q, func() string { t.Error("an id asked for"); return "" }); !reflect.DeepEqual(again, q) {
		t.Error("ids that were there changed")
	}
}
