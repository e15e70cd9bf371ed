package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"bekwaam/plan"
)

// The codes of a [Problem].
const (
	BadDocument = "document"     // revision N of a plan cannot be read
	BadVersion  = "version"      // frozen version N of a plan cannot be read
	BadSummary  = "summary"      // the list says something else of a plan than the plan
	BadFile     = "file-changed" // a file of the dossier is not what it was
	NoFile      = "file-missing" // a file of the dossier is gone
	BadSnapshot = "snapshot"     // a snapshot does not hold
	BadDay      = "day"          // the state of a day cannot be put back
)

// A Problem is something in a store that is not as it should be.
type Problem struct {
	Code string
	Plan string // id of the plan, where it is about one
	N    int    // number of the revision or version
	Name string // of a file, a snapshot or a day
}

// Report is what an examination read and found.
type Report struct {
	Plans, Revisions, Versions, Files, Snapshots, Days int
	Problems                                           []Problem
}

func (r *Report) add(p Problem) { r.Problems = append(r.Problems, p) }

// Examine reads everything that the store has: every revision and version of
// every plan, the lists, the files of the dossier, snapshots and days. each is
// called with every plan as it is now.
func (s *Store) Examine(each func(plan.Plan)) (Report, error) {
	var r Report
	err := s.read(func(tx *Tx) error {
		r = Report{}
		return walk(s.box, tx.b.Bucket(bSummary), bSummary, func(id, value []byte) error {
			sum, err := decodeSummary(value)
			if err != nil {
				return err
			}
			r.Plans++
			return tx.examine(sum, &r, each)
		})
	})
	if err != nil {
		return r, err
	}
	if err := s.examineFiles(&r); err != nil {
		return r, err
	}
	return r, s.examineSnapshots(&r)
}

// examine reads everything of one plan.
func (tx *Tx) examine(sum Summary, r *Report, each func(plan.Plan)) error {
	rows, err := tx.rows(sum, 0, 0)
	if err != nil {
		return err
	}
	for _, x := range rows {
		r.Revisions++
		doc, err := tx.document(sum.ID, x.N)
		var p plan.Plan
		if err == nil {
			p, err = decode(doc)
		}
		switch {
		case err != nil:
			r.add(Problem{Code: BadDocument, Plan: sum.ID, N: x.N})
		case x.N == sum.Revision:
			want := summaryOf(p, x.At, sum)
			if sum.Signed == SignedUnknown {
				want.Signed = SignedUnknown
			}
			if want.NoStanding = sum.NoStanding; sum.NoStanding {
				want.Coached = plan.Standing{}
			}
			if want != sum || !tx.listed(sum) {
				r.add(Problem{Code: BadSummary, Plan: sum.ID})
			}
			each(p)
		}
	}
	prefix := tx.s.box.ofPlan(sum.ID)
	c := tx.b.Bucket(bVersion).Cursor()
	for k, sealed := c.Seek(prefix); bytes.HasPrefix(k, prefix) && len(k) == len(prefix)+8; k, sealed = c.Next() {
		r.Versions++
		value, _, err := tx.s.box.unseal(bVersion, k, sealed)
		if err == nil {
			doc, ok := inflate(value[1:])
			if _, bad := decode(doc); !ok || bad != nil {
				err = ErrDamaged
			}
		}
		if err != nil {
			r.add(Problem{Code: BadVersion, Plan: sum.ID, N: int(binary.BigEndian.Uint64(k[len(prefix):]))})
		}
	}
	return nil
}

// listed reports whether the summary stands in every index as it is.
func (tx *Tx) listed(sum Summary) bool {
	for _, o := range []Order{ByChange, ByTeacher} {
		value, err := tx.get(o.bucket(), o.key(sum))
		if err != nil || value == nil {
			return false
		}
		if x, err := decodeSummary(value); err != nil || x != sum {
			return false
		}
	}
	return true
}

func (s *Store) examineFiles(r *Report) error {
	files, err := s.Files()
	for _, f := range files {
		r.Files++
		switch err := s.VerifyFile(f.Hash); {
		case err == nil:
		case errors.Is(err, ErrNoFile):
			r.add(Problem{Code: NoFile, Name: f.Hash})
		case errors.Is(err, ErrDamaged):
			r.add(Problem{Code: BadFile, Name: f.Hash})
		default:
			return failed(err)
		}
	}
	return err
}

