package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/store"
)

// realSafe is the passphrase of a real store; its recovery sheets are files
// with nothing but the code.
type realSafe struct {
	st     *store.Store
	dir    string // of sheets to be printed
	byCode bool
	code   string // of the last sheet
}

func (s *realSafe) Locked() bool { return s.st.IsLocked() }
func (s *realSafe) ByCode() bool { return s.byCode }

func (s *realSafe) sheet(folder string) (Printed, error) {
	if folder == "" {
		folder = s.dir
	}
	var err error
	if s.code, err = store.NewRecoveryCode(); err != nil {
		return Printed{}, err
	}
	switch {
	case folder == "none":
		return Printed{}, ErrNoPrinter
	case folder == s.st.Dir():
		return Printed{}, ErrBesideData
	}
	if _, err := os.Stat(folder); err != nil {
		return Printed{}, fs.ErrNotExist
	}
	path := filepath.Join(folder, "herstelblad.pdf")
	return Printed{File: path, Shown: "herstelblad.pdf"}, os.WriteFile(path, []byte(s.code), 0o600)
}

func (s *realSafe) Lock(pass, folder string) (Printed, error) {
	made, err := s.sheet(folder)
	if err == nil {
		err = s.st.Lock(pass, s.code)
	}
	return made, err
}

func (s *realSafe) Sheet(folder string) (Printed, error) {
	made, err := s.sheet(folder)
	if err == nil {
		err = s.st.ChangeCode(s.code)
	}
	return made, err
}

func (s *realSafe) Change(pass string) error { return s.st.ChangePassphrase(pass) }
func (s *realSafe) Unlock() error            { return s.st.Unlock() }

func (s *realSafe) Opens(pass string) error {
	err := s.st.Opens(pass)
	if errors.Is(err, store.ErrPassphrase) {
		return ErrWrongPass
	}
	return err
}

func (s *realSafe) Synced(folder string) string {
	if strings.Contains(folder, "OneDrive") {
		return "OneDrive"
	}
	return ""
}

// passphrase types a new passphrase into the two fields that are in hand.
func (d *driver) passphrase(s string) {
	d.text(s)
	d.keys("tab")
	d.text(s)
	d.keys("tab")
}

const safePhrase = "anker lente trommel vijver"

func lockedOnce(t testing.TB) *driver {
	d := withNoor(t)
	d.show(newLockup("", back()))
	d.passphrase(safePhrase)
	d.keys("enter")
	return d
}

// asking is a program that asks for the passphrase of a store; open takes
// safePhrase only.
func asking(t testing.TB) *driver {
	d := withNoor(t)
	next := d.m
	d.m = NewLocked(next.deps, func(secret string) (*Model, error) {
		switch {
		case secret == safePhrase:
			return next, nil
		case strings.HasPrefix(secret, "AGE-SECRET-KEY-1"):
			return nil, ErrWrongCode
		case secret == "kapot":
			return nil, store.ErrDamaged
		}
		return nil, ErrWrongPass
	})
	d.size(80, 24)
	return d
}

func init() {
	fixtures["S02"] = func(t testing.TB) *driver {
		d := newDriver(t)
		d.keys("enter down enter enter")
		d.text(safePhrase)
		return d
	}
	fixtures["S07"] = func(t testing.TB) *driver {
		d := withNoor(t)
		d.run(openSheetPlace(func(*env, string) []effect { return nil })(d.m))
		d.text("/media/noor/USB")
		return d
	}
	fixtures["S08"] = func(t testing.TB) *driver {
		d := asking(t)
		d.text("fout")
		d.keys("enter")
		return d
	}
	fixtures["S09"] = func(t testing.TB) *driver {
		d := lockedOnce(t)
		d.run(openSafe(d.m.env())(d.m))
		return d
	}
}

// lacks fails where the frame holds a text.
func (d *driver) lacks(texts ...string) {
	d.t.Helper()
	for _, s := range texts {
		if strings.Contains(d.frame(), s) {
			d.t.Errorf("the screen shows %q:\n%s", s, d.frame())
		}
	}
}
