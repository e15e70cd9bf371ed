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
	if e.narrow() {
		return e.w - 24, 8, 0
	}
	name = 32
	for _, l := range e.plan.EntitlementLines {
		name = max(name, min(text.Width(lineName(e, l))+1, 35))
	}
	amount = (62 - name) / 3
	return 62 - 3*amount, amount, e.w - 62 - 3
}

func ledgerHead(e *env) string {
	if len(e.plan.EntitlementLines) == 0 {
		return ""
	}
	name, amount, _ := ledgerWidths(e)
	out := spaces(name)
	for _, id := range []string{"ledger.spent", "ledger.planned", "ledger.entitled"} {
		out += text.PadLeft(e.t.T(id), amount)
	}
	return e.st.Label.Render(out)
}

// ledgerLines are the lines of one book, hours first, in the order of the
// plan.
func ledgerLines(e *env, hours plan.HourBook, cash plan.MoneyBook, employer string) []ledgerLine {
	var out []ledgerLine
	suffix := ""
	if employer != "" {
		suffix = "\x00" + employer
	}
	q := func(n plan.Quarters) string { return quarters(e, n) }
	c := func(n plan.Cents) string { return money(e, n) }
	for _, l := range e.plan.EntitlementLines {
		for _, h := range hours.Lines {
			if h.Line == l.Line && l.Unit == "uur" {
				out = append(out, ledgerLine{id: l.Line + suffix, line: l, spent: q(h.Spent), planned: q(h.Planned), entitled: q(h.Available),
					formula: formulaOf(e, l, text.FormatDecimal4(int64(h.Full), e.lang())+" "+e.t.T("s54.hour")),
					has:     int64(h.Available), plans: int64(h.Planned), took: int64(h.Spent)})
			}
		}
		for _, m := range cash.Lines {
			if m.Line == l.Line && l.Unit == "euro" {
				out = append(out, ledgerLine{id: l.Line + suffix, line: l, spent: c(m.Spent), planned: c(m.Planned), entitled: c(m.Available),
					formula: formulaOf(e, l, c(m.Full)), has: int64(m.Available), plans: int64(m.Planned), took: int64(m.Spent)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ledgerLine) int { return strings.Compare(b.line.Unit, a.line.Unit) }) // uur, then euro
	return slices.CompactFunc(out, func(a, b ledgerLine) bool { return a.id == b.id })
}

// formulaOf is the amount for a full job times the working-time factor.
func formulaOf(e *env, l plan.Line, full string) string {
	switch {
	case l.Amount == nil:
		return e.t.T("s54.noamount")
	case l.ProRata:
		return full + " × " + text.FormatShare(int64(e.plan.Profile.FTE), e.lang())
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

func employerName(e *env, id string) string {
	for _, x := range e.plan.Profile.Employers {
		if x.ID == id {
			return firstOf(x.School, x.Board)
		}
	}
	return text.Nothing
}

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
	words, attention := ageWords(e, l.line)
	if !plan.WholeYear(e.plan, l.line) {
		words += ", " + e.t.T("s54.partyear")
	}
	if attention {
		return append(out, e.st.Attention.Render("! "+words))
	}
	return append(out, e.st.Label.Render(words))
}

// ageWords say where a line is from and when it was checked last.
func ageWords(e *env, l plan.Line) (words string, attention bool) {
	age := plan.AgeOf(e.plan, e.pack(), l, e.today())
	date := text.FormatDate(age.Checked, e.lang(), text.Medium)
	switch {
	case !age.Checked.IsZero() && age.Stale:
		return e.t.T("s54.age.again", "Date", date), true
	case !age.Checked.IsZero():
		return e.t.T("s54.age.checked", "Date", date), false
	case age.Own:
		return e.t.T("s54.age.own"), false
	case age.Year == 0:
		return e.t.T("s54.age.undated"), age.Stale
	}
	return e.t.T("s54.age.year", "Year", age.Year), age.Stale
}

func (s *activities) ledgerActions(e *env) []action {
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
		{ID: "ledger.new", Keys: []string{"n"}, Short: "key.ownline", Do: func() []effect { return s.newOwn(e) }},
		{ID: "ledger.remove", Keys: []string{"d", "delete"}, Why: why, Do: func() []effect { return s.removeLine(e, lineID(id)) }},
	}
}

// newOwn adds a line of one's own and opens it.
func (s *activities) newOwn(e *env) []effect {
	return []effect{func(m *Model) tea.Cmd {
		id := "eigen-" + m.deps.NewID()
		c, err := plan.AddLine(m.plan, plan.Line{Line: id, Unit: "uur", Per: "jaar"})
		if err != nil {
			m.fail(err)
			return nil
		}
		s.lines.choose(id)
		cmd := m.commit(c)
		return tea.Batch(cmd, m.push(newLine(m, id)))
	}}
}

func (s *activities) removeLine(e *env, id string) []effect {
	l, _ := lineOf(e.plan, id)
	c, err := plan.RemoveLine(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", text.Cut(soften(lineName(e, l)), e.w-42))}
}
