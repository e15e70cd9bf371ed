package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"bekwaam/plan"
)

// Load returns a plan as it is now.
func (s *Store) Load(id string) (plan.Plan, error) {
	return s.load(func(tx *Tx) ([]byte, error) {
		sum, err := tx.known(id)
		if err != nil {
			return nil, err
		}
		return tx.revision(sum, sum.Revision)
	})
}

// LoadRevision returns a plan as revision n left it.
func (s *Store) LoadRevision(id string, n int) (plan.Plan, error) {
	return s.load(func(tx *Tx) ([]byte, error) {
		sum, err := tx.known(id)
		if err != nil {
			return nil, err
		}
		if n < sum.first || n > sum.Revision {
			return nil, fmt.Errorf("%w: %d", ErrNoRevision, n)
		}
		return tx.revision(sum, n)
	})
}

// known returns the summary of a plan, or ErrNoPlan.
func (tx *Tx) known(id string) (Summary, error) {
	sum, ok, err := tx.summary(id)
	if err == nil && !ok {
		err = fmt.Errorf("%w: %s", ErrNoPlan, id)
	}
	return sum, err
}

// revision returns the document of a revision that must be there, unless it
// was thinned out.
func (tx *Tx) revision(sum Summary, n int) ([]byte, error) {
	doc, err := tx.document(sum.ID, n)
	if err == ErrNoRevision {
		if meta, bad := tx.get(bRevision, docKey(sum.ID, n)); meta == nil && bad == nil && n != sum.Revision {
			return nil, fmt.Errorf("%w: %d", ErrNoRevision, n)
		}
		return nil, &sealError{string(bBody), string(docKey(sum.ID, n))}
	}
	return doc, err
}

// LoadVersion returns a plan as it was frozen.
func (s *Store) LoadVersion(id string, n int) (plan.Plan, error) {
	return s.load(func(tx *Tx) ([]byte, error) {
		key := docKey(id, n)
		value, err := tx.get(bVersion, key)
		if err != nil || value == nil {
			return nil, orMissing(err, ErrNoVersion)
		}
		doc, ok := inflate(value[1:])
		if !ok {
			return nil, &sealError{string(bVersion), string(key)}
		}
		return doc, nil
	})
}

func (s *Store) load(get func(*Tx) ([]byte, error)) (plan.Plan, error) {
	var doc []byte
	err := s.read(func(tx *Tx) error {
		var err error
		doc, err = get(tx)
		return err
	})
	if err != nil {
		return plan.Plan{}, err
	}
	return decode(doc)
}

// Revisions returns at most limit revisions of a plan, in their order, from
// number from on; a limit of 0 is all of them. Old ones are thinned out, so
// that numbers may miss.
func (s *Store) Revisions(id string, from, limit int) ([]plan.Revision, error) {
	past, err := s.past(id, from, limit)
	var out []plan.Revision
	for _, r := range past {
		out = append(out, r.Revision)
	}
	return out, err
}

// Past is a revision with the acts that it stands for beside its own, where
// the history was thinned out.
type Past struct {
	plan.Revision
	Since  plan.Instant // of the first act in With
	With   []Did
	Digest string // of the state that it left, "" where nobody noted it
}

// History returns every revision of a plan that is kept, in their order, and
// so every act.
func (s *Store) History(id string) ([]Past, error) {
	rows, err := s.past(id, 0, 0)
	var out []Past
	for _, r := range rows {
		out = append(out, Past{r.Revision, r.Since, r.With, r.Digest})
	}
	return out, err
}

func (s *Store) past(id string, from, limit int) (out []row, err error) {
	err = s.read(func(tx *Tx) error {
		sum, err := tx.known(id)
		if err == nil {
			out, err = tx.rows(sum, from, limit)
		}
		return err
	})
	return out, err
}

// rows returns the revisions of a plan from a number on. Where all are asked
// for and one is missing the database does not hold.
func (tx *Tx) rows(sum Summary, from, limit int) ([]row, error) {
	var out []row
	bx := tx.s.box
	prefix := bx.ofPlan(sum.ID)
	c := tx.b.Bucket(bRevision).Cursor()
	for k, sealed := c.Seek(bx.at(bRevision, docKey(sum.ID, max(from, sum.first)))); bytes.HasPrefix(k, prefix) && len(k) == len(prefix)+8; k, sealed = c.Next() {
		if limit > 0 && len(out) == limit {
			return out, nil
		}
		value, _, err := bx.unseal(bRevision, k, sealed)
		if err != nil {
			return nil, err
		}
		var r row
		if err := json.Unmarshal(value, &r); err != nil {
			return nil, fmt.Errorf("revision: %w", err)
		}
		out = append(out, r)
	}
	n := len(out)
	if from <= sum.first && n != sum.count() || n > 0 && out[n-1].N != sum.Revision {
		return nil, &sealError{string(bRevision), string(prefix)}
	}
	return out, nil
}

// AllRevisions returns every revision of a plan that is kept, in their order.
func (s *Store) AllRevisions(id string) ([]plan.Revision, error) { return s.Revisions(id, 0, 0) }

// Latest returns the id of the plan that was changed last, by the store's own
// count and not by a clock. It returns ErrNoPlan for an empty store.
func (s *Store) Latest() (string, error) {
	page, _, err := s.Page(ByChange, "", 1)
	if err == nil && len(page) == 0 {
		err = ErrNoPlan
	}
	if err != nil {
		return "", err
	}
	return page[0].ID, nil
}

// LatestSelector is what [Store.Find] takes for the plan changed last.
const LatestSelector = "latest"

// maxNamed is how many ids an [*AmbiguousError] names.
const maxNamed = 5

// Find returns the id of the plan that sel means: a whole id, an unambiguous
// beginning of one, or "latest". Errors are [ErrNoPlan] and an
// [*AmbiguousError].
func (s *Store) Find(sel string) (string, error) {
	if sel == LatestSelector {
		return s.Latest()
	}
	var ids []string
	err := s.read(func(tx *Tx) error {
		ids = nil
		if sel == "" {
			return nil
		}
		if s.box.k != nil {
			var err error
			ids, err = tx.beginning(sel)
			return err
		}
		c := tx.b.Bucket(bSummary).Cursor()
		for k, _ := c.Seek([]byte(sel)); k != nil && strings.HasPrefix(string(k), sel) && len(ids) < maxNamed; k, _ = c.Next() {
			ids = append(ids, string(k))
			if string(k) == sel {
				break // the shortest comes first
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fmt.Errorf("%w: %s", ErrNoPlan, sel)
	case len(ids) > 1 && ids[0] != sel:
		return "", &AmbiguousError{sel, ids}
	}
	return ids[0], nil
}

// beginning is what Find looks for in a locked store, in which no order of
// ids is kept: the first few ids that begin so.
func (tx *Tx) beginning(sel string) (ids []string, err error) {
	err = walk(tx.s.box, tx.b.Bucket(bSummary), bSummary, func(id, _ []byte) error {
		if strings.HasPrefix(string(id), sel) {
			ids = append(ids, string(id))
		}
		return nil
	})
	slices.Sort(ids)
	return ids[:min(len(ids), maxNamed)], err
}
