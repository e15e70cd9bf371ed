package seal

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"

	"software.sslmate.com/src/go-pkcs12"
)

// Limits of a .p12 file. Programs write 2,000 rounds, careful ones 600,000.
const (
	maxP12    = 1 << 20 // bytes
	maxChain  = 8       // certificates
	maxRounds = 2_000_000
)

// ReadP12 reads the key with its certificates in a .p12 file, as a board or an
// authority hands it out, in the modern and in the older kind of encryption.
// Errors wrap ErrPassphrase, ErrKeyFile or ErrAlgorithm.
func ReadP12(b []byte, passphrase string) (Identity, error) {
	if len(b) > maxP12 {
		return Identity{}, fmt.Errorf("%w: %d bytes", ErrKeyFile, len(b))
	}
	if rounds(b, 0) > maxRounds {
		return Identity{}, fmt.Errorf("%w: opening it would take too long", ErrKeyFile)
	}
	key, leaf, above, err := pkcs12.DecodeChain(b, passphrase)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Identity{}, ErrPassphrase
	}
	if err != nil {
		return Identity{}, fmt.Errorf("%w: %w", ErrKeyFile, err)
	}
	signer, ok := key.(crypto.Signer)
	if !ok || KeyAlgorithm(leaf) == "" {
		return Identity{}, ErrAlgorithm
	}
	id := Identity{Key: signer, Chain: inLine(leaf, above)}
	if err := id.fits(); err != nil {
		return Identity{}, err
	}
	return id, nil
}

// WriteP12 writes the identity as a .p12 file for other programs.
func (id Identity) WriteP12(passphrase string, random io.Reader) ([]byte, error) {
	if id.Key == nil || len(id.Chain) == 0 {
		return nil, ErrKeyFile
	}
	b, err := pkcs12.Modern2023.WithRand(random).Encode(id.Key, id.Chain[0], id.Chain[1:], passphrase)
	if err != nil {
		return nil, fmt.Errorf("seal: write .p12: %w", err)
	}
	return b, nil
}

// inLine puts the certificates above leaf in the order in which each vouches
// for the one before, and leaves others out.
func inLine(leaf *x509.Certificate, above []*x509.Certificate) []*x509.Certificate {
	chain := []*x509.Certificate{leaf}
	for len(chain) < maxChain {
		last := chain[len(chain)-1]
		var next *x509.Certificate
		for _, c := range above {
			if !bytes.Equal(c.Raw, last.Raw) && bytes.Equal(c.RawSubject, last.RawIssuer) && last.CheckSignatureFrom(c) == nil {
				next = c
			}
		}
		if next == nil || bytes.Equal(last.RawSubject, last.RawIssuer) {
			break
		}
		chain = append(chain, next)
	}
	return chain
}

// rounds finds the most often that opening a .p12 would repeat a hash: a number
// that stands behind a string of bytes, at any depth. The library repeats as
// often as it is told.
func rounds(b []byte, depth int) (most int64) {
	const maxDepth = 24
	salt := false
	for len(b) > 0 && depth < maxDepth {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(b, &v)
		if err != nil {
			return most
		}
		b = rest
		var n int64
		switch {
		case v.Class != asn1.ClassUniversal && !v.IsCompound:
		case v.Tag == asn1.TagInteger && salt && !v.IsCompound:
			if _, err := asn1.Unmarshal(v.FullBytes, &n); err != nil {
				n = maxRounds + 1
			}
		case v.IsCompound || v.Tag == asn1.TagOctetString:
			n = rounds(v.Bytes, depth+1)
		}
		most = max(most, n)
		salt = v.Class == asn1.ClassUniversal && v.Tag == asn1.TagOctetString
	}
	return most
}
