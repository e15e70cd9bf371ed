package seal

import (
	"crypto"
	"hash"

	"bekwaam/seal/internal/cms"
)

// sums hashes the beginning of a file once, however many signatures cover it:
// each one covers all that those before it do.
type sums map[crypto.Hash]*sum

type sum struct {
	hash.Hash
	at int // how much of the file is in it
}

// of is the digest of two pieces, the first of them the beginning of the file.
func (s sums) of(before, after []byte) cms.Digest {
	return func(h crypto.Hash) []byte {
		x := s[h]
		if x == nil || x.at > len(before) {
			x = &sum{Hash: h.New()}
			s[h] = x
		}
		x.Write(before[x.at:])
		x.at = len(before)
		var end hash.Hash
		if c, err := x.Hash.(hash.Cloner).Clone(); err == nil {
			end = c
		} else {
			end = h.New()
			end.Write(before)
		}
		end.Write(after)
		return end.Sum(nil)
	}
}
