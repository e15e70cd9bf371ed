package tui

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/sheet"
)

// Deps is everything that the program needs from outside. Package cli wires
// it; nothing in here is global.
type Deps struct {
	Pack *continuum.Pack
	// Earlier returns a version of a framework that the program does not have
	// any more, by its digest, where this computer kept it. It may be nil.
	Earlier func(digest string) (*continuum.Framework, bool)
	// Own says of the frameworks in Pack that were read in where they came
	// from, by digest.
	Own      map[string]Origin
	Texts    func(lang string) Texts
	Settings Settings
	Keeper   Keeper
	Work     Work
	Now      func() time.Time // local time
	// Tick is tea.Tick; a test has one that never comes.
	Tick    func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	NewID   func() string
	Version string
	DataDir string // as shown to people
	Folder  string // where made files usually go, as the system writes it

	// Safe is the passphrase of the store, nil where there can be none.
	Safe Safe

	// Files brings files in and takes them out, nil where there is no disk.
	Files Files

	// Eraser erases for good, nil where nothing can be.
	Eraser Eraser

	// Copy puts a copy of everything into a folder and returns where, as shown
	// to people.
	Copy func(folder string) (shown string, err error)

	Found []Checked        // by the check before the first frame
	Check func() []Checked // reads what that one did not; nil: nothing is left to read

	Ascii   bool
	Dark    bool
	NoMouse bool   // for this run, whatever the settings say
	Inline  bool   // stay in the window's own text, which is then not wiped at the end
	File    string // a PDF to look at first, or ""
}

// Origin is where a framework came from that is none of the program.
type Origin struct {
	File string    // its name
	At   time.Time // local time
}

// Texts is the catalogue of one language.
type Texts interface {
	T(id string, args ...any) string
	N(id string, count int, args ...any) string
	Has(id string) bool
}

// Settings is what a person chose about the program. It is saved at once and
// is no part of any plan.
type Settings struct {
	Started  bool            `json:"started"`
	Role     string          `json:"role"`
	Name     string          `json:"name,omitempty"` // of a coach, as starters write it
	Language string          `json:"language"`
	Mouse    bool            `json:"mouse"`
	Color    string          `json:"color"` // auto or never
	Ascii    bool            `json:"ascii"`
	Seen     map[string]bool `json:"seen"`   // first-time hints shown
	Recent   []string        `json:"recent"` // last commands of the palette
	// Folder is where pages to print go, "" for the usual place.
	Folder string `json:"folder,omitempty"`
	// Copies is the folder into which copies of everything go, "" for none.
	Copies string `json:"copies,omitempty"`
	// Keep is for how many years after the school year a plan is kept, by role;
	// nothing is erased by itself.
	Keep map[string]int `json:"keep,omitempty"`
	// Views says through which overlay the person looks at a framework, by the
	// id of the framework; by area where it says nothing.
	Views map[string]string `json:"views,omitempty"`
	// Starters are the names that a coach wrote down of whom nothing came yet.
	Starters []Reminder `json:"starters,omitempty"`
	// Talks are the days that the last calendar file of a coach held, by id.
	Talks map[string]string `json:"talks,omitempty"`
	// Made is the signed file of each plan, by [madeFor].
	Made map[string]Made `json:"made"`
}

// Made is a file that was made for somebody.
type Made struct {
	File  string    `json:"file"`
	Shown string    `json:"shown"` // as people see it: Documenten › bekwaam › …
	At    time.Time `json:"at"`
	// Version is the version of the plan that it holds, 0 where that was not
	// written down.
	Version int `json:"version,omitempty"`
	// Secret is who can open it: SecretContact, SecretPass, or "" for anybody.
	Secret string `json:"secret,omitempty"`
}

// Reminder is a starter of whom a coach expects a plan.
type Reminder struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	School string `json:"school,omitempty"`
	Talk   string `json:"talk,omitempty"` // the first one, 2026-10-27
}

// PlanRow is a plan in a list, without its body.
type PlanRow struct {
	ID, SchoolYear, Teacher string
	State                   plan.State
	SignedVersion           int
	Updated                 time.Time
	Framework               string        // id
	Coached                 plan.Standing // of a starter's plan, in the copy of the coach
}

// Entry is one act to be saved: the plan after it, and what it was.
type Entry struct {
	Plan plan.Plan
	Rev  plan.Revision
	// Trail is what the plan went through on another computer, by an act that
	// took its file in.
	Trail plan.Trail
}

// Keeper keeps plans. Its calls may touch the disk, so they are made in
// commands only; Save is never called twice at a time.
type Keeper interface {
	Load(id string) (plan.Plan, []plan.Revision, error)
	At(id string, revision int) (plan.Plan, error)
	Save(entries []Entry) error
	SaveSettings(Settings) error
	// Emergency writes a plan that could not be saved to a file beside the
	// store and returns where, as shown to people.
	Emergency(plan.Plan) (string, error)
}

// Key is the teacher's own key, as far as a screen may know it.
type Key struct {
	Name, Role  string
	Fingerprint string
	Words       []string
	Created     time.Time
	Locked      bool // behind a passphrase
}

// Signed is what came of signing.
type Signed struct {
	Change plan.Change // to be recorded; the file holds it already
	File   string      // path
	Shown  string      // path as people see it: Documenten › bekwaam › …
	At     time.Time
	Key    Key
}

