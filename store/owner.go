package store

// owner is the one goroutine that touches the files of an open store. Faults
// of mapped memory can only be caught in the goroutine in which they happen,
// and nothing that happens here can happen twice at a time.
type owner struct {
	jobs chan job
	gone chan struct{} // closed when the owner has ended
}

type job struct {
	do   func()
	done chan any // what do panicked with, or nil
}

func newOwner() *owner {
	o := &owner{jobs: make(chan job), gone: make(chan struct{})}
	go o.work()
	return o
}

// run does something in the owner and waits for it. A panic comes through to
// the caller. It reports false after the end.
func (o *owner) run(do func()) bool {
	j := job{do, make(chan any, 1)}
	select {
	case o.jobs <- j:
	case <-o.gone:
		return false
	}
	if p := <-j.done; p != nil {
		panic(p)
	}
	return true
}

// end ends the owner; it is called from within run.
func (o *owner) end() { close(o.gone) }

func (o *owner) work() {
	for {
		select {
		case <-o.gone: // closed by the last job, before another one can come
			return
		default:
		}
		o.one(<-o.jobs)
	}
}

// one does one job. A test that fails in there ends the goroutine, and
// another one goes on.
func (o *owner) one(j job) {
	returned := false
	defer func() {
		p := recover()
		if p == nil && !returned {
			go o.work()
		}
		j.done <- p
	}()
	j.do()
	returned = true
}
