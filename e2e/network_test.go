package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"bekwaam/internal/need"
)

// TestNothingLeavesTheComputer walks the whole path under strace: no socket
// to another computer is opened, nor tried.
func TestNothingLeavesTheComputer(t *testing.T) {
	t.Parallel()
	need.Tool(t, "strace")
	dir := t.TempDir()
	trace := filepath.Join(t.TempDir(), "trace")
	walk(t, dir, 0, "strace", "-f", "-e", "trace=network", "-o", trace)
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`exited with 0`).Match(data) {
		t.Fatalf("the trace does not reach the end of the program:\n%s", data)
	}
	if m := regexp.MustCompile(`.*AF_INET.*`).Find(data); m != nil {
		t.Errorf("a socket to the network: %s", m)
	}
}
