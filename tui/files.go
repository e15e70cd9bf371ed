package tui

import "bekwaam/plan"

// Files is how files come into the dossier and go out of the program. Its
// calls touch the disk, so they are made in commands only.
type Files interface {
	// Folder lists what lies in a folder, "" for the usual one of the person.
	Folder(path string) (Folder, error)
	// Keep copies a file into the care of the store and says what it is. The
	// same file twice is kept once. Errors are NoRoom, NoFile for what is
	// no file, and what the disk says.
	Keep(path string) (*plan.EvidenceFile, error)
	// Lost are the pieces of a plan whose file is gone (true) or was changed
	// behind the program's back (false), by id.
	Lost(plan.Plan) map[string]bool
	// Calendar, Table and Everything write a file where made files go: one's
	// own calendar, a table for a spreadsheet (hours, judgements, evidence), and
	// all there is in one archive.
	Calendar(p plan.Plan, lang string) (Made, error)
	Table(p plan.Plan, name, lang string) (Made, error)
	Everything(lang string) (Made, error)
}

// Folder is what lies in a folder, folders first, both by name.
type Folder struct {
	Path, Shown, Parent string // Parent is "" at the top
	Items               []FolderItem
}

// FolderItem is a folder or a file in a folder.
type FolderItem struct {
	Name, Path string
	Folder     bool
	Bytes      int64
}

// The reasons why a file is not taken into the dossier.
const (
	NoRoom = Refusal("large") // larger than the dossier takes
	NoFile = Refusal("odd")   // a folder, or something else that is no file
)

// Refusal is why a file was not taken.
type Refusal string

func (r Refusal) Error() string { return "file refused: " + string(r) }
