package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// Parser reads objects from a byte slice, strictly. It also walks content
// streams, whose operands have the same syntax.
type Parser struct {
	B   []byte
	P   int                    // next byte to read
	Len func(Ref) (int, error) // resolves a stream's indirect /Length

	room *int // memory that may still be taken; nil: no bound
}

// What reading takes in memory, roughly: each value, each dictionary, which has
// room for some entries from the start, and each byte of a name or string.
const (
	valueCost = 64
	dictRoom  = 8
	dictCost  = 32 * dictRoom
)

// take claims memory for n bytes of what was read.
func (p *Parser) take(n int) error {
	if p.room == nil {
		return nil
	}
	if *p.room -= n; *p.room < 0 {
		return fmt.Errorf("%w: more to read at byte %d than there is room for", ErrLimit, p.P)
	}
	return nil
}

func (p *Parser) fail(what string) error {
	return fmt.Errorf("%w: %s at byte %d", ErrSyntax, what, p.P)
}

// quoted is the beginning of a word, for an error.
func quoted(w []byte) string { return strconv.Quote(string(w[:min(len(w), 20)])) }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelim(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// Space skips white space and comments.
func (p *Parser) Space() {
	for p.P < len(p.B) {
		c := p.B[p.P]
		if c == '%' {
			for p.P < len(p.B) && p.B[p.P] != '\n' && p.B[p.P] != '\r' {
				p.P++
			}
		} else if isSpace(c) {
			p.P++
		} else {
			return
		}
	}
}

// Word reads up to the next space or delimiter; it may be empty.
func (p *Parser) Word() string { return string(p.word()) }

func (p *Parser) word() []byte {
	s := p.P
	for p.P < len(p.B) && kinds[p.B[p.P]]&ends == 0 {
		p.P++
	}
	return p.B[s:p.P]
}

// Expect skips white space and then w.
func (p *Parser) Expect(w string) error {
	p.Space()
	if !bytes.HasPrefix(p.B[p.P:], []byte(w)) {
		return p.fail("want " + w)
	}
	p.P += len(w)
	return nil
}

// natural reads an integer from 0 to limit.
func (p *Parser) natural(limit int) (int, bool) {
	p.Space()
	w := p.word()
	if len(w) == 0 || len(w) > 10 {
		return 0, false
	}
	n, ok := digits(w)
	return int(n), ok && n <= int64(limit)
}

// Object reads one direct object or reference.
func (p *Parser) Object() (Obj, error) { return p.obj(0) }

func (p *Parser) obj(depth int) (Obj, error) {
	if depth > MaxDepth {
		return nil, fmt.Errorf("%w: nesting at byte %d", ErrLimit, p.P)
	}
	if err := p.take(valueCost); err != nil {
		return nil, err
	}
	p.Space()
	if p.P >= len(p.B) {
		return nil, p.fail("end of data")
	}
	switch c := p.B[p.P]; {
	case c == '/':
		return p.name()
	case c == '(':
		return p.literal()
	case c == '[':
		p.P++
		return p.array(depth)
	case c == '<':
		if p.P+1 < len(p.B) && p.B[p.P+1] == '<' {
			p.P += 2
			return p.dict(depth)
		}
		return p.hexString()
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return p.number()
	}
	switch w := p.word(); string(w) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		return nil, p.fail("keyword " + quoted(w))
	}
}

func (p *Parser) array(depth int) (Obj, error) {
	a := Arr{}
	for {
		p.Space()
		if p.P < len(p.B) && p.B[p.P] == ']' {
			p.P++
			return a, nil
		}
		o, err := p.obj(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (p *Parser) dict(depth int) (Obj, error) {
	if err := p.take(dictCost); err != nil {
		return nil, err
	}
	d := &Dict{E: make([]KV, 0, dictRoom)}
	var seen map[Name]bool // of a long one
	for {
		p.Space()
		if bytes.HasPrefix(p.B[p.P:], []byte(">>")) {
			p.P += 2
			return d, nil
		}
		if p.P >= len(p.B) || p.B[p.P] != '/' {
			return nil, p.fail("dictionary key")
		}
		o, err := p.name()
		if err != nil {
			return nil, err
		}
		k := o.(Name)
		v, err := p.obj(depth + 1)
		if err != nil {
			return nil, err
		}
		// Readers disagree on which of two equal keys counts.
		const long = 32
		twice := seen[k]
		if seen == nil {
			twice = slices.ContainsFunc(d.E, func(e KV) bool { return e.K == k })
		}
		if twice {
			return nil, p.fail("key twice: " + quoted([]byte(k)))
		}
		d.E = append(d.E, KV{k, v})
		if len(d.E) == long {
			seen = make(map[Name]bool, 2*long)
			for _, e := range d.E {
				seen[e.K] = true
			}
		} else if seen != nil {
			seen[k] = true
		}
	}
}

// Indirect reads "n g obj … endobj".
func (p *Parser) Indirect() (Ref, Obj, error) {
	var r Ref
	var ok bool
	if r.N, ok = p.natural(MaxNumber); !ok {
		return r, nil, p.fail("object number")
	}
	if r.G, ok = p.natural(maxGeneration); !ok {
		return r, nil, p.fail("object generation")
	}
	if err := p.Expect("obj"); err != nil {
		return r, nil, err
	}
	o, err := p.Object()
	if err != nil {
		return r, nil, err
	}
	if d, ok := o.(*Dict); ok {
		p.Space()
		if bytes.HasPrefix(p.B[p.P:], []byte("stream")) {
			p.P += len("stream")
			if o, err = p.stream(d); err != nil {
				return r, nil, err
			}
		}
	}
	return r, o, p.Expect("endobj")
}

func (p *Parser) stream(d *Dict) (*Stream, error) {
	switch {
	case bytes.HasPrefix(p.B[p.P:], []byte("\r\n")):
		p.P += 2
	case bytes.HasPrefix(p.B[p.P:], []byte("\n")):
		p.P++
	default:
		return nil, p.fail("newline behind stream")
	}
	n, err := -1, error(nil)
	switch l := d.Get("Length").(type) {
	case Num:
		n, err = l.Int()
	case Ref:
		if p.Len == nil {
			return nil, p.fail("indirect stream length")
		}
		n, err = p.Len(l)
	}
	if err != nil || n < 0 || n > len(p.B)-p.P {
		return nil, p.fail("stream length")
	}
	s := &Stream{d, p.B[p.P : p.P+n : p.P+n]}
	p.P += n
	return s, p.Expect("endstream")
}
