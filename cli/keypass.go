package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/seal"
)

type keyPassFlags struct {
	secret, next string
	off          bool
}

func (r *run) keyPassphraseCommand() *cobra.Command {
	var flags keyPassFlags
	cmd := r.withJSON(r.command("passphrase [--passphrase-file F] [--new-passphrase-file F|--off] [--json]", "key.passphrase", 0, 0, func([]string) error {
		if flags.off && flags.next != "" {
			return r.misuse("cli.err.key-passphrase")
		}
		return r.withStore(func(s *session) error { return s.keyPassphrase(flags) })
	}))
	r.secretFlag(cmd, &flags.secret)
	cmd.Flags().StringVar(&flags.next, "new-passphrase-file", "", r.t.T("cli.flag.passphrase.key-new"))
	cmd.Flags().BoolVar(&flags.off, "off", false, r.t.T("cli.flag.passphrase.key-off"))
	return cmd
}

// keyPassphrase puts the own key behind another passphrase, or behind none. The
// key stays the same, and so do its words and what it signed.
func (s *session) keyPassphrase(flags keyPassFlags) error {
	id, _, err := s.ownKey(flags.secret)
	if err != nil {
		return s.noKey(err)
	}
	next := ""
	if !flags.off {
		if next, err = s.twice(flags.next); err != nil {
			return err
		}
	}
	if err := s.keepKey(id, next); err != nil {
		return err
	}
	return s.printKey(id.Certificate())
}

// Relock puts the own key behind another passphrase, or with "" behind none.
func (d *desk) Relock(passphrase, next string) error {
	data, err := d.ownRecord()
	if err != nil {
		return err
	}
	id, err := seal.Decode(data, passphrase)
	if err != nil {
		return keyTrouble(err)
	}
	if err := d.keepKey(id, next); err != nil {
		return err
	}
	d.keyMu.Lock()
	d.id = id
	d.keyMu.Unlock()
	return nil
}
