package store

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"
)

var kills = flag.Int("kills", 20, "how often the writer is killed")

// writerEnv makes the test program a writer that is there to be killed.
const writerEnv = "BEKWAAM_STORE_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerEnv); dir != "" {
		if err := SelftestWrite(dir, 0, os.Stdout); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		return
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
		if err := SelftestLast(dir, &out); err != nil {
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
