package bench

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/internal/need"
)

// ratio is a bound on how long ours takes, as a multiple of a floor.
type ratio struct {
	what, floor string // what is measured, and against what
	bound       float64
	least       bool // the floor must take at least bound times as long as ours
	turns       int  // of both in one try
	ours, other func()
	lacks       string // a program that is not here; nothing is measured then
}

// TestRatios holds the bounds on time and size.
func TestRatios(t *testing.T) {
	need.Asked(t)
	w := newWorld(t)
	var lines []string
	for _, r := range slices.Concat(w.making(t), w.signing(t), w.verifying(t), w.processes(t)) {
		line, ok := r.measure()
		if !ok {
			t.Errorf("over the bound: %s", line)
		}
		lines = append(lines, line)
	}
	for _, s := range w.sizes() {
		if s.bytes > s.bound {
			t.Errorf("over the bound: %s", s)
		}
		lines = append(lines, s.String())
	}
	show(strings.Join(lines, "\n"), t.Failed() || testing.Verbose())
}

// tries of each ratio, of which the best counts.
const tries = 3

func (r ratio) measure() (line string, ok bool) {
	if r.lacks != "" {
		return fmt.Sprintf("%-34s not measured: %s is not here", r.what, r.lacks), true
	}
	var best, floor, ours float64
	for try := range tries {
		f, o := r.try()
		q := o / f
		if r.least {
			q = f / o
		}
		if try == 0 || q < best != r.least {
			best, floor, ours = q, f, o
		}
	}
	ok, word := best <= r.bound, "at most"
	if r.least {
		ok, word = best >= r.bound, "at least"
	}
	return fmt.Sprintf("%-34s floor %9.3f ms  ours %9.3f ms  ratio %6.2f  bound %s %5.2f  (floor: %s)",
		r.what, floor, ours, best, word, r.bound, r.floor), ok
}

// try lets both take turns and returns the medians, in milliseconds.
func (r ratio) try() (floor, ours float64) {
	var f, o []float64
	r.other()
	r.ours()
	for i := range r.turns {
		if i%2 == 0 {
			f, o = append(f, timed(r.other)), append(o, timed(r.ours))
		} else {
			o, f = append(o, timed(r.ours)), append(f, timed(r.other))
		}
	}
	return median(f), median(o)
}

func timed(fn func()) float64 {
	start := time.Now()
	fn()
	return float64(time.Since(start).Nanoseconds()) / 1e6
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// size is a bound on a number of bytes.
type size struct {
	what         string
	bytes, bound int
}

func (s size) String() string {
	return fmt.Sprintf("%-34s %9d bytes  bound at most %d", s.what, s.bytes, s.bound)
}

// show prints what go test keeps to itself where the test passed and -v was
// not given: then it goes to the output of go itself, where the system
// has a way to it. In a file it would be written over.
func show(s string, shown bool) {
	fmt.Println(s)
	if shown {
		return
	}
	out, err := os.OpenFile(fmt.Sprintf("/proc/%d/fd/1", os.Getppid()), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return
	}
	defer out.Close()
	if info, err := out.Stat(); err == nil && !info.Mode().IsRegular() {
		fmt.Fprintln(out, s)
	}
}