func (s *Store) examineSnapshots(r *Report) error {
	names, _, err := listNumbered(s.dir, snapshotPrefix)
	if err != nil {
		return failed(err)
	}
	for _, name := range names {
		r.Snapshots++
		if _, err := readSnapshot(filepath.Join(s.dir, name)); err != nil {
			r.add(Problem{Code: BadSnapshot, Name: name})
		}
	}
	days, err := listDays(s.dir)
	if err != nil {
		return failed(err)
	}
	for _, d := range days {
		r.Days++
		if _, err := d.read(s.dir); err != nil {
			r.add(Problem{Code: BadDay, Name: d.Date})
		}
	}
	return nil
}

// Mend puts right what Examine found, as far as it can: lists are made anew
// from the plans, snapshots and days that do not hold are set aside and made
// anew from the database. It returns what is left.
func (s *Store) Mend(problems []Problem) (left []Problem, err error) {
	err = s.own(func() error {
		if err := s.writable(); err != nil {
			return err
		}
		copies := false
		for _, p := range problems {
			switch p.Code {
			case BadSummary:
				if err := s.update(func(tx *Tx) error { return tx.list(p.Plan) }); err != nil {
					return err
				}
			case BadSnapshot:
				copies = true
				if err := s.snapshotAside(p.Name); err != nil {
					return err
				}
			case BadDay:
				copies = true
				if err := s.dayAside(p.Name); err != nil {
					return failed(err)
				}
			default:
				left = append(left, p)
			}
		}
		if !copies {
			return nil
		}
		if err := s.snapshot(); err != nil {
			return failed(err)
		}
		return nil
	})
	return left, err
}

// list makes the summary of a plan anew from its document.
func (tx *Tx) list(id string) error {
	sum, err := tx.known(id)
	if err != nil {
		return err
	}
	doc, err := tx.revision(sum, sum.Revision)
	if err != nil {
		return err
	}
	p, err := decode(doc)
	if err != nil {
		return err
	}
	rows, err := tx.rows(sum, sum.Revision, 1)
	if err != nil || len(rows) == 0 {
		return err
	}
	tx.putSummary(summaryOf(p, rows[0].At, sum), &sum)
	return nil
}

// dayAside removes a day that cannot be put back, and its pieces that do not
// hold: they are made anew where a later day has the same.
func (s *Store) dayAside(date string) error {
	days, err := listDays(s.dir)
	if err != nil {
		return err
	}
	dir := filepath.Join(s.dir, daysName)
	for _, d := range days {
		if d.Date != date {
			continue
		}
		hashes, _ := d.pieces(s.dir)
		for _, h := range hashes {
			if _, err := readPiece(s.dir, h); errors.Is(err, errSnapshot) {
				if err := remove(pieceFile(s.dir, h)); err != nil && !errors.Is(err, os.ErrNotExist) {
					return err
				}
			}
		}
		if _, err := d.read(s.dir); err != nil {
			if err := remove(filepath.Join(dir, d.name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// anew sets everything that does not hold aside and begins an empty store,
// into which a backup can be put back.
func (s *Store) anew() error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return failed(err)
	}
	_ = closeDatabase(s.db) // whatever it says, it is not used again
	s.db, s.head = nil, head{}
	for _, e := range entries {
		name := e.Name()
		if name != databaseName && !isNumbered(name, snapshotPrefix) && !isNumbered(name, journalPrefix) {
			continue
		}
		to, err := setAside(s.dir, name, s.opt.Clock())
		if err != nil {
			return failed(err)
		}
		s.repairs = append(s.repairs, Repair{Code: RepairAside, File: to})
	}
	first := func(tx *bolt.Tx) error { return putHead(tx, head{format: storeFormat, box: s.box.id()}) }
	if err := createDatabase(s.path(), first, nothing); err != nil {
		return failed(err)
	}
	if err := s.attach(); err != nil {
		return failed(fmt.Errorf("a new database: %w", err))
	}
	return nil
}
