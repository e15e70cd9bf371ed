package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// ledgerLine is one line of entitlement as it is drawn: words and, for the
// bar, plain amounts in one unit.
type ledgerLine struct {
	id                       string // row
	line                     plan.Line
	spent, planned, entitled string
	formula                  string
	carried                  string // what came along from earlier years, or ""
	has, plans, took         int64
}

// lineID is the line of entitlement behind a row; with several employers a
// line has a row for each.
func lineID(row string) string {
	id, _, _ := strings.Cut(row, "\x00")
	return id
}

// ledgerWidths are the cells of name, amounts and formula.
func ledgerWidths(e *env) (name, amount, formula int) {
	least := 8
	for _, id := range amountHeads {
		least = max(least, text.Width(e.t.T(id))+1)
	}
	book := plan.Reckon(e.plan, e.pack())
	for _, l := range ledgerLines(e, book.Hours, book.Money, "") {
		least = max(least, text.Width(l.spent)+1, text.Width(l.planned)+1, text.Width(l.entitled)+1)
	}
	if e.narrow() {
		return e.w - 3*least, least, 0
	}
	name = 32
	for _, l := range e.plan.EntitlementLines {
		name = max(name, min(text.Width(lineName(e, l))+1, 35))
	}
	amount = max((62-name)/3, least)
	return 62 - 3*amount, amount, e.w - 62 - 3
}

var amountHeads = []string{"ledger.spent", "ledger.planned", "ledger.entitled"}

func ledgerHead(e *env) string {
	if len(e.plan.EntitlementLines) == 0 {
		return ""
	}
	name, amount, _ := ledgerWidths(e)
	out := spaces(name)
	for _, id := range amountHeads {
		out += text.PadLeft(e.t.T(id), amount)
	}
	return e.st.Label.Render(out)
}

