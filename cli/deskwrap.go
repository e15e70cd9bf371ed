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

// placing writes the file of a packet.
func (d *desk) placing(dir, stem string, data []byte, made plan.Dispatch) func() (tui.Made, error) {
	return func() (tui.Made, error) { return d.place(dir, stem, ".pdf", data, made) }
}

// placingSecret writes it behind a passphrase.
func (d *desk) placingSecret(dir, stem string, data []byte, made plan.Dispatch) func(string) (tui.Made, error) {
	return func(passphrase string) (tui.Made, error) {
		secret, err := seal.WrapPassphrase(data, passphrase, d.KeyWork)
		if err != nil {
			return tui.Made{}, err
		}
		return d.place(dir, stem, ".pdf.age", secret, made)
	}
}
