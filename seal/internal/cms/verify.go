package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
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
	// Timestamp: there is a time-stamp token; it is not checked.
	Timestamp bool
}

// Verify checks der over the content pieces, joined. der may be followed by
// zero bytes only. Errors wrap ErrMalformed, ErrAlgorithm, ErrDigest or
// ErrSignature.
func Verify(der []byte, content ...[]byte) (*Result, error) {
	der, err := definite(der)
	if err != nil {
		return nil, err
	}
	sd, si, err := parse(der)
	if err != nil {
		return nil, err
	}
	r := &Result{}
	if r.Certs, err = x509.ParseCertificates(sd.Certs.Bytes); err != nil {
		return nil, malformed("certificates: %v", err)
	}
	if len(r.Certs) > maxCerts {
		return nil, malformed("%d certificates", len(r.Certs))
	}
	for _, c := range r.Certs {
		if k, ok := c.PublicKey.(*rsa.PublicKey); ok && k.N.BitLen() > maxRSA {
			return nil, fmt.Errorf("%w: RSA key of %d bits", ErrAlgorithm, k.N.BitLen())
		}
		if bytes.Equal(c.RawIssuer, si.SID.Issuer.FullBytes) && si.SID.Serial != nil && c.SerialNumber.Cmp(si.SID.Serial) == 0 {
			r.Leaf = c
		}
	}
	if r.Leaf == nil {
		return nil, malformed("the signer's certificate is missing")
	}
	alg, hash, err := algorithm(r.Leaf.PublicKey, si.DigestAlg, si.SigAlg)
	if err != nil {
		return nil, err
	}
	attrs, err := r.attributes(si)
	if err != nil {
		return nil, err
	}
	var digest []byte
	if rest, err := asn1.Unmarshal(attrs[oidDigest.String()], &digest); err != nil || len(rest) != 0 {
		return nil, malformed("digest attribute")
	}
	if !bytes.Equal(digest, sum(hash, content...)) {
		return nil, ErrDigest
	}
	set, err := asSet(si.Signed.Bytes)
	if err != nil {
		return nil, malformed("%v", err)
	}
	if err := r.Leaf.CheckSignature(alg, set, si.Sig); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrSignature, err)
	}
	return r, nil
}

func malformed(format string, a ...any) error {
	return fmt.Errorf("%w: %s", ErrMalformed, fmt.Sprintf(format, a...))
}

// parse takes the signature apart. What the signature itself does not protect
// (versions, the outer list of digests, tags) must be as it should be, so that
// no byte of it can be changed unnoticed.
func parse(der []byte) (*signedData, *signerInfo, error) {
	var ci contentInfo
	rest, err := asn1.Unmarshal(der, &ci)
	if err != nil {
		return nil, nil, malformed("%v", err)
	}
	der = der[:len(der)-len(rest)]
	if len(bytes.Trim(rest, "\x00")) != 0 {
		return nil, nil, malformed("data behind it")
	}
	if !ci.Type.Equal(oidSignedData) {
		return nil, nil, malformed("not signed data")
	}
	var sd signedData
	if rest, err = asn1.Unmarshal(ci.Content.Bytes, &sd); err != nil || len(rest) != 0 {
		return nil, nil, malformed("signed data: %v", err)
	}
	// encoding/asn1 passes over data behind the last field of a sequence.
	if !again(ci, der) || !again(sd, ci.Content.Bytes) {
		return nil, nil, malformed("not in canonical form")
	}
	if len(sd.Signers) != 1 || len(sd.DigestAlgs) != 1 {
		return nil, nil, malformed("%d signers", len(sd.Signers))
	}
	si := &sd.Signers[0]
	switch {
	case sd.Version != 1, si.Version != 1:
		return nil, nil, malformed("version")
	case !sd.Encap.Type.Equal(oidData) || len(sd.Encap.Content.FullBytes) != 0:
		return nil, nil, malformed("not detached")
	case !sd.DigestAlgs[0].Algorithm.Equal(si.DigestAlg.Algorithm) || !plain(sd.DigestAlgs[0]):
		return nil, nil, malformed("digest algorithms differ")
	case !sd.Certs.IsCompound || !si.Signed.IsCompound || len(si.Signed.Bytes) == 0:
		return nil, nil, malformed("certificates or signed attributes missing")
	case len(sd.CRLs.FullBytes) > 0 && !sd.CRLs.IsCompound, len(si.Unsigned.FullBytes) > 0 && !si.Unsigned.IsCompound:
		return nil, nil, malformed("tags")
	}
	return &sd, si, nil
}

