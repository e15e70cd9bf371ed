package plan

import "slices"

// Act names what was done, for the line in the history. The words stand in
// the catalogues; Args are what those words need (an id, a field, a name).
type Act struct {
	Name string   `json:"act"`
	Args []string `json:"args"`

	// Fixed acts are not undone by the person: signing, closing, making a
	// file for somebody. They have their own way back.
	Fixed bool `json:"fixed"`
}

// Change is what every act returns.
type Change struct {
	Plan Plan
	Act  Act
}

// Revision is one act on record. N counts up from 1 within a plan. Undoes
// and Redoes name the revision that was taken back or brought back.
type Revision struct {
	N      int     `json:"revision"`
	At     Instant `json:"at"`
	By     string  `json:"by"`
	Act    Act     `json:"act"`
	State  State   `json:"state"`
	Undoes int     `json:"undoes"`
	Redoes int     `json:"redoes"`
}

// stacks replays the history: what can be undone and redone now, last on top.
// Old revisions are thinned out: nothing before a number that is missing can be
// taken back or brought back, as what it became is not kept.
func stacks(revs []Revision) (undo, redo []int) {
	for i := len(revs) - 1; i > 0; i-- {
		if revs[i].N != revs[i-1].N+1 {
			undo, redo := stacks(revs[i+1:])
			return above(undo, revs[i].N), above(redo, revs[i].N)
		}
	}
	for _, r := range revs {
		switch {
		case r.Undoes > 0:
			if n := len(undo); n > 0 {
				undo = undo[:n-1]
			}
			redo = append(redo, r.Undoes)
		case r.Redoes > 0:
			if n := len(redo); n > 0 {
				redo = redo[:n-1]
			}
			undo = append(undo, r.Redoes)
		case r.Act.Fixed:
			undo, redo = nil, nil
		default:
			undo, redo = append(undo, r.N), nil
		}
	}
	return undo, redo
}

// above returns what lies on a stack above everything up to revision n.
func above(stack []int, n int) []int {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i] <= n {
			return stack[i+1:]
		}
	}
	return stack
}

// UndoTarget returns the revision that undo would take back; the plan then
// is as it was at the revision before it. The first revision of a plan is
// its beginning and stays.
func UndoTarget(revs []Revision) (Revision, bool) {
	undo, _ := stacks(revs)
	return byNumber(revs, undo, 1)
}

// RedoTarget returns the revision that redo would bring back; the plan then
// is as it was at that revision.
func RedoTarget(revs []Revision) (Revision, bool) {
	_, redo := stacks(revs)
	return byNumber(revs, redo, 0)
}

func byNumber(revs []Revision, stack []int, above int) (Revision, bool) {
	if len(stack) == 0 || stack[len(stack)-1] <= above {
		return Revision{}, false
	}
	for _, r := range revs {
		if r.N == stack[len(stack)-1] {
			return r, true
		}
	}
	return Revision{}, false
}

// Restore brings the content of an older revision into p. The state and its
// moves, the versions, the signatures and what was sent stay as they are now.
// The moves of a packet go and come with the packet, and with the mark that it
// was withdrawn.
func Restore(p, older Plan) Plan {
	q, now := older.Clone(), p.Clone()
	q.Revision, q.State, q.WorkingVersion = p.Revision, p.State, p.WorkingVersion
	q.Versions, q.Moves, q.Signatures, q.Sent = now.Versions, now.Moves, now.Signatures, now.Sent
	for i := range q.Sent {
		if at := slices.IndexFunc(older.Sent, func(d Dispatch) bool { return d.Package == q.Sent[i].Package }); at >= 0 {
			q.Sent[i].Withdrawn = older.Sent[at].Withdrawn
		}
	}
	undone := func(m Move) bool { return p.knows(m) && !older.knows(m) }
	if at := slices.IndexFunc(q.Moves, undone); at >= 0 {
		q.State = q.Moves[at].From
		q.Moves = slices.DeleteFunc(q.Moves, undone)
		if n := len(q.Moves); n > at {
			q.State = q.Moves[n-1].To
		}
	}
	for _, m := range older.Moves {
		if older.knows(m) && !p.knows(m) {
			q.Moves, q.State = append(q.Moves, m), m.To
		}
	}
	return q
}

// knows reports whether what a packet's move says happened in p: it was read
// in, or withdrawn.
func (p Plan) knows(m Move) bool {
	return m.Package != "" && (p.received(m.Package) || p.withdrawn(m.Package))
}

func (p Plan) received(id string) bool {
	return slices.ContainsFunc(p.Received, func(r Receipt) bool { return r.Package == id })
}
