package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// testDesk is a desk over a new store, without a window.
func testDesk(t *testing.T, w World) *desk {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.st.Close() })
	return newDesk(s)
}

// smallPlan is a plan that can be signed.
func smallPlan(t *testing.T, d *desk) plan.Plan {
	t.Helper()
	c, err := plan.New("p1", "2026-2027", d.pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	c.Plan.Profile.Name = "Noor Bakker"
	if c, err = plan.AddGoal(c.Plan, plan.Goal{ID: "g1", Question: "Hoe start ik de les rustig?"}); err != nil {
		t.Fatal(err)
	}
	c.Plan.Revision = 1
	return c.Plan
}

func TestDeskSigns(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	p := smallPlan(t, d)
	by := plan.Actor{Name: "Noor Bakker", At: w.Now()}
	if _, ok := d.Key(); ok {
		t.Error("a key from nowhere")
	}
	if _, err := d.Sign(p, by, ""); !errors.Is(err, errNoKey) {
		t.Errorf("without a key: %v", err)
	}
	key, err := d.MakeKey("Noor Bakker", "leerkracht")
	if err != nil || len(key.Words) != 6 || key.Role != "leerkracht" {
		t.Fatalf("key %+v, %v", key, err)
	}
	if again, err := d.MakeKey("Ander", ""); err != nil || again.Fingerprint != key.Fingerprint {
		t.Errorf("a second key: %+v, %v", again, err)
	}
	made, err := d.Sign(p, by, "")
	if err != nil {
		t.Fatal(err)
	}
	if name := filepath.Base(made.File); name != "Noor-Bakker-2026-2027-bestuur.pdf" {
		t.Errorf("called %s", name)
	}
	data, err := os.ReadFile(made.File)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := seal.Verify(data, seal.Trust{Contacts: d.published(), Now: w.Now()})
	if err != nil || rep.Status != seal.Trusted || rep.Signatures[0].DocMDP != seal.CertifySigning {
		t.Errorf("judged %+v, %v", rep, err)
	}
	if same, err := report.Same(data, keyWords); err != nil || !same {
		t.Errorf("pages %v, %v", same, err)
	}
	// What the screens record is what the file holds.
	k := keeper{d.session}
	q := made.Change.Plan
	q.Revision = 2
	if err := k.Save([]tui.Entry{{Plan: p, Rev: plan.Revision{Act: plan.Act{Name: "new"}}}, {Plan: q, Rev: plan.Revision{Act: made.Change.Act}}}); err != nil {
		t.Fatal(err)
	}
	doc, _, err := report.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := d.st.Load("p1")
	if err != nil || !plan.SameEdition(stored, d.pack, doc) {
		t.Errorf("the file is not the edition of what is stored (%v)", err)
	}
	// A signed file is never replaced.
	second, err := d.Sign(p, by, "")
	if err != nil || second.File == made.File {
		t.Errorf("signed into %s, %v", second.File, err)
	}
	if now, _ := os.ReadFile(made.File); !bytes.Equal(now, data) {
		t.Error("the first file changed")
	}
}

// TestDeskSignsForEachEmployer: one version, one signature on record, and a
// file for each employer with only its own.
func TestDeskSignsForEachEmployer(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	p := smallPlan(t, d)
	p.Profile.Employers = []plan.Employer{{ID: "a", School: "De Linde", Board: "Kanarie A", FTE: 5000}, {ID: "b", School: "De Brug", Board: "Kanarie B", FTE: 3000}}
	by := plan.Actor{Name: "Noor Bakker", At: w.Now()}
	if _, err := d.MakeKey("Noor Bakker", "leerkracht"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Sign(p, by, ""); plan.Code(err) != plan.CodeRequired {
		t.Errorf("for nobody in particular: %v", err)
	}
	one, err := d.Sign(p, by, "a")
	if err != nil {
		t.Fatal(err)
	}
	signed := one.Change.Plan
	signed.Revision++
	two, err := d.Sign(signed, by, "b")
	if err != nil || two.Change.Plan.ID != "" {
		t.Fatalf("a second act: %+v, %v", two.Change.Act, err)
	}
	for _, x := range []struct{ file, name, own, other string }{
		{one.File, "Noor-Bakker-2026-2027-bestuur-De-Linde.pdf", "Kanarie A", "Kanarie B"}, {two.File, "Noor-Bakker-2026-2027-bestuur-De-Brug.pdf", "Kanarie B", "Kanarie A"},
	} {
		data, err := os.ReadFile(x.file)
		if err != nil {
			t.Fatal(err)
		}
		rep, err := seal.Verify(data, seal.Trust{Contacts: d.published(), Now: w.Now()})
		if err != nil || rep.Status != seal.Trusted {
			t.Errorf("%s: judged %+v, %v", x.name, rep, err)
		}
		doc, _, err := report.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		all := string(plan.WriteJSON(doc))
		if filepath.Base(x.file) != x.name || doc.Profile.Board != x.own || strings.Contains(all, x.other) || !plan.SameEdition(signed, d.pack, doc) {
			t.Errorf("%s is for %s and holds the other: %v", x.file, doc.Profile.Board, strings.Contains(all, x.other))
		}
	}
}

func TestDeskPreview(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	p := smallPlan(t, d)
	if n, _, err := d.Pages(p, ""); err != nil || n < 1 {
		t.Errorf("%d pages, %v", n, err)
	}
	if _, err := d.Preview(p, ""); !errors.Is(err, errNoWindow) {
		t.Errorf("without a window: %v", err)
	}
	made, _ := filepath.Glob(filepath.Join(w.Env("XDG_RUNTIME_DIR"), d.proofs()+"*", "Noor-Bakker-2026-2027-bestuur-proef.pdf"))
	if len(made) != 1 {
		t.Fatalf("proofs %v", made)
	}
	d.forgetProofs()
	for _, dir := range []string{os.TempDir(), w.Env("XDG_RUNTIME_DIR")} {
		if left, _ := filepath.Glob(filepath.Join(dir, "bekwaam-*")); len(left) != 0 {
			t.Errorf("left %v", left)
		}
	}
	two := p.Clone()
	two.Profile.Employers = []plan.Employer{{ID: "a", FTE: 5000}, {ID: "b", FTE: 5000}}
	if _, _, err := d.Pages(two, ""); plan.Code(err) != plan.CodeRequired {
		t.Errorf("two employers in one file: %v", err)
	}
}

func TestDeskOutside(t *testing.T) {
	w, _ := testWorld(t)
	env := map[string]string{"EDITOR": "true --wait"}
	base := w.Env
	w.Env = func(name string) string { return first(env[name], base(name)) }
	d := testDesk(t, w)
	c, err := d.Editor("Een lange tekst\nmet regels")
	if err != nil || c.Args[0] != "sh" {
		t.Fatalf("%v, %v", c.Args, err)
	}
	name := c.Args[len(c.Args)-1]
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the text lies open: %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(filepath.Dir(name)); err != nil || info.Mode().Perm() != 0o700 || filepath.Dir(filepath.Dir(name)) != w.Env("XDG_RUNTIME_DIR") {
		t.Errorf("%s: %v, %v", name, info.Mode(), err)
	}
	if err := os.WriteFile(name+"~", []byte("a copy of the editor"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("Anders\x1b[31m\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := c.Read(); err != nil || strings.ContainsRune(s, 0x1b) || !strings.HasPrefix(s, "Anders") {
		t.Errorf("read %q, %v", s, err)
	}
	if _, err := os.Stat(filepath.Dir(name)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the text is still there")
	}
	env["EDITOR"] = ""
	if _, err := d.Editor("x"); err == nil {
		t.Error("an editor from nowhere")
	}
	asked := 0
	d.send = func(tea.Msg) { asked++ }
	if err := d.Copy("x"); !errors.Is(err, errUnsure) || asked != 1 {
		t.Errorf("copied: %v, the terminal asked %d times", err, asked)
	}
	env["SSH_CONNECTION"], env["DISPLAY"] = "x", ":0"
	if err := d.Open("x.pdf"); !errors.Is(err, errNoWindow) {
		t.Errorf("over SSH: %v", err)
	}
}

// TestSaveLeft ends a program whose words are not on disk yet, once with a
// store that takes them and once without.
func TestSaveLeft(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	m := tui.New(&tui.Deps{Pack: d.pack, Texts: func(lang string) tui.Texts { return templates.NewTexts(lang) },
		Settings: tui.Settings{Started: true, Language: "nl"}, Keeper: keeper{d.session}, Work: d, Now: w.Now,
		Tick:  func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil },
		NewID: d.st.NewID}, nil, plan.Plan{}, nil)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if len(m.Unsaved()) == 0 {
		t.Fatal("nothing to save")
	}
	if err := d.saveLeft(m); err != nil {
		t.Fatal(err)
	}
	if n, _ := d.st.Count(); n != 1 {
		t.Errorf("%d plans", n)
	}
	if err := d.st.Close(); err != nil {
		t.Fatal(err)
	}
	err := d.saveLeft(m)
	if err == nil || !strings.HasPrefix(err.Error(), "NIET BEWAARD") {
		t.Errorf("said %v", err)
	}
	files, _ := filepath.Glob(filepath.Join(w.Env("HOME"), "bekwaam-nood-*.json"))
	also, _ := filepath.Glob(filepath.Join(w.Env("BEKWAAM_DATA"), "bekwaam-nood-*.json"))
	if len(files)+len(also) != 1 {
		t.Errorf("emergency files %v %v", files, also)
	}
}
