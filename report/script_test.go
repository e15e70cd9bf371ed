package report

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
)

// TestScripts has names in the scripts of the world: what a font has is set,
// what none has becomes a sign and is reported, nothing becomes a missing
// glyph, and the data keeps every letter.
func TestScripts(t *testing.T) {
	for _, c := range []struct {
		name, shown string
		replaced    string
	}{
		{"Zoë Müller-Ångström", "Zoë Müller-Ångström", ""},
		{"Łukasz Đặng Ĝoĥan", "Łukasz Đặng Ĝoĥan", ""},
		{"Юлия Вымышленная", "Юлия Вымышленная", ""},
		{"Ευγενία Φανταστική", "Ευγενία Φανταστική", ""},
		{"נועה בדויה", "היודב העונ", ""},
		{"王 Bedacht 虚构", "□ Bedacht □□", "王虚构"},
		{"محمد Verzonnen", "□□□□ Verzonnen", "محد"},
		{"Noor 👩‍🏫🎉 Feest", "Noor □□□ Feest", "👩🏫🎉"},
		{"A\u200bB\u202eC\u00adD\tE", "ABCD E", ""},
		{strings.Repeat("W", 400), strings.Repeat("W", 40), ""},
	} {
		p := starter(t)
		p.Profile.Name, p.Agreements[0].Who = c.name, c.name
		e := board(t, p)
		b, r, err := Render(e, Options{Now: noon})
		if err != nil {
			t.Errorf("%.20q: %v", c.name, err)
			continue
		}
		for _, f := range pdf.Check(b) {
			t.Errorf("%.20q: %s", c.name, f)
		}
		if !strings.Contains(shown(t, b), c.shown) {
			t.Errorf("%.20q is not shown as %.40q", c.name, c.shown)
		}
		got, want := slices.Clone(r.Replaced), []rune(c.replaced)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%.20q: replaced %q, want %q", c.name, string(got), c.replaced)
		}
		f, err := pdf.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		a, _, err := f.Attachment(DataName)
		if err != nil || string(a.Data) != string(e.Payload()) {
			t.Errorf("%.20q: the data is not the edition's (%v)", c.name, err)
		}
	}
}

// TestFallbackOnlyWhenNeeded: a font that is not used would be embedded too.
func TestFallbackOnlyWhenNeeded(t *testing.T) {
	p := starter(t)
	if strings.Contains(string(render(t, board(t, p))), "LiberationSans") {
		t.Error("the second font is in a file that does not need it")
	}
	p.Profile.Manager = &plan.Person{Name: "Ирина"}
	if !strings.Contains(string(render(t, board(t, p))), "LiberationSans") {
		t.Error("the second font is missing")
	}
}

// TestLacking: the pages say which characters they cannot show, and who has
// the page read out hears the word as it was written.
func TestLacking(t *testing.T) {
	p := starter(t)
	if s := shown(t, render(t, board(t, p))); strings.Contains(s, "niet te drukken") {
		t.Error("a plan that lacks nothing says it does")
	}
	p.Profile.Name = "王 Bedacht"
	p.Agreements[0].Who = "נועה בדויה"
	p.Agreements[1].What = "Kaart 👍 sturen"
	file := render(t, board(t, p))
	has(t, "the file", shown(t, file), true, "Tekens die hier niet te drukken zijn", "Waar □ staat, heeft het lettertype een teken niet: U+738B, U+1F44D.")
	f, err := pdf.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	heard := map[string]bool{}
	for _, n := range f.Last().Numbers() {
		if d := f.Dict(pdf.Ref{N: n}); d.Get("S") == pdf.Name("Span") {
			if s, ok := d.Get("ActualText").(pdf.Str); ok {
				heard[strings.TrimSpace(pdf.DecodeText(s))] = true
			}
		}
	}
	for _, want := range []string{"王", "נועה בדויה", "👍"} {
		if !heard[want] {
			t.Errorf("%q is not among what is read out: %v", want, heard)
		}
	}
}
