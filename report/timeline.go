package report

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// The timeline, in mm: names, then twelve months.
const (
	yearNames = 58.0
	yearMonth = (wide - yearNames) / 12
	yearRow   = 4.6
	yearRows  = 44 // the most in one picture: it is not broken
)

// yearLine is a row of the timeline: a goal, or an activity below it.
type yearLine struct {
	name     string
	goal     bool
	deadline text.Date // of a goal
	status   string    // of an activity
	months   []text.Month
	says     string
}

// timeline is the school year in a picture: each goal with its activities.
func (w *writer) timeline(up *tagged.Elem) {
	first, last, ok := text.SchoolYearDays(w.p.Profile.SchoolYear)
	if !ok || len(w.p.LiveActivities()) == 0 {
		return
	}
	w.heading(up, 3, w.say("year"), nil)
	span := w.say("year.span", "From", text.FormatMonth(first.YearMonth(), w.lang, text.Long), "To", text.FormatMonth(last.YearMonth(), w.lang, text.Long))
	for part := range slices.Chunk(w.yearLines(), yearRows) {
		alt := []string{span}
		for _, l := range part {
			alt = append(alt, l.says)
		}
		h := 5 + float64(yearRow*float64(len(part))) + 6.5
		w.figure(up, h, strings.Join(alt, " "), func(y float64) { w.drawYear(y, first.YearMonth(), part) })
	}
}

// yearLines are the goals with the activities that are for that goal alone,
// then those for several, then those for none.
func (w *writer) yearLines() []yearLine {
	var out []yearLine
	add := func(head yearLine, is func(a plan.Activity) bool) {
		n := len(out)
		if out = append(out, head); head.says == "" {
			out[n].says = head.name + "."
		}
		for _, a := range w.p.LiveActivities() {
			if is(a) {
				out = append(out, w.activityLine(a))
			}
		}
		if len(out) == n+1 && head.deadline.IsZero() {
			out = out[:n]
		}
	}
	for i, g := range w.p.LiveGoals() {
		head := yearLine{name: strconv.Itoa(i+1) + ". " + w.goalName(g), goal: true, deadline: g.Deadline}
		if !g.Deadline.IsZero() {
			head.says = w.say("year.goal", "Goal", head.name, "Date", w.date(g.Deadline))
		}
		add(head, func(a plan.Activity) bool { return !a.AllGoals && len(a.Goals) == 1 && a.Goals[0] == g.ID })
	}
	add(yearLine{name: w.say("year.several"), goal: true}, func(a plan.Activity) bool { return a.AllGoals || len(a.Goals) > 1 })
	add(yearLine{name: w.say("year.none"), goal: true}, func(a plan.Activity) bool { return !a.AllGoals && len(a.Goals) == 0 })
	return out
}

func (w *writer) activityLine(a plan.Activity) yearLine {
	name := a.Description
	if name == "" {
		name = w.wordOf("kind", a.Kind)
	}
	when := w.when(a)
	if when == "" {
		when = w.say("year.no-date")
	}
	status := w.say("status.planned")
	switch a.Status {
	case plan.Wanted, plan.Running, plan.Done:
		status = w.say("status." + a.Status)
	}
	return yearLine{name: name, status: a.Status, months: a.Months(), says: w.say("year.activity", "Activity", name, "When", when, "Status", status)}
}

func (w *writer) drawYear(y float64, first text.Month, lines []yearLine) {
	x := left + yearNames
	for i := range 12 {
		at := x + float64(float64(i)*yearMonth)
		w.write(at+0.8, y, w.wrap(text.FormatMonth(first.Add(i), w.lang, text.Short), figureStyle, 20)[0])
		w.upright(at, y+0.5, y+5+float64(yearRow*float64(len(lines))))
	}
	y += 5
	for _, l := range lines {
		st, indent := figureStyle, 2.5
		if l.goal {
			st, indent = style{figureStyle.size, figureStyle.lead, true, ink}, 0
			w.P.SetDrawColor(rule[0], rule[1], rule[2])
			w.P.SetLineWidth(ruleFine)
			w.P.Line(left, y+0.1, right, y+0.1)
		}
		w.write(left+indent, y+0.3, w.clip(l.name, st, yearNames-indent-2))
		if at := monthsFrom(first, l.deadline.YearMonth()); !l.deadline.IsZero() && at >= 0 && at < 12 {
			part := float64(at) + float64(l.deadline.Day-1)/float64(l.deadline.YearMonth().Days())
			w.flag(x+float64(part*yearMonth), y+3.9, 3)
		}
		w.drawMonths(x, y, first, l)
		y += yearRow
	}
	w.legend(x, y+1.5, []legendItem{
		{func(x, y float64) { w.span(x, y-0.3, 4, plan.Done) }, w.say("status.done")},
		{func(x, y float64) { w.span(x, y-0.3, 4, plan.Running) }, w.say("status.running")},
		{func(x, y float64) { w.span(x, y-0.3, 4, plan.Planned) }, w.say("status.planned")},
		{func(x, y float64) { w.span(x, y-0.3, 4, plan.Wanted) }, w.say("status.wanted")},
		{func(x, y float64) { w.flag(x+2, y+3, 3) }, w.say("year.deadline")},
	})
}

// drawMonths draws the months of an activity, those in a row as one.
func (w *writer) drawMonths(x, y float64, first text.Month, l yearLine) {
	in := map[int]bool{}
	for _, m := range l.months {
		in[monthsFrom(first, m)] = true
	}
	for i := 0; i < 12; i++ {
		n := 0
		for i+n < 12 && in[i+n] {
			n++
		}
		if n > 0 {
			w.span(x+float64(float64(i)*yearMonth)+0.5, y+0.7, float64(float64(n)*yearMonth)-1, l.status)
			i += n
		}
	}
}

// span draws some time in the way of its status: an empty frame for what is
// wished for, a middle one for what is planned, with a dark heart for what
// goes on, dark for what was done.
func (w *writer) span(x, y, wide float64, status string) {
	switch status {
	case plan.Done:
		w.bar(x, y, wide, 3.2, &dark, nil)
	case plan.Wanted:
		w.bar(x, y, wide, 3.2, nil, &ink)
	case plan.Running:
		w.bar(x, y, wide, 3.2, &middle, nil)
		w.bar(x, y+1, wide, 1.2, &dark, nil)
	default:
		w.bar(x, y, wide, 3.2, &middle, nil)
	}
}

// monthsFrom counts the months from a to b.
func monthsFrom(a, b text.Month) int { return 12*(b.Year-a.Year) + b.Month - a.Month }
