package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha1" // names certificates in time-stamps; it protects nothing here
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
)

// Result is what a good signature says.
type Result struct {
	Leaf  *x509.Certificate   // the signer's
	Certs []*x509.Certificate // all that travel with the signature
	// Bound: the signed attributes name this very certificate. Without that
	// only the key is certain, not the name that stands beside it.
	Bound bool
	// SigningTime: there is a signing-time attribute, which PAdES forbids.
	SigningTime bool
	// Timestamp is the time-stamp over the signature, nil where there is none.
	Timestamp *Timestamp
}

// Verify checks sig over the content with this digest. Zero bytes may follow
// it, and nothing else. Errors wrap ErrMalformed, ErrAlgorithm, ErrDigest,
// ErrSignature or ErrTimestamp.
func Verify(sig []byte, digest Digest) (*Result, error) {
	sig, err := definite(sig)
	if err != nil {
		return nil, err
	}
	m, err := parse(sig, rawData)
	if err != nil {
		return nil, err
	}
	r, err := m.verify(digest)
	if err != nil {
		return nil, err
	}
	for kind, value := range m.unsigned {
		// Nothing protects the others: they could come or go unnoticed.
		if kind != rawTimestamp {
			return nil, malformed("unsigned attribute")
		}
		if r.Timestamp, err = checkToken(value, m.signature); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// verify checks the signature over content with this digest.
func (m *message) verify(digest Digest) (*Result, error) {
	r := &Result{}
	var err error
	if r.Certs, err = x509.ParseCertificates(m.certs); err != nil {
		return nil, malformed("certificates: %v", err)
	}
	if len(r.Certs) > maxCerts {
		return nil, malformed("%d certificates", len(r.Certs))
	}
	for _, c := range r.Certs {
		if k, ok := c.PublicKey.(*rsa.PublicKey); ok && k.N.BitLen() > maxRSA {
			return nil, fmt.Errorf("%w: RSA key of %d bits", ErrAlgorithm, k.N.BitLen())
		}
		if serial, err := asn1.Marshal(c.SerialNumber); err == nil && bytes.Equal(c.RawIssuer, m.issuer) && bytes.Equal(serial[2:], m.serial) {
			r.Leaf = c
		}
	}
	if r.Leaf == nil {
		return nil, malformed("the signer's certificate is missing")
	}
	alg, hash, err := algorithm(r.Leaf.PublicKey, m.digest, m.sig)
	if err != nil {
		return nil, err
	}
	if err := r.attributes(m); err != nil {
		return nil, err
	}
	value := der(m.signed[rawDigest])
	said, ok := value.take(tagOctets)
	if !ok || len(value) != 0 {
		return nil, malformed("digest attribute")
	}
	if !bytes.Equal(said, digest(hash)) {
		return nil, ErrDigest
	}
	if err := r.Leaf.CheckSignature(alg, asSet(m.attrs), m.signature); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrSignature, err)
	}
	return r, nil
}

// accepted are the ways to sign that schemeOf makes, and SHA-384 and SHA-512
// with RSA.
var accepted = []struct {
	digest, rsa, ec algorithmID
	hash            crypto.Hash
	withRSA, withEC x509.SignatureAlgorithm
}{
	{algorithmID(raw(oidSHA256)), algorithmID(raw(oidRSA256)), algorithmID(raw(oidEC256)), crypto.SHA256, x509.SHA256WithRSA, x509.ECDSAWithSHA256},
	{algorithmID(raw(oidSHA384)), algorithmID(raw(oidRSA384)), algorithmID(raw(oidEC384)), crypto.SHA384, x509.SHA384WithRSA, x509.ECDSAWithSHA384},
	{algorithmID(raw(oidSHA512)), algorithmID(raw(oidRSA512)), algorithmID(raw(oidEC512)), crypto.SHA512, x509.SHA512WithRSA, x509.ECDSAWithSHA512},
}

func algorithm(pub crypto.PublicKey, digest, sig algorithmID) (x509.SignatureAlgorithm, crypto.Hash, error) {
	if _, err := schemeOf(pub); err != nil {
		return 0, 0, err
	}
	_, isRSA := pub.(*rsa.PublicKey)
	_, isEC := pub.(*ecdsa.PublicKey)
	for _, a := range accepted {
		if digest != a.digest {
			continue
		}
		switch {
		case isRSA && (sig == a.rsa || string(sig) == rawRSA):
			return a.withRSA, a.hash, nil
		case isEC && sig == a.ec:
			return a.withEC, a.hash, nil
		}
	}
	return 0, 0, fmt.Errorf("%w: %x with %x", ErrAlgorithm, digest, sig)
}

// attributes checks the kind of content and the certificates that the signed
// attributes name.
func (r *Result) attributes(m *message) error {
	kind := rawData
	if m.content != nil {
		kind = rawTSTInfo
	}
	value := der(m.signed[rawType])
	if typ, ok := value.take(tagOID); !ok || string(typ) != kind || len(value) != 0 {
		return malformed("content type attribute")
	}
	_, r.SigningTime = m.signed[rawTime]
	if v, ok := m.signed[rawCertV2]; ok {
		if err := r.named(v); err != nil {
			return err
		}
		r.Bound = true
	}
	return nil
}

// named checks a signing-certificate-v2 attribute. The first certificate that
// it names is the signer's. Where it names more, they are all that there are,
// so that none can be changed or put beside them.
func (r *Result) named(v []byte) error {
	var c certV2
	if rest, err := asn1.Unmarshal(v, &c); err != nil || len(rest) != 0 || len(c.Certs) == 0 {
		return malformed("signing-certificate-v2")
	}
	switch ok, err := c.Certs[0].names(r.Leaf); {
	case err != nil:
		return err
	case !ok:
		return malformed("signing-certificate-v2 names another certificate")
	}
	if len(c.Certs) == 1 {
		return r.spares()
	}
	if len(c.Certs) != len(r.Certs) {
		return malformed("%d certificates, %d named", len(r.Certs), len(c.Certs))
	}
	for _, cert := range r.Certs {
		found := false
		for _, id := range c.Certs {
			ok, err := id.names(cert)
			if err != nil {
				return err
			}
			found = found || ok
		}
		if !found {
			return malformed("a certificate that the signer did not name")
		}
	}
	return nil
}

// spares checks the certificates that the signer did not name, as far as that
// goes: one that another in the message issued must be as it was issued.
func (r *Result) spares() error {
	for _, c := range r.Certs {
		if c == r.Leaf {
			continue
		}
		broken := false
		for _, by := range r.Certs {
			if !bytes.Equal(by.RawSubject, c.RawIssuer) {
				continue
			}
			err := by.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature)
			if old := (x509.InsecureAlgorithmError)(0); err == nil || errors.As(err, &old) || errors.Is(err, x509.ErrUnsupportedAlgorithm) {
				broken = false
				break
			}
			broken = true
		}
		if broken {
			return malformed("a certificate that its issuer did not sign")
		}
	}
	return nil
}

// names reports whether id is that of cert.
func (id certID) names(cert *x509.Certificate) (bool, error) {
	h := crypto.SHA256
	switch a := id.Alg.Algorithm; {
	case len(a) == 0 || a.Equal(oidSHA256):
	case a.Equal(oidSHA384):
		h = crypto.SHA384
	case a.Equal(oidSHA512):
		h = crypto.SHA512
	default:
		return false, fmt.Errorf("%w: signing-certificate-v2", ErrAlgorithm)
	}
	return bytes.Equal(sum(h, cert.Raw), id.Hash), nil
}
