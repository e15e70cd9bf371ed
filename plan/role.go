package plan

import "slices"

// The roles of a signature, as the pack names them.
const (
	RoleTeacher  = "teacher"
	RoleCoach    = "coach"
	RoleManager  = "manager"
	RoleBoard    = "board"
	RoleClient   = "client"
	RoleAssessor = "assessor"
)

// Signers returns who can sign the edition, in the order in which they sign:
// what the plan itself still expects, else the roles that the profile names.
// The teacher is always there, everybody else only when somebody is named.
func (e Edition) Signers() []Signature {
	if e.Info.WithoutBoard {
		return signers(e.Plan, RoleClient)
	}
	return signers(e.Plan, RoleBoard)
}

func signers(p Plan, boardRole string) []Signature {
	var out []Signature
	if at := slices.IndexFunc(p.Signatures, func(s Signature) bool { return s.Status == Expected }); at >= 0 {
		moment := p.Signatures[at].Moment
		for _, s := range p.Signatures {
			// Who signed this version already keeps the place in the row.
			if s.Status == Expected || s.Made() && s.Moment == moment && s.Version == p.WorkingVersion {
				s.Status = Expected
				out = append(out, s)
			}
		}
		if !slices.ContainsFunc(out, func(s Signature) bool { return s.Role == RoleTeacher }) {
			// With a key nobody signs before the teacher.
			out = slices.Insert(out, 0, Signature{Moment: moment, Role: RoleTeacher, Name: p.Profile.Name, Status: Expected})
		}
		return out
	}
	add := func(role, name string) {
		if name != "" || role == RoleTeacher {
			out = append(out, Signature{Moment: p.moment(), Role: role, Name: name, Status: Expected})
		}
	}
	pr := p.Profile
	add(RoleTeacher, pr.Name)
	if pr.Coach != nil {
		add(RoleCoach, pr.Coach.Name)
	}
	manager := ""
	if pr.Manager != nil {
		manager = pr.Manager.Name
	}
	if boardRole == RoleClient { // who receives it, else for whom one works
		add(RoleClient, orElse(manager, pr.Board))
		return out
	}
	add(RoleManager, manager)
	add(boardRole, pr.Board)
	return out
}
