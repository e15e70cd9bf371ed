package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// noteIndent is where the text of a note begins.
func noteIndent(e *env) int {
	if e.narrow() {
		return 4
	}
	return 22
}

func (s *roundNotes) rows(e *env) []row {
	var out []row
	about := "\x00"
	hidden := 0
	for _, n := range s.notes(e) {
		if s.open && e.plan.NoteState(n.ID) != plan.NoteOpen && n.ID != s.note {
			hidden++
			continue
		}
		if n.About != about {
			about = n.About
			out = append(out, plainRow(e.st.Title.Render(text.Cut(aboutName(e, n.About), e.w))))
		}
		out = append(out, row{ID: n.ID, Lines: s.noteLines(e, n)})
	}
	if len(e.plan.Notes) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s73.empty"), e.w)...))
	}
	if hidden > 0 {
		out = append(out, plainRow(e.st.Hint.Render(e.t.N("s73.hidden", hidden))))
	}
	out = append(out, plainRow(""))
	if n := len(e.plan.OpenNotes()); len(e.plan.Notes) > 0 {
		words := e.t.T("s73.noopen")
		if n > 0 {
			words = e.t.N("s73.open", n)
		}
		out = append(out, plainRow(e.st.Label.Render(words)))
	}
	out = append(out, row{ID: "table", Lines: []string{text.Cut(e.t.T("s78.open"), e.w)}})
	round := e.plan.RoundNow()
	switch {
	case round.Stand == plan.RoundOut:
		out = append(out, row{ID: "out", Lines: []string{text.Cut(e.t.T("s73.out", "Version", round.Sent.Packet.Version, "Name", round.Sent.Packet.To.Name), e.w)}},
			row{ID: "on", Lines: []string{"[ " + stepButton(e, 8) + " ]"}})
	case s.again(e):
		out = append(out, row{ID: "on", Lines: []string{"[ " + text.Cut(e.t.T("s73.again", "Version", e.plan.WorkingVersion, "Name", round.Sent.Packet.To.Name), e.w-4) + " ]"}})
	default:
		out = append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 8) + " ]"}}, row{ID: "round", Lines: []string{text.Cut(e.t.T("s73.round"), e.w)}})
	}
	return out
}

// aboutName is the heading over the notes about one thing.
func aboutName(e *env, id string) string {
	n := goalNumber(e.plan, id)
	switch name := itemName(e.plan, id); {
	case id == "" || id == "plan":
		return e.t.T("s73.about.plan")
	case n > 0:
		return e.t.T("s70.goal", "Number", n) + " " + name
	case name != "" && slices.ContainsFunc(e.plan.Agreements, func(a plan.Agreement) bool { return a.ID == id }):
		return e.t.T("s73.about.agreement", "Name", name)
	case name != "":
		return name
	case id == "conditions" || id == "midyear":
		return e.t.T("s73.about." + id)
	}
	if name := competenceName(e, id); name != id && name != "" {
		return name
	}
	for _, x := range e.plan.Evidence {
		if x.ID == id {
			return x.Title
		}
	}
	return e.t.T("s73.about.gone")
}

// stateMark is how a note stands, as a mark.
func stateMark(e *env, state string) string {
	switch state {
	case plan.NoteOpen:
		return "○"
	case plan.NoteSetAside:
		return "–"
	}
	return e.st.Done.Render("✓")
}

// notedBy says how a note came here, where its author did not give it in a
// file.
func notedBy(e *env, n plan.Note) string {
	switch n.Via {
	case plan.NoteSaid:
		return e.t.T("s73.noted", "Who", n.By, "Name", n.RecordedBy)
	case plan.NoteElsewhere:
		return e.t.T("s73.elsewhere", "Who", n.By)
	}
	return ""
}

// aboveReply are the lines of a note before what the teacher says to it.
func (s *roundNotes) aboveReply(e *env, n plan.Note) []string {
	room := e.w - noteIndent(e)
	words := n.Text
	if !n.Due.IsZero() {
		words += "  " + dayText(e, n.Due)
	}
	out := text.Wrap(words, room)
	since := dayText(e, n.Date)
	if n.At != "" {
		since = dayOf(e, n.At.Time())
	}
	switch plan.AgeOfNote(e.plan, n) {
	case plan.NoteChanged:
		for _, l := range text.Wrap("! "+e.t.T("s73.changed", "Date", since), room) {
			out = append(out, e.st.Attention.Render(l))
		}
	case plan.NoteGone:
		for _, l := range text.Wrap("! "+e.t.T("s73.gone"), room) {
			out = append(out, e.st.Attention.Render(l))
		}
	}
	if who := notedBy(e, n); who != "" {
		for _, l := range text.Wrap(who, room) {
			out = append(out, e.st.Label.Render(l))
		}
	}
	if s.list.sel == n.ID {
		out = append(out, s.noteText(e, n, room)...)
	}
	return out
}

// before is how many lines of the note come before its reply.
func (s *roundNotes) before(e *env) int {
	for _, n := range e.plan.Notes {
		if n.ID == s.note {
			lines := len(s.aboveReply(e, n))
			if e.narrow() {
				lines++ // the line of kind and state
			}
			return lines
		}
	}
	return 0
}

// noteLines are a note, what became of it, and what the teacher said.
func (s *roundNotes) noteLines(e *env, n plan.Note) []string {
	state, indent := e.plan.NoteState(n.ID), noteIndent(e)
	right := s.aboveReply(e, n)
	a, answered := e.plan.AnswerOf(n.ID)
	switch {
	case s.reply.on && s.note == n.ID:
		field, _ := s.reply.field.Lines(e, e.w-indent, true)
		right = append(right, field...)
	case answered && a.Text != "":
		right = append(right, text.Wrap(e.t.T("s73.you", "Text", a.Text), e.w-indent)...)
	}
	mark, kind := stateMark(e, state)+" ", e.t.T("s73.kind."+n.Kind)
	word := ""
	if state != plan.NoteOpen {
		word = e.t.T("s73.state." + state)
	}
	if e.narrow() {
		if word != "" {
			kind += " · " + word
		}
		return append([]string{mark + kind}, indented(right, indent)...)
	}
	var out []string
	for i := range max(2, len(right)) {
		l, r := "", ""
		switch i {
		case 0:
			l = mark + kind
		case 1:
			l = spaces(2) + e.st.Label.Render(word)
		}
		if i < len(right) {
			r = right[i]
		}
		if i == 0 || strings.TrimSpace(word) != "" || r != "" {
			out = append(out, strings.TrimRight(fit(l, indent)+r, " "))
		}
	}
	return out
}

// toNoted opens what a note is about.
func toNoted(e *env, about string) []effect {
	if itemName(e.plan, about) == "" && competenceName(e, about) != about {
		return []effect{openStep(3)}
	}
	return toItem(e, "", about)
}
