package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/store"
	"bekwaam/tui"
)

func TestTheScreensArchive(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	p := smallPlan(t, d)
	if _, err := d.st.AppendAll([]store.Entry{{Plan: p}}); err != nil {
		t.Fatal(err)
	}
	made, err := d.Archive()
	if err != nil || !strings.HasSuffix(made.File, ".zip") || made.Shown == "" {
		t.Fatalf("%+v, %v", made, err)
	}
	if err := d.checkArchive(made.File); err != nil {
		t.Errorf("the archive does not open: %v", err)
	}
	again, err := d.Archive()
	if err != nil || again.File == made.File {
		t.Errorf("the second one is %q, %v", again.File, err)
	}
	f, err := d.st.PutFile(strings.NewReader("een kaart"))
	if err != nil {
		t.Fatal(err)
	}
	var lying string
	err = filepath.WalkDir(d.st.Dir(), func(path string, x fs.DirEntry, err error) error {
		if err == nil && x.Name() == f.Hash {
			lying = path
		}
		return err
	})
	if err == nil {
		err = os.Remove(lying)
	}
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Archive()
	if lost := (tui.LostFiles)(nil); !errors.As(err, &lost) || len(lost) != 1 {
		t.Errorf("with a file that is gone: %v", err)
	}
}
