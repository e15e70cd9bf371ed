package e2e

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// TestNoPackageIsSlowToStart bounds what each package does before main: one
// millisecond, the best of seven starts, because the machine is shared.
func TestNoPackageIsSlowToStart(t *testing.T) {
	t.Parallel()
	best := map[string]float64{}
	line := regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)
	for range 7 {
		cmd := exec.Command(build(t), "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, m := range line.FindAllStringSubmatch(string(out), -1) {
			ms, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			if old, ok := best[m[1]]; !ok || ms < old {
				best[m[1]] = ms
			}
		}
	}
	if len(best) < 10 {
		t.Fatalf("only %d packages were traced", len(best))
	}
	for name, ms := range best {
		if ms > 1 {
			t.Errorf("%s takes %.2f ms", name, ms)
		}
	}
}
