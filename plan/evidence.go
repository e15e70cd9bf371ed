package plan

import (
	"slices"

	"bekwaam/continuum"
)

var evidenceItems = list[Evidence]{"evidence", func(e *Evidence) *string { return &e.ID }, func(p *Plan) *[]Evidence { return &p.Evidence }}

// AddEvidence adds a piece of evidence. A title, or a note that says what it
// shows, is enough: CodeRequired without either. Without an audience it is
// nobody else's.
func AddEvidence(p Plan, e Evidence) (Change, error) {
	if e.Title == "" && e.Note == "" {
		return Change{}, &Error{Code: CodeRequired, Item: "evidence", Field: "title"}
	}
	return evidenceItems.add(p, e)
}

// EditEvidence changes one piece of evidence; field names what changed.
func EditEvidence(p Plan, id, field string, edit func(*Evidence)) (Change, error) {
	return evidenceItems.edit(p, id, field, edit)
}

// RemoveEvidence takes a piece of evidence away, also where a goal is shown by
// it. The file stays in the care of the store while a version has it.
func RemoveEvidence(p Plan, id string) (Change, error) {
	return evidenceItems.remove(p, id, func(q *Plan) {
		if q.Evaluation != nil {
			for i := range q.Evaluation.PerGoal {
				g := &q.Evaluation.PerGoal[i]
				g.Evidence = keepItems(g.Evidence, func(e string) bool { return e != id })
			}
		}
	})
}

// LeaveOut leaves a piece of evidence out of the editions for an audience, or
// puts it back. CodeUnknown for an audience that has no editions for others.
func LeaveOut(p Plan, id string, a Audience, out bool) (Change, error) {
	if !slices.Contains(others, string(a)) {
		return Change{}, &Error{Code: CodeUnknown, Item: id, Field: "left_out", Args: []string{string(a)}}
	}
	c, err := evidenceItems.edit(p, id, "left_out", func(e *Evidence) {
		e.LeftOut = keepItems(e.LeftOut, func(x string) bool { return x != string(a) })
		if out {
			e.LeftOut = append(e.LeftOut, string(a))
		}
	})
	return c.as(err, "evidence.leave-out", id, string(a))
}

// others are the audiences of editions for somebody else.
var others = []string{string(Coach), string(Assessor), string(Board)}

// leftOut reports whether the teacher left it out of the editions for a.
func (e Evidence) leftOut(a Audience) bool { return slices.Contains(e.LeftOut, string(a)) }

// EvidenceKinds are the kinds of evidence for the framework of a plan.
func EvidenceKinds(p Plan, pack *continuum.Pack) []continuum.EvidenceKind {
	if pack == nil {
		return nil
	}
	return keepItems(pack.EvidenceKinds, func(k continuum.EvidenceKind) bool {
		return len(k.Frameworks) == 0 || slices.Contains(k.Frameworks, p.Profile.Framework)
	})
}

// UsualAudience is who sees a piece of a kind unless the teacher says
// otherwise: the board its title where that may leave, else nobody.
func UsualAudience(k *continuum.EvidenceKind) string {
	switch {
	case k == nil || k.BoardDefault == never || k.Sensitivity == "persoonlijk":
		return Private
	case k.Sensitivity == "vertrouwelijk":
		return string(Coach)
	}
	return string(Board)
}

// EvidenceAudiences are who may see a piece of a kind, the fewest first: a
// kind that the pack keeps away from boards is never shown to one.
func EvidenceAudiences(k *continuum.EvidenceKind) []string {
	if k != nil && k.BoardDefault == never {
		return []string{Private, string(Coach)}
	}
	return []string{Private, string(Coach), string(Board)}
}

func (v *validator) evidence(e Evidence) {
	if e.Source != "" {
		v.one(e.Source, Sources, e.ID, "source")
	}
	for _, a := range e.LeftOut {
		v.one(a, others, e.ID, "left_out")
	}
	if f := e.File; f != nil {
		if !isHash(f.Hash) {
			v.fail(CodeType, e.ID, "file/sha256", f.Hash)
		}
		if f.Bytes < 0 || f.Pages < 0 {
			v.fail(CodeRange, e.ID, "file/bytes", itoa(f.Bytes))
		}
	}
}

// isHash reports whether s is a SHA-256 in 64 lower-case hexadecimal digits.
func isHash(s string) bool {
	if len(s) != 64 {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
