package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// home is S03 while there is no plan, and S04 with one row per school year.
type home struct {
	list   list
	empty  bool
	others map[string]otherYear
}

func newHome(m *Model) *home {
	h := &home{}
	h.list.choose(m.plan.ID)
	h.Open(m.env())
	return h
}

// Open looks whether there are plans.
func (h *home) Open(e *env) { h.empty = len(e.rows) == 0 }

func (h *home) ID() string {
	if h.empty {
		return "S03"
	}
	return "S04"
}

func (h *home) Title(e *env) string { return e.t.T("home.plans") }
func (h *home) Audience() string    { return "private" }
func (h *home) Form() bool          { return false }

// nextYear is the school year that a new plan is for.
func nextYear(e *env) string { return plan.YearOf(e.today()) }

func (h *home) Page(e *env) page {
	if len(e.rows) == 0 {
		return h.list.page(h.rowsOf(e), text.Cut(e.t.T("s03.reason"), e.w), "")
	}
	head := e.st.Label.Render(text.Pad(e.t.T("s04.year"), 13) + text.Pad(e.t.T("s04.state"), 16) + e.t.T("s04.now"))
	return h.list.page(h.rowsOf(e), text.Cut(e.t.T("s04.reason"), e.w), "", head)
}

func (h *home) rowsOf(e *env) []row {
	if len(e.rows) == 0 {
		r := row{ID: "new", Lines: []string{e.t.T("s03.begin", "Year", text.FormatSchoolYear(nextYear(e)))}}
		for _, id := range []string{"s03.short", "s03.enough"} {
			for _, l := range text.Wrap(e.t.T(id, "Steps", e.t.T("number."+itoa(len(allSteps())))), e.w-2) {
				r.Lines = append(r.Lines, "  "+e.st.Hint.Render(l))
			}
		}
		open := row{ID: homeFile, Lines: []string{e.t.T("s03.open")}}
		for _, l := range text.Wrap(e.t.T("s03.open.more"), e.w-2) {
			open.Lines = append(open.Lines, "  "+e.st.Hint.Render(l))
		}
		return tight(e, []row{r, plainRow(""), open})
	}
	return append(h.yearRows(e), tight(e, slices.Concat(h.dossierRows(e), fileRows(e)))...)
}

func (h *home) Update(e *env, msg tea.Msg) []effect {
	if years, ok := msg.(yearsMsg); ok {
		h.take(years)
		return nil
	}
	if id, used := h.list.update(h.rowsOf(e), msg, e.h); used {
		if id != "" {
			return h.enter(e)
		}
		return nil
	}
	return nil
}

func (h *home) Actions(e *env) []action {
	enter, word := "home.open", "key.open"
	if len(e.rows) == 0 {
		enter, word = "home.begin", "key.choose.row"
	}
	return []action{
		{ID: enter, Keys: []string{"enter"}, Short: word, Do: func() []effect { return h.enter(e) }},
		{ID: "home.now", Keys: []string{">"}, Short: h.nowKey(e), Why: reasonUnless(h.now(e).do != nil, "why.nothingnow"), Do: func() []effect { return h.doNow(e) }},
		{ID: "home.new", Keys: []string{"n"}, Short: "key.newplan", Do: func() []effect { return newPlan(e) }},
		loggingAction(e, h.logKey(e)),
		fridayAction(e),
		{ID: "taking", Keys: []string{"s"}, Why: whyNoTaking(e), Do: func() []effect { return []effect{openTaking()} }},
		{ID: "inbox", Keys: []string{"o"}, Short: "key.openfile", Do: func() []effect { return []effect{openInbox()} }},
		{ID: "settings", Do: func() []effect { return []effect{openSettings()} }},
	}
}

func (h *home) enter(e *env) []effect {
	id := h.list.at(h.rowsOf(e))
	if id == "new" {
		return newPlan(e)
	}
	return withPlan(e, id, openPath(), offerVersion())
}

// withPlan loads a plan, unless it is the one in hand, and goes on with it. It
// does nothing for the id "", which is no plan.
func withPlan(e *env, id string, then ...effect) []effect {
	switch id {
	case "":
		return nil
	case homeFile:
		return []effect{openInbox()}
	case homeDossier:
		return []effect{openStep(9)}
	case homeHanded:
		return []effect{openHanded()}
	case e.plan.ID:
		return then
	}
	keeper := e.deps.Keeper
	type loaded struct {
		p    plan.Plan
		revs []plan.Revision
	}
	return []effect{wait("busy.load", func() (any, error) {
		p, revs, err := keeper.Load(id)
		return loaded{p, revs}, err
	}, func(v any, err error) []effect {
		if err != nil {
			return []effect{attend("msg.load.failed")}
		}
		l := v.(loaded)
		return append([]effect{func(m *Model) tea.Cmd { m.take(l.p, l.revs); return nil }}, then...)
	})}
}

// newPlan makes the plan of this school year, or of the first one after it
// that has none yet, and opens its path.
func newPlan(e *env) []effect {
	year := nextYear(e)
	for taken(e.rows, year) {
		year = plan.YearOf(text.Date{Year: plan.Plan{Profile: plan.Profile{SchoolYear: year}}.FirstYear() + 1, Month: 8, Day: 1})
	}
	c, err := plan.New(e.deps.NewID(), year, e.deps.Pack, e.fw.ID, e.settings.Language)
	return []effect{commit(c, err), openPath()}
}

func taken(rows []PlanRow, year string) bool {
	for _, r := range rows {
		if r.SchoolYear == year {
			return true
		}
	}
	return false
}

func openPath() effect { return func(m *Model) tea.Cmd { return m.push(newPath(m)) } }
