package pdf

import "bytes"

// skimmer passes over an object exactly as Parser reads it, and makes nothing
// of it. Where it does not go on it says so, and Parser decides: what it takes,
// Parser takes too, with the same end.
type skimmer struct {
	b     []byte
	p     int
	from  int // references to numbers from here on go to ahead
	ahead *[]int
	keys  []span // of the dictionaries that it is in
}

// span is a piece of the file.
type span struct{ from, to int32 }

// maxSkimKeys is how many keys of one dictionary are compared with each other.
const maxSkimKeys = 64

// object passes over "n g obj … endobj" of an entry; signed: its dictionary
// has a /ByteRange.
func (k *skimmer) object(e *entry) (signed, ok bool) {
	k.keys = k.keys[:0]
	if !k.head(e) {
		return false, false
	}
	k.space()
	if k.p+1 >= len(k.b) || k.b[k.p] != '<' || k.b[k.p+1] != '<' {
		return false, k.value(0) && k.tail()
	}
	if k.p += len("<<"); k.element() {
		return false, k.tail()
	}
	top := outer{length: -1}
	if !k.dict(0, &top) {
		return false, false
	}
	k.space()
	if k.p < len(k.b) && k.b[k.p] == 's' && bytes.HasPrefix(k.b[k.p:], []byte("stream")) && !k.stream(top.length) {
		return false, false
	}
	return top.signed, k.tail()
}

// outer is what counts of the entries of an object's own dictionary.
type outer struct {
	length int // below zero: not a plain number
	signed bool
}

func (k *skimmer) stream(length int) bool {
	k.p += len("stream")
	switch {
	case bytes.HasPrefix(k.b[k.p:], []byte("\r\n")):
		k.p += 2
	case bytes.HasPrefix(k.b[k.p:], []byte("\n")):
		k.p++
	default:
		return false
	}
	if length < 0 || length > len(k.b)-k.p {
		return false
	}
	k.p += length
	return k.expect("endstream")
}

func (k *skimmer) dict(depth int, top *outer) bool {
	first, met := len(k.keys), uint64(0)
	for {
		k.space()
		from := k.p + 1
		if from >= len(k.b) {
			return false
		}
		if k.b[k.p] != '/' {
			k.keys = k.keys[:first]
			k.p += len(">>")
			return k.b[k.p-2] == '>' && k.b[k.p-1] == '>'
		}
		if !k.name() || !k.once(first, from, k.p, &met) {
			return false
		}
		to := k.p
		if to-from < len("Length") || top == nil {
			if !k.usual(depth + 1) {
				if k.space(); !k.value(depth + 1) {
					return false
				}
			}
			continue
		}
		k.space()
		at := k.p
		if !k.value(depth + 1) {
			return false
		}
		switch string(k.b[from:to]) {
		case "Length":
			if n, ok := digits(k.b[at:k.p]); ok && n <= MaxSize {
				top.length = int(n)
			}
		case "ByteRange":
			top.signed = k.b[at] != 'n' // null is no value
		}
	}
}

// once notes a key of the dictionary whose keys begin at first; false when it
// has that key already. met has a bit for each kind of key that it has.
func (k *skimmer) once(first, from, to int, met *uint64) bool {
	own := k.keys[first:]
	if len(own) >= maxSkimKeys {
		return false
	}
	w := k.b[from:to]
	kind := uint64(1)
	if len(w) > 0 {
		kind <<= (w[0] + 7*w[len(w)-1] + byte(len(w))) % 64
	}
	if *met&kind != 0 {
		for _, x := range own {
			if bytes.Equal(k.b[x.from:x.to], w) {
				return false
			}
		}
	}
	*met |= kind
	k.keys = append(k.keys, span{int32(from), int32(to)})
	return true
}

// value passes over what begins here; white space before it is behind.
func (k *skimmer) value(depth int) bool {
	if depth > MaxDepth || k.p >= len(k.b) {
		return false
	}
	switch c := k.b[k.p]; {
	case c == '/':
		return k.name() || k.escaped()
	case c == '(':
		return k.literal()
	case c == '[':
		return k.array(depth)
	case c == '<':
		if k.p+1 < len(k.b) && k.b[k.p+1] == '<' {
			k.p += len("<<")
			return k.dict(depth, nil)
		}
		return k.hexString()
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return k.number()
	}
	switch string(k.word()) {
	case "true", "false", "null":
		return true
	}
	return false
}

