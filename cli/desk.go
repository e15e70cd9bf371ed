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

	keyMu  sync.Mutex
	looked bool
	id     seal.Identity // zero where there is none
	role   string
}

func newDesk(s *session) *desk { return &desk{session: s, send: func(tea.Msg) {}} }

// Key returns the person's own key. The store is asked once.
func (d *desk) Key() (tui.Key, bool) {
	id, err := d.identity()
	if err != nil {
		return tui.Key{}, false
	}
	d.keyMu.Lock()
	defer d.keyMu.Unlock()
	return asKey(id, d.role), true
}

func asKey(id seal.Identity, role string) tui.Key {
	c := id.Contact()
	words, _ := seal.Words(c.Fingerprint) // the fingerprint is one
	return tui.Key{Name: c.Name, Role: role, Fingerprint: c.Fingerprint, Words: words, Created: c.Pinned}
}

// identity is the person's key with its certificate.
func (d *desk) identity() (seal.Identity, error) {
	d.keyMu.Lock()
	defer d.keyMu.Unlock()
	if !d.looked {
		id, err := d.ownKey()
		if err != nil && !errors.Is(err, errNoKey) {
			return seal.Identity{}, err
		}
		d.id, d.looked = id, true
		d.role, _, _ = d.st.Setting(roleName) // it only stands on a screen
	}
	if d.id.Key == nil {
		return seal.Identity{}, errNoKey
	}
	return d.id, nil
}

// MakeKey makes the person's key, or returns the one that is there.
func (d *desk) MakeKey(name, role string) (tui.Key, error) {
	if key, ok := d.Key(); ok {
		return key, nil
	}
	id, err := d.makeKey(strings.TrimSpace(name), seal.RSA3072)
	if err != nil {
		return tui.Key{}, err
	}
	if err := d.st.PutSetting(roleName, clean(role)); err != nil {
		return tui.Key{}, err
	}
	d.keyMu.Lock()
	defer d.keyMu.Unlock()
	d.id, d.role, d.looked = id, clean(role), true
	return asKey(id, d.role), nil
}
