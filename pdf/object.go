package pdf

import (
	"bytes"
	"slices"
	"strconv"
)

// The kinds of value in a PDF.
type (
	// Obj is one of nil, bool, Num, Name, Str, Arr, *Dict, Ref, *Stream.
	Obj any
	// Num is a number in the digits it was written with.
	Num string
	// Name is a name without its leading slash, escapes resolved.
	Name string
	// Arr is an array.
	Arr []Obj
	// Ref points to object N of generation G.
	Ref struct{ N, G int }
	// Str is a string of bytes. Off and End tell where its token stood in the
	// file it was read from (both 0 when it was made), so that a verifier can
	// compare the token with the hole a signature leaves for it.
	Str struct {
		B        []byte
		Hex      bool
		Off, End int
	}
	// KV is one entry of a dictionary.
	KV struct {
		K Name
		V Obj
	}
	// Dict is a dictionary in the order in which it was filled, so that
	// writing it is deterministic.
	Dict struct{ E []KV }
	// Stream is a dictionary with bytes, still encoded as its Filter says.
	Stream struct {
		D   *Dict
		Raw []byte
	}
)

// D makes a dictionary from alternating keys (string) and values.
func D(kv ...any) *Dict {
	d := &Dict{}
	for i := 0; i+1 < len(kv); i += 2 {
		d.Set(Name(kv[i].(string)), kv[i+1])
	}
	return d
}

// Get returns the value under k, nil when there is none or d is nil.
func (d *Dict) Get(k Name) Obj {
	if d == nil {
		return nil
	}
	for _, e := range d.E {
		if e.K == k {
			return e.V
		}
	}
	return nil
}

// Set puts v under k, in place when k is there already, and returns d.
func (d *Dict) Set(k Name, v Obj) *Dict {
	for i := range d.E {
		if d.E[i].K == k {
			d.E[i].V = v
			return d
		}
	}
	d.E = append(d.E, KV{k, v})
	return d
}

// Del removes k.
func (d *Dict) Del(k Name) {
	for i := range d.E {
		if d.E[i].K == k {
			d.E = append(d.E[:i:i], d.E[i+1:]...)
			return
		}
	}
}

// Clone copies the dictionary; its values are shared.
func (d *Dict) Clone() *Dict { return &Dict{append([]KV(nil), d.E...)} }

// Int makes a Num of an integer.
func Int(i int) Num { return Num(strconv.Itoa(i)) }

// F makes a Num of a measure, with at most three decimals.
func F(f float64) Num {
	if n := int(f); float64(n) == f && n > -1e6 && n < 1e6 { // as most are
		return Int(n)
	}
	s := strconv.FormatFloat(f, 'f', 3, 64)
	s = string(bytes.TrimRight([]byte(s), "0"))
	return Num(bytes.TrimRight([]byte(s), "."))
}

// Int reads n as an integer.
func (n Num) Int() (int, error) { return strconv.Atoi(string(n)) }

// Float reads n as a measure; 0 when it is none.
func (n Num) Float() float64 { f, _ := strconv.ParseFloat(string(n), 64); return f }

// Equal reports whether two objects would be written alike, so where a string
// stood in its file does not count, nor what a stream calls its length.
func Equal(a, b Obj) bool {
	switch x := a.(type) {
	case Str:
		y, ok := b.(Str)
		return ok && x.Hex == y.Hex && bytes.Equal(x.B, y.B)
	case Arr:
		y, ok := b.(Arr)
		return ok && slices.EqualFunc(x, y, Equal)
	case *Dict:
		y, ok := b.(*Dict)
		return ok && x.equal(y, "")
	case *Stream:
		y, ok := b.(*Stream)
		return ok && bytes.Equal(x.Raw, y.Raw) && x.D.equal(y.D, "Length")
	}
	// nil, bool, Num, Name, Ref: values that Go compares.
	switch b.(type) {
	case Str, Arr, *Dict, *Stream:
		return false
	}
	return a == b
}

// equal compares the entries in their order, but for the value of one key.
func (d *Dict) equal(other *Dict, but Name) bool {
	return slices.EqualFunc(d.E, other.E, func(x, y KV) bool {
		return x.K == y.K && (x.K == but || Equal(x.V, y.V))
	})
}
