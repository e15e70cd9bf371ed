package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"bekwaam/seal"
)

// wrapping is how a file is made secret that goes somewhere: to the key of a
// contact, or with a passphrase; neither for one that is not.
type wrapping struct{ contact, secret string }

func (r *run) wrapFlags(cmd *cobra.Command, w *wrapping) {
	cmd.Flags().StringVar(&w.contact, "encrypt-to", "", r.t.T("cli.flag.encrypt-to"))
	cmd.Flags().StringVar(&w.secret, "passphrase-file", "", r.t.T("cli.flag.wrap-passphrase"))
}

// wrap makes a file secret as asked. Without a wish it stays as it is.
func (s *session) wrap(data []byte, w wrapping) ([]byte, error) {
	switch {
	case w.contact != "" && w.secret != "":
		return nil, s.misuse("cli.err.wrap-both")
	case w.contact != "":
		people, err := s.contacts()
		if err != nil {
			return nil, err
		}
		for _, c := range people.Named(w.contact) {
			if c.Replaced.IsZero() && c.Certificate != nil {
				if c.Checked.IsZero() {
					s.remark("cli.remark.wrap-unchecked", "Name", c.Name, "Words", keyWords(c.Fingerprint))
				}
				return seal.WrapFor(data, c.Certificate)
			}
		}
		return nil, s.refuse("cli.err.wrap-nobody", "Name", w.contact)
	case w.secret != "":
		p, err := s.passphrase(w.secret, "cli.ask.wrap")
		if err != nil {
			return nil, err
		}
		return seal.WrapPassphrase(data, p, s.KeyWork)
	}
	return data, nil
}

// unwrap opens a file that was made secret; any other stays as it is. secret
// is the file with the passphrase, of the file itself or of the own key.
func (s *session) unwrap(name string, data []byte, secret string) ([]byte, error) {
	if !seal.Wrapped(data) {
		return data, nil
	}
	if !seal.NeedsPassphrase(data) {
		id, _, err := s.ownKey(secret)
		if errors.Is(err, errNoKey) {
			return nil, s.distrust("cli.err.unwrap-key", "File", name)
		}
		if err != nil {
			return nil, err
		}
		return s.unwrapped(name, data, func() ([]byte, error) { return seal.UnwrapKey(data, id, maxPDF) })
	}
	if secret == "" && s.Secret == nil {
		return nil, s.refuse("cli.err.unwrap-passphrase", "File", name)
	}
	p, err := s.passphrase(secret, "cli.ask.wrap")
	if err != nil {
		return nil, err
	}
	return s.unwrapped(name, data, func() ([]byte, error) { return seal.UnwrapPassphrase(data, p, maxPDF) })
}

func (s *session) unwrapped(name string, data []byte, open func() ([]byte, error)) ([]byte, error) {
	out, err := open()
	switch {
	case errors.Is(err, seal.ErrPassphrase):
		return nil, s.refuse("cli.err.unwrap-wrong", "File", name)
	case errors.Is(err, seal.ErrNotForKey):
		return nil, s.distrust("cli.err.unwrap-key", "File", name)
	case err != nil:
		return nil, s.refuse("cli.err.unwrap-broken", "File", name)
	}
	return out, nil
}
