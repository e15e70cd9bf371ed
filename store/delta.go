package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"sync"
)

// A difference says how to make one text from another: copy so many bytes
// from there, then add these, and so on.

const deltaBlock = 24 // bytes; shorter pieces in common are not looked for

// diff returns what patch needs to make target from base.
func diff(base, target []byte) []byte {
	index := make(map[string]int, len(base)/deltaBlock)
	for i := 0; i+deltaBlock <= len(base); i += deltaBlock {
		index[string(base[i:i+deltaBlock])] = i
	}
	var out []byte
	add := 0 // target[add:i] is not yet said
	for i := 0; i+deltaBlock <= len(target); {
		from, ok := index[string(target[i:i+deltaBlock])]
		if !ok {
			i++
			continue
		}
		to := i
		for from > 0 && to > add && base[from-1] == target[to-1] {
			from, to = from-1, to-1
		}
		n := i - to + deltaBlock
		for from+n < len(base) && to+n < len(target) && base[from+n] == target[to+n] {
			n++
		}
		out = appendBytes(out, target[add:to])
		out = binary.AppendUvarint(out, uint64(from))
		out = binary.AppendUvarint(out, uint64(n))
		add, i = to+n, to+n
	}
	return appendBytes(out, target[add:])
}

// patch is the reverse of diff. It reports false where the difference does
// not fit the base.
func patch(base, delta []byte) ([]byte, bool) {
	r := &reader{b: delta}
	var out []byte
	for {
		out = append(out, r.bytes()...)
		if r.err != nil || len(r.b) == 0 {
			return out, r.err == nil
		}
		from, n := r.uvarint(), r.uvarint()
		if r.err != nil || from > uint64(len(base)) || n > uint64(len(base))-from || len(out) > maxDocument {
			return nil, false
		}
		out = append(out, base[from:from+n]...)
	}
}

// maxDocument is more than any plan has, and keeps a damaged length from
// taking all memory.
const maxDocument = 16 << 20

// A new flate writer clears a megabyte; one is kept.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.DefaultCompression) // the level is valid
	return w
}}

func deflate(out, data []byte) []byte {
	b := bytes.NewBuffer(out)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

func inflate(data []byte) ([]byte, bool) {
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxDocument+1))
	return out, err == nil && len(out) <= maxDocument
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }
