package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"bekwaam/plan"
)

// Entry is one act on a plan, to be kept.
type Entry struct {
	Plan plan.Plan     // the plan as the act left it
	Rev  plan.Revision // At, By, Act, Undoes and Redoes; N and State are filled in

	// Freeze is the number of the version that this act froze, or 0. The plan
	// of this entry is then kept under that number and never changes.
	Freeze int
}

// maxID keeps keys well below what the database takes.
const maxID = 200

// Append makes an act durable as the next revision of its plan and returns
// that revision. The first revision of a plan that comes with one (from a
// document that counted already) keeps that number; else it is 1.
//
// A version that was frozen before with other content is a [*FrozenError].
func (s *Store) Append(e Entry) (plan.Revision, error) {
	revs, err := s.AppendAll([]Entry{e})
	if err != nil {
		return plan.Revision{}, err
	}
	return revs[0], nil
}

// AppendAll appends several entries, in their order, in one transaction.
func (s *Store) AppendAll(entries []Entry) ([]plan.Revision, error) {
	var revs []plan.Revision
	err := s.Update(func(tx *Tx) error {
		revs = nil
		for _, e := range entries {
			rev, err := tx.Append(e)
			if err != nil {
				return err
			}
			revs = append(revs, rev)
		}
		return nil
	})
	return revs, err
}

// Append is [Store.Append] within a transaction.
func (tx *Tx) Append(e Entry) (plan.Revision, error) {
	p := e.Plan
	if p.ID == "" || len(p.ID) > maxID || strings.ContainsRune(p.ID, 0) {
		return plan.Revision{}, fmt.Errorf("plan id %.40q cannot be stored", p.ID)
	}
	before, known, err := tx.summary(p.ID)
	if err != nil {
		return plan.Revision{}, err
	}
	rev := e.Rev
	rev.N = max(p.Revision, 1)
	if known {
		rev.N = before.Revision + 1
	}
	if rev.At == "" {
		rev.At = plan.At(tx.s.opt.Clock())
	}
	p.Revision, rev.State = rev.N, p.State
	doc, err := p.MarshalJSON()
	if err != nil {
		return plan.Revision{}, err
	}
	if err := tx.putBody(p.ID, rev.N, before.Revision, doc); err != nil {
		return plan.Revision{}, err
	}
	if e.Freeze > 0 {
		if err := tx.freeze(p.ID, e.Freeze, doc); err != nil {
			return plan.Revision{}, err
		}
	}
	meta, err := json.Marshal(row{Revision: rev, Version: e.Freeze, Digest: digestOf(p)})
	if err != nil {
		return plan.Revision{}, err
	}
	tx.put(bRevision, docKey(p.ID, rev.N), meta)
	if _, ok := tx.s.session[p.ID]; !ok {
		tx.s.session[p.ID] = rev.N
	}
	tx.h.changes++
	after := summaryOf(p, rev.At, Summary{change: tx.h.changes, first: rev.N})
	if known {
		if after.first = before.first; before.kept > 0 {
			after.kept = before.kept + 1
		}
		tx.putSummary(after, &before)
	} else {
		tx.h.plans++
		tx.putSummary(after, nil)
	}
	return rev, nil
}

// digestOf stands for the state of a plan of one's own: another computer may
// ask whether this one was ever in it.
func digestOf(p plan.Plan) string {
	if p.IsCopy() {
		return ""
	}
	return plan.StateDigest(p)
}

// freeze keeps a document as a version. Freezing the same again is nothing;
// freezing something else under the same number is refused.
func (tx *Tx) freeze(id string, n int, doc []byte) error {
	key := docKey(id, n)
	old, err := tx.get(bVersion, key)
	if err != nil {
		return err
	}
	if old == nil {
		tx.put(bVersion, key, deflate([]byte{bodyWhole}, doc))
		return nil
	}
	was, ok := inflate(old[1:])
	if !ok {
		return &sealError{string(bVersion), string(key)}
	}
	if string(was) != string(doc) {
		return &FrozenError{id, n}
	}
	return nil
}
