package bench

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
)

// Here failures panic: what is measured must not also test.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func done(err error) {
	if err != nil {
		panic(err)
	}
}

var noon = time.Date(2027, 6, 22, 12, 0, 0, 0, time.FixedZone("", 2*3600))

// world is the worked case of a starter in primary education, as its board
// gets it, and the file after each signature.
type world struct {
	dir     string
	edition plan.Edition
	roles   []string // fields, in the order in which they are signed
	p256    []seal.Identity
	rsa     seal.Identity
	signed  [][]byte // signed[0] is unsigned
	paths   []string // the same as files
}

func newWorld(t testing.TB) *world {
	t.Helper()
	doc, _, err := plan.Read(must(os.ReadFile(filepath.Join("..", "plan", "testdata", "starter.yaml"))))
	done(err)
	w := &world{dir: t.TempDir(), edition: plan.For(doc, must(templates.Pack()), plan.Board, "")}
	file, r, err := report.Render(w.edition, report.Options{Now: noon})
	done(err)
	w.roles = r.Fields
	if len(w.roles) < 3 {
		t.Fatalf("the case has fields for %v: too few", w.roles)
	}
	for i := range w.roles {
		w.p256 = append(w.p256, must(seal.New(fmt.Sprintf("Persoon %d", i+1), seal.P256, rand.Reader, noon)))
	}
	w.rsa = must(seal.New("Persoon R", seal.RSA3072, rand.Reader, noon))
	w.add(file)
	for i := range 3 {
		w.add(w.sign(w.signed[i], i, w.p256[i]))
	}
	return w
}

func (w *world) add(file []byte) {
	path := filepath.Join(w.dir, fmt.Sprintf("plan-%d.pdf", len(w.signed)))
	done(os.WriteFile(path, file, 0o600))
	w.signed, w.paths = append(w.signed, file), append(w.paths, path)
}

func (w *world) render() []byte {
	file, _, err := report.Render(w.edition, report.Options{Now: noon})
	return must(file, err)
}

// sign signs in field i, with the look that the program gives a signature.
func (w *world) sign(file []byte, i int, id seal.Identity) []byte {
	e, role := w.edition, strings.TrimRight(w.roles[i], "-0123456789")
	at := noon.Add(time.Duration(i) * time.Hour)
	words := must(seal.Words(id.Fingerprint()))
	look := report.Appearance(report.StampFor(e, role, id.Name(), strings.Join(words, " "), at))
	opt := seal.Options{Time: at, Reason: e.Word("statement", role), Appearance: look}
	if i == 0 {
		opt.DocMDP = seal.CertifySigning
	}
	return must(seal.Sign(file, w.roles[i], id, opt))
}

// sizes are the bounds on the files.
func (w *world) sizes() []size {
	out := []size{{"unsigned file", len(w.signed[0]), 90_000}}
	for i := 1; i < len(w.signed); i++ {
		out = append(out, size{fmt.Sprintf("signature %d, P-256", i), len(w.signed[i]) - len(w.signed[i-1]), 20_000})
	}
	rsa := w.sign(w.signed[1], 1, w.rsa)
	return append(out, size{"signature 2, RSA-3072", len(rsa) - len(w.signed[1]), 20_000})
}

// save writes a file as the program does: aside, flushed, then named.
func save(path string, b []byte) {
	aside := path + ".new"
	f := must(os.Create(aside))
	must(f.Write(b))
	done(f.Sync())
	done(f.Close())
	done(os.Rename(aside, path))
	dir := must(os.Open(filepath.Dir(path)))
	done(dir.Sync())
	done(dir.Close())
}
