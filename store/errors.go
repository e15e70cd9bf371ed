package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"
)

var (
	// ErrNoPlan is returned for a plan that the store does not have.
	ErrNoPlan = errors.New("no such plan")
	// ErrNoRevision is returned for a revision that a plan does not have.
	ErrNoRevision = errors.New("no such revision")
	// ErrNoVersion is returned for a version that was not frozen.
	ErrNoVersion = errors.New("no such version")
	// ErrNoFile is returned for a file that the dossier does not have.
	ErrNoFile = errors.New("no such file")
	// ErrDamaged is returned where something cannot be read any more and
	// cannot be rebuilt either. Nothing was deleted.
	ErrDamaged = errors.New("store is damaged")
	// ErrNewer is returned for a store of a newer program. It is unharmed.
	ErrNewer = errors.New("store was written by a newer program")
	// ErrClosed is returned after Close.
	ErrClosed = errors.New("store is closed")
)

// An InUseError says that another program has the store open.
type InUseError struct {
	Since time.Time // when that program opened it, zero where unknown
	PID   int       // 0 where unknown
}

func (e *InUseError) Error() string {
	return fmt.Sprintf("store is in use since %s by process %d", e.Since.Format(time.RFC3339), e.PID)
}

// An AmbiguousError says that more than one plan has an id that begins so.
type AmbiguousError struct {
	Prefix string
	IDs    []string // the first few
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("plan %q is one of %q", e.Prefix, e.IDs)
}

// A FrozenError says that a version was frozen before with other content.
type FrozenError struct {
	Plan    string
	Version int
}

func (e *FrozenError) Error() string {
	return fmt.Sprintf("version %d of plan %s is frozen", e.Version, e.Plan)
}

// The reasons of a [*FailedError].
const (
	Full    = "full"    // the disk is full
	Changed = "changed" // the files were changed from outside while open
	Denied  = "denied"  // the program may not write here
	Other   = "other"
)

// A FailedError says that nothing can be saved. After a failed write every
// call returns it until the store is opened again, unless [FailedError.Again]
// says that it is worth another try.
type FailedError struct {
	Reason string // one of Full, Changed, Denied and Other
	Err    error
	again  bool
}

// Why returns the reason.
func (e *FailedError) Why() string { return e.Reason }

// Again reports whether the store is as it was before, so that the same can
// be tried again once there is room.
func (e *FailedError) Again() bool { return e.again }

func (e *FailedError) Error() string { return "store cannot save: " + e.Reason + ": " + e.Err.Error() }

// Unwrap returns what lies beneath.
func (e *FailedError) Unwrap() error { return e.Err }

// errChanged is the cause where a file is not the one that was opened.
var errChanged = errors.New("file was replaced or removed while open")

const windowsDiskFull = syscall.Errno(112)

// failed wraps err with its reason. A failed error stays as it is.
func failed(err error) *FailedError {
	if f := (*FailedError)(nil); errors.As(err, &f) {
		return f
	}
	f := &FailedError{Reason: Other, Err: err}
	var fault *faultError
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG), errors.Is(err, windowsDiskFull):
		f.Reason = Full
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		f.Reason = Denied
	case errors.Is(err, errChanged), errors.As(err, &fault):
		f.Reason = Changed
	}
	return f
}

// The codes of a [Repair].
const (
	RepairReplay   = "replay"   // Count transactions were done again from the journal
	RepairDatabase = "database" // the database was rebuilt; the old one is File
	RepairJournal  = "journal"  // the journal was lost or damaged; nothing is missing
	RepairSnapshot = "snapshot" // a snapshot was lost or damaged; nothing is missing
	RepairDay      = "day"      // only the state of the day in File could be brought back
	RepairAside    = "aside"    // File did not hold and was set aside; see Options.Anew
	RepairVault    = "vault"    // one of the two files that open the store was lost or damaged; nothing is missing
	RepairLost     = "lost"     // at least Count transactions could not be recovered
)

// A Repair is something that was put right. RepairReplay is what a killed
// program leaves behind and needs no word to a person; the others do.
type Repair struct {
	Code  string
	File  string // name of what was set aside, or empty
	Count int
}
