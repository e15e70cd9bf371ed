package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// yearsApart is S131: several years in one picture along the continuum, and in
// the words of each year.
type yearsApart struct {
	list     list
	plans    []plan.Plan // oldest first
	unfolded string
}

func (s *yearsApart) ID() string          { return "S131" }
func (s *yearsApart) Title(e *env) string { return e.t.T("s131.title") }
func (s *yearsApart) Audience() string    { return "private" }
func (s *yearsApart) Form() bool          { return false }

// yearMark is a year in a column: the two digits with which it begins.
func yearMark(year string) string {
	if len(year) < 4 {
		return year
	}
	return "'" + year[2:4]
}

func (s *yearsApart) Page(e *env) page {
	c := ladderOf(e)
	var legend []string
	for _, p := range s.plans {
		legend = append(legend, yearMark(p.Profile.SchoolYear)+" "+text.FormatSchoolYear(p.Profile.SchoolYear))
	}
	head := hintLines(e, e.t.T("s131.reason")+" "+strings.Join(legend, " · "))
	return s.list.page(s.rows(e), append(head, e.st.Label.Render(c.line("", c.head)))...)
}

func (s *yearsApart) rows(e *env) []row {
	c := ladderOf(e)
	var out []row
	for _, x := range plan.Places(e.fw, s.plans...) {
		cells := make([]string, len(e.fw.Phases)+1)
		some := false
		for _, y := range x.Years {
			at := e.fw.PhaseIndex(y.Fits) + 1
			if y.Fits == "" || at == 0 && y.Fits != plan.NoneFits {
				continue
			}
			cells[at] = strings.TrimSpace(cells[at] + " " + yearMark(y.Year))
			some = true
		}
		if !some {
			continue
		}
		for i := range cells {
			if cells[i] == "" {
				cells[i] = e.st.Label.Render("·")
			}
		}
		r := row{ID: x.Competence, Lines: []string{c.line(competenceName(e, x.Competence), cells)}}
		if s.unfolded == x.Competence {
			r.Lines = append(r.Lines, s.words(e, x)...)
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		return []row{{ID: "none", Lines: text.Wrap(e.t.T("s131.none"), e.w)}}
	}
	return out
}

// words are the sentences of the years, with what there was beside them.
func (s *yearsApart) words(e *env, x plan.Place) []string {
	var out []string
	for _, y := range x.Years {
		words := text.Nothing
		for _, p := range pointsOf(e, x.Competence) {
			if p.id == y.Fits {
				words = p.words
			}
		}
		out = append(out, hang("  "+e.st.Label.Render(text.Pad(text.FormatSchoolYear(y.Year), 12)), words, e.w, 14)...)
		var beside []string
		for _, n := range []struct {
			id string
			n  int
		}{{"s05.d.goals", len(y.Goals)}, {"s05.d.evidence", len(y.Evidence)}, {"s131.seen", len(y.Seen)}} {
			if n.n > 0 {
				beside = append(beside, e.t.N(n.id, n.n))
			}
		}
		if len(beside) > 0 {
			out = append(out, spaces(14)+e.st.Label.Render(text.Cut(strings.Join(beside, ", "), e.w-14)))
		}
	}
	return out
}

func (s *yearsApart) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *yearsApart) Actions(e *env) []action {
	return []action{
		{ID: "years.unfold", Keys: []string{"enter"}, Short: "key.read", Do: func() []effect { return s.enter(e) }},
		{ID: "years.versions", Keys: []string{"1"}, Short: "key.versions", Do: func() []effect { return []effect{back()} }},
	}
}

func (s *yearsApart) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if s.unfolded == id {
		id = ""
	}
	s.unfolded = id
	return nil
}
