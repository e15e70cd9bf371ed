package cli

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/tui"
)

// testWorld is a world without a terminal, with a folder of its own.
func testWorld(t *testing.T) (World, *bytes.Buffer) {
	t.Helper()
	out := &bytes.Buffer{}
	env := map[string]string{"BEKWAAM_DATA": filepath.Join(t.TempDir(), "data"), "HOME": t.TempDir(), "XDG_RUNTIME_DIR": t.TempDir()}
	return World{In: strings.NewReader(""), Out: out, Err: io.Discard, Env: func(name string) string { return env[name] },
		Now: func() time.Time { return time.Date(2026, 10, 12, 10, 12, 0, 0, time.UTC) }, Random: rand.Reader, OS: "linux", KeyWork: 8}, out
}

func TestSecondCopy(t *testing.T) {
	w, _ := testWorld(t)
	st, err := store.Open(w.Env("BEKWAAM_DATA"), store.Options{Clock: w.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	said := &bytes.Buffer{}
	w.Err = said
	start := time.Now()
	if code := Run(w, []string{"list"}); code != Refused {
		t.Errorf("exit code %d", code)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	want := "bekwaam: bekwaam is al open in een ander venster (sinds 10:12); wat te doen: sluit het andere venster en probeer het opnieuw\n"
	if said.String() != want {
		t.Errorf("said %q", said)
	}
	for _, args := range [][]string{{"version"}, {"framework", "list"}, {"framework", "check", "nl-po"}, {"completion", "bash"}, {"help"}} {
		if code := Run(w, args); code != Done {
			t.Errorf("%v: exit code %d while the store is open elsewhere", args, code)
		}
	}
}

// brokenPipe takes nothing.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestOutputThatDoesNotArrive(t *testing.T) {
	w, _ := testWorld(t)
	w.Out = brokenPipe{}
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"version"}, {"framework", "show", "nl-po"}, {"completion", "zsh"}} {
		if code := Run(w, args); code != Refused {
			t.Errorf("%v: exit code %d", args, code)
		}
	}
}

func TestPlaces(t *testing.T) {
	home := t.TempDir()
	for _, c := range []struct {
		os, want string
		env      map[string]string
	}{
		{"linux", home + "/.local/share/bekwaam", map[string]string{"HOME": home}},
		{"linux", "/x/bekwaam", map[string]string{"HOME": home, "XDG_DATA_HOME": "/x"}},
		{"darwin", home + "/Library/Application Support/bekwaam", map[string]string{"HOME": home}},
		{"darwin", "/x/bekwaam", map[string]string{"HOME": home, "XDG_DATA_HOME": "/x"}},
		{"windows", "/l/bekwaam", map[string]string{"LocalAppData": "/l", "USERPROFILE": home}},
		{"linux", "/own", map[string]string{"HOME": home, "BEKWAAM_DATA": "/own"}},
	} {
		r := &run{World: World{OS: c.os, Env: func(name string) string { return c.env[name] }}}
		r.speak("nl")
		if got, err := r.dataDir(); err != nil || filepath.ToSlash(got) != c.want {
			t.Errorf("%s %v: %q, %v", c.os, c.env, got, err)
		}
	}
}

