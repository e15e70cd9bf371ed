// Package cli is the program from outside: the commands with their flags and
// exit codes, and the wiring of screens, store, pages and keys.
//
// Everything that a run takes from outside is one value, [World]: streams,
// what is a terminal, the environment, the clock. [Run] is the whole program
// over such a value, so that tests run it without a process; [Main] is Run
// over the real one.
//
// # Promises
//
// The commands and the shapes of their --json output are documented in
// docs/cli.md and keep their meaning. Results go to stdout. Everything else
// goes to stderr, an error as
//
//	bekwaam: what happened; hint: what to do
//
// No command asks a question. The words come from the catalogues, in the
// language of --lang, else of the settings, else of the locale.
//
// # Exit codes
//
// [Done], [Refused], [Misused], [NotTrusted] and [Interrupted].
package cli
