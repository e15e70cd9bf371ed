package seal

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// ErrResealed: what is sealed is not what it was said to be: its hash is
// another one, it is damaged, or the key is not the one that it was sealed for.
var ErrResealed = errors.New("seal: not what was sealed")

// Text that is sealed begins with as many random bytes, so that nobody can find
// out by guessing what a hash is of.
const saltSize = 32

const sealedDomain = "bekwaam sealed 1\n"

// Close seals a text that is to be read later: it is encrypted to a fresh key,
// and the hash holds its author to it. body is base64, secret the key that opens
// it, which stays with the author until then. What travels has to be signed;
// Close signs nothing.
func Close(data []byte) (body, hash, secret string, err error) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		return "", "", "", fmt.Errorf("seal: close: %w", err)
	}
	inside := make([]byte, saltSize, saltSize+len(data))
	if _, err := io.ReadFull(rand.Reader, inside); err != nil {
		return "", "", "", fmt.Errorf("seal: close: %w", err)
	}
	inside = append(inside, data...)
	out, err := wrap(inside, key.Recipient())
	if err != nil {
		return "", "", "", err
	}
	return base64.StdEncoding.EncodeToString(out), sealedHash(inside), key.String(), nil
}

// Disclose opens what [Close] sealed, of at most limit bytes: ErrResealed unless
// body, hash and secret go together.
func Disclose(body, hash, secret string, limit int64) ([]byte, error) {
	key, err := age.ParseX25519Identity(strings.TrimSpace(secret))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrResealed, err)
	}
	sealed, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrResealed, err)
	}
	inside, err := unwrap(sealed, limit+saltSize, key)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrResealed, err)
	}
	if len(inside) < saltSize || sealedHash(inside) != hash {
		return nil, ErrResealed
	}
	return bytes.Clone(inside[saltSize:]), nil
}

func sealedHash(inside []byte) string {
	sum := sha256.Sum256(append([]byte(sealedDomain), inside...))
	return hex.EncodeToString(sum[:])
}
