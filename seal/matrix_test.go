package seal_test

import (
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bekwaam/internal/need"
	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
)

// edition is one file that a board gets, and who signs it in turn.
type edition struct {
	name   string
	e      plan.Edition
	file   []byte
	fields []string
	signer []plan.Signature
}

// editions are the board's editions of all worked cases: one for each employer.
func editions(t *testing.T) (out []edition) {
	t.Helper()
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../plan/testdata/*.yaml")
	if err != nil || len(files) != 3 {
		t.Fatalf("cases %v, %v", files, err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, _, err := plan.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		employers := []string{""}
		if len(p.Profile.Employers) > 1 {
			employers = nil
			for _, e := range p.Profile.Employers {
				employers = append(employers, e.ID)
			}
		}
		for _, employer := range employers {
			x := edition{name: strings.TrimSuffix(filepath.Base(name), ".yaml") + employer, e: plan.For(p, pack, plan.Board, employer)}
			if x.file, _, err = report.Render(x.e, report.Options{Now: start}); err != nil {
				t.Fatal(err)
			}
			rep, err := seal.Verify(x.file, seal.Trust{Now: start})
			if err != nil || rep.Status != seal.Unsigned || len(rep.Problems) > 0 {
				t.Fatalf("%s: %v %+v", x.name, err, rep)
			}
			x.fields, x.signer = rep.Empty, x.e.Signers()
			out = append(out, x)
		}
	}
	return out
}

// keyring makes the key of a person, and the certificate to check it with.
type keyring struct {
	name string
	make func(t *testing.T, person string) (seal.Identity, *x509.Certificate)
}

func keyrings() []keyring {
	made := func(alg seal.Algorithm) func(*testing.T, string) (seal.Identity, *x509.Certificate) {
		kept := map[string]seal.Identity{} // RSA keys take their time
		return func(t *testing.T, person string) (seal.Identity, *x509.Certificate) {
			if _, ok := kept[person]; !ok {
				id, err := seal.New(person, alg, rnd{}, start)
				if err != nil {
					t.Fatal(err)
				}
				kept[person] = id
			}
			return kept[person], kept[person].Certificate()
		}
	}
	return []keyring{
		{"p256", made(seal.P256)},
		{"rsa3072", made(seal.RSA3072)},
		{"p12", func(t *testing.T, person string) (seal.Identity, *x509.Certificate) {
			root, issue := authority(t, "Stichting Stroomdal")
			b, err := issue(newKey(t, person)).WriteP12("geheim", rnd{})
			if err != nil {
				t.Fatal(err)
			}
			id, err := seal.ReadP12(b, "geheim")
			if err != nil || len(id.Chain) != 2 {
				t.Fatal(err)
			}
			return id, root
		}},
	}
}

// TestOthersAgree has every file of every case, unsigned and after each
// signature of those whom the plan names, read by programs of others and by
// the rules of our own. Outside CI it takes one case and one kind of key, and
// looks at the first and the last file.
func TestOthersAgree(t *testing.T) {
	need.Tool(t, "qpdf", "pdffonts", "pdfinfo", "pdfsig", "certutil", "openssl")
	all, rings := editions(t), keyrings()
	whole := os.Getenv("CI") == "true"
	if !whole {
		all, rings = all[len(all)-1:], rings[:1]
	}
	db := "sql:" + t.TempDir()
	run(t, "certutil", "-N", "-d", db, "--empty-password")
	files := 0
	for _, x := range all {
		for _, ring := range rings {
			t.Run(x.name+"/"+ring.name, func(t *testing.T) {
				x, o := x, others{db: db} // each kind of key begins with the unsigned file
				o.check(t, x.file)
				for i, field := range x.fields {
					id, root := ring.make(t, x.signer[i].Name)
					x.file = x.sign(t, i, field, id)
					o.roots = append(o.roots, root)
					if whole || i == len(x.fields)-1 {
						o.check(t, x.file)
					}
				}
				files += len(x.fields) + 1
			})
		}
	}
	t.Logf("%d files of %d editions, signed by %d kinds of key", files, len(all), len(rings))
}

// sign fills field i as the person and in the words that the plan has for it.
func (x edition) sign(t *testing.T, i int, field string, id seal.Identity) []byte {
	t.Helper()
	at := start.Add(time.Duration(i+1) * time.Hour)
	role := x.signer[i].Role
	look := report.Appearance(report.StampFor(x.e, role, id.Name(), strings.Repeat("woord ", 6), at))
	o := seal.Options{Time: at, Reason: x.e.Word("statement", role), Appearance: look}
	if i == 0 {
		o.DocMDP = seal.CertifySigning
	}
	out, err := seal.Sign(x.file, field, id, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// others are the programs that read a file.
type others struct {
	db    string
	roots []*x509.Certificate // of the signatures so far
	read  string              // what the unsigned file reads as, aloud
}

func (o *others) check(t *testing.T, file []byte) {
	t.Helper()
	for _, f := range pdf.Check(file) {
		t.Errorf("after %d signatures: %v", len(o.roots), f)
	}
	name := save(t, "plan"+strconv.Itoa(len(o.roots))+".pdf", file)
	run(t, "qpdf", "--check", name)
	for _, line := range strings.Split(strings.TrimSpace(run(t, "pdffonts", name)), "\n")[2:] {
		if !strings.Contains(line, "yes yes yes") {
			t.Errorf("after %d signatures, a font not embedded, cut and with Unicode: %s", len(o.roots), line)
		}
	}
	read := run(t, "pdfinfo", "-struct-text", name)
	switch {
	case o.read == "":
		o.read = read
		for _, want := range []string{"H1", "Table", "TH", "Form"} {
			if !strings.Contains(read, want) {
				t.Errorf("read aloud there is no %s", want)
			}
		}
	case read != o.read:
		t.Errorf("after %d signatures the pages read otherwise", len(o.roots))
	}
	o.signatures(t, name, file)
}

// signatures has pdfsig and openssl check each signature.
func (o *others) signatures(t *testing.T, name string, file []byte) {
	t.Helper()
	if len(o.roots) == 0 {
		return
	}
	out := run(t, "pdfsig", "-nssdir", o.db, name)
	for s, want := range map[string]int{"Signature is Valid": len(o.roots), "ETSI.CAdES.detached": len(o.roots), "  - Total document signed": 1} {
		if got := strings.Count(out, s); got != want {
			t.Errorf("pdfsig: %q %d times, want %d:\n%s", s, got, want, out)
		}
	}
	for i, h := range holes(file) {
		der := file[h.from+1 : h.to-1]
		cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: o.roots[i].Raw})
		content := append(append([]byte(nil), file[:h.from]...), file[h.to:h.to+h.rest]...)
		run(t, "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", save(t, "c.der", value(t, der)), "-content", save(t, "c.data", content),
			"-CAfile", save(t, "ca.pem", cert), "-partial_chain", "-purpose", "any", "-cades", "-out", os.DevNull)
	}
}
