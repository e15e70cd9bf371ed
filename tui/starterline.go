package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// The columns of S140.
const (
	nameCells  = 17
	placeCells = 17
	whatCells  = 22
)

// line is a starter in one line: name, school, what lies where since when, and
// what there is to look at.
func (x *coachee) line(e *env) string {
	what, right := x.what(e), x.news(e)
	if e.narrow() {
		name := e.w - whatCells - 14
		return text.Pad(text.Cut(x.name, name-1), name) + text.Pad(text.Cut(what, whatCells-1), whatCells) + text.Cut(right, 14)
	}
	return text.Pad(text.Cut(x.name, nameCells-1), nameCells) + text.Pad(text.Cut(firstOf(x.School, text.Nothing), placeCells-1), placeCells) +
		text.Pad(text.Cut(what, whatCells-1), whatCells) + text.Cut(right, e.w-nameCells-placeCells-whatCells)
}

// what is where the plan lies, and since when.
func (x *coachee) what(e *env) string {
	day := nearDay(e, dateOf(x.Since))
	switch x.Turn {
	case plan.TurnCoach:
		return e.t.T("s140.came", "Version", x.Version, "Date", day)
	case plan.TurnStarter:
		return e.t.T("s140.back", "Date", day)
	case plan.TurnNobody:
		return e.t.T("s140.discussed", "Date", day)
	case plan.TurnEnded:
		return e.t.T("s140.ended", "Date", day)
	}
	return text.Nothing
}

// news is what there is to look at, or what comes next.
func (x *coachee) news(e *env) string {
	switch {
	case x.Turn == plan.TurnCoach && x.First:
		return e.t.T("s140.new")
	case x.Turn == plan.TurnCoach && x.News > 0:
		return e.t.N("s140.changed", x.News)
	case x.Turn == plan.TurnCoach:
		return e.t.T("s140.same")
	case x.Turn == plan.TurnStarter && x.Open > 0:
		return e.t.N("s140.open", x.Open)
	case !x.Talk.IsZero():
		return e.t.T("s140.talk", "Date", nearDay(e, x.Talk))
	}
	return ""
}

// more is what stands below the selected starter: the year, and the next talk
// where the line has no room for it.
func (s *starters) more(e *env, x *coachee) []string {
	if x.Turn == "" || x.Turn == plan.TurnEnded {
		return nil
	}
	until := x.Until
	if until.IsZero() {
		until = plan.LastDay(x.year, e.deps.Pack, x.framework)
	}
	words := e.t.T("s140.until", "Date", text.FormatDate(until, e.lang(), text.Medium))
	if x.InductionYear > 0 {
		words = e.t.T("s140.year", "Number", x.InductionYear, "Date", text.FormatDate(until, e.lang(), text.Medium))
	}
	if !x.Talk.IsZero() && (x.Turn == plan.TurnCoach || x.Open > 0) {
		words += " · " + e.t.T("s140.talk", "Date", nearDay(e, x.Talk))
	}
	if e.narrow() && x.School != "" {
		words = x.School + " · " + words
	}
	return []string{e.st.Hint.Render(spaces(2) + text.Cut(words, e.w-2))}
}

// nearDay is a day with its year only where that is not this school year.
func nearDay(e *env, d text.Date) string {
	if text.SchoolYearOf(d) == text.SchoolYearOf(e.today()) {
		return text.FormatDate(d, e.lang(), text.Short)
	}
	return text.FormatDate(d, e.lang(), text.Medium)
}

// dateOf is the local day of a moment.
func dateOf(i plan.Instant) text.Date {
	if i == "" {
		return text.Date{}
	}
	t := i.Time().Local()
	return text.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

func (s *starters) Page(e *env) page {
	s.draw(e)
	sel := s.selected(e)
	if s.drawn.page == nil || s.drawn.sel != sel {
		p := s.marked(e, sel)
		s.drawn.sel, s.drawn.page = sel, &p
	}
	p := *s.drawn.page
	p.Head = lines(e.st.Hint.Render(text.Cut(e.t.T("s140.reason"), e.w)), "")
	if s.typing || s.box.Value() != "" {
		words, cell := s.box.View(e.w - 4)
		p.Head[0].Text = e.st.Key.Render("/") + "   " + words
		if s.typing {
			p.HeadCursor = &cursor{Line: 0, Cell: 4 + cell}
		}
	}
	return p
}

// marked are the lines with one starter selected and more about it.
func (s *starters) marked(e *env, sel string) page {
	p := page{Lines: s.drawn.lines, Late: s.late(e)}
	at, ok := s.drawn.first[sel]
	if !ok {
		return p
	}
	more := s.more(e, s.drawn.found.list[s.drawn.place[sel]])
	p.Lines = make([]line, 0, len(s.drawn.lines)+len(more))
	p.Lines = append(p.Lines, s.drawn.lines[:at+1]...)
	for _, l := range more {
		p.Lines = append(p.Lines, line{Text: l, Row: sel})
	}
	p.Lines = append(p.Lines, s.drawn.lines[at+1:]...)
	p.Lines[at].Mark = true
	p.Focus = [2]int{at, at + len(more)}
	if s.drawn.place[sel] == 0 {
		p.Focus[0] = 0 // the heading above it
	}
	return withHeading(p)
}
