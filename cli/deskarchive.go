package cli

import (
	"bekwaam/text"
	"bekwaam/tui"
)

// Archive puts everything into one file that opens without the program, and
// reads it back. A file of the dossier that is gone is an error: what is erased
// afterwards would be lost.
func (d *desk) Archive() (tui.Made, error) {
	dir, err := d.madeDir()
	if err != nil {
		return tui.Made{}, err
	}
	t := d.words()
	path := numberedFile(dir, text.FileName(t.T("s119.archive.file", "Date", d.today().String())), ".zip")
	_, lost, err := d.makeArchive(path, true)
	if err == nil && len(lost) > 0 {
		err = tui.LostFiles(lost)
	}
	return tui.Made{File: path, Shown: d.shown(path, t), At: d.Now()}, err
}
