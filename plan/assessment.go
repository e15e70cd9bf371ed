package plan

import "bekwaam/text"

// Assessment is the judging of the competence file, as recorded here: what the
// teacher put on the table, what assessors handed in and opened, the talk about
// it, what they agreed on and what the board decided. Every part but File is
// a list of records of their authors, see [Note].
type Assessment struct {
	File       *CompetenceFile  `json:"file,omitempty"`
	Sealed     []SealedJudging  `json:"sealed,omitempty"`
	Openings   []Opening        `json:"openings,omitempty"`
	Separate   []Judging        `json:"separate" see:"board"` // the board sees who, not what
	Interviews []InterviewNotes `json:"interviews,omitempty"`
	Proposed   []Advice         `json:"proposed,omitempty"`
	Agreeing   []AdviceWord     `json:"agreeing,omitempty"`
	Agreed     *Advice          `json:"agreed" see:"board"`
	Reactions  []Reaction       `json:"reactions,omitempty" see:"board"`
	Decision   *PhaseRecorded   `json:"decision" see:"board"`
	Mine       *OwnJudging      `json:"mine,omitempty"` // an assessor's own, in no edition

	Unknown []Member `json:"-"`
}

// Judging is what one assessor judged. Follows names the one that it revises:
// both stay. AboutHash is the package of the file that was judged.
type Judging struct {
	ID         string      `json:"id" see:"board"`
	Assessor   *Person     `json:"assessor" see:"board"`
	Key        string      `json:"key,omitempty"`
	Date       text.Date   `json:"date"`
	At         Instant     `json:"at,omitempty"`
	Source     string      `json:"source,omitempty"`
	AboutHash  string      `json:"about_hash,omitempty"`
	Judgements []Judgement `json:"judgements"`
	Follows    string      `json:"follows,omitempty"`
	// Independent and Training are what the assessor stated on handing in.
	Independent bool   `json:"independent,omitempty" see:"board"`
	Training    string `json:"training,omitempty" see:"board"`
	// Questions are for the interview.
	Questions []LineText `json:"questions,omitempty"`

	Unknown []Member `json:"-"`
}

// Advice is what the assessors agreed on: a judgement on each line, or that
// they do not agree on it, with the reason. Overall is met or not-yet, "" where
// they do not agree on that.
type Advice struct {
	ID         string      `json:"id,omitempty"`
	By         string      `json:"by,omitempty"` // who wrote it down for all
	Key        string      `json:"key,omitempty"`
	At         Instant     `json:"at,omitempty"`
	AboutHash  string      `json:"about_hash,omitempty"`
	Date       text.Date   `json:"date" see:"board"`
	Judgements []Judgement `json:"judgements" see:"board"`
	Apart      []LineText  `json:"apart,omitempty" see:"board"` // lines on which they do not agree, and why
	Overall    string      `json:"overall,omitempty" see:"board"`
	Reason     string      `json:"reason,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// AdviceWord is an assessor's word on an advice, by its id and content hash.
type AdviceWord struct {
	ID     string  `json:"id"`
	Advice string  `json:"advice"`
	Hash   string  `json:"hash"`
	By     string  `json:"by"`
	Key    string  `json:"key,omitempty"`
	At     Instant `json:"at"`

	Unknown []Member `json:"-"`
}

// Judgement is about one line: shown, partly or not-shown. Competence is the id
// of the line: of a competence, or of a group such as pos/verschillen.
type Judgement struct {
	Competence string   `json:"competence" see:"board"`
	Judgement  string   `json:"judgement" see:"board"`
	Source     []string `json:"source" see:"board"`
	Reason     string   `json:"reason" see:"board"`
	Evidence   []string `json:"evidence" see:"board"` // ids of pieces

	Unknown []Member `json:"-"`
}

// LineText is a text about a line of the file, "" for the whole.
type LineText struct {
	Line string `json:"line" see:"board"`
	Text string `json:"text" see:"board"`

	Unknown []Member `json:"-"`
}

// Reaction is what the teacher says to the advice. It goes wherever the advice
// goes.
type Reaction struct {
	By     string    `json:"by" see:"board"`
	Key    string    `json:"key,omitempty"`
	Date   text.Date `json:"date" see:"board"`
	At     Instant   `json:"at,omitempty" see:"board"`
	Advice string    `json:"advice"` // id of the advice
	Text   string    `json:"text" see:"board"`

	Unknown []Member `json:"-"`
}

// PhaseRecorded is a decision of a board. The program never computes it.
type PhaseRecorded struct {
	Phase      string    `json:"phase" see:"board"`
	Date       text.Date `json:"date" see:"board"`
	By         string    `json:"by" see:"board"`
	RecordedBy string    `json:"recorded_by,omitempty" see:"board"` // who typed it in
	Reason     string    `json:"reason,omitempty" see:"board"`
	Key        string    `json:"key,omitempty" see:"board"`
	At         Instant   `json:"at,omitempty" see:"board"`
	Source     string    `json:"source,omitempty"`

	Unknown []Member `json:"-"`
}
