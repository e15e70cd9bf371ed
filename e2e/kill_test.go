package e2e

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestKilledAtAnyMoment kills the program that saves, a hundred times at
// random moments: whatever it called saved is there afterwards.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Log("short: ten kills in place of a hundred")
	}
	kills, dir := 100, t.TempDir()
	if testing.Short() {
		kills = 10
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	acked, acks := 0, 0
	for i := range kills {
		cmd := exec.Command(build(t), "selftest", "write", dir)
		cmd.Env = os.Environ()
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// Every second time the clock runs from the start, so that starting is
		// cut short too; else from the first save, however slow the machine.
		after := time.Duration(random.IntN(60)) * time.Millisecond
		kill := func() { _ = cmd.Process.Kill() }
		var timer *time.Timer
		if i%2 == 0 {
			timer = time.AfterFunc(after, kill)
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if _, err := fmt.Sscanf(lines.Text(), "ack %d", &acked); err == nil {
				acks++
			}
			if timer == nil {
				timer = time.AfterFunc(after, kill)
			}
		}
		_ = cmd.Wait() // it was killed
		if timer != nil {
			timer.Stop()
		}
		if i%5 != 4 {
			continue // a save that is lost stays lost
		}
		if last := lastSaved(t, dir); last < acked {
			t.Fatalf("kill %d (seed %d): acknowledged %d, found %d", i+1, seed, acked, last)
		}
	}
	if acks < kills/2 {
		t.Errorf("only %d saves were acknowledged in %d rounds", acks, kills)
	}
	t.Logf("%d kills, %d acknowledged saves, none lost", kills, acks)
}

func lastSaved(t *testing.T, dir string) int {
	t.Helper()
	out, err := exec.Command(build(t), "selftest", "last", dir).Output()
	if err != nil {
		t.Fatalf("selftest last: %v: %s", err, out)
	}
	n := 0
	if _, err := fmt.Sscanf(strings.TrimSpace(string(out)), "last %d", &n); err != nil {
		t.Fatalf("selftest last prints %q", out)
	}
	return n
}
