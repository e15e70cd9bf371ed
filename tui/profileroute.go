package tui

import (
	"bekwaam/plan"
)

// routeOf is the way into teaching that was recorded beside a study, "" for
// none.
func routeOf(e *env, p plan.Profile) string {
	study := plan.Studied(e.plan, e.pack())
	for _, r := range p.Routes {
		if r.Route != study {
			return r.Route
		}
	}
	return ""
}

// asksRoute reports whether the form asks how somebody came into teaching: of
// who looked at the year, and who answered it.
func (s *profile) asksRoute(e *env) bool { return s.asks || routeOf(e, e.plan.Profile) != "" }

// studies reports whether a study was recorded that runs or is done.
func studies(p plan.Profile) bool { return p.PDG == "running" || p.PDG == "done" }

// route is how somebody came into teaching who was not ready for it by the
// usual training. It is a fact with dates, and no phase follows from it.
func (s *profile) route() field {
	b := s.bound("route", nil, nil)
	b.get = func(e *env) string { return routeOf(e, e.plan.Profile) }
	b.set = func(e *env, v string) (plan.Change, error) {
		study := plan.Studied(e.plan, e.pack())
		return plan.EditProfile(e.plan, e.pack(), "route", func(p *plan.Profile) { p.RecordRoute(v, study) })
	}
	return newChoice(b, func(e *env) []option {
		out := []option{{"", e.t.T("s10.route.none")}}
		for _, r := range e.pack().RoutesFor(e.fw.ID) {
			if !r.Study {
				out = append(out, option{r.ID, e.say(r.Name)})
			}
		}
		return out
	})
}

// study is how far somebody is with a study that the framework asks about.
func (s *profile) study() field {
	b := s.bound("pdg", nil, nil)
	b.caption = func(e *env) string {
		r, ok := e.pack().Route(plan.Studied(e.plan, e.pack()))
		if !ok {
			return ""
		}
		return e.say(r.Name)
	}
	b.get = func(e *env) string { return firstOf(e.plan.Profile.PDG, "none") }
	b.set = func(e *env, v string) (plan.Change, error) {
		study := plan.Studied(e.plan, e.pack())
		return plan.EditProfile(e.plan, e.pack(), "pdg", func(p *plan.Profile) { p.RecordStudy(study, v) })
	}
	return newChoice(b, func(e *env) []option {
		var out []option
		for _, v := range profileGroup(e).Choices["pdg"] {
			out = append(out, option{v, e.t.T("s10.pdg." + v)})
		}
		return out
	})
}

// factDay is the first or the last day of a route or of a study; of says which
// of them. by is who recorded it.
func (s *profile) factDay(id, of, day string) field {
	b := s.bound(id, nil, nil)
	b.preset = true
	b.caption = func(e *env) string { return e.t.T("s10.fact." + day) }
	b.get = func(e *env) string {
		f, _ := e.plan.Profile.Fact(factOf(e, of))
		if day == "since" {
			return dayText(e, f.Since)
		}
		return dayText(e, f.Until)
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err != nil {
			return plan.Change{}, err
		}
		return plan.EditProfile(e.plan, e.pack(), of, func(p *plan.Profile) {
			p.EditFact(factOf(e, of), func(f *plan.RouteFact) {
				if day == "since" {
					f.Since = d
				} else {
					f.Until = d
				}
			})
		})
	}
	return newText(b)
}

func (s *profile) factBy(id, of string) field {
	b := s.bound(id, nil, nil)
	b.caption = func(e *env) string { return e.t.T("s10.fact.by") }
	b.get = func(e *env) string {
		f, _ := e.plan.Profile.Fact(factOf(e, of))
		return f.By
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		return plan.EditProfile(e.plan, e.pack(), of, func(p *plan.Profile) {
			p.EditFact(factOf(e, of), func(f *plan.RouteFact) { f.By = v })
		})
	}
	return newText(b)
}

// factOf is the route that the fields of a route or of a study are about.
func factOf(e *env, of string) string {
	if of == "pdg" {
		return plan.Studied(e.plan, e.pack())
	}
	return routeOf(e, e.plan.Profile)
}
