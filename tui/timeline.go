package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// The timeline: the names, then four cells for each month.
const (
	timelineNames = 28
	monthCells    = 4
)

// window are the months that are shown: all twelve, or six of them.
func (s *activities) window(e *env) []text.Month {
	all := schoolMonths(e)
	n := min(len(all), max((e.w-timelineNames)/monthCells, 1))
	if n < len(all) {
		n = min(n, 6)
	}
	if !s.moved {
		s.month = 0
		if at := slices.Index(all, e.today().YearMonth()); at >= 0 {
			s.month = at
		}
	}
	s.month = max(0, min(s.month, len(all)-n))
	return all[s.month : s.month+n]
}

// scroll moves the months that are shown.
func (s *activities) scroll(e *env, by int) {
	s.window(e)
	s.month, s.moved = s.month+by, true
	s.window(e)
}

func (s *activities) monthsHead(e *env) string {
	if len(e.plan.LiveActivities()) == 0 {
		return ""
	}
	out := spaces(timelineNames)
	now := e.today().YearMonth()
	for _, m := range s.window(e) {
		word := text.Pad(text.FormatMonth(m, e.lang(), text.Short), monthCells)
		if m == now {
			out += e.st.Selected.Render(word)
		} else {
			out += e.st.Label.Render(word)
		}
	}
	return out
}

// group is some activities under one heading of the timeline.
type group struct {
	title string
	list  []plan.Activity
}

// groups puts every activity under the first of its goals; what serves all
// goals, or none, comes last.
func groups(e *env) []group {
	var out []group
	seen := map[string]bool{}
	live := e.plan.LiveActivities()
	for i, g := range e.plan.LiveGoals() {
		title := strings.TrimSpace(e.t.T("s53.goal", "Number", i+1) + " " + firstOf(g.Title, g.Question))
		x := group{title: text.Cut(title, e.w)}
		for _, a := range live {
			if !a.AllGoals && !seen[a.ID] && slices.Contains(a.Goals, g.ID) {
				x.list, seen[a.ID] = append(x.list, a), true
			}
		}
		out = append(out, x)
	}
	all, none := 0, 0
	var last group
	for _, a := range live {
		switch {
		case seen[a.ID]:
			continue
		case a.AllGoals:
			all++
		default:
			none++
		}
		last.list = append(last.list, a)
	}
	switch {
	case none == 0:
		last.title = e.t.T("s53.all")
	case all == 0:
		last.title = e.t.T("s53.none")
	default:
		last.title = e.t.T("s53.all-none")
	}
	return slices.DeleteFunc(append(out, last), func(g group) bool { return len(g.list) == 0 })
}

func (s *activities) timelineRows(e *env) []row {
	months := s.window(e)
	var out []row
	for _, g := range groups(e) {
		out = append(out, plainRow(e.st.Label.Render(g.title)))
		for _, a := range g.list {
			line := text.Pad(shortName(a.Description, timelineNames-2), timelineNames)
			for _, m := range months {
				line += " " + monthMark(a, m) + "  "
			}
			out = append(out, row{ID: a.ID, Lines: []string{strings.TrimRight(line, " ")}})
		}
	}
	if len(out) == 0 {
		out = append(out, row{ID: "new", Lines: text.Wrap(s.emptyWords(e), e.w)}, plainRow(""))
		return append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 6) + " ]"}})
	}
	for _, l := range deadlineLines(e, months) {
		out = append(out, plainRow(e.st.Label.Render(l)))
	}
	if a, ok := activityOf(e.plan, s.list.at(out)); ok {
		out = append(out, textRows(e, e.t.T("s53.words", "Name", shortName(a.Description, 60), "Months", monthNames(e, a))+hoursAndWho(e, a))...)
	}
	return out
}

// hoursAndWho is the end of the sentence about an activity, where there is
// something to say.
func hoursAndWho(e *env, a plan.Activity) string {
	var parts []string
	if a.Hours != nil {
		parts = append(parts, quarters(e, *a.Hours))
	}
	switch who := partnerWords(e, a.Partner); {
	case a.Partner != nil && a.Partner.Role == "zelf":
		parts = append(parts, who)
	case who != "":
		parts = append(parts, e.t.T("s53.with", "Who", who))
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, " ")
}

