package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// A frozenText is a state of a plan that can be put beside another one: a
// version, what is being written now, or another year.
type frozenText struct {
	id    string // of its row
	words string
	p     plan.Plan
}

// versions is S130: what changed between two versions or years, in words.
// Nothing changes by looking.
type versions struct {
	list        list
	all         []frozenText // oldest first
	left, right int
	unfolded    map[string]bool
}

// openVersions reads the versions and the other years, and shows the last two.
func openVersions() effect {
	return func(m *Model) tea.Cmd {
		e, p, keeper := m.env(), m.plan, m.deps.Keeper
		var years []PlanRow
		for _, r := range m.rows {
			if r.ID != p.ID && r.Teacher == p.Profile.Name && len(years) < mostYears {
				years = append(years, r)
			}
		}
		return m.wait("busy.load", func() (any, error) {
			var out []frozenText
			for _, r := range years {
				if x, _, err := keeper.Load(r.ID); err == nil && !x.IsCopy() {
					out = append(out, frozenText{"year:" + x.ID, e.t.T("s130.year", "Year", text.FormatSchoolYear(x.Profile.SchoolYear)), x})
				}
			}
			slices.SortStableFunc(out, func(a, b frozenText) int { return a.p.FirstYear() - b.p.FirstYear() })
			later := slices.IndexFunc(out, func(x frozenText) bool { return x.p.FirstYear() > p.FirstYear() })
			if later < 0 {
				later = len(out)
			}
			own := versionTexts(e, p, keeper)
			return append(append(slices.Clone(out[:later]), own...), out[later:]...), nil
		}, func(v any, _ error) []effect {
			s := &versions{all: v.([]frozenText), unfolded: map[string]bool{}}
			s.right = slices.IndexFunc(s.all, func(x frozenText) bool { return x.id == nowText })
			s.left = max(s.right-1, 0)
			return []effect{open(s)}
		})
	}
}

// nowText is the id of what stands in the plan now.
const nowText = "now"

// versionTexts are the frozen versions of a plan that can still be read, and
// what stands in it now. A version that came from elsewhere has no text here.
func versionTexts(e *env, p plan.Plan, keeper Keeper) []frozenText {
	var out []frozenText
	for _, v := range p.Versions {
		if v.Number == p.WorkingVersion {
			continue
		}
		x, err := keeper.At(p.ID, v.Revision+1)
		if err != nil {
			continue
		}
		at := v.At.Time().Local()
		day := text.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
		out = append(out, frozenText{itoa(v.Number), e.t.T("s130.version", "Version", v.Number, "Date", dayText(e, day), "Why", e.t.T("s130.why."+versionReason(v), "Name", v.For)), x})
	}
	words := e.t.T("s130.now", "Version", p.WorkingVersion)
	if p.Frozen() {
		words = e.t.T("s130.now.frozen", "Version", p.WorkingVersion)
	}
	return append(out, frozenText{nowText, words, p})
}

// versionReason is why a version was frozen, as the end of a catalogue id.
func versionReason(v plan.Version) string {
	if slices.Contains([]string{plan.ReasonSigned, plan.ReasonMade, plan.ReasonHalfway, plan.ReasonClosed}, v.Reason) {
		if v.Reason == plan.ReasonMade && v.For == "" {
			return "named"
		}
		return v.Reason
	}
	return "named"
}

func (s *versions) ID() string          { return "S130" }
func (s *versions) Title(e *env) string { return e.t.T("s130.title") }
func (s *versions) Audience() string    { return "private" }
func (s *versions) Form() bool          { return false }

// Open takes over what stands in the plan now.
func (s *versions) Open(e *env) {
	for i := range s.all {
		if s.all[i].id == nowText && s.all[i].p.ID == e.plan.ID {
			s.all[i].p = e.plan
		}
	}
}

