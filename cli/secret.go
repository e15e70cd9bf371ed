package cli

import (
	"errors"

	"bekwaam/store"
)

// secretFor is what opens the store in dir: nothing where it has no
// passphrase, else the first line of the file that was named, or what a person
// types. It never comes from the command line or the environment.
func (r *run) secretFor(dir string) (string, error) {
	if !store.HasPassphrase(dir) {
		return "", nil
	}
	if r.flags.secret == "" && r.Secret == nil {
		return "", store.ErrLocked
	}
	return r.passphrase(r.flags.secret, "cli.ask.store")
}

// lockFault puts what is wrong with a passphrase of the store, or of a backup,
// into words.
func (r *run) lockFault(err error) *fault {
	for _, x := range []struct {
		err error
		id  string
	}{
		{store.ErrLocked, "cli.err.store-locked"},
		{store.ErrPassphrase, "cli.err.store-passphrase"},
		{store.ErrCode, "cli.err.store-code"},
		{store.ErrShort, "cli.err.passphrase-short"},
		{store.ErrNoVault, "cli.err.store-vault"},
	} {
		if errors.Is(err, x.err) {
			f := r.refuse(x.id, "Dir", r.dataDirShown(), "Least", store.ShortPassphrase)
			f.err = err
			return f
		}
	}
	return nil
}

// twice reads a new passphrase: from a file, or asked for two times.
func (r *run) twice(file string) (string, error) {
	first, err := r.passphrase(file, "cli.ask.new")
	if err != nil || file != "" {
		return first, err
	}
	second, err := r.passphrase("", "cli.ask.again")
	if err == nil && second != first {
		err = r.refuse("cli.err.passphrase-differs")
	}
	return first, err
}