func TestDocuments(t *testing.T) {
	home := t.TempDir()
	r := &run{World: World{OS: "linux", Env: func(name string) string { return map[string]string{"HOME": home}[name] }}}
	r.speak("nl")
	if got := r.madeFiles(); got != filepath.Join(home, "Documents", "bekwaam") {
		t.Errorf("without anything: %q", got)
	}
	if err := os.Mkdir(filepath.Join(home, "Documenten"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := r.madeFiles(); got != filepath.Join(home, "Documenten", "bekwaam") {
		t.Errorf("with a Dutch folder: %q", got)
	}
	if err := os.MkdirAll(filepath.Join(home, ".config"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, ".config/user-dirs.dirs"), []byte("# a\nXDG_DOCUMENTS_DIR=\"$HOME/Mijn stukken\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(home, "Mijn stukken", "bekwaam")
	if got := r.madeFiles(); got != dir {
		t.Errorf("with the desktop's word: %q", got)
	}
	if got := r.shown(filepath.Join(dir, "a.pdf"), r.t); got != "Documenten › bekwaam › a.pdf" {
		t.Errorf("shown as %q", got)
	}
	if got := r.shown(filepath.Join(home, "nood.json"), r.t); got != "Je eigen map › nood.json" {
		t.Errorf("shown as %q", got)
	}
	r.flags.data = "/own"
	if got := r.madeFiles(); got != "/own/bekwaam" {
		t.Errorf("with --data: %q", got)
	}
}

// TestKeeper saves as the screens do: a signed version is frozen, and when
// nothing can be saved the words go to a file.
func TestKeeper(t *testing.T) {
	w, _ := testWorld(t)
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	k := keeper{s}
	c, err := plan.New("p1", "2026-2027", s.pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Name = "Noor Bakker"
	if c, err = plan.AddGoal(p, plan.Goal{ID: "g1", Question: "Hoe start ik de les rustig?"}); err != nil {
		t.Fatal(err)
	}
	p = c.Plan
	p.Revision = 1
	signed, err := plan.Sign(p, plan.Actor{Name: "Noor Bakker", At: w.Now()}, "ab")
	if err != nil {
		t.Fatal(err)
	}
	q := signed.Plan
	q.Revision = 2
	if err := k.Save([]tui.Entry{{Plan: p, Rev: plan.Revision{Act: c.Act}}, {Plan: q, Rev: plan.Revision{Act: signed.Act}}}); err != nil {
		t.Fatal(err)
	}
	if v, err := s.st.LoadVersion("p1", 1); err != nil || v.SignedVersion() != 1 {
		t.Errorf("version 1: %v", err)
	}
	if _, revs, err := k.Load("p1"); err != nil || len(revs) != 2 {
		t.Errorf("%d revisions, %v", len(revs), err)
	}
	if old, err := k.At("p1", 1); err != nil || old.Frozen() {
		t.Errorf("revision 1: %v", err)
	}
	if err := k.SaveSettings(tui.Settings{Started: true, Language: "en"}); err != nil {
		t.Fatal(err)
	}
	if got, err := s.settings(); err != nil || !got.Started || got.Language != "en" {
		t.Errorf("settings %+v, %v", got, err)
	}
	if err := s.st.Close(); err != nil {
		t.Fatal(err)
	}
	where, err := k.Emergency(q)
	if err != nil || !strings.Contains(where, "bekwaam-nood-2026-10-12") {
		t.Errorf("emergency file %q, %v", where, err)
	}
}

// Every plan in the list says whether it is signed, also one far down.
func TestTheListSaysWhichPlansAreSigned(t *testing.T) {
	w, _ := testWorld(t)
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.st.Close()
	var all []tui.Entry
	for i := range loadedRows + 5 {
		c, err := plan.New("p"+itoa(i), "2026-2027", s.pack, "nl-po", "nl")
		if err != nil {
			t.Fatal(err)
		}
		p := c.Plan
		p.Revision = 1
		if i%2 == 0 {
			p.Signatures = []plan.Signature{{Moment: "plan", Role: plan.RoleTeacher, Status: plan.Signed, Version: 1}}
		}
		all = append(all, tui.Entry{Plan: p, Rev: plan.Revision{Act: c.Act}})
	}
	if err := (keeper{s}).Save(all); err != nil {
		t.Fatal(err)
	}
	rows, err := s.planRows(listRows)
	if err != nil || len(rows) != len(all) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, row := range rows { // the last one first
		if want := (len(all) - i) % 2; row.SignedVersion != want {
			t.Errorf("row %d, %s: version %d is signed, want %d", i, row.ID, row.SignedVersion, want)
		}
	}
}
