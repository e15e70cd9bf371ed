package report

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// activities is what the teacher does: with whom, when, at what cost, and who
// pays. Hours and cost have what was planned and below it what was spent.
func (w *writer) activities() {
	if len(w.p.Activities) == 0 {
		return
	}
	spent := w.led.Hours.Total.Spent > 0 || w.spentMoney() > 0
	sect := w.section(w.say("activities"))
	if spent {
		w.para(sect, w.say("activities.spent"), smallStyle)
		w.keepLast()
	}
	var rows []row
	for _, a := range w.p.Activities {
		h, c := a.Spent()
		planned := ""
		if a.Hours != nil {
			planned = w.hours(*a.Hours)
		}
		hours, cost := plain(or(planned)), plain(text.Nothing)
		if len(a.Log) > 0 {
			hours = hours.and(w.hours(h), quietCell)
		}
		if a.Cost+c > 0 {
			cost = plain(w.euros(a.Cost))
			if len(a.Log) > 0 {
				cost = cost.and(w.euros(c), quietCell)
			}
		}
		rows = append(rows, row{heads: []int{1}, cells: []cell{
			plain(w.goalNumbers(a)), w.what(a), w.partner(a), plain(or(w.when(a))), hours, cost, plain(or(w.wordOf("funding", a.Funding))),
		}})
	}
	t := w.led.Hours.Total
	hours, cost := bold(w.hours(t.Planned)), bold(w.euros(w.plannedMoney()))
	if spent {
		hours, cost = hours.and(w.hours(t.Spent), quietCell), cost.and(w.euros(w.spentMoney()), quietCell)
	}
	rows = append(rows, row{total: true, heads: []int{1}, cells: []cell{nil, bold(w.say("total")), nil, nil, hours, cost, nil}})
	w.table(sect, []column{{title: w.say("goal"), w: 13}, {title: w.say("activity"), w: 53}, {title: w.say("partner"), w: 30}, {title: w.say("when"), w: 19},
		{title: w.say("hours"), w: 13, right: true}, {title: w.say("cost"), w: 19, right: true}, {title: w.say("payer"), w: 23}}, rows)
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

// when is the days of an activity where it has days, else its months.
func (w *writer) when(a plan.Activity) string {
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