func (k *skimmer) array(depth int) bool {
	k.p++
	for {
		if k.usual(depth + 1) {
			continue
		}
		k.space()
		if k.p < len(k.b) && k.b[k.p] == ']' {
			k.p++
			return true
		}
		if !k.value(depth + 1) {
			return false
		}
	}
}

// name passes over a name, and stops before an escape in it.
func (k *skimmer) name() bool {
	b, p := k.b, k.p+1
	for p < len(b) && kinds[b[p]]&(ends|escape) == 0 {
		p++
	}
	k.p = p
	return p == len(b) || b[p] != '#'
}

// escaped passes over the rest of a name, from an escape on.
func (k *skimmer) escaped() bool {
	for k.p+2 < len(k.b) && k.b[k.p] == '#' && kinds[k.b[k.p+1]]&kinds[k.b[k.p+2]]&hexDigit != 0 {
		if k.p += 2; k.name() {
			return true
		}
	}
	return false
}

func (k *skimmer) literal() bool {
	k.p++
	for depth := 1; k.p < len(k.b); k.p++ {
		switch k.b[k.p] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				k.p++
				return true
			}
		case '\\':
			k.p++
		}
	}
	return false
}

func (k *skimmer) hexString() bool {
	k.p++
	for i, c := range k.b[k.p:] {
		if kinds[c]&(hexDigit|blankByte) == 0 {
			k.p += i + 1
			return c == '>'
		}
	}
	k.p = len(k.b)
	return false
}

// number passes over a number or a reference.
func (k *skimmer) number() bool {
	n, w := k.digits()
	if w == 0 {
		return isNumber(k.word())
	}
	if k.p < len(k.b) && kinds[k.b[k.p]]&ends == 0 { // a point, say
		k.p -= w
		return isNumber(k.word())
	}
	save := k.p
	k.space()
	if g, w := k.digits(); w > 0 && w <= 10 && g <= maxGeneration && k.p < len(k.b) && kinds[k.b[k.p]]&ends != 0 {
		k.space()
		if k.p < len(k.b) && k.b[k.p] == 'R' && (k.p+1 == len(k.b) || kinds[k.b[k.p+1]]&ends != 0) && n <= MaxNumber {
			k.p++
			if n >= k.from {
				*k.ahead = append(*k.ahead, n)
			}
			return len(*k.ahead) <= maxAhead
		}
	}
	k.p = save
	return true
}

// digits reads up to maxDigits digits and says how many there were.
func (k *skimmer) digits() (n, width int) {
	b := k.b[k.p:min(len(k.b), k.p+maxDigits)]
	for width < len(b) && b[width]-'0' <= 9 {
		n = n*10 + int(b[width]-'0')
		width++
	}
	k.p += width
	return n, width
}

// maxDigits is how many digits an int surely holds where it has 32 bits too:
// no number that counts has more.
const maxDigits = 9

// natural reads an integer that can be a generation or an object number.
func (k *skimmer) natural() (int, bool) {
	k.space()
	n, w := k.digits()
	return n, w > 0 && n <= MaxNumber && k.p < len(k.b) && kinds[k.b[k.p]]&ends != 0
}

func (k *skimmer) expect(w string) bool {
	k.space()
	if len(k.b)-k.p < len(w) || string(k.b[k.p:k.p+len(w)]) != w {
		return false
	}
	k.p += len(w)
	return true
}

func (k *skimmer) word() []byte {
	b := k.b[k.p:]
	for i, c := range b {
		if kinds[c]&ends != 0 {
			k.p += i
			return b[:i]
		}
	}
	k.p = len(k.b)
	return b
}

func (k *skimmer) space() {
	if k.p < len(k.b) && k.b[k.p] > '%' { // nearly always
		return
	}
	k.gap()
}

// gap passes over white space and comments.
//
//go:noinline
func (k *skimmer) gap() {
	b, p := k.b, k.p
	for p < len(b) && b[p] <= '%' {
		switch {
		case kinds[b[p]] == blankByte:
			p++
		case b[p] == '%':
			for p < len(b) && b[p] != '\n' && b[p] != '\r' {
				p++
			}
		default:
			k.p = p
			return
		}
	}
	k.p = p
}

// The kinds of byte.
const (
	blankByte = 1 << iota
	delimiter
	hexDigit
	escape // in a name

	ends = blankByte | delimiter // a word ends before one of these
)

var kinds = func() (k [256]byte) {
	for c := range k {
		switch b := byte(c); {
		case isSpace(b):
			k[c] = blankByte
		case isDelim(b):
			k[c] = delimiter
		case unhex(b) >= 0:
			k[c] = hexDigit
		case b == '#':
			k[c] = escape
		}
	}
	return k
}()
