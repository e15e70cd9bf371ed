package tui

import (
	"cmp"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// The orders of S140: by whose turn it is, by name, by the next talk.
var starterOrders = []string{"turn", "name", "talk"}

// coachee is a row of S140: a plan that came, or a name.
type coachee struct {
	id, name        string
	year, framework string
	key             string // of the name, to sort by
	plan.Standing
}

// turnOrder are the groups of S140, in their order. A name of whom nothing
// came has no turn.
var turnOrder = []plan.Turn{plan.TurnCoach, plan.TurnStarter, plan.TurnNobody, "", plan.TurnEnded}

// foundStarters are those that are shown, and how many are not.
type foundStarters struct {
	list   []*coachee
	hidden int
	total  int
	talks  int // with a day
}

// drawnStarters are the rows as they were drawn last. Moving through many
// starters draws one row and not all.
type drawnStarters struct {
	found foundStarters
	place map[string]int // of a starter among those found

	of    starterView
	lines []line         // those of all rows, none of them selected
	first map[string]int // of a starter among them
	text  map[string]string

	sel  string
	page *page // with that one selected
}

// starterView is all that the rows follow from, but for the one selected.
type starterView struct {
	starterWish
	w, h int
	st   *styles
	lang string
}

// starterWish is all that decides who is found, in which order.
type starterWish struct {
	rows  *PlanRow
	n     int
	names string
	order int
	all   bool
	words string
	today text.Date
}

func (s *starters) wish(e *env) starterWish {
	v := starterWish{n: len(e.rows), order: s.order, all: s.all, words: s.box.Value(), today: e.today()}
	if v.n > 0 {
		v.rows = &e.rows[0]
	}
	for _, r := range e.settings.Starters {
		v.names += r.ID + "\n" + r.Name + "\n" + r.School + "\n" + r.Talk + "\n"
	}
	return v
}

// found are the starters that filter and words leave, in order.
func (s *starters) found(e *env) foundStarters {
	v := s.wish(e)
	if s.drawn.place != nil && s.drawn.of.starterWish == v {
		return s.drawn.found
	}
	s.drawn = drawnStarters{found: s.find(e), of: starterView{starterWish: v}, place: map[string]int{}}
	for i, x := range s.drawn.found.list {
		s.drawn.place[x.id] = i
	}
	return s.drawn.found
}

func (s *starters) find(e *env) foundStarters {
	var out foundStarters
	this := plan.YearOf(e.today())
	came := map[string]bool{}
	for _, r := range e.rows {
		if r.Coached.Turn == "" {
			continue
		}
		x := &coachee{r.ID, r.Teacher, r.SchoolYear, r.Framework, strings.ToLower(r.Teacher), r.Coached}
		came[x.key] = true
		out.count(x)
		over := x.Turn == plan.TurnEnded || x.Turn != plan.TurnCoach && x.year < this
		switch {
		case over && !s.all && s.box.Value() == "":
			out.hidden++
		case x.fits(s.box.Value()):
			out.list = append(out.list, x)
		}
	}
	for _, r := range e.settings.Starters {
		if came[strings.ToLower(r.Name)] {
			continue
		}
		x := &coachee{id: r.ID, name: r.Name, key: strings.ToLower(r.Name), Standing: plan.Standing{School: r.School}}
		x.Talk, _ = text.ParseISO(r.Talk) // what is no day is none
		out.count(x)
		if x.fits(s.box.Value()) {
			out.list = append(out.list, x)
		}
	}
	slices.SortFunc(out.list, func(a, b *coachee) int {
		byName := cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.id, b.id))
		switch starterOrders[s.order] {
		case "name":
			return byName
		case "talk":
			return cmp.Or(a.talkDay().Compare(b.talkDay()), byName)
		}
		return cmp.Or(slices.Index(turnOrder, a.Turn)-slices.Index(turnOrder, b.Turn), strings.Compare(string(a.Since), string(b.Since)), byName)
	})
	return out
}

func (f *foundStarters) count(x *coachee) {
	f.total++
	if !x.Talk.IsZero() {
		f.talks++
	}
}

// talkDay is the day of the next talk; without one it comes last.
func (x *coachee) talkDay() text.Date {
	if x.Talk.IsZero() {
		return text.Date{Year: 9999}
	}
	return x.Talk
}

// fits reports whether name or school hold every word typed.
func (x *coachee) fits(words string) bool {
	if words == "" {
		return true
	}
	return holds(words, x.name, x.School)
}

