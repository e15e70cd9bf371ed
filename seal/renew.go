package seal

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

// A renewed key carries the word of the key before it: an extension of its
// certificate with, newest first, the public key before, the moment, and that
// key's signature under both. So whoever knows the old key knows the new one,
// and no signature made with the new one can lose or change the proof.
//
// Readers of PDF pass over the extension. Its number stands under 2.25, which
// needs no registration.
var oidRenewal = asn1.ObjectIdentifier{2, 25, 1798263453}

// maxRenewals is how many keys back a certificate speaks of.
const maxRenewals = 8

// renewal is the word of one key for the next.
type renewal struct {
	Before    asn1.RawValue // SubjectPublicKeyInfo
	At        int64         // seconds since 1970
	Signature []byte
}

// statement is what the key before signs: the digest of both keys, the name
// and the moment.
func statement(before, after []byte, name string, at int64) []byte {
	sum := sha256.New()
	io.WriteString(sum, "bekwaam key renewal 1\x00") // a hash does not fail
	sum.Write(before)
	sum.Write(after)
	_ = binary.Write(sum, binary.BigEndian, at)
	io.WriteString(sum, name)
	return sum.Sum(nil)
}

// Renew makes a new key for the person of id, with the word of the old key for
// it. The name stays. Errors wrap ErrIdentity or ErrAlgorithm.
func (id Identity) Renew(alg Algorithm, random io.Reader, now time.Time) (Identity, error) {
	old := id.Certificate()
	if id.Key == nil || old == nil {
		return Identity{}, ErrIdentity
	}
	key, err := makeKey(alg, random)
	if err != nil {
		return Identity{}, err
	}
	after, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return Identity{}, fmt.Errorf("seal: renew: %w", err)
	}
	at := now.Unix()
	say := statement(digest(old.RawSubjectPublicKeyInfo), digest(after), id.Name(), at)
	var sig []byte
	if ec, ok := id.Key.(*ecdsa.PrivateKey); ok {
		sig, err = ec.Sign(nil, say, crypto.SHA256)
	} else {
		sig, err = id.Key.Sign(random, say, crypto.SHA256)
	}
	if err != nil {
		return Identity{}, fmt.Errorf("seal: renew: %w", err)
	}
	steps := append([]renewal{{asn1.RawValue{FullBytes: old.RawSubjectPublicKeyInfo}, at, sig}}, renewals(old)...)
	value, err := asn1.Marshal(steps[:min(len(steps), maxRenewals)])
	if err != nil {
		return Identity{}, fmt.Errorf("seal: renew: %w", err)
	}
	return certify(id.Name(), key, random, now, []pkix.Extension{{Id: oidRenewal, Value: value}})
}

// renewals reads the extension, nothing where there is none.
func renewals(c *x509.Certificate) (steps []renewal) {
	for _, e := range c.Extensions {
		if e.Id.Equal(oidRenewal) {
			if rest, err := asn1.Unmarshal(e.Value, &steps); err != nil || len(rest) != 0 || len(steps) > maxRenewals {
				return nil
			}
		}
	}
	return steps
}

// Renewed lists the fingerprints of the keys, newest first, that vouch one
// after another for the certificate's. It stops at the first word that does
// not hold.
func Renewed(c *x509.Certificate) (before []string) {
	after := digest(c.RawSubjectPublicKeyInfo)
	for _, s := range renewals(c) {
		pub, err := x509.ParsePKIXPublicKey(s.Before.FullBytes)
		if err != nil {
			break
		}
		print := digest(s.Before.FullBytes)
		say := statement(print, after, c.Subject.CommonName, s.At)
		if !holds(pub, say, s.Signature) {
			break
		}
		before = append(before, hex.EncodeToString(print))
		after = print
	}
	return before
}

// holds checks a signature under a SHA-256 digest, by a key as strong as those
// that sign documents.
func holds(pub crypto.PublicKey, sum, sig []byte) bool {
	switch k := pub.(type) {
	case *rsa.PublicKey:
		n := k.N.BitLen()
		return n >= 2048 && n <= 8192 && rsa.VerifyPKCS1v15(k, crypto.SHA256, sum, sig) == nil
	case *ecdsa.PublicKey:
		return k.Curve.Params().BitSize >= 256 && ecdsa.VerifyASN1(k, sum, sig)
	}
	return false
}

func digest(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:]
}
