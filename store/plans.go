package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"

	"bekwaam/plan"
)

// Load returns a plan as it is now.
func (s *Store) Load(id string) (plan.Plan, error) {
	return s.load(func(tx *Tx) ([]byte, error) {
		sum, ok, err := tx.summary(id)
		if err != nil || !ok {
			return nil, orMissing(err, fmt.Errorf("%w: %s", ErrNoPlan, id))
		}
		return tx.current(sum)
	})
}

// current returns the document of the last revision; that it is missing is
// damage.
func (tx *Tx) current(sum Summary) ([]byte, error) {
	doc, err := tx.document(sum.ID, sum.Revision)
	if err == ErrNoRevision {
		return nil, &sealError{string(bBody), string(docKey(sum.ID, sum.Revision))}
	}
	return doc, err
}

// LoadRevision returns a plan as revision n left it.
func (s *Store) LoadRevision(id string, n int) (plan.Plan, error) {
	return s.load(func(tx *Tx) ([]byte, error) { return tx.document(id, n) })
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
// number from on; a limit of 0 is all of them.
func (s *Store) Revisions(id string, from, limit int) ([]plan.Revision, error) {
	var out []plan.Revision
	err := s.read(func(tx *Tx) error {
		out = nil
		if _, ok, err := tx.summary(id); err != nil || !ok {
			return orMissing(err, fmt.Errorf("%w: %s", ErrNoPlan, id))
		}
		prefix := append([]byte(id), 0)
		c := tx.b.Bucket(bRevision).Cursor()
		for k, sealed := c.Seek(docKey(id, max(from, 0))); bytes.HasPrefix(k, prefix); k, sealed = c.Next() {
			if limit > 0 && len(out) == limit {
				break
			}
			value, _, err := unseal(bRevision, k, sealed)
			if err != nil {
				return err
			}
			var rev plan.Revision
			if err := json.Unmarshal(value, &rev); err != nil {
				return fmt.Errorf("revision: %w", err)
			}
			if uint64(rev.N) != binary.BigEndian.Uint64(k[len(prefix):]) {
				return &sealError{string(bRevision), string(k)}
			}
			out = append(out, rev)
		}
		return nil
	})
	return out, err
}

// AllRevisions returns every revision of a plan, in their order.
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
