package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/plan"
	"bekwaam/report"
)

// someone is a person with a store of their own, who gives commands.
type someone struct {
	t    *testing.T
	w    World
	out  *bytes.Buffer
	said *bytes.Buffer
}

func newSomeone(t *testing.T, name string) *someone {
	w, out := testWorld(t)
	p := &someone{t, w, out, &bytes.Buffer{}}
	p.w.Err = p.said
	p.do(Done, "key", "create", "--name", name, "--alg", "p256")
	return p
}

// do gives a command and returns all that was said.
func (p *someone) do(want int, args ...string) string {
	p.t.Helper()
	p.out.Reset()
	p.said.Reset()
	code := Run(p.w, args)
	if code != want {
		p.t.Fatalf("%v: exit code %d, want %d\n%s%s", args, code, want, p.out, p.said)
	}
	return p.out.String() + p.said.String()
}

// twin is the same person on another computer: a copy of the store as it is.
func (p *someone) twin() *someone {
	p.t.Helper()
	w, out := testWorld(p.t)
	q := &someone{p.t, w, out, &bytes.Buffer{}}
	q.w.Err = q.said
	if err := os.CopyFS(q.w.Env("BEKWAAM_DATA"), os.DirFS(p.w.Env("BEKWAAM_DATA"))); err != nil {
		p.t.Fatal(err)
	}
	return q
}

// forge is a file of this person with other contents, sealed anew with their
// own key, or not sealed at all.
func (p *someone) forge(file, to string, sealed bool, edit func(*plan.Plan)) string {
	p.t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	doc, _, err := report.Read(data)
	if err != nil {
		p.t.Fatal(err)
	}
	q := doc.Clone()
	edit(&q)
	e := plan.Edition{Plan: q, Info: *q.EditionInfo}.Address(*q.EditionInfo.Packet)
	if sealed {
		d := testDesk(p.t, p.w)
		data, _, err = d.packetFile(e, plan.RoleCoach, d.identity)
		if err := d.st.Close(); err != nil {
			p.t.Fatal(err)
		}
	} else {
		data, _, err = report.Render(e, report.Options{Now: e.Info.Packet.At.Time(), Words: keyWords})
	}
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		p.t.Fatal(err)
	}
	return to
}

// TestAttacksOnFiles: ten ways to bring something in that does not belong, as
// files, through import. Each is refused or shown with words of its own, and
// leaves every stored text as it was.
func TestAttacksOnFiles(t *testing.T) {
	need.Tool(t, "qpdf")
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	noor, wil := newSomeone(t, "Noor Bedachtsma"), newSomeone(t, "Wil Denkbeeld")
	noor.do(Done, "import", "testdata/cases/starter.yaml")
	noor.do(Done, "export", "latest", "-o", at("v1.pdf"), "--audience", "coach")
	impostor := newSomeone(t, "Wil Denkbeeld")
	for _, p := range []*someone{wil, impostor} {
		p.do(Done, "import", at("v1.pdf"))
		p.do(Done, "note", "latest", "--on", "d1", "--kind", "strength", "--text", "Je telt af.")
	}
	impostor.do(Done, "return", "latest", "-o", at("impostor.pdf"), "--outcome", "discussed")
	wil.do(Done, "return", "latest", "-o", at("r1.pdf"), "--outcome", "question", "--reason", "Kies samen.")
	twin := wil.twin()
	wil.do(Done, "return", "latest", "-o", at("r2.pdf"), "--outcome", "discussed")
	twin.do(Done, "note", "latest", "--on", "d2", "--kind", "question", "--text", "En dan?")
	twin.do(Done, "return", "latest", "-o", at("fork.pdf"), "--outcome", "discussed")
	for _, file := range []string{"lower.pdf", "r4.pdf", "r5.pdf"} {
		wil.do(Done, "return", "latest", "-o", at(file), "--outcome", "discussed", "--reason", "Nog eens: "+file)
	}
	for _, file := range []string{"r1.pdf", "r2.pdf", "r4.pdf"} { // one of them is late
		noor.do(Done, "import", at(file))
	}

	other := func(edit func(*plan.Plan)) func(*plan.Plan) {
		return func(q *plan.Plan) { q.EditionInfo.Packet.Seq, q.EditionInfo.Packet.Prev = 9, ""; edit(q) }
	}
	wil.forge(at("r5.pdf"), at("recipient.pdf"), true, other(func(q *plan.Plan) { q.EditionInfo.Packet.To = plan.Party{Name: "Daan Willems", Key: "key-daan"} }))
	wil.forge(at("r5.pdf"), at("newer.pdf"), true, other(func(q *plan.Plan) { q.Version = plan.FormatVersion + 1 }))
	wil.forge(at("r5.pdf"), at("unknown.pdf"), true, other(func(q *plan.Plan) {
		n := q.Notes[0]
		n.ID, n.About, n.AboutHash = "n-nergens", "d99", ""
		q.Notes = append(q.Notes, n)
	}))
	wil.forge(at("r5.pdf"), at("stripped.pdf"), false, func(*plan.Plan) {})
	altered, err := os.ReadFile(at("r5.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	altered[len(altered)/3] ^= 1
	if err := os.WriteFile(at("altered.pdf"), altered, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("bekwaam.json"), []byte(`{"profile":{}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := exec.Command("qpdf", at("r5.pdf"), "--add-attachment", at("bekwaam.json"), "--key=bekwaam.json", "--replace", "--", at("swapped.pdf")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}

	before := noor.do(Done, "digest")
	seen := map[string]string{}
	for _, x := range []struct {
		name, file string
		code       int
		says       string
		flags      []string
	}{
		{"replay", "r1.pdf", Done, "niets nieuws", nil},
		{"lower number", "lower.pdf", Refused, "ouder dan wat al is overgenomen", nil},
		{"fork", "fork.pdf", Refused, "twee bestanden met hetzelfde nummer", nil},
		{"wrong recipient", "recipient.pdf", Refused, "gemaakt voor Daan Willems", nil},
		{"a stranger under the coach's name", "impostor.pdf", NotTrusted, "andere sleutel", nil},
		{"a higher format", "newer.pdf", Refused, "nieuwere", nil},
		{"a note on what is not there", "unknown.pdf", Done, "niet overgenomen: n-nergens", []string{"--dry-run"}},
		{"altered data", "altered.pdf", Refused, "veranderd", nil},
		{"a stripped signature", "stripped.pdf", NotTrusted, "is niet ondertekend", nil},
		{"a swapped attachment", "swapped.pdf", NotTrusted, "andere software", nil},
	} {
		said := noor.do(x.code, append([]string{"import", at(x.file)}, x.flags...)...)
		if !strings.Contains(said, x.says) {
			t.Errorf("%s: said %q, want %q in it", x.name, said, x.says)
		}
		line := strings.ReplaceAll(said, at(x.file), "")
		if was, twice := seen[line]; twice {
			t.Errorf("%s and %s say the same: %s", x.name, was, line)
		}
		seen[line] = x.name
		if now := noor.do(Done, "digest"); now != before {
			t.Errorf("%s: a stored text changed", x.name)
		}
	}
	noor.do(Done, "import", at("r5.pdf")) // the real one still comes in
	if noor.do(Done, "digest") == before {
		t.Error("the digest does not see what comes in")
	}
}
