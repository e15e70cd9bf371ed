//go:build unix

package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"syscall"

	"github.com/creack/pty"
)

// startTerminal starts a program in a terminal of 80x24; without told it gets no
// signal when that closes.
func startTerminal(cmd *exec.Cmd, told bool) (*os.File, error) {
	tty, err := pty.StartWithAttrs(cmd, &pty.Winsize{Rows: 24, Cols: 80}, &syscall.SysProcAttr{Setsid: true, Setctty: told})
	if err != nil {
		return nil, err
	}
	// A terminal that is being read stays open until that read ends, unless it
	// is one that never waits.
	fd, err := syscall.Dup(int(tty.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err = errors.Join(err, tty.Close()); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), "terminal"), nil
}
