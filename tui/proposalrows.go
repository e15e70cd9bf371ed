package tui

import (
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// The cells at which things stand on S31.
const (
	proposalIndent = 2
	proposalWords  = 11 // after the label of a line
	ownWords       = 20
)

func (s *proposals) Page(e *env) page {
	s.list.at(s.rows(e)) // what was left out gives way before the rest unfolds
	p := withHeading(s.list.page(s.rows(e), placeTabs(e, 2, "s31.reason")...))
	if !s.write.open() {
		return p
	}
	from := 0
	for from < len(p.Lines) && p.Lines[from].Row != s.write.row {
		from++
	}
	lines, cur, at := s.written(e)
	if cur == nil || len(lines) == 0 {
		return p
	}
	p.Cursor = &cursor{Line: from + at + cur.Line, Cell: cur.Cell}
	p.Focus = [2]int{from + max(at-1, 0), from + at + len(lines) - 1}
	return p
}

// written draws the text in hand: its lines, the cursor in them, and at which
// line of its row they begin.
func (s *proposals) written(e *env) (lines []string, cur *cursor, at int) {
	if s.write.line {
		f := s.write.field.(*textField)
		f.in.SetWidth(e.w - 3)
		cur = &cursor{Cell: 2}
		if c := f.in.Cursor(); c != nil {
			cur.Cell += c.Position.X
		}
		return []string{f.in.View()}, cur, 0
	}
	body, cur := s.write.field.Lines(e, e.w-proposalWords, true)
	for _, l := range body {
		lines = append(lines, spaces(proposalWords)+l)
	}
	if cur != nil {
		cur = &cursor{Line: cur.Line, Cell: cur.Cell + proposalWords}
	}
	named := map[string]bool{}
	for _, p := range proposed(e) {
		writing := proposalRow+p.Competence == s.write.row
		why := s.why(e, p, named, writing)
		if writing {
			at = 2 + len(why) // the name, why, the question
		}
	}
	return lines, cur, at
}

func (s *proposals) rows(e *env) []row {
	var out []row
	list := proposed(e)
	sel := s.list.sel
	if sel == "" && len(list) > 0 {
		sel = proposalRow + list[0].Competence
	}
	named := map[string]bool{}
	for _, p := range list {
		id := proposalRow + p.Competence
		r := row{ID: id, Lines: []string{text.Cut(competenceName(e, p.Competence), e.w)}}
		r.Lines = append(r.Lines, s.why(e, p, named, id == sel)...)
		if id == sel {
			r.Lines = append(r.Lines, s.unfolded(e, p.Competence, id)...)
		}
		out = append(out, r)
	}
	switch {
	case len(list) > 0:
	case len(e.plan.Views) == 0:
		out = append(out, plainRow(hints(e, "s31.first")...))
	default:
		out = append(out, plainRow(hints(e, "s31.none")...))
	}
	out = append(out, s.ownRow(e), plainRow(e.st.Title.Render(e.t.T("s31.strengths"))))
	for i, l := range s.strengths(e) {
		out = append(out, row{ID: l.id, Lines: []string{itoa(i+1) + " " + s.strengthLine(e, l)}})
	}
	return append(out, onRow(e, 4))
}

func (s *proposals) ownRow(e *env) row {
	own := text.Pad(e.t.T("s31.own"), ownWords)
	if a := strings.TrimSpace(e.plan.Survey.Open["wringt"]); a != "" {
		first := strings.Join(strings.Fields(a), " ")
		own += e.t.T("s31.quoted", "What", cutAtWord(first, e.w-text.Width(own)-2))
	}
	return row{ID: "own", Lines: []string{own}}
}

func (s *proposals) strengthLine(e *env, l strength) string {
	switch {
	case s.write.line && s.write.row == l.id:
		lines, _, _ := s.written(e)
		return lines[0]
	case l.words != "":
		return text.Cut(l.words, e.w-2)
	case l.guess != "":
		return e.st.Hint.Render(text.Cut(e.t.T("s31.guess", "Name", l.guess), e.w-2))
	}
	return e.st.Label.Render(text.Nothing)
}

// labelled are the lines of a text after its label.
func labelled(e *env, w int, label, body string) []string {
	var out []string
	for i, l := range text.Wrap(body, w-proposalWords) {
		lead := spaces(proposalWords)
		if i == 0 {
			lead = spaces(proposalIndent) + e.st.Label.Render(text.Pad(e.t.T(label), proposalWords-proposalIndent))
		}
		out = append(out, lead+l)
	}
	return out
}

// bandRoom is the height from which what usually comes earlier is said on a
// line of its own; lower, it is said where it takes none.
const bandRoom = 24

// why are the reasons of a proposal as sentences. A person named before is
// called by the first name. A proposal that is not selected keeps to one line
// where it can: the sentence that was chosen is then told when it unfolds.
func (s *proposals) why(e *env, p continuum.Proposal, named map[string]bool, selected bool) []string {
	var all, short []string
	for _, r := range p.Reasons {
		words := reasonWords(e, p.Competence, r, named, selected)
		full := text.Width(strings.Join(append(all[:len(all):len(all)], words), " ")) > e.w-proposalWords
		if words == "" || r.Code == continuum.ReasonBand && full && e.h < bandRoom {
			continue
		}
		if all = append(all, words); r.Code != continuum.ReasonFits && r.Code != continuum.ReasonBand {
			short = append(short, words)
		}
	}
	words := strings.Join(all, " ")
	if last := len(all) - 1; text.Width(words) > e.w-proposalWords {
		words = strings.Join(short, " ")
		if selected && last > 0 {
			words = strings.Join(all[:last], " ") + "\n" + all[last] // what somebody wrote begins a line
		}
	}
	return labelled(e, e.w+1, "s31.why", words) // a name and its question may end in the margin
}

func reasonWords(e *env, competence string, r continuum.Reason, named map[string]bool, asked bool) string {
	arg := ""
	if len(r.Args) > 0 {
		arg = r.Args[0]
	}
	switch r.Code {
	case continuum.ReasonWant:
		return e.t.T("s31.reason.want." + arg)
	case continuum.ReasonFits:
		if arg == plan.NoneFits {
			return e.t.T("s31.reason.none")
		}
		return e.t.T("s31.reason.chose", "What", phaseName(e, arg))
	case continuum.ReasonBand:
		return e.t.T("s31.reason.band")
	case continuum.ReasonSchool:
		return schoolReason(e, arg)
	case continuum.ReasonObserved:
		written := observationsOn(e.plan, competence)
		if len(written) == 0 {
			return ""
		}
		last, id := written[len(written)-1], "s31.reason.observed"
		if i := lastUnread(written, competence); i >= 0 && asked {
			last, id = written[i], "s31.reason.unread"
		}
		who := e.t.T("s31.someone")
		if last.By != nil && last.By.Name != "" {
			who = last.By.Name
			if named[who] {
				who, _, _ = strings.Cut(who, " ")
			}
			named[last.By.Name] = true
		}
		return e.t.T(id, "Name", who, "Date", text.FormatDate(last.Date, e.lang(), text.Short))
	}
	return ""
}

// schoolReason names a goal of school or team.
func schoolReason(e *env, id string) string {
	for _, g := range e.plan.SchoolGoals {
		if g.ID == id {
			words := "s31.reason.school"
			if g.Of == plan.OfTeam {
				words = "s31.reason.team"
			}
			return e.t.T(words, "Goal", shortName(strings.Join(strings.Fields(g.Text), " "), 48))
		}
	}
	return ""
}

// lastUnread is the place of the last observation in which the teacher has not
// read anything yet, -1 for none.
func lastUnread(written []plan.Observation, competence string) int {
	for i := len(written) - 1; i >= 0; i-- {
		if written[i].Reads(competence) == "" {
			return i
		}
	}
	return -1
}

// unfolded is what the selected proposal shows more: the own reason, the
// sentence chosen and the one that follows.
func (s *proposals) unfolded(e *env, competence, id string) []string {
	var out []string
	question := spaces(proposalIndent) + e.st.Label.Render(e.t.T("s31.own-reason"))
	switch {
	case s.write.open() && s.write.row == id:
		body, _ := s.write.field.Lines(e, e.w-proposalWords, true)
		out = append(out, question)
		for _, l := range body {
			out = append(out, spaces(proposalWords)+l)
		}
	case e.plan.Focus.Reason != "":
		out = append(out, question)
		for _, l := range text.Wrap(e.plan.Focus.Reason, e.w-proposalWords) {
			out = append(out, spaces(proposalWords)+l)
		}
	}
	_, c, ok := e.fw.Competence(competence)
	if !ok {
		return out
	}
	fits := e.plan.ViewOf(competence).Fits
	if now, ok := c.Indicators[fits]; ok {
		out = append(out, labelled(e, e.w, "s31.now", e.say(now))...)
	}
	if next := plan.NextPhase(e.fw, fits); next != "" {
		out = append(out, labelled(e, e.w, "s31.next", e.say(c.Indicators[next]))...)
	}
	return out
}
