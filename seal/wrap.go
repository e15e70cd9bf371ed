package seal

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/hpke"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

var (
	// ErrNotForKey: a wrapped file is for other keys, or wants a passphrase.
	ErrNotForKey = errors.New("seal: the file is not wrapped for this key")
	// ErrWrapping: a wrapped file is damaged, or asks for more than a person
	// would wait for.
	ErrWrapping = errors.New("seal: the wrapping is broken")
	// ErrNoWrap: nothing can be wrapped for a key of this kind.
	ErrNoWrap = errors.New("seal: cannot wrap for a key of this kind")
)

// wrapKind names the stanza of a file that is wrapped for somebody's signing
// key. Its arguments are the fingerprint of the certificate and how.
const wrapKind = "bekwaam-key-1"

const (
	wrapRSA = "rsa-oaep"
	wrapEC  = "dhkem"
)

// wrapHead is how every age file begins.
const wrapHead = "age-encryption.org/v1\n"

// Wrapped reports whether a file is one that [Wrap] or another program made
// secret in the age format.
func Wrapped(b []byte) bool { return bytes.HasPrefix(b, []byte(wrapHead)) }

// WrapPassphrase makes a file secret that goes somewhere: who knows the
// passphrase opens it, with any program that knows the age format. work is the
// power of two that opening costs; 0 is the usual one.
func WrapPassphrase(data []byte, passphrase string, work int) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	if work > 0 && work <= workFactor {
		to.SetWorkFactor(work)
	}
	return wrap(data, to)
}

// WrapFor makes a file secret for whoever has the key of a certificate.
func WrapFor(data []byte, to ...*x509.Certificate) ([]byte, error) {
	var list []age.Recipient
	for _, c := range to {
		list = append(list, keyRecipient{c})
	}
	return wrap(data, list...)
}

func wrap(data []byte, to ...age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to...)
	if err != nil {
		return nil, fmt.Errorf("seal: wrap: %w", err)
	}
	_, err = w.Write(data)
	if err := errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("seal: wrap: %w", err)
	}
	return b.Bytes(), nil
}

// UnwrapPassphrase opens a wrapped file of at most limit bytes inside. Nothing
// of it is given out before its end was read and checked, and a file that asks
// for more work than this program does is refused.
//
// Errors: ErrPassphrase, ErrNotForKey for one that takes no passphrase, and
// ErrWrapping.
func UnwrapPassphrase(b []byte, passphrase string, limit int64) ([]byte, error) {
	if passphrase == "" {
		return nil, ErrPassphrase
	}
	from, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	from.SetMaxWorkFactor(workFactor)
	out, err := unwrap(b, limit, from)
	if errors.Is(err, ErrNotForKey) && forPassphrase(b) {
		return nil, ErrPassphrase
	}
	return out, err
}

// UnwrapKey opens a file that was wrapped for the key of id.
func UnwrapKey(b []byte, id Identity, limit int64) ([]byte, error) {
	if id.Key == nil {
		return nil, ErrNotForKey
	}
	return unwrap(b, limit, keyIdentity{id})
}

// NeedsPassphrase reports whether a wrapped file opens with a passphrase.
func NeedsPassphrase(b []byte) bool { return Wrapped(b) && forPassphrase(b) }

func forPassphrase(b []byte) bool {
	return bytes.HasPrefix(b, []byte(wrapHead+"-> scrypt "))
}

func unwrap(b []byte, limit int64, from age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(b), from)
	if wrong := (*age.NoIdentityMatchError)(nil); errors.As(err, &wrong) {
		return nil, ErrNotForKey
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrWrapping, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrWrapping, err)
	case int64(len(out)) > limit:
		return nil, fmt.Errorf("%w: more than %d bytes", ErrWrapping, limit)
	}
	return out, nil
}

// keyRecipient wraps for the key of a certificate.
type keyRecipient struct{ c *x509.Certificate }

// label binds what is wrapped to this use and to this certificate.
func label(c *x509.Certificate) []byte { return []byte(wrapKind + " " + Fingerprint(c)) }

// Wrap is what the age format asks of a recipient.
func (k keyRecipient) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	s := &age.Stanza{Type: wrapKind}
	switch pub := k.c.PublicKey.(type) {
	case *rsa.PublicKey:
		body, err := rsa.EncryptOAEP(sha256.New(), rand.Reader, pub, fileKey, label(k.c))
		if err != nil {
			return nil, err
		}
		s.Args, s.Body = []string{Fingerprint(k.c), wrapRSA}, body
	case *ecdsa.PublicKey:
		point, err := pub.ECDH()
		if err != nil {
			return nil, ErrNoWrap
		}
		to, err := hpke.NewDHKEMPublicKey(point)
		if err != nil {
			return nil, ErrNoWrap
		}
		body, err := hpke.Seal(to, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), label(k.c), fileKey)
		if err != nil {
			return nil, err
		}
		s.Args, s.Body = []string{Fingerprint(k.c), wrapEC}, body
	default:
		return nil, ErrNoWrap
	}
	return []*age.Stanza{s}, nil
}

// keyIdentity opens what keyRecipient wrapped.
type keyIdentity struct{ id Identity }

// Unwrap is what the age format asks of an identity.
func (k keyIdentity) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	c := k.id.Certificate()
	for _, s := range stanzas {
		if s.Type != wrapKind || len(s.Args) != 2 || s.Args[0] != Fingerprint(c) {
			continue
		}
		switch key := k.id.Key.(type) {
		case *rsa.PrivateKey:
			if s.Args[1] == wrapRSA {
				return rsa.DecryptOAEP(sha256.New(), nil, key, s.Body, label(c))
			}
		case *ecdsa.PrivateKey:
			if s.Args[1] != wrapEC {
				continue
			}
			scalar, err := key.ECDH()
			if err != nil {
				return nil, ErrNoWrap
			}
			own, err := hpke.NewDHKEMPrivateKey(scalar)
			if err != nil {
				return nil, ErrNoWrap
			}
			return hpke.Open(own, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), label(c), s.Body)
		}
	}
	return nil, age.ErrIncorrectIdentity
}
