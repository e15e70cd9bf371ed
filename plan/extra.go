package plan

import "bekwaam/continuum"

// OfferedExtra returns the lines in percent and days that the pack offers to
// this teacher: of the framework, for the year of induction, and where the
// agreement or the decree holds for the employment. What they are reckoned
// from, and what is there already, the teacher fills in. A line that never
// leaves begins as private.
func OfferedExtra(p Plan, pack *continuum.Pack) []ExtraLine {
	if !HasAgreement(p, pack) {
		return nil
	}
	var out []ExtraLine
	for _, e := range pack.EntitlementsFor(p.Profile.Framework) {
		if e.Kind == "" || e.InductionYear != 0 && e.InductionYear != p.Profile.InductionYear {
			continue
		}
		x := ExtraLine{Line: e.ID, Kind: e.Kind, Unit: e.Unit}
		if e.Board == never {
			x.Audience = Private
		}
		if e.Amount != nil {
			d := Decimal(*e.Amount)
			if e.Kind == "days" {
				x.Required = &d
			} else {
				x.Percent = &d
			}
		}
		out = append(out, x)
	}
	return out
}
