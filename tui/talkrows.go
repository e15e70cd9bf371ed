package tui

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/sheet"
	"bekwaam/text"
)

// own opens a question of one's own to write.
func (s *talk) own(e *env) []effect {
	s.ask = newLong(bound{id: "ask", get: func(*env) string { return "" }, set: func(e *env, v string) (plan.Change, error) {
		v, _ = text.Line(v, lineMax)
		if v = strings.TrimSpace(v); v == "" || e.plan.Review == nil || slices.Contains(e.plan.Review.Questions, v) {
			return plan.Change{Plan: e.plan}, nil
		}
		return plan.TickQuestion(e.plan, v)
	}}, 2)
	s.ask.hidden = true
	s.ask.Focus()
	return nil
}

// when opens the day of the talk to write.
func (s *talk) when(e *env) []effect {
	s.day = newText(bound{id: "day", label: "s142.day", width: talkLabel, preset: true,
		get: func(e *env) string { return dayText(e, e.plan.Review.Talk) },
		set: func(e *env, v string) (plan.Change, error) {
			d, err := readDay(e, v)
			if err != nil {
				return plan.Change{}, err
			}
			return plan.EditReview(e.plan, "talk", func(r *plan.Review) { r.Talk = d })
		}})
	s.day.Open(e)
	s.day.Focus()
	return nil
}

// The columns of S142.
const (
	talkLabel = 18
	talkWho   = 16
	talkDay   = 12
)

// agendaWords is what there is to talk about, in a line or more.
func agendaWords(e *env, x plan.AgendaItem) string {
	name := agendaName(e, x.About)
	switch x.Kind {
	case plan.AgendaAsked:
		return e.t.T("s142.asked", "Name", starterName(e.plan), "Question", e.plan.QuestionToCoach)
	case plan.AgendaOpen:
		for _, n := range e.plan.Notes {
			if n.ID == x.Note {
				return e.t.T("s142.open", "Name", name, "Question", n.Text)
			}
		}
	case plan.AgendaViews:
		return e.t.T("s142.views", "Name", competenceName(e, x.About))
	case plan.AgendaHint:
		words := e.t.T("s142.hint."+x.Check, "Name", starterName(e.plan))
		var about []string
		for _, id := range strings.Split(x.About, ",") {
			if called := calls(e, id); id != "" && called != "" {
				about = append(about, called)
			}
		}
		if len(about) > 0 {
			return inWords(e, about) + ": " + lowerFirst(words)
		}
		return words
	case plan.AgendaDue:
		for _, a := range e.plan.Agreements {
			if a.ID == x.About {
				return e.t.T("s142.due", "What", strings.TrimSuffix(a.What, "."), "Who", firstOf(a.Who, text.Nothing), "Date", dayText(e, a.ByWhen))
			}
		}
	}
	return name
}

// questionWords is a question that was chosen: one of the pack by the moment
// and its place, or one's own.
func questionWords(e *env, q string) string {
	id, place, ok := strings.Cut(q, "/")
	if i, err := strconv.Atoi(place); ok && err == nil {
		if m, known := e.pack().CoachMoment(id); known && i >= 0 && i < len(m.Questions) {
			return e.say(m.Questions[i])
		}
	}
	return q
}

