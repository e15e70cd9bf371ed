package plan

import (
	"cmp"
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// OwnViews returns the views in the form that package continuum reckons with.
func (p Plan) OwnViews() []continuum.View {
	out := make([]continuum.View, 0, len(p.Views))
	for _, v := range p.Views {
		out = append(out, continuum.View{Competence: v.Competence, Fits: v.Fits, Now: v.Now, Want: v.Want})
	}
	return out
}

// ViewOf returns the own view on a competence; without one, a view with no
// answers.
func (p Plan) ViewOf(competence string) View {
	for _, v := range p.Views {
		if v.Competence == competence {
			return v
		}
	}
	return View{Competence: competence}
}

// Proposals returns at most limit competences for a focus, with what speaks
// for each. What was set aside, or has a goal this year, gives way to the
// next in line.
func Proposals(p Plan, f *continuum.Framework, fits continuum.Scale, limit int) []continuum.Proposal {
	observed := map[string]int{}
	for _, o := range p.Observations {
		for _, c := range o.Competences {
			observed[c]++
		}
	}
	school := map[string]string{}
	for _, g := range p.SchoolGoals {
		for _, c := range g.Competences {
			if school[c] == "" {
				school[c] = g.ID
			}
		}
	}
	out := continuum.Proposals(f, fits, p.OwnViews(), observed, school, len(p.Views))
	out = slices.DeleteFunc(out, func(x continuum.Proposal) bool {
		return slices.Contains(p.Focus.SetAside, x.Competence) || p.hasGoalOn(x.Competence)
	})
	return out[:min(max(limit, 0), len(out))]
}

func (p Plan) hasGoalOn(competence string) bool {
	return slices.ContainsFunc(p.Goals, func(g Goal) bool {
		return g.KeptFor == "" && slices.Contains(g.Competences, competence)
	})
}

// StrongPoints returns at most limit competences of which the teacher may say
// that they go well: those whose chosen sentence stands highest, in the order
// of the framework, without those to be worked on this year.
func StrongPoints(p Plan, f *continuum.Framework, limit int) []string {
	all := f.CompetenceIDs()
	type point struct {
		id           string
		phase, place int
	}
	var points []point
	for _, v := range p.Views {
		phase, place := f.PhaseIndex(v.Fits), slices.Index(all, v.Competence)
		if phase >= 0 && place >= 0 && v.Want < continuum.WantGladly {
			points = append(points, point{v.Competence, phase, place})
		}
	}
	slices.SortFunc(points, func(a, b point) int {
		return cmp.Or(cmp.Compare(b.phase, a.phase), cmp.Compare(a.place, b.place))
	})
	var out []string
	for _, x := range points[:min(max(limit, 0), len(points))] {
		out = append(out, x.id)
	}
	return out
}

// NextPhase returns the phase that follows on the sentence a teacher chose:
// the first one after "none of these yet", and "" where no sentence was
// chosen or the highest one was.
func NextPhase(f *continuum.Framework, fits string) string {
	at := f.PhaseIndex(fits)
	if at < 0 && fits != NoneFits || at+1 >= len(f.Phases) {
		return ""
	}
	return f.Phases[at+1].ID
}

// NoneFits is the answer that none of the sentences fits yet.
const NoneFits = "geen"

// HalfWay is the day on which a school year is usually looked back upon
// half-way: 9 February. A plan without a school year has none.
func (p Plan) HalfWay() text.Date {
	_, last, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	if !ok {
		return text.Date{}
	}
	return text.Date{Year: last.Year, Month: 2, Day: 9}
}

// GoalOn returns a goal that works towards the next phase of a competence,
// to be looked back upon half-way. The words in it follow the language of
// the plan.
func GoalOn(p Plan, f *continuum.Framework, id, competence string) Goal {
	g := Goal{ID: id, Competences: []string{competence}, Deadline: p.HalfWay()}
	if _, c, ok := f.Competence(competence); ok {
		g.Title = f.Say(c.Name, p.Language)
	}
	if next := NextPhase(f, p.ViewOf(competence).Fits); next != "" {
		g.Aims = []Aim{{Competence: competence, Phase: next}}
	}
	return g
}
