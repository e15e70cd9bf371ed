package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/store"
	"bekwaam/tui"
)

func TestACopyGoesToTheFolderThatWasChosen(t *testing.T) {
	w, _ := testWorld(t)
	said := &bytes.Buffer{}
	w.Err = said
	folder := t.TempDir()
	set := func(folder string) {
		t.Helper()
		st, err := store.Open(w.Env("BEKWAAM_DATA"), store.Options{Clock: w.Now})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(tui.Settings{Started: true, Language: "nl", Copies: folder})
		if err == nil {
			err = st.PutSetting(settingsName, string(b))
		}
		if err == nil {
			err = st.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	doc := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(doc, []byte(`{"profile": {"name": "Noor Bakker"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	copies := func() []string {
		all, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	set(folder)
	if code := Run(w, []string{"list"}); code != Done || len(copies()) > 0 {
		t.Errorf("nothing was changed: code %d, copies %v", code, copies())
	}
	if code := Run(w, []string{"import", doc}); code != Done || len(copies()) != 1 {
		t.Fatalf("code %d, copies %v, said %s", code, copies(), said)
	}
	before := said.Len()
	if code := Run(w, []string{"restore", copies()[0]}); code != Done {
		t.Errorf("restore: code %d, said %s", code, said)
	}
	if said.Len() > before {
		t.Errorf("said %s", said)
	}
	set(filepath.Join(folder, "weg"))
	if code := Run(w, []string{"import", "--as-new", doc}); code != Done {
		t.Errorf("a folder that is gone stops the work: code %d", code)
	}
	if !strings.Contains(said.String(), "lukte niet: het is er niet; je plannen zelf zijn bewaard") {
		t.Errorf("said %s", said)
	}
}
