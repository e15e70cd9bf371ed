package plan_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"bekwaam/plan"
)

func TestCodecKeepsEveryField(t *testing.T) {
	p, _ := filled()
	p.Format, p.Version = plan.Format, plan.FormatVersion
	got, err := plan.Decode(plan.WriteJSON(p))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, p) {
		t.Errorf("written and read again it differs:\n%s\n%s", plan.WriteJSON(p), plan.WriteJSON(got))
	}
	if raw, err := p.MarshalJSON(); err != nil {
		t.Error(err)
	} else if got, err := plan.Decode(raw); err != nil || !reflect.DeepEqual(got, p) {
		t.Error("the short form differs from the indented one", err)
	}
}

func TestCodecYAML(t *testing.T) {
	p := starter(t)
	p.Profile.SchoolCode = "007"
	p.Profile.Group = "no"
	p.Profile.Function = "1e5"
	p.QuestionToCoach = "twee\nregels: met # en 'aanhaling'\n"
	p.Unknown = []plan.Member{
		{Key: "later", Value: plan.Object{{Key: "n", Value: number("1e5")}, {Key: "x", Value: number("-0.50")}, {Key: "list", Value: []any{nil, true, "true", "", number("7")}}, {Key: "none", Value: plan.Object{}}}},
		{Key: "<<", Value: "no merge"},
		{Key: "~", Value: "null"},
	}
	y, err := plan.WriteYAML(p)
	if err != nil {
		t.Fatal(err)
	}
	got, remarks, err := plan.Read(y)
	if err != nil || len(remarks) > 0 {
		t.Fatal(err, remarks, string(y))
	}
	if !bytes.Equal(plan.WriteJSON(got), plan.WriteJSON(p)) {
		t.Errorf("through YAML it is another document:\n%s", y)
	}
}

// A key that this program does not know stays, wherever it stands.
func TestUnknownKeysStay(t *testing.T) {
	d := readDoc(t)
	n := 0
	var plant func(v any)
	plant = func(v any) {
		switch v := v.(type) {
		case doc:
			for _, x := range v {
				plant(x)
			}
			n++
			v[fmt.Sprintf("later_%d", n)] = doc{"een": []any{"twee", 3, doc{"vier": nil}}}
		case []any:
			for _, x := range v {
				plant(x)
			}
		}
	}
	for key, v := range d {
		switch key {
		case "case", "title", "expected", "merge", "variants", "today", "survey": // no plan, or keyed by id
		default:
			plant(v)
		}
	}
	d["later"] = "a text"
	p := planOf(t, d)
	if n < 50 {
		t.Fatalf("planted only %d keys", n)
	}
	for _, write := range []func(plan.Plan) []byte{plan.WriteJSON, func(p plan.Plan) []byte { y, _ := plan.WriteYAML(p); return y }} {
		out := write(p)
		for i := 1; i <= n; i++ {
			if !bytes.Contains(out, fmt.Appendf(nil, "later_%d", i)) {
				t.Errorf("key %d is gone", i)
			}
		}
		again, _, err := plan.Read(out)
		if err != nil || !bytes.Equal(write(again), out) {
			t.Error("read again it differs", err)
		}
	}
	if c, err := plan.AskCoach(p, "Blijft dit?"); err != nil || !bytes.Contains(plan.WriteJSON(c.Plan), []byte("later_40")) {
		t.Error("an act loses what it does not know", err)
	}
	board := plan.For(p, packOf(t), plan.Board, "").Payload()
	coach := plan.For(p, packOf(t), plan.Coach, "").Payload()
	if bytes.Contains(board, []byte(`"later`)) || bytes.Contains(coach, []byte(`"later`)) {
		t.Error("an edition holds a key that nobody knows")
	}
}

func TestReadSaysWhere(t *testing.T) {
	for _, in := range []string{"profile: {}\n\ngoals:\n  - id: d1\n    deadline: morgen\n", "{\"profile\": {},\n\n\"goals\": [{\n\"id\": \"d1\",\n\"deadline\": \"morgen\"}]}"} {
		_, _, err := plan.Read([]byte(in))
		if e, ok := err.(*plan.Error); !ok || e.Line != 5 || e.Error() != `line 5: goals/d1/deadline: date "morgen"` {
			t.Errorf("got %v", err)
		}
	}
}

