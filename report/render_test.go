package report

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
)

func TestSameBytes(t *testing.T) {
	e := board(t, starter(t))
	first := render(t, e)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			again, _, err := Render(e, Options{Now: noon})
			if err != nil || !bytes.Equal(first, again) {
				t.Errorf("the same edition gave other bytes (%v)", err)
			}
		}()
	}
	wg.Wait()
	later, _, err := Render(e, Options{Now: noon.Add(time.Second)})
	if err != nil || bytes.Equal(first, later) {
		t.Errorf("another time gave the same bytes (%v)", err)
	}
}

// TestRules renders what there is to render and applies the rules of the
// archive and of accessibility.
func TestRules(t *testing.T) {
	empty := plan.Plan{Language: "nl"}
	empty.Profile.Framework = "nl-po"
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
		for _, lang := range []string{"nl", "en"} {
			for _, p := range []plan.Plan{starter(t), empty, rich(t)} {
				for _, proof := range []bool{false, true} {
					p.Language = lang
					b, _, err := Render(plan.For(p, pack(t), a, ""), Options{Now: noon, Proof: proof})
					if err != nil {
						t.Fatal(err)
					}
					for _, f := range pdf.Check(b) {
						t.Errorf("%s %s %q proof %v: %s", a, lang, p.Profile.Name, proof, f)
					}
					s := shown(t, b)
					if strings.ContainsAny(s, "⟦⟧") {
						t.Errorf("%s %s: a text is missing: %.60s", a, lang, s[strings.Index(s, "⟦"):])
					}
					if word := map[string]string{"nl": "proef", "en": "proof"}[lang]; strings.Contains(s, word+" · ") != proof {
						t.Errorf("%s %s: a proof says so: %v, want %v", a, lang, !proof, proof)
					}
				}
			}
		}
	}
}

func TestFields(t *testing.T) {
	p := starter(t)
	p.Signatures = append(p.Signatures, plan.Signature{Moment: "close", Role: "manager", Name: "Truus van Karton", Status: plan.Expected})
	for _, c := range []struct {
		audience plan.Audience
		want     string
	}{{plan.Board, "teacher coach manager board manager-2"}, {plan.Self, "seal"}, {plan.Coach, "seal"}} {
		b, r, err := Render(plan.For(p, pack(t), c.audience, ""), Options{Now: noon})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.Fields, " "); got != c.want {
			t.Errorf("%s: reported fields %q, want %q", c.audience, got, c.want)
		}
		f, err := pdf.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		form := f.Dict(f.Dict(f.Last().Trailer.Get("Root")).Get("AcroForm"))
		if form.Get("SigFlags") != pdf.Num("3") {
			t.Errorf("%s: SigFlags %v", c.audience, form.Get("SigFlags"))
		}
		var names []string
		fields, _ := form.Get("Fields").(pdf.Arr)
		for _, x := range fields {
			d := f.Dict(x)
			names = append(names, pdf.DecodeText(d.Get("T").(pdf.Str)))
			if tu, ok := d.Get("TU").(pdf.Str); !ok || len(tu.B) < 10 || d.Get("V") != nil {
				t.Errorf("%s: field %s has no name to read out, or a value", c.audience, names)
			}
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: fields %q, want %q", c.audience, got, c.want)
		}
	}
}

func TestPhrases(t *testing.T) {
	must, _ := phrases(t)
	s := squeeze(shown(t, render(t, board(t, starter(t)))))
	for _, m := range must {
		if !strings.Contains(s, squeeze(m)) {
			t.Errorf("not on the pages: %s", m)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	e := board(b, starter(b))
	for b.Loop() {
		render(b, e)
	}
}
