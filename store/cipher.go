package store

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

// A dataKey locks everything in a store that has a passphrase. It is random,
// never changes, and stands nowhere but in the vault (vault.go), locked there
// by the passphrase and by the code of the recovery sheet. For each purpose a
// key of its own is derived from it (HKDF-SHA-256):
//
//	value   XChaCha20-Poly1305 for values and journal lines
//	nonce   HMAC-SHA-256 of what is locked and of its place gives the nonce, so
//	        that no source of chance is needed and the same record of another
//	        day is the same bytes
//	name    HMAC-SHA-256 of a key of the database, or of the name of a file,
//	        gives the place where it stands
//	file    XChaCha20-Poly1305 for the file key of an age file
type dataKey struct {
	id     uint32
	hidden func() *secrets // a function, so that no way of printing shows it
}

type secrets struct {
	raw         []byte
	value, file cipher.AEAD
	nonce, name []byte
}

const dataKeySize = 32

// locked is how many bytes locking adds.
const locked = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// tokenSize is the length of a name in a locked store.
const tokenSize = 16

func newDataKey(raw []byte) (*dataKey, error) {
	if len(raw) != dataKeySize {
		return nil, fmt.Errorf("data key of %d bytes", len(raw))
	}
	k := &secrets{raw: bytes.Clone(raw)}
	derive := func(purpose string) []byte {
		b, err := hkdf.Key(sha256.New, raw, nil, "bekwaam store "+purpose, 32)
		if err != nil {
			panic("store: " + err.Error()) // 32 bytes are never too many
		}
		return b
	}
	var err error
	if k.value, err = chacha20poly1305.NewX(derive("value")); err != nil {
		return nil, err
	}
	if k.file, err = chacha20poly1305.NewX(derive("file")); err != nil {
		return nil, err
	}
	k.nonce, k.name = derive("nonce"), derive("name")
	return &dataKey{max(binary.BigEndian.Uint32(derive("id")), 1), func() *secrets { return k }}, nil
}

// lock appends data to out, locked for a place.
func (k *dataKey) lock(out, data []byte, place ...[]byte) []byte {
	about := joined(place)
	sum := hmac.New(sha256.New, k.hidden().nonce)
	sum.Write(joined([][]byte{about, data}))
	nonce := sum.Sum(nil)[:chacha20poly1305.NonceSizeX]
	return k.hidden().value.Seal(append(out, nonce...), nonce, data, about)
}

// unlock returns what lock locked, and false for anything else.
func (k *dataKey) unlock(data []byte, place ...[]byte) ([]byte, bool) {
	if len(data) < locked {
		return nil, false
	}
	nonce, rest := data[:chacha20poly1305.NonceSizeX], data[chacha20poly1305.NonceSizeX:]
	out, err := k.hidden().value.Open(nil, nonce, rest, joined(place))
	return out, err == nil
}

// joined puts parts behind each other so that nothing can move from one to the
// next.
func joined(parts [][]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = appendBytes(out, p)
	}
	return out
}

// token is the name of something in a locked store.
func (k *dataKey) token(of string, name []byte) []byte {
	sum := hmac.New(sha256.New, k.hidden().name)
	sum.Write(joined([][]byte{[]byte(of), name}))
	return sum.Sum(nil)
}

// at is the place of a key in a bucket of the database. Where order counts
// (revisions of a plan, the order of changes) it stays.
func (bx box) at(bucket, key []byte) []byte {
	if bx.open(bucket) {
		return key
	}
	const number = 8
	plan := func(id []byte) []byte { return bx.k.token("plan", id)[:tokenSize] }
	n := len(key) - number
	switch &bucket[0] {
	case &bSummary[0]:
		return plan(key)
	case &bBody[0], &bRevision[0], &bVersion[0]:
		if n > 0 {
			return append(plan(key[:n-1]), key[n:]...)
		}
	case &bByChange[0]:
		if n >= 0 {
			return append(bytes.Clone(key[:number]), plan(key[number:])...)
		}
	}
	return bx.k.token(string(bucket), key)[:tokenSize]
}

// ofPlan is what the places of everything that has the key of a plan and a
// number begin with.
func (bx box) ofPlan(id string) []byte {
	if bx.k == nil {
		return append([]byte(id), 0)
	}
	return bx.k.token("plan", []byte(id))[:tokenSize]
}

// fileName is the name of a file of the dossier: its hash, and in a locked
// store what stands for it, since whoever has the same file knows its hash.
func (bx box) fileName(hash string) string {
	if bx.k == nil {
		return hash
	}
	return hex.EncodeToString(bx.k.token(filesName, []byte(hash)))
}

// A whole file is an age file: its file key is locked with the data key.
const stanza = "bekwaam"

// wrapper is the data key as age knows recipients and identities.
type wrapper struct{ k *dataKey }

func (x wrapper) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	sum := hmac.New(sha256.New, x.k.hidden().nonce)
	sum.Write(fileKey)
	nonce := sum.Sum(nil)[:chacha20poly1305.NonceSizeX]
	body := x.k.hidden().file.Seal(bytes.Clone(nonce), nonce, fileKey, []byte(stanza))
	return []*age.Stanza{{Type: stanza, Args: []string{fmt.Sprintf("%08x", x.k.id)}, Body: body}}, nil
}

func (x wrapper) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if len(stanzas) != 1 || stanzas[0].Type != stanza || len(stanzas[0].Body) < locked {
		return nil, age.ErrIncorrectIdentity
	}
	body := stanzas[0].Body
	key, err := x.k.hidden().file.Open(nil, body[:chacha20poly1305.NonceSizeX], body[chacha20poly1305.NonceSizeX:], []byte(stanza))
	if err != nil {
		return nil, age.ErrIncorrectIdentity
	}
	return key, nil
}

func (k *dataKey) wrap(w io.Writer) (io.WriteCloser, error) { return age.Encrypt(w, wrapper{k}) }

func (k *dataKey) unwrap(r io.Reader) (io.Reader, error) {
	plain, err := age.Decrypt(r, wrapper{k})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return unwrapped{plain}, nil
}

// unwrapped tells a file that was changed from a disk that does not give it.
type unwrapped struct{ io.Reader }

func (u unwrapped) Read(b []byte) (int, error) {
	n, err := u.Reader.Read(b)
	if err != nil && !errors.Is(err, io.EOF) && isDamage(err) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, err
}