// draw makes the lines anew where something changed.
func (s *starters) draw(e *env) {
	found := s.found(e)
	v := starterView{s.drawn.of.starterWish, e.w, e.h, e.st, e.settings.Language}
	if s.drawn.lines != nil && s.drawn.of == v {
		return
	}
	d := &s.drawn
	d.of, d.first, d.text, d.page = v, map[string]int{}, map[string]string{}, nil
	d.lines = (&list{}).page(s.lay(e, found)).Lines
	for i := range d.lines {
		d.lines[i].Mark = false
		if id := d.lines[i].Row; id != "" {
			d.first[id] = i
		}
	}
}

// late draws a starter once it comes into view.
func (s *starters) late(e *env) func(string) string {
	return func(id string) string {
		i, ok := s.drawn.place[id]
		if !ok {
			return ""
		}
		if _, drawn := s.drawn.text[id]; !drawn {
			s.drawn.text[id] = s.drawn.found.list[i].line(e)
		}
		return s.drawn.text[id]
	}
}

// selected is the starter with the mark, or "" where there is none: the one
// that was chosen, or that stands where a chosen one went away.
func (s *starters) selected(e *env) string {
	all := s.found(e).list
	if i, ok := s.drawn.place[s.list.sel]; ok {
		s.list.place = i
		return s.list.sel
	}
	if len(all) == 0 {
		return ""
	}
	s.list.place = min(max(s.list.place, 0), len(all)-1)
	s.list.sel = all[s.list.place].id
	return s.list.sel
}

// move moves the mark; it reports whether the key was one that moves.
func (s *starters) move(e *env, key string) bool {
	by, ok := map[string]int{"up": -1, "k": -1, "down": 1, "j": 1, "home": -farAway, "g": -farAway, "end": farAway, "G": farAway, "pgup": -e.h, "pgdown": e.h}[key]
	all := s.found(e).list
	if !ok || s.selected(e) == "" {
		return false
	}
	s.list.choose(all[min(max(s.list.place+by, 0), len(all)-1)].id)
	return true
}

func (s *starters) lay(e *env, found foundStarters) []row {
	out := []row{}
	group := plan.Turn("none")
	for _, x := range found.list {
		if starterOrders[s.order] == "turn" && x.Turn != group {
			if group != "none" {
				out = append(out, plainRow(""))
			}
			group = x.Turn
			out = append(out, plainRow(e.st.Title.Render(e.t.T("s140.group."+firstOf(string(x.Turn), "none")))))
		}
		out = append(out, row{ID: x.id, Lines: []string{""}}) // drawn late
	}
	if len(found.list) == 0 {
		words := e.t.T("s140.empty")
		if found.total > 0 {
			words = e.t.T("s140.nothing", "What", s.box.Value())
			if s.box.Value() == "" {
				words = e.t.T("s140.allhidden")
			}
		}
		return append(out, plainRow(text.Wrap(words, e.w)...))
	}
	if talks := soon(e, found.list); len(talks) > 0 {
		out = append(out, talks...)
	} else {
		out = append(out, plainRow(""))
	}
	out = append(out, plainRow(e.st.Hint.Render(e.t.N("s140.count", len(found.list)))))
	if found.hidden > 0 {
		out = append(out, plainRow(e.st.Hint.Render(e.t.N("s140.hidden", found.hidden))))
	}
	return tight(e, out)
}

// soon are the talks of the coming week.
func soon(e *env, list []*coachee) []row {
	var talks []*coachee
	for _, x := range list {
		if d := e.today().DaysUntil(x.Talk); !x.Talk.IsZero() && d >= 0 && d < 7 {
			talks = append(talks, x)
		}
	}
	if len(talks) == 0 {
		return nil
	}
	slices.SortStableFunc(talks, func(a, b *coachee) int { return a.Talk.Compare(b.Talk) })
	out := []row{plainRow(""), plainRow(e.st.Title.Render(e.t.T("s140.week")))}
	for _, x := range talks {
		words := e.t.T("s140.talkwith", "Name", x.name)
		if x.Version > 0 {
			words = e.t.T("s140.talkabout", "Name", x.name, "Version", x.Version)
		}
		out = append(out, plainRow(text.Pad(nearDay(e, x.Talk), 9)+text.Cut(words, e.w-9)))
	}
	return out
}
