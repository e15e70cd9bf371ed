package cms

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"slices"
	"time"
)

// Stamper sends a time-stamp request (RFC 3161, DER) to an authority and
// returns its response.
type Stamper func(request []byte) (response []byte, err error)

// Timestamp says that a signature existed at a time, by somebody's word.
type Timestamp struct {
	Time  time.Time
	Leaf  *x509.Certificate   // the authority's
	Certs []*x509.Certificate // all that travel with it
}

// The structures of RFC 3161, as far as they are used.
type (
	imprint struct {
		Alg  pkix.AlgorithmIdentifier
		Hash []byte
	}
	stampRequest struct {
		Version int
		Imprint imprint
		Certs   bool `asn1:"optional"`
	}
	stampResponse struct {
		Status asn1.RawValue
		Token  asn1.RawValue `asn1:"optional"`
	}
	tstInfo struct {
		Version    int
		Policy     oid
		Imprint    imprint
		Serial     *big.Int
		Time       time.Time     `asn1:"generalized"`
		Accuracy   asn1.RawValue `asn1:"optional"`
		Ordering   bool          `asn1:"optional"`
		Nonce      *big.Int      `asn1:"optional"`
		TSA        asn1.RawValue `asn1:"optional,explicit,tag:0"`
		Extensions asn1.RawValue `asn1:"optional,tag:1"`
	}
)

// maxToken is the longest time-stamp that is asked for: authorities send about
// 6 KB. The room for it is set aside before it is known.
const maxToken = 10 << 10

// stamp asks for a time-stamp over a signature. The request has no nonce: the
// signature is new, so an old answer cannot be about it.
func stamp(sig []byte, send Stamper) ([]byte, error) {
	req, err := asn1.Marshal(stampRequest{1, imprint{pkix.AlgorithmIdentifier{Algorithm: oidSHA256, Parameters: asn1.NullRawValue}, sum(crypto.SHA256, sig)}, true})
	if err != nil {
		return nil, err
	}
	b, err := send(req)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
	}
	var resp stampResponse
	if rest, err := asn1.Unmarshal(b, &resp); err != nil || len(rest) != 0 {
		return nil, fmt.Errorf("%w: no response of an authority", ErrTimestamp)
	}
	var status int
	if _, err := asn1.Unmarshal(resp.Status.Bytes, &status); err != nil || status > 1 || len(resp.Token.FullBytes) == 0 {
		return nil, fmt.Errorf("%w: the authority refused (%d)", ErrTimestamp, status)
	}
	if len(resp.Token.FullBytes) > maxToken {
		return nil, fmt.Errorf("%w: %d bytes", ErrTimestamp, len(resp.Token.FullBytes))
	}
	_, err = checkToken(resp.Token.FullBytes, sig)
	return resp.Token.FullBytes, err
}

// checkToken checks that a time-stamp is one and that it is about a signature.
// Whose it is, is the caller's question.
func checkToken(der, sig []byte) (*Timestamp, error) {
	m, err := parse(der, rawTSTInfo)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
	}
	r, err := m.verify(Content(m.content))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
	}
	var t tstInfo
	if rest, err := asn1.Unmarshal(m.content, &t); err != nil || len(rest) != 0 || t.Version != 1 {
		return nil, fmt.Errorf("%w: content", ErrTimestamp)
	}
	h, ok := map[string]crypto.Hash{oidSHA256.String(): crypto.SHA256, oidSHA384.String(): crypto.SHA384, oidSHA512.String(): crypto.SHA512}[t.Imprint.Alg.Algorithm.String()]
	switch {
	case !ok:
		return nil, fmt.Errorf("%w: %w", ErrTimestamp, ErrAlgorithm)
	case !bytes.Equal(t.Imprint.Hash, sum(h, sig)):
		return nil, fmt.Errorf("%w: it is about something else", ErrTimestamp)
	case !slices.Contains(r.Leaf.ExtKeyUsage, x509.ExtKeyUsageTimeStamping):
		return nil, fmt.Errorf("%w: the certificate is not for time-stamps", ErrTimestamp)
	case !r.Bound && (!oldName(m, r.Leaf) || r.spares() != nil):
		return nil, fmt.Errorf("%w: the certificate is not named", ErrTimestamp)
	case t.Time.Before(r.Leaf.NotBefore) || t.Time.After(r.Leaf.NotAfter):
		return nil, fmt.Errorf("%w: the certificate is not valid then", ErrTimestamp)
	}
	return &Timestamp{t.Time.UTC(), r.Leaf, r.Certs}, nil
}

// oldName reports whether the first form of the attribute (RFC 2634), which
// many authorities still write, names the certificate by its SHA-1.
func oldName(m *message, leaf *x509.Certificate) bool {
	var c struct {
		Certs []struct {
			Hash   []byte
			Issuer asn1.RawValue `asn1:"optional"`
		}
		Policies asn1.RawValue `asn1:"optional"`
	}
	v, ok := m.signed[rawCertV1]
	if !ok {
		return false
	}
	rest, err := asn1.Unmarshal(v, &c)
	return err == nil && len(rest) == 0 && len(c.Certs) > 0 && bytes.Equal(c.Certs[0].Hash, sum(crypto.SHA1, leaf.Raw))
}
