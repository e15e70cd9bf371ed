package plan

import "encoding/json"

// Tree returns the ledger in the shape of the command's output.
func (l Ledger) Tree() Object {
	h, m := l.Hours.tree(), l.Money.tree()
	other := []any{}
	for _, o := range l.OtherLines {
		other = append(other, o.tree())
	}
	not := []any{}
	for _, id := range l.LinesNotOffered {
		not = append(not, id)
	}
	out := Object{{Key: "hours", Value: h}, {Key: "money", Value: m}, {Key: "other_lines", Value: other}, {Key: "lines_not_offered", Value: not}}
	if len(l.ByEmployer) == 0 {
		return out
	}
	by := Object{}
	for _, e := range l.ByEmployer {
		by = append(by, Member{Key: e.ID, Value: Object{{Key: "hours", Value: e.Hours.tree()}, {Key: "money", Value: e.Money.tree()}}})
	}
	return append(out, Member{Key: "by_employer", Value: by})
}

func (b HourBook) tree() Object {
	lines := []any{}
	for _, x := range b.Lines {
		lines = append(lines, Object{{Key: "line", Value: x.Line}, {Key: "full", Value: x.Full.tree()}, {Key: "available", Value: x.Available.tree()},
			{Key: "planned", Value: x.Planned.tree()}, {Key: "spent", Value: x.Spent.tree()},
			{Key: "left_planned", Value: x.LeftPlanned.tree()}, {Key: "left_spent", Value: x.LeftSpent.tree()}})
	}
	sum := func(s HourSum) Object {
		return Object{{Key: "planned", Value: s.Planned.tree()}, {Key: "spent", Value: s.Spent.tree()}}
	}
	return Object{{Key: "lines", Value: lines}, {Key: "ordered", Value: sum(b.Ordered)}, {Key: "no_line", Value: sum(b.NoLine)}, {Key: "total", Value: sum(b.Total)}}
}

func (b MoneyBook) tree() Object {
	lines := []any{}
	for _, x := range b.Lines {
		lines = append(lines, Object{{Key: "line", Value: x.Line}, {Key: "full_cents", Value: x.Full.tree()}, {Key: "available_cents", Value: x.Available.tree()},
			{Key: "planned_cents", Value: x.Planned.tree()}, {Key: "spent_cents", Value: x.Spent.tree()},
			{Key: "left_planned_cents", Value: x.LeftPlanned.tree()}, {Key: "left_spent_cents", Value: x.LeftSpent.tree()}})
	}
	sum := func(s MoneySum) Object {
		return Object{{Key: "planned_cents", Value: s.Planned.tree()}, {Key: "spent_cents", Value: s.Spent.tree()}}
	}
	by := Object{}
	for _, s := range b.BySource {
		by = append(by, Member{Key: s.Source, Value: sum(s.MoneySum)})
	}
	return Object{{Key: "lines", Value: lines}, {Key: "by_source", Value: by}, {Key: "no_payer", Value: sum(b.NoPayer)}}
}

func (o OtherLine) tree() Object {
	n := func(key string, d Decimal) Member { return Member{Key: key, Value: json.Number(d.String())} }
	out := Object{{Key: "line", Value: o.Line}}
	switch o.Kind {
	case "percent":
		return append(out, n("reduction", o.Reduction), n("target", o.Target), n("actual", o.Actual), n("difference", o.Difference))
	case "up_to_percent":
		return append(out, n("at_most", o.AtMost), n("actual", o.Actual), n("room", o.Room))
	}
	return append(out, n("required", o.Required), n("recorded", o.Recorded), n("short", o.Short))
}