// again: v is written as it was read.
func again(v any, der []byte) bool {
	b, err := asn1.Marshal(v)
	return err == nil && bytes.Equal(b, der)
}

// plain: parameters are absent or NULL, the two ways to write that there are
// none.
func plain(a pkix.AlgorithmIdentifier) bool {
	p := a.Parameters.FullBytes
	return len(p) == 0 || bytes.Equal(p, asn1.NullBytes)
}

// algorithm accepts what schemeOf makes, and SHA-384 and SHA-512 with RSA.
func algorithm(pub crypto.PublicKey, digest, sig pkix.AlgorithmIdentifier) (x509.SignatureAlgorithm, crypto.Hash, error) {
	if _, err := schemeOf(pub); err != nil {
		return 0, 0, err
	}
	if !plain(digest) || !plain(sig) {
		return 0, 0, ErrAlgorithm
	}
	_, isRSA := pub.(*rsa.PublicKey)
	_, isEC := pub.(*ecdsa.PublicKey)
	for _, a := range []struct {
		digest, rsa, ec oid
		hash            crypto.Hash
		withRSA, withEC x509.SignatureAlgorithm
	}{
		{oidSHA256, oidRSA256, oidEC256, crypto.SHA256, x509.SHA256WithRSA, x509.ECDSAWithSHA256},
		{oidSHA384, oidRSA384, oidEC384, crypto.SHA384, x509.SHA384WithRSA, x509.ECDSAWithSHA384},
		{oidSHA512, oidRSA512, oidEC512, crypto.SHA512, x509.SHA512WithRSA, x509.ECDSAWithSHA512},
	} {
		if !digest.Algorithm.Equal(a.digest) {
			continue
		}
		switch {
		case isRSA && (sig.Algorithm.Equal(a.rsa) || sig.Algorithm.Equal(oidRSA)):
			return a.withRSA, a.hash, nil
		case isEC && sig.Algorithm.Equal(a.ec):
			return a.withEC, a.hash, nil
		}
	}
	return 0, 0, fmt.Errorf("%w: %v with %v", ErrAlgorithm, digest.Algorithm, sig.Algorithm)
}

// attributes reads the signed ones, by object identifier, and checks the kind
// of content and the certificate they name; of the unsigned ones only a
// time-stamp is expected.
func (r *Result) attributes(si *signerInfo) (map[string][]byte, error) {
	signed, err := attributeMap(si.Signed.Bytes)
	if err != nil {
		return nil, err
	}
	var typ oid
	if rest, err := asn1.Unmarshal(signed[oidType.String()], &typ); err != nil || len(rest) != 0 || !typ.Equal(oidData) {
		return nil, malformed("content type attribute")
	}
	_, r.SigningTime = signed[oidTime.String()]
	if v, ok := signed[oidCertV2.String()]; ok {
		if err := named(v, r.Leaf); err != nil {
			return nil, err
		}
		r.Bound = true
	}
	unsigned, err := attributeMap(si.Unsigned.Bytes)
	if err != nil {
		return nil, err
	}
	_, r.Timestamp = unsigned[oidTimestamp.String()]
	return signed, nil
}

func attributeMap(b []byte) (map[string][]byte, error) {
	m := map[string][]byte{}
	for len(b) > 0 {
		var a attr
		var err error
		if b, err = asn1.Unmarshal(b, &a); err != nil {
			return nil, malformed("attribute: %v", err)
		}
		if _, twice := m[a.Type.String()]; twice {
			return nil, malformed("attribute twice")
		}
		m[a.Type.String()] = a.Values.Bytes
	}
	return m, nil
}

// named checks that a signing-certificate-v2 attribute names leaf.
func named(v []byte, leaf *x509.Certificate) error {
	var c certV2
	if _, err := asn1.Unmarshal(v, &c); err != nil || len(c.Certs) == 0 {
		return malformed("signing-certificate-v2")
	}
	h := crypto.SHA256
	switch a := c.Certs[0].Alg.Algorithm; {
	case len(a) == 0 || a.Equal(oidSHA256):
	case a.Equal(oidSHA384):
		h = crypto.SHA384
	case a.Equal(oidSHA512):
		h = crypto.SHA512
	default:
		return fmt.Errorf("%w: signing-certificate-v2", ErrAlgorithm)
	}
	if !bytes.Equal(sum(h, leaf.Raw), c.Certs[0].Hash) {
		return malformed("signing-certificate-v2 names another certificate")
	}
	return nil
}
