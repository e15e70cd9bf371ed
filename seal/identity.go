package seal

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Algorithm is a kind of key.
type Algorithm string

// The kinds of key that New makes. RSA is the usual one, because old PDF
// readers know nothing else.
const (
	RSA3072 Algorithm = "rsa3072"
	P256    Algorithm = "p256"
)

// lifetime of a certificate: longer than the years a plan is kept.
const lifetime = 10 // years

// maxName is the longest common name that X.520 allows.
const maxName = 64

var (
	// ErrName: a name is empty, longer than 64 characters or has control
	// characters.
	ErrName = errors.New("seal: name does not fit a certificate")
	// ErrAlgorithm: not a kind of key that New makes.
	ErrAlgorithm = errors.New("seal: unknown kind of key")
)

// Identity is a key with its certificate and, where somebody issued it, the
// certificates above it. The zero Identity signs nothing.
type Identity struct {
	Key   crypto.Signer
	Chain []*x509.Certificate // the own one first
}

// documentSigning is the purpose of RFC 9336.
var documentSigning = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 36}

// New makes an identity under name, valid for ten years from now. The
// certificate signs itself: issuer and subject are the same name. random
// serves the serial number and, as far as the standard library lets it, the
// key. Errors wrap ErrName or ErrAlgorithm.
func New(name string, alg Algorithm, random io.Reader, now time.Time) (Identity, error) {
	name = strings.TrimSpace(name)
	if name == "" || utf8.RuneCountInString(name) > maxName || strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name) {
		return Identity{}, ErrName
	}
	key, err := makeKey(alg, random)
	if err != nil {
		return Identity{}, err
	}
	return certify(name, key, random, now, nil)
}

// certify makes a certificate for key that signs itself, valid for ten years.
func certify(name string, key crypto.Signer, random io.Reader, now time.Time, more []pkix.Extension) (Identity, error) {
	serial := make([]byte, 16)
	if _, err := io.ReadFull(random, serial); err != nil {
		return Identity{}, fmt.Errorf("seal: make certificate: %w", err)
	}
	serial[0] = serial[0]&0x7f | 0x40 // positive, and always as long
	from := now.UTC().Truncate(time.Second)
	template := &x509.Certificate{
		SerialNumber:          new(big.Int).SetBytes(serial),
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             from,
		NotAfter:              from.AddDate(lifetime, 0, 0),
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		// NSS, which several PDF readers check with, calls a certificate
		// without e-mail protection unknown or corrupted.
		ExtKeyUsage:        []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection},
		UnknownExtKeyUsage: []asn1.ObjectIdentifier{documentSigning},
		ExtraExtensions:    more,
	}
	der, err := x509.CreateCertificate(random, template, template, key.Public(), key)
	if err != nil {
		return Identity{}, fmt.Errorf("seal: make certificate: %w", err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return Identity{}, fmt.Errorf("seal: make certificate: %w", err)
	}
	return Identity{Key: key, Chain: []*x509.Certificate{cert}}, nil
}

// makeKey makes a key of the kind.
func makeKey(alg Algorithm, random io.Reader) (crypto.Signer, error) {
	var key crypto.Signer
	var err error
	switch alg {
	case RSA3072:
		key, err = rsa.GenerateKey(random, 3072)
	case P256:
		key, err = ecdsa.GenerateKey(elliptic.P256(), random)
	default:
		return nil, fmt.Errorf("%w: %q", ErrAlgorithm, alg)
	}
	if err != nil {
		return nil, fmt.Errorf("seal: make key: %w", err)
	}
	return key, nil
}

// Certificate is the identity's own; nil for the zero Identity.
func (id Identity) Certificate() *x509.Certificate {
	if len(id.Chain) == 0 {
		return nil
	}
	return id.Chain[0]
}

// Name is the name on the certificate.
func (id Identity) Name() string {
	if c := id.Certificate(); c != nil {
		return c.Subject.CommonName
	}
	return ""
}

// Fingerprint is the fingerprint of the identity's key.
func (id Identity) Fingerprint() string {
	if c := id.Certificate(); c != nil {
		return Fingerprint(c)
	}
	return ""
}

// Algorithm is the kind of key: rsa with its length in bits, or p with that of
// its curve.
func (id Identity) Algorithm() Algorithm {
	if c := id.Certificate(); c != nil {
		return KeyAlgorithm(c)
	}
	return ""
}

// KeyAlgorithm is the kind of key in a certificate; empty when it is neither
// RSA nor ECDSA.
func KeyAlgorithm(c *x509.Certificate) Algorithm {
	switch k := c.PublicKey.(type) {
	case *rsa.PublicKey:
		return Algorithm(fmt.Sprintf("rsa%d", k.N.BitLen()))
	case *ecdsa.PublicKey:
		return Algorithm(fmt.Sprintf("p%d", k.Curve.Params().BitSize))
	}
	return ""
}

// Contact returns the identity as a contact, known from the moment its
// certificate begins.
func (id Identity) Contact() Contact {
	c := Contact{Name: id.Name(), Fingerprint: id.Fingerprint()}
	if cert := id.Certificate(); cert != nil {
		c.Pinned, c.Checked = cert.NotBefore, cert.NotBefore
	}
	return c
}
