package tagged

import (
	"encoding/binary"
	"math"
	"sync"
	"unicode/utf16"
)

// Profile is a colour profile for sRGB (IEC 61966-2-1): ICC version 4, made of
// the published primaries and transfer curve, so that no file of others need
// be shipped (ISO 19005-3, 6.2.3). Callers do not change it.
var Profile = sync.OnceValue(profile)

// fixed appends v as a 16.16 number.
func fixed(b []byte, v float64) []byte {
	return binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
}

func numbers(kind string, v ...float64) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, x := range v {
		b = fixed(b, x)
	}
	return b
}

// words is a text in one language.
func words(s string) []byte {
	be := binary.BigEndian
	u := utf16.Encode([]rune(s))
	b := append([]byte("mluc\x00\x00\x00\x00"), 0, 0, 0, 1, 0, 0, 0, 12, 'e', 'n', 'U', 'S')
	b = be.AppendUint32(b, uint32(2*len(u)))
	b = be.AppendUint32(b, 28)
	for _, c := range u {
		b = be.AppendUint16(b, c)
	}
	return b
}

func profile() []byte {
	be := binary.BigEndian
	curve := []byte("para\x00\x00\x00\x00\x00\x03\x00\x00")
	for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
		curve = fixed(curve, v)
	}
	adaptation := numbers("sf32", 1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)
	white := numbers("XYZ ", 0.9642, 1, 0.8249)
	tags := []struct {
		name string
		data []byte // none: that of the tag before
	}{
		{"desc", words("sRGB")}, {"cprt", words("CC0")}, {"wtpt", white}, {"chad", adaptation},
		{"rXYZ", numbers("XYZ ", 0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", numbers("XYZ ", 0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", numbers("XYZ ", 0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil},
	}
	head := make([]byte, 128)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} {
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], white[8:])
	table := be.AppendUint32(nil, uint32(len(tags)))
	start := len(head) + 4 + 12*len(tags)
	var data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = start+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(at))
		table = be.AppendUint32(table, uint32(size))
	}
	out := append(append(head, table...), data...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
