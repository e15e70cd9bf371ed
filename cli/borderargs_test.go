package cli

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/internal/border"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/text"
)

// TestTheBorderHoldsInArguments gives every command texts that do harm, in
// each of its places. What it says is clean, and what is kept is too.
func TestTheBorderHoldsInArguments(t *testing.T) {
	_, run := borderRun(t)
	dir := t.TempDir()
	t.Chdir(dir)
	if code, said := run("import", filepath.Join(startDir, "testdata/cases/starter.yaml")); code != Done {
		t.Fatal(said)
	}
	if code, said := run("key", "create", "--name", "Noor", "--alg", "p256"); code != Done {
		t.Fatal(said)
	}
	if code, said := run("export", "latest", "-o", "board.pdf", "--audience", "board"); code != Done {
		t.Fatal(said)
	}
	const here = "\x00"
	places := [][]string{
		{here}, {here, here}, {"list", here}, {"list", "--" + here}, {"list", "-" + here}, {"list", "--lang", here}, {"list", "--color", here}, {"help", here}, {"completion", here},
		{"show", here}, {"show", "latest", "--audience", here}, {"show", "latest", "--employer", here}, {"check", here}, {"ledger", here}, {"focus", here}, {"coverage", here},
		{"history", here}, {"history", "latest", "--diff", here}, {"start", here}, {"withdraw", here},
		{"import", here}, {"import", "board.pdf", here}, {"import", here, "--dry-run"}, {"verify", here}, {"verify", "board.pdf", "--trust", here}, {"restore", here}, {"doctor", here},
		{"export", here, "-o", "x.pdf", "--audience", "board"}, {"export", "latest", "-o", "x", "--audience", here}, {"export", "latest", "-o", "x", "--audience", "self", "--format", here},
		{"export", "latest", "-o", "x.pdf", "--audience", "board", "--employer", here}, {"export", "latest", "-o", filepath.Join(here, "x.pdf"), "--audience", "board"},
		{"sign", here, "--as", "teacher"}, {"sign", "board.pdf", "--as", here}, {"sign", "board.pdf", "--as", "teacher", "--p12", here}, {"sign", "board.pdf", "--as", "teacher", "-o", filepath.Join(here, "x.pdf")},
		{"note", here, "--on", "d1", "--kind", "vraag", "--text", "x"}, {"note", "latest", "--on", here, "--kind", "vraag", "--text", "x"}, {"note", "latest", "--on", "d1", "--kind", here, "--text", "x"},
		{"note", "latest", "--on", "d1", "--kind", "vraag", "--text", here}, {"note", "latest", "--on", "d1", "--kind", "vraag", "--text", "x", "--date", here}, {"answer", here, "--accept"}, {"answer", "n1", "--set-aside", "--text", here},
		{"return", "latest", "-o", "x.pdf", "--outcome", here}, {"return", "latest", "-o", "x.pdf", "--outcome", "question", "--reason", here},
		{"framework", "show", here}, {"framework", "check", here}, {"framework", "diff", here, "nl-po"}, {"framework", here},
		{"key", "create", "--name", "Noor", "--alg", here}, {"key", "import", here}, {"key", "pin", here, "--name", "Noor"}, {"key", "pin", "board.pdf", "--name", here}, {"key", here},
	}
	for _, c := range allCommands(t) {
		places = append(places, append(c, here), append(append([]string{}, c...), "latest", here))
	}
	said := 0
	for i, x := range border.Texts(t, 1) {
		for j, place := range places {
			if (i+j)%borderShare() != 0 || strings.ContainsRune(x.Text, 0) {
				continue
			}
			args := slices.Clone(place)
			for k := range args {
				args[k] = strings.ReplaceAll(args[k], here, x.Text)
			}
			if _, s := run(args...); s != "" {
				said++
			}
		}
	}
	if said < 100 {
		t.Errorf("only %d commands said anything", said)
	}
	for _, args := range [][]string{{"show", "latest"}, {"show", "latest", "--json"}, {"history", "latest"}, {"key", "contacts"}, {"doctor"}, {"list"}} {
		if code, s := run(args...); code != Done {
			t.Errorf("%v ended with %d: %s", args, code, s)
		}
	}
}

// allCommands are the words that lead to each command.
func allCommands(t *testing.T) (out [][]string) {
	t.Helper()
	w, _ := testWorld(t)
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	var add func(c *cobra.Command)
	add = func(c *cobra.Command) {
		for _, below := range c.Commands() {
			if words := strings.Fields(below.CommandPath())[1:]; words[0] != "selftest" { // which writes where it is told, for ever
				out = append(out, words)
				add(below)
			}
		}
	}
	add(r.root())
	return out
}

