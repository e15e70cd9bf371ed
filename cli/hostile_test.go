package cli

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSpoiledFiles damages a signed PDF and a document in many places. No
// damaged PDF is read; a damaged document is read or refused, and where it is
// refused nothing has changed.
func TestSpoiledFiles(t *testing.T) {
	w, out := testWorld(t)
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	run := func(args ...string) (int, string) {
		said := &bytes.Buffer{}
		w.Err = said
		out.Reset()
		start := time.Now()
		code := Run(w, args)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%v took %v", args, took)
		}
		return code, said.String()
	}
	must := func(args ...string) {
		t.Helper()
		if code, said := run(args...); code != Done {
			t.Fatalf("%v: %d %s", args, code, said)
		}
	}
	digest := func() string { must("digest"); return out.String() }
	must("import", "testdata/cases/starter.yaml")
	must("key", "create", "--name", "Noor", "--alg", "p256")
	must("export", "latest", "-o", at("plan.pdf"), "--audience", "board")
	must("sign", at("plan.pdf"), "--as", "teacher")
	must("export", "latest", "-o", at("plan.json"), "--audience", "self")
	signed, err := os.ReadFile(at("plan.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile(at("plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	spoil := func(b []byte) []byte {
		b = bytes.Clone(b)
		switch random.IntN(4) {
		case 0:
			return b[:random.IntN(len(b))]
		case 1:
			n := random.IntN(len(b) - 600)
			return append(b[:n], b[n+1+random.IntN(500):]...)
		case 2:
			n := random.IntN(len(b))
			return append(b[:n:n], append([]byte("\x1b]52;c;eA==\x07<<"), b[n:]...)...)
		}
		b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		return b
	}
	before := digest()
	for i := range 60 {
		name := at("spoiled")
		data := spoil(signed)
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		code, said := run("import", name, "--as-new", "--accept-unsigned")
		if code == Done {
			t.Errorf("spoiled PDF %d was read", i)
		}
		if code, _ := run("verify", name); code == Done {
			t.Errorf("spoiled PDF %d verifies", i)
		}
		if !strings.Contains(said, "; wat te doen: ") || strings.ContainsAny(said, "\x1b\x07") {
			t.Errorf("spoiled PDF %d: said %q", i, said)
		}
	}
	if digest() != before {
		t.Error("spoiled PDFs changed the store")
	}
	for range 60 {
		if err := os.WriteFile(at("spoiled"), spoil(document), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, said := run("import", at("spoiled"), "--dry-run"); code != Done && !strings.Contains(said, "; wat te doen: ") || strings.ContainsAny(said, "\x1b\x07") {
			t.Errorf("code %d, said %q", code, said)
		}
	}
	if digest() != before {
		t.Error("spoiled documents changed the store")
	}
	w.Err = io.Discard
}
