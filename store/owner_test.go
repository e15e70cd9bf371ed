package store

import (
	"runtime"
	"sync"
	"testing"
	"time"
)

func TestTheOwnerDoesOneThingAtATime(t *testing.T) {
	o := newOwner()
	var wg sync.WaitGroup
	n, busy := 0, false
	for range 50 {
		wg.Go(func() {
			o.run(func() {
				if busy {
					t.Error("two things at a time")
				}
				busy = true
				runtime.Gosched()
				n, busy = n+1, false
			})
		})
	}
	wg.Wait()
	if n != 50 {
		t.Errorf("%d of 50 done", n)
	}
}

func TestTheOwnerOutlivesWhatGoesWrong(t *testing.T) {
	o := newOwner()
	func() {
		defer func() {
			if r := recover(); r != "mis" {
				t.Errorf("the caller saw %v", r)
			}
		}()
		o.run(func() { panic("mis") })
	}()
	done := make(chan bool)
	go func() { done <- o.run(runtime.Goexit) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("a goroutine that ends takes its caller with it")
	}
	n := 0
	if !o.run(func() { n++ }) || n != 1 {
		t.Error("nothing is done any more")
	}
	o.run(o.end)
	if o.run(func() { n++ }) || n != 1 {
		t.Error("something was done after the end")
	}
}
