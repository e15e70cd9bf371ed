package report

import (
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"go.yaml.in/yaml/v3"

	"bekwaam/continuum"
	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/templates"
)

var noon = time.Date(2027, 6, 22, 12, 0, 0, 0, time.FixedZone("", 2*3600))

func pack(t testing.TB) *continuum.Pack {
	t.Helper()
	p, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func starterFile(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("../plan/testdata/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// starter is a whole year of an invented teacher.
func starter(t testing.TB) plan.Plan {
	t.Helper()
	p, _, err := plan.Read(starterFile(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// world is one of the worked cases: starter, secondary or flemish.
func world(t testing.TB, name string) plan.Plan {
	t.Helper()
	b, err := os.ReadFile("../plan/testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// phrases are what a PDF of the starter for a board shows and never shows.
func phrases(t testing.TB) (must, never []string) {
	t.Helper()
	var c struct {
		Expected struct {
			Board struct {
				Must  []string `yaml:"must_appear"`
				Never []string `yaml:"must_not_appear"`
			} `yaml:"board_pdf"`
		} `yaml:"expected"`
	}
	if err := yaml.Unmarshal(starterFile(t), &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Expected.Board.Must) < 20 || len(c.Expected.Board.Never) < 15 {
		t.Fatal("the case has lost its phrases")
	}
	return c.Expected.Board.Must, c.Expected.Board.Never
}

func render(t testing.TB, e plan.Edition) []byte {
	t.Helper()
	b, _, err := Render(e, Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func board(t testing.TB, p plan.Plan) plan.Edition { return plan.For(p, pack(t), plan.Board, "") }

// squeeze takes all white space out, as two texts are compared.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// shown is the text of the pages in the order in which it was drawn.
func shown(t testing.TB, file []byte) string { return strings.Join(shownOn(t, file), "") }

// shownOn is the text of each page.
func shownOn(t testing.TB, file []byte) []string { return shownApart(t, file, "") }

// shownApart is the text of each page with something behind each piece that
// was drawn at once, such as a line of a cell.
func shownApart(t testing.TB, file []byte, behind string) []string {
	t.Helper()
	f, err := pdf.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, content := range contents(t, f) {
		var out strings.Builder
		p := &pdf.Parser{B: content}
		for p.Space(); p.P < len(p.B); p.Space() {
			if c := p.B[p.P]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '\'' || c == '"' {
				p.Word()
				continue
			}
			o, err := p.Object()
			if err != nil {
				t.Fatal(err)
			}
			if s, ok := o.(pdf.Str); ok {
				out.WriteString(codes(s.B) + behind)
			}
		}
		pages = append(pages, out.String()+"\n")
	}
	return pages
}

// contents are the content streams of the pages.
func contents(t testing.TB, f *pdf.File) [][]byte {
	t.Helper()
	var out [][]byte
	kids, _ := f.Dict(f.Dict(f.Last().Trailer.Get("Root")).Get("Pages")).Get("Kids").(pdf.Arr)
	for _, k := range kids {
		o, err := f.Get(f.Dict(k).Get("Contents"))
		s, ok := o.(*pdf.Stream)
		if err != nil || !ok {
			t.Fatalf("page without content: %v", err)
		}
		b, err := pdf.Data(s, pdf.MaxStream)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	return out
}

func codes(b []byte) string {
	var u []uint16
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, binary.BigEndian.Uint16(b[i:]))
	}
	return string(utf16.Decode(u))
}

// everything is all bytes of a file, with every stream decompressed and every
// string decoded.
func everything(t testing.TB, file []byte) string {
	t.Helper()
	f, err := pdf.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.Write(file)
	var walk func(o pdf.Obj)
	walk = func(o pdf.Obj) {
		switch v := o.(type) {
		case pdf.Str:
			out.WriteString(pdf.DecodeText(v) + "\n")
		case pdf.Arr:
			for _, x := range v {
				walk(x)
			}
		case *pdf.Dict:
			for _, e := range v.E {
				walk(e.V)
			}
		case *pdf.Stream:
			walk(v.D)
			b, err := pdf.Data(v, pdf.MaxStream)
			if err != nil {
				t.Fatal(err)
			}
			out.Write(b)
		}
	}
	for _, n := range f.Last().Numbers() {
		o, err := f.Get(pdf.Ref{N: n})
		if err != nil {
			t.Fatal(err)
		}
		walk(o)
	}
	return out.String() + shown(t, file)
}
