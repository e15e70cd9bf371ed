package report

import (
	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// money is what there is room for, line by line, and what came of it.
func (w *writer) money() {
	if len(w.p.EntitlementLines)+len(w.p.Activities)+len(w.p.ExtraLines) == 0 {
		return
	}
	sect := w.section(w.say("money"))
	if len(w.led.ByEmployer) > 0 {
		for _, e := range w.led.ByEmployer {
			w.heading(sect, 3, w.employerName(e.ID), nil)
			w.books(sect, e.Hours, e.Money)
		}
	} else {
		w.books(sect, w.led.Hours, w.led.Money)
	}
	w.otherLines(sect)
	if len(w.p.EntitlementLines) > 0 {
		w.para(sect, w.say("money.note", "Rule", w.e.Word("word", "regeling")), smallStyle)
	}
}

// books is the hours and then the money, each as a picture and in figures.
func (w *writer) books(up *tagged.Elem, h plan.HourBook, m plan.MoneyBook) {
	w.hourBars(up, h)
	w.hourTable(up, h)
	w.moneyBars(up, m)
	w.moneyTables(up, m)
}

func (w *writer) employerName(id string) string {
	for _, e := range w.p.Profile.Employers {
		if e.ID == id {
			return joined(", ", e.School, e.Board)
		}
	}
	return id
}

// lineName is the name of an entitlement line.
func (w *writer) lineName(id string) string {
	for _, l := range w.p.EntitlementLines {
		if l.Line == id && l.Name != "" {
			return l.Name
		}
	}
	return w.e.Word("line", id)
}

// lineCell is the name of a line, and below it whether somebody looked it up.
func (w *writer) lineCell(id string) cell {
	c := plain(w.lineName(id))
	for _, l := range w.p.EntitlementLines {
		if l.Line != id {
			continue
		}
		note := w.say("checked.not", "Rule", w.e.Word("word", "regeling"))
		if d := w.doubt("line", id); d != "" {
			note += "; " + d
		}
		if !l.CheckedOn.IsZero() {
			note = w.say("checked", "Date", w.date(l.CheckedOn))
		}
		if end, err := text.ParseISO(w.e.Info.Words["until/"+id]); err == nil && end.Before(w.today()) && !end.Before(l.CheckedOn) {
			note += "; " + w.say("ended", "Rule", w.e.Word("word", "regeling"), "Date", w.date(end))
		}
		if d, ok := plan.HeldUntil(w.p, l); ok {
			note += "; " + w.say("held-until", "Date", w.date(d.Date), "Phase", w.e.Word("phase", d.Phase))
		} else if l.HoldsUntilPhase != "" {
			note += "; " + w.say("until", "Phase", w.e.Word("phase", l.HoldsUntilPhase))
		}
		if l.CarriedIn != 0 {
			note += "; " + w.say("carried-in", "Amount", w.hours(l.CarriedIn))
		}
		if l.CarriedInCents != 0 {
			note += "; " + w.say("carried-in", "Amount", w.euros(l.CarriedInCents))
		}
		return c.and(note, quietCell).and(l.Note, quietCell)
	}
	return c
}

func (w *writer) ledgerColumns(first string) []column {
	return []column{{title: first, w: 78}, {title: w.say("entitled"), w: 23, right: true}, {title: w.say("planned"), w: 23, right: true}, {title: w.say("spent"), w: 23, right: true}, {title: w.say("free"), w: 23, right: true}}
}

// ledgerRow has the name as the header of the row.
func ledgerRow(total bool, name cell, figures ...string) row {
	r := row{heads: []int{0}, total: total, cells: []cell{name}}
	for _, s := range figures {
		switch {
		case s == "":
			r.cells = append(r.cells, nil)
		case total:
			r.cells = append(r.cells, bold(s))
		default:
			r.cells = append(r.cells, plain(s))
		}
	}
	return r
}

func (w *writer) hourTable(up *tagged.Elem, b plan.HourBook) {
	var rows []row
	for _, l := range b.Lines {
		rows = append(rows, ledgerRow(false, w.lineCell(l.Line), w.hours(l.Available), w.hours(l.Planned), w.hours(l.Spent), w.hours(l.LeftPlanned)))
	}
	if b.Ordered != (plan.HourSum{}) {
		rows = append(rows, ledgerRow(false, plain(w.say("ordered")).and(w.say("ordered.note"), quietCell), "", w.hours(b.Ordered.Planned), w.hours(b.Ordered.Spent), ""))
	}
	if b.NoLine != (plan.HourSum{}) {
		rows = append(rows, ledgerRow(false, plain(w.say("line.none")), "", w.hours(b.NoLine.Planned), w.hours(b.NoLine.Spent), ""))
	}
	rows = append(rows, ledgerRow(true, bold(w.say("total.hours")), "", w.hours(b.Total.Planned), w.hours(b.Total.Spent), ""))
	w.table(up, w.ledgerColumns(w.say("hours.lines")), rows)
}

// moneyTables has the room that there is, and then who pays what.
func (w *writer) moneyTables(up *tagged.Elem, b plan.MoneyBook) {
	var rows []row
	for _, l := range b.Lines {
		rows = append(rows, ledgerRow(false, w.lineCell(l.Line), w.euros(l.Available), w.euros(l.Planned), w.euros(l.Spent), w.euros(l.LeftPlanned)))
	}
	if len(rows) > 0 {
		w.table(up, w.ledgerColumns(w.say("money.lines")), rows)
	}
	rows = nil
	var sum plan.MoneySum
	pays := func(name string, m plan.MoneySum) {
		sum.Planned, sum.Spent = sum.Planned+m.Planned, sum.Spent+m.Spent
		rows = append(rows, ledgerRow(false, plain(name), w.euros(m.Planned), w.euros(m.Spent)))
	}
	for _, s := range b.BySource {
		pays(w.payer(s.Source), s.MoneySum)
	}
	if b.NoPayer != (plan.MoneySum{}) {
		pays(w.say("payer.none"), b.NoPayer)
	}
	if len(rows) == 0 {
		return
	}
	rows = append(rows, ledgerRow(true, bold(w.say("total.money")), w.euros(sum.Planned), w.euros(sum.Spent)))
	w.table(up, []column{{title: w.say("payers"), w: 101}, {title: w.say("planned"), w: 23, right: true}, {title: w.say("spent"), w: 46, right: true, inset: 23}}, rows)
}

// otherLines are the lines in percent and days, each in a sentence.
func (w *writer) otherLines(up *tagged.Elem) {
	var items []string
	for i, o := range w.led.OtherLines {
		unit := w.p.ExtraLines[i].Unit
		name := w.e.Word("line", o.Line)
		switch o.Kind {
		case "percent":
			items = append(items, w.say("other.percent", "Line", name, "Less", w.number(o.Reduction), "Target", w.number(o.Target), "Actual", w.number(o.Actual), "Unit", unit))
		case "up_to_percent":
			items = append(items, w.say("other.up-to", "Line", name, "Most", w.number(o.AtMost), "Actual", w.number(o.Actual), "Room", w.number(o.Room), "Unit", unit))
		default:
			items = append(items, w.say("other.days", "Line", name, "Required", w.number(o.Required), "Recorded", w.number(o.Recorded), "Short", w.number(o.Short), "Unit", unit))
		}
	}
	if len(items) > 0 {
		w.list(up, items, textStyle)
	}
}
