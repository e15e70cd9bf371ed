package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/seal"
)

func (r *run) keyExportCommand() *cobra.Command {
	var output, secret string
	var public bool
	cmd := r.withJSON(r.command("export -o FILE [--public] [--passphrase-file F] [--json]", "key.export", 0, 0, func([]string) error {
		if output == "" {
			return r.misuse("cli.err.no-output")
		}
		return r.withStore(func(s *session) error { return s.keyExport(output, secret, public) })
	}))
	cmd.Flags().StringVarP(&output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().BoolVar(&public, "public", false, r.t.T("cli.flag.public"))
	r.secretFlag(cmd, &secret)
	return cmd
}

// exportedKey is a file with a key.
type exportedKey struct {
	File        string `json:"file"`
	Format      string `json:"format"` // pem or p12
	Private     bool   `json:"private"`
	Locked      bool   `json:"locked"`
	Fingerprint string `json:"fingerprint"`
}

// keyExport writes the own key to a file, or, public, only its certificate,
// which others can know it by. A passphrase that the key has in the store it
// has in the file too; one that is given for a key without goes for the file.
func (s *session) keyExport(output, secret string, public bool) error {
	x := exportedKey{File: clean(output), Format: "pem"}
	var data []byte
	if public {
		chain, err := s.ownChain()
		if err != nil {
			return s.noKey(err)
		}
		data, x.Fingerprint = seal.EncodeCertificates(chain), seal.Fingerprint(chain[0])
	} else {
		record, err := s.ownRecord()
		if err != nil {
			return s.noKey(err)
		}
		if data, err = s.privateKey(record, secret, &x, isP12(output)); err != nil {
			return err
		}
	}
	if err := s.writeFile(output, data, nil); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(x)
	}
	kind := "public"
	switch {
	case x.Locked:
		kind = "locked"
	case x.Private:
		kind = "open"
	}
	s.print("%s", s.t.T("cli.key.exported-"+kind, "File", x.File))
	return nil
}

// privateKey is the key in record as a file. A key behind a passphrase stays
// behind it.
func (s *session) privateKey(record []byte, secret string, x *exportedKey, p12 bool) ([]byte, error) {
	chain, err := seal.DecodeCertificates(record)
	if err != nil {
		return nil, s.keyFault("", err)
	}
	x.Private, x.Locked, x.Fingerprint = true, true, seal.Fingerprint(chain[0])
	if seal.Locked(record) && !p12 {
		return record, nil
	}
	passphrase := ""
	if p12 || secret != "" {
		if passphrase, err = s.passphrase(secret, "cli.ask.passphrase"); err != nil {
			return nil, err
		}
	}
	id, err := seal.Decode(record, passphrase)
	if err != nil {
		return nil, s.keyFault("", err)
	}
	if p12 {
		x.Format = "p12"
		return id.WriteP12(passphrase, s.Random)
	}
	x.Locked = passphrase != ""
	return s.encodeKey(id, passphrase)
}

// noKey says that there is no key yet, where that is what err means.
func (s *session) noKey(err error) error {
	if errors.Is(err, errNoKey) {
		return s.refuse("cli.err.no-key")
	}
	return err
}

// isP12 tells the name of a .p12 file.
func isP12(path string) bool {
	return slices.Contains([]string{".p12", ".pfx"}, strings.ToLower(filepath.Ext(path)))
}

func (r *run) keyImportCommand() *cobra.Command {
	var secret string
	var replace bool
	cmd := r.withJSON(r.command("import FILE [--passphrase-file F] [--replace] [--json]", "key.import", 1, 1, func(args []string) error {
		return r.withStore(func(s *session) error { return s.keyImport(args[0], secret, replace) })
	}))
	r.secretFlag(cmd, &secret)
	cmd.Flags().BoolVar(&replace, "replace", false, r.t.T("cli.flag.replace.key"))
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// keyImport takes a key from a file as the own one: a .p12 file that a board
// handed out, or what keyExport wrote. It is kept behind the passphrase that it
// had in the file.
func (s *session) keyImport(file, secret string, replace bool) error {
	id, passphrase, err := s.keyFrom(file, secret)
	if err != nil {
		return err
	}
	c := id.Certificate()
	if now := s.Now(); now.After(c.NotAfter) {
		return s.refuse("cli.err.key-over", "Name", id.Name(), "Day", s.day(c.NotAfter.In(now.Location())))
	}
	chain, err := s.ownChain()
	if err == nil && seal.Fingerprint(chain[0]) != id.Fingerprint() {
		if !replace {
			return s.refuse("cli.err.has-key-import", "Name", chain[0].Subject.CommonName)
		}
		if err := s.retire(chain[0]); err != nil {
			return err
		}
	}
	if err != nil && !errors.Is(err, errNoKey) {
		return err
	}
	if err := s.keepKey(id, passphrase); err != nil {
		return err
	}
	return s.printKey(c)
}

// keyFrom reads a key in a file with the passphrase that it is behind, if any,
// which comes from the file named by secret, or is asked for.
func (r *run) keyFrom(file, secret string) (id seal.Identity, passphrase string, err error) {
	id, _, err = r.keyIn(file, "")
	if !errors.Is(err, seal.ErrLocked) && !errors.Is(err, seal.ErrPassphrase) {
		return id, "", err
	}
	if passphrase, err = r.passphrase(secret, "cli.ask.passphrase.file"); err != nil {
		return seal.Identity{}, "", err
	}
	return r.keyIn(file, passphrase)
}

// keyIn reads a key in a file. What needed no passphrase has none.
func (r *run) keyIn(file, passphrase string) (id seal.Identity, needed string, err error) {
	data, err := r.readNamed(file, maxKeyFile)
	if err != nil {
		return seal.Identity{}, "", err
	}
	needed = passphrase
	if strings.Contains(string(data), "-----BEGIN ") {
		if !seal.Locked(data) {
			needed = ""
		}
		id, err = seal.Decode(data, passphrase)
	} else {
		id, err = seal.ReadP12(data, passphrase)
	}
	if err != nil {
		return seal.Identity{}, "", r.keyFault(file, err)
	}
	return id, needed, nil
}
