package tui

import (
	"slices"

	"bekwaam/plan"
)

// A textChange is one thing that two states of a plan do not have in common,
// in the words of people.
type textChange struct {
	id       string
	kind     string // one of the plan.Diff constants
	name     string // of the piece
	label    string // of the field
	was, now string
}

// changesBetween compares two states piece by piece, in the order of b, then
// what is gone; same counts the pieces that say the same.
func changesBetween(e *env, a, b plan.Plan) (out []textChange, same int) {
	key := func(x plan.Piece) string { return string(x.Kind) + "/" + x.ID }
	before := map[string]plan.Piece{}
	for _, x := range plan.Pieces(a) {
		before[key(x)] = x
	}
	there := map[string]bool{}
	for _, x := range plan.Pieces(b) {
		there[key(x)] = true
		was, ok := before[key(x)]
		now := pieceWords(e, b, x)
		if !ok {
			if len(now) > 0 {
				out = append(out, textChange{id: key(x), kind: plan.DiffNew, name: pieceName(e, b, x)})
			}
			continue
		}
		labels, from, to := wordingsThatDiffer(pieceWords(e, a, was), now)
		for _, label := range labels {
			text, words := fromTheFirstChange(from[label], to[label])
			out = append(out, textChange{id: key(x) + "/" + label, kind: plan.DiffChanged, name: pieceName(e, b, x), label: label, was: text, now: words})
		}
		if len(labels) == 0 && len(now) > 0 {
			same++
		}
	}
	for _, x := range plan.Pieces(a) {
		if !there[key(x)] && len(pieceWords(e, a, x)) > 0 {
			out = append(out, textChange{id: key(x), kind: plan.DiffGone, name: pieceName(e, a, x)})
		}
	}
	return slices.Clip(out), same
}
