package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"

	"bekwaam/plan"
	"bekwaam/seal"
	"bekwaam/store"
	"bekwaam/text"
)

// takeSignatures records the signatures in a file of a plan that is here
// already. Nothing else in the file is new.
func (s *session) takeSignatures(name string, old, doc plan.Plan, pending map[string]plan.Plan, t *taken) (*store.Entry, error) {
	list := s.signaturesIn(old, doc, t.judged.report, hashOf(t.judged.bytes))
	by := plan.Actor{Name: old.Profile.Name, At: s.Now()}
	c, err := plan.TakeSignatures(old, by, list)
	switch {
	case plan.Code(err) == plan.CodeNothing:
		t.Unchanged = true
		return nil, nil
	case plan.Code(err) == plan.CodeRequired:
		s.remark("cli.remark.signed-other", "File", name)
		t.Unchanged = true
		return nil, nil
	case err != nil:
		return nil, err
	}
	for _, x := range list {
		t.New = append(t.New, "signatures/"+x.Role)
	}
	t.keep = true
	s.tellSiblings(old, t.judged)
	pending[doc.ID] = c.Plan
	entry := &store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}}
	if len(c.Plan.Versions) > len(old.Versions) {
		entry.Freeze = c.Plan.WorkingVersion
	}
	return entry, nil
}

// signaturesIn are the signatures in a file that hold, as a plan records them.
// The teacher's counts only where the plan is still what the file shows.
func (s *session) signaturesIn(p, doc plan.Plan, rep seal.Report, file string) (out []plan.Signature) {
	if doc.EditionInfo == nil || doc.EditionInfo.Audience != plan.Board {
		return nil
	}
	still := plan.SameEdition(p, s.pack, doc) || p.EditionInfo != nil
	expected := plan.Edition{Plan: doc, Info: *doc.EditionInfo}.Signers()
	for _, x := range rep.Signatures {
		role := roleOf(x.Field)
		if x.Status != seal.Trusted && x.Status != seal.Untrusted || role == plan.RoleTeacher && !still {
			continue
		}
		y, m, d := x.Time.Date()
		sig := plan.Signature{Moment: "plan", Role: role, Name: clean(x.Name), Date: text.Date{Year: y, Month: int(m), Day: d}, At: stamped(x.Time),
			Version: doc.WorkingVersion, Key: x.Fingerprint, Source: file}
		if i := slices.IndexFunc(expected, func(e plan.Signature) bool { return e.Role == role }); i >= 0 {
			sig.Moment, sig.Employer = expected[i].Moment, expected[i].Employer
		}
		out = append(out, sig)
	}
	slices.SortStableFunc(out, func(a, b plan.Signature) int { return bytes.Compare([]byte(a.At), []byte(b.At)) })
	return out
}

func hashOf(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// tellSiblings says where a file and one that came before it go on from the
// same signed file, each in its own way.
func (s *session) tellSiblings(p plan.Plan, j judged) {
	seen := map[string]bool{}
	for _, x := range p.Signatures {
		if x.Source == "" || seen[x.Source] {
			continue
		}
		seen[x.Source] = true
		before, err := s.kept(x.Source)
		if err != nil {
			continue // the signature is on record all the same
		}
		pair := []judged{before, j}
		relate(pair)
		if len(pair[0].Related) > 0 && pair[0].Related[0].How == seal.Siblings {
			s.comment(kinship(s.t, pair[0], pair[1], pair[0].Related[0]))
		}
	}
}

// kept judges a signed file that the store keeps.
func (s *session) kept(hash string) (judged, error) {
	f, err := s.st.OpenFile(hash)
	if err != nil {
		return judged{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxPDF))
	if err != nil {
		return judged{}, err
	}
	trust, err := s.trust("")
	if err != nil {
		return judged{}, err
	}
	return s.judgeBytes(s.t.T("cli.import.kept", "Hash", hash[:8]), data, trust)
}

// keepFiles keeps the files whose signatures go on record.
func (s *session) keepFiles(all []taken) error {
	for _, t := range all {
		if !t.keep {
			continue
		}
		if _, err := s.st.PutFile(bytes.NewReader(t.judged.bytes)); err != nil {
			return err
		}
	}
	return nil
}

// meet pins the keys that were seen for the first time, as not yet checked, and
// follows those that a known key vouches for.
func (s *session) meet(all []taken) error {
	was, err := s.contacts()
	if err != nil {
		return err
	}
	people, err := s.people()
	if err != nil {
		return err
	}
	now := was
	for _, t := range all {
		for _, x := range t.judged.report.Signatures {
			if x.Certificate == nil {
				continue
			}
			switch how, old := slices.Concat(people[:len(people)-len(was)], now).Meet(x.Certificate); how {
			case seal.Stranger:
				now, err = now.Pin(x.Certificate, clean(x.Name), s.Now(), false)
			case seal.Successor:
				if now, err = now.Follow(x.Certificate, s.Now()); err == nil {
					s.remark("cli.remark.renewed", "Name", old.Name, "Words", keyWords(x.Fingerprint))
				}
			}
			if err != nil && !errors.Is(err, seal.ErrNoContact) && !errors.Is(err, seal.ErrOtherKey) {
				return err
			}
		}
	}
	return s.keepContacts(was, now)
}
