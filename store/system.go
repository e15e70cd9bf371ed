package store

import (
	"errors"
	"os"
	"runtime"
	"syscall"
	"time"
)

// system is what one operating system does otherwise than another. Tests put
// in what they cannot have here.
type system struct {
	windows bool
	rename  func(from, to string) error
	remove  func(path string) error
	open    func(path string) (*os.File, error)
	sleep   func(time.Duration)
}

var here = system{runtime.GOOS == "windows", os.Rename, os.Remove, os.Open, time.Sleep}

// What Windows says while an indexer, a virus scanner or a program that
// synchronises has a file open for a moment.
const (
	windowsAccessDenied = syscall.Errno(5)
	windowsSharing      = syscall.Errno(32)
)

const patience = 10 // tries after the first, each a little later than the last

// again does something to a file, and on Windows tries for half a second
// while another program has the file.
func (s system) again(do func() error) error {
	err := do()
	for i := 0; i < patience && s.windows && (errors.Is(err, windowsAccessDenied) || errors.Is(err, windowsSharing)); i++ {
		s.sleep(time.Duration(i+1) * 10 * time.Millisecond)
		err = do()
	}
	return err
}

// syncDir makes names in a directory durable. Windows has no such thing.
func (s system) syncDir(dir string) error {
	if s.windows {
		return nil
	}
	f, err := s.open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func rename(from, to string) error { return here.again(func() error { return here.rename(from, to) }) }
func remove(path string) error     { return here.again(func() error { return here.remove(path) }) }
func syncDir(dir string) error     { return here.syncDir(dir) }
