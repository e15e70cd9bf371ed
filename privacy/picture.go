package privacy

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

var (
	exifMark = []byte("Exif\x00\x00")
	pngMark  = []byte("\x89PNG\r\n\x1a\n")
	riffMark = []byte("RIFF")
	intel    = []byte("II*\x00")
	motorola = []byte("MM\x00*")
)

// WithoutPlace returns a picture without the data that say where it was made,
// and whether there were any. JPEG, PNG, WebP and HEIC are known, as is what
// cameras (Exif) and programs (XMP, IPTC) write into them. The picture itself
// and its size in bytes stay the same, but for data in a PNG that were packed
// and go whole. What is no picture is returned as it is.
func WithoutPlace(data []byte) (clean []byte, removed bool) {
	p := place{data: data}
	switch {
	case bytes.HasPrefix(data, pngMark):
		p.png()
	case bytes.HasPrefix(data, []byte{0xFF, 0xD8, 0xFF}):
		p.exif()
		p.iptc()
		p.xmp(0, len(data))
	case len(data) > 12 && (bytes.HasPrefix(data, riffMark) && string(data[8:12]) == "WEBP" || string(data[4:8]) == "ftyp"):
		p.exif()
		p.webp()
		p.xmp(0, len(data))
	}
	return p.data, p.done
}

// place is a picture from which places are taken. It is copied before the
// first change.
type place struct {
	data []byte
	done bool
}

func (p *place) change() {
	if !p.done {
		p.data, p.done = bytes.Clone(p.data), true
	}
}

// exif looks for what a camera wrote, wherever it stands: a picture can hold
// a second, smaller one.
func (p *place) exif() {
	for at := 0; ; {
		i := bytes.Index(p.data[at:], exifMark)
		if i < 0 {
			return
		}
		at += i + len(exifMark)
		p.tiff(at, len(p.data))
	}
}

func (p *place) webp() {
	if !bytes.HasPrefix(p.data, riffMark) {
		return
	}
	for at := 12; at+8 <= len(p.data); {
		size := int(binary.LittleEndian.Uint32(p.data[at+4:]))
		if size < 0 || size > len(p.data)-at-8 {
			return
		}
		if string(p.data[at:at+4]) == "EXIF" {
			p.tiff(at+8, at+8+size)
		}
		at += 8 + size + size%2
	}
}

// xmp blanks the data of programs that speak about a place.
func (p *place) xmp(from, to int) {
	open, end := []byte("<x:xmpmeta"), []byte("</x:xmpmeta>")
	for at := from; at < to; {
		i := bytes.Index(p.data[at:to], open)
		if i < 0 {
			return
		}
		start, stop := at+i, to
		if j := bytes.Index(p.data[start:to], end); j >= 0 {
			stop = start + j + len(end)
		}
		if speaksOfPlace(p.data[start:stop]) {
			p.blank(start, stop, ' ')
		}
		at = stop
	}
}

func speaksOfPlace(b []byte) bool {
	for _, word := range []string{"GPS", "Iptc4xmpCore:Location", "photoshop:City", "Iptc4xmpExt:Location", "photoshop:State", "photoshop:Country"} {
		if bytes.Contains(b, []byte(word)) {
			return true
		}
	}
	return false
}

func (p *place) blank(from, to int, with byte) {
	p.change()
	for i := from; i < to; i++ {
		p.data[i] = with
	}
}

// iptc blanks city, place, province and country in the data of newspapers.
func (p *place) iptc() {
	for at := 2; at+4 <= len(p.data) && p.data[at] == 0xFF && p.data[at+1] != 0xDA; {
		size := int(binary.BigEndian.Uint16(p.data[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(p.data) {
			return
		}
		if p.data[at+1] == 0xED {
			p.datasets(at+4, end)
		}
		at = end
	}
}

func (p *place) datasets(at, end int) {
	for ; at+5 <= end; at++ {
		if p.data[at] != 0x1C || p.data[at+1] != 2 {
			continue
		}
		size := int(binary.BigEndian.Uint16(p.data[at+3:]))
		switch p.data[at+2] {
		case 26, 27, 90, 92, 95, 100, 101:
			if size > 0 && at+5+size <= end {
				p.blank(at+5, at+5+size, ' ')
			}
		}
	}
}

// png goes through the pieces of a PNG. Text of programs that is packed goes
// whole: nobody needs it to see the picture.
func (p *place) png() {
	out := append([]byte{}, pngMark...)
	dropped := false
	for at := len(pngMark); at+12 <= len(p.data); {
		size := int(binary.BigEndian.Uint32(p.data[at:]))
		if size < 0 || size > len(p.data)-at-12 {
			break
		}
		end := at + 12 + size
		body := p.data[at+8 : end-4]
		switch kind := string(p.data[at+4 : at+8]); kind {
		case "eXIf":
			p.tiff(at+8, end-4)
			p.sum(at, end)
		case "tEXt", "zTXt", "iTXt":
			if packedPlace(kind, body) {
				dropped, at = true, end
				continue
			}
			if kind == "iTXt" {
				p.xmp(at+8, end-4)
				p.sum(at, end)
			}
		}
		out = append(out, p.data[at:end]...)
		at = end
	}
	if dropped {
		p.data, p.done = out, true
	}
}

// sum writes the check of a piece again.
func (p *place) sum(at, end int) {
	if p.done {
		binary.BigEndian.PutUint32(p.data[end-4:], crc32.ChecksumIEEE(p.data[at+4:end-4]))
	}
}

// packedPlace reports whether a text in a PNG holds data that may be of a
// place and cannot be read here.
func packedPlace(kind string, body []byte) bool {
	keyword, rest, _ := bytes.Cut(body, []byte{0})
	switch {
	case bytes.HasPrefix(keyword, []byte("Raw profile type ")):
		return true
	case string(keyword) != "XML:com.adobe.xmp":
		return false
	}
	return kind == "zTXt" || kind == "iTXt" && len(rest) > 0 && rest[0] == 1
}
