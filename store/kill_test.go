package store

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bekwaam/internal/need"
)

var kills = flag.Int("kills", 20, "how often the writer is killed")

// writerEnv makes the test program a writer that is there to be killed.
const (
	writerEnv = "BEKWAAM_STORE_WRITER"
	roundsEnv = "BEKWAAM_STORE_ROUNDS"
	checkEnv  = "BEKWAAM_STORE_CHECK"
)

// helpers are what else the test program can be, by the variable that holds
// the directory for it.
var helpers = map[string]func(dir string) error{}

// childOfTests makes the test program the child that checks a database.
func childOfTests(path string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), checkEnv+"="+path, writerEnv+"=")
	return c
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerEnv); dir != "" {
		rounds, _ := strconv.Atoi(os.Getenv(roundsEnv))
		if err := SelftestWrite(dir, childOfTests, rounds, os.Stdout); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		return
	}
	for env, run := range helpers {
		if dir := os.Getenv(env); dir != "" {
			if err := run(dir); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			return
		}
	}
	if path := os.Getenv(checkEnv); path != "" {
		os.Exit(CheckMain(path, os.Stdout))
	}
	flag.Parse()
	os.Exit(m.Run())
}

func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	dir, acked, total := t.TempDir(), 0, 0
	for round := range *kills {
		if round%10 == 0 {
			dir, acked = t.TempDir(), 0 // the first start is killed too
		}
		last := killWriter(t, dir, time.Duration(r.IntN(60))*time.Millisecond, acked)
		total += last - acked
		acked = last
		var out bytes.Buffer
		if err := SelftestLast(dir, childOfTests, &out); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		n := 0
		if _, err := fmt.Sscanf(out.String(), "last %d\n", &n); err != nil || n < acked || n > acked+1 {
			t.Fatalf("round %d: %q after ack %d", round, out.String(), acked)
		}
		acked = n
	}
	t.Logf("%d kills, %d acknowledged, none lost", *kills, total)
}

// killWriter runs a writer for a while after it has started, kills it, and
// returns the last number it acknowledged.
func killWriter(t *testing.T, dir string, life time.Duration, acked int) int {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), writerEnv+"="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(life, func() { _ = c.Process.Kill() })
	defer kill.Stop()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, err := fmt.Sscanf(lines.Text(), "ack %d", &acked); err != nil {
			t.Fatalf("writer says %q", lines.Text())
		}
	}
	_ = c.Wait() // it was killed
	return acked
}

func TestASaveIsThreeFlushes(t *testing.T) {
	need.Tool(t, "strace")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(t.TempDir(), "trace")
	c := exec.Command("strace", "-f", "-o", trace, "-e", "trace=fsync,fdatasync,write", self)
	c.Env = append(os.Environ(), writerEnv+"="+t.TempDir(), roundsEnv+"=24")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	var flushes []int
	n := 0
	for l := range strings.Lines(string(data)) {
		switch {
		case strings.Contains(l, "write(1, \"ack"):
			flushes, n = append(flushes, n), 0
		case strings.Contains(l, "sync("):
			n++
		}
	}
	if len(flushes) != 24 {
		t.Fatalf("%d saves in the trace", len(flushes))
	}
	// One more where the database grows; the first makes the store too.
	slices.Sort(flushes)
	if flushes[0] != 3 || flushes[len(flushes)/2] != 3 {
		t.Errorf("flushes of the saves, sorted: %v, want 3", flushes)
	}
}
