package cli

import (
	"crypto/x509"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/seal"
)

const (
	ownKeyName = "own"      // the person's key among the keys of the store
	roleName   = "key-role" // setting: their function, as they typed it
	ownCert    = "own.pem"  // the certificate beside the store, see publish
)

// errNoKey: the person has no key yet.
var errNoKey = errors.New("no key")

func (r *run) keyCommand() *cobra.Command {
	var name, alg string
	create := r.withJSON(r.command("create --name NAME [--alg rsa3072|p256] [--json]", "key.create", 0, 0, func([]string) error {
		if err := r.choice("--alg", alg, string(seal.RSA3072), string(seal.P256)); err != nil {
			return err
		}
		if strings.TrimSpace(name) == "" {
			return r.misuse("cli.err.key-empty")
		}
		return r.withStore(func(s *session) error { return s.keyCreate(strings.TrimSpace(name), seal.Algorithm(alg)) })
	}))
	create.Flags().StringVar(&name, "name", "", r.t.T("cli.flag.name"))
	create.Flags().StringVar(&alg, "alg", string(seal.RSA3072), r.t.T("cli.flag.alg"))
	show := r.withJSON(r.command("show [--json]", "key.show", 0, 0, func([]string) error {
		return r.withStore((*session).keyShow)
	}))
	return r.group("key", show, create)
}

// ownKey returns the person's key, or errNoKey.
func (s *session) ownKey() (seal.Identity, error) {
	keys, err := s.st.Keys()
	if err != nil {
		return seal.Identity{}, err
	}
	for _, k := range keys {
		if k.Name != ownKeyName {
			continue
		}
		id, err := seal.Decode(k.Data, "")
		if err != nil {
			f := s.refuse("cli.err.key-broken")
			f.err = err
			return seal.Identity{}, f
		}
		s.publish(id)
		return id, nil
	}
	return seal.Identity{}, errNoKey
}

// makeKey makes the person's key and keeps it in the store.
func (s *session) makeKey(name string, alg seal.Algorithm) (seal.Identity, error) {
	id, err := seal.New(name, alg, s.Random, s.Now())
	if errors.Is(err, seal.ErrName) {
		return seal.Identity{}, s.refuse("cli.err.key-name", "Name", name)
	}
	if err != nil {
		return seal.Identity{}, err
	}
	pem, err := id.Encode()
	if err != nil {
		return seal.Identity{}, err
	}
	if err := s.st.PutKey(ownKeyName, pem); err != nil {
		return seal.Identity{}, err
	}
	s.publish(id)
	return id, nil
}

// publish puts the certificate, which is no secret, beside the store, so that
// verify knows the own key while another window has the store open. It is
// made anew from the store where it is not there.
func (s *session) publish(id seal.Identity) {
	path := filepath.Join(s.st.Dir(), ownCert)
	pem := seal.EncodeCertificates(id.Chain)
	if was, err := readRegular(path, 1<<20); err == nil && string(was) == string(pem) {
		return
	}
	_ = s.writeFile(path, pem, nil) // without it verify knows one key less
}

// ownContact is the person's own key as publish left it, without the store.
func (r *run) ownContact() []seal.Contact {
	dir, err := r.dataDir()
	if err != nil {
		return nil
	}
	data, err := readRegular(filepath.Join(dir, ownCert), 1<<20)
	if err != nil {
		return nil
	}
	chain, err := seal.DecodeCertificates(data)
	if err != nil {
		return nil
	}
	c := chain[0]
	return []seal.Contact{{Name: c.Subject.CommonName, Fingerprint: seal.Fingerprint(c), Certificate: c, Pinned: c.NotBefore, Checked: c.NotBefore}}
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

func asKeyRow(c *x509.Certificate) keyRow {
	print := seal.Fingerprint(c)
	words, _ := seal.Words(print) // the fingerprint is one
	return keyRow{c.Subject.CommonName, string(seal.KeyAlgorithm(c)), print, words, plan.At(c.NotBefore), plan.At(c.NotAfter)}
}

func (s *session) keyShow() error {
	id, err := s.ownKey()
	if errors.Is(err, errNoKey) {
		return s.refuse("cli.err.no-key")
	}
	if err != nil {
		return err
	}
	return s.printKey(id)
}

func (s *session) keyCreate(name string, alg seal.Algorithm) error {
	switch id, err := s.ownKey(); {
	case err == nil:
		return s.refuse("cli.err.has-key", "Name", id.Name())
	case !errors.Is(err, errNoKey):
		return err
	}
	id, err := s.makeKey(name, alg)
	if err != nil {
		return err
	}
	return s.printKey(id)
}

func (s *session) printKey(id seal.Identity) error {
	row := asKeyRow(id.Certificate())
	if s.json {
		return s.printJSON(row)
	}
	day := func(t plan.Instant) string { return s.day(t.Time().In(s.Now().Location())) }
	s.table([][]string{
		{s.t.T("cli.key.name"), clean(row.Name)},
		{s.t.T("cli.key.words"), strings.Join(row.Words, " ")},
		{s.t.T("cli.key.fingerprint"), row.Fingerprint},
		{s.t.T("cli.key.alg"), row.Alg},
		{s.t.T("cli.key.created"), day(row.Created)},
		{s.t.T("cli.key.expires"), day(row.Expires)},
	})
	return nil
}

// trust is who is known, for judging signatures: the own key, and the
// authorities in a file of certificates.
func (r *run) trust(file string) (seal.Trust, error) {
	trust := seal.Trust{Contacts: r.ownContact(), Now: r.Now()}
	if file == "" {
		return trust, nil
	}
	data, err := r.readNamed(file, 1<<20)
	if err != nil {
		return seal.Trust{}, err
	}
	chain, err := seal.DecodeCertificates(data)
	if err != nil {
		return seal.Trust{}, r.refuse("cli.err.trust", "File", file)
	}
	trust.Roots = x509.NewCertPool()
	for _, c := range chain {
		trust.Roots.AddCert(c)
		trust.Contacts = append(trust.Contacts, seal.Contact{Name: c.Subject.CommonName, Fingerprint: seal.Fingerprint(c), Certificate: c, Pinned: c.NotBefore, Checked: c.NotBefore})
	}
	return trust, nil
}

// stamped is a moment as a signature claims it, or nothing.
func stamped(t time.Time) plan.Instant {
	if t.IsZero() {
		return ""
	}
	return plan.At(t)
}
