package plan

import (
	"bekwaam/continuum"
	"bekwaam/text"
)

// New returns an empty plan for a school year, pinned to the framework it is
// written against, with the usual answers filled in.
func New(id string, year string, pack *continuum.Pack, framework, language string) (Change, error) {
	f, ok := pack.Framework(framework)
	if !ok {
		return Change{}, &Error{Code: CodeUnknown, Item: "profile", Field: "framework", Args: []string{framework}}
	}
	if !validYear(year) {
		return Change{}, &Error{Code: CodeDate, Item: "profile", Field: "school_year", Args: []string{year}}
	}
	p := Plan{ID: id, Pack: pack.ID + " " + pack.Version, Pin: Pin{ID: f.ID, Version: f.Version, Digest: f.Digest}, Language: language}
	p.Profile = Profile{Framework: f.ID, Sector: sectorOf(f), SchoolYear: year, InductionYear: 1,
		Function: f.Say(f.Vocabulary["teacher"], language)}
	for _, t := range pack.EmploymentFor(f.ID) {
		p.Profile.Employment = t.ID
		break
	}
	settle(&p)
	settleRights(&p, pack, p.Profile)
	p.EntitlementLines = Offered(p, pack)
	return Change{p, Act{Name: "new", Args: []string{year}}}, nil
}

// YearOf returns the school year in which a day falls: from 1 August.
func YearOf(d text.Date) string {
	y := d.Year
	if d.Month < 8 {
		y--
	}
	return itoa(y) + "-" + itoa(y+1)
}

// Offered returns the lines in hours and money that the pack offers to this
// teacher: of the framework, where the agreement holds for the employment,
// and for the answers in the profile.
func Offered(p Plan, pack *continuum.Pack) []Line {
	if !HasAgreement(p, pack) {
		return nil
	}
	answers := map[string]string{"cao_starter": p.Profile.CaoStarter, "pdg": p.Profile.PDG}
	var out []Line
	for _, e := range pack.Entitlements {
		if e.Framework != p.Profile.Framework || e.Unit != "uur" && e.Unit != "euro" || !offeredTo(e, answers) ||
			e.InductionYear != 0 && e.InductionYear != p.Profile.InductionYear {
			continue
		}
		l := Line{Line: e.ID, Unit: e.Unit, Per: e.Per, ProRata: e.ProRata, HoldsUntilPhase: e.HoldsUntilPhase, Source: e.PaysFrom}
		if e.Amount != nil {
			d := Decimal(*e.Amount)
			l.Amount = &d
		}
		out = append(out, l)
	}
	return out
}

func offeredTo(e continuum.Entitlement, answers map[string]string) bool {
	for field, allowed := range e.OfferedWhen {
		ok := false
		for _, a := range allowed {
			ok = ok || a == answers[field]
		}
		if !ok {
			return false
		}
	}
	return true
}
