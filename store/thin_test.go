package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"bekwaam/plan"
)

// worked opens a store on a moving clock.
type worked struct {
	t   *testing.T
	dir string
	now time.Time
	s   *Store
	p   plan.Plan
}

func newWorked(t *testing.T) *worked {
	w := &worked{t: t, dir: t.TempDir(), now: time.Date(2026, 8, 17, 8, 0, 0, 0, time.UTC), p: draft("noor", "Noor Bakker")}
	w.open()
	return w
}

func (w *worked) open() {
	w.t.Helper()
	s, err := Open(w.dir, Options{Clock: func() time.Time { return w.now }})
	if err != nil {
		w.t.Fatal(err)
	}
	w.s = s
	w.t.Cleanup(func() { _ = s.Close() })
}

func (w *worked) close() {
	w.t.Helper()
	closeStore(w.t, w.s)
}

// act saves a text of its own, some time after the last.
func (w *worked) act(name string, after time.Duration, freeze int) plan.Revision {
	w.t.Helper()
	w.now = w.now.Add(after)
	w.p.Goals[0].Title = fmt.Sprintf("tekst %d", w.p.Revision+1)
	rev, err := w.s.Append(Entry{Plan: w.p, Rev: plan.Revision{By: "Noor Bakker", Act: plan.Act{Name: name, Fixed: name == "sign"}}, Freeze: freeze})
	if err != nil {
		w.t.Fatal(err)
	}
	w.p.Revision = rev.N
	return rev
}

func (w *worked) kept() []int {
	w.t.Helper()
	past, err := w.s.History("noor")
	if err != nil {
		w.t.Fatal(err)
	}
	var out []int
	acts := 0
	for _, x := range past {
		out, acts = append(out, x.N), acts+1
		for _, d := range x.With {
			acts += d.Count
		}
		p, err := w.s.LoadRevision("noor", x.N)
		if err != nil || p.Goals[0].Title != fmt.Sprintf("tekst %d", x.N) {
			w.t.Errorf("revision %d: %q, %v", x.N, p.Goals[0].Title, err)
		}
	}
	if acts != w.p.Revision {
		w.t.Errorf("the history stands for %d acts, there were %d", acts, w.p.Revision)
	}
	return out
}

func TestOldRevisionsAreThinnedOut(t *testing.T) {
	t.Parallel()
	w := newWorked(t)
	for range 200 { // every minute, for more than three hours
		w.act("edit", time.Minute, 0)
	}
	signed := w.act("sign", time.Minute, 1)
	w.act("edit", time.Minute, 0)
	w.p.State = plan.Running
	moved := w.act("start", time.Minute, 0)
	for range thinLast + 20 {
		w.act("edit", time.Second, 0)
	}
	w.close()
	w.open()
	if got := w.kept(); len(got) != w.p.Revision {
		t.Fatalf("%d of %d revisions after the session itself", len(got), w.p.Revision)
	}
	w.now = w.now.Add(time.Hour)
	w.act("edit", time.Second, 0)
	w.close()
	w.open()
	old := func() []int {
		return slices.DeleteFunc(w.kept(), func(n int) bool { return n > w.p.Revision-thinLast })
	}
	tens := old()
	// 3 h 43 min are 23 stretches of ten minutes; beside them the first, the
	// signed one, and the move.
	if len(tens) < 22 || len(tens) > 28 {
		t.Errorf("%d revisions of three hours: %v", len(tens), tens)
	}
	for _, n := range []int{1, signed.N, moved.N} {
		if !slices.Contains(tens, n) {
			t.Errorf("revision %d is gone; there are %v", n, tens)
		}
	}
	if _, err := w.s.LoadRevision("noor", 2); !errors.Is(err, ErrNoRevision) {
		t.Errorf("a revision that was thinned out: %v", err)
	}
	if p, err := w.s.LoadVersion("noor", 1); err != nil || p.Revision != signed.N {
		t.Errorf("version 1 is of revision %d, %v", p.Revision, err)
	}

	// After a month one of a day stays. More acts, so that it is worth it.
	for range 3 {
		w.now = w.now.Add(24 * time.Hour)
		for range 120 {
			w.act("edit", 3*time.Minute, 0)
		}
		w.close()
		w.open()
	}
	w.now = w.now.Add(45 * 24 * time.Hour)
	for range thinLast {
		w.act("edit", time.Second, 0)
	}
	w.close()
	for range 2 { // in two steps, as the clock is believed for a month at a time
		w.now = w.now.Add(time.Hour)
		w.open()
		w.act("edit", time.Second, 0)
		w.close()
	}
	w.open()
	if days := old(); len(days) > 20 || !slices.Contains(days, signed.N) || !slices.Contains(days, moved.N) {
		t.Errorf("after a month there are %v", days)
	}
	if found, err := w.s.Examine(func(plan.Plan) {}); err != nil || len(found.Problems) > 0 {
		t.Errorf("examined: %+v, %v", found, err)
	}
}

func TestAClockThatIsWrongForAnHourThinsLittle(t *testing.T) {
	t.Parallel()
	w := newWorked(t)
	for range thinLast + 300 {
		w.act("edit", 7*time.Minute, 0) // about four days
	}
	w.close()
	w.now = w.now.Add(25 * time.Hour)
	w.open()
	w.act("edit", time.Second, 0)
	w.close()
	w.open()
	before := len(w.kept())
	right := w.now
	w.now = right.AddDate(30, 0, 0)
	w.act("edit", time.Second, 0)
	w.close()
	w.now = right.Add(time.Hour)
	w.open()
	// Ten-minute steps of more than a day ago may have become days, no more:
	// what was one by one still is.
	got := w.kept()
	if n := len(got); n < thinLast || got[n-thinLast] != w.p.Revision-thinLast+1 {
		t.Errorf("%d revisions, %d before", n, before)
	}
	w.now = right.AddDate(-10, 0, 0)
	w.act("edit", time.Second, 0)
	w.close()
	w.now = right.Add(2 * time.Hour)
	w.open()
	if again := w.kept(); len(again) < len(got) {
		t.Errorf("%d revisions, %d before the clock went back", len(again), len(got))
	}
}

func TestAMissingRevisionIsStillNoticed(t *testing.T) {
	dir, want := filled(t)
	s := open(t, dir)
	// As if a value had gone without a trace.
	err := s.own(func() error {
		return s.update(func(tx *Tx) error { tx.put(bRevision, docKey("noor", 7), nil); return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AllRevisions("noor"); err == nil {
		t.Error("a revision is missing and nobody notices")
	}
	if digest(t, s) != want {
		t.Error("and the plan is gone too")
	}
}
