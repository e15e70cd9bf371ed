package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"bekwaam/plan"
)

func TestSaverKeepsEveryActInOrder(t *testing.T) {
	s := open(t, t.TempDir())
	var mu sync.Mutex
	var revs []plan.Revision
	saves := 0
	v := NewSaver(s, func(r Result) {
		mu.Lock()
		defer mu.Unlock()
		if r.Err != nil {
			t.Errorf("save: %v", r.Err)
		}
		if len(r.Entries) > 0 {
			saves++
		}
		revs = append(revs, r.Revisions...)
	})
	p := draft("noor", "Noor Bakker")
	const acts = 200
	for i := range acts {
		p = p.Clone()
		p.Goals[0].Title = fmt.Sprintf("titel %d", i)
		v.Draft("noor", "d1/title", fmt.Sprintf("half %d", i))
		v.Save(entry(p, fmt.Sprintf("act %d", i)))
	}
	v.Draft("noor", "d2/title", "en nog")
	v.Draft("noor", "d2/title", "en nog iets")
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := v.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	if err := v.Stop(ctx); err != nil {
		t.Fatal(err)
	}
	if len(revs) != acts || saves >= acts {
		t.Errorf("%d revisions in %d saves", len(revs), saves)
	}
	all, err := s.AllRevisions("noor")
	if err != nil || len(all) != acts {
		t.Fatalf("%d revisions, %v", len(all), err)
	}
	for i, rev := range all {
		if rev.N != i+1 || rev.Act.Name != fmt.Sprintf("act %d", i) || revs[i].N != rev.N {
			t.Fatalf("revision %d is %+v", i+1, rev)
		}
	}
	if got := load(t, s, "noor"); got.Goals[0].Title != fmt.Sprintf("titel %d", acts-1) {
		t.Errorf("title %q", got.Goals[0].Title)
	}
	if got, _ := s.Drafts("noor"); len(got) != 1 || got[0].Text != "en nog iets" {
		t.Errorf("drafts %v", got)
	}
}

func TestSaverFromSeveralSides(t *testing.T) {
	s := open(t, t.TempDir())
	v := NewSaver(s, nil)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			p := draft(fmt.Sprintf("p%d", i), "Noor")
			for range 20 {
				v.Save(entry(p, "edit"))
				if _, err := s.Count(); err != nil {
					t.Error(err)
				}
			}
			if err := v.Flush(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := v.Stop(ctx); err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		if p := load(t, s, fmt.Sprintf("p%d", i)); p.Revision != 20 {
			t.Errorf("plan %d has revision %d", i, p.Revision)
		}
	}
	v.Save(entry(draft("laat", "Noor"), "new"))
	if _, err := s.Load("laat"); !errors.Is(err, ErrNoPlan) {
		t.Errorf("saved after the end: %v", err)
	}
}

func TestSaverSaysWhatWasNotSaved(t *testing.T) {
	s := open(t, t.TempDir())
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	results := make(chan Result, 9)
	v := NewSaver(s, func(r Result) { results <- r })
	_ = s.journal.f.Close()
	v.Save(entry(p, "edit"))
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var f *FailedError
	if err := v.Flush(ctx); !errors.As(err, &f) {
		t.Errorf("flush: %v", err)
	}
	v.Save(entry(p, "edit"))
	if err := v.Stop(ctx); !errors.As(err, &f) {
		t.Errorf("stop: %v", err)
	}
	for range 2 {
		r := <-results
		if !errors.As(r.Err, &f) || len(r.Entries) != 1 || r.Entries[0].Plan.ID != "noor" || r.Revisions != nil {
			t.Errorf("result %+v", r)
		}
	}
}

func TestFlushGivesUpInTime(t *testing.T) {
	s := open(t, t.TempDir())
	block := make(chan struct{})
	v := NewSaver(s, func(Result) { <-block })
	v.Save(entry(draft("noor", "Noor"), "new"))
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := v.Flush(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("flush: %v", err)
	}
	close(block)
	if err := v.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}
