package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"bekwaam/plan"
)

// Of the history of a plan these revisions stay, each for itself: the last
// five hundred, those of this session, the first, and for ever those that
// froze a version, moved the plan to another state, or cannot be undone. Of
// the others the last of each ten minutes stays for thirty days, and then
// the last of each day. A revision that stays says for which acts it stands
// beside its own.
const (
	thinLast   = 500
	thinFine   = 10 * time.Minute
	thinMonth  = 30 * 24 * time.Hour
	thinCoarse = 24 * time.Hour
	thinAtOnce = 1000 // revisions removed in one transaction
	thinWorth  = 64   // fewer of a plan are left for another time
)

// A session that never ends must not keep everything: after a day its
// revisions are like others.
const thinSession = 24 * time.Hour

// row is what the store keeps of a revision beside its document.
type row struct {
	plan.Revision
	Version int          `json:"version,omitempty"` // that the act froze
	Digest  string       `json:"digest,omitempty"`  // see [plan.StateDigest]; none of a copy, and none from an older program
	Since   plan.Instant `json:"since,omitempty"`   // of the first act in With
	With    []Did        `json:"with,omitempty"`
}

// Did counts acts of one kind of one person.
type Did struct {
	Act   string `json:"act"`
	By    string `json:"by"`
	Count int    `json:"count"`
}

// take lets r stand for an earlier one too.
func (r *row) take(x row) {
	if r.Since = x.Since; r.Since == "" {
		r.Since = x.At
	}
	for _, d := range append(slices.Clone(x.With), Did{x.Act.Name, x.By, 1}) {
		at := slices.IndexFunc(r.With, func(y Did) bool { return y.Act == d.Act && y.By == d.By })
		if at < 0 {
			r.With = append(r.With, d)
			continue
		}
		r.With[at].Count += d.Count
	}
}

// lasting reports whether a revision after before stays for ever.
func (r row) lasting(before row) bool {
	return r.Version > 0 || r.Act.Fixed || r.State != before.State
}

// window is the stretch of time of which one revision stays.
func (r row) window(now time.Time) string {
	at := r.At.Time()
	if at.IsZero() {
		return fmt.Sprint("none", r.N) // one of its own
	}
	step := thinFine
	if now.Sub(at) > thinMonth {
		step = thinCoarse
	}
	return fmt.Sprint(step, at.Unix()/int64(step/time.Second))
}

// thin removes what need not stay of a plan's history, most at once, and
// returns how many revisions that were. They and the documents that differ
// from theirs are written in the transaction.
func (tx *Tx) thin(sum Summary, now time.Time, session int) (int, error) {
	rows, err := tx.rows(sum, 0, 0)
	if err != nil {
		return 0, err
	}
	gone := map[int]bool{}
	changed := map[int]bool{}
	for i := 1; i < len(rows)-thinLast && len(gone) < thinAtOnce; i++ {
		r := rows[i]
		recent := session > 0 && r.N >= session && now.Sub(r.At.Time()) < thinSession
		if recent || r.lasting(rows[i-1]) || r.window(now) != rows[i+1].window(now) {
			continue
		}
		rows[i+1].take(r)
		gone[r.N], changed[rows[i+1].N] = true, true
	}
	if len(gone) < thinWorth {
		return 0, nil
	}
	before := 0
	for _, r := range rows {
		if gone[r.N] {
			continue
		}
		if err := tx.rebase(sum.ID, r.N, before, gone); err != nil {
			return 0, err
		}
		if before = r.N; changed[r.N] {
			meta, err := json.Marshal(r)
			if err != nil {
				return 0, err
			}
			tx.put(bRevision, docKey(sum.ID, r.N), meta)
		}
	}
	for n := range gone {
		tx.put(bBody, docKey(sum.ID, n), nil)
		tx.put(bRevision, docKey(sum.ID, n), nil)
	}
	after := sum
	after.kept = len(rows) - len(gone)
	tx.putSummary(after, &sum)
	return len(gone), nil
}

// rebase writes the document of a revision anew where it differs from one
// that goes.
func (tx *Tx) rebase(id string, n, before int, gone map[int]bool) error {
	body, err := tx.get(bBody, docKey(id, n))
	if err != nil || len(body) == 0 || body[0] != bodyDelta {
		return err
	}
	r := &reader{b: body[1:]}
	if of := int(r.uvarint()); r.err == nil && !gone[of] {
		return nil
	}
	doc, err := tx.document(id, n)
	if err != nil {
		return err
	}
	return tx.putBody(id, n, before, doc)
}

// The store's own setting for how far the history was thinned out.
const thinnedName = "history.thinned"

// thinAll thins the history of every plan, as old as the clock says it is.
// But a clock that is wrong for an hour must not make everything old: from
// one time to the next the store believes in a month at most.
func (s *Store) thinAll() error {
	now := s.opt.Clock()
	var plans []Summary
	var was string
	err := s.view(func(b *bolt.Tx) error {
		tx := &Tx{s: s, b: b, h: s.head}
		value, err := tx.get(bSetting, []byte(thinnedName))
		if err != nil {
			return err
		}
		was, plans = string(value), nil
		return walk(s.box, b.Bucket(bSummary), bSummary, func(_, value []byte) error {
			sum, err := decodeSummary(value)
			if sum.count() > thinLast+1 {
				plans = append(plans, sum)
			}
			return err
		})
	})
	if err != nil || len(plans) == 0 {
		return err
	}
	if last, err := time.Parse(time.RFC3339, was); err == nil && now.Sub(last) > thinMonth {
		now = last.Add(thinMonth)
	}
	for _, sum := range plans {
		for removed := thinAtOnce; removed >= thinAtOnce; {
			err := s.update(func(tx *Tx) error {
				sum, err := tx.known(sum.ID)
				if err != nil {
					return err
				}
				removed, err = tx.thin(sum, now, s.session[sum.ID])
				if err == nil && removed > 0 {
					tx.put(bSetting, []byte(thinnedName), []byte(now.UTC().Format(time.RFC3339)))
				}
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
