package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"

	"bekwaam/plan"
)

// The crash tools kill a program that runs SelftestWrite, or cut its power,
// and ask SelftestLast what is left. Both go the way of the screens: Open,
// Load, Append.

const (
	selftestID    = "selftest"
	selftestSlots = 64
)

// selftestOptions take a snapshot often, so that it too is interrupted.
func selftestOptions(child func(string) *exec.Cmd) Options {
	return Options{SnapshotEvery: 25, Child: child}
}

// selftestText is text n: its number, something that only this text has, and
// words up to the length of a paragraph.
func selftestText(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "tekst %d", n)
	for i := 0; b.Len() < 720; i++ {
		fmt.Fprintf(&b, " %x", sha256.Sum256(fmt.Appendf(nil, "%d/%d", n, i)))
	}
	return b.String()
}

func selftestPlan() plan.Plan {
	p := plan.Plan{Format: plan.Format, Version: plan.FormatVersion, ID: selftestID, Language: "nl", State: plan.Draft, WorkingVersion: 1}
	p.Profile.Name, p.Profile.SchoolYear = "Zelftest", "2026-2027"
	for i := range selftestSlots {
		p.Reflections = append(p.Reflections, plan.Reflection{ID: fmt.Sprintf("r%d", i+1), Text: selftestText(-i)})
	}
	return p
}

// SelftestWrite opens the store in dir, makes a plan of 50 KB where there is
// none, and changes one text of it again and again, at most rounds times (0:
// for ever). After each change that is durable it prints "ack N"; N goes on
// where the last run ended.
func SelftestWrite(dir string, child func(string) *exec.Cmd, rounds int, out io.Writer) (err error) {
	s, err := Open(dir, selftestOptions(child))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	p, err := s.Load(selftestID)
	if errors.Is(err, ErrNoPlan) {
		p = selftestPlan()
		rev, err := s.Append(Entry{Plan: p, Rev: plan.Revision{By: "Zelftest", Act: plan.Act{Name: "new"}}})
		if err != nil {
			return err
		}
		p.Revision = rev.N
	} else if err != nil {
		return err
	}
	for i := 0; rounds == 0 || i < rounds; i++ {
		n := p.Revision // revision 1 is the plan without a text
		p.Reflections[(n-1)%selftestSlots].Text = selftestText(n)
		rev, err := s.Append(Entry{Plan: p, Rev: plan.Revision{By: "Zelftest", Act: plan.Act{Name: "edit"}}})
		if err != nil {
			return err
		}
		p.Revision = rev.N
		if _, err := fmt.Fprintf(out, "ack %d\n", n); err != nil {
			return err
		}
	}
	return nil
}

// SelftestLast opens the store in dir and prints "last N" when the texts 1 to
// N are all intact: the last ones in the plan, each in the revision that
// wrote it.
func SelftestLast(dir string, child func(string) *exec.Cmd, out io.Writer) (err error) {
	s, err := Open(dir, selftestOptions(child))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	n := 0
	p, err := s.Load(selftestID)
	switch {
	case errors.Is(err, ErrNoPlan):
	case err != nil:
		return err
	default:
		n = p.Revision - 1
		for i := max(1, n-selftestSlots+1); i <= n; i++ {
			if p.Reflections[(i-1)%selftestSlots].Text != selftestText(i) {
				return fmt.Errorf("text %d of %d is not in the plan", i, n)
			}
		}
		if err := s.selftestRevisions(n); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(out, "last %d\n", n)
	return err
}

// selftestRevisions reads every revision that is kept; the acts of those that
// were thinned out stand beside them.
func (s *Store) selftestRevisions(n int) error {
	past, err := s.History(selftestID)
	if err != nil {
		return err
	}
	acts := 0
	for _, rev := range past {
		acts++
		for _, d := range rev.With {
			acts += d.Count
		}
	}
	if acts != n+1 {
		return fmt.Errorf("%d acts in the history, %d expected", acts, n+1)
	}
	return s.read(func(tx *Tx) error {
		for _, rev := range past[1:] {
			doc, err := tx.revision(Summary{ID: selftestID}, rev.N)
			if err != nil {
				return fmt.Errorf("revision %d: %w", rev.N, err)
			}
			if !bytes.Contains(doc, []byte(selftestText(rev.N-1))) {
				return fmt.Errorf("text %d is not in its revision", rev.N-1)
			}
		}
		return nil
	})
}
