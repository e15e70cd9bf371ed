package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Ledger is hours and money: spent, planned and entitled, line by line. Lines
// are never added up, because room on one does not fill another.
type Ledger struct {
	Hours           HourBook
	Money           MoneyBook
	OtherLines      []OtherLine
	LinesNotOffered []string
	ByEmployer      []EmployerLedger
}

// EmployerLedger is the ledger of one of several employers.
type EmployerLedger struct {
	ID    string
	Hours HourBook
	Money MoneyBook
}

// HourBook holds the lines in hours. Ordered hours and hours without a line
// stand apart.
type HourBook struct {
	Lines   []HourLine
	Ordered HourSum
	NoLine  HourSum
	Total   HourSum
}

// HourLine is one line. Full is the amount for a full-time job, Available
// what this teacher has of it; a negative Left is overdrawn.
type HourLine struct {
	Line                   string
	Full                   Decimal // hours
	Available              Quarters
	Planned, Spent         Quarters
	LeftPlanned, LeftSpent Quarters
}

// HourSum is planned and spent together.
type HourSum struct{ Planned, Spent Quarters }

// MoneyBook holds the lines in money, and who pays what.
type MoneyBook struct {
	Lines    []MoneyLine
	BySource []SourceSum // by funding source, sorted by id
	NoPayer  MoneySum
}

// MoneyLine is one line in money.
type MoneyLine struct {
	Line                   string
	Full, Available        Cents
	Planned, Spent         Cents
	LeftPlanned, LeftSpent Cents
}

// SourceSum is what one payer pays.
type SourceSum struct {
	Source string
	MoneySum
}

// MoneySum is planned and spent together.
type MoneySum struct{ Planned, Spent Cents }

// OtherLine is a line in percent or days, shown as it is.
type OtherLine struct {
	Line                      string
	Kind                      string
	Reduction, Target, Actual Decimal // percent
	Difference                Decimal
	AtMost, Room              Decimal // up_to_percent
	Required, Recorded, Short Decimal // days
}

// Reckon returns the ledger of p.
func Reckon(p Plan, pack *continuum.Pack) Ledger {
	l := Ledger{OtherLines: otherLines(p), LinesNotOffered: notOffered(p, pack)}
	l.Hours, l.Money = books(p)
	for _, e := range p.Profile.Employers {
		h, m := books(forEmployer(p, pack, e.ID))
		l.ByEmployer = append(l.ByEmployer, EmployerLedger{e.ID, h, m})
	}
	return l
}

// Spent sums what really went into an activity.
func (a Activity) Spent() (Quarters, Cents) {
	var h Quarters
	var c Cents
	for _, e := range a.Log {
		h, c = h+e.Hours, c+e.Cost
	}
	return h, c
}

// planned returns what is planned, nothing for a dropped activity.
func (a Activity) planned() (Quarters, Cents) {
	if a.Status == Dropped {
		return 0, 0
	}
	if a.Hours == nil {
		return 0, a.Cost
	}
	return *a.Hours, a.Cost
}

func (a Activity) ordered() bool { return a.Ordered != nil && *a.Ordered }

func books(p Plan) (HourBook, MoneyBook) {
	var hb HourBook
	var mb MoneyBook
	lines, own, by := map[string]HourSum{}, map[string]MoneySum{}, map[string]MoneySum{}
	there := map[string]bool{"": false} // hours on a line that is not there stand under no line
	for _, ln := range p.EntitlementLines {
		there[ln.Line] = ln.Unit == "uur"
	}
	for _, a := range p.Activities {
		hp, cp := a.planned()
		hs, cs := a.Spent()
		hb.Total.add(hp, hs)
		switch {
		case a.ordered():
			hb.Ordered.add(hp, hs)
		case !there[a.HoursLine]:
			hb.NoLine.add(hp, hs)
		default:
			s := lines[a.HoursLine]
			s.add(hp, hs)
			lines[a.HoursLine] = s
		}
		if cp == 0 && cs == 0 {
			continue
		}
		if a.Funding == "" {
			mb.NoPayer.add(cp, cs)
			continue
		}
		s := by[a.Funding]
		s.add(cp, cs)
		by[a.Funding] = s
		if !a.ordered() {
			s := own[a.Funding]
			s.add(cp, cs)
			own[a.Funding] = s
		}
	}
	for _, ln := range p.EntitlementLines {
		switch ln.Unit {
		case "uur":
			hb.Lines = append(hb.Lines, hourLine(p, ln, lines[ln.Line]))
		case "euro":
			mb.Lines = append(mb.Lines, moneyLine(p, ln, own[ln.Source]))
		}
	}
	for id, s := range by {
		mb.BySource = append(mb.BySource, SourceSum{id, s})
	}
	slices.SortFunc(mb.BySource, func(a, b SourceSum) int { return compare(a.Source, b.Source) })
	return hb, mb
}

func (s *HourSum) add(p, q Quarters) { s.Planned, s.Spent = s.Planned+p, s.Spent+q }
func (s *MoneySum) add(p, q Cents)   { s.Planned, s.Spent = s.Planned+p, s.Spent+q }

func hourLine(p Plan, ln Line, s HourSum) HourLine {
	full := ln.amount()
	if ln.Per == "werkweek" {
		full *= Decimal(p.Profile.WorkingWeeks)
	}
	av := Quarters(proRata(p, ln, full, 4)) + ln.CarriedIn
	return HourLine{Line: ln.Line, Full: full, Available: av, Planned: s.Planned, Spent: s.Spent,
		LeftPlanned: av - s.Planned, LeftSpent: av - s.Spent}
}

func moneyLine(p Plan, ln Line, s MoneySum) MoneyLine {
	av := Cents(proRata(p, ln, ln.amount(), 100)) + ln.CarriedInCents
	return MoneyLine{Line: ln.Line, Full: Cents(mulDiv(unit4, int64(ln.amount()), 100)), Available: av, Planned: s.Planned, Spent: s.Spent,
		LeftPlanned: av - s.Planned, LeftSpent: av - s.Spent}
}

func (ln Line) amount() Decimal {
	if ln.Amount == nil {
		return 0
	}
	return *ln.Amount
}

func otherLines(p Plan) []OtherLine {
	var out []OtherLine
	for _, x := range p.ExtraLines {
		o := OtherLine{Line: x.Line, Kind: x.Kind, Actual: value(x.Actual)}
		share := Decimal(mulDiv(100*unit4, int64(value(x.Base)), int64(value(x.Percent))))
		switch x.Kind {
		case "percent":
			o.Reduction, o.Target = share, value(x.Base)-share
			o.Difference = o.Actual - o.Target
		case "up_to_percent":
			o.AtMost, o.Room = share, share-o.Actual
		default:
			o.Required, o.Recorded = value(x.Required), value(x.Recorded)
			o.Short = max(0, o.Required-o.Recorded)
		}
		out = append(out, o)
	}
	return out
}

func value(d *Decimal) Decimal {
	if d == nil {
		return 0
	}
	return *d
}
