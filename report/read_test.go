package report

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/text"
)

func TestReadBack(t *testing.T) {
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
		e := plan.For(rich(t), pack(t), a, "")
		p, m, err := Read(render(t, e))
		if err != nil {
			t.Fatal(a, err)
		}
		if m.Audience != a || m.Language != "nl" || m.Layout != plan.LayoutVersion || m.Package != e.Info.Package || !m.Made.Equal(noon) || m.Revision != 1 {
			t.Errorf("%s: meta %+v", a, m)
		}
		if string(plan.WriteJSON(p)) != string(e.Payload()) {
			t.Errorf("%s: read back, it is another document", a)
		}
	}
}

// TestBoardDataIsWhole: the data a board has gives the same edition again,
// without the pack that it was made with.
func TestBoardDataIsWhole(t *testing.T) {
	b := render(t, board(t, rich(t)))
	p, _, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if again := render(t, plan.For(p, nil, plan.Board, "")); !bytes.Equal(b, again) {
		t.Error("the edition made of the data of an edition looks different")
	}
}

func TestSame(t *testing.T) {
	two := starter(t)
	two.Profile.Employers = []plan.Employer{
		{ID: "a", Board: "Stichting Fictief Primair", School: "obs De Verzonnen Linde", FTE: 5000, To: text.Date{Year: 2027, Month: 1, Day: 31}},
		{ID: "b", Board: "Vereniging Schijnbaar Onderwijs", School: "cbs De Papieren Brug", FTE: 3000},
	}
	for name, e := range map[string]plan.Edition{
		"board": board(t, starter(t)), "rich": board(t, rich(t)), "long": board(t, long(t, 3)), "self": plan.For(rich(t), pack(t), plan.Self, ""),
		"one employer": plan.For(two, pack(t), plan.Board, "a"), "two employers": plan.For(two, pack(t), plan.Self, ""),
	} {
		b, _, err := Render(e, Options{Now: noon, Proof: name == "rich"})
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := Same(b, nil); !ok || err != nil {
			t.Errorf("%s: pages and data do not agree (%v)", name, err)
		}
		if ok, err := Same(revised(t, b, nil), nil); !ok || err != nil {
			t.Errorf("%s: with a revision behind it, pages and data do not agree (%v)", name, err)
		}
	}
}

// revised puts a revision behind a file that replaces the objects given.
func revised(t testing.TB, b []byte, replace map[int]pdf.Obj) []byte {
	t.Helper()
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	u, err := f.NewUpdate()
	if err != nil {
		t.Fatal(err)
	}
	u.Add(pdf.D())
	for _, n := range slices.Sorted(maps.Keys(replace)) { // the file keeps this order
		u.Set(n, replace[n])
	}
	out, _ := u.Append(make([]byte, 16))
	return out
}

// TestForeign: what is no file of ours, or not any more, has its own answer.
func TestForeign(t *testing.T) {
	b := render(t, board(t, starter(t)))
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	embedded := 0
	for _, n := range f.Last().Numbers() {
		if f.Dict(pdf.Ref{N: n}).Get("Type") == pdf.Name("EmbeddedFile") {
			embedded = n
		}
	}
	stream, _ := f.Get(pdf.Ref{N: embedded})
	other := &pdf.Stream{D: stream.(*pdf.Stream).D, Raw: pdf.Deflate([]byte(`{"profile":{"name":"Iemand Anders"}}`))}
	look := onPage(t, Appearance(Stamp{Name: "Noor", Language: "nl", At: noon}))
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"no pdf":          {[]byte("format: bekwaam/plan"), pdf.ErrNotPDF},
		"cut":             {b[:len(b)/2], pdf.ErrSyntax},
		"no data":         {look, ErrNoData},
		"data afterwards": {revised(t, b, map[int]pdf.Obj{embedded: other}), ErrChangedData},
	} {
		if _, _, err := Read(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if ok, err := Same(c.file, nil); ok || !errors.Is(err, c.want) {
			t.Errorf("%s: same %v, %v", name, ok, err)
		}
	}
}

// TestOtherPages: pages that do not come from the data are noticed.
func TestOtherPages(t *testing.T) {
	e := board(t, starter(t))
	w := compose(e, Options{Now: noon})
	w.e.Plan.Goals[0].Title = "Iets anders"
	w.place()
	w.margins()
	b, err := w.Finish(w.meta())
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := Same(b, nil); ok || err != nil {
		t.Errorf("same %v, %v for pages of another plan", ok, err)
	}
	e.Info.Layout++
	if _, err := Same(render(t, e), nil); !errors.Is(err, ErrLayout) {
		t.Errorf("another layout: %v", err)
	}
}
