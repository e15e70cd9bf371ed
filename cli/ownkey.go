package cli

import (
	"crypto/x509"
	"errors"
	"path/filepath"
	"strings"

	"bekwaam/seal"
)

const (
	ownKeyName = "own"      // the person's key among the keys of the store
	roleName   = "key-role" // setting: their function, as they typed it
	ownCert    = "own.pem"  // the certificate beside the store, see publish

	// maxSecret is the most that is read of a file with a passphrase.
	maxSecret = 4 << 10
	// maxKeyFile is the most that is read of a file with a key.
	maxKeyFile = 1 << 20
)

// errNoKey: the person has no key yet.
var errNoKey = errors.New("no key")

// ownRecord is the person's key as the store keeps it, or errNoKey.
func (s *session) ownRecord() ([]byte, error) {
	keys, err := s.st.Keys()
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if k.Name == ownKeyName {
			return k.Data, nil
		}
	}
	return nil, errNoKey
}

// ownChain is the person's certificate with those above it, which no
// passphrase hides, or errNoKey.
func (s *session) ownChain() ([]*x509.Certificate, error) {
	data, err := s.ownRecord()
	if err != nil {
		return nil, err
	}
	chain, err := seal.DecodeCertificates(data)
	if err != nil {
		return nil, s.keyFault("", err)
	}
	s.publish(chain)
	return chain, nil
}

// ownKey returns the person's key, or errNoKey, and the passphrase that it is
// behind. That comes from the file named by secret, or is asked for.
func (s *session) ownKey(secret string) (id seal.Identity, passphrase string, err error) {
	data, err := s.ownRecord()
	if err != nil {
		return seal.Identity{}, "", err
	}
	if seal.Locked(data) {
		if passphrase, err = s.passphrase(secret, "cli.ask.passphrase"); err != nil {
			return seal.Identity{}, "", err
		}
	}
	if id, err = seal.Decode(data, passphrase); err != nil {
		return seal.Identity{}, "", s.keyFault("", err)
	}
	s.publish(id.Chain)
	return id, passphrase, nil
}

// keyFault puts what is wrong with a key into words. Without a file it is the
// key in the store.
func (r *run) keyFault(file string, err error) error {
	f := (*fault)(nil)
	switch {
	case errors.Is(err, seal.ErrPassphrase):
		f = r.refuse("cli.err.passphrase")
	case errors.Is(err, seal.ErrLocked):
		f = r.refuse("cli.err.locked")
	case errors.Is(err, seal.ErrAlgorithm):
		f = r.refuse("cli.err.key-kind")
	case errors.Is(err, seal.ErrKeyFile) && file != "":
		f = r.refuse("cli.err.key-file", "File", file)
	case errors.Is(err, seal.ErrKeyFile):
		f = r.refuse("cli.err.key-broken")
	default:
		return err
	}
	f.err = err
	return f
}

// passphrase reads a passphrase from the first line of a file, or asks for it
// where a person sits at the terminal. It never comes from the command line
// or the environment, which other programs can see.
func (r *run) passphrase(file, ask string) (string, error) {
	if file == "" {
		switch {
		case r.Secret == nil && strings.HasPrefix(ask, "cli.ask.passphrase"):
			return "", r.keyFault("", seal.ErrLocked)
		case r.Secret == nil:
			return "", r.refuse("cli.err.no-passphrase")
		}
		p, err := r.Secret(r.t.T(ask) + ": ")
		if err != nil || p == "" {
			return "", r.refuse("cli.err.no-passphrase")
		}
		return p, nil
	}
	data, err := r.readNamed(file, maxSecret)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(data), "\n")
	if line = strings.TrimSuffix(line, "\r"); line == "" {
		return "", r.refuse("cli.err.passphrase-empty", "File", file)
	}
	return line, nil
}

// makeKey makes the person's key and keeps it in the store, behind a
// passphrase where one is given.
func (s *session) makeKey(name string, alg seal.Algorithm, passphrase string) (seal.Identity, error) {
	id, err := seal.New(name, alg, s.Random, s.Now())
	if errors.Is(err, seal.ErrName) {
		return seal.Identity{}, s.refuse("cli.err.key-name", "Name", name)
	}
	if err != nil {
		return seal.Identity{}, err
	}
	return id, s.keepKey(id, passphrase)
}

// keepKey puts a key into the store as the person's own.
func (s *session) keepKey(id seal.Identity, passphrase string) error {
	data, err := s.encodeKey(id, passphrase)
	if err != nil {
		return err
	}
	if err := s.st.PutKey(ownKeyName, data); err != nil {
		return err
	}
	s.publish(id.Chain)
	return nil
}

func (r *run) encodeKey(id seal.Identity, passphrase string) ([]byte, error) {
	if passphrase == "" {
		return id.Encode()
	}
	return id.Lock(passphrase, r.KeyWork)
}

// publish puts the certificate, which is no secret, beside the store, so that
// verify knows the own key while another window has the store open. It is
// made anew from the store where it is not there.
func (s *session) publish(chain []*x509.Certificate) {
	s.beside(ownCert, seal.EncodeCertificates(chain))
}

// beside writes a file beside the store where it is not as it should be.
func (s *session) beside(name string, data []byte) {
	if s.st.IsLocked() {
		return // names of people are behind the passphrase too
	}
	path := filepath.Join(s.st.Dir(), name)
	if was, err := readRegular(path, maxKeyFile); err == nil && string(was) == string(data) {
		return
	}
	_ = s.writeFile(path, data, nil) // without it verify knows fewer keys
}
