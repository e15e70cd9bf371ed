package pdf

import (
	"bytes"
	"encoding/hex"
	"strings"
)

// number reads a number, or a reference when "g R" follows.
func (p *Parser) number() (Obj, error) {
	w := p.word()
	if !isNumber(w) {
		return nil, p.fail("number " + quoted(w))
	}
	n, ok := digits(w)
	if !ok || len(w) > maxDigits || n > MaxNumber {
		return Num(w), nil
	}
	save := p.P
	if g, ok := p.natural(maxGeneration); ok {
		p.Space()
		if w := p.word(); len(w) == 1 && w[0] == 'R' {
			return Ref{int(n), g}, nil
		}
	}
	p.P = save
	return Num(w), nil
}

// isNumber: a sign, digits, at most one point. The library's own parsers also
// take exponents, hexadecimals and Inf, which PDF does not know.
func isNumber(w []byte) bool {
	if len(w) > 0 && (w[0] == '+' || w[0] == '-') {
		w = w[1:]
	}
	digits, points := 0, 0
	for _, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && digits < 32 && points <= 1
}

func (p *Parser) name() (Obj, error) {
	p.P++
	w := p.word()
	if err := p.take(len(w)); err != nil {
		return nil, err
	}
	if n, ok := common[string(w)]; ok {
		return n, nil
	}
	if bytes.IndexByte(w, '#') < 0 {
		return Name(w), nil
	}
	var o []byte
	for i := 0; i < len(w); i++ {
		if w[i] != '#' {
			o = append(o, w[i])
			continue
		}
		if i+2 >= len(w) || unhex(w[i+1]) < 0 || unhex(w[i+2]) < 0 {
			return nil, p.fail("name escape")
		}
		o = append(o, byte(unhex(w[i+1])<<4|unhex(w[i+2])))
		i += 2
	}
	return Name(o), nil
}

func (p *Parser) literal() (Obj, error) {
	off := p.P
	// Its end first, so that memory is taken once.
	k := skimmer{b: p.B, p: p.P}
	if !k.literal() {
		return nil, p.fail("unterminated string")
	}
	if err := p.take(k.p - off); err != nil {
		return nil, err
	}
	o := make([]byte, 0, k.p-off-len("()"))
	for p.P++; p.P < k.p-1; p.P++ {
		c := p.B[p.P]
		if c == '\\' {
			p.P++
			var keep bool
			if c, keep = p.escape(); !keep {
				continue
			}
		}
		o = append(o, c)
	}
	p.P = k.p
	return Str{B: o, Off: off, End: p.P}, nil
}

// escape reads what follows a backslash and stays on its last byte; false when
// it stands for nothing (a line break).
func (p *Parser) escape() (byte, bool) {
	if p.P >= len(p.B) {
		return 0, false
	}
	switch e := p.B[p.P]; {
	case e == 'n':
		return '\n', true
	case e == 'r':
		return '\r', true
	case e == 't':
		return '\t', true
	case e == 'b':
		return '\b', true
	case e == 'f':
		return '\f', true
	case e == '\n':
		return 0, false
	case e == '\r':
		if p.P+1 < len(p.B) && p.B[p.P+1] == '\n' {
			p.P++
		}
		return 0, false
	case e >= '0' && e <= '7':
		v := 0
		for k := 0; k < 3 && p.P < len(p.B) && p.B[p.P] >= '0' && p.B[p.P] <= '7'; k++ {
			v = v*8 + int(p.B[p.P]-'0')
			p.P++
		}
		p.P--
		return byte(v), true
	default:
		return e, true
	}
}

func (p *Parser) hexString() (Obj, error) {
	off := p.P
	k := skimmer{b: p.B, p: p.P}
	if !k.hexString() {
		return nil, p.fail("hexadecimal string")
	}
	if err := p.take((k.p - off) / 2); err != nil {
		return nil, err
	}
	digits := p.B[off+1 : k.p-1]
	o := make([]byte, (len(digits)+1)/2)
	if n, err := hex.Decode(o, digits); err != nil { // white space, or an odd digit
		o = o[:n]
		hi := -1
		for _, c := range digits[2*n:] {
			v := unhex(c)
			switch {
			case v < 0: // white space
			case hi < 0:
				hi = v
			default:
				o = append(o, byte(hi<<4|v))
				hi = -1
			}
		}
		if hi >= 0 {
			o = append(o, byte(hi<<4))
		}
	}
	p.P = k.p
	return Str{B: o, Hex: true, Off: off, End: p.P}, nil
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// common are the names that nearly every file has, made once.
var common = func() map[string]Obj {
	m := map[string]Obj{}
	for _, w := range strings.Fields(`AF AFRelationship AP AcroForm Adobe.PPKLite Annot Annots BBox BaseFont ByteRange Catalog
		Contents Count Data Desc DestOutputProfile DisplayDocTitle DocMDP EF EmbeddedFile EmbeddedFiles ETSI.CAdES.detached F
		FT Fields Filespec Filter FlateDecode Font Form GTS_PDFA1 ID Info K Kids Lang Length Link M MCID MarkInfo Marked
		MediaBox Metadata N Name Names Nums O OBJR Obj Outlines OutputIntent OutputIntents P Page PageLabels PageMode Pages
		Parent Perms Pg Prev Reason Rect Reference Resources Root S Sig SigFlags SigRef Size StructElem StructParent
		StructParents StructTreeRoot SubFilter Subtype T TU Table Tabs Title TransformMethod TransformParams Type UF
		UseOutlines V ViewerPreferences Widget XML XObject`) {
		m[w] = Name(w)
	}
	return m
}()
