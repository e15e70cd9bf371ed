package plan

import (
	"slices"
	"strings"
)

// TakeSignatures records signatures that were set with a key in a file of this
// plan. Each has its moment, role, name, day, version and key; whether they hold
// was decided before. What is on record already is left out, and nothing on
// record goes: two copies of a file that different people signed both leave
// their signature here. The teacher's own, made elsewhere, freezes the version
// being written, which has to be the one in the file; the others stand under a
// version that the teacher signed. A manager's makes the plan agreed where it
// does not run yet.
//
// Errors: CodeUnknown for a role that there is not, CodeRequired for a version
// that the teacher did not sign, CodeNothing when all are on record.
func TakeSignatures(p Plan, by Actor, list []Signature) (Change, error) {
	q := p.Clone()
	var names []string
	for _, s := range list {
		if !slices.Contains(paperRoles, s.Role) {
			return Change{}, &Error{Code: CodeUnknown, Item: "signatures", Field: "role", Args: []string{s.Role}}
		}
		if slices.ContainsFunc(q.Signatures, func(x Signature) bool {
			return x.Status == Signed && x.Role == s.Role && x.Version == s.Version && x.Key == s.Key
		}) {
			continue
		}
		if s.Role == RoleTeacher && s.Version == q.WorkingVersion && !q.Frozen() {
			q.freeze(ReasonSigned, "", by)
			s.AboutHash, _ = ContentHash(q, "plan")
		} else if s.AboutHash = q.signedHash(s.Version); s.AboutHash == "" {
			return Change{}, &Error{Code: CodeRequired, Item: "signatures", Field: "version"}
		}
		s.Status = Signed
		q.Signatures = signedBy(q.Signatures, s)
		names = append(names, s.Name)
		switch q.State {
		case Draft, Submitted, InReview, Returned, Discussed:
			if s.Role == RoleManager {
				q.Moves = append(q.Moves, Move{Act: "sign.taken", From: q.State, To: Agreed, By: s.Name, At: s.At})
				q.State = Agreed
			}
		}
	}
	if len(names) == 0 {
		return Change{}, &Error{Code: CodeNothing}
	}
	return Change{q, Act{Name: "sign.taken", Args: []string{strings.Join(names, ", ")}, Fixed: true}}, nil
}

// signedHash is what the teacher's signature under a version was about, "" for
// a version that the teacher did not sign.
func (p Plan) signedHash(version int) string {
	for _, s := range p.Signatures {
		if s.Role == RoleTeacher && s.Made() && s.Version == version {
			return s.AboutHash
		}
	}
	return ""
}
