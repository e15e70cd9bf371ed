package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"bekwaam/store"
	"bekwaam/text"
	"bekwaam/tui"
)

// safe is the passphrase of the store for the screens.
type safe struct {
	*desk
	byCode bool // until a new passphrase was chosen
	is     atomic.Int32
}

// Whether there is a passphrase, as far as was looked.
const (
	unknown = iota
	isOpen
	isLocked
)

// Locked asks the store once: it is drawn with every frame.
func (s *safe) Locked() bool {
	if s.is.Load() == unknown {
		s.look()
	}
	return s.is.Load() == isLocked
}

func (s *safe) look() {
	if s.st.IsLocked() {
		s.is.Store(isLocked)
	} else {
		s.is.Store(isOpen)
	}
}

func (s *safe) ByCode() bool { return s.byCode }

func (s *safe) Lock(passphrase, folder string) (made tui.Printed, err error) {
	defer s.look()
	err = s.lockWith(passphrase, func(code string) (func(), error) {
		made, err = s.sheetIn(folder, code)
		return func() { _ = os.Remove(made.File) }, err
	})
	if err != nil {
		return tui.Printed{}, err
	}
	if settings, bad := s.settings(); bad == nil && settings.Copies != "" {
		_, _ = s.st.AutoBackup(settings.Copies) // the next one comes when the program stops
	}
	return made, nil
}

func (s *safe) Sheet(folder string) (tui.Printed, error) {
	code, err := store.NewRecoveryCode()
	if err != nil {
		return tui.Printed{}, err
	}
	made, err := s.sheetIn(folder, code)
	if err != nil {
		return tui.Printed{}, err
	}
	if err := s.st.ChangeCode(code); err != nil {
		return tui.Printed{}, errors.Join(err, os.Remove(made.File))
	}
	return made, nil
}

func (s *safe) Change(passphrase string) error {
	err := s.st.ChangePassphrase(passphrase)
	if err == nil {
		s.byCode = false
	}
	return err
}

func (s *safe) Unlock() error {
	defer s.look()
	return s.st.Unlock()
}

func (s *safe) Opens(passphrase string) error {
	err := s.st.Opens(passphrase)
	switch {
	case errors.Is(err, store.ErrPassphrase):
		return tui.ErrWrongPass
	case errors.Is(err, store.ErrCode):
		return tui.ErrWrongCode
	}
	return err
}

func (s *safe) Synced(folder string) string {
	dir, err := s.printFolder(folder)
	if err != nil {
		return ""
	}
	return s.synced(dir)
}

// sheetIn makes the recovery sheet as a PDF, in a folder that somebody named,
// or for "" in a folder of its own that goes when the program stops, and opens
// it there for printing.
func (s *safe) sheetIn(folder, code string) (tui.Printed, error) {
	data, err := s.recoverySheet(code, false, s.words())
	if err != nil {
		return tui.Printed{}, err
	}
	stem := strings.ToLower(text.FileName(s.words().T("safe.sheet.kind")))
	if folder == "" {
		dir, err := s.proofFolder()
		if err != nil {
			return tui.Printed{}, err
		}
		path := filepath.Join(dir, stem+".pdf")
		if err := s.writeFile(path, data, nil); err != nil {
			return tui.Printed{}, err
		}
		if err := s.Open(path); err != nil {
			return tui.Printed{}, errors.Join(tui.ErrNoPrinter, os.RemoveAll(dir))
		}
		return tui.Printed{File: path, Shown: filepath.Base(path)}, nil
	}
	dir, err := s.printFolder(folder)
	if err != nil {
		return tui.Printed{}, err
	}
	path := numberedPath(dir, stem)
	if s.besideData(path) {
		return tui.Printed{}, tui.ErrBesideData
	}
	if err := s.writeFile(path, data, nil); err != nil {
		return tui.Printed{}, err
	}
	return tui.Printed{File: path, Shown: s.shown(path, s.words())}, nil
}
