// Package sheet is one page to read that is no plan: a mirror card, the
// questions of a talk, a way of looking back, a list of words, what to do
// after a lost passphrase. A screen shows a sheet and paper gets the same one,
// so whoever writes it does not know where it is read. Its texts are ready to
// read; the package knows no catalogue and draws nothing.
package sheet

// Sheet is the page.
type Sheet struct {
	Stem     string // of the name of a file
	Kind     string // what it is, in words
	Title    string
	Lead     string
	Parts    []Part
	Notes    string // heading above the room to write, "" for no such room
	Language string // nl or en
}

// Part is a heading, "" for none, with what stands below it.
type Part struct {
	Heading string
	Form    Form
	Items   []Item
}

// Item is one thing to read. A term stands before its text; lines of the text
// are kept apart.
type Item struct{ Term, Text string }

// Form is how the items of a part stand below each other.
type Form string

// The forms of a part. On paper, questions and steps have room for an answer.
const (
	Bullets   Form = "bullets"
	Questions Form = "questions"
	Steps     Form = "steps" // numbered
	Terms     Form = "terms" // each with what it means
	Voices    Form = "voices"
)

// Add appends a part, unless there is nothing in it.
func (s *Sheet) Add(heading string, form Form, items []Item) {
	if len(items) > 0 {
		s.Parts = append(s.Parts, Part{heading, form, items})
	}
}
