package pdf

import (
	"cmp"
	"fmt"
	"slices"
)

// Finding is one broken rule. Detail is English, for people who repair the
// generator, and no text of the interface.
type Finding struct {
	Rule   Rule
	Detail string
}

func (f Finding) String() string { return string(f.Rule) + ": " + f.Detail }

// maxChecked is what the objects of a file may take when all of them are read.
const maxChecked = 96 << 20

// maxFindings ends a check of a file that breaks everything.
const maxFindings = 500

// Check applies the rules of PDF/A-3a and PDF/UA-1 that this project's files
// could break, and returns what is broken, ordered by rule; nil means that all
// hold. It is no general validator: what the generator never writes is
// refused, allowed by the standards or not. Whether the reading order and the
// alternative texts make sense is for people to judge.
func Check(b []byte) []Finding {
	f, err := Open(b)
	if err != nil {
		return []Finding{{RuleRead, err.Error()}}
	}
	f.room = maxChecked
	c := &checker{
		f:      f,
		elems:  map[int]*Dict{},
		mcOf:   map[int]map[mark]bool{},
		objOf:  map[int]map[int]bool{},
		parent: map[int]Obj{},
		used:   map[int]map[int]bool{},
		page:   map[int]bool{},
		room:   4 * MaxStream,
	}
	cat := f.Dict(f.Last().Trailer.Get("Root"))
	c.file()
	c.catalog(cat)
	c.metadata(cat)
	c.attached(cat)
	c.structure(cat)
	c.pages(cat)
	c.outline(cat)
	c.fonts()
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Detail, b.Detail))
	})
	return c.found
}

type checker struct {
	f     *File
	found []Finding

	elems  map[int]*Dict         // structure elements by object number
	mcOf   map[int]map[mark]bool // element to the marked content it names
	objOf  map[int]map[int]bool  // element to the annotations it names
	parent map[int]Obj           // the parent tree
	used   map[int]map[int]bool  // font object to the character codes shown
	page   map[int]bool          // objects that are pages
	room   int64                 // bytes that may still be decompressed
}

// mark is one piece of marked content: its page's object and its number there.
type mark struct{ page, id int }

func (c *checker) bad(r Rule, format string, a ...any) {
	if len(c.found) < maxFindings {
		c.found = append(c.found, Finding{r, fmt.Sprintf(format, a...)})
	}
}

func (c *checker) want(ok bool, r Rule, format string, a ...any) {
	if !ok {
		c.bad(r, format, a...)
	}
}

func (c *checker) arr(o Obj) Arr {
	v, _ := c.f.Get(o)
	a, _ := v.(Arr)
	return a
}

// kids is what /K holds: an array, or the one thing that needs none.
func (c *checker) kids(d *Dict) Arr {
	k := d.Get("K")
	if v, _ := c.f.Get(k); v != nil {
		if a, ok := v.(Arr); ok {
			return a
		}
		return Arr{k}
	}
	return nil
}

func (c *checker) str(o Obj) string {
	v, _ := c.f.Get(o)
	s, ok := v.(Str)
	if !ok {
		return ""
	}
	return DecodeText(s)
}

func (c *checker) stream(o Obj) *Stream {
	v, _ := c.f.Get(o)
	s, _ := v.(*Stream)
	return s
}

// data decodes a stream out of one budget for the whole file: a small file may
// name one large stream many times.
func (c *checker) data(s *Stream) ([]byte, error) {
	b, err := Data(s, min(MaxStream, c.room))
	c.room -= int64(len(b))
	return b, err
}

func (c *checker) num(o Obj) int {
	v, _ := c.f.Get(o)
	return integer(v)
}

// integer is 0 for what is no integer.
func integer(o Obj) int {
	n, _ := o.(Num)
	i, _ := n.Int()
	return i
}
