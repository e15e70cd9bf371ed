package tui

import "errors"

var (
	// ErrLocked: the own key is behind a passphrase, which Unlock wants first.
	ErrLocked = errors.New("the key needs its passphrase")
	// ErrPassphrase: it is not the right one.
	ErrPassphrase = errors.New("wrong passphrase")
)
