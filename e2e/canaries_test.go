package e2e

import (
	"bytes"
	"compress/flate"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var canaries = flag.Int("canaries", 0, "how many texts are typed and looked for; 0: a few, or more where CI is set")

// TestTypedTextsAreNowhere types texts on the screens of a store with a
// passphrase, changes and deletes them, and looks after each round for those of
// that round: in the folder of the store, the temporary folder, the folder of
// the person and the backups. A text that is in the person's own editor stands
// in a folder that only they can open, in memory, and nowhere once it is closed.
// Then the passphrase goes, so that the search finds them, and the plan is
// erased, so that it does not.
func TestTypedTextsAreNowhere(t *testing.T) {
	t.Parallel()
	n := *canaries
	if n == 0 {
		n = 6
		if os.Getenv("CI") != "" {
			n = 48
		}
	}
	c := newCage(t)
	c.command("import", c.plan)
	c.command("passphrase", "set", "-o", filepath.Join(c.secret, "sheet.txt"), "--passphrase-file", c.phrase)
	const fields, perSession = 6, 66
	var typed []string
	for len(typed) < n {
		x := c.open()
		for session := 0; session < perSession && len(typed) < n; session += fields {
			round := c.round(x, len(typed), fields)
			typed = append(typed, round...)
			c.none("typed", round)
			if session == 0 {
				typed = append(typed, c.edited(x, len(typed)))
			}
		}
		c.close(x)
		c.none("the program was closed", typed)
		c.command("backup", "-o", filepath.Join(c.dir, "backups", fmt.Sprintf("%d.bekwaam", len(typed))))
	}
	c.none("at the end", typed)
	if hits := c.found(true, typed); len(hits) > 0 {
		t.Errorf("packed, behind the passphrase: %v", hits)
	}

	if err := os.RemoveAll(filepath.Join(c.dir, "backups")); err != nil {
		t.Fatal(err)
	}
	c.command("passphrase", "off")
	if hits := c.found(true, typed); len(hits) < len(typed)*3/4 {
		t.Errorf("without a passphrase the search finds only %d of %d", len(hits), len(typed))
	}
	c.command("erase", "latest", "--word", "WIS")
	if hits := c.found(true, typed); len(hits) > 0 {
		t.Errorf("after erasing: %v", hits)
	}
	t.Logf("%d texts typed, changed and deleted", len(typed))
}

// cage is all that the program can write to, each in a folder of its own.
type cage struct {
	t                    *testing.T
	dir                  string // everything below it is searched
	secret, phrase, plan string
	env                  []string
}

func newCage(t *testing.T) *cage {
	t.Helper()
	c := &cage{t: t, dir: t.TempDir(), secret: t.TempDir()}
	for _, name := range []string{"data", "tmp", "home", "run", "backups"} {
		if err := os.Mkdir(filepath.Join(c.dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	c.phrase, c.plan = filepath.Join(c.secret, "phrase"), filepath.Join(c.secret, "plan.yaml")
	editor := filepath.Join(c.secret, "editor")
	for path, content := range map[string]string{
		c.phrase: "vier gewone woorden hier\n",
		c.plan:   "profile: {name: Noor Bakker, school_year: 2026-2027, framework: nl-po}\n",
		editor: "#!/bin/sh\n" +
			`stat -c '%a %n' "$(dirname "$1")" "$1" > "` + c.secret + `/edited"` + "\n" +
			`printf ' %s' "$(cat "` + c.secret + `/next")" >> "$1"` + "\n",
	} {
		if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	c.env = []string{"HOME=" + filepath.Join(c.dir, "home"), "TMPDIR=" + filepath.Join(c.dir, "tmp"), "XDG_RUNTIME_DIR=" + filepath.Join(c.dir, "run"), "EDITOR=" + editor}
	return c
}

func (c *cage) args(args ...string) []string {
	return append([]string{build(c.t), "--data", filepath.Join(c.dir, "data"), "--store-passphrase-file", c.phrase}, args...)
}

func (c *cage) command(args ...string) {
	c.t.Helper()
	all := c.args(args...)
	cmd := exec.Command(all[0], all[1:]...)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "LANG=nl_NL.UTF-8", "SOURCE_DATE_EPOCH=" + epoch}, c.env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		c.t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// open starts the program and goes to the open questions.
func (c *cage) open() *terminal {
	c.t.Helper()
	x := startWith(c.t, 80, 24, c.dir, c.env, c.args()...)
	x.until("bekwaam")
	for end := time.Now().Add(15 * time.Second); !strings.Contains(x.screen(), "Mijn plannen"); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			c.t.Fatalf("no plans:\n%s", x.screen())
		}
		if strings.Contains(x.screen(), "Welkom") {
			x.send(k("Enter Enter Enter"), 0)
		}
	}
	x.send(k("Enter"), 0)
	x.until("Jouw pad")
	x.send(k("Home Down Enter"), 0)
	x.until("2 Vragen aan jezelf")
	if !strings.Contains(x.screen(), "· open vragen") { // something was answered before
		x.send(k("Home Enter"), 0)
	}
	x.until("· open vragen")
	return x
}

func (c *cage) close(x *terminal) {
	c.t.Helper()
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")
}

// round puts a text into each field, in the place of what is there, changes it,
// and comes back to the first one. The texts of the round before are then
// deleted.
func (c *cage) round(x *terminal, from, fields int) []string {
	c.t.Helper()
	var out []string
	for i := range fields {
		s := canary(from + i)
		x.send(join(k("C-u"), free("even "+s), k("Home")), 0)
		x.send(join(free("anders "), k("End")), 0)
		out = append(out, s)
		if i < fields-1 {
			x.send(k("Tab"), 0)
		}
	}
	for range fields - 1 {
		x.send(k("BTab"), 0)
	}
	x.until(out[0], "bewaard")
	return out
}

// edited adds a text in the person's own editor.
func (c *cage) edited(x *terminal, n int) string {
	c.t.Helper()
	s, report := canary(n), filepath.Join(c.secret, "edited")
	if err := os.WriteFile(filepath.Join(c.secret, "next"), []byte(s), 0o600); err != nil {
		c.t.Fatal(err)
	}
	_ = os.Remove(report) // of the session before
	x.send(k("C-e"), 0)
	x.until(s, "bewaard")
	said, err := os.ReadFile(report)
	if err != nil {
		c.t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "700 "+filepath.Join(c.dir, "run")+"/") || !strings.HasPrefix(lines[1], "600 ") {
		c.t.Errorf("while the editor was open: %q", lines)
	}
	if left, err := os.ReadDir(filepath.Join(c.dir, "run")); err != nil || len(left) > 0 {
		c.t.Errorf("the editor left %v, %v", left, err)
	}
	c.none("edited", []string{s})
	return s
}

func canary(n int) string { return fmt.Sprintf("kanarie%03dx%x", n, 0x9e3779b9*uint64(n+1)) }

// none fails where a text stands readable anywhere.
func (c *cage) none(when string, texts []string) {
	c.t.Helper()
	if hits := c.found(false, texts); len(hits) > 0 {
		c.t.Fatalf("%s: %v", when, hits)
	}
}

// found lists the texts that stand in files or in their names, also, where
// packed is asked for, in what is deflated.
func (c *cage) found(packed bool, texts []string) (hits []string) {
	c.t.Helper()
	var all bytes.Buffer
	err := filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // a file that goes while the program works
		}
		fmt.Fprintln(&all, path)
		data, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		all.Write(data)
		if packed {
			inflated(&all, data)
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	for _, s := range texts {
		if bytes.Contains(all.Bytes(), []byte(s)) {
			hits = append(hits, s)
		}
	}
	return hits
}

// inflated writes whatever begins anywhere in data as something deflated and
// goes on for a while.
func inflated(out *bytes.Buffer, data []byte) {
	in := bytes.NewReader(nil)
	r := flate.NewReader(in)
	head := make([]byte, 32)
	for at := range data {
		in.Reset(data[at:])
		_ = r.(flate.Resetter).Reset(in, nil) // never fails
		if n, _ := io.ReadFull(r, head); n < len(head) {
			continue
		}
		out.Write(head)
		_, _ = io.CopyN(out, r, 1<<20) // what is no stream ends in an error
	}
}
