package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// coachRound is S70: a last look at the plan with questions, a choice of what
// goes along, and one file for the coach, or for somebody else who reads it.
type coachRound struct {
	list   list
	to     string // who reads it, by name; "" for nobody yet
	ask    inPlace
	other  searchBox // the name of somebody else
	naming bool
}

// coachScreens are the screens of step 7: what was given, what came back, or
// what is to be given.
func coachScreens(m *Model) []screen {
	p := m.plan
	switch round := p.RoundNow(); {
	case p.IsCopy():
	case round.Stand == plan.RoundOut:
		return []screen{newWithCoach(m, round.Sent)}
	case round.Stand == plan.RoundBack, len(p.OpenNotes()) > 0:
		return []screen{newRoundNotes(m)}
	}
	return []screen{newCoachRound(m)}
}

func newCoachRound(m *Model) screen {
	s := &coachRound{other: newSearchBox()}
	s.ask = newInPlace("ask", func(e *env) string { return e.plan.QuestionToCoach }, func(e *env, v string) (plan.Change, error) { return plan.AskCoach(e.plan, v) })
	s.to = readerOf(m.plan)
	s.list.choose("on")
	if s.to != "" {
		s.list.choose("make")
	}
	return s
}

// readerOf is who the next file is for: the coach, or whoever got the last one.
func readerOf(p plan.Plan) string {
	if p.Profile.Coach != nil && p.Profile.Coach.Name != "" {
		return p.Profile.Coach.Name
	}
	if n := len(p.Sent); n > 0 {
		return p.Sent[n-1].Packet.To.Name
	}
	return ""
}

// givenName is what somebody is called the second time.
func givenName(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return first
}

func (s *coachRound) ID() string          { return "S70" }
func (s *coachRound) Step() int           { return 7 }
func (s *coachRound) Title(e *env) string { return stepTitle(e, 7, "") }
func (s *coachRound) Audience() string    { return "coach" }
func (s *coachRound) Form() bool          { return s.ask.on || s.naming }

func (s *coachRound) Actions(e *env) []action {
	switch {
	case s.ask.on:
		return []action{{ID: "round.written", Keys: []string{"esc"}, Short: "key.ready", Do: func() []effect { return s.ask.close(e) }}}
	case s.naming:
		return []action{{ID: "round.named", Keys: []string{"enter"}, Short: "key.ready"},
			{ID: "round.unname", Keys: []string{"esc"}, Quiet: true, Do: func() []effect { s.naming = false; return nil }}}
	}
	out := []action{
		{ID: "round.open", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "round.tick", Keys: []string{"space"}, Short: "key.tick", Do: func() []effect { return s.tick(e) }},
	}
	if s.to != "" {
		out = append(out, action{ID: "round.ask", Keys: []string{"t"}, Short: "key.askcoach", Do: func() []effect { return s.write(e) }})
	}
	out = append(out, action{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(8)} }})
	if hasGoal(e) && s.to != "" {
		out = append(out, action{ID: "round.secret", Do: func() []effect { return s.secret(e) }})
	}
	if hasGoal(e) {
		out = append(out, action{ID: "round.other", Keys: []string{"n"}, Do: func() []effect { return s.name() }})
	}
	out = append(out, action{ID: "round.given", Keys: []string{"v"}, Why: whyNothingMade(e), Do: func() []effect { return []effect{openHanded()} }})
	return append(out, cardsKey(), guaranteesAction())
}

func hasGoal(e *env) bool { return len(e.plan.Goals) > 0 }

// write opens the question to the coach.
func (s *coachRound) write(e *env) []effect {
	if why := e.readOnly(); why != "" {
		return []effect{attend(why)}
	}
	s.list.choose("ask")
	s.ask.open(e)
	return nil
}

// name asks for whom the file is, if not for the coach.
func (s *coachRound) name() []effect {
	s.naming = true
	s.other.Clear()
	return nil
}

func (s *coachRound) rows(e *env) []row {
	var out []row
	qs := questions(e)
	if len(qs) > 0 && !s.asked() {
		out = append(out, plainRow(e.st.Title.Render(e.t.T("s70.questions"))))
	}
	for i, q := range qs {
		out = append(out, row{ID: "q" + itoa(i), Lines: text.Wrap(q.words, e.w)})
	}
	if len(qs) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s70.none"), e.w)...))
	}
	if h, ok := coachHit(e); ok {
		out = append(out, row{ID: "hit", Lines: text.Wrap("! "+hitWords(e, h), e.w)})
	}
	out = append(out, plainRow(""))
	out = append(out, openingRows(e)...)
	switch {
	case !hasGoal(e):
		out = append(out, row{ID: "goals", Lines: text.Wrap(e.t.T("s70.empty"), e.w)})
	case s.to == "":
		out = append(out, plainRow(text.Wrap(e.t.T("s70.nocoach"), e.w)...))
	default:
		out = append(out, s.givingRows(e)...)
	}
	if s.naming {
		return append(out, plainRow(""), row{ID: "name", Lines: text.Wrap(e.t.T("s70.who"), e.w)})
	}
	out = append(out, plainRow(""))
	if hasGoal(e) && s.to != "" {
		out = append(out, row{ID: "make", Lines: []string{"[ " + text.Cut(e.t.T("s70.make", "Name", s.to), e.w-4) + " ]"}}, secretRow(e, s.to))
	}
	if hasGoal(e) {
		words := "s70.other"
		if s.to == "" {
			words = "s70.somebody"
		}
		out = append(out, row{ID: "other", Lines: text.Wrap(e.t.T(words), e.w)})
	}
	if hasGoal(e) {
		out = append(out, row{ID: "table", Lines: text.Wrap(e.t.T("s78.open"), e.w)})
	}
	if !hasGoal(e) || s.to == "" {
		out = append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 8) + " ]"}})
	}
	return out
}

