package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// lineRows are a line of figures, its bar, how old it is, and whether more is
// planned than there is.
func lineRows(e *env, list []ledgerLine) []row {
	var out []row
	name, amount, formula := ledgerWidths(e)
	cells := 20
	if e.narrow() {
		cells = 10
	}
	for _, l := range list {
		called := text.Wrap(lineName(e, l.line), name-1)
		first := text.Pad(called[0], name) + text.PadLeft(l.spent, amount) + text.PadLeft(l.planned, amount) + text.PadLeft(l.entitled, amount)
		if formula > 0 {
			first += "   " + text.Cut(l.formula, formula)
		}
		bar := ledgerBar(cells, l.took, l.plans, l.has)
		r := row{ID: l.id, Lines: append([]string{strings.TrimRight(first, " ")}, called[1:]...)}
		for i, words := range remarks(e, l) {
			lead := bar
			if i > 0 {
				lead = spaces(cells)
			}
			r.Lines = append(r.Lines, lead+"   "+words)
		}
		out = append(out, r)
	}
	return out
}

// ledgerBar is spent, planned and left in cells; the figures carry the
// meaning, the bar repeats it.
func ledgerBar(cells int, took, plans, has int64) string {
	plans = max(plans, took)
	if has <= 0 {
		has = max(plans, 1)
	}
	part := func(n int64) int { return int(min(int64(cells), (2*n*int64(cells)+has)/(2*has))) }
	a, b := part(took), part(plans)
	return strings.Repeat("█", a) + strings.Repeat("▒", b-a) + strings.Repeat("░", cells-b)
}

// remarks are what there is to say about a line: over, how old, and whether
// it holds for a part of the year only.
func remarks(e *env, l ledgerLine) []string {
	var out []string
	if over := max(l.plans, l.took) - l.has; over > 0 && l.line.Amount != nil {
		much := quarters(e, plan.Quarters(over))
		if l.line.Unit == "euro" {
			much = money(e, plan.Cents(over))
		}
		out = append(out, e.st.Attention.Render("! "+e.t.T("s54.over", "Much", much)))
	}
	if words := hintWords(e, l); words != "" {
		out = append(out, e.st.Hint.Render(words))
	}
	words, attention := ageWords(e, l.line)
	if attention {
		out = append(out, e.st.Attention.Render("! "+words))
	} else {
		out = append(out, e.st.Label.Render(words))
	}
	var more []string
	if d, ok := plan.HeldUntil(e.plan, l.line); ok {
		more = append(more, e.t.T("s54.until", "Date", text.FormatDate(d.Date, e.lang(), text.Medium)))
	} else if !plan.WholeYear(e.plan, l.line) {
		more = append(more, e.t.T("s54.partyear"))
	}
	if l.carried != "" {
		more = append(more, e.t.T("s54.carried", "Amount", l.carried))
	}
	if len(more) > 0 {
		out = append(out, e.st.Label.Render(strings.Join(more, ", ")))
	}
	return out
}

// ageWords say where a line is from and when it was checked last.
func ageWords(e *env, l plan.Line) (words string, attention bool) {
	age := plan.AgeOf(e.plan, e.pack(), l, e.today())
	date := text.FormatDate(age.Checked, e.lang(), text.Medium)
	switch {
	case !age.Ended.IsZero():
		return e.t.T("s54.age.ended", "Date", text.FormatDate(age.Ended, e.lang(), text.Medium)), true
	case !age.Checked.IsZero() && age.Stale:
		return e.t.T("s54.age.again", "Date", date), true
	case !age.Checked.IsZero():
		return e.t.T("s54.age.checked", "Date", date), false
	case age.Own:
		return e.t.T("s54.age.own"), false
	case lineDoubt(e, l) != "":
		return lineDoubt(e, l), true
	case age.Year == 0:
		return e.t.T("s54.age.undated"), age.Stale
	}
	return e.t.T("s54.age.year", "Year", age.Year), age.Stale
}
