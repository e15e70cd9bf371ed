package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// What stands on the home screen beside the years.
const (
	homeFile    = "file"    // a file that somebody sent, while there is no plan
	homeDossier = "dossier" // of the plan that is open
	homeHanded  = "handed"  // what came and went
)

// yearLines are the lines that one year takes at most.
const yearLines = 3

// yearCells are the cells before what there is to do in a year.
const yearCells = 29

// An otherYear is a plan that is not the one in hand, as it was read last.
type otherYear struct {
	row PlanRow
	p   plan.Plan
}

// yearsMsg brings the plans that were read for the home screen.
type yearsMsg struct{ years map[string]otherYear }

// mostYears is how many plans are read for the home screen.
const mostYears = 12

// Start reads the plans that are not in hand, so that each line says what
// there is to do.
func (h *home) Start(m *Model) tea.Cmd {
	var list []PlanRow
	for _, r := range m.rows {
		if x, ok := h.others[r.ID]; r.ID != m.plan.ID && (!ok || x.row.Updated != r.Updated) && len(list) < mostYears {
			list = append(list, r)
		}
	}
	if len(list) == 0 {
		return nil
	}
	keeper := m.deps.Keeper
	return func() tea.Msg {
		out := map[string]otherYear{}
		for _, r := range list {
			if p, _, err := keeper.Load(r.ID); err == nil { // one that cannot be read has nothing to say here
				out[r.ID] = otherYear{r, p}
			}
		}
		return yearsMsg{out}
	}
}

// take keeps what was read.
func (h *home) take(msg yearsMsg) {
	if h.others == nil {
		h.others = map[string]otherYear{}
	}
	for id, x := range msg.years {
		h.others[id] = x
	}
}

// planOf is the plan of a row, as far as it was read.
func (h *home) planOf(e *env, id string) (plan.Plan, bool) {
	if id == e.plan.ID {
		return e.plan, true
	}
	x, ok := h.others[id]
	return x.p, ok
}

// now is what there is to do in the year that is selected.
func (h *home) now(e *env) deed {
	p, ok := h.planOf(e, h.list.at(h.rowsOf(e)))
	if !ok || p.ID == "" {
		return deed{}
	}
	return nowFor(e, p)
}

func (h *home) nowKey(e *env) string {
	if h.now(e).do == nil {
		return ""
	}
	return "key.donow"
}

// logKey is the word in the help line for noting hours, while a plan runs.
func (h *home) logKey(e *env) string {
	if e.plan.State != plan.Active || whyNoLogging(e) != "" {
		return ""
	}
	return "key.log"
}

// doNow goes to where what there is to do is done.
func (h *home) doNow(e *env) []effect {
	return withPlan(e, h.list.at(h.rowsOf(e)), h.now(e).do)
}

// yearRows are the years, each with what there is to do now.
func (h *home) yearRows(e *env) []row {
	var out []row
	several := slices.ContainsFunc(e.rows, func(r PlanRow) bool { return r.Teacher != e.rows[0].Teacher })
	for _, r := range e.rows {
		what := h.whatNow(e, r)
		if several && r.Teacher != "" { // a plan that somebody sent is among them
			what = r.Teacher + ": " + what
		}
		cells := text.Pad(text.FormatSchoolYear(r.SchoolYear), 13) + text.Pad(e.t.T("state."+string(r.State)), 16)
		lines := hang(cells, what, e.w, yearCells)
		if len(lines) > yearLines {
			lines = append(lines[:yearLines-1:yearLines-1], text.Cut(lines[yearLines-1], e.w-2)+" …")
		}
		out = append(out, row{ID: r.ID, Lines: lines})
	}
	return out
}

// whatNow says what there is to do in a year, or how it stands.
func (h *home) whatNow(e *env, r PlanRow) string {
	p, ok := h.planOf(e, r.ID)
	if ok {
		if d := nowFor(e, p); d.words != "" {
			return d.words
		}
		if words := roundWords(e, p); len(words) > 0 && r.SignedVersion == 0 {
			return fitting(words, e.w-yearCells)
		}
	}
	switch {
	case ok && p.State == plan.Active:
		return e.t.T("s04.running")
	case r.SignedVersion > 0:
		return e.t.T("s04.signed", "Version", r.SignedVersion)
	}
	return e.t.T("s04.open")
}

// dossierRows are how much the dossier holds, over the years.
func (h *home) dossierRows(e *env) []row {
	n, years := 0, 0
	for _, r := range e.rows {
		if p, ok := h.planOf(e, r.ID); ok && !p.IsCopy() && len(p.Evidence)+len(p.Observations) > 0 {
			n, years = n+len(p.Evidence)+len(p.Observations), years+1
		}
	}
	if n == 0 || e.plan.ID == "" || e.plan.IsCopy() {
		return nil
	}
	words := e.t.N("s90.pieces", n) + ", " + e.t.N("s04.years", years)
	return []row{plainRow(""), {ID: homeDossier, Lines: []string{text.Pad(e.t.T("step.9"), 13) + text.Cut(words, e.w-13)}}}
}

// homeFiles is how many files are named on the home screen.
const homeFiles = 3

// fileRows are the last files that came and went; a narrow window has them
// behind a key.
func fileRows(e *env) []row {
	list := handedFiles(e)
	if len(list) == 0 || e.narrow() {
		return nil
	}
	out := []row{plainRow(""), plainRow(e.st.Title.Render(e.t.T("s04.files")))}
	r := row{ID: homeHanded}
	slices.Reverse(list) // the newest first
	for _, f := range list[:min(homeFiles, len(list))] {
		day := dayOf(e, f.At.Time())
		r.Lines = append(r.Lines, text.Pad(day, 13)+text.Cut(f.words, e.w-13))
	}
	return append(out, r)
}
