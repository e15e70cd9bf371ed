package plan

import "bekwaam/text"

// CompetenceFile is what the teacher puts on the table: lines to be judged, and
// pieces, which are copies of what they were when they were chosen, from this
// plan and from those of earlier years. Assessors get this and nothing else.
type CompetenceFile struct {
	Gate      string      `json:"gate,omitempty"` // of the framework; "" for its own phase basis
	Phase     string      `json:"phase"`
	Lines     []FileLine  `json:"lines"`
	Pieces    []FilePiece `json:"pieces"`
	Coached   []Coached   `json:"coached,omitempty"` // that coaching took place, not what was said
	Assessors []string    `json:"assessors"`
	Guides    []Guide     `json:"guides,omitempty"` // who coached or managed the teacher, and so does not judge
	Made      []FileMade  `json:"made,omitempty"`   // for the assessors, newest last

	Unknown []Member `json:"-"`
}

// FileLine is one thing to judge: a competence, or a group of competences such
// as a critical action. Sentence is what counts for a competence.
type FileLine struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Sentence    string   `json:"sentence,omitempty"`
	Competences []string `json:"competences"`

	Unknown []Member `json:"-"`
}

// The kinds of a piece of the competence file.
const (
	FileEvidence    = "evidence"
	FileReflection  = "reflection"
	FileObservation = "observation"
	FileYear        = "year" // the plan of a year: its goals and what became of them
)

var fileKinds = []string{FileEvidence, FileReflection, FileObservation, FileYear}

// FilePiece is one thing in the file, as it was when it was chosen. Of is its
// own kind: of evidence, the model of a reflection, the instrument of an
// observation. Hash is the content of the item then, to see that it changed.
type FilePiece struct {
	ID     string        `json:"id"`
	Kind   string        `json:"kind"`
	Plan   string        `json:"plan"`
	Item   string        `json:"item"`
	Year   string        `json:"year"` // school year
	Of     string        `json:"of,omitempty"`
	Title  string        `json:"title"`
	Date   text.Date     `json:"date"`
	Text   string        `json:"text,omitempty"`
	By     string        `json:"by,omitempty"`
	Source string        `json:"source,omitempty"`
	Link   string        `json:"link,omitempty"`
	Place  string        `json:"place,omitempty"`
	File   *EvidenceFile `json:"file,omitempty"`
	Home   bool          `json:"home,omitempty"` // a film: it stays with the teacher, who shows it
	Lines  []string      `json:"lines"`
	Goals  []FileGoal    `json:"goals,omitempty"` // of a year
	Hash   string        `json:"hash,omitempty"`

	Unknown []Member `json:"-"`
}

// FileGoal is a goal of a year with what became of it.
type FileGoal struct {
	Title  string `json:"title"`
	Result string `json:"result"`
	Effect string `json:"effect,omitempty"`

	Unknown []Member `json:"-"`
}

// Coached says that there was coaching in a school year, and by whom.
type Coached struct {
	Year string `json:"year"`
	By   string `json:"by"`

	Unknown []Member `json:"-"`
}

// Guide is somebody who guided or managed the teacher in a year.
type Guide struct {
	Name string `json:"name"`
	Role string `json:"role"` // coach or manager
	Year string `json:"year"`

	Unknown []Member `json:"-"`
}

// FileMade is a competence file that was made.
type FileMade struct {
	Package string  `json:"package"`
	At      Instant `json:"at"`

	Unknown []Member `json:"-"`
}

// Piece returns a piece of the file by its id.
func (f *CompetenceFile) Piece(id string) (FilePiece, bool) {
	if f == nil {
		return FilePiece{}, false
	}
	for _, x := range f.Pieces {
		if x.ID == id {
			return x, true
		}
	}
	return FilePiece{}, false
}

// Line returns a line of the file by its id.
func (f *CompetenceFile) Line(id string) (FileLine, bool) {
	if f == nil {
		return FileLine{}, false
	}
	for _, x := range f.Lines {
		if x.ID == id {
			return x, true
		}
	}
	return FileLine{}, false
}

// OnLine returns the pieces about a line.
func (f *CompetenceFile) OnLine(id string) []FilePiece {
	return keepItems(f.Pieces, func(x FilePiece) bool { return contains(x.Lines, id) })
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// CompetenceFile returns the file of a plan or of an assessor's copy, nil where
// there is none.
func (p Plan) CompetenceFile() *CompetenceFile {
	if p.Assessment == nil {
		return nil
	}
	return p.Assessment.File
}
