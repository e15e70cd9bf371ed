package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// sample is a file of two revisions: the second replaces object 2.
func sample(t *testing.T) []byte {
	t.Helper()
	objs := []Obj{
		D("Type", Name("Catalog"), "AF", Arr{Ref{N: 3}}),
		D("Title", Text("Zoë (plan)"), "Kids", Arr{Int(1), F(2.5), nil, true}),
		D("Type", Name("Filespec"), "F", Text("plan.json"), "UF", Text("plan.json"), "Desc", Text("gegevens"),
			"AFRelationship", Name("Data"), "EF", D("F", Ref{N: 4})),
		&Stream{D: D("Type", Name("EmbeddedFile"), "Subtype", Name("application/json"), "Filter", Name("FlateDecode")), Raw: Deflate([]byte(`{"a":1}`))},
	}
	id := Str{B: make([]byte, 16), Hex: true}
	b := Full("1.7", objs, D("Root", Ref{N: 1}, "ID", Arr{id, id}))
	f, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	u, err := f.NewUpdate()
	if err != nil {
		t.Fatal(err)
	}
	u.Set(2, D("Title", Text("Anders"), "New", u.Add(Arr{Int(7)})))
	out, _ := u.Append(bytes.Repeat([]byte{1}, 16))
	if !bytes.HasPrefix(out, b) {
		t.Fatal("the update changed earlier bytes")
	}
	return out
}

func TestRevisions(t *testing.T) {
	f, err := Open(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Secs) != 2 {
		t.Fatalf("%d revisions", len(f.Secs))
	}
	for rev, want := range []string{"Zoë (plan)", "Anders"} {
		title, _ := f.DictAt(Ref{N: 2}, rev).Get("Title").(Str)
		if got := DecodeText(title); got != want {
			t.Errorf("revision %d: title %q, want %q", rev+1, got, want)
		}
	}
	if o, err := f.Get(Ref{N: 99}); o != nil || err != nil {
		t.Errorf("missing object: %v, %v", o, err)
	}
}

func TestAttachment(t *testing.T) {
	f, err := Open(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	a, ok, err := f.Attachment("plan.json")
	if err != nil || !ok || string(a.Data) != `{"a":1}` || a.Relationship != "Data" || a.MIME != "application/json" || a.Desc != "gegevens" {
		t.Fatalf("%+v %v %v", a, ok, err)
	}
	if _, ok, _ := f.Attachment("other"); ok {
		t.Error("found a file that is not there")
	}
}

func TestSyntaxRoundTrip(t *testing.T) {
	for _, s := range []string{
		"null", "true", "-3.5", "/A#20b", "(a\\(b\\)\\\\)", "<00ff>", "[1 2 R 3 0 R /X]", "<</A 1/B [<<>>]>>",
	} {
		p := &Parser{B: []byte(s)}
		o, err := p.Object()
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		p2 := &Parser{B: Bytes(o)}
		o2, err := p2.Object()
		if err != nil || !Equal(o, o2) {
			t.Errorf("%s: written as %s, which reads as %v, %v", s, Bytes(o), o2, err)
		}
	}
	p := &Parser{B: []byte("(a\\n\\101\\)\\\r\nb\\q(c))")}
	if o, err := p.Object(); err != nil || string(o.(Str).B) != "a\nA)bq(c)" {
		t.Errorf("escapes: %q, %v", o, err)
	}
	for _, s := range []string{"", "1e5", "+Inf", "0x10", "--1", "/A#2", "<<1 2>>", "<</A 1/A 2>>", "(open", "<0g>", "[1", "nul", "1.2.3"} {
		p := &Parser{B: []byte(s)}
		if o, err := p.Object(); err == nil {
			t.Errorf("%q read as %v", s, o)
		} else if !errors.Is(err, ErrSyntax) {
			t.Errorf("%q: %v is not ErrSyntax", s, err)
		}
	}
}

func TestTight(t *testing.T) {
	b := sample(t)
	f, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	for rev := range f.Secs {
		if err := f.Tight(rev); err != nil {
			t.Error(err)
		}
	}
	i := bytes.LastIndex(b, []byte("endobj\nxref"))
	hidden := append(append(append([]byte(nil), b[:i+7]...), "%x\n"...), b[i+7:]...)
	hidden = bytes.Replace(hidden, []byte(startxref(f.Last().Xref)), []byte(startxref(f.Last().Xref+3)), 1)
	f, err = Open(hidden)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Tight(0); err != nil {
		t.Error(err)
	}
	if err := f.Tight(1); !errors.Is(err, ErrSyntax) {
		t.Errorf("a comment between object and table: %v", err)
	}
}

func startxref(n int) string { return fmt.Sprintf("startxref\n%d\n", n) }

func TestData(t *testing.T) {
	plain := []byte("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
	flate := D("Filter", Name("FlateDecode"))
	for _, c := range []struct {
		name  string
		s     *Stream
		limit int64
		want  error
	}{
		{"plain", &Stream{D(), plain}, 32, nil},
		{"plain, too long", &Stream{D(), plain}, 31, ErrLimit},
		{"compressed", &Stream{flate, Deflate(plain)}, 32, nil},
		{"compressed, too long", &Stream{flate, Deflate(plain)}, 31, ErrLimit},
		{"damaged", &Stream{flate, plain}, 100, ErrSyntax},
		{"cut off", &Stream{flate, Deflate(plain)[:6]}, 100, ErrSyntax},
		{"predictor", &Stream{flate.Clone().Set("DecodeParms", D()), Deflate(plain)}, 100, ErrSyntax},
		{"other filter", &Stream{D("Filter", Name("LZWDecode")), plain}, 100, ErrSyntax},
	} {
		b, err := Data(c.s, c.limit)
		if !errors.Is(err, c.want) || err == nil && !bytes.Equal(b, plain) {
			t.Errorf("%s: %q, %v, want %v", c.name, b, err, c.want)
		}
	}
}

// Hexadecimal strings with white space and odd ends read as the standard says.
func TestHexStrings(t *testing.T) {
	for in, want := range map[string]string{
		"<>": "", "<4>": "@", "<41>": "A", "<4 1\n4>": "A@", "<41 42>": "AB", "< 41424>": "AB@", "<4142": "", "<4g>": "",
	} {
		p := &Parser{B: []byte(in)}
		o, err := p.Object()
		s, _ := o.(Str)
		if good := err == nil; good != (want != "" || in == "<>") || string(s.B) != want {
			t.Errorf("%s: %q, %v, want %q", in, s.B, err, want)
		}
	}
}
