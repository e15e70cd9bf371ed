package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Studied is the route that the profile calls pdg, "" where the framework has
// none.
func Studied(p Plan, pack *continuum.Pack) string {
	for _, r := range pack.RoutesFor(p.Profile.Framework) {
		if r.Study {
			return r.ID
		}
	}
	return ""
}

// Fact returns what was recorded of a route into teaching.
func (pr Profile) Fact(route string) (RouteFact, bool) {
	at := slices.IndexFunc(pr.Routes, func(r RouteFact) bool { return r.Route == route })
	if at < 0 {
		return RouteFact{}, false
	}
	return pr.Routes[at], true
}

// RecordRoute writes down by which route somebody came into teaching, "" for
// none, in the place of another one. What was recorded of a study stays.
func (pr *Profile) RecordRoute(route, study string) {
	if _, there := pr.Fact(route); there && route != study {
		return
	}
	kept := keepItems(pr.Routes, func(r RouteFact) bool { return r.Route == study })
	if pr.Routes = kept; route != "" && route != study {
		pr.Routes = append([]RouteFact{{Route: route}}, kept...)
	}
}

// RecordStudy writes down how far somebody is with a study: none, running or
// done. Its dates stay while there is one.
func (pr *Profile) RecordStudy(study, answer string) {
	pr.PDG = answer
	_, there := pr.Fact(study)
	switch {
	case answer == "none" || answer == "":
		pr.Routes = keepItems(pr.Routes, func(r RouteFact) bool { return r.Route != study })
	case !there && study != "":
		pr.Routes = append(pr.Routes, RouteFact{Route: study})
	}
}

// EditFact changes what was recorded of a route.
func (pr *Profile) EditFact(route string, edit func(*RouteFact)) {
	for i := range pr.Routes {
		if pr.Routes[i].Route == route {
			edit(&pr.Routes[i])
			pr.Routes[i].Route = route
		}
	}
}

// EditBrought changes the start profile that somebody brought from the initial
// training. One that says nothing is none.
func EditBrought(p Plan, field string, edit func(*StartProfile)) (Change, error) {
	return change(p, "start.brought", []string{field}, func(q *Plan) error {
		var b StartProfile
		if q.Start.Brought != nil {
			b = clone(*q.Start.Brought)
		}
		edit(&b)
		b.Strengths, b.Questions = trimmed(b.Strengths), trimmed(b.Questions)
		if q.Start.Brought = &b; b.From == "" && b.Date.IsZero() && len(b.Strengths)+len(b.Questions) == 0 {
			q.Start.Brought = nil
		}
		return nil
	})
}

// trimmed leaves out the empty texts at the end of a list.
func trimmed(list []string) []string {
	n := len(list)
	for n > 0 && list[n-1] == "" {
		n--
	}
	return list[:n]
}
