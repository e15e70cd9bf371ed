//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

const fullEnv = "BEKWAAM_STORE_FULL"

func init() { helpers[fullEnv] = runsFull }

// atMost lets no file of this process grow beyond n bytes; 0 is no limit.
func atMost(n int64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	limit.Cur = limit.Max
	if n > 0 {
		limit.Cur = uint64(n)
	}
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}

// runsFull is a process whose files may not grow for a while: first not the
// journal, then not the database.
func runsFull(dir string) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	p := draft("noor", "Noor Bakker")
	add := func() error {
		p.Goals[0].WhyForPupils = selftestText(p.Revision)
		rev, err := s.Append(entry(p, "edit"))
		if err == nil {
			p.Revision = rev.N
		}
		return err
	}
	for range 40 {
		if err := add(); err != nil {
			return err
		}
	}
	before := s.journal.size
	for room := range int64(40) { // more and more of the line fits
		if err := atMost(before + 50*room); err != nil {
			return err
		}
		var full *FailedError
		if err := add(); !errors.As(err, &full) || full.Reason != Full || !full.Again() {
			return fmt.Errorf("without room for the line: %v", err)
		}
		if got, err := s.Load("noor"); err != nil || got.Revision != 40 {
			return fmt.Errorf("reading meanwhile: revision %d, %v", got.Revision, err)
		}
	}
	if err := atMost(0); err != nil {
		return err
	}
	for range 5 {
		if err := add(); err != nil {
			return fmt.Errorf("once there is room: %w", err)
		}
	}
	if err := s.Snapshot(); err != nil { // and so a new, empty journal
		return err
	}
	if err := atMost(16 << 10); err != nil {
		return err
	}
	var full *FailedError
	if err := add(); !errors.As(err, &full) || full.Reason != Full || full.Again() {
		return fmt.Errorf("without room for the transaction: %v", err)
	}
	if err := add(); !errors.As(err, &full) {
		return fmt.Errorf("and then it goes on: %v", err)
	}
	if err := atMost(0); err != nil {
		return err
	}
	return s.Close()
}

func TestAFullDiskLosesNothingAndWorkGoesOn(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c, dir := exec.Command(self), t.TempDir()
	c.Env = append(os.Environ(), fullEnv+"="+dir)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, strings.TrimSpace(string(out)))
	}
	s := open(t, dir)
	if p := load(t, s, "noor"); p.Revision != 46 { // the line of the last one was safe
		t.Errorf("revision %d, want 46", p.Revision)
	}
	for n := 1; n <= 46; n++ {
		p, err := s.LoadRevision("noor", n)
		if err != nil || p.Goals[0].WhyForPupils != selftestText(n-1) {
			t.Errorf("revision %d is not what was saved: %v", n, err)
		}
	}
}
