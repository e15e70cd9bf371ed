package cli_test

import (
	"bytes"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"bekwaam/internal/need"
	"bekwaam/plan"
	"bekwaam/store"
)

// window is the program in a terminal of its own.
type window struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	data string

	mu   sync.Mutex
	seen bytes.Buffer
}

// openWindow starts the program at 80x24 with a new store. The environment
// holds nothing but what is given.
func openWindow(t *testing.T, env []string, args ...string) *window {
	t.Helper()
	return openTerminal(t, true, env, args...)
}

// openTerminal is openWindow; without told the program gets no signal when
// the window closes, as over some connections.
func openTerminal(t *testing.T, told bool, env []string, args ...string) *window {
	t.Helper()
	w := &window{t: t, data: filepath.Join(t.TempDir(), "data")}
	program, err := exec.LookPath("bekwaam")
	if err != nil {
		t.Fatal(err)
	}
	w.cmd = exec.Command(program, append([]string{"--data", w.data}, args...)...)
	w.cmd.Env = append([]string{"TERM=xterm-256color", "HOME=" + t.TempDir(), "TMPDIR=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}, env...)
	if w.tty, err = startTerminal(w.cmd, told); err != nil {
		t.Fatal(err)
	}
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := w.tty.Read(b)
			w.mu.Lock()
			w.seen.Write(b[:n])
			w.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = w.cmd.Process.Kill()
		_ = w.tty.Close()
	})
	return w
}

func (w *window) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.seen.String()
}

// until waits for something that the program writes.
func (w *window) until(what string, ok func(string) bool) {
	w.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if ok(w.text()) {
			return
		}
	}
	w.t.Fatalf("no %s in %q", what, w.text())
}

func (w *window) sees(s string) {
	w.t.Helper()
	w.until(s, func(seen string) bool { return strings.Contains(seen, s) })
}

func (w *window) types(s string) {
	if _, err := io.WriteString(w.tty, s); err != nil {
		w.t.Fatal(err)
	}
}

// ends waits for the end and returns the exit code.
func (w *window) ends() int {
	w.t.Helper()
	done := make(chan struct{})
	go func() { _ = w.cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		w.t.Fatalf("still there: %q", w.text())
	}
	return w.cmd.ProcessState.ExitCode()
}

// TestSignalSaves ends the program as a system does that shuts down. What was
// typed is there afterwards.
func TestSignalSaves(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		w := openWindow(t, nil)
		w.sees("Welkom")
		w.types("\r\r\r")
		w.sees("Begin mijn plan")
		w.types("\r")
		w.sees("Jouw pad")
		if err := w.cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		if code := w.ends(); code != 130 {
			t.Errorf("%v: exit code %d", s, code)
		}
		if p := onDisk(t, w.data); p.State != plan.Draft {
			t.Errorf("%v: state %v", s, p.State)
		}
	}
}

// TestWhatWasTypedBeforeTheWindowClosedIsThere closes the window in the middle
// of a word: no pause, no key that leaves the field.
func TestWhatWasTypedBeforeTheWindowClosedIsThere(t *testing.T) {
	rounds := 1
	if os.Getenv("CI") != "" {
		rounds = 10
	}
	for round := range 2 * rounds {
		told := round%2 == 0
		w := openTerminal(t, told, nil)
		w.sees("Welkom")
		w.types("\r\r\r")
		w.sees("Begin mijn plan")
		w.types("\r")
		w.sees("Jouw pad")
		w.types("\r")
		w.sees("Naam")
		w.types("Noor Laat")
		w.sees("Laat")
		w.types("ste")
		time.Sleep(10 * time.Millisecond) // the terminal hands over what it has before it goes
		if err := w.tty.Close(); err != nil {
			t.Fatal(err)
		}
		if code := w.ends(); code != 130 {
			t.Errorf("told %v: exit code %d", told, code)
		}
		if p := onDisk(t, w.data); p.Profile.Name != "Noor Laatste" {
			t.Errorf("told %v: the name is %q", told, p.Profile.Name)
		}
	}
}

