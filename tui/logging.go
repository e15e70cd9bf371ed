package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// logging is S94: what an activity took on a day, in hours and money. It
// begins on the hours of the activity that is likeliest, today.
type logging struct {
	answering
	activity         string
	day, hours, cost string // as typed
	all              []field
}

const loggingLabels = 16

// openLogging opens it on an activity, "" for the likeliest one.
func openLogging(activity string) effect {
	return openItem(func(m *Model) screen { return newLogging(m, activity) })
}

// whyNoLogging is why no hours can be noted.
func whyNoLogging(e *env) string {
	switch {
	case e.plan.ID == "":
		return "why.noplan"
	case whyClosed(e) != "":
		return whyClosed(e)
	case len(plan.LikelyToLog(e.plan)) == 0:
		return "why.nolog"
	}
	return ""
}

// loggingAction is the key that opens it from a screen that shows no activity.
func loggingAction(e *env, short string) action {
	return action{ID: "log.hours", Keys: []string{"+"}, Short: short, Why: whyNoLogging(e), Do: func() []effect { return []effect{openLogging("")} }}
}

// doingActions are the acts of the year, for the list of commands.
func doingActions(e *env) []action {
	log, friday := loggingAction(e, ""), fridayAction(e)
	log.Keys, friday.Keys = nil, nil
	return []action{log, friday, {ID: "taking", Why: whyNoTaking(e), Do: func() []effect { return []effect{openTaking()} }}, {ID: "log.book", Why: reasonUnless(len(logged(e.plan)) > 0, "why.nologged"), Do: func() []effect { return []effect{open(&logbook{})} }}}
}

func newLogging(m *Model, activity string) screen {
	e := m.env()
	s := &logging{activity: activity, day: dayText(e, e.today())}
	if list := plan.LikelyToLog(e.plan); activity == "" && len(list) > 0 {
		s.activity = list[0].ID
	}
	s.free, s.written, s.asks, s.act = true, func() bool { return s.typed() }, s.missing, s.entry
	label := func(id string) bound { return bound{id: id, label: "s94." + id, width: loggingLabels, preset: true} }
	s.all = []field{
		s.pick(label("activity"), &s.activity, func(e *env) []option {
			var out []option
			for _, a := range plan.LikelyToLog(e.plan) {
				out = append(out, option{a.ID, activityName(e, a)})
			}
			return out
		}),
		s.own(label("day"), &s.day, func(e *env, v string) error { _, err := readDay(e, v); return err }),
		s.own(label("cost"), &s.cost, func(e *env, v string) error { _, err := cents(e, v); return err }),
		s.own(label("hours"), &s.hours, func(_ *env, v string) error { _, err := text.ParseQuarters(v); return err }),
		s.finish("s94.note"),
	}
	if n := len(logged(e.plan)); n > 0 {
		s.all = append(s.all, &button{id: "book", label: func(e *env) string { return e.t.N("s94.book", len(logged(e.plan))) }, do: func(*env) []effect { return []effect{open(&logbook{})} }})
	}
	s.fields = s.all
	s.propose(e)
	s.choose("hours")
	return s
}

func (s *logging) ID() string          { return "S94" }
func (s *logging) Title(e *env) string { return e.t.T("s94.title") }
func (s *logging) Audience() string    { return "board" }

// propose fills in what one time of the activity takes.
func (s *logging) propose(e *env) {
	s.hours = ""
	if a, ok := activityOf(e.plan, s.activity); ok && a.UsualHours() > 0 {
		s.hours = text.FormatQuarters(int(a.UsualHours()), e.lang())
	}
}

// typed reports whether hours or money were written rather than proposed.
func (s *logging) typed() bool {
	return slices.ContainsFunc(s.all, func(f field) bool {
		x, ok := f.(*textField)
		return ok && x.wrote && (x.id == "hours" || x.id == "cost")
	})
}

// missing asks for hours or money where there are neither.
func (s *logging) missing(e *env) []effect {
	h, c, day := s.amounts(e)
	switch {
	case day.IsZero():
		s.choose("day")
		return []effect{attend("s94.ask.day")}
	case h == 0 && c == 0:
		s.choose("hours")
		return []effect{attend("s94.ask")}
	}
	return nil
}

func (s *logging) amounts(e *env) (plan.Quarters, plan.Cents, text.Date) {
	n := 0
	if s.hours != "" {
		n, _ = text.ParseQuarters(s.hours)
	}
	c, _ := cents(e, s.cost)
	day, _ := readDay(e, s.day)
	return plan.Quarters(n), c, day
}

// entry is what was written, as an act.
func (s *logging) entry(e *env) effect {
	h, c, day := s.amounts(e)
	id := s.activity
	name, _ := activityOf(e.plan, id)
	return inYear(func(p plan.Plan) (plan.Change, error) {
		return plan.Log(p, id, plan.LogEntry{Date: day, Hours: h, Cost: c}, "")
	}, say("s94.noted", "What", muchWords(e, h, c), "Name", shortName(name.Description, 40)))
}

// muchWords are hours and money, those of them that there are.
func muchWords(e *env, h plan.Quarters, c plan.Cents) string {
	var out []string
	if h > 0 || c == 0 {
		out = append(out, quarters(e, h))
	}
	if c > 0 {
		out = append(out, money(e, c))
	}
	return inWords(e, out)
}

// Update proposes the hours of another activity, unless some were typed.
func (s *logging) Update(e *env, msg tea.Msg) []effect {
	was := s.activity
	effects := s.form.Update(e, msg)
	if s.activity != was && !s.typed() {
		s.propose(e)
	}
	return append(effects, func(m *Model) tea.Cmd { renewOthers(&s.form, m.env(), s.here()); return nil })
}

func (s *logging) Page(e *env) page {
	p := s.form.Page(e, append(wrapped(e.t.T("s94.reason"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	for _, l := range s.sums(e) {
		p.Lines = append(p.Lines, line{Text: l})
	}
	return p
}

// sums are what was noted of the activity so far, and where its hours come
// from.
func (s *logging) sums(e *env) []string {
	a, ok := activityOf(e.plan, s.activity)
	if !ok {
		return nil
	}
	h, c := a.Spent()
	words := e.t.T("s94.sofar", "Spent", muchWords(e, h, c), "Planned", muchWords(e, valueOf(a.Hours), a.Cost))
	if l, ok := plan.LineAt(e.plan, a.HoursLine); ok {
		words += " " + e.t.T("s94.from", "Line", soften(lineName(e, l)))
	}
	out := []string{""}
	for _, l := range text.Wrap(words, e.w) {
		out = append(out, e.st.Label.Render(l))
	}
	return out
}

func valueOf(h *plan.Quarters) plan.Quarters {
	if h == nil {
		return 0
	}
	return *h
}
