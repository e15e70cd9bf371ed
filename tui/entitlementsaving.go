package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// savable reports whether something can come along from earlier years: where
// the line allows it, where it is one of the teacher's own, or where there is
// something already.
func savable(e *env, l plan.Line) bool {
	years, known := plan.SavingYears(l, e.pack())
	return !known || years > 0 || l.CarriedIn != 0 || l.CarriedInCents != 0
}

// carried is what came along from earlier years, in hours or in money.
func (s *entitlement) carried() field {
	b := s.bind("carried", func(e *env, l plan.Line) string {
		switch {
		case l.Unit == "euro" && l.CarriedInCents != 0:
			return money(e, l.CarriedInCents)
		case l.Unit != "euro" && l.CarriedIn != 0:
			return text.FormatQuarters(int(l.CarriedIn), e.lang())
		}
		return ""
	}, func(e *env, l *plan.Line, v string) error {
		if l.CarriedIn, l.CarriedInCents = 0, 0; strings.TrimSpace(v) == "" {
			return nil
		}
		if l.Unit == "euro" {
			c, err := cents(e, v)
			l.CarriedInCents = c
			return err
		}
		n, err := text.ParseQuarters(v)
		l.CarriedIn = plan.Quarters(n)
		return err
	})
	b.preset = true
	return newText(b)
}

// savedWords say how long a line can be saved up, and what would be left of it
// for next year; or that it cannot.
func savedWords(e *env, l plan.Line, book plan.Ledger) []string {
	years, known := plan.SavingYears(l, e.pack())
	switch {
	case !known:
		return nil
	case years == 0 && (l.CarriedIn != 0 || l.CarriedInCents != 0):
		return []string{"! " + e.t.T("s54.save.not")}
	case years == 0:
		return nil
	}
	out := []string{e.t.N("s54.save", years)}
	var left []string
	for _, x := range ledgerLines(e, book.Hours, book.Money, "") {
		if more := x.has - max(x.plans, x.took); x.line.Line == l.Line && more > 0 && l.Amount != nil && len(book.ByEmployer) == 0 {
			if l.Unit == "euro" {
				left = append(left, money(e, plan.Cents(more)))
			} else {
				left = append(left, quarters(e, plan.Quarters(more)))
			}
		}
	}
	if len(left) > 0 {
		out = append(out, e.t.T("s54.save.left", "Amount", left[0]))
	}
	return out
}

// heldWords say with which decision a line ended, or will end; "" for a line
// that does not.
func heldWords(e *env, l plan.Line) string {
	if l.HoldsUntilPhase == "" {
		return ""
	}
	d, ended := plan.HeldUntil(e.plan, l)
	if !ended {
		return e.t.T("s54.held", "Phase", phaseName(e, l.HoldsUntilPhase))
	}
	first, _, _ := text.SchoolYearDays(e.plan.Profile.SchoolYear)
	id, who := "s54.held.until", d.By
	if who == "" {
		who = upperFirst(e.say(e.fw.Placeholders["bestuur"]))
	}
	if d.Date.Before(first) {
		id = "s54.held.before"
	}
	return e.t.T(id, "Date", text.FormatDate(d.Date, e.lang(), text.Medium), "By", who, "Phase", phaseName(e, d.Phase))
}
