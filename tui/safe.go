package tui

import (
	"errors"
	"io/fs"

	"charm.land/bubbles/v2/textinput"

	"bekwaam/text"
)

// Safe is the passphrase that the store may have. Its calls take a second,
// so they are made in commands only.
type Safe interface {
	// Locked reports whether there is a passphrase, ByCode whether the store was
	// opened with the code of the recovery sheet. Both are quick.
	Locked() bool
	ByCode() bool
	// Lock makes the recovery sheet, in a folder or, for "", to be printed, and
	// then puts everything behind the passphrase.
	Lock(passphrase, folder string) (Printed, error)
	// Sheet makes another recovery sheet; the one before opens nothing any more.
	Sheet(folder string) (Printed, error)
	Change(passphrase string) error
	Unlock() error
	// Opens reports with nil that a passphrase is the right one.
	Opens(passphrase string) error
	// Synced names the program that copies a folder to other computers, or "".
	Synced(folder string) string
}

// What a Safe may answer beside fs.ErrNotExist for a folder that is not there.
var (
	ErrBesideData = errors.New("folder of the store")
	ErrNoPrinter  = errors.New("no window to print from")
	ErrWrongPass  = errors.New("wrong passphrase")
	ErrWrongCode  = errors.New("wrong code of a recovery sheet")
)

// newPass are the two fields of a new passphrase, the label above each.
type newPass struct {
	first, again string
	label        string // catalogue id of the label of the first, where it is not the usual one
}

const dot = '•' // for a letter that is not shown

const passID, againID = "pass", "again"

func (p *newPass) asked() []field {
	return []field{secretField(passID, firstOf(p.label, "s02.pass"), &p.first), secretField(againID, "s02.again", &p.again)}
}

// secretField is a text that is not shown, with its label above it.
func secretField(id, label string, at *string) field {
	b := ownText(id, label, 0, at)
	b.secret = true
	f := newText(b)
	f.in.EchoCharacter = dot
	return &aboveField{f}
}

// wrong says what is wrong with what was typed, and which field it is; nothing
// where it can be taken.
func (p *newPass) wrong() (at string, effects []effect) {
	switch {
	case len([]rune(p.first)) < leastPassphrase:
		return passID, []effect{attend("s74.short", "Least", leastPassphrase)}
	case p.first != p.again:
		return againID, []effect{attend("s02.differs")}
	}
	return "", nil
}

// aboveField is a text field with its label on a line of its own above it.
type aboveField struct{ *textField }

// flip changes between letters and dots.
func (f *aboveField) flip() {
	if f.in.EchoMode == textinput.EchoPassword {
		f.in.EchoMode = textinput.EchoNormal
	} else {
		f.in.EchoMode = textinput.EchoPassword
	}
}

func (f *aboveField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	style := e.st.Label
	if focused {
		style = e.st.Selected
	}
	resize(&f.in, w-1)
	value := f.in.View()
	if !focused && f.in.Value() == "" {
		value = e.st.Label.Render(text.Nothing)
	}
	out := []string{style.Render(text.Cut(e.t.T(f.label), w)), value, ""}
	if c := f.in.Cursor(); focused && c != nil {
		return out, &cursor{Line: 1, Cell: c.Position.X}
	}
	return out, nil
}

// notMade is what is said of a recovery sheet that could not be made.
func notMade(err error) effect {
	switch {
	case errors.Is(err, ErrBesideData):
		return attend("s07.beside")
	case errors.Is(err, fs.ErrNotExist):
		return attend("s07.nofolder")
	case errors.Is(err, ErrNoPrinter):
		return attend("s02.noprinter")
	}
	return attend("s02.failed")
}
