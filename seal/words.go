package seal

import (
	"crypto/sha256"
	"crypto/x509"
	_ "embed"
	"encoding/hex"
	"errors"
	"strings"
	"sync"
)

//go:embed words.txt
var wordFile string

// WordCount and bitsPerWord: 2,048 words, so each carries eleven bits.
const (
	WordCount   = 2048
	bitsPerWord = 11
	// WordsPerKey words carry 66 bits of a fingerprint: too many to find
	// another key with the same words, few enough to read out.
	WordsPerKey = 6
)

// ErrFingerprint: not 64 hexadecimal digits.
var ErrFingerprint = errors.New("seal: not a fingerprint")

// wordList is the 2,048 Dutch words in their order. The order is part of the
// format: changing it changes the words of every key.
var wordList = sync.OnceValue(func() []string { return strings.Fields(wordFile) })

// Fingerprint identifies a key: the SHA-256 of the certificate's public key
// (SubjectPublicKeyInfo) in 64 lower-case hexadecimal digits. A new
// certificate for the same key keeps it.
func Fingerprint(c *x509.Certificate) string {
	sum := sha256.Sum256(c.RawSubjectPublicKeyInfo)
	return hex.EncodeToString(sum[:])
}

// Words turns a fingerprint into six words to compare by voice: its first 66
// bits, eleven a word. One list of Dutch words serves everybody, so that two
// people with different languages still hear the same.
func Words(fingerprint string) ([]string, error) {
	b, err := hex.DecodeString(fingerprint)
	if err != nil || len(b) != sha256.Size {
		return nil, ErrFingerprint
	}
	list := wordList()
	out := make([]string, WordsPerKey)
	for i := range out {
		n := 0
		for bit := i * bitsPerWord; bit < (i+1)*bitsPerWord; bit++ {
			n = n<<1 | int(b[bit/8]>>(7-bit%8))&1
		}
		out[i] = list[n]
	}
	return out, nil
}
