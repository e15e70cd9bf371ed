package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bekwaam/internal/need"
)

// build compiles the program once for all tests and returns its path.
func build(t testing.TB) string {
	t.Helper()
	path, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var buildOnce = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "bekwaam-e2e")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "bekwaam")
	out, err := exec.Command("go", "build", "-o", path, "bekwaam").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := buildOnce(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// terminal is a real terminal, 80x24 unless said otherwise.
type terminal struct {
	t      testing.TB
	socket string
	dir    string
}

// epoch is the moment at which the program believes to live: 28 September
// 2026, so that the school year is the one of the texts.
const epoch = "1790589600"

// start runs the program in a new terminal with its data in dir. wrap is a
// command to run it under, such as strace.
func start(t testing.TB, w, h int, dir string, wrap ...string) *terminal {
	t.Helper()
	return startWith(t, w, h, dir, []string{"HOME=" + dir}, append(wrap, build(t), "--data", dir)...)
}

// startWith runs a command in a new terminal, with nothing in its environment but
// what every run has and env.
func startWith(t testing.TB, w, h int, dir string, env []string, command ...string) *terminal {
	t.Helper()
	need.Tool(t, "tmux")
	x := &terminal{t: t, socket: fmt.Sprintf("bekwaam-%d-%d", os.Getpid(), time.Now().UnixNano()), dir: dir}
	line := append([]string{"env", "-i", "TERM=tmux-256color", "LANG=nl_NL.UTF-8", "LC_ALL=C.UTF-8", "PATH=" + os.Getenv("PATH"), "SOURCE_DATE_EPOCH=" + epoch}, env...)
	line = append(line, command...)
	x.tmux("-f", "/dev/null", "new-session", "-d", "-s", "p", "-x", fmt.Sprint(w), "-y", fmt.Sprint(h), strings.Join(line, " ")+"; echo ENDED $?; sleep 600")
	t.Cleanup(func() { _ = exec.Command("tmux", "-L", x.socket, "kill-server").Run() })
	return x
}

func (x *terminal) tmux(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// screen is what stands in the terminal.
func (x *terminal) screen() string {
	return strings.TrimRight(x.tmux("capture-pane", "-p", "-t", "p"), "\n")
}

// until waits until the screen holds every text, and fails after 15 seconds.
func (x *terminal) until(texts ...string) {
	x.t.Helper()
	var s string
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		s = x.screen()
		ok := true
		for _, want := range texts {
			ok = ok && strings.Contains(s, want)
		}
		if ok {
			return
		}
	}
	x.t.Fatalf("the screen never showed %q:\n%s", texts, s)
}

// send types keys: all of them in one write, or one by one with a pause.
func (x *terminal) send(keys []key, pause time.Duration) {
	x.t.Helper()
	if pause == 0 {
		args := []string{"send-keys", "-t", "p"}
		for _, k := range keys {
			if k.text != "" && len(args) > 3 {
				x.tmux(args...)
				args = args[:3:3]
			}
			if k.text != "" {
				x.tmux("send-keys", "-t", "p", "-l", k.text)
				continue
			}
			args = append(args, k.name)
		}
		if len(args) > 3 {
			x.tmux(args...)
		}
		return
	}
	for _, k := range keys {
		if k.text != "" {
			for _, r := range k.text {
				x.tmux("send-keys", "-t", "p", "-l", string(r))
				time.Sleep(pause / 4)
			}
			continue
		}
		x.tmux("send-keys", "-t", "p", k.name)
		time.Sleep(pause)
	}
}

// key is a key by the name that tmux has for it, or free text.
type key struct {
	name string
	text string
	free bool // letters of a free text are not counted
}

// k makes keys of names: "Enter Enter 0".
func k(names string) []key {
	var out []key
	for _, n := range strings.Fields(names) {
		out = append(out, key{name: n})
	}
	return out
}

// free is text that a person makes up.
func free(s string) []key { return []key{{text: s, free: true}} }

// typed is text that counts key by key: a number.
func typed(s string) []key { return []key{{text: s}} }

func join(parts ...[]key) []key {
	var out []key
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// counted is the number of keys that are no letters of a free text.
func counted(keys []key) int {
	n := 0
	for _, k := range keys {
		switch {
		case k.free:
		case k.text != "":
			n += len([]rune(k.text))
		default:
			n++
		}
	}
	return n
}

// run runs the program as a command and returns what it prints.
func run(t testing.TB, dir string, args ...string) (stdout string, code int) {
	t.Helper()
	cmd := exec.Command(build(t), append([]string{"--data", dir}, args...)...)
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+epoch, "LANG=nl_NL.UTF-8", "HOME="+dir)
	out, err := cmd.Output()
	if e := (*exec.ExitError)(nil); err != nil {
		if ok := asExit(err, &e); !ok {
			t.Fatal(err)
		}
		t.Logf("%v: %s", args, e.Stderr)
		return string(out), e.ExitCode()
	}
	return string(out), 0
}
