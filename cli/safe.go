package cli

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"bekwaam/store"
)

// passphraseCommand is the passphrase of the store: everything about it that
// needs no screen.
func (r *run) passphraseCommand() *cobra.Command {
	var output, secret string
	with := func(cmd *cobra.Command, sheet, secretFile bool) *cobra.Command {
		if sheet {
			cmd.Flags().StringVarP(&output, "output", "o", "", r.t.T("cli.flag.sheet"))
		}
		if secretFile {
			cmd.Flags().StringVar(&secret, "passphrase-file", "", r.t.T("cli.flag.passphrase.new"))
		}
		return r.withJSON(cmd)
	}
	set := r.command("set -o SHEET [--passphrase-file F] [--json]", "passphrase.set", 0, 0, func([]string) error {
		return r.withStore(func(s *session) error { return s.setPassphrase(secret, output) })
	})
	change := r.command("change [--passphrase-file F] [--json]", "passphrase.change", 0, 0, func([]string) error {
		return r.withStore(func(s *session) error { return s.changePassphrase(secret) })
	})
	sheet := r.command("sheet -o SHEET [--json]", "passphrase.sheet", 0, 0, func([]string) error {
		return r.withStore(func(s *session) error { return s.newSheet(output) })
	})
	off := r.command("off [--json]", "passphrase.off", 0, 0, func([]string) error {
		return r.withStore((*session).passphraseOff)
	})
	return r.group("passphrase", with(set, true, true), with(change, false, true), with(sheet, true, false), with(off, false, false))
}

// safety is how the store is kept.
type safety struct {
	Passphrase bool   `json:"passphrase"`
	Sheet      string `json:"sheet"` // the recovery sheet that was made, or ""
}

func (s *session) printSafety(x safety, id string, args ...any) error {
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.T(id, args...))
	return nil
}

// lockWith puts the store behind a passphrase. The recovery sheet is made
// first, by sheet, which gets its code and returns how to take it away again.
func (s *session) lockWith(passphrase string, sheet func(code string) (undo func(), err error)) error {
	code, err := store.NewRecoveryCode()
	if err != nil {
		return err
	}
	undo, err := sheet(code)
	if err != nil {
		return err
	}
	if err := s.st.Lock(passphrase, code); err != nil {
		if !s.st.IsLocked() {
			undo() // a sheet that opens nothing would only mislead
		}
		return err
	}
	s.hide()
	return nil
}

// hide removes what stands readable beside a store without a passphrase.
func (s *session) hide() {
	for _, name := range []string{ownCert, knownCerts} {
		_ = os.Remove(filepath.Join(s.st.Dir(), name)) // most often it is not there
	}
}

func (s *session) setPassphrase(secret, output string) error {
	if output == "" || output == "-" {
		return s.misuse("cli.err.no-sheet")
	}
	if s.st.IsLocked() {
		return s.refuse("cli.err.has-passphrase")
	}
	passphrase, err := s.twice(secret)
	if err != nil {
		return err
	}
	if len([]rune(passphrase)) < store.ShortPassphrase {
		return store.ErrShort
	}
	if err := s.lockWith(passphrase, func(code string) (func(), error) { return s.sheetTo(output, code) }); err != nil {
		return err
	}
	settings, err := s.settings()
	if err == nil && settings.Copies != "" {
		if _, err := s.st.AutoBackup(settings.Copies); err != nil {
			s.remark("cli.backup.auto-failed", "Folder", settings.Copies, "Detail", osReason(s.run, err))
		}
	}
	return s.printSafety(safety{true, clean(output)}, "cli.passphrase.set", "File", clean(output))
}

func (s *session) changePassphrase(secret string) error {
	if !s.st.IsLocked() {
		return s.refuse("cli.err.open-store")
	}
	passphrase, err := s.twice(secret)
	if err == nil {
		err = s.st.ChangePassphrase(passphrase)
	}
	if err != nil {
		return err
	}
	return s.printSafety(safety{Passphrase: true}, "cli.passphrase.changed")
}

func (s *session) newSheet(output string) error {
	if output == "" || output == "-" {
		return s.misuse("cli.err.no-sheet")
	}
	if !s.st.IsLocked() {
		return s.refuse("cli.err.open-store")
	}
	code, err := store.NewRecoveryCode()
	if err != nil {
		return err
	}
	undo, err := s.sheetTo(output, code)
	if err != nil {
		return err
	}
	if err := s.st.ChangeCode(code); err != nil {
		undo()
		return err
	}
	return s.printSafety(safety{true, clean(output)}, "cli.passphrase.sheet", "File", clean(output))
}

func (s *session) passphraseOff() error {
	if !s.st.IsLocked() {
		return s.refuse("cli.err.open-store")
	}
	if err := s.st.Unlock(); err != nil {
		return err
	}
	return s.printSafety(safety{}, "cli.passphrase.off")
}

// sheetTo writes a recovery sheet to a file that is not there yet: as text
// where its name ends so, else as a PDF. A sheet beside the data is no use to
// anybody but a thief; one in a folder that is synchronised goes to others.
func (s *session) sheetTo(path, code string) (undo func(), err error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if s.besideData(abs) {
		return nil, s.refuse("cli.err.sheet-beside", "File", path)
	}
	if _, err := os.Lstat(abs); !errors.Is(err, os.ErrNotExist) {
		return nil, s.refuse("cli.err.sheet-there", "File", path)
	}
	data, err := s.recoverySheet(code, filepath.Ext(abs) == ".txt", s.t)
	if err != nil {
		return nil, err
	}
	if err := s.writeFile(path, data, nil); err != nil {
		return nil, err
	}
	if name := s.synced(filepath.Dir(abs)); name != "" {
		s.remark("cli.remark.synced", "File", path, "Name", name)
	}
	return func() { _ = os.Remove(abs) }, nil
}

// besideData reports whether a path is in the folder of the store.
func (s *session) besideData(path string) bool {
	real := func(p string) string {
		if x, err := filepath.EvalSymlinks(p); err == nil {
			return x
		}
		return p
	}
	rest, err := filepath.Rel(real(s.st.Dir()), filepath.Join(real(filepath.Dir(path)), filepath.Base(path)))
	return err == nil && filepath.IsLocal(rest)
}
