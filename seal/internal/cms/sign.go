package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// ErrKey: the key does not belong to the certificate.
var ErrKey = errors.New("cms: key does not belong to the certificate")

// Sign returns the DER of a detached signature, over content with this digest,
// by the chain's first certificate, and with send a time-stamp over it. RSA keys
// sign with PKCS #1 v1.5 and SHA-256, ECDSA keys deterministically (RFC 6979):
// without a time-stamp the same input gives the same bytes.
func Sign(key crypto.Signer, chain []*x509.Certificate, digest Digest, send Stamper) ([]byte, error) {
	leaf := chain[0]
	if p, ok := leaf.PublicKey.(interface{ Equal(crypto.PublicKey) bool }); !ok || !p.Equal(key.Public()) {
		return nil, ErrKey
	}
	s, err := schemeOf(leaf.PublicKey)
	if err != nil {
		return nil, err
	}
	body, set, err := attributes(s, chain, digest(s.hash))
	if err != nil {
		return nil, err
	}
	signed := sum(s.hash, set)
	var sig []byte
	if ec, ok := key.(*ecdsa.PrivateKey); ok {
		sig, err = ec.Sign(nil, signed, s.hash)
	} else {
		sig, err = key.Sign(nil, signed, s.hash)
	}
	if err != nil {
		return nil, fmt.Errorf("cms: sign: %w", err)
	}
	alg := pkix.AlgorithmIdentifier{Algorithm: s.signer}
	if s.signer.Equal(oidRSA256) {
		alg.Parameters = asn1.NullRawValue
	}
	var certs []byte
	for _, c := range chain {
		certs = append(certs, c.Raw...)
	}
	si := signerInfo{
		Version: 1, SID: issuerSerial{asn1.RawValue{FullBytes: leaf.RawIssuer}, leaf.SerialNumber},
		DigestAlg: pkix.AlgorithmIdentifier{Algorithm: s.digest}, Signed: context(0, body), SigAlg: alg, Sig: sig,
	}
	if send != nil {
		token, err := stamp(sig, send)
		if err != nil {
			return nil, err
		}
		a, err := asn1.Marshal(attr{oidTimestamp, asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: token}})
		if err != nil {
			return nil, err
		}
		si.Unsigned = context(1, a)
	}
	sd, err := asn1.Marshal(signedData{
		Version: 1, DigestAlgs: []pkix.AlgorithmIdentifier{{Algorithm: s.digest}}, Encap: encap{Type: oidData}, Certs: context(0, certs),
		Signers: []signerInfo{si},
	})
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(contentInfo{oidSignedData, context(0, sd)})
}

func context(tag int, b []byte) asn1.RawValue {
	return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: tag, IsCompound: true, Bytes: b}
}

// Room is how many bytes a signature by chain needs at most.
func Room(chain []*x509.Certificate, stamped bool) int {
	const around, perCertificate = 700, 80
	n := around
	for _, c := range chain {
		n += len(c.Raw) + perCertificate
	}
	if k, ok := chain[0].PublicKey.(*rsa.PublicKey); ok {
		n += k.Size()
	}
	n += len(chain[0].RawIssuer)
	if stamped {
		n += maxToken
	}
	return n
}

// attributes returns the signed attributes as they stand in the signature and,
// under the tag of a set, as they are signed.
func attributes(s scheme, chain []*x509.Certificate, digest []byte) (body, set []byte, err error) {
	var named certV2
	for _, c := range chain {
		id := certID{Hash: sum(s.hash, c.Raw)}
		if s.hash != crypto.SHA256 {
			id.Alg = pkix.AlgorithmIdentifier{Algorithm: s.digest}
		}
		named.Certs = append(named.Certs, id)
	}
	var attrs [][]byte
	for _, a := range []struct {
		typ   oid
		value any
	}{{oidType, oidData}, {oidDigest, digest}, {oidCertV2, named}} {
		v, err := asn1.Marshal(a.value)
		if err != nil {
			return nil, nil, err
		}
		b, err := asn1.Marshal(attr{a.typ, asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: v}})
		if err != nil {
			return nil, nil, err
		}
		attrs = append(attrs, b)
	}
	slices.SortFunc(attrs, bytes.Compare) // DER orders a set
	body = bytes.Join(attrs, nil)
	return body, asSet(body), nil
}

// asSet gives signed attributes the tag under which they are signed.
func asSet(body []byte) []byte { return append(length([]byte{tagSet}, len(body)), body...) }
