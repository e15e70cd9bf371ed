package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// rows are the conditions, the agreements, what there is a right to, and the
// way on.
func (s *agreementList) rows(e *env) []row {
	out := hintRows(e, e.t.T("s60.reason"))
	out = append(out, plainRow(e.st.Title.Render(s.conditionsHead(e))))
	for _, id := range conditions {
		out = append(out, s.conditionRow(e, id))
	}
	out = append(out, plainRow(""))
	if len(e.plan.Agreements) == 0 {
		out = append(out, plainRow(e.st.Title.Render(e.t.T("s60.agreements"))))
		out = append(out, textRows(e, e.t.T("s60.none"))...)
	} else {
		out = append(out, plainRow(agreementHead(e)))
	}
	for _, a := range e.plan.Agreements {
		out = append(out, agreementRow(e, a))
	}
	out = append(out, plainRow(""))
	out = append(out, rightsRows(e)...)
	if q := needQuestion(e); q != "" {
		out = append(out, textRows(e, q)...)
	}
	return append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 7) + " ]"}})
}

// agreementColumns are the widths of what and who; the day takes the rest, so
// that it ends one cell before the edge.
func agreementColumns(e *env) (what, who, day int) {
	if e.narrow() {
		return e.w - 26, 15, 11
	}
	return e.w - 28, 16, 11
}

func agreementHead(e *env) string {
	what, who, _ := agreementColumns(e)
	return e.st.Title.Render(text.Pad(e.t.T("s60.agreements"), what)) +
		e.st.Label.Render(text.Pad(e.t.T("s60.who"), who)+e.t.T("s60.by"))
}

// agreementRow is one agreement, all of it; one that was kept says so where
// its day stood.
func agreementRow(e *env, a plan.Agreement) row {
	what, who, day := agreementColumns(e)
	ls := text.Wrap(firstOf(a.What, text.Nothing), what-2)
	people := text.Wrap(firstOf(a.Who, text.Nothing), who-1)
	when := text.PadLeft(text.FormatDate(a.ByWhen, e.lang(), text.Medium), day)
	if a.Done {
		when = e.st.Done.Render(text.PadLeft("✓ "+e.t.T("agreement.kept"), day))
	} else if !a.Open() {
		when = text.PadLeft(e.t.T("agreement.let-go"), day)
	}
	out := make([]string, max(len(ls), len(people)))
	for i := range out {
		left, right := "", ""
		if i < len(ls) {
			left = ls[i]
		}
		if i < len(people) {
			right = people[i]
		}
		out[i] = strings.TrimRight(text.Pad(left, what)+text.Pad(right, who), " ")
		if i == 0 {
			out[i] = text.Pad(left, what) + text.Pad(right, who) + when
		}
	}
	if severalEmployers(e) && employerOf(a.Employer) != plan.Both {
		out = append(out, e.st.Label.Render(text.Cut(e.t.T("s60.of", "Employer", employerName(e, a.Employer)), e.w)))
	}
	return row{ID: a.ID, Lines: out}
}

// conditionsHead says for which of several employers the conditions are.
func (s *agreementList) conditionsHead(e *env) string {
	switch {
	case !severalEmployers(e):
		return e.t.T("s60.conditions")
	case s.employer == "":
		return text.Cut(e.t.T("s60.conditions.of", "Employer", e.t.T("s60.conditions.all")), e.w)
	}
	return text.Cut(e.t.T("s60.conditions.of", "Employer", employerName(e, s.employer)), e.w)
}

// nextEmployer goes from the conditions of all employers to those of the
// first, and on.
func (s *agreementList) nextEmployer(e *env) {
	ids := append([]string{""}, employerIDs(e.plan)...)
	s.employer = ids[(slices.Index(ids, s.employer)+1)%len(ids)]
}

// rightsRows say in words what this teacher may count on, with the year that
// the rule is of. Somebody without a board has no such lines.
func rightsRows(e *env) []row {
	var said []string
	year := ""
	for _, r := range plan.Promised(e.plan, e.pack(), "coach", "plan") {
		id := "s60.right." + r.Unit
		if y := plan.HeldSince(r); year == "" || y != "" && y < year {
			year = y
		}
		said = append(said, e.t.T(id))
	}
	if len(said) == 0 {
		return nil
	}
	head := e.t.T("s60.rights.undated")
	if year != "" {
		head = e.t.T("s60.rights", "Year", year)
	}
	out := []row{}
	for _, l := range text.Wrap(head, e.w) {
		out = append(out, plainRow(e.st.Title.Render(l)))
	}
	return append(out, textRows(e, strings.Join(said, " "))...)
}

// needQuestion asks what is needed, after a statement about the school that
// was answered with "no" or, when there is none, "a little". It is shown on
// the screen only.
func needQuestion(e *env) string {
	for answer := 1; answer <= 2; answer++ {
		for _, x := range e.pack().Survey.Context {
			if e.plan.Survey.Context[x.ID] != answer {
				continue
			}
			id := "s60.need." + x.ID
			if e.t.Has(id) {
				return e.t.T(id)
			}
			return e.t.T("s60.need", "Statement", e.say(x.Text))
		}
	}
	return ""
}
