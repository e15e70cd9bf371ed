package seal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"bekwaam/internal/need"
	"bekwaam/seal"
)

// Poppler signs a reserved field: it rewrites the field's look and writes older
// kinds of signature. Nothing that a reader shows was changed, but it is not
// what this program can vouch for.
func TestSignedByPoppler(t *testing.T) {
	need.Tool(t, "pdfsig", "certutil")
	w := newWorld(t)
	db := "sql:" + t.TempDir()
	run(t, "certutil", "-N", "-d", db, "--empty-password")
	run(t, "certutil", "-S", "-d", db, "-n", "ilse", "-s", "CN=Ilse Vermeer", "-x", "-t", "u,u,u", "-z", save(t, "noise", make([]byte, 2048)), "-g", "2048", "-v", "120")
	out := filepath.Join(t.TempDir(), "out.pdf")
	said, err := exec.Command("pdfsig", "-nssdir", db, "-sign", "coach", "-nick", "ilse", save(t, "in.pdf", w.signed[1]), out).CombinedOutput()
	b, readErr := os.ReadFile(out)
	if readErr != nil {
		t.Fatalf("%v %v\n%s", err, readErr, said)
	}
	w.trust.Now = time.Now().Add(time.Hour)
	r := w.verify(t, b)
	if r.Status != seal.Foreign || r.Signatures[0].Status != seal.Foreign || r.Signatures[1].Status != seal.Untrusted || r.Signatures[1].PAdES {
		t.Fatalf("%+v", r)
	}
	// The next one may still sign.
	if r := w.verify(t, w.sign(t, b, 2)); r.Status != seal.Foreign || len(r.Signatures) != 3 || r.Signatures[2].Status != seal.Trusted {
		t.Errorf("%+v", r)
	}
	b[len(w.signed[0])/2] ^= 1
	if r, err := seal.Verify(b, w.trust); err == nil && r.Status != seal.Invalid {
		t.Errorf("a flipped byte: %+v", r)
	}
}