// questions are those of the moment, those of one's own, and those that were
// chosen at another moment.
func (s *talk) questions(e *env) []string {
	m := s.moment(e)
	var out []string
	for i := range m.Questions {
		out = append(out, m.ID+"/"+itoa(i))
	}
	if r := e.plan.Review; r != nil {
		for _, q := range r.Questions {
			if !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	return out
}

func box(on bool) string {
	if on {
		return "[x] "
	}
	return "[ ] "
}

func (s *talk) rows(e *env) []row {
	r := e.plan.Review
	if r == nil {
		return nil
	}
	out := []row{{ID: "day", Lines: []string{e.st.Label.Render(text.Pad(e.t.T("s142.day"), talkLabel)) + firstOf(dayText(e, r.Talk), text.Nothing)}}}
	if s.day != nil {
		ls, _ := s.day.Lines(e, e.w, true)
		out[0].Lines = ls
	}
	heading := func(words string) { out = append(out, plainRow(""), plainRow(e.st.Title.Render(text.Cut(words, e.w)))) }
	heading(e.t.T("s142.agenda"))
	agenda := plan.TalkAgenda(e.plan, e.pack(), e.today())
	if len(agenda) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s142.empty"), e.w)...))
	}
	for _, x := range agenda {
		out = append(out, row{ID: "agenda:" + x.Key(), Lines: hang(box(x.On), agendaWords(e, x), e.w, 4)})
	}
	heading(e.t.T("s142.questions") + " (" + lowerFirst(e.say(s.moment(e).Name)) + ")")
	for _, q := range s.questions(e) {
		out = append(out, row{ID: "question:" + q, Lines: hang(box(slices.Contains(r.Questions, q)), questionWords(e, q), e.w, 4)})
	}
	if len(r.Private) > 0 {
		heading(e.t.T("s142.private"))
		for _, n := range r.Private {
			out = append(out, plainRow(text.Wrap(n.Text, e.w)...))
		}
	}
	if reports := reportRows(e); len(reports) > 0 {
		heading(e.t.T("s142.reports", "Name", starterName(e.plan)))
		out = append(out, reports...)
	}
	heading(e.t.T("s142.agree"))
	for _, n := range e.plan.Notes {
		if n.Kind == plan.NoteAgreement && isDraft(e.plan, n.ID) && (s.pen == nil || s.pen.id != n.ID) {
			out = append(out, row{ID: "note:" + n.ID, Lines: agreementLines(e, n)})
		}
	}
	return tight(e, append(out, row{ID: "new", Lines: []string{e.t.T("s142.new")}}))
}

// agreementLines are what was agreed, by whom and for when.
func agreementLines(e *env, n plan.Note) []string {
	right := text.Pad(text.Cut(n.By, talkWho-1), talkWho) + text.Pad(dayText(e, n.Due), talkDay)
	if e.narrow() {
		right = text.Pad(dayText(e, n.Due), talkDay)
	}
	w := e.w - text.Width(right) - 2
	out := text.Wrap(n.Text, w)
	if len(out) > 0 {
		out[0] = text.Pad(out[0], w+2) + right
	}
	return out
}

func (s *talk) Page(e *env) page {
	head := headed(e, e.st.Hint.Render(text.Cut(e.t.T("s142.reason", "Name", starterName(e.plan)), e.w)))
	rows := s.rows(e)
	switch {
	case s.pen != nil:
		return s.pen.insert(e, &s.list, rows, e.w, head...)
	case s.ask != nil:
		return s.asking(e, rows, head)
	case s.day != nil:
		p := s.list.page(rows, head...)
		if _, c := s.day.Lines(e, e.w, true); c != nil {
			p.Cursor = c
		}
		return p
	}
	return withHeading(s.list.page(rows, head...))
}

// asking is the page with a question of one's own in hand, below the others.
func (s *talk) asking(e *env, rows []row, head []string) page {
	at := 0
	for i, r := range rows {
		if strings.HasPrefix(r.ID, "question:") {
			at = i + 1
		}
	}
	s.ask.fitted(e.w - 4)
	body, cur := s.ask.Lines(e, e.w-4, true)
	p := s.list.page(slices.Insert(slices.Clone(rows), at, row{ID: penRow, Lines: indented(body, 4)}), head...)
	for i := range p.Lines {
		if p.Lines[i].Mark = p.Lines[i].Row == penRow && p.Lines[i-1].Row != penRow; p.Lines[i].Mark {
			p.Focus = [2]int{i, i + len(body) - 1}
			if cur != nil {
				p.Cursor = &cursor{Line: i + cur.Line, Cell: 4 + cur.Cell}
			}
		}
	}
	return p
}

// agendaSheet is the agenda on paper. What only the coach sees is not on it.
func agendaSheet(e *env) sheet.Sheet {
	s := e.sheet("agenda", e.plan.Profile.Name, e.t.T("s142.reason", "Name", starterName(e.plan)))
	if d := e.plan.Review.Talk; !d.IsZero() {
		s.Title += ", " + dayText(e, d)
	}
	var talk, ask []sheet.Item
	for _, x := range plan.TalkAgenda(e.plan, e.pack(), e.today()) {
		if x.On {
			talk = append(talk, sheet.Item{Text: agendaWords(e, x)})
		}
	}
	for _, q := range e.plan.Review.Questions {
		ask = append(ask, sheet.Item{Text: questionWords(e, q)})
	}
	var agreed []sheet.Item
	for _, n := range e.plan.Notes {
		if n.Kind == plan.NoteAgreement && isDraft(e.plan, n.ID) {
			agreed = append(agreed, sheet.Item{Term: firstOf(dayText(e, n.Due), text.Nothing), Text: n.Text})
		}
	}
	s.Add(e.t.T("s142.agenda"), sheet.Bullets, talk)
	s.Add(e.t.T("s142.questions"), sheet.Questions, ask)
	s.Add(e.t.T("s142.agree"), sheet.Terms, agreed)
	s.Notes = e.t.T("sheet.notes")
	return s
}
