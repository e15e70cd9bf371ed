package cli

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"time"

	"golang.org/x/term"
)

// The exit codes of the program.
const (
	Done        = 0
	Refused     = 1 // refused, invalid or failed
	Misused     = 2 // wrong use
	NotTrusted  = 3 // not trusted or unsigned
	Interrupted = 130
)

// World is everything that a run takes from outside.
type World struct {
	In       io.Reader
	Out, Err io.Writer

	// Whether In and Out are terminals. Without both there is no app.
	InTerminal, OutTerminal bool

	Env    func(string) string
	Now    func() time.Time // local time
	Random io.Reader
	OS     string // as runtime.GOOS
	Self   string // path of this program, "" where it cannot start itself

	// Secret shows a question and reads an answer that is not shown; nil where
	// nobody sits at a terminal.
	Secret func(question string) (string, error)
	// KeyWork is the power of two that opening a key with a passphrase costs;
	// 0: the usual one.
	KeyWork int

	// Signals brings what the system sends the program; nil brings nothing.
	Signals chan os.Signal
}

// System is the real world. From here on an interrupt comes in as a signal.
func System() World {
	w := World{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		Env:         os.Getenv, Now: time.Now, Random: rand.Reader, OS: runtime.GOOS,
		Signals: make(chan os.Signal, 4),
	}
	if self, err := os.Executable(); err == nil {
		w.Self = self
	}
	if w.InTerminal {
		w.Secret = askSecret
	}
	signal.Notify(w.Signals, os.Interrupt)
	return w
}

// askSecret reads a line from the terminal without showing it.
func askSecret(question string) (string, error) {
	fmt.Fprint(os.Stderr, question)
	b, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(os.Stderr)
	return string(b), err
}

// Main runs the program with the arguments of the process and returns its
// exit code.
func Main() int { return Run(System(), os.Args[1:]) }
