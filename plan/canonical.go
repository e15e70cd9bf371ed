package plan

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

func sortStrings(s []string) { slices.Sort(s) }

func indentJSON(raw []byte) []byte {
	var b bytes.Buffer
	if json.Indent(&b, raw, "", "  ") != nil {
		return raw
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// Canonical is the one form of a value that hashes are made over: JSON
// without white space, keys sorted by their bytes, text in NFC, numbers
// without needless zeros, and everything empty (null, false, 0, "", [] and
// {}) left out of its object. In a list something empty stands as null, since
// its place counts.
func Canonical(v any) []byte {
	var b bytes.Buffer
	c, _ := canonical(v)
	if err := appendJSON(&b, c); err != nil {
		panic(err) // canonical returns only what JSON has
	}
	return b.Bytes()
}

// canonical returns the value and whether anything is left of it.
func canonical(v any) (any, bool) {
	switch v := v.(type) {
	case Object:
		out := Object{}
		for _, m := range v {
			if x, ok := canonical(m.Value); ok {
				out = append(out, Member{Key: norm.NFC.String(m.Key), Value: x})
			}
		}
		slices.SortFunc(out, func(a, b Member) int { return strings.Compare(a.Key, b.Key) })
		return out, len(out) > 0
	case []any:
		out := []any{}
		for _, x := range v {
			y, ok := canonical(x)
			if !ok {
				y = nil // its place counts
			}
			out = append(out, y)
		}
		return out, len(out) > 0
	case string:
		return norm.NFC.String(v), v != ""
	case json.Number:
		d, ok := decimal(v)
		if !ok {
			return v, true // of a kind that plans do not have: as it is written
		}
		return json.Number(d.String()), d != 0
	case bool:
		return v, v
	}
	return nil, false
}
