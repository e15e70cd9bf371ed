package tui

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// activityOf returns an activity of the plan.
func activityOf(p plan.Plan, id string) (plan.Activity, bool) {
	at := slices.IndexFunc(p.Activities, func(a plan.Activity) bool { return a.ID == id })
	if at < 0 {
		return plan.Activity{}, false
	}
	return p.Activities[at], true
}

func activityIDs(list []plan.Activity) []string {
	var out []string
	for _, a := range list {
		out = append(out, a.ID)
	}
	return out
}

// forGoals are the numbers of the goals that an activity serves.
func forGoals(e *env, a plan.Activity) string {
	if a.AllGoals {
		return e.t.T("s50.all")
	}
	var out []string
	for i, g := range e.plan.LiveGoals() {
		if slices.Contains(a.Goals, g.ID) {
			out = append(out, itoa(i+1))
		}
	}
	if len(out) == 0 {
		return text.Nothing
	}
	return strings.Join(out, ", ")
}

// goalTitle is a goal with its number: 2 Zien wie het snapt.
func goalTitle(e *env, g plan.Goal) string {
	name := firstOf(g.Title, g.Question)
	if n := goalNumber(e.plan, g.ID); n > 0 {
		return strings.TrimSpace(itoa(n) + " " + name)
	}
	return name
}

// partnerWords is with whom: a name, a role of the sector, or nobody.
func partnerWords(e *env, p *plan.Person) string {
	switch {
	case p == nil:
		return ""
	case p.Role == "zelf":
		return e.t.T("s50.alone")
	case p.Name != "":
		return p.Name
	}
	return roleWords(e, p.Role)
}

func roleWords(e *env, role string) string {
	if role == "zelf" {
		return e.t.T("s50.alone")
	}
	if r, ok := e.pack().PartnerRole(role); ok {
		return e.say(r.Name)
	}
	return ""
}

// monthRange is the first and the last month in short: okt–nov.
func monthRange(e *env, a plan.Activity) string {
	list := a.Months()
	if len(list) == 0 {
		return text.Nothing
	}
	return text.FormatMonths(list[0], list[len(list)-1], e.lang())
}

// monthNames are the months of an activity in words: november, januari, or,
// where they follow each other, oktober tot en met juni.
func monthNames(e *env, a plan.Activity) string {
	list := a.Months()
	if len(list) == 0 {
		return e.t.T("s53.nomonth")
	}
	row := len(list) > 2
	for i := range list[1:] {
		row = row && list[i].Add(1) == list[i+1]
	}
	if row {
		return e.t.T("s53.span", "From", monthName(e, list[0]), "To", monthName(e, list[len(list)-1]))
	}
	var out []string
	for _, m := range list {
		out = append(out, monthName(e, m))
	}
	return strings.Join(out, ", ")
}

// monthName is a month; its year only where it lies outside the school year.
func monthName(e *env, m text.Month) string {
	long := text.FormatMonth(m, e.lang(), text.Long)
	first, last, ok := text.SchoolYearDays(e.plan.Profile.SchoolYear)
	if !ok || m.Before(first.YearMonth()) || last.YearMonth().Before(m) {
		return long
	}
	name, _, _ := strings.Cut(long, " ")
	return name
}

// hours are shown as in tables; nothing given is –.
func hoursOf(e *env, h *plan.Quarters) string {
	if h == nil {
		return text.Nothing
	}
	return text.FormatHours(int(*h), e.lang())
}

func quarters(e *env, h plan.Quarters) string { return text.FormatHours(int(h), e.lang()) }

func money(e *env, c plan.Cents) string { return text.FormatCents(int64(c), e.lang(), false) }

func moneyOrNothing(e *env, c plan.Cents) string {
	if c == 0 {
		return text.Nothing
	}
	return money(e, c)
}

// kindOf is the kind of an activity, nil where the pack has it no more.
func kindOf(e *env, a plan.Activity) *continuum.ActivityKind {
	k, _ := e.pack().ActivityKind(a.Kind)
	return k
}

// shortName is the beginning of a description in at most w cells, whole words
// only: without what stands behind a colon, a comma or between brackets.
func shortName(s string, w int) string {
	if i := strings.IndexAny(s, ":,("); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	if text.Width(s) <= w {
		return s
	}
	short := ""
	for _, word := range strings.Fields(s) {
		next := strings.TrimSpace(short + " " + word)
		if text.Width(next) > w {
			break
		}
		short = next
	}
	if short == "" {
		return text.Cut(s, w)
	}
	return short
}

// soften begins a name with a small letter, unless it begins with capitals.
func soften(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	return lowerFirst(s)
}

// fundingWords is who pays; a payer that nobody looked up is marked as such.
func fundingWords(e *env, id string) string {
	if f, ok := e.pack().FundingSource(id); ok {
		return unsure(e, soften(e.say(f.Name)), f.Confidence)
	}
	return e.t.T("s52.payer.none")
}

// lineName is what a line of entitlement is called.
func lineName(e *env, l plan.Line) string {
	if l.Name != "" {
		return l.Name
	}
	if x, ok := e.pack().Entitlement(l.Line); ok {
		return e.say(x.Topic)
	}
	return e.t.T("s54.own")
}

// lineCalled is the name of a line with the mark of one that nobody looked up.
func lineCalled(e *env, l plan.Line) string {
	if x, ok := e.pack().Entitlement(l.Line); ok && l.CheckedOn.IsZero() {
		return unsure(e, lineName(e, l), x.Confidence)
	}
	return lineName(e, l)
}

// inWords joins a list: a, b en c.
func inWords(e *env, list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + e.t.T("s50.and") + " " + list[len(list)-1]
}
