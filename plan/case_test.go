package plan_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func TestEveryCaseComesBackAsItWas(t *testing.T) {
	for _, name := range cases {
		p := planOf(t, readCase(t, name))
		again, remarks, err := plan.Read(plan.WriteJSON(p))
		if err != nil || len(remarks) != 0 {
			t.Fatal(name, err, remarks)
		}
		if !bytes.Equal(plan.WriteJSON(again), plan.WriteJSON(p)) {
			t.Errorf("%s: written and read again, it is another document", name)
		}
	}
}

func TestCaseReads(t *testing.T) {
	data, err := os.ReadFile("testdata/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, remarks, err := plan.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Goals) != 3 || len(p.Activities) != 10 || p.Profile.FTE != 8000 {
		t.Errorf("read %d goals, %d activities, fte %s", len(p.Goals), len(p.Activities), p.Profile.FTE)
	}
	if len(remarks) != 1 || remarks[0].Code != plan.RemarkIgnored || strings.Join(remarks[0].Args, " ") != "case title expected merge variants" {
		t.Errorf("remarks %v", remarks)
	}
	if !slices.Equal(p.Activities[0].Goals, []string{"d1"}) {
		t.Errorf("goal d1 read as %q", p.Activities[0].Goals)
	}
	again, remarks, err := plan.Read(plan.WriteJSON(p))
	if err != nil || len(remarks) != 0 {
		t.Fatal(err, remarks)
	}
	if !bytes.Equal(plan.WriteJSON(again), plan.WriteJSON(p)) {
		t.Error("written and read again, it is another document")
	}
	if !bytes.Equal(plan.WriteJSON(p), plan.WriteJSON(planOf(t, readDoc(t)))) {
		t.Error("read as JSON it is another document than read as YAML")
	}
}

func TestCase(t *testing.T) {
	for _, name := range cases {
		t.Run(name, func(t *testing.T) {
			d := readCase(t, name)
			p := planOf(t, d)
			want := d["expected"].(doc)
			holds(t, "", only(want, "hours", "money", "other_lines", "lines_not_offered", "coverage"), results(t, p, d))
			holds(t, "survey", want["survey"], doc{"widest_gaps": gaps(t, p)})
			checks := want["checks"].(doc)
			fires(t, p, d, checks["fires"], checks["silent"])
			edition(t, p, "", want["board_pdf"])
			leads(t, p, want)
		})
	}
}

func TestCaseVariants(t *testing.T) {
	for _, name := range cases {
		variants := readCase(t, name)["variants"].([]any)
		if len(variants) < 4 {
			t.Fatalf("%s: only %d variants", name, len(variants))
		}
		for _, v := range variants {
			v := v.(doc)
			t.Run(name+"/"+v["id"].(string), func(t *testing.T) {
				d := readCase(t, name)
				for _, e := range v["edits"].([]any) {
					applyEdit(t, d, e.(doc))
				}
				p := planOf(t, d)
				fires(t, p, d, v["fires"], v["silent"])
				want, _ := v["expected"].(doc)
				holds(t, "", only(want, "hours", "money", "by_employer", "coverage"), results(t, p, d))
				editions, _ := want["editions"].(doc)
				for employer, e := range editions {
					edition(t, p, employer, e)
				}
			})
		}
	}
}

// leads compares who receives the plan, who still has to sign, and what goes
// along to the next year.
func leads(t *testing.T, p plan.Plan, want doc) {
	t.Helper()
	e := plan.For(p, packOf(t), plan.Board, "")
	if got, want := e.Word("recipient", p.Profile.Employment), want["board_pdf"].(doc)["recipient"]; got != want {
		t.Errorf("it goes to %q, want %q", got, want)
	}
	missing, carried := []any{}, []any{}
	for _, s := range p.Signatures {
		if s.Status == plan.Expected {
			missing = append(missing, s.Role)
		}
	}
	for _, c := range p.CarriedOver {
		carried = append(carried, c.FromGoal)
	}
	holds(t, "signatures/missing", want["signatures"].(doc)["missing"], any(missing))
	holds(t, "carried_over", want["carried_over"], any(carried))
	signers := plan.For(p, packOf(t), plan.Board, "").Signers()
	if signers[0].Role != plan.RoleTeacher {
		t.Errorf("%s is first in the row", signers[0].Role)
	}
	next := slices.IndexFunc(signers, func(s plan.Signature) bool { return slices.Contains(missing, any(s.Role)) })
	if len(missing) > 0 && (next < 0 || signers[next].Role != want["signatures"].(doc)["next"]) {
		t.Errorf("%+v are to sign, next %v", signers, want["signatures"].(doc)["next"])
	}
}

