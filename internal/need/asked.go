package need

import (
	"flag"
	"testing"
)

// Asked skips t unless -run was given: what it does takes too long, or wants
// the machine for itself, and is no part of the tests of everything.
func Asked(t testing.TB) {
	t.Helper()
	if f := flag.Lookup("test.run"); f == nil || f.Value.String() == "" {
		t.Skipf("runs only when it is asked for: -run %s", t.Name())
	}
}
