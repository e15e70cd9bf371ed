package plan

import "slices"

// Answer is what the teacher does with a note of the coach. A later answer to
// the same note counts instead of the earlier one, which stays on record,
// unless it is a reply that is still being written.
type Answer struct {
	ID    string  `json:"id" see:"coach"`
	Note  string  `json:"note" see:"coach"`
	State string  `json:"state" see:"coach"` // accepted, answered or set-aside
	Text  string  `json:"text,omitempty" see:"coach"`
	Made  string  `json:"made,omitempty" see:"coach"` // the agreement or activity that came of it
	By    string  `json:"by" see:"coach"`
	At    Instant `json:"at" see:"coach"`

	Unknown []Member `json:"-"`
}

// What a teacher does with a note. NoteOpen is a note without an answer.
const (
	NoteOpen     = "open"
	NoteAccepted = "accepted"
	NoteAnswered = "answered"
	NoteSetAside = "set-aside"
)

var answerStates = []string{NoteAccepted, NoteAnswered, NoteSetAside}

// AnswerOf returns the answer that counts for a note.
func (p Plan) AnswerOf(note string) (Answer, bool) {
	for _, a := range slices.Backward(p.Answers) {
		if a.Note == note {
			return a, true
		}
	}
	return Answer{}, false
}

// NoteState returns what the teacher did with a note.
func (p Plan) NoteState(note string) string {
	if a, ok := p.AnswerOf(note); ok {
		return a.State
	}
	return NoteOpen
}

// unsent reports whether a reply was written after the last file that was
// made: nobody can have read it.
func (p Plan) unsent(a Answer) bool {
	return a.State == NoteAnswered && !slices.ContainsFunc(p.Sent, func(d Dispatch) bool { return d.Packet.At >= a.At })
}

// AnswerNote puts the teacher's answer to a note on record. a.Made is the id
// for the agreement that comes of accepting an agreement; it is left alone
// for other notes, whose text is never put into the plan by itself, and in a
// closed year, in which nothing new is agreed.
//
// Errors: CodeUnknown for a note or a state that is not there, CodeRequired
// for a reply without a text, CodeRecord in a copy of somebody else's plan,
// and what [AddAgreement] refuses.
func AnswerNote(p Plan, a Answer) (Change, error) {
	at := slices.IndexFunc(p.Notes, func(n Note) bool { return n.ID == a.Note })
	switch {
	case p.EditionInfo != nil:
		return Change{}, &Error{Code: CodeRecord, Item: a.Note}
	case at < 0:
		return Change{}, unknown(a.Note)
	case !slices.Contains(answerStates, a.State):
		return Change{}, &Error{Code: CodeUnknown, Item: a.Note, Field: "state", Args: []string{a.State}}
	case a.State == NoteAnswered && a.Text == "":
		return Change{}, &Error{Code: CodeRequired, Item: a.Note, Field: "text"}
	case a.ID == "":
		return Change{}, &Error{Code: CodeRequired, Item: "answers", Field: "id"}
	}
	n := p.Notes[at]
	q := p
	if a.State == NoteAccepted && n.Kind == NoteAgreement && n.TakenInto == "" && a.Made != "" && p.State != Closed && p.State != Judged {
		c, err := AddAgreement(p, Agreement{ID: a.Made, Who: n.By, What: n.Text, ByWhen: n.Due, Audience: string(Coach)})
		if err != nil {
			return Change{}, err
		}
		q = c.Plan
		q.Notes[at].TakenInto = a.Made
	} else {
		a.Made = ""
	}
	return noted(q, "note.answer", []string{a.Note, a.State}, func(q *Plan) error {
		q.Answers = keepItems(q.Answers, func(x Answer) bool { return x.Note != a.Note || a.State != NoteAnswered || !p.unsent(x) })
		q.Answers = append(q.Answers, clone(a))
		return nil
	})
}
