package report

import (
	"testing"

	"bekwaam/plan"
)

// TestSize: an unsigned plan for a board stays small enough for any mailbox
// and any system that takes files in.
func TestSize(t *testing.T) {
	if n := len(render(t, board(t, starter(t)))); n > 90_000 {
		t.Errorf("an unsigned plan has %d bytes", n)
	}
	s := StampFor(board(t, starter(t)), plan.RoleManager, "Ria van Papier", "anker lente trommel vijver kaars meeuw", noon)
	b := onPage(t, Appearance(s))
	if n := len(b); n > 12_000 { // of the 20 KB that a signature may take; the certificates are the rest
		t.Errorf("the look of a signature has %d bytes", n)
	}
	t.Logf("an unsigned plan has %d bytes, the look of a signature %d", len(render(t, board(t, starter(t)))), len(b))
}
