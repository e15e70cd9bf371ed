package plan

import "slices"

// What a coach keeps of a starter when the coaching ends.
const (
	KeepAll   = "all"   // everything, also what only the coach saw
	KeepRound = "round" // what went to and fro, without what only the coach saw
)

// Keeps are the answers to the question what to keep.
var Keeps = []string{KeepAll, KeepRound}

// EndCoaching notes in the copy of a plan that the coaching has ended, and
// takes away what the coach does not want to keep. A plan that arrives later
// begins it again.
//
// Errors: CodeRecord in one's own plan, CodeUnknown for another keep,
// CodeNothing where it had ended.
func EndCoaching(p Plan, keep string, by Actor) (Change, error) {
	return noted(p, "review.end", []string{keep}, func(q *Plan) error {
		switch {
		case q.Review == nil:
			return &Error{Code: CodeRecord, Field: "review"}
		case !slices.Contains(Keeps, keep):
			return &Error{Code: CodeUnknown, Field: "keep", Args: []string{keep}}
		case q.Review.Ended != "":
			return &Error{Code: CodeNothing}
		}
		q.Review.Ended, q.Review.Talk = At(by.At), Review{}.Talk
		if keep == KeepRound {
			drafts := q.Review.Drafts
			q.Notes = slices.DeleteFunc(q.Notes, func(n Note) bool { return slices.Contains(drafts, n.ID) })
			*q.Review = Review{Base: q.Review.Base, Seen: q.Review.Seen, Ended: q.Review.Ended, Unknown: q.Review.Unknown}
		}
		return nil
	})
}
