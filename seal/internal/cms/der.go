package cms

// der reads values of the Distinguished Encoding Rules (ITU-T X.690) from the
// front of a slice. Unlike encoding/asn1 it lets nothing pass unread: whoever
// has taken what there should be asks whether anything is left.
type der []byte

// The tags in use.
const (
	tagInteger  = 0x02
	tagOctets   = 0x04
	tagOID      = 0x06
	tagSequence = 0x30
	tagSet      = 0x31
	tagZero     = 0xa0 // [0], with other values in it
	tagOne      = 0xa1
)

// next takes one value: its tag, its content, and the whole of it. Lengths must
// be written as short as can be.
func (d *der) next() (tag byte, body, full []byte, ok bool) {
	b := *d
	if len(b) < 2 || b[0]&0x1f == 0x1f {
		return 0, nil, nil, false
	}
	n, h := int(b[1]), 2
	if n > 0x80 {
		digits := n & 0x7f
		if digits > 3 || len(b) < h+digits || b[h] == 0 {
			return 0, nil, nil, false
		}
		n = 0
		for _, c := range b[h : h+digits] {
			n = n<<8 | int(c)
		}
		if h += digits; n < 0x80 {
			return 0, nil, nil, false
		}
	} else if n == 0x80 {
		return 0, nil, nil, false
	}
	if n > len(b)-h {
		return 0, nil, nil, false
	}
	*d = b[h+n:]
	return b[0], b[h : h+n], b[:h+n], true
}

// take takes a value of one tag and returns its content.
func (d *der) take(tag byte) (der, bool) {
	t, body, _, ok := d.next()
	return body, ok && t == tag
}

// maybe takes a value of one tag if it is next.
func (d *der) maybe(tag byte) (body der, there, ok bool) {
	if len(*d) == 0 || (*d)[0] != tag {
		return nil, false, true
	}
	body, ok = d.take(tag)
	return body, ok, ok
}
