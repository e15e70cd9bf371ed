package cms

import (
	"bytes"
	"encoding/asn1"
	"fmt"
)

// message is a signature taken apart. Pieces of it are as they stood.
type message struct {
	content     []byte // nil when detached
	certs       []byte
	issuer      []byte // of the signer's certificate, whole
	serial      []byte // the content of its serial number
	digest, sig algorithmID
	attrs       []byte            // the signed attributes
	signed      map[string][]byte // their values by object identifier
	unsigned    map[string][]byte
	signature   []byte
}

// algorithmID is an algorithm without parameters, by the content of its object
// identifier.
type algorithmID string

// raw is the content of an object identifier.
func raw(o oid) string {
	b, err := asn1.Marshal(o)
	if err != nil {
		panic(err) // a constant of this package
	}
	return string(b[2:])
}

// The object identifiers as they stand in a signature.
var (
	rawData, rawTSTInfo, rawSignedData = raw(oidData), raw(oidTSTInfo), raw(oidSignedData)
	rawType, rawDigest, rawTime        = raw(oidType), raw(oidDigest), raw(oidTime)
	rawCertV1, rawCertV2, rawTimestamp = raw(oidCertV1), raw(oidCertV2), raw(oidTimestamp)
	rawRSA                             = raw(oidRSA)
)

func malformed(format string, a ...any) error {
	return fmt.Errorf("%w: %s", ErrMalformed, fmt.Sprintf(format, a...))
}

// parse takes a signature over content of kind apart. What the signature itself
// does not protect (versions, the outer list of digests, tags, lengths) must be
// as it should be, so that no byte of it can be changed unnoticed.
func parse(b []byte, kind string) (*message, error) {
	in := der(b)
	info, ok := in.take(tagSequence)
	if !ok {
		return nil, malformed("not a signature")
	}
	if len(bytes.Trim(in, "\x00")) != 0 {
		return nil, malformed("data behind it")
	}
	typ, ok1 := info.take(tagOID)
	wrapped, ok2 := info.take(tagZero)
	sd, ok3 := wrapped.take(tagSequence)
	if !ok1 || !ok2 || !ok3 || string(typ) != rawSignedData || len(info)+len(wrapped) != 0 {
		return nil, malformed("not signed data")
	}
	m := &message{}
	if err := m.signedData(sd, kind); err != nil {
		return nil, err
	}
	var err error
	if m.signed, err = attributeMap(m.attrs); err != nil {
		return nil, err
	}
	return m, nil
}

func (m *message) signedData(sd der, kind string) error {
	version := byte(1)
	if kind != rawData {
		version = 3
	}
	v, ok1 := sd.take(tagInteger)
	algs, ok2 := sd.take(tagSet)
	alg, ok3 := algs.algorithm()
	encap, ok4 := sd.take(tagSequence)
	certs, there, ok5 := sd.maybe(tagZero)
	_, _, ok6 := sd.maybe(tagOne) // lists of withdrawn certificates
	signers, ok7 := sd.take(tagSet)
	si, ok8 := signers.take(tagSequence)
	switch {
	case !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !ok6 || !ok7 || !ok8:
		return malformed("signed data")
	case !bytes.Equal(v, []byte{version}):
		return malformed("version")
	case len(algs) != 0 || len(signers) != 0 || len(sd) != 0:
		return malformed("more than one signer")
	case !there:
		return malformed("no certificates")
	}
	m.certs = certs
	if err := m.unwrap(encap, kind); err != nil {
		return err
	}
	if err := m.signerInfo(si); err != nil {
		return err
	}
	if alg != m.digest {
		return malformed("digest algorithms differ")
	}
	return nil
}

// unwrap takes out the content: there is none in the signature of a document.
func (m *message) unwrap(encap der, kind string) error {
	typ, ok := encap.take(tagOID)
	if !ok || string(typ) != kind {
		return malformed("kind of content")
	}
	if kind == rawData {
		if len(encap) != 0 {
			return malformed("not detached")
		}
		return nil
	}
	box, ok1 := encap.take(tagZero)
	content, ok2 := box.take(tagOctets)
	if !ok1 || !ok2 || len(encap)+len(box) != 0 {
		return malformed("content")
	}
	m.content = content
	return nil
}

func (m *message) signerInfo(si der) error {
	v, ok1 := si.take(tagInteger)
	sid, ok2 := si.take(tagSequence)
	_, _, issuer, ok3 := sid.next()
	serial, ok4 := sid.take(tagInteger)
	digest, ok5 := si.algorithm()
	attrs, ok6 := si.take(tagZero)
	alg, ok7 := si.algorithm()
	sig, ok8 := si.take(tagOctets)
	unsigned, _, ok9 := si.maybe(tagOne)
	switch {
	case !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !ok6 || !ok7 || !ok8 || !ok9 || len(si)+len(sid) != 0:
		return malformed("signer")
	case !bytes.Equal(v, []byte{1}):
		return malformed("version")
	case len(attrs) == 0:
		return malformed("no signed attributes")
	}
	m.issuer, m.serial, m.digest, m.sig, m.attrs, m.signature = issuer, serial, digest, alg, attrs, sig
	var err error
	m.unsigned, err = attributeMap(unsigned)
	return err
}

// algorithm takes an algorithm. Its parameters are absent or NULL, the two ways
// to write that there are none.
func (d *der) algorithm() (algorithmID, bool) {
	a, ok := d.take(tagSequence)
	if !ok {
		return "", false
	}
	o, ok := a.take(tagOID)
	return algorithmID(o), ok && (len(a) == 0 || bytes.Equal(a, asn1.NullBytes))
}

func attributeMap(b der) (map[string][]byte, error) {
	m := map[string][]byte{}
	for len(b) > 0 {
		a, ok1 := b.take(tagSequence)
		typ, ok2 := a.take(tagOID)
		values, ok3 := a.take(tagSet)
		if !ok1 || !ok2 || !ok3 || len(a) != 0 {
			return nil, malformed("attribute")
		}
		if _, twice := m[string(typ)]; twice {
			return nil, malformed("attribute twice")
		}
		m[string(typ)] = values
	}
	return m, nil
}