// monthMark is what an activity does in a month.
func monthMark(a plan.Activity, m text.Month) string {
	switch {
	case !slices.Contains(a.Months(), m):
		return "·"
	case a.Status == plan.Done, slices.ContainsFunc(a.Log, func(x plan.LogEntry) bool { return x.Date.YearMonth() == m }):
		return "✓"
	case a.Status == plan.Wanted:
		return "○"
	}
	return "■"
}

// deadlineLines are the days on which the goals are looked back on, under
// their months; days that stand too close go on a line of their own.
func deadlineLines(e *env, months []text.Month) []string {
	var days []text.Date
	for _, g := range e.plan.LiveGoals() {
		if !g.Deadline.IsZero() && !slices.Contains(days, g.Deadline) && slices.Contains(months, g.Deadline.YearMonth()) {
			days = append(days, g.Deadline)
		}
	}
	slices.SortFunc(days, text.Date.Compare)
	var out []string
	line := e.t.T("s53.back")
	for _, d := range days {
		word := text.FormatDate(d, e.lang(), text.Short)
		at := timelineNames + monthCells*slices.Index(months, d.YearMonth())
		at = min(at, e.w-text.Width(word))
		if text.Width(line) >= at {
			out, line = append(out, line), ""
		}
		line = text.Pad(line, at) + word
	}
	if len(days) == 0 {
		return nil
	}
	return append(out, line)
}

func (s *activities) timelineActions(e *env) []action {
	id := s.here(e)
	why := ""
	if id == "" {
		why = "why.noactivity"
	}
	return []action{
		{ID: "activities.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "activities.plus", Keys: []string{"+", "="}, Why: why, Do: func() []effect { return s.shift(e, id, 1) }},
		{ID: "activities.minus", Keys: []string{"-"}, Why: why, Do: func() []effect { return s.shift(e, id, -1) }},
		{ID: "activities.shift", Keys: []string{"+"}, Short: "key.shift", Why: why}, // only shown: the two above do it
		{ID: "activities.new", Keys: []string{"n"}, Why: whyFrozen(e), Do: func() []effect { return s.choose(e) }},
	}
}

// shift moves an activity by a month and names its months.
func (s *activities) shift(e *env, id string, by int) []effect {
	a, _ := activityOf(e.plan, id)
	var c plan.Change
	var err error
	switch {
	case len(a.Months()) == 0:
		first := e.plan.FirstMonth(e.pack(), e.today()).String()
		c, err = plan.EditActivity(e.plan, id, "moments", func(a *plan.Activity) { *a = a.Begin([]string{first}) })
	case !e.plan.CanShift(e.pack(), a, by):
		return []effect{say("s53.edge")}
	default:
		c, err = plan.ShiftActivity(e.plan, id, by)
	}
	return []effect{commit(c, err), func(m *Model) tea.Cmd {
		if err == nil {
			e := m.env()
			now, _ := activityOf(m.plan, id)
			s.follow(e, now)
			s.tellMonths(m, e, now)
		}
		return nil
	}}
}

// tellMonths names the months, with as much of the name as there is room for.
func (s *activities) tellMonths(m *Model, e *env, a plan.Activity) {
	months := monthNames(e, a)
	room := e.w - text.Width(e.t.T("s53.shifted", "Name", "", "Months", months))
	m.say("s53.shifted", "Name", shortName(a.Description, max(room, 10)), "Months", months)
}

// follow scrolls so that the activity that moved is still in view.
func (s *activities) follow(e *env, a plan.Activity) {
	list, shown := a.Months(), s.window(e)
	if len(list) == 0 || len(shown) == 12 {
		return
	}
	switch {
	case list[len(list)-1].Before(shown[0]):
		s.scroll(e, -3)
	case shown[len(shown)-1].Before(list[0]):
		s.scroll(e, 3)
	}
}
