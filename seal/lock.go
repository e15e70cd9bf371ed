package seal

import (
	"bytes"
	"encoding/pem"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"
)

// lockedBlock is the block of a key behind a passphrase: the PEM of Encode in
// the age format, so that other programs can open it too.
const lockedBlock = "AGE ENCRYPTED FILE"

// workFactor makes trying a passphrase cost a second and 256 MB; a file that
// asks for more is refused.
const workFactor = 18

var (
	// ErrPassphrase: the passphrase is not the right one.
	ErrPassphrase = errors.New("seal: wrong passphrase")
	// ErrLocked: the key is behind a passphrase, and none was given.
	ErrLocked = errors.New("seal: the key needs its passphrase")
)

// Lock writes the identity as Encode does, with the key behind a passphrase.
// The certificates stay readable: they are no secret. work is the power of two
// that opening costs; 0 is the usual one.
func (id Identity) Lock(passphrase string, work int) ([]byte, error) {
	open, err := id.encodeKey()
	if err != nil {
		return nil, err
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	if work > 0 && work <= workFactor {
		to.SetWorkFactor(work)
	}
	var b bytes.Buffer
	a := armor.NewWriter(&b)
	w, err := age.Encrypt(a, to)
	if err != nil {
		return nil, fmt.Errorf("seal: lock key: %w", err)
	}
	_, err = w.Write(open)
	if err := errors.Join(err, w.Close(), a.Close()); err != nil {
		return nil, fmt.Errorf("seal: lock key: %w", err)
	}
	return append(b.Bytes(), EncodeCertificates(id.Chain)...), nil
}

// Locked reports whether the key in what Encode or Lock wrote is behind a
// passphrase.
func Locked(b []byte) bool {
	blocks, _ := split(b)
	for _, p := range blocks {
		if p.Type == lockedBlock {
			return true
		}
	}
	return false
}

// unlock opens the key block.
func unlock(p *pem.Block, passphrase string) ([]byte, error) {
	if passphrase == "" {
		return nil, ErrLocked
	}
	from, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	from.SetMaxWorkFactor(workFactor)
	r, err := age.Decrypt(bytes.NewReader(p.Bytes), from)
	if wrong := (*age.NoIdentityMatchError)(nil); errors.As(err, &wrong) {
		return nil, ErrPassphrase
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKeyFile, err)
	}
	b, err := io.ReadAll(io.LimitReader(r, maxPEM))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKeyFile, err)
	}
	return b, nil
}
