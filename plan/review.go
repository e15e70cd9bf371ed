package plan

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// Review is what a coach keeps beside the copy of a starter's plan. It is in
// no edition, for nobody.
type Review struct {
	Private   []PrivateNote `json:"private"`
	Agenda    []string      `json:"agenda"`    // ids of items and keys of agenda items, in the order of the talk
	Questions []string      `json:"questions"` // ids of the coach's questions, or a question of one's own
	Moment    string        `json:"moment,omitempty"`
	Talk      text.Date     `json:"talk,omitempty"` // the next one
	Drafts    []string      `json:"drafts"`         // notes that were not sent yet
	Outcome   string        `json:"outcome,omitempty"`
	Reason    string        `json:"reason,omitempty"`
	Base      int           `json:"base,omitempty"` // revision in which the plan was given back last
	Seen      []SeenPiece   `json:"seen,omitempty"` // the plan as it was then
	Ended     Instant       `json:"ended,omitempty"`

	Unknown []Member `json:"-"`
}

// PrivateNote is a coach's own note about an item.
type PrivateNote struct {
	ID    string  `json:"id"`
	About string  `json:"about"`
	Text  string  `json:"text"`
	At    Instant `json:"at"`

	Unknown []Member `json:"-"`
}

// The kinds of a note, as the pack has them.
const (
	NoteStrength   = "sterkte"
	NoteQuestion   = "vraag"
	NoteSuggestion = "suggestie"
	NoteAgreement  = "afspraak"
)

// NoteKinds are the kinds of a note in the order of their keys.
var NoteKinds = []string{NoteStrength, NoteQuestion, NoteSuggestion, NoteAgreement}

// author is whose record a note is: of who noted it, where its words came in
// by somebody else.
func (n Note) author() Party {
	if n.Via != "" {
		return Party{Name: n.RecordedBy, Key: n.Key}
	}
	return Party{Name: n.By, Key: n.Key}
}

// noted changes records: what may be added to a frozen version too.
func noted(p Plan, name string, args []string, do func(*Plan) error) (Change, error) {
	q := p.Clone()
	if err := do(&q); err != nil {
		return Change{}, err
	}
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: name, Args: args}}, nil
}

// AddNote adds a coach's note to the copy of a plan; it goes to the teacher
// with the next return. It is bound to what the item says now.
//
// Errors: CodeRecord in one's own plan, CodeUnknown for a kind or an item
// that is not there, CodeRequired without a text. An agreement may be without
// a day: the two may not know it yet.
func AddNote(p Plan, n Note) (Change, error) {
	return noted(p, "note.add", []string{n.ID, n.Kind, n.About}, func(q *Plan) error {
		switch {
		case q.Review == nil:
			return &Error{Code: CodeRecord, Field: "notes"}
		case n.ID == "":
			return &Error{Code: CodeRequired, Item: "notes", Field: "id"}
		case !slices.Contains(NoteKinds, n.Kind):
			return &Error{Code: CodeUnknown, Item: n.ID, Field: "kind", Args: []string{n.Kind}}
		case n.Text == "":
			return &Error{Code: CodeRequired, Item: n.ID, Field: "text"}
		}
		hash, ok := aboutHash(*q, n.About)
		if !ok {
			return unknown(n.About)
		}
		n.AboutHash = hash
		q.Notes = append(q.Notes, clone(n))
		q.Review.Drafts = append(q.Review.Drafts, n.ID)
		return nil
	})
}

// aboutHash is the content hash of what a note can be about: an item, a
// competence, or the plan.
func aboutHash(p Plan, about string) (string, bool) {
	if hash, ok := ContentHash(p, about); ok {
		return hash, true
	}
	_, ok := Edition{Plan: p, Info: info0(p)}.Competence(about)
	return "", ok
}

func info0(p Plan) EditionInfo {
	if p.EditionInfo == nil {
		return EditionInfo{}
	}
	return *p.EditionInfo
}

// EditNote changes a note that was not sent yet. One that was sent is a
// record and stays: CodeRecord.
func EditNote(p Plan, id, field string, edit func(*Note)) (Change, error) {
	return noted(p, "note.edit", []string{id, field}, func(q *Plan) error {
		n, err := q.draftNote(id)
		if err != nil {
			return err
		}
		edit(n)
		n.ID = id
		if n.Text == "" {
			return &Error{Code: CodeRequired, Item: id, Field: "text"}
		}
		return nil
	})
}

// RemoveNote takes a note away that was not sent yet.
func RemoveNote(p Plan, id string) (Change, error) {
	return noted(p, "note.remove", []string{id}, func(q *Plan) error {
		if _, err := q.draftNote(id); err != nil {
			return err
		}
		q.Notes = slices.DeleteFunc(q.Notes, func(n Note) bool { return n.ID == id })
		q.Review.Drafts = slices.DeleteFunc(q.Review.Drafts, func(x string) bool { return x == id })
		return nil
	})
}

func (p *Plan) draftNote(id string) (*Note, error) {
	at := slices.IndexFunc(p.Notes, func(n Note) bool { return n.ID == id })
	switch {
	case at < 0:
		return nil, unknown(id)
	case p.Review == nil || !slices.Contains(p.Review.Drafts, id):
		return nil, &Error{Code: CodeRecord, Item: id}
	}
	return &p.Notes[at], nil
}

// EditReview changes what a coach keeps beside a plan: private notes, the
// agenda, the questions, the next talk. field names what changed.
func EditReview(p Plan, field string, edit func(*Review)) (Change, error) {
	return noted(p, "review.edit", []string{field}, func(q *Plan) error {
		if q.Review == nil {
			return &Error{Code: CodeRecord, Field: "review"}
		}
		kept := clone(*q.Review)
		edit(q.Review)
		q.Review.Drafts, q.Review.Base, q.Review.Seen, q.Review.Ended = kept.Drafts, kept.Base, kept.Seen, kept.Ended
		return nil
	})
}

// NoteAge says how a note stands to the text it is about.
type NoteAge string

// How a note stands to the text it is about.
const (
	NoteSame    NoteAge = "same"
	NoteChanged NoteAge = "changed" // the text was changed since
	NoteGone    NoteAge = "gone"    // there is no such item any more
)

// AgeOfNote compares what a note is about with what it says now. A note
// without a hash, which was written elsewhere, is the same as long as its item
// is there. "plan" is always there, and never the same for long: it counts as
// the same.
func AgeOfNote(p Plan, n Note) NoteAge {
	if n.About == "plan" || n.About == "" {
		return NoteSame
	}
	hash, ok := ContentHash(p, n.About)
	switch {
	case !ok && n.AboutHash == "" && isCompetence(n.About):
		return NoteSame
	case !ok:
		return NoteGone
	case n.AboutHash == "" || n.AboutHash == hash:
		return NoteSame
	}
	return NoteChanged
}

// isCompetence reports whether an id can be that of a competence: those, and
// the evaluation of a goal, are the only ones with a stroke in them.
func isCompetence(id string) bool {
	return strings.Contains(id, "/") && !strings.HasPrefix(id, "evaluation/")
}
