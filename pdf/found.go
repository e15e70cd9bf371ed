package pdf

import (
	"bytes"
	"fmt"
)

// found are the objects of a file by where they stand, not by its table: of
// two with one number the later one counts.
type found struct {
	b          []byte
	at         map[int]foundAt
	parsed     map[int]Obj
	reading    map[int]bool
	room       int // memory that parsing may still take
	loose      int // decoded bytes that may still be taken
	root, info Obj
}

// foundAt is a place in the file or, where inside is not nil, in the decoded
// bytes of an object stream.
type foundAt struct {
	pos    int
	inside []byte
}

// findObjects passes over a file once. What stands inside a stream is none of
// its objects, except for streams of objects.
func findObjects(b []byte) (*found, error) {
	f := &found{b: b, at: map[int]foundAt{}, parsed: map[int]Obj{}, reading: map[int]bool{}, room: maxParsed, loose: MaxStream}
	var packed []int
	count := 0
	for p := 0; p < len(b); {
		next, what := f.next(p)
		if what == "" {
			break
		}
		switch what {
		case "obj":
			if n, ok := numberBefore(b, next); ok {
				if count++; count > MaxObjects {
					return nil, fmt.Errorf("%w: more than %d objects", ErrLimit, MaxObjects)
				}
				f.at[n] = foundAt{pos: next + len("obj")}
				p = next + len("obj")
				end, is := f.skipStream(p)
				if is == "ObjStm" {
					packed = append(packed, n)
				}
				if is == "XRef" {
					if d := f.dictAt(p); d != nil {
						if err := f.trailer(d); err != nil {
							return nil, err
						}
					}
				}
				p = end
				continue
			}
		case "trailer":
			if d := f.dictAt(next + len("trailer")); d != nil {
				if err := f.trailer(d); err != nil {
					return nil, err
				}
			}
		}
		p = next + len(what)
	}
	for _, n := range packed {
		f.unpack(n)
	}
	if len(f.at) > MaxObjects {
		return nil, fmt.Errorf("%w: more than %d objects", ErrLimit, MaxObjects)
	}
	return f, nil
}

// next is the next word that begins an object or a trailer.
func (f *found) next(p int) (int, string) {
	for p < len(f.b) {
		i := bytes.IndexAny(f.b[p:], "ot")
		if i < 0 {
			return 0, ""
		}
		p += i
		switch {
		case bytes.HasPrefix(f.b[p:], []byte("obj")) && p > 0 && (isSpace(f.b[p-1]) || isDigit(f.b[p-1])):
			return p, "obj"
		case bytes.HasPrefix(f.b[p:], []byte("trailer")):
			return p, "trailer"
		}
		p++
	}
	return 0, ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// numberBefore reads "n g " backwards from a word.
func numberBefore(b []byte, at int) (int, bool) {
	back := func(at int) (from, to int, ok bool) {
		for at > 0 && isSpace(b[at-1]) {
			at--
		}
		to = at
		for at > 0 && to-at < 10 && isDigit(b[at-1]) {
			at--
		}
		return at, to, to > at
	}
	g, _, ok1 := back(at)
	if !ok1 || g == 0 || !isSpace(b[g-1]) {
		return 0, false
	}
	from, to, ok2 := back(g)
	if !ok2 {
		return 0, false
	}
	n, ok := digits(b[from:to])
	return int(n), ok && n <= MaxNumber
}

// maxHead is how long the dictionary of a stream may be for its kind to be seen.
const maxHead = 1 << 16

// skipStream returns where an object's stream ends, or p where it has none,
// and its kind where that matters here.
func (f *found) skipStream(p int) (end int, kind string) {
	head := f.b[p:min(len(f.b), p+maxHead)]
	if stop := bytes.Index(head, []byte("obj")); stop >= 0 {
		head = head[:stop] // that of this one's end, or of the next one
	}
	start := bytes.Index(head, []byte("stream"))
	if start < 0 {
		return p, ""
	}
	head = head[:start]
	switch {
	case bytes.Contains(head, []byte("/ObjStm")):
		kind = "ObjStm"
	case bytes.Contains(head, []byte("/XRef")):
		kind = "XRef"
	}
	from := p + start + len("stream")
	i := bytes.Index(f.b[from:], []byte("endstream"))
	if i < 0 {
		return len(f.b), kind
	}
	return from + i + len("endstream"), kind
}

func (f *found) dictAt(p int) *Dict {
	o, err := (&Parser{B: f.b, P: p, room: &f.room}).Object()
	d, ok := o.(*Dict)
	if err != nil || !ok {
		return nil
	}
	return d
}

// trailer takes what leads into the file. The last one that says so counts.
func (f *found) trailer(d *Dict) error {
	if d.Get("Encrypt") != nil {
		return ErrEncrypted
	}
	if r := d.Get("Root"); r != nil {
		f.root = r
		f.info = d.Get("Info")
	}
	return nil
}

// get follows references to an object; nil for what is not there, cannot be
// read or leads to itself.
func (f *found) get(o Obj) Obj {
	for range 8 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(r.N)
	}
	return nil
}

