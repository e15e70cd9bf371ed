package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// monthRows are the hours and the money of the plan month by month, spent and
// planned, and of the month in hand the lines and payers that they come from.
func (s *activities) monthRows(e *env) []row {
	var out []row
	w := max((e.w-20)/4, 8)
	cell := func(h plan.HourSum, c plan.MoneySum) string {
		return text.PadLeft(quarters(e, h.Spent), w) + text.PadLeft(quarters(e, h.Planned), w) +
			text.PadLeft(money(e, c.Spent), w) + text.PadLeft(money(e, c.Planned), w)
	}
	head := spaces(20)
	for _, id := range []string{"s54.m.hours", "s54.m.planned", "s54.m.money", "s54.m.planned"} {
		head += text.PadLeft(e.t.T(id), w)
	}
	out = append(out, plainRow(e.st.Label.Render(text.Cut(head, e.w))))
	for _, b := range plan.ByMonth(e.plan, e.pack()) {
		id, name := "m/"+b.Month.String(), e.t.T("s50.group.nomonth")
		if !b.Month.IsZero() {
			name = text.FormatMonth(b.Month, e.lang(), text.Long)
		}
		r := row{ID: id, Lines: []string{strings.TrimRight(text.Pad(name, 20)+cell(b.Hours, b.Money), " ")}}
		if s.lines.sel == id {
			r.Lines = append(r.Lines, monthParts(e, b)...)
		}
		out = append(out, r)
	}
	return out
}

// monthParts are the lines and payers of one month.
func monthParts(e *env, b plan.MonthBook) []string {
	var out []string
	add := func(name, spent, planned string) {
		for _, l := range text.Wrap(e.t.T("s54.m.part", "Name", name, "Spent", spent, "Planned", planned), e.w-4) {
			out = append(out, spaces(4)+e.st.Label.Render(l))
		}
	}
	for _, x := range b.Lines {
		name := e.t.T("s54.noline")
		if l, ok := plan.LineAt(e.plan, x.Line); ok {
			name = lineName(e, l)
		}
		add(name, quarters(e, x.Spent), quarters(e, x.Planned))
	}
	for _, x := range b.Payers {
		name := e.t.T("s52.payer.none")
		if x.Source != "" {
			name = upperFirst(fundingWords(e, x.Source))
		}
		add(upperFirst(name), money(e, x.Spent), money(e, x.Planned))
	}
	return out
}

// hintWords is the question that a line asks today, "" for none. What is over
// is said beside the line already.
func hintWords(e *env, row ledgerLine) string {
	employer := ""
	if _, x, ok := strings.Cut(row.id, "\x00"); ok {
		employer = x
	}
	for _, h := range plan.LineHints(e.plan, e.pack(), e.today()) {
		if h.Line != row.line.Line || h.Employer != employer && h.Employer != "" || h.Kind != plan.LineUnused {
			continue
		}
		much := quarters(e, h.Hours)
		if row.line.Unit == "euro" {
			much = money(e, h.Cents)
		}
		return e.t.T("s54.unused", "Much", much)
	}
	return ""
}
