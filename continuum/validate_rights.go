package continuum

import (
	"fmt"
	"maps"
	"slices"
)

// confidences say how sure a fact is.
var confidences = []string{"dated_recent", "dated_older", "undated", "unverified", "design"}

// rights checks roles, payers, entitlements and ways of working.
func (v *validator) rights() {
	p := v.p
	ids(v, "sources", p.Sources, func(s *Source) string { return upperID(s.ID) })
	for i, s := range p.Sources {
		v.value(fmt.Sprintf("sources[%d].url", i), s.URL)
	}
	ids(v, "partner_roles", p.PartnerRoles, func(r *PartnerRole) string { return r.ID })
	for i, r := range p.PartnerRoles {
		key := fmt.Sprintf("partner_roles[%d]", i)
		v.need(key+".name", r.Name)
		v.need(key+".does", r.Does)
		v.some(key+".frameworks", refFramework, r.Frameworks)
	}
	ids(v, "funding_sources", p.Funding, func(f *FundingSource) string { return f.ID })
	for i, f := range p.Funding {
		key := fmt.Sprintf("funding_sources[%d]", i)
		v.need(key+".name", f.Name)
		v.need(key+".for_what", f.ForWhat)
		v.some(key+".frameworks", refFramework, f.Frameworks)
		v.maybe(key+".source", refSource, f.Source)
		v.one(key+".confidence", f.Confidence, confidences...)
		v.one(key+".needs", f.Needs, "", "board", "agreement")
	}
	for _, c := range confidences {
		v.need("confidence_legend."+c, p.Confidence[c])
	}
	for _, c := range slices.Sorted(maps.Keys(p.Confidence)) {
		v.one("confidence_legend."+c, c, confidences...)
	}
	v.entitlements()
	ids(v, "employment_types", p.Employment, func(e *EmploymentType) string { return e.ID })
	for i, e := range p.Employment {
		key := fmt.Sprintf("employment_types[%d]", i)
		v.need(key+".name", e.Name)
		v.one(key+".cao_applies", e.CaoApplies, "yes", "no", "check", "not_applicable_decree")
		v.one(key+".employer", e.Employer, "", ForBoard, ForClient, ForNobody)
		v.need(key+".pdf_recipient", e.Recipient)
		for _, words := range []struct {
			at  string
			own map[string]Text
		}{{".vocabulary.", e.Vocabulary}, {".placeholders.", e.Placeholders}} {
			for _, name := range slices.Sorted(maps.Keys(words.own)) {
				v.need(key+words.at+name, words.own[name])
			}
		}
		v.all(key+".typical_funding", refFunding, e.TypicalFunding)
		v.some(key+".frameworks", refFramework, e.Frameworks)
	}
	ids(v, "starting_routes", p.Routes, func(r *Route) string { return r.ID })
	for i, r := range p.Routes {
		key := fmt.Sprintf("starting_routes[%d]", i)
		v.need(key+".name", r.Name)
		v.some(key+".frameworks", refFramework, r.Frameworks)
	}
	ids(v, "signature_roles", p.SignatureRoles, func(r *SignatureRole) string { return r.ID })
	for i, r := range p.SignatureRoles {
		key := fmt.Sprintf("signature_roles[%d]", i)
		v.need(key+".role", r.Role)
		v.need(key+".statement", r.Statement)
		v.all(key+".frameworks", refFramework, r.Frameworks)
		if r.Count < 0 {
			v.add(key+".count", BadRange, fmt.Sprint(r.Count), "")
		}
	}
	ids(v, "year_timelines", p.Timelines, func(t *Timeline) string { return t.ID })
	for i, t := range p.Timelines {
		key := fmt.Sprintf("year_timelines[%d]", i)
		v.need(key+".name", t.Name)
		v.all(key+".frameworks", refFramework, t.Frameworks)
		if t.FirstMonth < 1 || t.FirstMonth > 12 {
			v.add(key+".first_month", BadRange, fmt.Sprint(t.FirstMonth), "")
		}
	}
	if len(p.BoardExport.NeverShown) == 0 {
		v.add("board_export.never_shown_list", MissingValue, "", "")
	}
}

// upperID lets the ids of sources, such as S12, be checked like any other.
func upperID(id string) string {
	if id != "" && id[0] == 'S' {
		return "s" + id[1:]
	}
	return id
}

func (v *validator) entitlements() {
	ids(v, "entitlements", v.p.Entitlements, func(e *Entitlement) string { return e.ID })
	choices := map[string]set{}
	for _, g := range v.p.Fields {
		for field, answers := range g.Choices {
			choices[field] = set{}
			for _, a := range answers {
				choices[field][a] = true
			}
		}
	}
	for i, e := range v.p.Entitlements {
		key := fmt.Sprintf("entitlements[%d]", i)
		v.ref(key+".framework", refFramework, e.Framework)
		v.need(key+".topic", e.Topic)
		v.value(key+".unit", e.Unit)
		v.value(key+".per", e.Per)
		if e.Amount != nil && *e.Amount < 0 {
			v.add(key+".amount", BadRange, e.Amount.String(), "")
		}
		v.yearOrDate(key+".holds_for.from", e.HoldsFor.From)
		v.yearOrDate(key+".holds_for.to", e.HoldsFor.To)
		if e.HoldsFor.To != "" && e.HoldsFor.To < e.HoldsFor.From {
			v.add(key+".holds_for.to", BadDate, e.HoldsFor.To, "")
		}
		if e.HoldsUntilPhase != "" {
			v.known(key+".holds_until_phase", v.phases(v.frameworks[e.Framework]), e.HoldsUntilPhase)
		}
		v.one(key+".confidence", e.Confidence, confidences...)
		v.maybe(key+".source", refSource, e.Source)
		v.maybe(key+".pays_from", refFunding, e.PaysFrom)
		v.date(key+".checked_on", e.CheckedOn)
		v.one(key+".line", e.Line, "", "extra")
		v.one(key+".kind", e.Kind, "", "percent", "up_to_percent", "days")
		if e.Kind != "" && e.Line == "" {
			v.add(key+".line", MissingValue, "", "extra")
		}
		if e.InductionYear < 0 || e.InductionYear > 9 {
			v.add(key+".induction_year", BadRange, fmt.Sprint(e.InductionYear), "")
		}
		if e.SavingYears < 0 || e.SavingYears > 9 {
			v.add(key+".saving_years", BadRange, fmt.Sprint(e.SavingYears), "")
		}
		v.one(key+".board", e.Board, "", "never")
		for _, field := range slices.Sorted(maps.Keys(e.OfferedWhen)) {
			at := key + ".offered_when." + field
			v.known(at, fieldsOf(choices), field)
			for j, answer := range e.OfferedWhen[field] {
				v.known(fmt.Sprintf("%s[%d]", at, j), choices[field], answer)
			}
		}
	}
}

func fieldsOf(choices map[string]set) set {
	s := set{}
	for field := range choices {
		s[field] = true
	}
	return s
}

// yearOrDate checks a date of a source, which may be no more than a year.
func (v *validator) yearOrDate(key, s string) {
	if len(s) == 4 && s >= "1900" && s <= "2999" {
		s += "-01-01"
	}
	v.date(key, s)
}
