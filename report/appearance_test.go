package report

import (
	"bytes"
	"strings"
	"testing"

	"bekwaam/pdf"
)

func TestAppearance(t *testing.T) {
	e := board(t, starter(t))
	s := StampFor(e, "manager", "Ria van Papier", "anker lente trommel vijver kaars meeuw", noon)
	b := onPage(t, Appearance(s))
	if !bytes.Equal(b, onPage(t, Appearance(s))) {
		t.Error("the same stamp gave other bytes")
	}
	got := squeeze(shown(t, b))
	for _, want := range []string{"Ria van Papier", "Schoolleider", "Akkoord met de afspraken over tijd, geld en steun.", "22 jun 2027 12:00 +02:00", "anker lente", "geen gekwalificeerde handtekening"} {
		if !strings.Contains(got, squeeze(want)) {
			t.Errorf("a filled field does not say %q", want)
		}
	}
}

// TestAppearanceFits: whatever is long is set smaller, and all of it stays in
// the field.
func TestAppearanceFits(t *testing.T) {
	for _, s := range []Stamp{
		{Name: strings.Repeat("Noor van der ", 30), Role: "leerkracht", Statement: strings.Repeat("Ik verklaar veel. ", 20), Language: "nl", At: noon},
		{Name: "Юлия", Role: "coach", Statement: "Seen.", Language: "en", At: noon, Width: 30, Height: 10},
		{Language: "nl", At: noon},
	} {
		b := onPage(t, Appearance(s))
		f, err := pdf.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		pages := f.Dict(f.Dict(f.Last().Trailer.Get("Root")).Get("Pages"))
		kids, _ := pages.Get("Kids").(pdf.Arr)
		box, _ := pages.Get("MediaBox").(pdf.Arr)
		if len(kids) != 1 || len(box) != 4 {
			t.Fatal("not one page")
		}
		h := box[3].(pdf.Num).Float()
		p := &pdf.Parser{B: contents(t, f)[0]}
		var operands []pdf.Obj
		y := 0.0
		for p.Space(); p.P < len(p.B); p.Space() {
			if c := p.B[p.P]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
				switch p.Word() {
				case "BT":
					y = 0
				case "Td":
					if y += operands[1].(pdf.Num).Float(); y < 1 || y > h {
						t.Errorf("%.20q: text at %.1f of %.1f points", s.Name, y, h)
					}
				}
				operands = operands[:0]
				continue
			}
			o, err := p.Object()
			if err != nil {
				t.Fatal(err)
			}
			operands = append(operands, o)
		}
		if n := strings.Count(shown(t, b), "Noor"); n != strings.Count(s.Name, "Noor") {
			t.Errorf("%d names of %d", n, strings.Count(s.Name, "Noor"))
		}
	}
}

func BenchmarkAppearance(b *testing.B) {
	s := StampFor(board(b, starter(b)), "manager", "Ria van Papier", "anker lente trommel vijver kaars meeuw", noon)
	for b.Loop() {
		onPage(b, Appearance(s))
	}
}

// onPage is a file whose one page is what was drawn.
func onPage(t testing.TB, draw pdf.Drawing) []byte {
	t.Helper()
	page, pages := pdf.Ref{N: 3}, pdf.Ref{N: 2}
	b := pdf.Full("1.7", []pdf.Obj{pdf.D("Type", pdf.Name("Catalog"), "Pages", pages), pdf.D("Type", pdf.Name("Pages")), pdf.D("Type", pdf.Name("Page"))},
		pdf.D("Root", pdf.Ref{N: 1}))
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	u, err := f.NewUpdate()
	if err != nil {
		t.Fatal(err)
	}
	form := draw(u)
	out, _ := u.Append(nil)
	if f, err = pdf.Open(out); err != nil {
		t.Fatal(err)
	}
	look := f.Dict(form)
	return revised(t, out, map[int]pdf.Obj{
		pages.N: pdf.D("Type", pdf.Name("Pages"), "Kids", pdf.Arr{page}, "Count", pdf.Int(1), "MediaBox", look.Get("BBox")),
		page.N:  pdf.D("Type", pdf.Name("Page"), "Parent", pages, "Resources", look.Get("Resources"), "Contents", form),
	})
}
