package report

import (
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// TestNoFusedSums: some processors take a product and a sum in one step with
// one rounding less, and would draw another page than the one that was signed.
// A conversion around the product forbids it (Go specification, floating-point
// operators).
func TestNoFusedSums(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Log("compiles for another processor, so only where CI is set")
		return
	}
	fused := regexp.MustCompile(`\(([^()\s]+\.go:\d+)\)\s+FN?M(?:ADD|SUB)[SD]\b`)
	for _, p := range []string{"bekwaam/report", "bekwaam/report/internal/tagged", "bekwaam/report/internal/font", "bekwaam/pdf"} {
		cmd := exec.Command("go", "build", "-gcflags="+p+"=-S", p)
		cmd.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
		out, err := cmd.CombinedOutput()
		if err != nil || len(out) < 10_000 {
			t.Fatalf("%s: %v, %d bytes of assembly", p, err, len(out))
		}
		for _, m := range fused.FindAllSubmatch(out, -1) {
			t.Errorf("a fused sum at %s", m[1])
		}
	}
}
