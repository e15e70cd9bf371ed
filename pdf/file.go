package pdf

import (
	"bytes"
	"fmt"
)

// Section is one revision: its cross-reference table and where it stands.
type Section struct {
	Xref, Start, End int // the table's offset; the revision is B[Start:End]
	Trailer          *Dict

	table      []entry // by number
	byOffset   []int32 // places in table as they stand in the file; nil: as in table
	size       int     // the trailer's /Size
	trailerEnd int
}

// File is a PDF that was read, with all its revisions, oldest first. It keeps
// what it has parsed: what it returns is shared and must be cloned before it
// is changed. It is not safe for use by several goroutines.
type File struct {
	B    []byte
	Secs []*Section

	parsed map[place]result
	room   int      // memory that more of them may take
	swept  []*Sweep // by revision; nil until asked for
}

type (
	place struct {
		rev, n int
		nested bool // may be a stream whose length is an object of its own
	}
	// result is kept when it is an error too: a bad object that is referred to
	// many times is read once.
	result struct {
		obj Obj
		err error
	}
)

// Open reads the table of every revision. Each must lie inside its own
// revision and point only inside it, each must have a catalog, and nothing may
// follow the end. Errors wrap ErrNotPDF, ErrSyntax, ErrLimit, ErrXrefStream or ErrEncrypted.
func Open(b []byte) (*File, error) {
	if !bytes.HasPrefix(b, []byte("%PDF-1.")) {
		return nil, ErrNotPDF
	}
	if len(b) > MaxSize {
		return nil, fmt.Errorf("%w: %d bytes", ErrLimit, len(b))
	}
	f := &File{B: b, parsed: map[place]result{}, room: maxParsed}
	off, err := f.start()
	if err != nil {
		return nil, err
	}
	entries := 0
	for revEnd := len(b); ; {
		s, err := f.section(off, revEnd, MaxObjects-entries)
		if err != nil {
			return nil, err
		}
		s.End = revEnd
		entries += len(s.table)
		f.Secs = append(f.Secs, s)
		if len(f.Secs) > MaxRevisions {
			return nil, fmt.Errorf("%w: more than %d revisions", ErrLimit, MaxRevisions)
		}
		if s.Trailer.Get("Encrypt") != nil {
			return nil, ErrEncrypted
		}
		prev, ok := s.Trailer.Get("Prev").(Num)
		if !ok {
			if s.Trailer.Get("Prev") != nil {
				return nil, fmt.Errorf("%w: /Prev", ErrSyntax)
			}
			break
		}
		if s.Start, err = f.endOf(prev, off); err != nil {
			if f.linearized() {
				err = ErrXrefStream
			}
			return nil, err
		}
		revEnd = s.Start
		off, _ = prev.Int()
	}
	for i, j := 0, len(f.Secs)-1; i < j; i, j = i+1, j-1 {
		f.Secs[i], f.Secs[j] = f.Secs[j], f.Secs[i]
	}
	size := 0
	for rev, s := range f.Secs {
		if err = s.bounds(size); err != nil {
			return nil, fmt.Errorf("%w: revision %d: %w", ErrSyntax, rev+1, err)
		}
		size = s.size
	}
	f.swept = make([]*Sweep, len(f.Secs))
	for rev, s := range f.Secs {
		// Everything is reached from the catalog: without it nothing is here.
		root, err := f.At(s.Trailer.Get("Root"), rev)
		if err != nil {
			return nil, fmt.Errorf("revision %d: catalog: %w", rev+1, err)
		}
		if _, ok := root.(*Dict); !ok {
			return nil, fmt.Errorf("%w: revision %d has no catalog", ErrSyntax, rev+1)
		}
	}
	return f, nil
}

// start finds the offset of the last table.
func (f *File) start() (int, error) {
	end := len(f.B)
	for end > 0 && isSpace(f.B[end-1]) {
		end--
	}
	if !bytes.HasSuffix(f.B[:end], []byte("%%EOF")) {
		return 0, fmt.Errorf("%w: the file does not end with %%%%EOF", ErrSyntax)
	}
	i := bytes.LastIndex(f.B, []byte("startxref"))
	if i < 0 {
		return 0, fmt.Errorf("%w: no startxref", ErrSyntax)
	}
	p := &Parser{B: f.B, P: i + len("startxref")}
	off, ok := p.natural(len(f.B) - 1)
	if !ok {
		return 0, p.fail("startxref")
	}
	return off, nil
}

// maxStartxref is how far behind "startxref" the end of its file may be.
const maxStartxref = 64

// endOf returns where the revision ends whose table stands at prev and which
// another table, at off, follows: right behind its "startxref prev %%EOF".
func (f *File) endOf(prev Num, off int) (int, error) {
	at, err := prev.Int()
	if err != nil || at < 0 || at >= off {
		return 0, fmt.Errorf("%w: /Prev does not go backwards", ErrSyntax)
	}
	for from := at; ; {
		k := bytes.Index(f.B[from:off], []byte("startxref"))
		if k < 0 {
			return 0, fmt.Errorf("%w: cannot find the end of an earlier revision", ErrSyntax)
		}
		from += k + len("startxref")
		p := &Parser{B: f.B[:min(off, from+maxStartxref)], P: from}
		if n, ok := p.natural(off); !ok || n != at {
			continue
		}
		for p.P < len(p.B) && isSpace(f.B[p.P]) {
			p.P++
		}
		if !bytes.HasPrefix(p.B[p.P:], []byte("%%EOF")) {
			continue
		}
		e := p.P + len("%%EOF")
		if e < off && f.B[e] == '\r' {
			e++
		}
		if e < off && f.B[e] == '\n' {
			e++
		}
		return e, nil
	}
}

// Last is the newest revision.
func (f *File) Last() *Section { return f.Secs[len(f.Secs)-1] }
