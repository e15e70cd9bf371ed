package continuum

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"golang.org/x/text/unicode/norm"
)

// Encode returns the resolved pack as canonical JSON: keys sorted, texts in
// NFC, everything that is empty, zero or false left out. Its SHA-256 is the
// digest of the pack. The pack has to be resolved.
func (p *Pack) Encode() []byte { return canonical(p) }

// Decode reads what [Pack.Encode] wrote. It trusts the bytes and does not
// validate again, which makes it far cheaper than reading and resolving.
func Decode(data []byte) (*Pack, error) {
	p := new(Pack)
	if err := decode(string(data), p); err != nil {
		return nil, fmt.Errorf("read encoded pack: %w", err)
	}
	sum := sha256.Sum256(data)
	p.Digest = "sha256:" + hex.EncodeToString(sum[:])
	p.buildIndex()
	return p, nil
}

// digest is "sha256:" and the hex hash over the canonical JSON of v.
func digest(v any) string {
	sum := sha256.Sum256(canonical(v))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// canonical encodes a value of this package. It goes by way of a tree of
// maps, whose keys the encoder sorts.
func canonical(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("continuum: " + err.Error()) // the types of this package always encode
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		panic("continuum: " + err.Error())
	}
	tree, _ = prune(tree)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(tree); err != nil {
		panic("continuum: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// prune normalises the texts of a tree and drops what is empty from its
// maps; it reports whether anything is left. Members of a list stay, because
// their places have a meaning.
func prune(v any) (any, bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			x, some := prune(x)
			if !some {
				delete(v, k)
				continue
			}
			v[k] = x
		}
		return v, len(v) > 0
	case []any:
		for i, x := range v {
			v[i], _ = prune(x)
		}
		return v, len(v) > 0
	case string:
		return norm.NFC.String(v), v != ""
	case json.Number:
		return v, v != "0"
	case bool:
		return v, v
	default:
		return nil, false
	}
}
