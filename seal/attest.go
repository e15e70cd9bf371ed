package seal

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
)

// ErrAttested: a statement was not signed by this key, or not in these words.
var ErrAttested = errors.New("seal: the key did not sign this statement")

// attestation keeps what is signed here apart from anything else that the
// same key signs.
const attestation = "bekwaam attestation 1\n"

// Attest signs a statement with the key of id: ECDSA or PKCS #1 v1.5 with
// SHA-256 over the statement. It is for words that stand in no file of their own.
func Attest(id Identity, statement []byte, random io.Reader) ([]byte, error) {
	if id.Key == nil {
		return nil, ErrNoContact
	}
	if random == nil {
		random = rand.Reader
	}
	sum := sha256.Sum256(append([]byte(attestation), statement...))
	out, err := id.Key.Sign(random, sum[:], crypto.SHA256)
	if err != nil {
		return nil, fmt.Errorf("seal: attest: %w", err)
	}
	return out, nil
}

// Attested checks what [Attest] made against a certificate: nil, or ErrAttested.
func Attested(cert *x509.Certificate, statement, signature []byte) error {
	sum := sha256.Sum256(append([]byte(attestation), statement...))
	switch key := cert.PublicKey.(type) {
	case *ecdsa.PublicKey:
		if ecdsa.VerifyASN1(key, sum[:], signature) {
			return nil
		}
	case *rsa.PublicKey:
		if rsa.VerifyPKCS1v15(key, crypto.SHA256, sum[:], signature) == nil {
			return nil
		}
	}
	return ErrAttested
}
