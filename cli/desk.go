package cli

import (
	"errors"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"bekwaam/seal"
	"bekwaam/tui"
)

// desk does for the screens what takes longer than a key: keys, pages, files
// and other programs.
type desk struct {
	*session
	send func(tea.Msg) // to the program of screens

	keyMu sync.Mutex
	id    seal.Identity // zero until it was needed, and while it is locked

	revealed map[string]string // passphrases of files, by path
}

func newDesk(s *session) *desk {
	s.Secret = nil // the screens have the terminal
	return &desk{session: s, send: func(tea.Msg) {}}
}

// Key returns the person's own key.
func (d *desk) Key() (tui.Key, bool) {
	chain, err := d.ownChain()
	if err != nil {
		return tui.Key{}, false
	}
	role, _, _ := d.st.Setting(roleName) // it only stands on a screen
	words, _ := seal.Words(seal.Fingerprint(chain[0]))
	data, _ := d.ownRecord() // it was read just now
	return tui.Key{Locked: seal.Locked(data), Name: chain[0].Subject.CommonName, Role: role, Fingerprint: seal.Fingerprint(chain[0]), Words: words, Created: chain[0].NotBefore}, true
}

// identity is the person's key with its certificate. The store is asked once.
func (d *desk) identity() (seal.Identity, error) { return d.unlock("") }

// unlock is identity, with a passphrase where the key is behind one.
func (d *desk) unlock(passphrase string) (seal.Identity, error) {
	d.keyMu.Lock()
	defer d.keyMu.Unlock()
	if d.id.Key != nil {
		return d.id, nil
	}
	data, err := d.ownRecord()
	if err != nil {
		return seal.Identity{}, err
	}
	id, err := seal.Decode(data, passphrase)
	if err != nil {
		return seal.Identity{}, keyTrouble(d.keyFault("", err))
	}
	d.id = id
	return id, nil
}

// Unlock opens the own key for this run of the program.
func (d *desk) Unlock(passphrase string) error {
	_, err := d.unlock(passphrase)
	return err
}

// MakeKey makes the person's key, or returns the one that is there.
func (d *desk) MakeKey(name, role string) (tui.Key, error) { return d.MakeLockedKey(name, role, "") }

// MakeLockedKey is MakeKey with the key behind a passphrase.
func (d *desk) MakeLockedKey(name, role, passphrase string) (tui.Key, error) {
	if key, ok := d.Key(); ok {
		return key, nil
	}
	id, err := d.makeKey(strings.TrimSpace(name), seal.RSA3072, passphrase)
	if err != nil {
		return tui.Key{}, err
	}
	return d.took(id, role)
}

// ImportKey takes the key in a .p12 file, or in one that was exported, as the
// person's own.
func (d *desk) ImportKey(path, passphrase, role string) (tui.Key, error) {
	id, open, err := d.keyIn(path, passphrase)
	if err != nil {
		return tui.Key{}, keyTrouble(err)
	}
	if err := d.keepKey(id, open); err != nil {
		return tui.Key{}, err
	}
	return d.took(id, role)
}

// took remembers a key that has just become the person's.
func (d *desk) took(id seal.Identity, role string) (tui.Key, error) {
	if err := d.st.PutSetting(roleName, clean(role)); err != nil {
		return tui.Key{}, err
	}
	d.keyMu.Lock()
	d.id = id
	d.keyMu.Unlock()
	key, _ := d.Key()
	return key, nil
}

// keyTrouble is an error of a key as the screens know it.
func keyTrouble(err error) error {
	switch {
	case errors.Is(err, seal.ErrLocked):
		return tui.ErrLocked
	case errors.Is(err, seal.ErrPassphrase):
		return tui.ErrPassphrase
	}
	return err
}
