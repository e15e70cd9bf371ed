// Package cms makes and checks the Cryptographic Message Syntax (RFC 5652) of
// a PDF signature in the PAdES baseline profile B-B (ETSI EN 319 142-1): one
// signer, detached content, three signed attributes.
//
// The signed attributes are what is really signed: the kind of content, the
// digest of the signed bytes, and the digest of the signer's certificate
// (signing-certificate-v2), so that nobody can put another certificate with
// the same key in its place. There is no signing-time: in a PDF the claimed
// time stands in the signature dictionary.
//
// [Verify] judges the mathematics and the structure. Whose key it is, is the
// caller's question.
package cms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha256" // register the digests of the accepted algorithms
	_ "crypto/sha512"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
)

var (
	// ErrMalformed: this is no CMS signature of the accepted shape.
	ErrMalformed = errors.New("cms: malformed signature")
	// ErrAlgorithm: key or algorithm too weak or not accepted.
	ErrAlgorithm = errors.New("cms: algorithm not accepted")
	// ErrDigest: the signed bytes are not the bytes that were signed.
	ErrDigest = errors.New("cms: signed bytes differ")
	// ErrSignature: the signature does not belong to key and attributes.
	ErrSignature = errors.New("cms: signature does not match")
	// ErrTimestamp: a time-stamp is malformed or not about this signature.
	ErrTimestamp = errors.New("cms: time-stamp does not fit")
)

// Digest gives the digest of the signed content by a hash.
type Digest func(crypto.Hash) []byte

// Content is the Digest of bytes that are at hand.
func Content(b ...[]byte) Digest { return func(h crypto.Hash) []byte { return sum(h, b...) } }

type oid = asn1.ObjectIdentifier

var (
	oidData       = oid{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData = oid{1, 2, 840, 113549, 1, 7, 2}
	oidType       = oid{1, 2, 840, 113549, 1, 9, 3}
	oidDigest     = oid{1, 2, 840, 113549, 1, 9, 4}
	oidTime       = oid{1, 2, 840, 113549, 1, 9, 5}
	oidCertV1     = oid{1, 2, 840, 113549, 1, 9, 16, 2, 12}
	oidCertV2     = oid{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidTimestamp  = oid{1, 2, 840, 113549, 1, 9, 16, 2, 14}
	oidTSTInfo    = oid{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidSHA256     = oid{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidSHA384     = oid{2, 16, 840, 1, 101, 3, 4, 2, 2}
	oidSHA512     = oid{2, 16, 840, 1, 101, 3, 4, 2, 3}
	oidRSA        = oid{1, 2, 840, 113549, 1, 1, 1}
	oidRSA256     = oid{1, 2, 840, 113549, 1, 1, 11}
	oidRSA384     = oid{1, 2, 840, 113549, 1, 1, 12}
	oidRSA512     = oid{1, 2, 840, 113549, 1, 1, 13}
	oidEC256      = oid{1, 2, 840, 10045, 4, 3, 2}
	oidEC384      = oid{1, 2, 840, 10045, 4, 3, 3}
	oidEC512      = oid{1, 2, 840, 10045, 4, 3, 4}
)

// The structures of RFC 5652 and RFC 5035, as far as they are used.
type (
	contentInfo struct {
		Type    oid
		Content asn1.RawValue `asn1:"explicit,optional,tag:0"`
	}
	encap struct {
		Type    oid
		Content asn1.RawValue `asn1:"explicit,optional,tag:0"`
	}
	issuerSerial struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	attr struct {
		Type   oid
		Values asn1.RawValue `asn1:"set"`
	}
	signerInfo struct {
		Version   int
		SID       issuerSerial
		DigestAlg pkix.AlgorithmIdentifier
		Signed    asn1.RawValue `asn1:"optional,tag:0"`
		SigAlg    pkix.AlgorithmIdentifier
		Sig       []byte
		Unsigned  asn1.RawValue `asn1:"optional,tag:1"`
	}
	signedData struct {
		Version    int
		DigestAlgs []pkix.AlgorithmIdentifier `asn1:"set"`
		Encap      encap
		Certs      asn1.RawValue `asn1:"optional,tag:0"`
		CRLs       asn1.RawValue `asn1:"optional,tag:1"`
		Signers    []signerInfo  `asn1:"set"`
	}
	certID struct {
		Alg    pkix.AlgorithmIdentifier `asn1:"optional"` // absent: SHA-256
		Hash   []byte
		Issuer asn1.RawValue `asn1:"optional"`
	}
	certV2 struct {
		Certs    []certID
		Policies asn1.RawValue `asn1:"optional"`
	}
)

// scheme is how a kind of key signs.
type scheme struct {
	hash           crypto.Hash
	digest, signer oid
}

// Limits of what is checked: longer keys and chains only cost time.
const (
	minRSA   = 2048 // bits
	maxRSA   = 8192
	maxCerts = 16
)

// schemeOf picks the digest for a key: SHA-384 and SHA-512 for the larger NIST
// curves, SHA-256 otherwise.
func schemeOf(pub crypto.PublicKey) (scheme, error) {
	switch k := pub.(type) {
	case *rsa.PublicKey:
		if n := k.N.BitLen(); n >= minRSA && n <= maxRSA {
			return scheme{crypto.SHA256, oidSHA256, oidRSA256}, nil
		}
	case *ecdsa.PublicKey:
		switch k.Curve.Params().BitSize {
		case 256:
			return scheme{crypto.SHA256, oidSHA256, oidEC256}, nil
		case 384:
			return scheme{crypto.SHA384, oidSHA384, oidEC384}, nil
		case 521:
			return scheme{crypto.SHA512, oidSHA512, oidEC512}, nil
		}
	}
	return scheme{}, ErrAlgorithm
}

func sum(h crypto.Hash, b ...[]byte) []byte {
	w := h.New()
	for _, x := range b {
		w.Write(x)
	}
	return w.Sum(nil)
}
