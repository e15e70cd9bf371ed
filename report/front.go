package report

import (
	"slices"
	"strconv"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// front is the first page: who, how a coach answers, which goals, which hours
// and euros, what was promised, who still signs.
func (w *writer) front() {
	w.para(w.Root, capital(w.confidential()), boldCell)
	above := w.Root.Add("P")
	w.lines(above, left, spaced(w.wrap(w.aboveTitle(), smallStyle, wide)), 1, nil)
	w.keepLast()
	w.heading(w.Root, 1, w.heading1(), nil)
	w.para(w.Root, w.p.Profile.Name, style{13, 6.4, true, ink})
	w.who()
	w.answer()

	first := len(w.blocks)
	sect := w.section(w.say("short"))
	w.blocks[first].gap = 5
	w.goalList(sect)
	w.sums(sect)
	w.promised(sect)
	w.toSign(sect)
}

func (w *writer) aboveTitle() string {
	s := w.say("version", "N", w.p.WorkingVersion)
	if of := w.p.WorkingVersion - 1; of > 0 {
		s += ", " + w.say("version.of", "N", of)
	}
	s += ", " + w.say("made", "Date", text.FormatDate(w.today(), w.lang, text.Long))
	if r := w.recipient(); r != "" && w.e.Info.Audience == plan.Board {
		s = w.say("for", "Who", r) + " · " + s
	}
	proof := ""
	if w.opt.Proof {
		proof = w.say("proof")
	}
	return joined(" · ", proof, s)
}

// recipient is who gets the plan: without a board somebody by name, or nobody.
func (w *writer) recipient() string {
	pr := w.p.Profile
	if !w.e.Info.WithoutBoard {
		return w.e.Info.Words["recipient/"+pr.Employment]
	}
	if who := person(pr.Manager); who != "" {
		return who
	}
	return pr.Board
}

func (w *writer) today() text.Date {
	y, m, d := w.opt.Now.Date()
	return text.Date{Year: y, Month: int(m), Day: d}
}

// who is everything about the person and the work, two facts a row.
func (w *writer) who() {
	pr := w.p.Profile
	phase := w.say("phase.none")
	if r := pr.PhaseRecorded; r != nil {
		phase = joined(", ", w.e.Word("phase", r.Phase), w.date(r.Date))
		if r.By != "" {
			phase += " (" + r.By + ")"
		}
	}
	work := [][2]string{
		{w.say("school"), joined(", ", pr.School, pr.SchoolCode)}, {w.term("board"), pr.Board},
		{w.say("function"), pr.Function}, {w.say("fte"), text.FormatParts(int64(pr.FTE), pr.FTEOf, w.lang)},
	}
	facts := [][2]string{
		{w.say("employment"), w.wordOf("employment", pr.Employment)}, {w.say("induction"), number(pr.InductionYear)},
	}
	for _, r := range pr.Routes {
		facts = append(facts, [2]string{w.say("route"), w.route(r)})
	}
	facts = append(facts, [][2]string{
		{w.say("phase"), phase}, {w.say("framework"), w.wordOf("framework", pr.Framework)},
		{w.term("coach"), person(pr.Coach)}, {w.term("manager"), person(pr.Manager)},
	}...)
	switch {
	case len(pr.Employers) > 0: // they stand per employer
		facts = slices.Concat(work[2:], facts[:len(facts)-1], [][2]string{{w.say("state"), w.state()}})
	case w.e.Info.WithoutWork:
		facts = filledIn(slices.Concat(work[:3], facts, [][2]string{{w.say("group"), pr.Group}, {w.say("state"), w.state()}}))
	default:
		facts = slices.Concat(work, facts, [][2]string{{w.say("group"), pr.Group}, {w.say("state"), w.state()}})
		if w.e.Info.WithoutBoard {
			facts = filledIn(facts)
		}
	}
	w.pairs(w.Root, facts)
	w.employers()
}

// route is a way into teaching with its dates and who recorded it.
func (w *writer) route(r plan.RouteFact) string {
	s := w.e.Word("route", r.Route)
	switch {
	case !r.Since.IsZero() && !r.Until.IsZero():
		s = joined(", ", s, w.say("route.between", "From", w.date(r.Since), "To", w.date(r.Until)))
	case !r.Since.IsZero():
		s = joined(", ", s, w.say("route.since", "Date", w.date(r.Since)))
	case !r.Until.IsZero():
		s = joined(", ", s, w.say("route.until", "Date", w.date(r.Until)))
	}
	if r.By != "" {
		s += " (" + r.By + ")"
	}
	return s
}

// filledIn leaves out the facts that say nothing.
func filledIn(facts [][2]string) [][2]string {
	return slices.DeleteFunc(facts, func(f [2]string) bool { return f[1] == "" })
}

// wordOf is the word of an id, "" for no id.
func (w *writer) wordOf(group, id string) string {
	if id == "" {
		return ""
	}
	return w.e.Word(group, id)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (w *writer) state() string {
	for _, s := range plan.States {
		if s == w.p.State {
			return w.say("state." + string(s))
		}
	}
	return string(w.p.State)
}

// share is an employer's share of a full job, "" where it is not known.
func (w *writer) share(e plan.Employer) string {
	if e.FTE == 0 {
		return ""
	}
	return text.FormatParts(int64(e.FTE), e.FTEOf, w.lang)
}

func (w *writer) employers() {
	var rows []row
	for _, e := range w.p.Profile.Employers {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(e.School).and(e.Board, quietCell), plain(or(e.Function)),
			plain(or(person(e.Manager))), plain(or(w.share(e)))}})
	}
	if len(rows) > 0 {
		w.table(w.Root, []column{{title: w.say("school"), w: 68}, {title: w.say("function"), w: 42}, {title: w.term("manager"), w: 42}, {title: w.say("fte"), w: 18, right: true}}, rows)
	}
}

// goalList names the goals; each leads to its own part.
func (w *writer) goalList(up *tagged.Elem) {
	goals := w.p.LiveGoals()
	w.heading(up, 3, w.say("goals"), nil)
	if len(goals) == 0 {
		w.para(up, w.say("goals.none"), textStyle)
		return
	}
	var rows []row
	for i, g := range goals {
		w.goals[g.ID] = &tagged.Place{}
		name := strconv.Itoa(i+1) + ". " + w.goalName(g)
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(name), plain(or(w.date(g.Deadline)))}, link: w.goals[g.ID], item: g.ID})
	}
	w.tableIn(up, dense, []column{{title: w.say("goal"), w: 140}, {title: w.say("deadline"), w: 30}}, rows)
}

// goalName is a goal's title, or its question where it has none.
func (w *writer) goalName(g plan.Goal) string {
	if g.Title != "" {
		return g.Title
	}
	return g.Question
}
