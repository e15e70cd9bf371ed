package tui

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
	"bekwaam/sheet"
	"bekwaam/store"
	"bekwaam/templates"
)

// driver types at the model as a person does and reads its frames. The store
// is a real one in a temporary folder; the clock stands still.
type driver struct {
	t  testing.TB
	m  *Model
	st *store.Store
}

// shelf is the store as the model sees it.
type shelf struct {
	st  *store.Store
	dir string
}

func (k shelf) Load(id string) (plan.Plan, []plan.Revision, error) {
	p, err := k.st.Load(id)
	if err != nil {
		return plan.Plan{}, nil, err
	}
	revs, err := k.st.AllRevisions(id)
	return p, revs, err
}

func (k shelf) At(id string, n int) (plan.Plan, error) { return k.st.LoadRevision(id, n) }

func (k shelf) Save(entries []Entry) error {
	var list []store.Entry
	for _, e := range entries {
		list = append(list, store.Entry{Plan: e.Plan, Rev: e.Rev})
	}
	_, err := k.st.AppendAll(list)
	return err
}

func (k shelf) SaveSettings(Settings) error { return nil }

func (k shelf) Emergency(p plan.Plan) (string, error) {
	return new(store.Store).Emergency(k.dir, p, time.Date(2026, 9, 28, 10, 0, 0, 0, time.UTC))
}

// fixed is the moment at which every test plays.
func fixed() time.Time { return time.Date(2026, 9, 28, 10, 0, 0, 0, time.UTC) }

// startLang is the language in which newDriver starts.
var startLang = "nl"

// emptyStore are the files of a store that was begun and left. A copy of them
// opens in a tenth of the time that beginning one takes.
var emptyStore = sync.OnceValue(func() fs.FS {
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	st, err := store.Open(dir, store.Options{Clock: fixed, Work: 6})
	if err != nil {
		panic(err)
	}
	if err := st.Close(); err != nil {
		panic(err)
	}
	files := fstest.MapFS{}
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, f fs.DirEntry, err error) error {
		if err == nil && !f.IsDir() {
			var b []byte
			b, err = os.ReadFile(filepath.Join(dir, path))
			files[path] = &fstest.MapFile{Data: b, Mode: 0o600}
		}
		return err
	})
	if err != nil {
		panic(err)
	}
	return files
})

// newDriver returns a program that was never started before, at 80x24.
func newDriver(t testing.TB) *driver {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, emptyStore()); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(dir, store.Options{Clock: fixed, Work: 6})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	deps := &Deps{Pack: pack, Texts: func(lang string) Texts { return templates.NewTexts(lang) }, Keeper: shelf{st, dir},
		Settings: Settings{Language: startLang}, Work: &desk{}, Safe: &realSafe{st: st, dir: t.TempDir()}, Eraser: realEraser{st}, Files: &drawer{}, Now: fixed, Version: "1.0", DataDir: "bekwaam", Folder: "/home/noor/Documenten/bekwaam", Dark: true,
		Tick:  func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil },
		NewID: func() string { n++; return fmt.Sprintf("id%d", n) }}
	d := &driver{t: t, st: st, m: New(deps, nil, plan.Plan{}, nil)}
	d.size(80, 24)
	return d
}

// begun returns a program with a new plan, on its path.
func begun(t testing.TB) *driver {
	d := newDriver(t)
	d.keys("enter enter enter enter")
	return d
}

// with returns a program in which p is open, on its path.
func with(t testing.TB, p plan.Plan) *driver {
	d := newDriver(t)
	d.m.settings.Started = true
	d.run(d.m.commit(plan.Change{Plan: p, Act: plan.Act{Name: "new"}}))
	d.m.stack = []screen{newHome(d.m)}
	d.run(d.m.push(newPath(d.m)))
	return d
}

// show opens a screen on top.
func (d *driver) show(s screen) { d.run(d.m.push(s)) }

func (d *driver) size(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// send hands a message over and does all that follows from it.
func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

// run carries a command out at once.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case savedMsg, settingsMsg, rescuedMsg, workMsg, busyMsg, pauseMsg, pagesMsg, earlierMsg, yearsMsg, lostMsg:
		d.send(msg)
	}
}

