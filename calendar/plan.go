package calendar

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
)

// Words stand before what an event is about; what is an activity needs none.
type Words struct {
	Goal        string // a goal that wants to be reached on that day
	Agreement   string // something that somebody promised
	Observation string // a lesson that somebody saw
	LastDay     string // the last day of an activity that takes longer
}

// OfPlan returns the events of a plan: activities on their days, talks that come
// back, observations, and the days by which goals and agreements are due. Their
// ids stay as long as the item does, and their sequence is the revision of
// the plan. What was dropped or let go is cancelled; so are the items of gone,
// which a plan had before, unless it has them again.
func OfPlan(p plan.Plan, words Words, gone ...plan.Plan) []Event {
	out := events(p, words)
	for _, old := range gone {
		for _, e := range events(old, words) {
			if !slices.ContainsFunc(out, func(x Event) bool { return x.ID == e.ID }) {
				e.Cancelled = true
				out = append(out, e)
			}
		}
	}
	for i := range out {
		out[i].Sequence = p.Revision
	}
	return out
}

func events(p plan.Plan, words Words) []Event {
	d := diary{plan: p}
	for _, a := range p.Activities {
		d.activity(a, words)
	}
	for _, o := range p.Observations {
		title := words.Observation
		if o.By != nil && o.By.Name != "" {
			title += ": " + o.By.Name
		}
		d.add(Event{ID: o.ID, Title: title, Text: o.Instrument, Day: o.Date})
	}
	for _, g := range p.Goals {
		d.add(Event{ID: g.ID, Title: words.Goal + ": " + first(g.Title, g.Question), Day: g.Deadline})
	}
	for _, a := range p.Agreements {
		d.add(Event{ID: a.ID, Title: words.Agreement + ": " + a.What, Text: a.Who, Day: a.ByWhen, Cancelled: !a.LetGo.IsZero()})
	}
	return d.out
}

// diary gathers the events of one plan.
type diary struct {
	plan plan.Plan
	out  []Event
}

func (d *diary) add(e Event) {
	if !e.Day.Valid() {
		return
	}
	e.ID = d.plan.ID + "-" + e.ID
	d.out = append(d.out, e)
}

// activity is one event that comes back, one for each of its days, or one for
// the last day of a longer time.
func (d *diary) activity(a plan.Activity, words Words) {
	e := Event{ID: a.ID, Title: a.Description, Text: about(d.plan, a), Clock: a.Time, Minutes: a.Minutes, Cancelled: a.Status == plan.Dropped}
	if e.Title == "" {
		e.Title = a.Kind
	}
	days := plan.Occurrences(a)
	weeks := plan.WeeksBetween(a.Repeat)
	switch {
	case len(days) > 0 && weeks > 0:
		e.Day, e.Every, e.Until = days[0], weeks, days[len(days)-1]
		d.add(e)
	case len(days) > 0:
		for i, day := range days {
			one := e
			one.Day = day
			if i > 0 {
				one.ID += "-" + strconv.Itoa(i+1)
			}
			d.add(one)
		}
	case !a.To.IsZero():
		e.Title, e.Day, e.Clock, e.Minutes = words.LastDay+": "+e.Title, a.To, "", 0
		d.add(e)
	}
}

// about is what somebody who looks at the event wants to know.
func about(p plan.Plan, a plan.Activity) string {
	var lines []string
	if a.Partner != nil && a.Partner.Name != "" {
		lines = append(lines, a.Partner.Name)
	}
	for _, g := range p.Goals {
		if slices.Contains(a.Goals, g.ID) {
			lines = append(lines, first(g.Title, g.Question))
		}
	}
	return strings.Join(lines, "\n")
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
