package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// A damaged database can make whoever reads it fault in a goroutine that
// nobody guards, go round in a ring of pages for ever, or take all memory.
// Therefore a process of its own reads it first, with limits.

// What the child says, in the first word of its line.
const (
	childBegin = "BEGIN" // on a line before: from here on the time counts
	childFine  = "OK"
	childBad   = "BAD"
	childNewer = "NEWER"
	childInUse = "INUSE"
	childError = "ERROR" // the disk does not give it
)

const (
	childMemory = 512 << 20
	childStart  = 20 * time.Second // until it begins: virus scanners look at every start
	childTime   = 3 * time.Second
	childSpeed  = 20 << 20 // bytes a second that a slow disk gives
)

// CheckMain is the whole of the child: it reads the database at path from end
// to end, says in a line what it found, and returns the exit code.
func CheckMain(path string, out io.Writer) int {
	debug.SetMemoryLimit(childMemory)
	go watchMemory()
	fmt.Fprintln(out, childBegin)
	word := childFine
	seq, err := checkFile(path)
	switch {
	case err == nil:
	case errors.Is(err, ErrNewer):
		word = childNewer
	case errors.Is(err, berrors.ErrTimeout):
		word = childInUse
	case isDamage(err):
		word = childBad
	default:
		word = childError
	}
	fmt.Fprintln(out, word, seq, strings.ReplaceAll(fmt.Sprint(err), "\n", " "))
	if err != nil {
		return 1
	}
	return 0
}

// watchMemory ends the process where a damaged length makes it take more than
// any store needs.
func watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		if metrics.Read(sample); sample[0].Value.Uint64() > 2*childMemory {
			os.Exit(3)
		}
	}
}

// checkFile reads every page and every value of a database. It returns the
// number of the last transaction, also where something later does not hold.
func checkFile(path string) (seq uint64, err error) {
	db, h, err := openDatabase(path, true)
	if err != nil {
		return 0, err
	}
	defer func() { _ = closeDatabase(db) }()
	return h.seq, guard(func() error {
		return db.View(func(tx *bolt.Tx) error {
			for err := range tx.Check() {
				return &faultError{err}
			}
			return writeSnapshot(io.Discard, tx, h)
		})
	})
}

// apart runs the child on a database. It returns the last transaction that
// the child saw and what is wrong.
func (s *Store) apart(path string) (seq uint64, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	if info.Size() == 0 {
		return 0, &faultError{"empty file"}
	}
	line, late, err := runChild(s.opt.Child(path), childTime+time.Duration(info.Size()/childSpeed)*time.Second)
	if err != nil {
		return 0, err
	}
	var word string
	_, _ = fmt.Sscan(line, &word, &seq) // what is missing stays zero
	switch {
	case word == childFine:
		return seq, nil
	case word == childNewer:
		return seq, ErrNewer
	case word == childInUse:
		return seq, berrors.ErrTimeout
	case word == childError:
		return seq, nil // whoever opens it next meets the same error
	case late:
		line = "reading takes too long"
	}
	return seq, &faultError{line}
}

// errNoChild is returned where no child could be started, or none began.
var errNoChild = errors.New("no process for the check")

// runChild returns what the child says within limit of its beginning, and
// whether it was ended because it took longer.
func runChild(cmd *exec.Cmd, limit time.Duration) (line string, late bool, err error) {
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return "", false, fmt.Errorf("%w: %w", errNoChild, err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	start := time.AfterFunc(childStart, kill)
	r := bufio.NewReader(io.LimitReader(out, 4096))
	begin, _ := r.ReadString('\n')
	start.Stop()
	end := time.AfterFunc(limit, kill)
	line, _ = r.ReadString('\n')
	late = !end.Stop()
	kill()
	_ = cmd.Wait() // the line says it all; none is a death
	if strings.TrimSpace(begin) != childBegin {
		return "", false, errNoChild
	}
	return strings.TrimSpace(line), late && line == "", nil
}