func (f *found) object(n int) Obj {
	if o, ok := f.parsed[n]; ok {
		return o
	}
	at, ok := f.at[n]
	if !ok || f.reading[n] {
		return nil
	}
	f.reading[n] = true
	defer delete(f.reading, n)
	src := f.b
	if at.inside != nil {
		src = at.inside
	}
	p := &Parser{B: src, P: at.pos, room: &f.room}
	o, err := p.Object()
	if err != nil {
		o = nil
	}
	if d, is := o.(*Dict); is && at.inside == nil {
		p.Space()
		if bytes.HasPrefix(src[p.P:], []byte("stream")) {
			o = f.stream(d, p.P+len("stream"))
		}
	}
	f.parsed[n] = o
	return o
}

// stream cuts the bytes of a stream out: by its length where that fits, else
// up to the word that ends it.
func (f *found) stream(d *Dict, at int) Obj {
	if bytes.HasPrefix(f.b[at:], []byte("\r\n")) {
		at += 2
	} else if at < len(f.b) && (f.b[at] == '\n' || f.b[at] == '\r') {
		at++
	}
	if l, ok := f.get(d.Get("Length")).(Num); ok {
		if n, err := l.Int(); err == nil && n >= 0 && n <= len(f.b)-at {
			p := &Parser{B: f.b, P: at + n}
			if p.Expect("endstream") == nil {
				return &Stream{d, f.b[at : at+n : at+n]}
			}
		}
	}
	i := bytes.Index(f.b[at:], []byte("endstream"))
	if i < 0 {
		return nil
	}
	return &Stream{d, f.b[at : at+i : at+i]}
}

// data decodes a stream within what all of them together may take.
func (f *found) data(s *Stream) ([]byte, error) {
	d := s.D.Clone()
	if a, ok := f.get(d.Get("Filter")).(Arr); ok && len(a) == 1 {
		d.Set("Filter", f.get(a[0]))
	}
	out, err := Data(&Stream{d, s.Raw}, int64(f.loose))
	f.loose -= len(out)
	return out, err
}

// unpack finds the objects in a stream of objects. One that stands later in
// the file than the stream counts instead.
func (f *found) unpack(n int) {
	at := f.at[n]
	s, ok := f.object(n).(*Stream)
	if !ok || at.inside != nil {
		return
	}
	count, ok1 := f.get(s.D.Get("N")).(Num)
	first, ok2 := f.get(s.D.Get("First")).(Num)
	if !ok1 || !ok2 {
		return
	}
	c, err1 := count.Int()
	from, err2 := first.Int()
	data, err3 := f.data(s)
	if err1 != nil || err2 != nil || err3 != nil || c < 0 || from < 0 || from > len(data) {
		return
	}
	p := &Parser{B: data[:from]}
	for range min(c, MaxObjects) {
		k, ok1 := p.natural(MaxNumber)
		off, ok2 := p.natural(len(data) - from)
		if !ok1 || !ok2 || len(f.at) > MaxObjects {
			return
		}
		if old, known := f.at[k]; !known || old.inside == nil && old.pos < at.pos || old.inside != nil {
			f.at[k] = foundAt{pos: from + off, inside: data}
			delete(f.parsed, k)
		}
	}
}
