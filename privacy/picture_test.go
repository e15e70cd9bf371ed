package privacy_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/privacy"
)

// exifOf is what a camera writes: its make, how it was held, and a place in a
// list of its own, whose value is "52.0907N".
func exifOf(order binary.AppendByteOrder) []byte {
	b := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	entry := func(tag, kind uint16, count, value uint32) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, count)
		if kind == 3 {
			b = order.AppendUint16(b, uint16(value))
			b = order.AppendUint16(b, 0)
		} else {
			b = order.AppendUint32(b, value)
		}
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 4)
	entry(0x010F, 2, 8, 62)
	entry(0x0112, 3, 1, 6)
	entry(0x8825, 4, 1, 70)
	entry(0x8827, 3, 1, 100)
	b = order.AppendUint32(b, 0)
	b = append(b, "Camera\x00\x00"...)
	b = order.AppendUint16(b, 2)
	entry(0, 1, 4, 0x02030000)
	entry(2, 2, 9, 100)
	b = order.AppendUint32(b, 0)
	return append(b, "52.0907N\x00"...)
}

func picture() image.Image { return image.NewGray(image.Rect(0, 0, 8, 8)) }

func jpegWith(t *testing.T, segments ...[]byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(), nil); err != nil {
		t.Fatal(err)
	}
	out := bytes.Clone(b.Bytes()[:2])
	for _, s := range segments {
		out = append(out, 0xFF, s[0])
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)+1))
		out = append(out, s[1:]...)
	}
	return append(out, b.Bytes()[2:]...)
}

func pngWith(t *testing.T, kind string, body []byte) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, picture()); err != nil {
		t.Fatal(err)
	}
	const afterHead = 8 + 25
	piece := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	piece = append(append(piece, kind...), body...)
	piece = binary.BigEndian.AppendUint32(piece, crc32.ChecksumIEEE(piece[4:]))
	return append(append(bytes.Clone(b.Bytes()[:afterHead]), piece...), b.Bytes()[afterHead:]...)
}

// TestNoPictureSaysWhere takes the place out of pictures, and leaves them
// pictures with everything else in them.
func TestNoPictureSaysWhere(t *testing.T) {
	const where = "52.0907N"
	xmp := "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf exif:GPSLatitude='" + where + "'/></x:xmpmeta>"
	exif := func(order binary.AppendByteOrder) []byte { return append([]byte("\xE1Exif\x00\x00"), exifOf(order)...) }
	webp := append([]byte("EXIF"), binary.LittleEndian.AppendUint32(nil, uint32(len(exifOf(binary.BigEndian))))...)
	webp = append(append([]byte("RIFF\x00\x00\x00\x00WEBP"), webp...), exifOf(binary.BigEndian)...)
	for name, data := range map[string][]byte{
		"intel.jpg":    jpegWith(t, exif(binary.LittleEndian)),
		"motorola.jpg": jpegWith(t, exif(binary.BigEndian)),
		"xmp.jpg":      jpegWith(t, []byte("\xE1http://ns.adobe.com/xap/1.0/\x00"+xmp)),
		"iptc.jpg":     jpegWith(t, []byte("\xEDPhotoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0D\x1C\x02\x5A\x00\x08"+where)),
		"exif.png":     pngWith(t, "eXIf", exifOf(binary.BigEndian)),
		"xmp.png":      pngWith(t, "iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+xmp)),
		"packed.png":   pngWith(t, "zTXt", []byte("Raw profile type exif\x00\x00"+where)),
		"exif.webp":    webp,
		"exif.heic":    append([]byte("\x00\x00\x00\x18ftypheic0000mif1heic\x00\x00Exif\x00\x00"), exifOf(binary.LittleEndian)...),
	} {
		before := bytes.Clone(data)
		got, removed := privacy.WithoutPlace(data)
		if !removed || bytes.Contains(got, []byte(where)) {
			t.Errorf("%s: the place is still there (removed: %v)", name, removed)
		}
		if !bytes.Equal(before, data) {
			t.Errorf("%s: what was handed in was changed", name)
		}
		if name != "packed.png" && len(got) != len(data) {
			t.Errorf("%s: %d bytes became %d", name, len(data), len(got))
		}
		if bytes.Contains(data, []byte("Camera")) && !bytes.Contains(got, []byte("Camera")) {
			t.Errorf("%s: more than the place went", name)
		}
		if ext := filepath.Ext(name); ext == ".jpg" || ext == ".png" {
			if _, _, err := image.Decode(bytes.NewReader(got)); err != nil {
				t.Errorf("%s: no picture any more: %v", name, err)
			}
		}
		if again, removed := privacy.WithoutPlace(got); removed && name != "iptc.jpg" || !bytes.Equal(again, got) {
			t.Errorf("%s: there was more to take the second time", name)
		}
	}
	for name, data := range map[string][]byte{"plain.jpg": jpegWith(t), "text": []byte("GPS 52.0907N"), "nothing": nil,
		"plain.png": pngWith(t, "tEXt", []byte("Title\x00Rad")), "ring": jpegWith(t, []byte("\xE1Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00"))} {
		if got, removed := privacy.WithoutPlace(data); removed || !bytes.Equal(got, data) {
			t.Errorf("%s was changed", name)
		}
	}
}

// TestExifReadElsewhere asks another reader whether a place is left, and the
// rest still there.
func TestExifReadElsewhere(t *testing.T) {
	need.Tool(t, "file")
	dir := t.TempDir()
	data := jpegWith(t, append([]byte("\xE1Exif\x00\x00"), exifOf(binary.LittleEndian)...))
	got, _ := privacy.WithoutPlace(data)
	for name, want := range map[string]bool{"before.jpg": true, "after.jpg": false} {
		content := got
		if want {
			content = data
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("file", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(out, []byte("GPS-Data")) != want || !bytes.Contains(out, []byte("manufacturer=Camera")) || !bytes.Contains(out, []byte("orientation=upper-right")) {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// FuzzWithoutPlace wants no picture to do harm.
func FuzzWithoutPlace(f *testing.F) {
	f.Add(append([]byte("\xFF\xD8\xFFExif\x00\x00"), exifOf(binary.LittleEndian)...))
	f.Add(append([]byte("\xFF\xD8\xFFExif\x00\x00"), exifOf(binary.BigEndian)...))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x01eXIfM\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, _ := privacy.WithoutPlace(data); len(got) > len(data) {
			t.Fatal("it grew")
		}
	})
}
