package report

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// Up to this number activities stand in one table, in the order that the
// teacher gave them; more of them are put by goal.
const manyActivities = 14

// activities is what the teacher does: with whom, when, at what cost, and who
// pays. Hours and cost have what was planned and below it what was spent.
func (w *writer) activities() {
	all := w.p.Activities
	if len(all) == 0 {
		return
	}
	sect := w.section(w.say("activities"))
	if w.anySpent() {
		w.para(sect, w.say("activities.spent"), smallStyle)
		w.keepLast()
	}
	if len(all) <= manyActivities {
		w.activityTable(sect, all, true, w.total())
	} else {
		w.activitiesByGoal(sect, all)
	}
	w.timeline(sect)
}

// activitiesByGoal has a table for each goal, one for what is for several or
// for none, and the totals at the end.
func (w *writer) activitiesByGoal(up *tagged.Elem, all []plan.Activity) {
	type part struct {
		title string
		list  []plan.Activity
		mixed bool // for several goals: each row says for which
	}
	var parts []part
	rest := slices.Clone(all)
	take := func(title string, mixed bool, is func(a plan.Activity) bool) {
		var list []plan.Activity
		rest = slices.DeleteFunc(rest, func(a plan.Activity) bool {
			if is(a) {
				list = append(list, a)
				return true
			}
			return false
		})
		if len(list) > 0 {
			parts = append(parts, part{title, list, mixed})
		}
	}
	for i, g := range w.p.LiveGoals() {
		take(strconv.Itoa(i+1)+". "+w.goalName(g), false, func(a plan.Activity) bool { return !a.AllGoals && slices.Equal(a.Goals, []string{g.ID}) })
	}
	take(w.say("year.several"), true, func(a plan.Activity) bool { return a.AllGoals || len(a.Goals) > 1 })
	take(w.say("year.none"), false, func(plan.Activity) bool { return true })
	for i, x := range parts {
		w.heading(up, 3, x.title, nil)
		var end []cell
		if i == len(parts)-1 {
			end = w.total()
		}
		w.activityTable(up, x.list, x.mixed, end)
	}
}

func (w *writer) anySpent() bool { return w.led.Hours.Total.Spent > 0 || w.spentMoney() > 0 }

// activityTable has a row for each activity, with the numbers of its goals or
// without, and the total where there is one to end with.
func (w *writer) activityTable(up *tagged.Elem, list []plan.Activity, goals bool, total []cell) {
	cols := []column{{title: w.say("goal"), w: 13}, {title: w.say("activity"), w: 65}, {title: w.say("partner"), w: 33}, {title: w.say("when"), w: 20},
		{title: w.say("hours"), w: 12, right: true}, {title: w.say("cost.payer"), w: 27, right: true}}
	var rows []row
	for _, a := range list {
		rows = append(rows, row{item: a.ID, heads: []int{1}, cells: []cell{plain(w.goalNumbers(a)), w.what(a), w.partner(a), plain(or(w.when(a))), w.hoursOf(a), w.costOf(a)}})
	}
	if total != nil {
		rows = append(rows, row{total: true, heads: []int{1}, cells: total})
	}
	if !goals {
		cols = cols[1:]
		cols[0].w += 13
		for i := range rows {
			rows[i].cells, rows[i].heads = rows[i].cells[1:], []int{0}
		}
	}
	w.table(up, cols, rows)
}

// total is the row with the sums over all activities.
func (w *writer) total() []cell {
	t := w.led.Hours.Total
	hours, cost := bold(w.hours(t.Planned)), bold(w.euros(w.plannedMoney()))
	if w.anySpent() {
		hours, cost = hours.and(w.hours(t.Spent), quietCell), cost.and(w.euros(w.spentMoney()), quietCell)
	}
	return []cell{nil, bold(w.say("total")), nil, nil, hours, cost}
}

func (w *writer) hoursOf(a plan.Activity) cell {
	planned := ""
	if a.Hours != nil {
		planned = w.hours(*a.Hours)
	}
	c := plain(or(planned))
	if h, _ := a.Spent(); len(a.Log) > 0 {
		c = c.and(w.hours(h), quietCell)
	}
	return c
}