// asked reports whether a question of the plan is selected: the heading over
// them then stays in view.
func (s *coachRound) asked() bool { return strings.HasPrefix(s.list.sel, "q") }

// givingRows say what goes along to the reader, what stays, and what is asked.
func (s *coachRound) givingRows(e *env) []row {
	title := e.st.Title.Render
	out := []row{plainRow(title(text.Cut(e.t.T("s70.goes", "Name", s.to), e.w))), plainRow(hang("[x] ", e.t.T("s70.always"), e.w, 4)...)}
	out = append(out, groupRows(e, s.list.sel)...)
	out = append(out, plainRow(""), plainRow(title(e.t.T("s70.stays"))), plainRow(text.Wrap(e.t.T(staysID(e)), e.w)...), plainRow(""))
	out = append(out, plainRow(title(text.Cut(e.t.T("s70.asks", "Name", givenName(s.to)), e.w))))
	lines := text.Wrap(firstOf(e.plan.QuestionToCoach, e.t.T("s70.noask")), e.w)
	if s.ask.on {
		lines = s.ask.lines(e, 0)
	}
	return append(out, row{ID: "ask", Lines: lines})
}

func (s *coachRound) Page(e *env) page {
	head := []string{e.st.Hint.Render(text.Cut(e.t.T("s70.reason"), e.w)), ""}
	if e.h < lowWindow {
		head = head[:1]
	}
	if s.asked() {
		head = append(head, e.st.Title.Render(e.t.T("s70.questions")))
	}
	p := s.list.page(tight(e, s.rows(e)), head...)
	switch {
	case s.ask.on:
		s.ask.place(e, &p, "ask", 0, 0)
	case s.naming:
		field, cell := s.other.View(e.w)
		p.Lines = append(p.Lines, line{Text: field})
		at := len(p.Lines) - 1
		p.Focus, p.Cursor = [2]int{at, at}, &cursor{Line: at, Cell: cell}
	}
	return p
}

func (s *coachRound) Leave(e *env) []effect { return s.ask.close(e) }
func (s *coachRound) Pause(e *env) []effect { return s.ask.keep(e) }
func (s *coachRound) Holding() bool         { return s.ask.held() }

// Open takes the plan over after undo and redo.
func (s *coachRound) Open(e *env) {
	if s.to == "" {
		s.to = readerOf(e.plan)
	}
}

func (s *coachRound) Update(e *env, msg tea.Msg) []effect {
	switch {
	case s.ask.on:
		return s.ask.update(e, msg)
	case s.naming:
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
			return s.named()
		}
		s.other.Update(msg)
		return nil
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		if strings.HasPrefix(id, "g:") {
			return s.tick(e)
		}
		return s.enter(e, id)
	}
	return nil
}

// named takes over the name that was typed.
func (s *coachRound) named() []effect {
	name, _ := text.Line(s.other.Value(), lineMax)
	s.naming = false
	if name = strings.TrimSpace(name); name != "" {
		s.to = name
		s.list.choose("make")
	}
	return nil
}

// secret asks who can open the file, and makes it.
func (s *coachRound) secret(e *env) []effect {
	to := s.to
	return openWrapping(e, plan.Party{Name: to}, best, func(e *env, w Wrapping) []effect { return makeFile(e, to, w) })
}

// tick lets a whole group go along, or lets it stay.
func (s *coachRound) tick(e *env) []effect {
	group, ok := strings.CutPrefix(s.list.at(s.rows(e)), "g:")
	if !ok {
		return nil
	}
	all, _ := goesOf(e, group)
	return []effect{commit(plan.ShareWithCoach(e.plan, group, !all))}
}

// enter goes to the place that a row is about.
func (s *coachRound) enter(e *env, id string) []effect {
	if group, ok := strings.CutPrefix(id, "g:"); ok {
		return []effect{open(newShareItems(group))}
	}
	switch id {
	case "values":
		return []effect{openCards(valueList)}
	case "goals":
		return []effect{openStep(4)}
	case "ask":
		return s.write(e)
	case "other":
		return s.name()
	case "make":
		return makeFile(e, s.to, Wrapping{})
	case "secret":
		return s.secret(e)
	case "table":
		return []effect{openTable()}
	case "hit":
		if h, ok := coachHit(e); ok {
			return toItem(e, "privacy-name", h.Item)
		}
	}
	n, err := strconv.Atoi(strings.TrimPrefix(id, "q"))
	qs := questions(e)
	if id == "on" || err != nil || n >= len(qs) {
		return []effect{openStep(8)}
	}
	return toItem(e, qs[n].check, qs[n].item)
}

// openingRows are the values that open the talk, as one row.
func openingRows(e *env) []row {
	values := valueItems(e)
	if len(values) == 0 {
		return nil
	}
	opening := row{ID: "values"}
	var names []string
	for _, x := range values {
		names = append(names, x.Term)
		opening.Lines = append(opening.Lines, termLines(e, x, termCells(e, values))...)
	}
	if e.h < aboveLow { // the questions of the plan need the room
		opening.Lines = text.Wrap(strings.Join(names, " · "), e.w)
	}
	return []row{plainRow(e.st.Title.Render(e.t.T("sheet.opening"))), opening, plainRow("")}
}
