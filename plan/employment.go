package plan

import (
	"slices"
	"strconv"

	"bekwaam/continuum"
)

// employment is how this teacher works, nil where nobody knows it.
func employment(p Plan, pack *continuum.Pack) *continuum.EmploymentType {
	if pack == nil {
		return nil
	}
	t, _ := pack.EmploymentType(p.Profile.Employment)
	return t
}

// workAt is how somebody works at one employer: as it says there, else as the
// profile says. Where that is with several employers, it is the first way of
// working with a single one.
func workAt(pr Profile, pack *continuum.Pack, e Employer) string {
	if e.Employment != "" || pack == nil {
		return orElse(e.Employment, pr.Employment)
	}
	if t, ok := pack.EmploymentType(pr.Employment); ok && t.Several {
		for _, one := range pack.EmploymentFor(pr.Framework) {
			if !one.Several && one.HasBoard() {
				return one.ID
			}
		}
	}
	return pr.Employment
}

// employments are the ways in which this teacher works: one for each of
// several employers. Those that the pack does not have are left out.
func employments(p Plan, pack *continuum.Pack) []*continuum.EmploymentType {
	if pack == nil {
		return nil
	}
	ids := []string{p.Profile.Employment}
	if len(p.Profile.Employers) > 0 && !BetweenJobs(p, pack) {
		ids = nil
		for _, e := range p.Profile.Employers {
			ids = append(ids, workAt(p.Profile, pack, e))
		}
	}
	var out []*continuum.EmploymentType
	for _, id := range ids {
		if t, ok := pack.EmploymentType(id); ok {
			out = append(out, t)
		}
	}
	return out
}

// SeveralEmployers reports whether it makes sense to write down several
// employers: there are some, the way of working says so, or the framework has
// no way of working that does.
func SeveralEmployers(p Plan, pack *continuum.Pack) bool {
	if len(p.Profile.Employers) > 0 {
		return true
	}
	t := employment(p, pack)
	if t == nil || !t.HasBoard() {
		return false
	}
	return t.Several || !slices.ContainsFunc(pack.EmploymentFor(p.Profile.Framework), func(t *continuum.EmploymentType) bool { return t.Several })
}

// WithoutBoard reports whether this teacher works without a school board, so
// that the receiver is somebody else.
func WithoutBoard(p Plan, pack *continuum.Pack) bool {
	all := employments(p, pack)
	return len(all) > 0 && !slices.ContainsFunc(all, (*continuum.EmploymentType).HasBoard)
}

// BetweenJobs reports whether there is no work at all now, and so no school,
// no share of a job and nobody who has to receive the plan.
func BetweenJobs(p Plan, pack *continuum.Pack) bool {
	t := employment(p, pack)
	return t != nil && !t.HasWork()
}

// AsksAgreement reports whether the teacher has to say if the collective
// agreement holds, because the employment does not.
func AsksAgreement(p Plan, pack *continuum.Pack) bool {
	return slices.ContainsFunc(employments(p, pack), (*continuum.EmploymentType).Asked)
}

// HasAgreement reports whether a collective agreement, or a decree in its
// place, holds for this teacher, at one employer at least, so that its lines
// are offered. Where the teacher has to find out, it holds only once they say
// so.
func HasAgreement(p Plan, pack *continuum.Pack) bool {
	all := employments(p, pack)
	return len(all) == 0 || slices.ContainsFunc(all, func(t *continuum.EmploymentType) bool {
		return t.CaoApplies != "no" && (!t.Asked() || p.Profile.CaoApplies == "yes")
	})
}

// Words returns the framework of p in the words of the teacher's level of
// school and way of working. It is nil where the pack does not have it.
func Words(p Plan, pack *continuum.Pack) *continuum.Framework {
	f := frameworkOf(p, pack)
	if f == nil {
		return nil
	}
	f = f.At(f.LevelOf(p.Profile.Sector))
	if !WithoutBoard(p, pack) {
		return f
	}
	g := f.Working(employments(p, pack)[0])
	if rule, ok := f.Placeholders["regeling"]; ok && g != f && HasAgreement(p, pack) {
		g.Placeholders["regeling"] = rule
	}
	return g
}

// forgetWork takes out where the teacher worked before, who has no work now.
// A receiver who was named since stays.
func forgetWork(q *Plan) {
	pr := &q.Profile
	pr.School, pr.SchoolCode, pr.Board, pr.Group, pr.Employers = "", "", "", "", nil
	if pr.Manager != nil && pr.Manager.Role != RoleClient {
		pr.Manager = nil
	}
}

// settleReceiver gives who receives the plan the role that goes with a board,
// where the teacher begins to work for one.
func settleReceiver(q *Plan, pack *continuum.Pack, before Plan) {
	m := q.Profile.Manager
	if m == nil || m.Role != RoleClient || !WithoutBoard(before, pack) || WithoutBoard(*q, pack) {
		return
	}
	if f := frameworkOf(*q, pack); f != nil {
		m.Role = f.PartnerFor(RoleManager)
	}
}

// Payable reports whether a payer can be chosen: not the budget of a board
// without a board, nor that of an agreement that does not hold.
func Payable(p Plan, pack *continuum.Pack, s *continuum.FundingSource) bool {
	switch s.Needs {
	case "board":
		return !WithoutBoard(p, pack)
	case "agreement":
		return HasAgreement(p, pack)
	}
	return true
}

// StarterRights reports whether the rights of starters make a difference to
// what this teacher is offered.
func StarterRights(p Plan, pack *continuum.Pack) bool {
	return pack != nil && HasAgreement(p, pack) && slices.ContainsFunc(pack.EntitlementsFor(p.Profile.Framework), func(e *continuum.Entitlement) bool {
		_, matters := e.OfferedWhen["cao_starter"]
		return matters
	})
}

// LastStarterYear is the last year of teaching in which somebody usually has
// the rights of starters, 0 where the pack does not say.
func LastStarterYear(pack *continuum.Pack) int {
	if pack == nil {
		return 0
	}
	for _, g := range pack.Fields {
		if n, err := strconv.Atoi(g.Presets["cao_starter_until_induction_year"]); err == nil {
			return n
		}
	}
	return 0
}

// settleRights keeps the usual answer to whether the teacher has the rights of
// starters: yes until the last year in which they usually hold, then not
// known, and none where they make no difference. An answer of the teacher's
// own stays.
func settleRights(q *Plan, pack *continuum.Pack, before Profile) {
	usual := func(year int) string {
		if year <= LastStarterYear(pack) {
			return "yes"
		}
		return "not-known"
	}
	was, now := usual(before.InductionYear), usual(q.Profile.InductionYear)
	untouched := q.Profile.CaoStarter == before.CaoStarter && q.Profile.CaoStarter == was
	switch {
	case pack == nil:
	case !StarterRights(*q, pack):
		if untouched {
			q.Profile.CaoStarter = ""
		}
	case q.Profile.CaoStarter == "" || untouched:
		q.Profile.CaoStarter = now
	}
}
