package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

// unsigned is the starter in autumn: discussed, and nobody signed yet.
func unsigned(t testing.TB) plan.Plan {
	p := starter(t)
	p.Signatures, p.State = nil, plan.Discussed
	return settled(t, p)
}

func done(t testing.TB) func(c plan.Change, err error) plan.Plan {
	return func(c plan.Change, err error) plan.Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
}

var noor = plan.Actor{Name: "Noor Bedachtsma", At: time.Date(2026, 11, 3, 15, 8, 0, 0, time.UTC)}

func has(t *testing.T, what, s string, want bool, parts ...string) {
	t.Helper()
	for _, x := range parts {
		if strings.Contains(squeeze(s), squeeze(x)) != want {
			t.Errorf("%s says %q: %v", what, x, !want)
		}
	}
}

// TestNoCoach: a role that nobody has says so and has no field.
func TestNoCoach(t *testing.T) {
	p := unsigned(t)
	p.Profile.Coach = nil
	b, r, err := Render(board(t, p), Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.Fields, " "); got != "teacher manager board" {
		t.Errorf("fields %q", got)
	}
	pages := shownOn(t, b)
	has(t, "the page of signatures", strings.Join(pages[1:], ""), true, "Starterscoach niet van toepassing")
	has(t, "page one", pages[0], true, "Wie nog tekent Noor Bedachtsma (leerkracht), Ria van Papier (schoolleider), Stichting Fictief Primair (bestuur)")
}

// TestSignedWithKey: who signed this version keeps the field, is not among who
// still sign, and the words of the key stand on the page where they are known.
func TestSignedWithKey(t *testing.T) {
	p := done(t)(plan.Sign(unsigned(t), noor, strings.Repeat("ab", 32)))
	words := func(key string) string {
		if key != strings.Repeat("ab", 32) {
			t.Errorf("asked for the words of %q", key)
		}
		return "anker lente trommel vijver kaars meeuw"
	}
	for _, w := range []func(string) string{nil, words} {
		b, r, err := Render(board(t, p), Options{Now: noon, Words: w})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.Fields, " "); got != "teacher coach manager board" {
			t.Errorf("fields %q", got)
		}
		pages := shownOn(t, b)
		has(t, "page one", pages[0], true, "Wie nog tekent Wil Denkbeeld (starterscoach), Ria")
		rest := strings.Join(pages[1:], "")
		has(t, "the page of signatures", rest, true, "digitaal getekend, 3 nov 2026", "Ik heb dit plan opgesteld.", "Gezien en besproken; geen beoordeling.",
			"Dat is geen schade", "«ondertekenaar onbekend»", "Vergelijk daarom de zes woorden")
		has(t, "the page of signatures", rest, w != nil, "Die van Noor Bedachtsma: anker lente trommel vijver kaars meeuw.")
		if ok, err := Same(b, w); !ok || err != nil {
			t.Errorf("pages and data do not agree: %v", err)
		}
	}
}

// TestWetSignature: one with a pen says that it is one, and has no field that
// could look as if it were checked.
func TestWetSignature(t *testing.T) {
	p := done(t)(plan.Sign(unsigned(t), noor, strings.Repeat("ab", 32)))
	day := text.Date{Year: 2026, Month: 11, Day: 2}
	p = done(t)(plan.RecordWetSignature(p, noor, plan.WetSignature{Role: plan.RoleManager, Name: "Ria van Papier", Date: day}))
	b, r, err := Render(board(t, p), Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(r.Fields, plan.RoleManager) || len(r.Fields) != 3 {
		t.Errorf("fields %q", r.Fields)
	}
	pages := shownOn(t, b)
	rest := strings.Join(pages[1:], "")
	has(t, "the page of signatures", rest, true, "op papier getekend, 2 nov 2026", "vastgelegd door Noor Bedachtsma op 3 nov 2026; alleen het papier bewijst dit",
		"Op papier getekend op 2 nov 2026, vastgelegd door Noor Bedachtsma.")
	if n := strings.Count(squeeze(rest), squeeze("digitaal getekend")); n != 1 {
		t.Errorf("%d signatures look digital, want the teacher's only", n)
	}
	has(t, "page one", pages[0], true, "Wie nog tekent Wil Denkbeeld (starterscoach), Stichting Fictief Primair (bestuur)")
}
