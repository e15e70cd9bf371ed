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

// WithoutBoard reports whether the employment is one without a school board,
// so that the receiver is somebody else.
func WithoutBoard(p Plan, pack *continuum.Pack) bool {
	t := employment(p, pack)
	return t != nil && !t.HasBoard()
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
	t := employment(p, pack)
	return t != nil && t.Asked()
}

// HasAgreement reports whether a collective agreement, or a decree in its
// place, holds for this teacher, so that its lines are offered. Where the
// teacher has to find out, it holds only once they say so.
func HasAgreement(p Plan, pack *continuum.Pack) bool {
	t := employment(p, pack)
	switch {
	case t == nil:
		return true
	case t.Asked():
		return p.Profile.CaoApplies == "yes"
	}
	return t.CaoApplies != "no"
}

// Words returns the framework of p in the words of the teacher's level of
// school and way of working. It is nil where the pack does not have it.
func Words(p Plan, pack *continuum.Pack) *continuum.Framework {
	f := frameworkOf(p, pack)
	if f == nil {
		return nil
	}
	f = f.At(f.LevelOf(p.Profile.Sector))
	t := employment(p, pack)
	if t == nil || t.HasBoard() {
		return f
	}
	g := f.Working(t)
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
