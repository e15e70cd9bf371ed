package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Promised returns the entitlements in words of a teacher's framework, such as
// a coach or a yearly plan: those of the given units, in the order of the
// pack, as far as they are offered for the answers in the profile. Somebody
// for whom no agreement holds has none.
func Promised(p Plan, pack *continuum.Pack, units ...string) []continuum.Entitlement {
	if pack == nil || !HasAgreement(p, pack) {
		return nil
	}
	answers := map[string]string{"cao_starter": p.Profile.CaoStarter, "pdg": p.Profile.PDG}
	var out []continuum.Entitlement
	for _, e := range pack.Entitlements {
		if e.Framework == p.Profile.Framework && slices.Contains(units, e.Unit) && offeredTo(e, answers) {
			out = append(out, e)
		}
	}
	return out
}

// HeldSince is the year from which a rule holds according to its source, or
// the year of that source; "" where neither is dated.
func HeldSince(e continuum.Entitlement) string {
	for _, s := range []string{e.HoldsFor.From, e.LatestDatedSource} {
		if len(s) >= 4 && !slices.ContainsFunc([]byte(s[:4]), func(c byte) bool { return c < '0' || c > '9' }) {
			return s[:4]
		}
	}
	return ""
}
