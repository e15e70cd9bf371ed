package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

const (
	lockName  = "lock"
	lockRetry = 50 * time.Millisecond
)

// The first byte of the lock file is never read or written while it is held:
// that is the byte which Windows locks, and it would lock readers out too.
const lockText = 1

// takeLock takes the store's own lock and writes who holds it. A lock on the
// database itself would follow the file when it is renamed; this one stays.
func takeLock(dir string, wait time.Duration, now time.Time) (*flock.Flock, error) {
	path := filepath.Join(dir, lockName)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	switch {
	case err == nil:
		_, err = f.WriteString("\n")
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
	case !errors.Is(err, os.ErrExist):
		return nil, err
	}
	lock := flock.New(path)
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	ok, err := lock.TryLockContext(ctx, lockRetry)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return nil, err
	}
	if !ok {
		return nil, holder(path)
	}
	if err := writeHolder(path, now); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return lock, nil
}

func writeHolder(path string, now time.Time) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("pid %d\nsince %s\n", os.Getpid(), now.UTC().Format(time.RFC3339))
	_, err = f.WriteAt([]byte(text), lockText)
	if err == nil {
		err = f.Truncate(int64(lockText + len(text)))
	}
	return errors.Join(err, f.Close())
}

// holder reads who has the lock. What cannot be read is left zero.
func holder(path string) *InUseError {
	e := &InUseError{}
	f, err := os.Open(path)
	if err != nil {
		return e
	}
	defer f.Close()
	b, _ := io.ReadAll(io.NewSectionReader(f, lockText, 200))
	var since string
	if _, err := fmt.Sscanf(string(b), "pid %d\nsince %s\n", &e.PID, &since); err == nil {
		e.Since, _ = time.Parse(time.RFC3339, since)
	}
	return e
}
