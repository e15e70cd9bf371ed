package bench

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"testing"

	"bekwaam/seal"
)

// verifying: reading and judging a file, without drawing it again, against the
// cryptography of one signature alone: read the file, take the byte range and
// the digest over it, parse message and certificate, check the signature.
// Nothing of the PDF itself is looked at, so any forged update passes.
func (w *world) verifying(t *testing.T) []ratio {
	trust := seal.Trust{Now: noon}
	for _, id := range w.p256 {
		trust.Contacts = append(trust.Contacts, id.Contact())
	}
	judge := func(path string) seal.Report { return must(seal.Verify(must(os.ReadFile(path)), trust)) }
	var out []ratio
	for _, x := range []struct {
		signatures int
		bound      float64
	}{{1, 2}, {3, 4}} {
		path := w.paths[x.signatures]
		if r := judge(path); r.Status != seal.Trusted || len(r.Signatures) != x.signatures {
			t.Fatalf("%d signatures: %+v", x.signatures, r)
		}
		bad := bytes.Clone(w.signed[x.signatures])
		bad[1000] ^= 1
		if checkLast(w.signed[x.signatures]) != nil || checkLast(bad) == nil {
			t.Fatal("the floor does not check the signature")
		}
		out = append(out, ratio{
			what: fmt.Sprintf("verify, signatures: %d", x.signatures), floor: "cryptography of one signature", bound: x.bound, turns: 201,
			other: func() { done(checkLast(must(os.ReadFile(path)))) },
			ours:  func() { judge(path) },
		})
	}
	return out
}

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content signedData `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version int
	Digests asn1.RawValue
	Encap   asn1.RawValue
	Certs   asn1.RawValue `asn1:"tag:0,set"`
	Signers []signerInfo  `asn1:"set"`
}

type signerInfo struct {
	Version int
	SID     struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	Digest pkix.AlgorithmIdentifier
	Signed asn1.RawValue `asn1:"tag:0,set"`
	Alg    pkix.AlgorithmIdentifier
	Sig    []byte
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue `asn1:"set"`
}

var messageDigest = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}

// checkLast checks the last signature of a file, with ECDSA and SHA-256.
func checkLast(file []byte) error {
	at := bytes.LastIndex(file, []byte("/ByteRange"))
	at += bytes.IndexByte(file[at:], '[') + 1
	var v [4]int
	for i, n := range bytes.Fields(file[at : at+bytes.IndexByte(file[at:], ']')]) {
		v[i] = must(strconv.Atoi(string(n)))
	}
	h := sha256.New()
	h.Write(file[:v[1]])
	h.Write(file[v[2] : v[2]+v[3]])
	der := make([]byte, (v[2]-v[1])/2)
	must(hex.Decode(der, file[v[1]+1:v[2]-1]))
	var ci contentInfo
	if _, err := asn1.Unmarshal(der, &ci); err != nil {
		return err
	}
	cert, err := x509.ParseCertificate(ci.Content.Certs.Bytes)
	if err != nil {
		return err
	}
	si := ci.Content.Signers[0]
	for rest := si.Signed.Bytes; len(rest) > 0; {
		var a attribute
		if rest, err = asn1.Unmarshal(rest, &a); err != nil {
			return err
		}
		if a.Type.Equal(messageDigest) && !bytes.HasSuffix(a.Values.Bytes, h.Sum(nil)) {
			return fmt.Errorf("other bytes")
		}
	}
	set := bytes.Clone(si.Signed.FullBytes)
	set[0] = 0x31
	return cert.CheckSignature(x509.ECDSAWithSHA256, set, si.Sig)
}
