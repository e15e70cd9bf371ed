package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bekwaam/report"
	"bekwaam/sheet"
	"bekwaam/text"
	"bekwaam/tui"
)

// Print draws a sheet and writes it into a folder under a name that no file
// has yet. The usual folder is made where it is not there; another one has to
// be, or the error is fs.ErrNotExist.
func (d *desk) Print(s sheet.Sheet, folder string) (tui.Printed, error) {
	data, _, err := report.RenderSheet(s, report.Options{Now: d.Now()})
	if err != nil {
		return tui.Printed{}, err
	}
	dir, err := d.printFolder(folder)
	if err != nil {
		return tui.Printed{}, err
	}
	path := numberedPath(dir, strings.ToLower(text.FileName(s.Stem)))
	if err := d.writeFile(path, data, nil); err != nil {
		return tui.Printed{}, err
	}
	return tui.Printed{File: path, Shown: d.shown(path, d.words())}, nil
}

// printFolder is the folder that somebody typed, or dropped on the window: it
// may stand in quotes and begin with a tilde.
func (d *desk) printFolder(typed string) (string, error) {
	dir := strings.TrimSpace(typed)
	for _, quote := range []string{"\"", "'"} {
		if rest, ok := strings.CutPrefix(dir, quote); ok {
			dir = strings.TrimSuffix(rest, quote)
		}
	}
	if rest, ok := strings.CutPrefix(dir, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		dir = d.home() + rest
	}
	if usual := d.madeFiles(); usual != "" && (dir == "" || filepath.Clean(dir) == usual) {
		return usual, os.MkdirAll(usual, 0o700)
	}
	if !filepath.IsAbs(dir) || !isFolder(dir) {
		return "", &fs.PathError{Op: "print", Path: dir, Err: fs.ErrNotExist}
	}
	return filepath.Clean(dir), nil
}

// numberedPath is a name in dir that no file has yet.
func numberedPath(dir, stem string) string { return numberedFile(dir, stem, ".pdf") }

func numberedFile(dir, stem, ext string) string {
	for i := 1; ; i++ {
		name := stem
		if i > 1 {
			name += "-" + itoa(i)
		}
		path := filepath.Join(dir, name+ext)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
	}
}
