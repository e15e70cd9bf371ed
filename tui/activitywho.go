package tui

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// actingWords says what a partner does and at which moments of the year that
// partner acts, "" for somebody the framework does not have.
func actingWords(e *env, role string) string {
	r, ok := e.pack().PartnerRole(role)
	if !ok {
		return ""
	}
	var when []string
	who := e.say(r.Name)
	for _, part := range plan.ActingAt(plan.YearPicture(e.plan, e.pack()), role) {
		name, _, _ := strings.Cut(e.say(part.Moment.Name), ":")
		when = append(when, name)
		for _, x := range part.Partners {
			if x.ID == role {
				who = e.say(x.Word)
			}
		}
	}
	if role == selfPartner {
		who = e.t.T("s55.you")
	}
	words := upperFirst(e.t.T("s55.does", "Who", who, "What", e.say(r.Does))) + "."
	if len(when) > 0 {
		words += " " + e.t.T("s52.acting", "When", strings.Join(when, ", "))
	}
	return words
}

// mainPartner is the first partner of a kind whom the framework has, "" for
// none and for the teacher alone.
func mainPartner(e *env, partners []string) string {
	here := e.pack().PartnerRolesFor(e.fw.ID)
	for _, id := range partners {
		if id == selfPartner {
			return ""
		}
		if slices.ContainsFunc(here, func(r *continuum.PartnerRole) bool { return r.ID == id }) {
			return id
		}
	}
	return ""
}