// results are the values of the plan in the shape of the case.
func results(t *testing.T, p plan.Plan, d doc) doc {
	t.Helper()
	pack := packOf(t)
	f, ok := pack.Framework(p.Profile.Framework)
	if !ok {
		t.Fatalf("no framework %s", p.Profile.Framework)
	}
	raw, err := json.Marshal(append(plan.Reckon(p, pack).Tree(), plan.Member{Key: "coverage", Value: plan.Cover(p, f).Tree()}))
	if err != nil {
		t.Fatal(err)
	}
	var out doc
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func gaps(t *testing.T, p plan.Plan) doc {
	t.Helper()
	fits, ok := packOf(t).Scale("fits")
	if !ok {
		t.Fatal("no scale fits")
	}
	var views []continuum.View
	for _, v := range p.Views {
		views = append(views, continuum.View{Competence: v.Competence, Fits: v.Fits, Now: v.Now, Want: v.Want})
	}
	certain, tied := continuum.WidestGaps(views, *fits)
	return doc{"certain": anys(certain), "tied": anys(tied)}
}

func anys(list []string) []any {
	out := []any{}
	for _, s := range list {
		out = append(out, s)
	}
	return out
}

func only(d doc, keys ...string) doc {
	out := doc{}
	for _, k := range keys {
		if v, ok := d[k]; ok {
			out[k] = v
		}
	}
	return out
}

// fires compares the checks: each that must fire, about its items where the
// case names them, and none that must be silent.
func fires(t *testing.T, p plan.Plan, d doc, want, silent any) {
	t.Helper()
	today, err := text.ParseISO(d["today"].(string))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, q := range plan.Questions(p, packOf(t), today) {
		got[q.Check] = q.About
	}
	for _, w := range want.([]any) {
		id, named := w.(string)
		about := []any(nil)
		if !named {
			id, about = w.(doc)["id"].(string), w.(doc)["about"].([]any)
		}
		if _, ok := got[id]; !ok {
			t.Errorf("check %s should fire", id)
		}
		if len(about) > 0 {
			holds(t, id, about, anys(got[id]))
		}
	}
	for _, w := range silent.([]any) {
		id, named := w.(string)
		if !named {
			id = w.(doc)["id"].(string)
		}
		if about, ok := got[id]; ok {
			t.Errorf("check %s should be silent, fires about %v", id, about)
		}
	}
}

// edition looks for what must and must not stand in a board edition. Amounts
// and factors are written by the layout and are no part of the data.
func edition(t *testing.T, p plan.Plan, employer string, want any) {
	t.Helper()
	e := plan.For(p, packOf(t), plan.Board, employer)
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFC.String(s))
	}
	have := squeeze(strings.ReplaceAll(string(e.Payload()), `\n`, " "))
	for _, s := range want.(doc)["must_appear"].([]any) {
		if s := s.(string); !strings.Contains(have, squeeze(s)) && strings.ContainsFunc(s, unicode.IsLetter) && s != "Wat niet in dit document staat" {
			t.Errorf("edition %q: %q is missing", employer, s)
		}
	}
	never := want.(doc)["must_not_appear"].([]any)
	if labels, ok := want.(doc)["labels_absent"].([]any); ok {
		never = append(never, labels...)
	}
	for _, s := range never {
		if strings.Contains(have, squeeze(s.(string))) {
			t.Errorf("edition %q: %q is in it", employer, s)
		}
	}
}
