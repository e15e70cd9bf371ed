package plan

import "slices"

// Replace puts a document that was read in the place of a plan, as one act
// with the counts of what is new, changed and gone as its arguments. Where
// nothing differs the plan comes back as it was; see [Change.Same].
//
// Records are never lost by it: versions, moves, signatures, notes,
// confirmations, judgements and the observations with a key of old stay, also
// where the document lacks them, and a record that both have stays as old has
// it. The revision stays that of old.
//
// Errors: CodeUnknown for the document of another plan, CodeEdition for an
// edition made for somebody else, since it holds less than the plan, and
// CodeFrozen or CodeClosed where it says something else than a frozen version
// or a closed year. A document that goes on after the frozen version, and
// holds its record, is no correction of it and is taken.
func Replace(old, document Plan) (Change, error) {
	switch {
	case document.ID != "" && document.ID != old.ID:
		return Change{}, &Error{Code: CodeUnknown, Field: "id", Args: []string{document.ID}}
	case document.EditionInfo != nil && document.EditionInfo.Audience != Self:
		return Change{}, &Error{Code: CodeEdition, Field: "edition", Args: []string{string(document.EditionInfo.Audience)}}
	}
	q := document.Clone()
	q.ID, q.Revision, q.EditionInfo = old.ID, old.Revision, nil
	q.Pack, q.Pin = orElse(q.Pack, old.Pack), orElsePin(q.Pin, old.Pin)
	frozen := old.writable()
	later := goesOn(old, document) && Code(frozen) != CodeClosed
	if !later {
		q.WorkingVersion = old.WorkingVersion
	}
	keepRecords(&q, old.Clone())
	if frozen != nil && !later {
		q.State, q.Pack, q.Pin = old.State, old.Pack, old.Pin
		share := old.Clone().Share // what goes along to readers is chosen here
		q.Share.Coach, q.Share.CoachAlso, q.Share.CoachNot = share.Coach, share.CoachAlso, share.CoachNot
	}
	inOrder(&q)
	if frozen != nil && !later && !onlyRecords(Diff(old, q)) {
		return Change{}, frozen
	}
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	n := map[string]int{}
	for _, d := range Diff(old, q) {
		n[d.Kind]++
	}
	return Change{q, Act{Name: "import", Args: []string{itoa(n[DiffNew]), itoa(n[DiffChanged]), itoa(n[DiffGone])}}}, nil
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func orElsePin(a, b Pin) Pin {
	if a.ID == "" {
		return b
	}
	return a
}

// recordBlocks are the parts of a document to which records are added, also
// after a version was frozen.
var recordBlocks = map[string]bool{"versions": true, "signatures": true, "notes": true, "confirmations": true, "answers": true, "talks": true, "assessment": true,
	"assessment/separate": true}

func onlyRecords(diff []Difference) bool {
	return !slices.ContainsFunc(diff, func(d Difference) bool { return !recordBlocks[d.Block] })
}

// goesOn reports whether a document is a later version than the frozen one of
// old: it counts on, and holds every version of old.
func goesOn(old, document Plan) bool {
	for _, v := range old.Versions {
		if !slices.ContainsFunc(document.Versions, func(x Version) bool {
			return x.Number == v.Number && x.At == v.At && x.By == v.By && x.Reason == v.Reason
		}) {
			return false
		}
	}
	return document.WorkingVersion > old.WorkingVersion
}

// keepRecords brings the records of old into q, which was read.
func keepRecords(q *Plan, old Plan) {
	q.Versions = union(old.Versions, q.Versions, func(a, b Version) bool { return a.Number == b.Number })
	slices.SortFunc(q.Versions, func(a, b Version) int { return a.Number - b.Number })
	lacks := slices.ContainsFunc(old.Moves, func(m Move) bool { return !slices.ContainsFunc(q.Moves, m.same) })
	q.Moves = union(old.Moves, q.Moves, Move.same)
	slices.SortStableFunc(q.Moves, func(a, b Move) int { return compare(string(a.At), string(b.At)) })
	if n := len(q.Moves); lacks && n > 0 {
		q.State = q.Moves[n-1].To
	}
	q.Signatures = unionSignatures(old.Signatures, q.Signatures)
	q.Notes = union(old.Notes, q.Notes, func(a, b Note) bool { return a.ID == b.ID })
	q.Confirmations = union(old.Confirmations, q.Confirmations, func(a, b Confirmation) bool { return a.ID == b.ID })
	q.Answers = union(old.Answers, q.Answers, func(a, b Answer) bool { return a.ID == b.ID })
	q.Talks = unionTalks(old.Talks, q.Talks)
	q.Sent = union(old.Sent, q.Sent, func(a, b Dispatch) bool { return a.Package == b.Package })
	q.Received = union(old.Received, q.Received, func(a, b Receipt) bool { return a.Package == b.Package })
	if q.Review == nil {
		q.Review = old.Review
	}
	q.Observations = keepOthers(q.Observations, old.Observations)
	if old.Assessment != nil {
		if q.Assessment == nil {
			q.Assessment = &Assessment{}
		}
		q.Assessment.Separate = union(old.Assessment.Separate, q.Assessment.Separate, func(a, b Judging) bool { return a.ID == b.ID })
		if old.Assessment.Agreed != nil {
			q.Assessment.Agreed = old.Assessment.Agreed
		}
		if old.Assessment.Decision != nil {
			q.Assessment.Decision = old.Assessment.Decision
		}
	}
}

func (m Move) same(n Move) bool {
	return m.Act == n.Act && m.From == n.From && m.To == n.To && m.By == n.By && m.At == n.At
}

// union returns what old has and then what only add has.
func union[T any](old, add []T, same func(a, b T) bool) []T {
	out := slices.Clone(old)
	for _, x := range add {
		if !slices.ContainsFunc(old, func(y T) bool { return same(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}

// unionTalks returns the reports of both. Of one that both have, the forms of
// old come first; a form that only add has is the one that counts.
func unionTalks(old, add []Talk) []Talk {
	out := union(old, add, func(a, b Talk) bool { return a.ID == b.ID })
	for i := range old {
		for _, t := range add {
			if t.ID == out[i].ID {
				out[i].Forms = union(old[i].Forms, t.Forms, func(a, b TalkForm) bool { return a.Hash() == b.Hash() })
			}
		}
	}
	return out
}

// unionSignatures returns what add has in the order of old, and with it every
// signature that old has as made or declined, also where add lacks it or
// still expects it.
func unionSignatures(old, add []Signature) []Signature {
	var out []Signature
	add = slices.Clone(add)
	take := func(is func(Signature) bool) (Signature, bool) {
		at := slices.IndexFunc(add, is)
		if at < 0 {
			return Signature{}, false
		}
		s := add[at]
		add = slices.Delete(add, at, at+1)
		return s, true
	}
	for _, s := range old {
		seat := func(x Signature) bool { return x.Moment == s.Moment && x.Role == s.Role && x.Employer == s.Employer }
		if s.Status == Expected {
			if x, ok := take(seat); ok {
				out = append(out, x)
			}
			continue
		}
		if _, ok := take(s.same); !ok {
			take(func(x Signature) bool { return seat(x) && x.Status == Expected })
		}
		out = append(out, s)
	}
	return append(out, add...)
}

func (s Signature) same(x Signature) bool {
	return x.Moment == s.Moment && x.Role == s.Role && x.Employer == s.Employer && x.Name == s.Name &&
		x.Status == s.Status && x.Version == s.Version && x.Key == s.Key && x.Date == s.Date
}
