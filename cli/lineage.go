package cli

import (
	"encoding/json"
	"slices"

	"bekwaam/plan"
	"bekwaam/store"
)

// went is what a plan here went through.
type went struct {
	trail plan.Trail
	revs  map[string]int // the newest revision of each digest, where the store has one
	later []plan.Plan    // those that the store does not have yet, newest first
}

// left is a state that another computer may have: a file was made of it, or it
// came in one. The store thins its revision out one day. Trail is what the plan
// went through before it elsewhere.
type left struct {
	Revision int        `json:"revision"`
	State    string     `json:"state"`
	Trail    plan.Trail `json:"trail,omitempty"`
}

// leftName is the name under which the store keeps the states of a plan that
// another computer may have.
func leftName(id string) string { return "left." + id }

// Of these so many are kept, and so many with a trail.
const (
	mostLeft  = 200
	mostLines = 8
)

// went returns what the plan with an id went through. later are the states
// that the store does not have yet, oldest first.
func (s *session) went(id string, later ...plan.Plan) (went, error) {
	out := went{revs: map[string]int{}}
	for _, p := range slices.Backward(later) {
		out.trail, out.later = append(out.trail, plan.StateDigest(p)), append(out.later, p)
	}
	past, err := s.st.History(id)
	if err != nil || len(past) == 0 {
		return out, err
	}
	gone, err := s.leftOf(id)
	if err != nil {
		return out, err
	}
	// What came after the newest was left where an older copy was put back.
	newest := past[len(past)-1].N
	gone = slices.DeleteFunc(gone, func(x left) bool { return x.Revision > newest })

	var revs []plan.Revision
	digests := map[int]string{}
	for _, r := range past {
		if revs = append(revs, r.Revision); r.Digest != "" {
			digests[r.N], out.revs[r.Digest] = r.Digest, r.N
		}
	}
	for _, r := range plan.Went(revs) {
		for len(gone) > 0 && gone[0].Revision > r.N {
			x := gone[0]
			if gone = gone[1:]; digests[x.Revision] != "" { // taken back
				continue
			}
			out.trail = append(out.trail, x.State) // thinned out
			if len(x.Trail) > 0 {
				out.trail = append(out.trail, x.Trail...)
				return out, nil
			}
		}
		digest := digests[r.N]
		if digest == "" {
			p, err := s.st.LoadRevision(id, r.N)
			if err != nil {
				return out, err
			}
			digest = plan.StateDigest(p)
			out.revs[digest] = max(out.revs[digest], r.N)
		}
		out.trail = append(out.trail, digest)
		if len(gone) > 0 && gone[0].Revision == r.N {
			x := gone[0]
			if gone = gone[1:]; len(x.Trail) > 0 && x.State == digest {
				out.trail = append(out.trail, x.Trail...)
				return out, nil
			}
		}
		if len(out.trail) >= plan.MaxAncestors {
			break
		}
	}
	return out, nil
}

// stateAt returns the state at a place of a trail; of one that is not here the
// next older one that is, and the zero plan where there is none.
func (s *session) stateAt(id string, w went, at int) plan.Plan {
	if at < len(w.later) {
		return w.later[at]
	}
	for _, digest := range w.trail[at:] {
		if n := w.revs[digest]; n > 0 {
			if p, err := s.st.LoadRevision(id, n); err == nil {
				return p
			}
		}
	}
	return plan.Plan{}
}

// leftOf returns the states of a plan that another computer may have, newest
// first.
func (s *session) leftOf(id string) ([]left, error) {
	value, ok, err := s.st.Setting(leftName(id))
	if err != nil || !ok {
		return nil, err
	}
	var out []left
	if json.Unmarshal([]byte(value), &out) != nil {
		return nil, nil // it only makes questions fewer
	}
	return out, nil
}

// leave remembers that another computer may have the state of a plan.
func (s *session) leave(p plan.Plan) error {
	list, err := s.leftOf(p.ID)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(list, func(x left) bool { return x.Revision == p.Revision }) {
		return nil
	}
	return s.st.Update(func(tx *store.Tx) error {
		return putLeft(tx, p.ID, withLeft(list, left{Revision: p.Revision, State: plan.StateDigest(p)}))
	})
}

// append records acts and, by the place of some in entries, what the plan went
// through by them elsewhere, in one transaction.
func (s *session) append(entries []store.Entry, lines map[int]plan.Trail) error {
	lists := map[string][]left{}
	for i := range lines {
		id := entries[i].Plan.ID
		list, err := s.leftOf(id)
		if err != nil {
			return err
		}
		lists[id] = list
	}
	return s.st.Update(func(tx *store.Tx) error {
		for i, e := range entries {
			rev, err := tx.Append(e)
			if err != nil {
				return err
			}
			trail, ok := lines[i]
			if !ok {
				continue
			}
			list := withLeft(lists[e.Plan.ID], left{rev.N, plan.StateDigest(e.Plan), trail})
			if err := putLeft(tx, e.Plan.ID, list); err != nil {
				return err
			}
		}
		return nil
	})
}

// learn remembers what a file with the same plan knows more of.
func (s *session) learn(t taken) error {
	if t.Descent != descents[plan.DescentSame] || len(t.trail) == 0 {
		return nil
	}
	p, err := s.st.Load(t.Plan)
	if err != nil {
		return err
	}
	list, err := s.leftOf(p.ID)
	if err != nil {
		return err
	}
	return s.st.Update(func(tx *store.Tx) error {
		return putLeft(tx, p.ID, withLeft(list, left{p.Revision, plan.StateDigest(p), t.trail}))
	})
}

// withLeft puts a state before the others, of which some go: an older copy
// that was put back counts from an earlier number on.
func withLeft(list []left, x left) []left {
	out := []left{x}
	lines := 0
	for _, y := range list {
		if y.Revision >= x.Revision || len(out) == mostLeft {
			continue
		}
		if lines++; len(y.Trail) == 0 {
			lines--
		} else if lines >= mostLines {
			y.Trail = nil
		}
		out = append(out, y)
	}
	return out
}

func putLeft(tx *store.Tx, id string, list []left) error {
	value, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return tx.PutSetting(leftName(id), string(value))
}
