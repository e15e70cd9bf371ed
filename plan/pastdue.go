package plan

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// Open reports whether an agreement is neither kept nor let go.
func (a Agreement) Open() bool { return !a.Done && a.LetGo.IsZero() }

// KeepAgreement says that an agreement was kept.
func KeepAgreement(p Plan, id string) (Change, error) {
	c, err := agreementItems.edit(p, id, "done", func(a *Agreement) { a.Done, a.LetGo, a.Reason = true, text.Date{}, "" })
	return c.as(err, "agreement.kept", id)
}

// MoveAgreement gives an agreement another day; the day before it stays in the
// history. CodeRequired without a day.
func MoveAgreement(p Plan, id string, to text.Date) (Change, error) {
	if to.IsZero() {
		return Change{}, &Error{Code: CodeRequired, Item: id, Field: "by_when"}
	}
	var was text.Date
	c, err := agreementItems.edit(p, id, "by_when", func(a *Agreement) {
		was = a.ByWhen
		a.ByWhen, a.Done, a.LetGo, a.Reason = to, false, text.Date{}, ""
	})
	return c.as(err, "agreement.moved", id, was.String(), to.String())
}

// LetGoOfAgreement says that an agreement is let go, with the reason: CodeReason
// without one, CodeRequired without a day.
func LetGoOfAgreement(p Plan, id string, on text.Date, reason string) (Change, error) {
	switch {
	case strings.TrimSpace(reason) == "":
		return Change{}, &Error{Code: CodeReason, Item: id, Field: "let_go_reason"}
	case on.IsZero():
		return Change{}, &Error{Code: CodeRequired, Item: id, Field: "let_go"}
	}
	c, err := agreementItems.edit(p, id, "let_go", func(a *Agreement) { a.Done, a.LetGo, a.Reason = false, on, reason })
	return c.as(err, "agreement.let-go", id)
}

// A PastDue is an agreement or an activity whose last day has gone by while
// nothing is said about it. It raises one question: kept, moved or let go.
type PastDue struct {
	Kind  string // agreement or activity
	Item  string
	Since text.Date
}

// Overdue returns what is past its date today, the longest ago first. In a
// year that is closed nothing is asked any more.
func Overdue(p Plan, today text.Date) []PastDue {
	if p.State == Closed || p.State == Judged {
		return nil
	}
	var out []PastDue
	for _, a := range p.Agreements {
		if a.Open() && !a.ByWhen.IsZero() && a.ByWhen.Before(today) {
			out = append(out, PastDue{"agreement", a.ID, a.ByWhen})
		}
	}
	for _, a := range p.Activities {
		if a.Status != Done && a.Status != Dropped && !a.To.IsZero() && a.To.Before(today) {
			out = append(out, PastDue{"activity", a.ID, a.To})
		}
	}
	slices.SortStableFunc(out, func(a, b PastDue) int { return a.Since.Compare(b.Since) })
	return out
}