// TestAFileGivenAtTheFirstStartIsOpened begins as somebody does who got a file
// and the program with it: first who they are, then the file.
func TestAFileGivenAtTheFirstStartIsOpened(t *testing.T) {
	file := filepath.Join(t.TempDir(), "brief.pdf")
	if err := os.WriteFile(file, []byte("geen pdf"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, nil, file)
	w.sees("Welkom")
	w.types("\r\r\r")
	w.sees("Een bestand openen")
	w.sees("zonder plan erin")
	w.types("\x03\x03")
	if code := w.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestTheEditorHasTheTerminal opens a text in an editor that wants a terminal
// for its keys, as editors do.
func TestTheEditorHasTheTerminal(t *testing.T) {
	need.Tool(t, "sh")
	editor := filepath.Join(t.TempDir(), "editor")
	script := "#!/bin/sh\ntest -t 0 && test -t 1 && echo At your service && read line && echo \"$line\" >\"$1\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, []string{"EDITOR=" + editor})
	w.sees("Welkom")
	w.types("\r\r\r")
	w.sees("Begin mijn plan")
	w.types("\r")
	w.sees("Jouw pad")
	w.types("\x1b[B\r")
	w.sees("Schrijf wat in je opkomt")
	w.types("\x05")
	// Keys are for the editor once it is there: what is typed while the terminal
	// changes hands, the system may throw away.
	w.until("other screen for the editor", func(seen string) bool {
		_, after, ok := strings.Cut(seen, "\x1b[?1049l")
		return ok && strings.Contains(after, "At your service")
	})
	w.types("Uit de editor\n")
	w.until("screen that is back", func(seen string) bool { return strings.Count(seen, "\x1b[?1049h") == 2 })
	w.types("\x03\x03")
	if code := w.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	answers := slices.Collect(maps.Values(onDisk(t, w.data).Survey.Open))
	if !slices.Equal(answers, []string{"Uit de editor"}) {
		t.Errorf("the answers are %q", answers)
	}
}

// onDisk is the only plan in a store.
func onDisk(t *testing.T, data string) plan.Plan {
	t.Helper()
	st, err := store.Open(data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	page, _, err := st.Page(store.ByChange, "", 10)
	if err != nil || len(page) != 1 {
		t.Fatalf("plans %v, %v", page, err)
	}
	p, err := st.Load(page[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var colours = regexp.MustCompile(`\x1b\[[0-9;:]*(3[0-8]|9[0-7])[;:m]`)

func TestTerminalFlags(t *testing.T) {
	for _, c := range []struct {
		name            string
		env, args       []string
		colour, alt, mo bool
	}{
		{name: "plain", colour: true, alt: true, mo: true},
		{name: "NO_COLOR", env: []string{"NO_COLOR=yes"}, alt: true, mo: true},
		{name: "NO_COLOR=0", env: []string{"NO_COLOR=0"}, alt: true, mo: true},
		{name: "never", args: []string{"--color", "never"}, alt: true, mo: true},
		{name: "always", env: []string{"NO_COLOR=1"}, args: []string{"--color", "always"}, colour: true, alt: true, mo: true},
		{name: "no mouse", args: []string{"--no-mouse"}, colour: true, alt: true},
		{name: "inline", args: []string{"--no-alt-screen"}, colour: true, mo: true},
	} {
		w := openWindow(t, c.env, c.args...)
		w.sees("ander antwoord")
		w.types("\x03\x03")
		if code := w.ends(); code != 0 {
			t.Errorf("%s: exit code %d", c.name, code)
		}
		seen := w.text()
		if got := colours.MatchString(seen); got != c.colour {
			t.Errorf("%s: colours %v", c.name, got)
		}
		if got := strings.Contains(seen, "\x1b[?1049h"); got != c.alt {
			t.Errorf("%s: other screen %v", c.name, got)
		}
		if got := strings.Contains(seen, "\x1b[?1002h"); got != c.mo {
			t.Errorf("%s: mouse %v", c.name, got)
		}
	}
}

func TestDumbTerminal(t *testing.T) {
	w := openWindow(t, []string{"TERM=dumb"})
	w.sees("kan geen schermen tekenen")
	if code := w.ends(); code != 1 {
		t.Errorf("exit code %d", code)
	}
}

// TestInterruptedCommand stops a command as ctrl+c does.
func TestInterruptedCommand(t *testing.T) {
	program, err := exec.LookPath("bekwaam")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "selftest", "write", filepath.Join(t.TempDir(), "self"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, len("ack 1\nack 2\n"))); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit code %d", code)
	}
}
