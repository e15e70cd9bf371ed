package cli

import (
	"crypto/x509"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/seal"
)

func (r *run) keyCommand() *cobra.Command {
	return r.group("key", r.keyShowCommand(), r.keyCreateCommand(), r.keyRenewCommand(), r.keyExportCommand(), r.keyImportCommand(),
		r.keyPassphraseCommand(), r.contactsCommand(), r.pinCommand())
}

func (r *run) keyShowCommand() *cobra.Command {
	return r.withJSON(r.command("show [--json]", "key.show", 0, 0, func([]string) error {
		return r.withStore((*session).keyShow)
	}))
}

func (r *run) keyCreateCommand() *cobra.Command {
	var name, alg, secret string
	cmd := r.withJSON(r.command("create --name NAME [--alg rsa3072|p256] [--passphrase-file F] [--json]", "key.create", 0, 0, func([]string) error {
		if err := r.checkAlg(alg); err != nil {
			return err
		}
		if strings.TrimSpace(name) == "" {
			return r.misuse("cli.err.key-empty")
		}
		return r.withStore(func(s *session) error { return s.keyCreate(strings.TrimSpace(name), seal.Algorithm(alg), secret) })
	}))
	cmd.Flags().StringVar(&name, "name", "", r.t.T("cli.flag.name"))
	r.algFlag(cmd, &alg)
	r.secretFlag(cmd, &secret)
	return cmd
}

func (r *run) keyRenewCommand() *cobra.Command {
	var alg, secret string
	cmd := r.withJSON(r.command("renew [--alg rsa3072|p256] [--passphrase-file F] [--json]", "key.renew", 0, 0, func([]string) error {
		if err := r.checkAlg(alg); err != nil {
			return err
		}
		return r.withStore(func(s *session) error { return s.keyRenew(seal.Algorithm(alg), secret) })
	}))
	r.algFlag(cmd, &alg)
	r.secretFlag(cmd, &secret)
	return cmd
}

func (r *run) contactsCommand() *cobra.Command {
	return r.withJSON(r.command("contacts [--json]", "key.contacts", 0, 0, func([]string) error {
		return r.withStore((*session).listContacts)
	}))
}

func (r *run) algFlag(cmd *cobra.Command, alg *string) {
	cmd.Flags().StringVar(alg, "alg", string(seal.RSA3072), r.t.T("cli.flag.alg"))
}

func (r *run) checkAlg(alg string) error {
	return r.choice("--alg", alg, string(seal.RSA3072), string(seal.P256))
}

func (r *run) secretFlag(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "passphrase-file", "", r.t.T("cli.flag.passphrase"))
}

// keyRow is a key in the output.
type keyRow struct {
	Name        string       `json:"name"`
	Alg         string       `json:"alg"`
	Fingerprint string       `json:"fingerprint"`
	Words       []string     `json:"words"`
	Created     plan.Instant `json:"created"`
	Expires     plan.Instant `json:"expires"`
}

// ownRow is the own key in the output.
type ownRow struct {
	keyRow
	Locked bool   `json:"locked"` // behind a passphrase
	Issuer string `json:"issuer"` // who vouches for the name; empty: nobody
}

func asKeyRow(c *x509.Certificate) keyRow {
	print := seal.Fingerprint(c)
	words, _ := seal.Words(print) // the fingerprint is one
	return keyRow{c.Subject.CommonName, string(seal.KeyAlgorithm(c)), print, words, plan.At(c.NotBefore), plan.At(c.NotAfter)}
}

func (s *session) keyShow() error {
	chain, err := s.ownChain()
	if err != nil {
		return s.noKey(err)
	}
	return s.printKey(chain[0])
}

func (s *session) keyCreate(name string, alg seal.Algorithm, secret string) error {
	switch chain, err := s.ownChain(); {
	case err == nil:
		return s.refuse("cli.err.has-key", "Name", chain[0].Subject.CommonName)
	case !errors.Is(err, errNoKey):
		return err
	}
	passphrase := ""
	if secret != "" {
		var err error
		if passphrase, err = s.passphrase(secret, ""); err != nil {
			return err
		}
	}
	id, err := s.makeKey(name, alg, passphrase)
	if err != nil {
		return err
	}
	return s.printKey(id.Certificate())
}

// keyRenew makes a new key with the word of the old one for it. The old one
// stays on record, so that what it signed is known for the person's own.
func (s *session) keyRenew(alg seal.Algorithm, secret string) error {
	old, passphrase, err := s.ownKey(secret)
	if err != nil {
		return s.noKey(err)
	}
	id, err := old.Renew(alg, s.Random, s.Now())
	if err != nil {
		return err
	}
	if err := s.retire(old.Certificate()); err != nil {
		return err
	}
	if err := s.keepKey(id, passphrase); err != nil {
		return err
	}
	return s.printKey(id.Certificate())
}

// retire keeps a key of one's own that another one takes the place of.
func (s *session) retire(c *x509.Certificate) error {
	was, err := s.contacts()
	if err != nil {
		return err
	}
	if _, ok := was.Key(seal.Fingerprint(c)); ok {
		return nil
	}
	old := own(c)
	old.Replaced = s.Now()
	return s.keepContacts(was, append(was[:len(was):len(was)], old))
}

func (s *session) printKey(c *x509.Certificate) error {
	data, err := s.ownRecord()
	if err != nil {
		return err
	}
	row := ownRow{keyRow: asKeyRow(c), Locked: seal.Locked(data)}
	if string(c.RawIssuer) != string(c.RawSubject) {
		row.Issuer = first(c.Issuer.CommonName, c.Issuer.String())
	}
	if s.json {
		return s.printJSON(row)
	}
	day := func(t plan.Instant) string { return s.day(t.Time().In(s.Now().Location())) }
	table := [][]string{
		{s.t.T("cli.key.name"), clean(row.Name)},
		{s.t.T("cli.key.words"), strings.Join(row.Words, " ")},
		{s.t.T("cli.key.fingerprint"), row.Fingerprint},
		{s.t.T("cli.key.alg"), row.Alg},
		{s.t.T("cli.key.created"), day(row.Created)},
		{s.t.T("cli.key.expires"), day(row.Expires)},
		{s.t.T("cli.key.kept"), s.t.T("cli.key.kept-" + map[bool]string{true: "locked", false: "open"}[row.Locked])},
	}
	if row.Issuer != "" {
		table = append(table, []string{s.t.T("cli.key.issuer"), clean(row.Issuer)})
	}
	s.table(table)
	return nil
}

// stamped is a moment as a signature claims it, or nothing.
func stamped(t time.Time) plan.Instant {
	if t.IsZero() {
		return ""
	}
	return plan.At(t)
}
