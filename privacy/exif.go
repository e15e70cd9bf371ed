package privacy

import (
	"bytes"
	"encoding/binary"
)

// Tags of Exif, which is a small TIFF.
const (
	tagExif  = 0x8769 // leads to more tags
	tagPlace = 0x8825 // leads to the tags of a place
	tagMaker = 0x927C // what only the maker of a camera can read, a place too
)

// sizes are the bytes of one value of each type.
var sizes = [...]int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4}

// A tiff is a tree of tags that lies in data[base:end].
type tiff struct {
	*place
	base, end int
	order     binary.ByteOrder
	left      int // directories that may still be read, so that a ring ends
}

// tiff takes the tags of a place out of the TIFF in data[base:end].
func (p *place) tiff(base, end int) {
	if end > len(p.data) || base+8 > end {
		return
	}
	t := tiff{p, base, end, nil, 16}
	switch head := p.data[base : base+4]; {
	case bytes.Equal(head, intel):
		t.order = binary.LittleEndian
	case bytes.Equal(head, motorola):
		t.order = binary.BigEndian
	default:
		return
	}
	t.directory(t.long(4))
}

func (t *tiff) fits(at, size int) bool {
	return at >= 0 && size >= 0 && at <= t.end-t.base && size <= t.end-t.base-at
}
func (t *tiff) short(at int) int { return int(t.order.Uint16(t.data[t.base+at:])) }
func (t *tiff) long(at int) int  { return int(t.order.Uint32(t.data[t.base+at:])) }

// directory goes through the tags at an offset, and the list after it.
func (t *tiff) directory(at int) {
	for at != 0 && t.left > 0 && t.fits(at, 2) {
		t.left--
		n := t.short(at)
		if !t.fits(at+2, 12*n+4) {
			return
		}
		for i := 0; i < n; i++ {
			entry := at + 2 + 12*i
			switch t.short(entry) {
			case tagExif:
				t.directory(t.long(entry + 8))
			case tagPlace:
				t.empty(t.long(entry + 8))
				t.drop(at, n, i)
				n, i = n-1, i-1
			case tagMaker:
				t.wipe(entry)
			}
		}
		at = t.long(at + 2 + 12*n)
	}
}

// wipe makes the value of a tag empty, where it stands elsewhere.
func (t *tiff) wipe(entry int) {
	kind, count := t.short(entry+2), t.long(entry+4)
	if kind >= len(sizes) || count > t.end-t.base {
		return
	}
	size, at := sizes[kind]*count, t.long(entry+8)
	if size > 4 && t.fits(at, size) {
		t.blank(t.base+at, t.base+at+size, 0)
	}
}

// empty wipes a whole directory with its values.
func (t *tiff) empty(at int) {
	if !t.fits(at, 2) {
		return
	}
	n := t.short(at)
	if !t.fits(at+2, 12*n) {
		n = 0
	}
	for i := range n {
		t.wipe(at + 2 + 12*i)
	}
	t.blank(t.base+at, t.base+at+2+12*n, 0)
}

// drop takes tag i out of a directory of n.
func (t *tiff) drop(at, n, i int) {
	t.change()
	from, to := t.base+at+2+12*i, t.base+at+2+12*n+4
	copy(t.data[from:to], t.data[from+12:to])
	t.blank(to-12, to, 0)
	t.order.PutUint16(t.data[t.base+at:], uint16(n-1))
}