func TestReadCleans(t *testing.T) {
	p, remarks, err := plan.Read([]byte("{\"profile\":{\"name\":\"Noor\\u001b[31m \\u202eB\",\"school\":\"e\\u0301\"}}"))
	if err != nil || p.Profile.Name != "Noor[31m B" || p.Profile.School != "é" {
		t.Errorf("%q %q %v", p.Profile.Name, p.Profile.School, err)
	}
	if len(remarks) != 1 || remarks[0].Code != plan.RemarkCleaned || remarks[0].Args[0] != "1" {
		t.Errorf("remarks %v", remarks)
	}
}

// What is left out means the usual thing, and other words for an id the id.
func TestReadSettles(t *testing.T) {
	p, _, err := plan.Read([]byte(`{"profile":{},
		"activities":[{"id":"a","goal":"d","moments":["2027-02","2026-11-18"]},{"id":"b","goal":null,"status":"wanted"},{"id":"c","goal":"d","goals":[]}],
		"goals":[{"id":"d","order":9},{"id":"e"}],"evidence":[{"id":"x"}],
		"notes":[{"id":"n","kind":"suggestion"}],"observations":[{"id":"o","source":"gezien"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	a := p.Activities
	checks := map[string]bool{
		"format":      p.Format == plan.Format && p.Version == 1 && p.WorkingVersion == 1,
		"state":       p.State == plan.Draft && p.Language == "nl",
		"fte":         p.Profile.FTE == 10_000 && p.Profile.WorkingWeeks == 40,
		"goal list":   len(a[0].Goals) == 1 && a[0].Goals[0] == "d" && len(a[1].Goals) == 0 && len(a[2].Goals) == 0,
		"status":      a[0].Status == plan.Planned && a[1].Status == plan.Wanted,
		"moments":     a[0].From.String() == "2026-11-18" && a[0].To.String() == "2027-02-28",
		"order":       p.Goals[0].Order == 1 && p.Goals[1].Order == 2 && a[2].Order == 3,
		"evidence":    p.Evidence[0].Audience == plan.Private,
		"note":        p.Notes[0].Kind == "suggestie",
		"observation": p.Observations[0].Source == "seen",
		"language en": readLanguage("en") == "en" && readLanguage("fr") == "",
	}
	for name, ok := range checks {
		if !ok {
			t.Errorf("%s is not as it should be", name)
		}
	}
}

func readLanguage(s string) string {
	p, _, _ := plan.Read([]byte(`{"profile":{},"language":"` + s + `"}`))
	return p.Language
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"profile":{"name":"Noor"},"goals":[{"id":"d1","x":[1e9,null]}]}`))
	f.Add([]byte("profile: {name: Noor, school_code: 007}\nactivities:\n- {id: a, goal: null, hours: 1.25}\n"))
	f.Add([]byte(`{"profile":{"fte":"0.8","employers":[{"id":"a","fte":"0.5","from":"2026-08-01"}]},"signatures":[{"moment":"plan","status":"expected"}],` +
		`"activities":[{"id":"a","moments":["2026-11","2027-01-02"],"cost_cents":5,"log":[{"date":"2026-11-01","hours":0.25}]}],"evidence":[{"id":"b"}]}`))
	f.Add([]byte("profile: {}\nentitlement_lines:\n- {line: x, amount: 1.5, unit: uur, pro_rata: true}\nnotes:\n- id: n\n  kind: vraag\n  text: |-\n    a\n\n    b\nTrue: ~\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		p, _, err := plan.Read(in)
		if err != nil {
			if plan.Code(err) == "" {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		out := plan.WriteJSON(p)
		again, remarks, err := plan.Read(out)
		if err != nil || len(remarks) > 0 || !bytes.Equal(plan.WriteJSON(again), out) {
			t.Fatalf("JSON: %v %v\n%s\n%s", err, remarks, out, plan.WriteJSON(again))
		}
		y, err := plan.WriteYAML(p)
		if err != nil {
			t.Fatal(err)
		}
		again, _, err = plan.Read(y)
		if err != nil || !bytes.Equal(plan.WriteJSON(again), out) {
			t.Fatalf("YAML: %v\n%s\n%s\n%s", err, y, out, plan.WriteJSON(again))
		}
		stored, err := plan.Decode(out)
		if err != nil || !bytes.Equal(plan.WriteJSON(stored), out) {
			t.Fatal("stored:", err)
		}
		plan.For(p, nil, plan.Board, "").Payload()
		plan.Reckon(p, nil)
	})
}

func number(s string) any { return json.Number(s) }
