package seal

import (
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

const (
	keyBlock         = "PRIVATE KEY"
	certificateBlock = "CERTIFICATE"

	// maxPEM is far above the largest key with a chain of certificates.
	maxPEM = 1 << 20
)

// ErrKeyFile: bytes are not a key with its certificate.
var ErrKeyFile = errors.New("seal: not a key with its certificate")

// Encode writes the identity as PEM: the key (PKCS #8) and its certificates.
// The key is not encrypted; whoever keeps the bytes keeps the secret.
func (id Identity) Encode() ([]byte, error) {
	key, err := id.encodeKey()
	return append(key, EncodeCertificates(id.Chain)...), err
}

func (id Identity) encodeKey() ([]byte, error) {
	if id.Key == nil {
		return nil, ErrKeyFile
	}
	der, err := x509.MarshalPKCS8PrivateKey(id.Key)
	if err != nil {
		return nil, fmt.Errorf("seal: encode key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: keyBlock, Bytes: der}), nil
}

// Decode reads what Encode wrote, and with a passphrase what Lock wrote.
// Errors wrap ErrKeyFile, ErrLocked or ErrPassphrase.
func Decode(b []byte, passphrase string) (Identity, error) {
	var id Identity
	blocks, err := split(b)
	if err != nil {
		return id, err
	}
	for _, p := range blocks {
		if p.Type == lockedBlock {
			open, err := unlock(p, passphrase)
			if err != nil {
				return id, err
			}
			if p, _ = pem.Decode(open); p == nil {
				return id, ErrKeyFile
			}
		}
		switch p.Type {
		case keyBlock:
			k, err := x509.ParsePKCS8PrivateKey(p.Bytes)
			s, ok := k.(crypto.Signer)
			if err != nil || !ok || id.Key != nil {
				return Identity{}, fmt.Errorf("%w: private key: %v", ErrKeyFile, err)
			}
			id.Key = s
		case certificateBlock:
			c, err := x509.ParseCertificate(p.Bytes)
			if err != nil {
				return Identity{}, fmt.Errorf("%w: %w", ErrKeyFile, err)
			}
			id.Chain = append(id.Chain, c)
		}
	}
	if id.Key == nil || len(id.Chain) == 0 {
		return Identity{}, fmt.Errorf("%w: key or certificate missing", ErrKeyFile)
	}
	if err := id.fits(); err != nil {
		return Identity{}, err
	}
	return id, nil
}

// fits checks that key and certificate belong together.
func (id Identity) fits() error {
	p, ok := id.Chain[0].PublicKey.(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !p.Equal(id.Key.Public()) {
		return fmt.Errorf("%w: the key is not the certificate's", ErrKeyFile)
	}
	return nil
}

// EncodeCertificates writes certificates, and no key, as PEM.
func EncodeCertificates(chain []*x509.Certificate) []byte {
	var out []byte
	for _, c := range chain {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: certificateBlock, Bytes: c.Raw})...)
	}
	return out
}

// DecodeCertificates reads the certificates in PEM bytes, skipping other
// blocks; at least one. Errors wrap ErrKeyFile.
func DecodeCertificates(b []byte) ([]*x509.Certificate, error) {
	blocks, err := split(b)
	if err != nil {
		return nil, err
	}
	var out []*x509.Certificate
	for _, p := range blocks {
		if p.Type != certificateBlock {
			continue
		}
		c, err := x509.ParseCertificate(p.Bytes)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrKeyFile, err)
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: no certificate", ErrKeyFile)
	}
	return out, nil
}

func split(b []byte) ([]*pem.Block, error) {
	if len(b) > maxPEM {
		return nil, fmt.Errorf("%w: %d bytes", ErrKeyFile, len(b))
	}
	var out []*pem.Block
	for {
		var p *pem.Block
		if p, b = pem.Decode(b); p == nil {
			return out, nil
		}
		out = append(out, p)
	}
}