// startDir is where the tests of this package start.
var startDir, _ = os.Getwd()

// borderShare says which part of all pairs of a place and a text is tried.
func borderShare() int {
	if os.Getenv("CI") != "" {
		return 23
	}
	return 97
}

// TestTheBorderHoldsInKeys makes keys under names that do harm, signs with
// them and shows who signed.
func TestTheBorderHoldsInKeys(t *testing.T) {
	_, run := borderRun(t)
	dir := t.TempDir()
	unsigned := hostilePlain(t)
	made, signatures := 0, 0
	for _, x := range border.Texts(t, borderStep()) {
		if code, said := run("--data", filepath.Join(dir, "data"), "key", "create", "--name", x.Text, "--alg", "p256"); code == Done {
			made++
			if err := os.RemoveAll(filepath.Join(dir, "data")); err != nil {
				t.Fatal(err)
			}
		} else if said == "" {
			t.Errorf("%q is refused without a word", x.Text)
		}
		id, ok := foreign(t, x.Text)
		if !ok {
			continue
		}
		signed, err := seal.Sign(unsigned, "teacher", id, seal.Options{Time: borderDay, Name: x.Text, Reason: x.Text})
		if err != nil {
			t.Fatal(err)
		}
		signatures++
		name := filepath.Join(dir, "signed.pdf")
		if err := os.WriteFile(name, signed, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"verify", name}, {"verify", name, "--json"}, {"key", "pin", name, "--name", "Iemand"}, {"key", "contacts"}, {"key", "contacts", "--json"}} {
			run(args...)
		}
	}
	if made < 5 || signatures < 20 {
		t.Errorf("%d keys and %d signatures were made", made, signatures)
	}
}

var borderDay = time.Date(2027, 6, 22, 12, 0, 0, 0, time.UTC)

// foreign is a key whose certificate, made by other software, names somebody
// with a text; false where no certificate can hold it.
func foreign(t *testing.T, name string) (seal.Identity, bool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	who := pkix.Name{CommonName: name, Organization: []string{name}}
	der, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{SerialNumber: big.NewInt(1), Subject: who, NotBefore: borderDay.AddDate(-1, 0, 0), NotAfter: borderDay.AddDate(1, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature},
		&x509.Certificate{Subject: who}, key.Public(), key)
	if err != nil {
		return seal.Identity{}, false
	}
	cert, err := x509.ParseCertificate(der)
	return seal.Identity{Key: key, Chain: []*x509.Certificate{cert}}, err == nil
}

// TestTheBorderHoldsInFileNames reads good and bad files under names that do
// harm.
func TestTheBorderHoldsInFileNames(t *testing.T) {
	w, run := borderRun(t)
	d := testDesk(t, w)
	document, err := os.ReadFile("testdata/cases/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := hostilePlain(t)
	if _, _, err := report.Read(file); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(w.Env("HOME"), "Downloads")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.st.Close(); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, x := range border.Texts(t, borderStep()) {
		name := strings.NewReplacer("\x00", "", "/", "").Replace(x.Text)
		for _, f := range []struct {
			ext  string
			data []byte
		}{{".yaml", document}, {".pdf", file}, {".pdf", []byte("geen pdf")}, {"", nil}} {
			path := filepath.Join(folder, name+f.ext)
			if len(name+f.ext) > 250 || name+f.ext == "" || os.WriteFile(path, f.data, 0o600) != nil {
				continue
			}
			tried++
			for _, args := range [][]string{{"import", path, "--dry-run", "--accept-unsigned"}, {"verify", path}, {"restore", path}, {"framework", "check", path}} {
				run(args...)
			}
		}
	}
	if tried < 40 {
		t.Errorf("%d files", tried)
	}
	s := testDesk(t, w)
	files, err := s.Received()
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files received, %v", len(files), err)
	}
	for _, f := range files {
		if what := border.Raw(f.Name + f.Folder); what != "" {
			t.Errorf("a file shown as %q has %s", f.Name, what)
		}
	}
	for _, x := range border.Texts(t, 1) { // and the names that the program gives
		for _, s := range []string{text.FileName(x.Text), s.shown(x.Text, s.words())} {
			if what := border.Raw(s); what != "" {
				t.Errorf("%q has %s", s, what)
			}
		}
	}
}
