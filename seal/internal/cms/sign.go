package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// ErrKey: the key does not belong to the certificate.
var ErrKey = errors.New("cms: key does not belong to the certificate")

// Sign returns the DER of a detached signature over the content pieces, joined,
// by the chain's first certificate. RSA keys sign with PKCS #1 v1.5 and SHA-256,
// ECDSA keys deterministically (RFC 6979): the same input gives the same bytes.
func Sign(key crypto.Signer, chain []*x509.Certificate, content ...[]byte) ([]byte, error) {
	leaf := chain[0]
	if p, ok := leaf.PublicKey.(interface{ Equal(crypto.PublicKey) bool }); !ok || !p.Equal(key.Public()) {
		return nil, ErrKey
	}
	s, err := schemeOf(leaf.PublicKey)
	if err != nil {
		return nil, err
	}
	body, set, err := attributes(s, leaf, sum(s.hash, content...))
	if err != nil {
		return nil, err
	}
	digest := sum(s.hash, set)
	var sig []byte
	if ec, ok := key.(*ecdsa.PrivateKey); ok {
		sig, err = ec.Sign(nil, digest, s.hash)
	} else {
		sig, err = key.Sign(nil, digest, s.hash)
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
	context := func(b []byte) asn1.RawValue {
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: b}
	}
	sd, err := asn1.Marshal(signedData{
		Version: 1, DigestAlgs: []pkix.AlgorithmIdentifier{{Algorithm: s.digest}}, Encap: encap{Type: oidData}, Certs: context(certs),
		Signers: []signerInfo{{
			Version: 1, SID: issuerSerial{asn1.RawValue{FullBytes: leaf.RawIssuer}, leaf.SerialNumber},
			DigestAlg: pkix.AlgorithmIdentifier{Algorithm: s.digest}, Signed: context(body), SigAlg: alg, Sig: sig,
		}},
	})
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(contentInfo{oidSignedData, context(sd)})
}

// attributes returns the signed attributes as they stand in the signature and,
// under the tag of a set, as they are signed.
func attributes(s scheme, leaf *x509.Certificate, digest []byte) (body, set []byte, err error) {
	cert := certID{Hash: sum(s.hash, leaf.Raw)}
	if s.hash != crypto.SHA256 {
		cert.Alg = pkix.AlgorithmIdentifier{Algorithm: s.digest}
	}
	var attrs [][]byte
	for _, a := range []struct {
		typ   oid
		value any
	}{{oidType, oidData}, {oidDigest, digest}, {oidCertV2, certV2{Certs: []certID{cert}}}} {
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
	set, err = asSet(body)
	return body, set, err
}

func asSet(body []byte) ([]byte, error) {
	return asn1.Marshal(asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: body})
}
