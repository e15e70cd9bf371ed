package report

import (
	"slices"
	"strconv"

	"bekwaam/plan"
)

// FieldSeal is the signature field of an edition that is not for a board. It
// says who made the file.
const FieldSeal = "seal"

// seat is a place in the row of signatures: somebody who signs, who signed, or
// nobody.
type seat struct {
	field      string // name of the signature field, "" where there is none
	role, name string
	made       *plan.Signature // under this version, nil while it is not there
}

// absent says that there is nobody to sign in this role.
func (s seat) absent() bool { return s.name == "" && s.role != plan.RoleTeacher && s.made == nil }

// seats are the places of this edition, in the order in which people sign. A
// second one of the same role has a number in the name of its field. Who
// signed with a pen, and a role that nobody has, have no field.
func (w *writer) seats() []seat {
	if w.e.Info.Audience != plan.Board {
		x := seat{field: FieldSeal, role: plan.RoleTeacher, name: w.p.Profile.Name}
		switch k := w.kind(); {
		case w.e.Info.Audience != plan.Assessor:
		case k == plan.PacketJudging:
			x.role, x.name = plan.RoleAssessor, w.e.Info.Packet.From.Name
		case k == plan.PacketDecision:
			x.role, x.name = plan.RoleBoard, w.e.Info.Packet.From.Name
		}
		return []seat{x}
	}
	var out []seat
	count := map[string]int{}
	for _, s := range w.e.Signers() {
		count[s.Role]++
		x := seat{field: s.Role, role: s.Role, name: s.Name, made: w.signedAs(s)}
		if n := count[s.Role]; n > 1 {
			x.field += "-" + strconv.Itoa(n)
		}
		if x.made != nil && x.made.Status == plan.OnPaper {
			x.field = ""
		}
		out = append(out, x)
	}
	for i, role := range rolesInOrder {
		if count[role] > 0 || w.e.Info.WithoutBoard && role != plan.RoleCoach {
			continue
		}
		at := slices.IndexFunc(out, func(s seat) bool { return slices.Index(rolesInOrder, s.role) > i })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, seat{role: role})
	}
	return out
}

// rolesInOrder are the roles that have a place in every row of signatures.
var rolesInOrder = []string{plan.RoleTeacher, plan.RoleCoach, plan.RoleManager, plan.RoleBoard}

// signedAs is the signature under this version in a place in the row, nil
// where there is none. A record without a version is about the plan as it is.
func (w *writer) signedAs(place plan.Signature) *plan.Signature {
	for _, s := range w.p.Signatures {
		if s.Made() && s.Role == place.Role && s.Moment == place.Moment && s.Employer == place.Employer && (s.Version == w.p.WorkingVersion || s.Version == 0) {
			return &s
		}
	}
	return nil
}

// keyWords are the words by which people compare a key, "" where nobody knows
// them.
func (w *writer) keyWords(fingerprint string) string {
	if w.opt.Words == nil || fingerprint == "" {
		return ""
	}
	return w.opt.Words(fingerprint)
}
