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

// Poppler skips t when the Python of the system has no bindings of Poppler.
func Poppler(t testing.TB) {
	t.Helper()
	Tool(t, SystemPython)
	if exec.Command(SystemPython, "-c", `import gi; gi.require_version("Poppler", "0.18"); from gi.repository import Poppler`).Run() != nil {
		missing(t, "python3-gi with gir1.2-poppler-0.18")
	}
}

// SystemPython is where the modules of the system are found; another Python
// may stand before it on the PATH.
const SystemPython = "/usr/bin/python3"

func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("needs %s, which is not installed", what)
	}
	t.Skipf("needs %s, which is not installed", what)
}