func (s *versions) Page(e *env) page {
	head := []string{}
	if len(s.all) > 1 {
		half := (e.w - 2) / 2
		head = append(head, text.Pad(text.Cut(s.all[s.left].words, half), half+2)+text.Cut(s.all[s.right].words, half))
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *versions) rows(e *env) []row {
	if len(s.all) < 2 {
		return []row{{ID: "none", Lines: text.Wrap(e.t.T("s130.none"), e.w)}}
	}
	changes, same := changesBetween(e, s.all[s.left].p, s.all[s.right].p)
	words := e.t.N("s130.changed", len(changes))
	if len(changes) == 0 {
		words = e.t.T("s130.nothing")
	}
	out := []row{plainRow(e.st.Hint.Render(text.Cut(words+", "+e.t.N("s130.same", same), e.w))), plainRow("")}
	for _, c := range changes {
		out = append(out, row{ID: c.id, Lines: s.lines(e, c)})
	}
	out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s130.all"))))
	for i, x := range slices.Backward(s.all) {
		mark := "  "
		switch i {
		case s.right:
			mark = e.t.T("s130.mark.right") + " "
		case s.left:
			mark = e.t.T("s130.mark.left") + " "
		}
		out = append(out, row{ID: "at:" + x.id, Lines: []string{text.Cut(mark+x.words, e.w)}})
	}
	return out
}

// lines show one change: unfolded with both texts whole, else the beginnings.
func (s *versions) lines(e *env, c textChange) []string {
	mark := e.st.Attention.Render("~")
	switch c.kind {
	case plan.DiffNew:
		mark = e.st.Done.Render("+")
	case plan.DiffGone:
		mark = e.st.Stop.Render("–")
	}
	name := c.name
	if c.label != "" {
		name += " · " + lowerFirst(c.label)
	}
	out := hang(mark+" ", name, e.w, 2)
	if c.kind != plan.DiffChanged {
		return out
	}
	if !s.unfolded[c.id] {
		return out
	}
	for _, x := range [][2]string{{"s130.was", c.was}, {"s130.is", c.now}} {
		label := "  " + text.Pad(e.t.T(x[0]), 6)
		out = append(out, hang(e.st.Label.Render(label), firstOf(x[1], text.Nothing), e.w, 8)...)
	}
	return out
}

func (s *versions) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *versions) Actions(e *env) []action {
	why := ""
	if len(s.all) < 2 {
		why = "why.oneversion"
	}
	shift := func(at *int, by int) func() []effect {
		return func() []effect {
			*at = (*at + by + len(s.all)) % len(s.all)
			return nil
		}
	}
	return []action{
		{ID: "versions.unfold", Keys: []string{"enter"}, Short: "key.read", Why: why, Do: func() []effect { return s.enter(e) }},
		{ID: "versions.right", Keys: []string{"left", "h"}, Short: "key.otherversion", Why: why, Do: shift(&s.right, -1)},
		{ID: "versions.right.next", Keys: []string{"right", "l"}, Why: why, Do: shift(&s.right, 1)},
		{ID: "versions.left", Keys: []string{"shift+left"}, Why: why, Do: shift(&s.left, -1)},
		{ID: "versions.left.next", Keys: []string{"shift+right"}, Why: why, Do: shift(&s.left, 1)},
		{ID: "versions.years", Keys: []string{"2"}, Short: "key.years", Do: func() []effect { return []effect{open(&yearsApart{plans: s.years(e)})} }},
	}
}

// enter unfolds a change, or puts the version of the row on the right.
func (s *versions) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	for i, x := range s.all {
		if "at:"+x.id == id {
			s.right = i
			return nil
		}
	}
	s.unfolded[id] = !s.unfolded[id]
	return nil
}

// years are the plans of all years, oldest first.
func (s *versions) years(e *env) []plan.Plan {
	var out []plan.Plan
	for _, x := range s.all {
		if x.id == nowText || x.p.ID != e.plan.ID {
			out = append(out, x.p)
		}
	}
	return out
}
