package plan

import "bekwaam/text"

// Note, Observation, Confirmation, Signature, Judging and PhaseRecorded are
// records of an author. They carry who made them, with which key (a
// fingerprint, empty where it came without one), when, from which package
// (empty for what was typed here), and what they are about with the content
// hash it had at the time. A record is never changed; a later one names the
// one it follows.

// Note is a record of the coach.
type Note struct {
	ID        string    `json:"id" see:"coach"`
	Kind      string    `json:"kind" see:"coach"`
	About     string    `json:"about" see:"coach"` // id of an item, evaluation/d1, conditions, midyear or plan
	AboutHash string    `json:"about_hash,omitempty" see:"coach"`
	By        string    `json:"by" see:"coach"`
	Key       string    `json:"key,omitempty" see:"coach"`
	Date      text.Date `json:"date" see:"coach"`
	At        Instant   `json:"at,omitempty" see:"coach"`
	Text      string    `json:"text" see:"coach"`
	Due       text.Date `json:"due,omitempty" see:"coach"`
	TakenInto string    `json:"taken_into,omitempty" see:"coach"` // the agreement the teacher made of it
	Source    string    `json:"source,omitempty" see:"coach"`
	Follows   string    `json:"follows,omitempty" see:"coach"`

	// Via says how words came in that their author did not send: said, and
	// written down by RecordedBy; or pdf, made in another program and read in by
	// RecordedBy. By is then the name of who is said to have written or said it.
	Via        string `json:"via,omitempty" see:"coach"`
	RecordedBy string `json:"recorded_by,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// The ways in which words of somebody come in that they did not send.
const (
	NoteSaid      = "said"
	NoteElsewhere = "pdf"
)

// Observation is what somebody else saw: words, never a place on the
// continuum. Scores stand only where an instrument, used elsewhere, gave
// them. Source is seen, heard or read.
type Observation struct {
	ID          string    `json:"id"`
	Date        text.Date `json:"date"`
	By          *Person   `json:"by"`
	Key         string    `json:"key,omitempty"`
	At          Instant   `json:"at,omitempty"`
	Source      string    `json:"source,omitempty"`
	About       string    `json:"about,omitempty"`
	AboutHash   string    `json:"about_hash,omitempty"`
	Instrument  string    `json:"instrument"`
	Competences []string  `json:"competences"`
	Text        string    `json:"text"`
	ICALTScores []Score   `json:"icalt_scores,omitempty"`
	Reading     []Reading `json:"reading,omitempty"` // the teacher's own, in no edition for others
	Follows     string    `json:"follows,omitempty"`

	Unknown []Member `json:"-"`
}

// Reading is the sentence that the teacher reads in what somebody else wrote
// about a competence: their own place for it, an id of the scale fits.
type Reading struct {
	Competence string `json:"competence"`
	Fits       string `json:"fits"`

	Unknown []Member `json:"-"`
}

// Score is what an instrument gave for one of its domains.
type Score struct {
	Domain string  `json:"domain"`
	Score  Decimal `json:"score"`

	Unknown []Member `json:"-"`
}

// Confirmation is somebody's word that a report, such as that of a talk, is as
// the two discussed it. How says in which way, see [ConfirmTalk]; Proof is what
// a key file signed at one table, in base64, over [Confirmation.Statement].
type Confirmation struct {
	ID        string    `json:"id" see:"coach"`
	About     string    `json:"about" see:"coach"`
	AboutHash string    `json:"about_hash,omitempty" see:"coach"`
	By        string    `json:"by" see:"coach"`
	Role      string    `json:"role" see:"coach"`
	Key       string    `json:"key,omitempty" see:"coach"`
	Date      text.Date `json:"date" see:"coach"`
	At        Instant   `json:"at,omitempty" see:"coach"`
	Source    string    `json:"source,omitempty" see:"coach"`

	How        string `json:"how,omitempty" see:"coach"`
	RecordedBy string `json:"recorded_by,omitempty" see:"coach"`
	Proof      string `json:"proof,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// Signature says that somebody signed a version, or is expected to. AboutHash
// is the content hash of the whole plan when it was signed. One with a pen
// (OnPaper) has no key, and says who recorded it and when.
type Signature struct {
	Moment    string    `json:"moment" see:"board"` // plan or close
	Role      string    `json:"role" see:"board"`
	Name      string    `json:"name" see:"board"`
	Date      text.Date `json:"date" see:"board"`
	At        Instant   `json:"at,omitempty" see:"board"`
	Status    string    `json:"status" see:"board"` // signed, expected, declined, on-paper
	Version   int       `json:"version,omitempty" see:"board"`
	AboutHash string    `json:"about_hash,omitempty" see:"board"`
	Key       string    `json:"key,omitempty" see:"board"`
	Source    string    `json:"source,omitempty"`
	Employer  string    `json:"employer,omitempty" see:"board"`

	RecordedBy string  `json:"recorded_by,omitempty" see:"board"`
	RecordedAt Instant `json:"recorded_at,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// The states of a signature.
const (
	Signed   = "signed"
	Expected = "expected"
	Declined = "declined"
	OnPaper  = "on-paper" // with a pen: a fact that somebody recorded, not one that was checked
)