// costOf is what an activity costs, what of it was spent, and who pays.
func (w *writer) costOf(a plan.Activity) cell {
	_, spent := a.Spent()
	if a.Cost+spent == 0 {
		return plain(or(w.payer(a.Funding)))
	}
	c := plain(w.euros(a.Cost))
	if len(a.Log) > 0 {
		c = c.and(w.euros(spent), quietCell)
	}
	return c.and(w.payer(a.Funding), quietCell)
}

func (w *writer) plannedMoney() plan.Cents {
	sum := w.led.Money.NoPayer.Planned
	for _, s := range w.led.Money.BySource {
		sum += s.Planned
	}
	return sum
}

func (w *writer) spentMoney() plan.Cents {
	sum := w.led.Money.NoPayer.Spent
	for _, s := range w.led.Money.BySource {
		sum += s.Spent
	}
	return sum
}

// goalNumbers are the numbers of the goals that an activity is for, as they
// stand on the pages.
func (w *writer) goalNumbers(a plan.Activity) string {
	if a.AllGoals {
		return w.say("all")
	}
	var out []string
	for i, g := range w.p.LiveGoals() {
		if slices.Contains(a.Goals, g.ID) {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	return or(strings.Join(out, ", "))
}

// what is the activity in words: its description, its kind, how far it is.
func (w *writer) what(a plan.Activity) cell {
	kind := w.wordOf("kind", a.Kind)
	c := plain(joined(": ", a.Description))
	if a.Description == "" {
		c, kind = plain(kind), ""
	}
	state := ""
	switch a.Status {
	case plan.Wanted, plan.Running, plan.Done:
		state = w.say("status." + a.Status)
	case plan.Dropped:
		state = w.say("status.dropped")
	}
	c = c.and(joined(" · ", kind, state), quietCell)
	if a.Trial {
		c = c.and(w.say("trial"), quietCell)
	}
	if a.Ordered != nil && *a.Ordered {
		c = c.and(w.say("ordered"), style{8, 3.9, true, ink})
	}
	return c.and(a.Material, quietCell).and(a.Note, quietCell).and(a.StatusReason, quietCell).and(w.learned(a.Learned), quietCell).and(w.evidencePlanned(a.EvidencePlanned), quietCell)
}

func (w *writer) evidencePlanned(s string) string {
	if s == "" {
		return ""
	}
	return w.say("evidence.planned") + ": " + s
}

// learned is what a trial taught, whatever came of it.
func (w *writer) learned(s string) string {
	if s == "" {
		return ""
	}
	return w.say("trial.learned") + ": " + s
}

func (w *writer) partner(a plan.Activity) cell {
	if a.Partner == nil || a.Partner.Name == "" && a.Partner.Role == "" {
		return plain(text.Nothing)
	}
	if a.Partner.Name == "" {
		return plain(w.e.Word("partner", a.Partner.Role))
	}
	return plain(a.Partner.Name).and(w.wordOf("partner", a.Partner.Role), quietCell)
}

// when is the days of an activity where it has days, else its months, and how
// often and at what time it comes back.
func (w *writer) when(a plan.Activity) string {
	every := ""
	if a.Repeat != "" {
		every = w.say("every." + a.Repeat)
	}
	took := ""
	if a.Minutes > 0 {
		took = w.say("minutes", "N", a.Minutes)
	}
	return joined(", ", w.days(a), every, a.Time, took)
}

func (w *writer) days(a plan.Activity) string {
	if len(a.Moments) == 0 {
		if a.From == a.To {
			return dayOf(a.From, w.lang)
		}
		return monthsOf(a.From.YearMonth(), a.To.YearMonth(), w.lang)
	}
	var out []string
	for _, m := range a.Moments {
		if d, err := text.ParseISO(m); err == nil {
			out = append(out, dayOf(d, w.lang))
		} else if mo, err := text.ParseISOMonth(m); err == nil {
			out = append(out, text.FormatMonth(mo, w.lang, text.Short))
		}
	}
	return strings.Join(out, ", ")
}

func dayOf(d text.Date, lang text.Lang) string {
	if d.IsZero() {
		return ""
	}
	return text.FormatDate(d, lang, text.Short)
}

func monthsOf(from, to text.Month, lang text.Lang) string {
	if !from.Valid() && !to.Valid() {
		return ""
	}
	return text.FormatMonths(from, to, lang)
}
