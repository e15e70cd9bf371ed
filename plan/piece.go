package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
)

// PieceKind is what sort of thing a [Piece] is.
type PieceKind string

// The kinds of a piece, in the order in which they are read.
const (
	PieceWhole       PieceKind = "plan"    // the plan as a whole, with the question to the coach
	PieceProfile     PieceKind = "profile" // who somebody is and where they work
	PieceGoal        PieceKind = "goal"
	PieceActivity    PieceKind = "activity"
	PieceConditions  PieceKind = "conditions"
	PieceAgreement   PieceKind = "agreement"
	PieceEvidence    PieceKind = "evidence"
	PieceView        PieceKind = "view" // the own view on a competence
	PieceObservation PieceKind = "observation"
	PieceOpen        PieceKind = "open"  // answers to the open questions
	PieceStart       PieceKind = "start" // what was brought from the initial training
	PieceMidyear     PieceKind = "midyear"
	PieceEvaluation  PieceKind = "evaluation"
)

// A Piece is one thing in a plan that a coach reads: an item, a competence, or
// a part such as the profile. ID is what [Note].About calls it; of parts that a
// note cannot be about it is the kind.
type Piece struct {
	Kind PieceKind
	ID   string
	hash string
}

// About is what a note on the piece is about: the piece, or else the plan.
func (x Piece) About() string {
	switch x.Kind {
	case PieceProfile, PieceOpen, PieceStart:
		return string(PieceWhole)
	}
	return x.ID
}

// Pieces returns what there is to read in p, in the order of reading. What
// was not filled in, or not shared, is no piece.
func Pieces(p Plan) []Piece {
	var out []Piece
	add := func(kind PieceKind, id string, of any) {
		hash, ok := ContentHash(p, id)
		if !ok || kind == PieceWhole {
			sum := sha256.Sum256(Canonical([]any{toTree(reflect.ValueOf(of))}))
			hash = hex.EncodeToString(sum[:16])
		}
		out = append(out, Piece{kind, id, hash})
	}
	add(PieceWhole, string(PieceWhole), p.QuestionToCoach)
	add(PieceProfile, string(PieceProfile), p.Profile)
	for _, x := range p.Goals {
		add(PieceGoal, x.ID, nil)
	}
	for _, x := range p.Activities {
		add(PieceActivity, x.ID, nil)
	}
	if _, left := canonical(toTree(reflect.ValueOf(p.Conditions))); left {
		add(PieceConditions, string(PieceConditions), nil)
	}
	for _, x := range p.Agreements {
		add(PieceAgreement, x.ID, nil)
	}
	for _, x := range p.Evidence {
		add(PieceEvidence, x.ID, nil)
	}
	for _, x := range p.Views {
		add(PieceView, x.Competence, x)
	}
	for _, x := range p.Observations {
		add(PieceObservation, x.ID, nil)
	}
	if len(p.Survey.Open) > 0 {
		add(PieceOpen, string(PieceOpen), p.Survey.Open)
	}
	if p.Start.Brought != nil {
		add(PieceStart, string(PieceStart), *p.Start.Brought)
	}
	if p.Midyear != nil {
		add(PieceMidyear, string(PieceMidyear), nil)
	}
	if p.Evaluation != nil {
		for _, x := range p.Evaluation.PerGoal {
			add(PieceEvaluation, "evaluation/"+x.Goal, nil)
		}
	}
	return out
}

// SeenPiece is a piece as it was when the coach gave the plan back: the hash of
// what it said, and how many answers there were to notes on it. The words of
// it are those by which it can be named once it is gone.
type SeenPiece struct {
	Kind    PieceKind `json:"kind"`
	ID      string    `json:"id"`
	Hash    string    `json:"hash"`
	Answers int       `json:"answers,omitempty"`
	Words   string    `json:"words,omitempty"`

	Unknown []Member `json:"-"`
}

// look returns what the coach sees of p now.
func look(p Plan) []SeenPiece {
	var out []SeenPiece
	answers := answersBy(p)
	for _, x := range Pieces(p) {
		out = append(out, SeenPiece{Kind: x.Kind, ID: x.ID, Hash: x.hash, Answers: answers[x.ID], Words: pieceWords(p, x)})
	}
	return out
}

// answersBy counts the answers to the notes about each piece.
func answersBy(p Plan) map[string]int {
	about, out := map[string]string{}, map[string]int{}
	for _, n := range p.Notes {
		about[n.ID] = n.About
	}
	for _, a := range p.Answers {
		out[about[a.Note]]++
	}
	return out
}

// mostWords is how much of a text names a piece that is gone, in runes.
const mostWords = 80

// pieceWords is what somebody called an item.
func pieceWords(p Plan, x Piece) string {
	_, v, ok := find(p, x.ID)
	if !ok || x.Kind == PieceWhole {
		return ""
	}
	words := []rune(title(toTree(v)))
	return string(words[:min(len(words), mostWords)])
}

// News is something for a coach to look at: a piece that is new, gone or
// changed since the plan was given back last, or on which a note was answered
// since.
type News struct {
	Piece
	Kind    string // one of the Diff constants, "" where only a note was answered
	Answers int    // to notes on it, since
	Words   string // of what is gone
}

// Review may not have been given back yet: then everything is news.
func (r *Review) first() bool { return r == nil || r.Base == 0 }

// NewsOf returns what changed in the copy of a plan since the coach gave it
// back last, what is gone at the end, and reports whether there was a last
// time: on a first version there is no news, as all is new.
func NewsOf(p Plan) (news []News, again bool) {
	if p.Review.first() {
		return nil, false
	}
	was := map[string]SeenPiece{}
	for _, x := range p.Review.Seen {
		was[x.ID] = x
	}
	answers := answersBy(p)
	for _, x := range Pieces(p) {
		old, known := was[x.ID]
		delete(was, x.ID)
		n := News{Piece: x, Answers: max(answers[x.ID]-old.Answers, 0)}
		switch {
		case !known:
			n.Kind = DiffNew
		case old.Hash != x.hash:
			n.Kind = DiffChanged
		case n.Answers == 0:
			continue
		}
		news = append(news, n)
	}
	for _, x := range p.Review.Seen {
		if _, gone := was[x.ID]; gone {
			news = append(news, News{Piece: Piece{Kind: x.Kind, ID: x.ID}, Kind: DiffGone, Words: x.Words})
		}
	}
	return news, true
}
