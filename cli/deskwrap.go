package cli

import (
	"errors"

	"bekwaam/plan"
	"bekwaam/seal"
	"bekwaam/tui"
)

// Reveal opens a file that was made secret with a passphrase, for this run of
// the program.
func (d *desk) Reveal(path, passphrase string) error {
	path = d.fromHome(path)
	data, err := d.readNamed(path, maxPDF)
	if err != nil {
		return tui.FileMissing
	}
	if _, err := seal.UnwrapPassphrase(data, passphrase, maxPDF); err != nil {
		if errors.Is(err, seal.ErrPassphrase) {
			return tui.ErrPassphrase
		}
		return tui.FileBroken
	}
	d.keyMu.Lock()
	defer d.keyMu.Unlock()
	if d.revealed == nil {
		d.revealed = map[string]string{}
	}
	d.revealed[path] = passphrase
	return nil
}

// contents reads a file that came, and opens it where it was made secret: for
// the own key, or with a passphrase that was given for it. Errors are
// tui.Unreadable, FileLocked where a passphrase is needed first, and
// tui.ErrLocked where the own key needs its own.
func (d *desk) contents(path string) ([]byte, error) {
	data, err := d.readNamed(path, maxPDF)
	if err != nil {
		return nil, tui.FileMissing
	}
	if !seal.Wrapped(data) {
		return data, nil
	}
	if seal.NeedsPassphrase(data) {
		d.keyMu.Lock()
		passphrase := d.revealed[path]
		d.keyMu.Unlock()
		if passphrase == "" {
			return nil, tui.FileLocked
		}
		data, err = seal.UnwrapPassphrase(data, passphrase, maxPDF)
	} else {
		id, keyErr := d.identity()
		if errors.Is(keyErr, tui.ErrLocked) {
			return nil, keyErr
		}
		data, err = seal.UnwrapKey(data, id, maxPDF)
	}
	switch {
	case errors.Is(err, seal.ErrPassphrase):
		return nil, tui.FileLocked
	case errors.Is(err, seal.ErrNotForKey):
		return nil, tui.FileForOther
	case err != nil:
		return nil, tui.FileBroken
	}
	return data, nil
}

// placing writes the file of a packet, for whoever may open it.
func (d *desk) placing(dir, stem string, data []byte, made plan.Dispatch) func(tui.Wrapping) (tui.Made, error) {
	return func(w tui.Wrapping) (tui.Made, error) {
		var err error
		secret, file, ext := "", data, ".pdf.age"
		switch {
		case w.Passphrase != "":
			secret = tui.SecretPass
			file, err = seal.WrapPassphrase(data, w.Passphrase, d.KeyWork)
		case w.Contact:
			secret = tui.SecretContact
			file, err = d.wrapFor(data, made.Packet.To)
		default:
			ext = ".pdf"
		}
		if err != nil {
			return tui.Made{}, err
		}
		at, err := d.place(dir, stem, ext, file, made)
		at.Secret = secret
		return at, err
	}
}

// wrapFor makes a file secret for the key of somebody.
func (d *desk) wrapFor(data []byte, to plan.Party) ([]byte, error) {
	c, ok := d.keyOf(to)
	if !ok {
		return nil, seal.ErrNoContact
	}
	return seal.WrapFor(data, c.Certificate)
}

// Contact is somebody whose key is known here.
func (d *desk) Contact(to plan.Party) (tui.Contact, bool) {
	c, ok := d.keyOf(to)
	return tui.Contact{Name: c.Name, Checked: c.Checked}, ok
}

// keyOf is the key of somebody that is in use: the one that the party names,
// or else the one that is known under the name.
func (d *desk) keyOf(to plan.Party) (seal.Contact, bool) {
	people, err := d.contacts()
	if err != nil {
		return seal.Contact{}, false
	}
	list := people.Named(to.Name)
	if c, ok := people.Key(to.Key); ok && to.Key != "" {
		list = append(seal.Contacts{c}, list...)
	}
	for _, c := range list {
		if c.Replaced.IsZero() && c.Certificate != nil {
			return c, true
		}
	}
	return seal.Contact{}, false
}
