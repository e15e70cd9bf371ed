package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"bekwaam/plan"
)

// Summary is what a list shows of a plan.
type Summary struct {
	ID         string
	SchoolYear string
	Teacher    string
	Framework  string
	State      plan.State
	Revision   int
	Updated    plan.Instant // of the last revision
	Signed     int          // the version signed last, 0 for none, SignedUnknown
	Coached    plan.Standing
	NoStanding bool // the program that wrote it knew nothing of Coached; the next act fills it in

	change uint64 // the place of the last revision among those of all plans
	first  int    // number of the first revision
	kept   int    // revisions that are kept; 0: all
}

const summaryVersion = 2

// SignedUnknown stands in a summary that was written before summaries said
// which version was signed; the next act on the plan fills it in.
const SignedUnknown = -1

// summaryOf is what a list shows of p, which was changed last at a moment; the
// store's own part is as in s.
func summaryOf(p plan.Plan, at plan.Instant, s Summary) Summary {
	return Summary{ID: p.ID, SchoolYear: p.Profile.SchoolYear, Teacher: p.Profile.Name, Framework: p.Profile.Framework,
		State: p.State, Revision: p.Revision, Updated: at, Signed: p.SignedVersion(), Coached: plan.StandingOf(p), change: s.change, first: s.first, kept: s.kept}
}

// encode writes the summary by hand: a list of a hundred thousand of them is
// read in milliseconds, JSON would take two hundred.
func (s Summary) encode() []byte {
	out := []byte{summaryVersion}
	out = binary.AppendUvarint(out, s.change)
	out = binary.AppendUvarint(out, uint64(s.first))
	out = binary.AppendUvarint(out, uint64(s.Revision))
	for _, t := range []string{s.ID, s.SchoolYear, s.Teacher, s.Framework, string(s.State), string(s.Updated)} {
		out = binary.AppendUvarint(out, uint64(len(t)))
		out = append(out, t...)
	}
	out = binary.AppendUvarint(out, uint64(s.Signed+1))
	out = binary.AppendUvarint(out, uint64(s.kept))
	if s.NoStanding {
		return out
	}
	return appendStanding(out, s.Coached)
}

func decodeSummary(b []byte) (Summary, error) {
	if len(b) > 0 && b[0] > summaryVersion {
		return Summary{}, ErrNewer
	}
	r := &reader{b: b}
	version := r.byte()
	s := Summary{change: r.uvarint(), first: int(r.uvarint()), Revision: int(r.uvarint())}
	s.ID, s.SchoolYear, s.Teacher = string(r.bytes()), string(r.bytes()), string(r.bytes())
	s.Framework, s.State, s.Updated = string(r.bytes()), plan.State(r.bytes()), plan.Instant(r.bytes())
	switch {
	case version >= 2:
		s.Signed, s.kept = int(r.uvarint())-1, int(r.uvarint())
		if s.NoStanding = len(r.b) == 0; !s.NoStanding {
			s.Coached = readStanding(r)
		}
	case len(r.b) > 0:
		s.Signed, s.NoStanding = int(r.uvarint()), true
	default:
		s.Signed, s.NoStanding = SignedUnknown, true
	}
	return s, r.err
}

// count is how many revisions are kept.
func (s Summary) count() int {
	if s.kept > 0 {
		return s.kept
	}
	return s.Revision - s.first + 1
}

// Order is an order in which plans are listed.
type Order int

// The orders. Each has an index of its own, so that a page costs the same
// whatever the number of plans.
const (
	ByChange  Order = iota // the plan changed last first, by the store's own count
	ByTeacher              // by teacher, then school year
)

func (o Order) bucket() []byte {
	if o == ByTeacher {
		return bByTeacher
	}
	return bByChange
}

// key returns the place of a summary in the index of an order.
func (o Order) key(s Summary) []byte {
	if o == ByTeacher {
		return []byte(sortable(s.Teacher) + "\x00" + sortable(s.SchoolYear) + "\x00" + s.ID)
	}
	return append(binary.BigEndian.AppendUint64(nil, s.change), s.ID...)
}

