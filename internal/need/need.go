// Package need tells a test what it cannot do without.
//
// With Go alone installed every test passes or is skipped with the name of
// the missing tool. Where CI is set a skip would hide a hole, so there a
// missing tool fails the test instead.
package need

import (
	"os"
	"os/exec"
	"testing"
)

// Tool skips t when name is not on the PATH, and fails it where CI is set.
func Tool(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			missing(t, name)
		}
	}
}

func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("needs %s, which is not installed", what)
	}
	t.Skipf("needs %s, which is not installed", what)
}
