package report

import (
	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// sums is hours and money at a glance; the lines stand in full further on.
func (w *writer) sums(up *tagged.Elem) {
	w.heading(up, 3, w.say("money"), nil)
	var rows []row
	line := func(name, right, planned, spent string) {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(name), plain(right), plain(planned), plain(spent)}})
	}
	for _, l := range w.led.Hours.Lines {
		line(w.lineName(l.Line), w.hours(l.Available), w.hours(l.Planned), w.hours(l.Spent))
	}
	if s := w.led.Hours.Ordered; s != (plan.HourSum{}) {
		line(w.say("ordered"), "", w.hours(s.Planned), w.hours(s.Spent))
	}
	if s := w.led.Hours.NoLine; s != (plan.HourSum{}) {
		line(w.say("line.none"), "", w.hours(s.Planned), w.hours(s.Spent))
	}
	t := w.led.Hours.Total
	rows = append(rows, row{total: true, heads: []int{0}, cells: []cell{bold(w.say("total.hours")), nil, bold(w.hours(t.Planned)), bold(w.hours(t.Spent))}})
	var m plan.MoneySum
	for _, s := range w.led.Money.BySource {
		m.Planned, m.Spent = m.Planned+s.Planned, m.Spent+s.Spent
		line(w.payer(s.Source)+" (€)", w.entitled(s.Source), w.euros(s.Planned), w.euros(s.Spent))
	}
	if n := w.led.Money.NoPayer; n != (plan.MoneySum{}) {
		m.Planned, m.Spent = m.Planned+n.Planned, m.Spent+n.Spent
		line(w.say("payer.none")+" (€)", "", w.euros(n.Planned), w.euros(n.Spent))
	}
	rows = append(rows, row{total: true, heads: []int{0}, cells: []cell{bold(w.say("total.money")), nil, bold(w.euros(m.Planned)), bold(w.euros(m.Spent))}})
	w.tableIn(up, dense, []column{{title: w.say("line"), w: 92}, {title: w.say("entitled"), w: 26, right: true}, {title: w.say("planned"), w: 26, right: true}, {title: w.say("spent"), w: 26, right: true}}, rows)
}

// entitled is what the lines give that this payer pays from.
func (w *writer) entitled(source string) string {
	sum, found := plan.Cents(0), false
	for _, l := range w.p.EntitlementLines {
		if l.Source != source || l.Unit != "euro" {
			continue
		}
		for _, m := range w.led.Money.Lines {
			if m.Line == l.Line {
				sum, found = sum+m.Available, true
			}
		}
	}
	if !found {
		return ""
	}
	return w.euros(sum)
}

// promised lists what school and others promised and what is still open.
func (w *writer) promised(up *tagged.Elem) {
	var items []string
	items = append(items, w.p.Conditions.Promises...)
	kept := 0
	for _, a := range w.p.Agreements {
		if a.Done {
			kept++
		}
		if !a.Open() {
			continue
		}
		s := joined(": ", a.Who, a.What)
		if !a.ByWhen.IsZero() {
			s += " (" + w.say("by", "Date", w.date(a.ByWhen)) + ")"
		}
		items = append(items, s)
	}
	if len(items) == 0 && kept == 0 {
		return
	}
	w.heading(up, 3, w.say("promised"), nil)
	rest := ""
	if kept > 0 {
		rest = w.say("promised.kept", "N", kept)
	}
	shown := w.glance(items)
	if len(shown) == 0 && len(items) > 0 {
		rest = joined(" ", w.say("promised.further", "N", len(items)), rest)
	} else if n := len(items) - len(shown); n > 0 {
		shown = append(shown, w.say("promised.more", "N", n))
	}
	if len(shown) > 0 {
		w.list(up, shown, textStyle)
		if rest != "" {
			w.keepLast() // a line alone on the next page says nothing
		}
	}
	w.para(up, rest, smallStyle)
}

// glance is as many of the items as the first page has room for, when who
// signs is to stand below them.
func (w *writer) glance(items []string) []string {
	const least = 3
	below := 32.0
	if w.e.Info.Audience != plan.Board {
		below = 14
	}
	room := bottom - topFirst - height(w.blocks) - below
	for i, s := range items {
		room -= tall(w.wrap(s, textStyle, wide-5)) + 0.6
		if n := len(items) - i; room < 0 && (i >= least || w.forCoach()) && n > 1 {
			return items[:i:i]
		}
	}
	return items
}

// toSign lists who is still to sign this version.
func (w *writer) toSign(up *tagged.Elem) {
	if w.e.Info.Audience != plan.Board {
		return
	}
	all := ""
	for _, s := range w.seats() {
		if s.made != nil || s.absent() {
			continue
		}
		one := w.e.Word("role", s.role)
		if s.name != "" {
			one = s.name + " (" + one + ")"
		}
		all = joined(", ", all, one)
	}
	if all == "" {
		all = w.say("to-sign.nobody")
	}
	w.heading(up, 3, w.say("to-sign"), nil)
	w.para(up, all, textStyle)
}
