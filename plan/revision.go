package plan

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
func stacks(revs []Revision) (undo, redo []int) {
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
// moves, the versions and the signatures stay as they are now.
func Restore(p, older Plan) Plan {
	q := older.Clone()
	q.Revision, q.State, q.WorkingVersion = p.Revision, p.State, p.WorkingVersion
	q.Versions, q.Moves, q.Signatures = p.Clone().Versions, p.Clone().Moves, p.Clone().Signatures
	return q
}
