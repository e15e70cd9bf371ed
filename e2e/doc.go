// Package e2e holds the tests that drive the real program from outside: in a
// terminal, as a process, under strace. It has no code of its own.
package e2e
