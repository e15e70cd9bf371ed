package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// writeAside writes a whole file so that it is there entirely or not at all:
// under another name, flushed, renamed, the directory flushed.
func writeAside(path string, write func(io.Writer) error) error {
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = rename(part, path)
	}
	if err != nil {
		return errors.Join(err, remove(part))
	}
	return syncDir(filepath.Dir(path))
}

// sameFile reports whether path still names the file that f has open.
func sameFile(path string, f *os.File) bool {
	a, err := os.Stat(path)
	if err != nil {
		return false
	}
	b, err := f.Stat()
	return err == nil && os.SameFile(a, b)
}

// A faultError is a panic or a memory fault while reading a mapped database.
type faultError struct{ cause any }

func (e *faultError) Error() string { return fmt.Sprintf("fault while reading: %v", e.cause) }

// guard runs fn and returns a fault as an error. A damaged or truncated
// database makes bbolt panic, or the mapped memory fault; without this the
// program would die with the terminal in raw mode. Any other panic is a
// mistake of ours and goes on.
func guard(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch r := recover(); {
		case r == nil:
		case isFault(r):
			err = &faultError{r}
		default:
			panic(r)
		}
	}()
	return fn()
}

// isFault is called while panicking with r: is it the memory of the database,
// or bbolt, that gave way?
func isFault(r any) bool {
	if _, ok := r.(interface{ Addr() uintptr }); ok {
		return true
	}
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicked = true
		case panicked && !strings.HasPrefix(f.Function, "runtime."):
			return strings.HasPrefix(f.Function, "go.etcd.io/bbolt")
		}
		if !more {
			return false
		}
	}
}