// keys types keys by name, separated by spaces: "enter down x ctrl+p".
func (d *driver) keys(names string) {
	for _, name := range strings.Fields(names) {
		d.send(press(name))
	}
}

// text types letters.
func (d *driver) text(s string) {
	for _, r := range s {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

var keyCodes = map[string]rune{"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete}

func press(name string) tea.KeyPressMsg {
	switch {
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case name == "shift+left":
		return tea.KeyPressMsg{Code: tea.KeyLeft, Mod: tea.ModShift}
	case name == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case strings.HasPrefix(name, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	case keyCodes[name] != 0:
		return tea.KeyPressMsg{Code: keyCodes[name]}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

// frame is what stands on the screen, without colours.
func (d *driver) frame() string { return ansi.Strip(d.m.View().Content) }

// on fails unless the screen on top is the one with this id.
func (d *driver) on(id string) {
	d.t.Helper()
	if got := d.m.top().ID(); got != id {
		d.t.Fatalf("on screen %s, want %s:\n%s", got, id, d.frame())
	}
}

// sees fails unless the frame holds every text.
func (d *driver) sees(texts ...string) {
	d.t.Helper()
	f := d.frame()
	for _, s := range texts {
		if !strings.Contains(f, s) {
			d.t.Errorf("no %q on %s:\n%s", s, d.m.top().ID(), f)
		}
	}
}

// desk is the work outside, done in memory: keys and files that stay in the
// test.
type desk struct {
	key     *Key
	opened  []string
	printed []sheet.Sheet
	tray    tray
	packets packets
	own     ownFiles
	talks   []TalkDay
	fail    error
}

func (w *desk) Key() (Key, bool) {
	if w.key == nil {
		return Key{}, false
	}
	return *w.key, true
}

func (w *desk) MakeKey(name, role string) (Key, error) {
	if w.fail != nil {
		return Key{}, w.fail
	}
	w.key = &Key{Name: name, Role: role, Fingerprint: "00", Words: strings.Fields("anker lente trommel vijver kaars meeuw"), Created: fixed()}
	return *w.key, nil
}

func (w *desk) Preview(plan.Plan, string) (string, error) { return "Documenten › proef.pdf", w.fail }
func (w *desk) Pages(p plan.Plan, employer string) (int, string, error) {
	lacking := ""
	if strings.Contains(p.Profile.Name, "王") {
		lacking = "王"
	}
	if employer == "w2" {
		return 2, lacking, w.fail
	}
	return 3, lacking, w.fail
}

func (w *desk) Sign(p plan.Plan, by plan.Actor, employer string) (Signed, error) {
	if w.fail != nil {
		return Signed{}, w.fail
	}
	if employer != "" && p.SignedVersion() == p.WorkingVersion {
		return Signed{File: "/tmp/" + employer + ".pdf", Shown: "Documenten › bekwaam › Noor-Bakker-2026-2027-bestuur-" + employer + ".pdf", At: by.At, Key: *w.key}, nil
	}
	c, err := plan.Sign(p, by, w.key.Fingerprint)
	return Signed{Change: c, File: "/tmp/x.pdf", Shown: "Documenten › bekwaam › Noor-Bakker-2026-2027-bestuur.pdf", At: by.At, Key: *w.key}, err
}

func (w *desk) Archive() (Made, error) {
	return Made{File: "/tmp/alles.zip", Shown: "Documenten › bekwaam › alles.zip", At: fixed()}, w.fail
}

func (w *desk) Open(path string) error       { w.opened = append(w.opened, path); return w.fail }
func (w *desk) OpenFolder(path string) error { w.opened = append(w.opened, path); return w.fail }
func (w *desk) Copy(string) error            { return w.fail }
func (w *desk) Editor(text string) (EditorCommand, error) {
	return EditorCommand{Args: []string{"true"}, Read: func() (string, error) { return text, nil }}, w.fail
}

func (w *desk) Print(s sheet.Sheet, folder string) (Printed, error) {
	w.printed = append(w.printed, s)
	return Printed{File: folder + "/x.pdf", Shown: "Documenten › bekwaam › " + s.Stem + ".pdf"}, w.fail
}
