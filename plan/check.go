package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// A Question is a check that applies: it asks something about items of the
// plan (none for the whole plan). It is a hint, never a lock.
type Question struct {
	Check string
	About []string
}

// checker holds what the conditions look at.
type checker struct {
	p     Plan
	pack  *continuum.Pack
	today text.Date
	acts  []Activity
	out   []Question
}

// Questions returns the checks that apply to p today, in the order of the
// pack. The conditions are these: per goal means that About names the goals.
//
//	max-goals        more than three goals
//	no-pupil         per goal: why_for_pupils is empty
//	content          per goal: no subject, lesson or group named, and no activity on content
//	active           every activity is reading, a study day, a short course or an in-house academy
//	duration         all activities fall within 28 days
//	collective       no activity with others, and every partner is one to listen to
//	feedback         no activity in which somebody reacts
//	coherence        per goal: link_school is empty
//	practice         no activity in the own class
//	evidence         per goal: none collected and none planned
//	vraak            two or more pieces, all of one kind or all from before the last school year
//	deadline         per goal: no date
//	hours-over       per line: planned is more than available, at any employer
//	hours-none       per activity: no hours given
//	budget-over      per line: planned is more than available, at any employer
//	payer            per activity: costs without a payer
//	mandated         per activity: ordered, and on an own hour line or paid from an own budget
//	ask-load         energy or time was answered with no
//	privacy-name     a name of a pupil or parent in a text that coach or board can read
//	privacy-health   a word about health in a text that the board can read
//	coach-sep        the coach is also manager or assessor
//	entitlement-old  per line in use: never checked, or not since the agreement ended or the year began
func Questions(p Plan, pack *continuum.Pack, today text.Date) []Question {
	c := &checker{p: p, pack: pack, today: today, acts: p.LiveActivities()}
	c.goals()
	c.mix()
	c.books()
	c.people()
	var out []Question
	for _, k := range pack.Checks {
		for _, q := range c.out {
			if q.Check == k.ID {
				slices.Sort(q.About)
				out = append(out, q)
			}
		}
	}
	return out
}

func (c *checker) ask(check string, about ...string) {
	c.out = append(c.out, Question{check, about})
}

// each asks once about every item for which hit holds.
func each[T any](c *checker, check string, list []T, id func(T) string, hit func(T) bool) {
	var about []string
	for _, x := range list {
		if hit(x) && !slices.Contains(about, id(x)) {
			about = append(about, id(x))
		}
	}
	if len(about) > 0 {
		c.ask(check, about...)
	}
}

func goalID(g Goal) string         { return g.ID }
func activityID(a Activity) string { return a.ID }

func (c *checker) goals() {
	live := c.p.LiveGoals()
	if len(live) > 3 {
		c.ask("max-goals")
	}
	each(c, "no-pupil", live, goalID, func(g Goal) bool { return g.WhyForPupils == "" })
	each(c, "content", live, goalID, func(g Goal) bool { return !namesSubject(g) && !c.serves(g, "vakinhoud") })
	each(c, "coherence", live, goalID, func(g Goal) bool { return g.LinkSchool == "" })
	each(c, "deadline", live, goalID, func(g Goal) bool { return g.Deadline.IsZero() })
	each(c, "evidence", live, goalID, func(g Goal) bool {
		return g.EvidencePlanned == "" && !slices.ContainsFunc(c.p.Evidence, func(e Evidence) bool { return slices.Contains(e.Goals, g.ID) })
	})
}

// serves reports whether an activity for the goal has a feature.
func (c *checker) serves(g Goal, feature string) bool {
	return slices.ContainsFunc(c.acts, func(a Activity) bool { return a.For(g.ID) && c.has(a, feature) })
}

func (c *checker) has(a Activity, feature string) bool {
	k, ok := c.pack.ActivityKind(a.Kind)
	return ok && slices.Contains(k.Features, feature)
}

var (
	listening = []string{"lezen", "studiedag", "cursus-kort", "huisacademie"}
	alone     = []string{"zelf", "aanbieder", "bureau", "overheid"}
)

// mix asks about what kinds of activities and evidence there are together.
func (c *checker) mix() {
	c.vraak()
	if len(c.acts) == 0 {
		return
	}
	none := func(feature string) bool {
		return !slices.ContainsFunc(c.acts, func(a Activity) bool { return c.has(a, feature) })
	}
	all := func(is func(Activity) bool) bool {
		return !slices.ContainsFunc(c.acts, func(a Activity) bool { return !is(a) })
	}
	if all(func(a Activity) bool { return slices.Contains(listening, a.Kind) }) {
		c.ask("active")
	}
	if c.within(28) {
		c.ask("duration")
	}
	if none("samen-leren") && all(func(a Activity) bool { return a.Partner != nil && slices.Contains(alone, a.Partner.Role) }) {
		c.ask("collective")
	}
	if none("feedback") {
		c.ask("feedback")
	}
	if none("eigen-klas") {
		c.ask("practice")
	}
}

// within reports whether all activities have dates that lie within days.
func (c *checker) within(days int) bool {
	var first, last text.Date
	for _, a := range c.acts {
		if a.From.IsZero() {
			return false
		}
		to := a.To
		if to.IsZero() {
			to = a.From
		}
		if first.IsZero() || a.From.Before(first) {
			first = a.From
		}
		if last.Before(to) {
			last = to
		}
	}
	return first.DaysUntil(last) < days
}

// vraak asks whether the evidence varies and is recent.
func (c *checker) vraak() {
	ev := c.p.Evidence
	if len(ev) < 2 {
		return
	}
	before := text.Date{Year: c.p.FirstYear() - 1, Month: 8, Day: 1}
	kinds := map[string]bool{}
	old := true
	for _, e := range ev {
		kinds[e.Kind] = true
		old = old && e.Date.Before(before)
	}
	if len(kinds) == 1 || old {
		c.ask("vraak")
	}
}