// ledgerLines are the lines of one book, hours first, in the order of the
// plan.
func ledgerLines(e *env, hours plan.HourBook, cash plan.MoneyBook, employer string) []ledgerLine {
	var out []ledgerLine
	suffix, fte, of := "", e.plan.Profile.FTE, e.plan.Profile.FTEOf
	for _, x := range e.plan.Profile.Employers {
		if x.ID == employer {
			suffix, fte, of = "\x00"+employer, x.FTE, x.FTEOf
		}
	}
	q := func(n plan.Quarters) string { return quarters(e, n) }
	c := func(n plan.Cents) string { return money(e, n) }
	for _, l := range e.plan.EntitlementLines {
		if employer != "" && !plan.Mine(l.Employer, employer) {
			continue
		}
		for _, h := range hours.Lines {
			if h.Line == l.Line && l.Unit == "uur" {
				out = append(out, ledgerLine{id: l.Line + suffix, line: l, spent: q(h.Spent), planned: q(h.Planned), entitled: q(h.Available),
					formula: formulaOf(e, l, fte, of, text.FormatDecimal4(int64(h.Full), e.lang())+" "+e.t.T("s54.hour")),
					carried: carriedWords(e, l), has: int64(h.Available), plans: int64(h.Planned), took: int64(h.Spent)})
			}
		}
		for _, m := range cash.Lines {
			if m.Line == l.Line && l.Unit == "euro" {
				out = append(out, ledgerLine{id: l.Line + suffix, line: l, spent: c(m.Spent), planned: c(m.Planned), entitled: c(m.Available),
					formula: formulaOf(e, l, fte, of, c(m.Full)), carried: carriedWords(e, l), has: int64(m.Available), plans: int64(m.Planned), took: int64(m.Spent)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ledgerLine) int { return strings.Compare(b.line.Unit, a.line.Unit) }) // uur, then euro
	return slices.CompactFunc(out, func(a, b ledgerLine) bool { return a.id == b.id })
}

// carriedWords is what came along on a line from earlier years.
func carriedWords(e *env, l plan.Line) string {
	switch {
	case l.CarriedIn != 0 && l.Unit == "uur":
		return quarters(e, l.CarriedIn)
	case l.CarriedInCents != 0 && l.Unit == "euro":
		return money(e, l.CarriedInCents)
	}
	return ""
}

// formulaOf is the amount for a full job times the working-time factor.
func formulaOf(e *env, l plan.Line, fte plan.Share4, of int, full string) string {
	switch {
	case l.Amount == nil:
		return e.t.T("s54.noamount")
	case l.ProRata:
		return full + " × " + shareWords(e, fte, of)
	}
	return full
}

func (s *activities) ledgerRows(e *env) []row {
	book := plan.Reckon(e.plan, e.pack())
	var out []row
	switch {
	case len(e.plan.EntitlementLines) == 0:
		out = append(out, row{ID: "own", Lines: text.Wrap(e.t.T("s54.none"), e.w)}, plainRow(""))
	case len(book.ByEmployer) > 0:
		for _, x := range book.ByEmployer {
			out = append(out, plainRow(e.st.Title.Render(text.Cut(employerName(e, x.ID), e.w))))
			out = append(out, lineRows(e, ledgerLines(e, x.Hours, x.Money, x.ID))...)
		}
	default:
		out = append(out, lineRows(e, ledgerLines(e, book.Hours, book.Money, ""))...)
	}
	var gap []row
	if s.airy(e, book) {
		gap = []row{plainRow("")}
	}
	if len(e.plan.EntitlementLines) > 0 {
		out = append(out, gap...)
	}
	rest := slices.Concat(restRows(e, book), gap, payerRows(e, book))
	if len(e.plan.EntitlementLines) > 0 {
		rest = append(slices.Concat(rest, gap), plainRow(e.st.Label.Render(e.t.T("s54.legend"))))
	}
	if s.tooLong(e, out, rest) { // one row, so that it can be scrolled to
		rest = []row{{ID: "rest", Lines: allLines(rest)}}
	}
	return append(out, rest...)
}

// tooLong reports whether rows do not fit below the head.
func (s *activities) tooLong(e *env, parts ...[]row) bool {
	n := len(s.head(e))
	for _, p := range parts {
		n += len(allLines(p))
	}
	return n > e.h
}

func allLines(rows []row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Lines...)
	}
	return out
}

// airy reports whether there is room for empty lines between the parts.
func (s *activities) airy(e *env, book plan.Ledger) bool {
	n := 3 + len(restRows(e, book)) + len(payerRows(e, book)) + 1
	for _, r := range lineRows(e, ledgerLines(e, book.Hours, book.Money, "")) {
		n += len(r.Lines)
	}
	return n <= e.h-len(s.head(e))
}

func (s *activities) ledgerActions(e *env) []action {
	byMonth := action{ID: "ledger.months", Keys: []string{"w"}, Short: "key.bymonth", Do: func() []effect {
		s.months, s.lines.sel = !s.months, ""
		return nil
	}}
	if s.months {
		byMonth.Short = "key.byline"
		return []action{byMonth}
	}
	id := s.lines.at(s.ledgerRows(e))
	if id == "own" || id == "rest" {
		id = ""
	}
	why := ""
	if id == "" {
		why = "why.noline"
	}
	word := "key.line"
	if id == "" {
		word = "" // n says the same
	}
	return []action{
		{ID: "ledger.open", Keys: []string{"enter"}, Short: word, Do: func() []effect { return s.enter(e) }},
		{ID: "ledger.new", Keys: []string{"n"}, Short: "key.ownline", Why: whyFrozen(e), Do: func() []effect { return s.newOwn(e) }},
		byMonth,
		{ID: "ledger.remove", Keys: []string{"d", "delete"}, Why: why, Do: func() []effect { return s.removeLine(e, id) }},
	}
}

// newOwn opens a line of one's own. It is in the plan from the first words on.
func (s *activities) newOwn(e *env) []effect {
	return []effect{func(m *Model) tea.Cmd { return m.push(newOwnLine(m, "eigen-"+m.deps.NewID())) }}
}

func (s *activities) removeLine(e *env, id string) []effect {
	l, _ := plan.LineAt(e.plan, id)
	s.at(e) // so that the next one takes its place
	c, err := plan.RemoveLine(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", soften(lineName(e, l))),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