// sortable is a text as it stands in a key: one case, and short enough.
func sortable(s string) string {
	s = strings.ToLower(s)
	const most = 200
	if len(s) > most {
		s = s[:most]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	return strings.ReplaceAll(s, "\x00", "")
}

// summary returns the summary of a plan, or false.
func (tx *Tx) summary(id string) (Summary, bool, error) {
	value, err := tx.get(bSummary, []byte(id))
	if err != nil || value == nil {
		return Summary{}, false, err
	}
	s, err := decodeSummary(value)
	return s, err == nil, err
}

// putSummary stores a summary and moves it in every index.
func (tx *Tx) putSummary(s Summary, before *Summary) {
	value := s.encode()
	tx.put(bSummary, []byte(s.ID), value)
	for _, o := range []Order{ByChange, ByTeacher} {
		key := o.key(s)
		if before != nil {
			if old := o.key(*before); string(old) != string(key) {
				tx.put(o.bucket(), old, nil)
			}
		}
		tx.put(o.bucket(), key, value)
	}
}

// Page returns at most limit summaries in an order, from after the place that
// an earlier page returned as next; "" is the beginning. next is "" where
// there are no more.
func (s *Store) Page(order Order, after string, limit int) (page []Summary, next string, err error) {
	err = s.read(func(tx *Tx) error {
		page, next = nil, ""
		if s.box.k != nil && order == ByTeacher {
			page, next, err = tx.sorted(order, after, limit)
			return err
		}
		c := tx.b.Bucket(order.bucket()).Cursor()
		k, sealed := begin(c, order, after)
		for ; k != nil && len(page) < limit; k, sealed = step(c, order) {
			value, _, err := s.box.unseal(order.bucket(), k, sealed)
			if err != nil {
				return err
			}
			one, err := decodeSummary(value)
			if err != nil {
				return fmt.Errorf("summary: %w", err)
			}
			page, next = append(page, one), string(k)
		}
		if k == nil {
			next = ""
		}
		if after == "" && len(page) < min(limit, int(s.head.plans)) {
			return &sealError{bucket: string(order.bucket())}
		}
		return nil
	})
	return page, next, err
}

// sorted is Page for an order that is not the one in which a locked store
// keeps anything: it reads every summary.
func (tx *Tx) sorted(order Order, after string, limit int) (page []Summary, next string, err error) {
	var all []Summary
	err = walk(tx.s.box, tx.b.Bucket(order.bucket()), order.bucket(), func(_, value []byte) error {
		sum, err := decodeSummary(value)
		all = append(all, sum)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	if len(all) != int(tx.h.plans) {
		return nil, "", &sealError{bucket: string(order.bucket())}
	}
	slices.SortFunc(all, func(a, b Summary) int { return bytes.Compare(order.key(a), order.key(b)) })
	from := 0
	for after != "" && from < len(all) && string(order.key(all[from])) <= after {
		from++
	}
	page = all[from:min(from+limit, len(all))]
	if from+len(page) < len(all) && len(page) > 0 {
		next = string(order.key(page[len(page)-1]))
	}
	return page, next, nil
}

func begin(c *bolt.Cursor, order Order, after string) (k, v []byte) {
	switch {
	case after == "" && order == ByChange:
		return c.Last()
	case after == "":
		return c.First()
	}
	k, v = c.Seek([]byte(after))
	switch {
	case order == ByChange && k == nil:
		return c.Last()
	case order == ByChange:
		return c.Prev()
	case string(k) == after:
		return c.Next()
	}
	return k, v
}

func step(c *bolt.Cursor, order Order) (k, v []byte) {
	if order == ByChange {
		return c.Prev()
	}
	return c.Next()
}

// Count returns the number of plans.
func (s *Store) Count() (int, error) {
	n := 0
	err := s.own(func() error {
		n = int(s.head.plans)
		return s.usable()
	})
	return n, err
}
