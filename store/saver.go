package store

import (
	"context"
	"slices"
	"sync"

	"bekwaam/plan"
)

// Result says what became of a save.
type Result struct {
	Entries   []Entry         // what was saved, or was not
	Revisions []plan.Revision // one for each entry; nil where Err is set
	Err       error           // nil when everything is on disk
}

// Saver saves in the background, one save at a time. What is handed in while
// a save runs goes together into the next one: every entry, in order, and of
// each draft the newest.
type Saver struct {
	store  *Store
	report func(Result)

	mu      sync.Mutex
	entries []Entry
	drafts  []pendingDraft
	busy    bool
	stopped bool
	err     error           // of the first save that failed
	wake    chan struct{}   // there may be work
	idle    []chan struct{} // closed when there is nothing left to do
	done    chan struct{}   // closed when the goroutine has ended
}

type pendingDraft struct{ plan, field, text string }

// NewSaver starts a saver. report is called from the saver's own goroutine
// after each save; it must not call the saver and should return soon.
func NewSaver(s *Store, report func(Result)) *Saver {
	v := &Saver{store: s, report: report, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go v.run()
	return v
}

// Save hands in an entry and returns at once. After a failed save the result
// of every further one is that failure. Save after Stop does nothing.
func (v *Saver) Save(e Entry) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.stopped {
		return
	}
	v.entries = append(v.entries, e)
	v.drafts = slices.DeleteFunc(v.drafts, func(d pendingDraft) bool { return d.plan == e.Plan.ID })
	v.signal()
}

// Draft hands in the text of a field that is being written.
func (v *Saver) Draft(plan, field, text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.stopped {
		return
	}
	v.drafts = slices.DeleteFunc(v.drafts, func(d pendingDraft) bool { return d.plan == plan && d.field == field })
	v.drafts = append(v.drafts, pendingDraft{plan, field, text})
	v.signal()
}

// signal wakes the goroutine; v.mu is held.
func (v *Saver) signal() {
	select {
	case v.wake <- struct{}{}:
	default:
	}
}

// Flush waits until everything handed in before is saved, and returns the
// error of the first save that failed, or that of ctx.
func (v *Saver) Flush(ctx context.Context) error {
	v.mu.Lock()
	if !v.busy && len(v.entries) == 0 && len(v.drafts) == 0 {
		defer v.mu.Unlock()
		return v.err
	}
	idle := make(chan struct{})
	v.idle = append(v.idle, idle)
	v.mu.Unlock()
	select {
	case <-idle:
		v.mu.Lock()
		defer v.mu.Unlock()
		return v.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Stop flushes and ends the saver. The store stays open.
func (v *Saver) Stop(ctx context.Context) error {
	err := v.Flush(ctx)
	v.mu.Lock()
	if !v.stopped {
		v.stopped = true
		close(v.wake)
	}
	v.mu.Unlock()
	select {
	case <-v.done:
	case <-ctx.Done():
	}
	return err
}

func (v *Saver) run() {
	defer close(v.done)
	for range v.wake {
		for v.one() {
		}
	}
	for v.one() {
	}
}

// one saves what there is, and reports false where there is nothing.
func (v *Saver) one() bool {
	v.mu.Lock()
	entries, drafts := v.entries, v.drafts
	v.entries, v.drafts = nil, nil
	if len(entries) == 0 && len(drafts) == 0 {
		for _, c := range v.idle {
			close(c)
		}
		v.idle, v.busy = nil, false
		v.mu.Unlock()
		return false
	}
	v.busy = true
	v.mu.Unlock()

	r := v.save(entries, drafts)
	if r.Err != nil {
		v.mu.Lock()
		if v.err == nil {
			v.err = r.Err
		}
		v.mu.Unlock()
	}
	if v.report != nil {
		v.report(r)
	}
	return true
}

func (v *Saver) save(entries []Entry, drafts []pendingDraft) Result {
	r := Result{Entries: entries}
	r.Err = v.store.Update(func(tx *Tx) error {
		r.Revisions = nil
		for _, e := range entries {
			rev, err := tx.Append(e)
			if err != nil {
				return err
			}
			r.Revisions = append(r.Revisions, rev)
		}
		for _, d := range drafts {
			if err := tx.PutDraft(d.plan, d.field, d.text); err != nil {
				return err
			}
		}
		return nil
	})
	if r.Err != nil {
		r.Revisions = nil
	}
	return r
}
