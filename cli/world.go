package cli

import (
	"crypto/rand"
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
	signal.Notify(w.Signals, os.Interrupt)
	return w
}

// Main runs the program with the arguments of the process and returns its
// exit code.
func Main() int { return Run(System(), os.Args[1:]) }
