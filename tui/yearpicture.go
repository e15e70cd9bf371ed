package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// The year picture: the months, then what happens in them.
const yearMonths = 13

// The ids of its rows: a moment, or what the plan has at a moment.
const (
	momentRow = "m/"
	ownRow    = "o/"
)

// restMoment stands for what the plan has at no moment.
const restMoment = "-"

func momentID(part plan.YearPart) string {
	if part.Moment == nil {
		return restMoment
	}
	return part.Moment.ID
}

// momentHere is the moment that the selection is in: its own row, or the row
// of something at it.
func (s *activities) momentHere(parts []plan.YearPart) string {
	id := strings.TrimPrefix(s.year.sel, momentRow)
	if own, ok := strings.CutPrefix(s.year.sel, ownRow); ok {
		id, _, _ = strings.Cut(own, "/")
	}
	for _, x := range parts {
		if momentID(x) == id {
			return id
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return momentID(parts[0])
}

// yearRows are the moments with who acts; the one in hand says what each of
// them does and what this plan has there.
func (s *activities) yearRows(e *env) []row {
	parts := plan.YearPicture(e.plan, e.pack())
	here := s.momentHere(parts)
	var out []row
	for _, part := range parts {
		id := momentID(part)
		lines := []string{momentLine(e, part)}
		if id != here {
			out = append(out, row{ID: momentRow + id, Lines: append(lines, actingShort(e, part)...)})
			continue
		}
		lines = append(lines, actingLong(e, part)...)
		out = append(out, row{ID: momentRow + id, Lines: lines})
		for _, x := range part.Own {
			out = append(out, row{ID: ownRow + id + "/" + x.Kind + "/" + x.ID, Lines: ownLines(e, x)})
		}
		if len(part.Own) == 0 {
			out = append(out, plainRow(spaces(yearMonths)+e.st.Label.Render(text.Cut(e.t.T("s55.nothing"), e.w-yearMonths))))
		}
	}
	return append(tight(e, append(out, plainRow(""))), row{ID: "on", Lines: []string{"[ " + stepButton(e, 6) + " ]"}})
}

// momentLine is when and what a moment is.
func momentLine(e *env, part plan.YearPart) string {
	when, name := e.t.T("s55.later"), e.t.T("s55.rest")
	if part.Moment != nil {
		name = upperFirst(e.say(part.Moment.Name))
	} else {
		when = ""
	}
	if part.From.Valid() {
		when = text.FormatMonths(part.From, part.To, e.lang())
	}
	return text.Pad(when, yearMonths) + e.st.Title.Render(text.Cut(name, e.w-yearMonths))
}

// actingShort names who acts, and says how much of the plan is there.
func actingShort(e *env, part plan.YearPart) []string {
	var who []string
	for _, x := range part.Partners {
		who = append(who, partnerShort(e, x))
	}
	words := strings.Join(who, ", ")
	if n := len(part.Own); n > 0 {
		if words != "" {
			words += "; "
		}
		words += e.t.N("s55.own", n)
	}
	var out []string
	for _, l := range text.Wrap(words, e.w-yearMonths) {
		out = append(out, spaces(yearMonths)+l)
	}
	return out
}

// actingLong are the partners, each with what they do.
func actingLong(e *env, part plan.YearPart) []string {
	var out []string
	for _, x := range part.Partners {
		who := partnerShort(e, x)
		if word := e.say(x.Word); x.ID != selfPartner && len(x.Names) > 0 {
			who += ", " + word
		}
		for i, l := range text.Wrap(e.t.T("s55.does", "Who", who, "What", e.say(x.Does)), e.w-yearMonths-2) {
			if i > 0 {
				l = "  " + l
			}
			out = append(out, spaces(yearMonths)+l)
		}
	}
	return out
}

// selfPartner is the teacher among the partners.
const selfPartner = "zelf"

// partnerShort is who it is: you, a name, or a role.
func partnerShort(e *env, x plan.YearPartner) string {
	switch {
	case x.ID == selfPartner:
		return e.t.T("s55.you")
	case len(x.Names) > 0:
		return inWords(e, x.Names)
	}
	return e.say(x.Word)
}

// ownLines are something of the plan: when, what, and who is in it.
func ownLines(e *env, x plan.YearItem) []string {
	when, what := text.Nothing, ""
	switch {
	case !x.Day.IsZero():
		when = text.FormatDate(x.Day, e.lang(), text.Short)
	case len(x.Months) > 0:
		when = text.FormatMonths(x.Months[0], x.Months[len(x.Months)-1], e.lang())
	}
	switch x.Kind {
	case plan.YearActivity:
		a, _ := activityOf(e.plan, x.ID)
		if what = activityName(e, a); a.Status == plan.Done {
			what = "✓ " + what
		}
		if who := partnerWords(e, a.Partner); who != "" {
			what += ", " + who
		}
	case plan.YearAgreement:
		for _, a := range e.plan.Agreements {
			if a.ID == x.ID {
				what = e.t.T("s55.agreement", "Who", firstOf(a.Who, text.Nothing), "What", firstOf(a.What, text.Nothing))
				if a.Done {
					what = "✓ " + what
				}
			}
		}
	case plan.YearBack:
		for _, g := range e.plan.Goals {
			if g.ID == x.ID {
				what = e.t.T("s55.back", "Goal", goalTitle(e, g))
			}
		}
	}
	ls := text.Wrap(what, e.w-yearMonths-2)
	out := []string{text.Pad(when, yearMonths) + "- " + ls[0]}
	for _, l := range ls[1:] {
		out = append(out, spaces(yearMonths+2)+l)
	}
	return out
}

func (s *activities) yearActions(e *env) []action {
	why := ""
	if !strings.HasPrefix(s.at(e), ownRow) && s.at(e) != "on" {
		why = "why.yearmoment"
	}
	return []action{
		{ID: "year.open", Keys: []string{"enter"}, Short: "key.open", Why: why, Do: func() []effect { return s.enter(e) }},
		{ID: "activities.new", Keys: []string{"n"}, Short: "key.fromlist", Why: whyFrozen(e), Do: func() []effect { return s.choose(e) }},
	}
}

// openYear opens what the plan has at a moment.
func (s *activities) openYear(_ *env, row string) []effect {
	own, ok := strings.CutPrefix(row, ownRow)
	parts := strings.SplitN(own, "/", 3)
	if !ok || len(parts) < 3 {
		return nil
	}
	kind, id := parts[1], parts[2]
	return []effect{func(m *Model) tea.Cmd {
		switch kind {
		case plan.YearActivity:
			return m.push(newActivity(m, id))
		case plan.YearAgreement:
			return m.push(newAgreement(m, id))
		}
		return m.push(newGoal(m, id))
	}}
}
