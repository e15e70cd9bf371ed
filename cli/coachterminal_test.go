//go:build unix

package cli

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"

	"bekwaam/internal/need"
	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// terminalStarts is how often each of the two stores is opened.
const terminalStarts = 40

// TestCoachHomeInATerminal measures what TestCoachHomeOfManyPlans reckons: the
// program itself, in a terminal, from its start to the end of its first frame,
// and from a key to the changed picture. Each of the two stores in turn, so
// that whatever else the machine does meets both.
func TestCoachHomeInATerminal(t *testing.T) {
	need.Asked(t)
	program := filepath.Join(t.TempDir(), "bekwaam")
	if out, err := exec.Command("go", "build", "-o", program, "bekwaam").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var dirs [2]string
	for i, n := range []int{1, 500} {
		w, _ := testWorld(t)
		dirs[i] = w.Env("BEKWAAM_DATA")
		years := 1 + 9*i
		coachStore(t, w, n, years)
		coachSettings(t, w)
		for range 3 { // the files are in memory, and the last session ended well
			terminalTimes(t, program, dirs[i], 0)
		}
	}
	var first, keys [2][]time.Duration
	for range terminalStarts {
		for i, dir := range dirs {
			start, latencies := terminalTimes(t, program, dir, 25)
			first[i], keys[i] = append(first[i], start), append(keys[i], latencies...)
		}
	}
	at := func(all []time.Duration, part int) time.Duration {
		slices.Sort(all)
		return all[(len(all)-1)*part/100]
	}
	for i, name := range []string{"1 plan of one year", "500 plans of ten years"} {
		t.Logf("%s: first frame p50 %v, p95 %v; key p50 %v, p99 %v (%d starts, %d keys)", name,
			at(first[i], 50), at(first[i], 95), at(keys[i], 50), at(keys[i], 99), len(first[i]), len(keys[i]))
	}
	if one, many := at(first[0], 50), at(first[1], 50); many > one*6/5 {
		t.Errorf("the first frame takes %v with 500 plans and %v with one", many, one)
	}
	if one, many := at(keys[0], 99), at(keys[1], 99); many > one*6/5 {
		t.Errorf("a key takes %v with 500 plans and %v with one", many, one)
	}
}

// coachSettings makes the store that of a coach who has been here before.
func coachSettings(t *testing.T, w World) {
	t.Helper()
	r := &run{World: w, out: &sink{w: bytes.NewBuffer(nil)}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := (keeper{s}).SaveSettings(tui.Settings{Started: true, Role: plan.RoleCoach, Name: "Ilse Vermeer", Language: "nl"}); err != nil {
		t.Fatal(err)
	}
}

// terminalTimes starts the program in a terminal, presses keys, and ends it.
func terminalTimes(t *testing.T, program, dir string, keys int) (first time.Duration, latencies []time.Duration) {
	t.Helper()
	cmd := exec.Command(program, "--data", dir)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=nl_NL.UTF-8", "HOME="+dir)
	begin := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	type piece struct {
		at   time.Time
		text []byte
	}
	out := make(chan piece, 1024)
	go func() {
		defer close(out)
		for {
			b := make([]byte, 64<<10)
			n, err := tty.Read(b)
			if err != nil {
				return
			}
			out <- piece{time.Now(), b[:n]}
		}
	}()
	// The last line of the home screen ends with the key for help.
	end := []byte(templates.NewTexts("nl").T("key.help", nil))
	var seen []byte
	late := time.After(20 * time.Second)
	for !bytes.Contains(seen, end) {
		select {
		case p, ok := <-out:
			if !ok {
				t.Fatalf("the program ended: %s", seen)
			}
			seen, first = append(seen, p.text...), p.at.Sub(begin)
		case <-late:
			t.Fatalf("no first frame: %q", seen)
		}
	}
	quiet := func() (from time.Time) {
		for {
			select {
			case p, ok := <-out:
				if !ok {
					t.Fatal("the program ended")
				}
				if from.IsZero() {
					from = p.at
				}
			case <-time.After(30 * time.Millisecond):
				return from
			}
		}
	}
	for time.Since(begin) < first+time.Second { // the check beside it is done by then
		quiet()
	}
	if _, err := tty.WriteString("/"); err != nil { // a word to look for, in all of them
		t.Fatal(err)
	}
	quiet()
	for i := range keys {
		time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
		pressed := time.Now()
		if _, err := tty.WriteString([]string{"s", "\x7f"}[i%2]); err != nil {
			t.Fatal(err)
		}
		for {
			if shown := quiet(); !shown.IsZero() {
				latencies = append(latencies, shown.Sub(pressed))
				break
			}
			if time.Since(pressed) > 5*time.Second {
				t.Fatal("a key changes nothing")
			}
		}
	}
	for range 2 {
		_, _ = tty.WriteString("\x03")
		time.Sleep(50 * time.Millisecond)
	}
	go func() {
		for range out { // what it says on leaving
		}
	}()
	if err := cmd.Wait(); err != nil {
		t.Logf("ended with %v", err)
	}
	return first, latencies
}
