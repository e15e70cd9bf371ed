package continuum

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// decoder reads the JSON that this package wrote itself. The program cannot
// start before its pack is read, and encoding/json, which looks at every byte
// twice and copies every text, takes several times as long for it.
//
// It reads all of JSON that canonical writes: no white space, keys that are
// fields of the type. Texts without escapes are parts of the input.
type decoder struct {
	in  string
	pos int
}

// decode reads in into the value that v points at. Errors are raised as a
// panic with a decodeError, so that every step can be one line.
func decode(in string, v any) (err error) {
	d := &decoder{in: in}
	defer func() {
		if r := recover(); r != nil {
			e, ours := r.(decodeError)
			if !ours {
				panic(r)
			}
			err = fmt.Errorf("byte %d: %s", d.pos, string(e))
		}
	}()
	d.value(reflect.ValueOf(v).Elem())
	if d.pos != len(in) {
		d.fail("more than one value")
	}
	return nil
}

type decodeError string

func (d *decoder) fail(why string) { panic(decodeError(why)) }

func (d *decoder) peek() byte {
	if d.pos >= len(d.in) {
		d.fail("the end is missing")
	}
	return d.in[d.pos]
}

func (d *decoder) expect(c byte) {
	if d.peek() != c {
		d.fail("want " + string(c))
	}
	d.pos++
}

// more reports whether another member follows in a list or an object that
// ends with close, and goes past what stands between.
func (d *decoder) more(first bool, close byte) bool {
	if d.peek() == close {
		d.pos++
		return false
	}
	if !first {
		d.expect(',')
	}
	return true
}

func (d *decoder) text() string {
	d.expect('"')
	start := d.pos
	for i := start; i < len(d.in); i++ {
		switch d.in[i] {
		case '"':
			d.pos = i + 1
			return d.in[start:i]
		case '\\':
			return d.escaped(start - 1)
		}
	}
	d.fail("a text does not end")
	return ""
}

// escaped reads a text with escapes, which begins at start.
func (d *decoder) escaped(start int) string {
	for i := start + 1; i < len(d.in); i++ {
		switch d.in[i] {
		case '\\':
			i++
		case '"':
			var s string
			if json.Unmarshal([]byte(d.in[start:i+1]), &s) != nil {
				d.fail("a text with a wrong escape")
			}
			d.pos = i + 1
			return s
		}
	}
	d.fail("a text does not end")
	return ""
}

// word is a number, true or false.
func (d *decoder) word() string {
	rest := d.in[d.pos:]
	if i := strings.IndexAny(rest, ",]}"); i >= 0 {
		rest = rest[:i]
	}
	d.pos += len(rest)
	return rest
}

func (d *decoder) value(v reflect.Value) {
	switch p := v.Addr().Interface().(type) {
	case *Text:
		d.bilingual(p)
		return
	case *map[string]Text:
		d.texts(p)
		return
	case encoding.TextUnmarshaler:
		if p.UnmarshalText([]byte(d.text())) != nil {
			d.fail("no number of this kind")
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.text())
	case reflect.Int:
		n, err := strconv.Atoi(d.word())
		if err != nil {
			d.fail("no number")
		}
		v.SetInt(int64(n))
	case reflect.Bool:
		v.SetBool(d.word() == "true")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem())
	case reflect.Slice:
		d.list(v)
	case reflect.Map:
		d.entries(v)
	default:
		d.fields(v)
	}
}

func (d *decoder) bilingual(t *Text) {
	d.expect('{')
	for first := true; d.more(first, '}'); first = false {
		key := d.text()
		d.expect(':')
		switch key {
		case "nl":
			t.NL = d.text()
		case "en":
			t.EN = d.text()
		default:
			d.fail("unknown language " + key)
		}
	}
}

func (d *decoder) texts(m *map[string]Text) {
	d.expect('{')
	*m = map[string]Text{}
	for first := true; d.more(first, '}'); first = false {
		key := d.text()
		d.expect(':')
		var t Text
		d.bilingual(&t)
		(*m)[key] = t
	}
}

func (d *decoder) list(v reflect.Value) {
	d.expect('[')
	n := 0
	for first := true; d.more(first, ']'); first = false {
		if n == v.Cap() {
			v.Grow(max(4, n))
		}
		n++
		v.SetLen(n)
		d.value(v.Index(n - 1))
	}
}

func (d *decoder) entries(v reflect.Value) {
	d.expect('{')
	v.Set(reflect.MakeMap(v.Type()))
	for first := true; d.more(first, '}'); first = false {
		key := d.text()
		d.expect(':')
		x := reflect.New(v.Type().Elem()).Elem()
		d.value(x)
		v.SetMapIndex(reflect.ValueOf(key), x)
	}
}

func (d *decoder) fields(v reflect.Value) {
	d.expect('{')
	known := jsonFields(v.Type())
	for first := true; d.more(first, '}'); first = false {
		key := d.text()
		d.expect(':')
		at, ok := known[key]
		if !ok {
			d.fail("unknown key " + key)
		}
		d.value(v.FieldByIndex(at))
	}
}

var jsonFieldsByType sync.Map // map[string][]int by reflect.Type

// jsonFields returns the places of the fields of a struct by their names, with
// those of embedded structs.
func jsonFields(t reflect.Type) map[string][]int {
	if known, ok := jsonFieldsByType.Load(t); ok {
		return known.(map[string][]int)
	}
	fields := map[string][]int{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.IsExported() && !f.Anonymous && name != "" && name != "-" {
			fields[name] = f.Index
		}
	}
	jsonFieldsByType.Store(t, fields)
	return fields
}
