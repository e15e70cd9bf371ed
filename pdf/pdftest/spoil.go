package pdftest

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"

	"bekwaam/pdf"
)

// Spoil breaks one rule of a file of one revision.
type Spoil struct {
	Name string
	Rule pdf.Rule           // the rule that it breaks
	Also []pdf.Rule         // rules of [Plan] that break with it
	do   func(*parts) error // to the objects, or nil
	raw  func([]byte) ([]byte, error)
}

// parts is a file taken apart.
type parts struct {
	objs         map[int]pdf.Obj
	cat, trailer *pdf.Dict
}

// Apply returns the spoiled file.
func (s Spoil) Apply(good []byte) ([]byte, error) {
	f, err := pdf.Open(good)
	if err != nil {
		return nil, err
	}
	n := len(f.Last().Numbers())
	p := &parts{objs: map[int]pdf.Obj{}, trailer: f.Last().Trailer.Clone()}
	for i := 1; i <= n; i++ {
		if p.objs[i], err = f.Get(pdf.Ref{N: i}); err != nil {
			return nil, err
		}
	}
	p.cat = f.Dict(p.trailer.Get("Root"))
	if s.do != nil {
		if err := s.do(p); err != nil {
			return nil, fmt.Errorf("spoil %s: %w", s.Name, err)
		}
	}
	objs := make([]pdf.Obj, len(p.objs))
	for i := range objs {
		objs[i] = p.objs[i+1]
	}
	out := pdf.Full("1.7", objs, p.trailer)
	if s.raw == nil {
		return out, nil
	}
	if out, err = s.raw(out); err != nil {
		return nil, fmt.Errorf("spoil %s: %w", s.Name, err)
	}
	return out, nil
}

// replace changes the first occurrence of some bytes into as many others.
func replace(from, to string) func([]byte) ([]byte, error) {
	return func(b []byte) ([]byte, error) {
		if len(from) != len(to) || !bytes.Contains(b, []byte(from)) {
			return nil, fmt.Errorf("%q is not there, or not as long as %q", from, to)
		}
		return bytes.Replace(b, []byte(from), []byte(to), 1), nil
	}
}

// add puts one more object behind the others; nothing refers to it.
func (p *parts) add(o pdf.Obj) pdf.Ref {
	r := pdf.Ref{N: len(p.objs) + 1}
	p.objs[r.N] = o
	return r
}

// unused adds an object that nothing refers to.
func unused(o pdf.Obj) func(*parts) error {
	return func(p *parts) error { p.add(o); return nil }
}

// each changes every dictionary with key key of value val.
func each(key, val pdf.Name, fn func(d *pdf.Dict)) func(*parts) error {
	return func(p *parts) error {
		for _, n := range p.numbers() {
			if d := p.dict(n); d.Get(key) == val {
				fn(d)
			}
		}
		return nil
	}
}

// operators puts operators before the first page's own, as decoration.
func operators(ops string) func(*parts) error {
	return content(func(b []byte) ([]byte, error) {
		return slices.Concat([]byte("/Artifact BMC\n"+ops+"\nEMC\n"), b), nil
	})
}

// first hands the first dictionary with key key of value val to fn.
func first(key pdf.Name, val pdf.Name, fn func(p *parts, d *pdf.Dict)) func(*parts) error {
	return func(p *parts) error {
		for _, n := range p.numbers() {
			if d := p.dict(n); d.Get(key) == val {
				fn(p, d)
				return nil
			}
		}
		return fmt.Errorf("no object with /%s /%s", key, val)
	}
}

// drop removes a key from the first such dictionary.
func drop(key, val, del pdf.Name) func(*parts) error {
	return first(key, val, func(_ *parts, d *pdf.Dict) { d.Del(del) })
}

// rename sets /S of the first structure element of a type.
func rename(from, to pdf.Name) func(*parts) error {
	return first("S", from, func(_ *parts, d *pdf.Dict) { d.Set("S", to) })
}

// catalog changes the catalog.
func catalog(fn func(cat *pdf.Dict)) func(*parts) error {
	return func(p *parts) error { fn(p.cat); return nil }
}

// without removes a key of the catalog.
func without(k pdf.Name) func(*parts) error { return catalog(func(cat *pdf.Dict) { cat.Del(k) }) }

func (p *parts) numbers() []int {
	var out []int
	for n := range p.objs {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

func (p *parts) dict(n int) *pdf.Dict {
	switch v := p.objs[n].(type) {
	case *pdf.Dict:
		return v
	case *pdf.Stream:
		return v.D
	}
	return nil
}

func (p *parts) at(o pdf.Obj) *pdf.Dict {
	if r, ok := o.(pdf.Ref); ok {
		return p.dict(r.N)
	}
	d, _ := o.(*pdf.Dict)
	return d
}

func (p *parts) stream(o pdf.Obj) *pdf.Stream {
	r, _ := o.(pdf.Ref)
	s, _ := p.objs[r.N].(*pdf.Stream)
	return s
}

// metadata changes bytes of the metadata packet.
func metadata(from, to string) func(*parts) error {
	return func(p *parts) error {
		s := p.stream(p.cat.Get("Metadata"))
		if s == nil || !bytes.Contains(s.Raw, []byte(from)) {
			return fmt.Errorf("the metadata lacks %q", from)
		}
		s.Raw = bytes.Replace(s.Raw, []byte(from), []byte(to), 1)
		return nil
	}
}

var title = regexp.MustCompile(`(?s)(<dc:title>.*?x-default">)[^<]*`)

// untitled empties the title in the metadata.
func untitled(p *parts) error {
	s := p.stream(p.cat.Get("Metadata"))
	if s == nil || !title.Match(s.Raw) {
		return fmt.Errorf("no title in the metadata")
	}
	s.Raw = title.ReplaceAll(s.Raw, []byte("$1"))
	return nil
}

// content changes the first page's content with edit.
func content(edit func([]byte) ([]byte, error)) func(*parts) error {
	return func(p *parts) error {
		kids, _ := p.at(p.cat.Get("Pages")).Get("Kids").(pdf.Arr)
		if len(kids) == 0 {
			return fmt.Errorf("no pages")
		}
		s := p.stream(p.at(kids[0]).Get("Contents"))
		b, err := pdf.Data(s, pdf.MaxStream)
		if err != nil {
			return err
		}
		if b, err = edit(b); err != nil {
			return err
		}
		s.Raw = pdf.Deflate(b)
		s.D.Set("Filter", pdf.Name("FlateDecode"))
		return nil
	}
}

var firstMark = regexp.MustCompile(`(?s)/\w+ ?<</MCID 0>> ?BDC(.*?)EMC`)

// unmark takes the first marked content out of its brackets.
func unmark(b []byte) ([]byte, error) {
	m := firstMark.FindSubmatchIndex(b)
	if m == nil {
		return nil, fmt.Errorf("no marked content")
	}
	return slices.Concat(b[:m[0]], b[m[2]:m[3]], b[m[1]:]), nil
}

// colour sets a colour that the output intent does not cover.
func colour(b []byte) ([]byte, error) {
	if !bytes.Contains(b, []byte(" rg")) {
		return nil, fmt.Errorf("no colours")
	}
	return bytes.Replace(b, []byte(" rg"), []byte(" 0 k"), 1), nil
}

// nameless leaves a figure without alternative text, one of its own or made
// of a paragraph.
func nameless(p *parts) error {
	if drop("S", "Figure", "Alt")(p) == nil {
		return nil
	}
	return rename("P", "Figure")(p)
}