// Work is what takes longer than a key and reaches outside: keys, PDFs,
// files, the clipboard. Called in commands only.
type Work interface {
	Key() (Key, bool)
	MakeKey(name, role string) (Key, error)
	// MakeLockedKey is MakeKey with the key behind a passphrase, which Unlock
	// takes for this run of the program.
	MakeLockedKey(name, role, passphrase string) (Key, error)
	Unlock(passphrase string) error
	// Relock puts the own key behind another passphrase, or with "" behind
	// none. Errors are ErrPassphrase and what the disk says.
	Relock(passphrase, next string) error
	// ImportKey takes the key in a file, such as a .p12, as the own one.
	ImportKey(path, passphrase, role string) (Key, error)
	// Print draws a sheet as a PDF and writes it into a folder. A folder that
	// is not there is fs.ErrNotExist, unless it is the usual one.
	Print(s sheet.Sheet, folder string) (Printed, error)
	// Preview writes the board's PDF, marked as a proof, and opens it. Here
	// and below, employer is the id of one of several, or "".
	Preview(p plan.Plan, employer string) (shown string, err error)
	// Sign freezes, draws and signs the board's edition and writes it. Of a
	// version that is signed already it makes the file of a further employer;
	// then there is no change to record.
	Sign(p plan.Plan, by plan.Actor, employer string) (Signed, error)
	// Pages draws the board's edition and counts its pages; lacking are the
	// characters that it can only show as a sign.
	Pages(p plan.Plan, employer string) (pages int, lacking string, err error)
	// Reveal opens a file that somebody made secret, for this run of the
	// program: FileLocked asks for it. ErrPassphrase for a wrong one.
	Reveal(path, passphrase string) error
	// Received lists the PDFs in the folders where people keep what they were
	// sent, the newest first.
	Received() ([]Received, error)
	// Judge reads a PDF and says what holds in it. Errors are Unreadable.
	Judge(path string) (Judged, error)
	// Pin remembers a key in a file whose words were compared; replace puts it
	// in the place of another one under the same name.
	Pin(path, fingerprint string, replace bool) error
	// Meet remembers a key in a file whose words nobody compared yet.
	Meet(path, fingerprint string) error
	// Packet draws and seals the teacher's file for somebody, by name. Nothing
	// is recorded or written yet. Errors are those of plan.Submit, ErrLocked,
	// and fs.ErrNotExist without a folder to put it in.
	Packet(p plan.Plan, to string) (Packed, error)
	// Remake writes the file of a packet once more, for whom it was for.
	Remake(p plan.Plan, made plan.Dispatch, w Wrapping) (Made, error)
	// Contact is somebody whose key is known, to whom a file can be made secret.
	Contact(plan.Party) (Contact, bool)
	// Arrive works out what a file between teacher and coach would bring to a
	// plan; nothing changes. inHand is the plan that is open. Errors are
	// Unreadable.
	Arrive(path string, inHand plan.Plan) (Arrived, error)
	// OwnFile works out what a file that the same person made would do to a plan;
	// nothing changes. inHand is the plan that is open. Errors are Unreadable.
	OwnFile(path string, inHand plan.Plan) (Own, error)
	// MakeOwn draws and seals a file with all of a plan, for another computer
	// of the same person, behind a passphrase where there is one. Errors are
	// ErrLocked, and fs.ErrNotExist without a folder to put it in.
	MakeOwn(p plan.Plan, passphrase string) (Made, error)
	// Return draws and seals the coach's answer to the plan in a copy. Nothing
	// is recorded or written yet. Errors are those of plan.CloseReview,
	// ErrLocked, and fs.ErrNotExist without a folder to put it in.
	Return(p plan.Plan, outcome, reason string) (Packed, error)
	// Calendar writes the talks of a coach as a file for a calendar. Errors are
	// those of a disk, and fs.ErrNotExist without a folder to put it in.
	Calendar(talks []TalkDay) (Made, error)
	// Comments works out what the comments of other programs in a file would
	// bring, where it is a copy of one that was made here; false for any other
	// file. The change is empty where all of it was there already.
	Comments(path string, inHand plan.Plan) (plan.Change, []plan.Note, bool, error)
	// ConfirmWithKey fills a confirmation in with the key in a file of whoever
	// confirms.
	ConfirmWithKey(p plan.Plan, c plan.Confirmation, path, passphrase string) (plan.Confirmation, error)
	// SignAs fills the field of a role in a file with the own key, in a copy
	// beside it that never replaces a file.
	SignAs(path, role string) (Made, error)
	// Archive puts everything of this person into one file that opens without
	// the program, and reads it back before it returns. Errors are LostFiles,
	// with the archive made all the same, those of a disk, and fs.ErrNotExist
	// without a folder to put it in.
	Archive() (Made, error)
	Open(path string) error
	OpenFolder(path string) error
	Copy(s string) error
	// Editor returns the command that edits a text in the person's editor.
	Editor(text string) (EditorCommand, error)
}

// EditorCommand runs a text through an editor outside the program.
type EditorCommand struct {
	Args []string
	In   io.Reader              // the terminal itself: an editor reads from nothing else
	Read func() (string, error) // after the editor has ended
}
