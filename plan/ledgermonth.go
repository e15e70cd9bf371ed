package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// MonthBook is what is planned for one month and what was spent in it, by
// line of hours and by payer. Month is zero for what has no month. Lines and
// Payers are sorted by id; "" is what draws on no line, has no payer.
type MonthBook struct {
	Month  text.Month
	Hours  HourSum
	Money  MoneySum
	Lines  []LineSum
	Payers []SourceSum
}

// LineSum is planned and spent on one line.
type LineSum struct {
	Line string
	HourSum
}

// ByMonth returns the hours and money of p month by month: the months of the
// school year, any other month in which something is, and last what has no
// month. What is planned for several months is divided over them evenly in
// quarter hours and cents, what does not divide in the first ones, so that the
// months together are the ledger to the quarter and the cent. Ordered
// activities count with the line "".
func ByMonth(p Plan, pack *continuum.Pack) []MonthBook {
	b := monthBooks{}
	for _, m := range p.SchoolMonths(pack) {
		b.at(m)
	}
	there := map[string]bool{}
	for _, l := range p.EntitlementLines {
		there[l.Line] = l.Unit == "uur"
	}
	for _, a := range p.Activities {
		line := a.HoursLine
		if a.ordered() || !there[line] {
			line = ""
		}
		hours, cost := a.planned()
		months := a.Months()
		if len(months) == 0 {
			months = []text.Month{{}}
		}
		for i, m := range months {
			b.add(m, line, a.Funding, HourSum{Planned: Quarters(nth(int(hours), len(months), i))}, MoneySum{Planned: Cents(nth(int(cost), len(months), i))})
		}
		for _, e := range a.Log {
			b.add(e.Date.YearMonth(), line, a.Funding, HourSum{Spent: e.Hours}, MoneySum{Spent: e.Cost})
		}
	}
	return b.sorted()
}

// nth is part i of n divided over so many parts.
func nth(n, parts, i int) int {
	x := n / parts
	if i < n%parts {
		x++
	}
	return x
}

type monthBooks map[text.Month]*MonthBook

func (b monthBooks) at(m text.Month) *MonthBook {
	if b[m] == nil {
		b[m] = &MonthBook{Month: m}
	}
	return b[m]
}

func (b monthBooks) add(m text.Month, line, payer string, h HourSum, c MoneySum) {
	if h == (HourSum{}) && c == (MoneySum{}) {
		return
	}
	x := b.at(m)
	if h != (HourSum{}) {
		x.Hours.add(h.Planned, h.Spent)
		at := slices.IndexFunc(x.Lines, func(l LineSum) bool { return l.Line == line })
		if at < 0 {
			x.Lines, at = append(x.Lines, LineSum{Line: line}), len(x.Lines)
		}
		x.Lines[at].add(h.Planned, h.Spent)
	}
	if c != (MoneySum{}) {
		x.Money.add(c.Planned, c.Spent)
		at := slices.IndexFunc(x.Payers, func(s SourceSum) bool { return s.Source == payer })
		if at < 0 {
			x.Payers, at = append(x.Payers, SourceSum{Source: payer}), len(x.Payers)
		}
		x.Payers[at].add(c.Planned, c.Spent)
	}
}

func (b monthBooks) sorted() []MonthBook {
	var out []MonthBook
	for _, x := range b {
		slices.SortFunc(x.Lines, func(a, b LineSum) int { return compare(a.Line, b.Line) })
		slices.SortFunc(x.Payers, func(a, b SourceSum) int { return compare(a.Source, b.Source) })
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b MonthBook) int {
		switch {
		case a.Month == b.Month:
			return 0
		case b.Month.IsZero() || !a.Month.IsZero() && a.Month.Before(b.Month):
			return -1
		}
		return 1
	})
	return out
}

// A LineHint is a line of hours or money that asks for a look.
type LineHint struct {
	Line, Employer string
	Kind           string   // one of the Line constants
	Hours          Quarters // how much, of a line in hours
	Cents          Cents    // of a line in money
}

// What a line may ask for. Overdrawn is more planned than there is, overspent
// more spent, unused less than a quarter spent after the middle of the year
// with room that nothing is planned for.
const (
	LineOverdrawn = "overdrawn"
	LineOverspent = "overspent"
	LineUnused    = "unused"
)

// LineHints returns the lines that ask for a look today, at each of several
// employers, in the order of the lines. They are questions, never faults.
func LineHints(p Plan, pack *continuum.Pack, today text.Date) []LineHint {
	late := !p.HalfWay().IsZero() && !today.Before(p.HalfWay())
	l := Reckon(p, pack)
	books := l.ByEmployer
	if len(books) == 0 {
		books = []EmployerLedger{{Hours: l.Hours, Money: l.Money}}
	}
	kind := func(available, spent, leftPlanned, leftSpent int) (string, int) {
		switch {
		case leftSpent < 0:
			return LineOverspent, -leftSpent
		case leftPlanned < 0:
			return LineOverdrawn, -leftPlanned
		case late && available > 0 && leftPlanned > 0 && 4*spent < available:
			return LineUnused, leftPlanned
		}
		return "", 0
	}
	var out []LineHint
	for _, b := range books {
		for _, x := range b.Hours.Lines {
			if k, n := kind(int(x.Available), int(x.Spent), int(x.LeftPlanned), int(x.LeftSpent)); k != "" {
				out = append(out, LineHint{Line: x.Line, Employer: b.ID, Kind: k, Hours: Quarters(n)})
			}
		}
		for _, x := range b.Money.Lines {
			if k, n := kind(int(x.Available), int(x.Spent), int(x.LeftPlanned), int(x.LeftSpent)); k != "" {
				out = append(out, LineHint{Line: x.Line, Employer: b.ID, Kind: k, Cents: Cents(n)})
			}
		}
	}
	return out
}
