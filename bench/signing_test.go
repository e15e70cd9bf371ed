package bench

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"path/filepath"
	"testing"

	"bekwaam/seal"
)

// signing: one more signature, from the signed file in memory to the new one
// on the disk, against what cannot be left out: the digest of the file, one
// signature with the key, and writing as many bytes as safely.
func (w *world) signing(*testing.T) []ratio {
	at := filepath.Join(w.dir, "more.pdf")
	var out []ratio
	for _, x := range []struct {
		name string
		id   seal.Identity
	}{{"P-256", w.p256[1]}, {"RSA-3072", w.rsa}} {
		result := w.sign(w.signed[1], 1, x.id)
		more := func() { save(at, w.sign(w.signed[1], 1, x.id)) }
		out = append(out, ratio{
			what: "further signature, " + x.name, floor: "digest, one signature, safe write", bound: 1.5, turns: 41,
			other: func() {
				sum := sha256.Sum256(result)
				must(x.id.Key.Sign(rand.Reader, sum[:], crypto.SHA256))
				save(at, result)
			},
			ours: more,
		})
		if _, ok := x.id.Key.(*ecdsa.PrivateKey); ok { // the preset
			out = append(out, ratio{
				what: "further signature, " + x.name, floor: "rendering the file", bound: 0.5, turns: 21,
				other: func() { w.render() },
				ours:  func() { w.sign(w.signed[1], 1, x.id) },
			})
		}
	}
	return out
}
