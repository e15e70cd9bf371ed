package cli

import (
	"crypto/x509"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/seal"
)

type pinFlags struct {
	name, words string
	replace     bool
}

func (r *run) pinCommand() *cobra.Command {
	var flags pinFlags
	cmd := r.withJSON(r.command("pin FILE --name NAME [--words WORDS] [--replace] [--json]", "key.pin", 1, 1, func(args []string) error {
		if strings.TrimSpace(flags.name) == "" {
			return r.misuse("cli.err.pin-name")
		}
		return r.withStore(func(s *session) error { return s.pin(args[0], flags) })
	}))
	cmd.Flags().StringVar(&flags.name, "name", "", r.t.T("cli.flag.name.contact"))
	cmd.Flags().StringVar(&flags.words, "words", "", r.t.T("cli.flag.words"))
	cmd.Flags().BoolVar(&flags.replace, "replace", false, r.t.T("cli.flag.replace.contact"))
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// pin puts somebody's key on record as theirs: the certificate in a file, or
// that of a signature in a PDF.
func (s *session) pin(file string, flags pinFlags) error {
	cert, err := s.certificateIn(file, flags.name)
	if err != nil {
		return err
	}
	if err := s.compareWords(cert, flags.words); err != nil {
		return err
	}
	c, err := s.pinned(cert, strings.TrimSpace(clean(flags.name)), flags.replace, true)
	if err != nil {
		return err
	}
	row := asContactRow(c)
	if s.json {
		return s.printJSON(row)
	}
	s.print("%s", s.t.T("cli.pin.done", "Name", clean(row.Name), "Words", strings.Join(row.Words, " ")))
	return nil
}

// pinned keeps a key; compared says whether its words were. A name that is
// known with another key stops, unless the person said to replace it.
func (s *session) pinned(cert *x509.Certificate, name string, replace, compared bool) (seal.Contact, error) {
	people, err := s.people()
	if err != nil {
		return seal.Contact{}, err
	}
	was, err := s.contacts()
	if err != nil {
		return seal.Contact{}, err
	}
	var now seal.Contacts
	_, err = people.Pin(cert, name, s.Now(), compared)
	switch {
	case errors.Is(err, seal.ErrOtherKey) && !replace:
		return seal.Contact{}, s.otherKey(people, name, cert)
	case errors.Is(err, seal.ErrOtherName):
		c, _ := people.Key(seal.Fingerprint(cert))
		return seal.Contact{}, s.refuse("cli.err.pin-other-name", "Name", c.Name)
	case errors.Is(err, seal.ErrOtherKey) && len(was.Named(name)) > 0:
		now, err = was.Replace(cert, name, s.Now())
	default:
		now, err = was.Pin(cert, name, s.Now(), compared)
	}
	if err != nil {
		return seal.Contact{}, err
	}
	c, _ := now.Key(seal.Fingerprint(cert))
	return c, s.keepContacts(was, now)
}

// otherKey stops: a known name came with another key.
func (s *session) otherKey(people seal.Contacts, name string, cert *x509.Certificate) error {
	named := people.Named(name)
	old := named[len(named)-1]
	was, _ := seal.Words(old.Fingerprint)
	is, _ := seal.Words(seal.Fingerprint(cert))
	return s.distrust("cli.err.other-key", "Name", old.Name, "Day", s.day(later(old.Checked, old.Pinned).In(s.Now().Location())),
		"Known", strings.Join(was, " "), "Words", strings.Join(is, " "))
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// compareWords refuses where the words that somebody read out are not the
// key's. None to compare is none that differ.
func (s *session) compareWords(cert *x509.Certificate, said string) error {
	words, _ := seal.Words(seal.Fingerprint(cert))
	heard := strings.Fields(strings.ToLower(said))
	if len(heard) == 0 || slices.Equal(heard, words) {
		return nil
	}
	return s.distrust("cli.err.words", "Words", strings.Join(words, " "))
}

// certificateIn is the certificate in a file, or of the signature in a PDF
// that bears the name.
func (s *session) certificateIn(file, name string) (*x509.Certificate, error) {
	data, err := s.readNamed(file, maxPDF)
	if err != nil {
		return nil, err
	}
	if !looksLikePDF(data) {
		chain, err := seal.DecodeCertificates(data[:min(len(data), maxKeyFile)])
		if err != nil {
			return nil, s.refuse("cli.err.trust", "File", file)
		}
		return chain[0], nil
	}
	rep, err := seal.Verify(data, seal.Trust{Now: s.Now()})
	if err != nil {
		return nil, s.pdfFault(file, err)
	}
	var names []string
	for _, x := range rep.Signatures {
		if x.Certificate == nil || x.Alone != seal.Trusted && x.Alone != seal.Untrusted {
			continue
		}
		if seal.SameName(x.Name, name) {
			return x.Certificate, nil
		}
		names = append(names, x.Name)
	}
	return nil, s.refuse("cli.err.pin-nobody", "File", file, "Name", name, "Names", or(strings.Join(names, ", ")))
}
