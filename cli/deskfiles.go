package cli

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/templates"
	"bekwaam/text"
	"bekwaam/tui"
)

// deskFiles brings files into the dossier and takes them out, for the screens.
type deskFiles struct{ *desk }

// quiet is the session in a language, without a terminal: the screens have it.
func (d deskFiles) quiet(lang string) *session {
	world := d.World
	world.Out, world.Err = io.Discard, io.Discard
	r := &run{World: world, lang: lang, t: templates.NewTexts(lang), out: &sink{w: io.Discard}, parts: map[string]bool{}, onScreen: true}
	return &session{run: r, st: d.st, pack: d.pack, known: d.known}
}

// mostItems is how many things of a folder are shown.
const mostItems = 2000

// Folder lists a folder, without what is hidden.
func (d deskFiles) Folder(path string) (tui.Folder, error) {
	if path == "" {
		path = d.home()
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return tui.Folder{}, err
	}
	list, err := os.ReadDir(path)
	if err != nil {
		return tui.Folder{}, err
	}
	out := tui.Folder{Path: path, Shown: d.shown(path, d.words()), Parent: filepath.Dir(path)}
	if out.Parent == path {
		out.Parent = ""
	}
	for _, x := range list {
		info, err := os.Stat(filepath.Join(path, x.Name())) // a link is what it leads to
		if strings.HasPrefix(x.Name(), ".") || err != nil || !info.IsDir() && !info.Mode().IsRegular() || len(out.Items) == mostItems {
			continue
		}
		out.Items = append(out.Items, tui.FolderItem{Name: clean(x.Name()), Path: filepath.Join(path, x.Name()), Folder: info.IsDir(), Bytes: info.Size()})
	}
	slices.SortFunc(out.Items, func(a, b tui.FolderItem) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return out, nil
}

// Keep copies a file into the care of the store.
func (d deskFiles) Keep(path string) (*plan.EvidenceFile, error) {
	switch info, err := os.Stat(path); {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, tui.NoFile
	case info.Size() > maxEvidence:
		return nil, tui.NoRoom
	}
	return d.quiet(d.lang).keepFile(path)
}

// Lost are the pieces of a plan whose file is not as it came in.
func (d deskFiles) Lost(p plan.Plan) map[string]bool {
	lost, err := d.lostEvidence(p)
	if err != nil {
		return nil // what cannot be looked at is found by the check of the store
	}
	return lost
}

// Calendar writes one's own calendar of a plan.
func (d deskFiles) Calendar(p plan.Plan, lang string) (tui.Made, error) {
	s := d.quiet(lang)
	data, err := s.calendarOf(p)
	if err != nil {
		return tui.Made{}, err
	}
	return d.out(s.t.T("s99.stem.calendar", "Year", p.Profile.SchoolYear), ".ics", func(path string) error { return s.writeFile(path, data, nil) })
}

// Table writes one of one's own tables.
func (d deskFiles) Table(p plan.Plan, name, lang string) (tui.Made, error) {
	s := d.quiet(lang)
	data, err := s.tableOf(p, name)
	if err != nil {
		return tui.Made{}, err
	}
	return d.out(s.t.T("s99.stem."+name, "Year", p.Profile.SchoolYear), ".csv", func(path string) error { return s.writeFile(path, data, nil) })
}

// Everything writes the archive of all there is. The own key goes along only
// where the store has a passphrase, which it then stays behind.
func (d deskFiles) Everything(lang string) (tui.Made, error) {
	s := d.quiet(lang)
	return d.out(s.t.T("s99.stem.everything"), ".zip", func(path string) error { return s.archive(path, s.st.IsLocked()) })
}

// out writes a file where made files go, under a name that is free.
func (d deskFiles) out(stem, ext string, write func(path string) error) (tui.Made, error) {
	dir, err := d.madeDir()
	if err != nil {
		return tui.Made{}, err
	}
	path := numberedFile(dir, text.FileName(stem), ext)
	if err := write(path); err != nil {
		return tui.Made{}, errors.Join(err, os.RemoveAll(path))
	}
	return tui.Made{File: path, Shown: d.shown(path, d.words()), At: d.Now()}, nil
}
