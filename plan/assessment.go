package plan

import "bekwaam/text"

// Assessment is the judging of the competence file, as recorded here.
type Assessment struct {
	Separate []Judging      `json:"separate" see:"board"` // the board sees who, not what
	Agreed   *Advice        `json:"agreed" see:"board"`
	Decision *PhaseRecorded `json:"decision" see:"board"`

	Unknown []Member `json:"-"`
}

// Judging is what one assessor handed in.
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

	Unknown []Member `json:"-"`
}

// Advice is what the assessors agreed on.
type Advice struct {
	Date       text.Date   `json:"date" see:"board"`
	Judgements []Judgement `json:"judgements" see:"board"`

	Unknown []Member `json:"-"`
}

// Judgement is about one line: shown, partly or not-shown.
type Judgement struct {
	Competence string   `json:"competence" see:"board"`
	Judgement  string   `json:"judgement" see:"board"`
	Source     []string `json:"source" see:"board"`
	Reason     string   `json:"reason" see:"board"`
	Evidence   []string `json:"evidence" see:"board"`

	Unknown []Member `json:"-"`
}

// PhaseRecorded is a decision of a board. The program never computes it.
type PhaseRecorded struct {
	Phase      string    `json:"phase" see:"board"`
	Date       text.Date `json:"date" see:"board"`
	By         string    `json:"by" see:"board"`
	RecordedBy string    `json:"recorded_by,omitempty" see:"board"` // who typed it in
	Key        string    `json:"key,omitempty" see:"board"`
	At         Instant   `json:"at,omitempty" see:"board"`
	Source     string    `json:"source,omitempty"`

	Unknown []Member `json:"-"`
}
