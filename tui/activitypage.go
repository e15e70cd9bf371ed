package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
	"bekwaam/text"
)

// paidCell is where the money that was spent begins, on the line of the hours.
const paidCell = activityLabels + 10

// moneyCells is how wide that money is.
const moneyCells = 15

// sideCell is where the question beside a field begins.
const sideCell = 51

// Page draws the form: what kind it is, the fields, and beside the one in
// hand a question to think about.
func (s *activity) Page(e *env) page {
	if s.gone {
		return page{Lines: wrapped(e.t.T("s52.gone"), e.w, 0, e.st.Text.Render)}
	}
	a, _ := activityOf(e.plan, s.id)
	p := s.form.Page(e, s.about(e, a)...)
	followPick(&p, s.here())
	s.join(e, &p)
	s.space(e, &p)
	besideField(e, &p, s.sideWords(e, a))
	return p
}

// about is the kind in the words of the pack; a low window goes without.
func (s *activity) about(e *env, a plan.Activity) []line {
	k := kindOf(e, a)
	if k == nil || e.h <= 16 {
		return nil
	}
	words := e.say(k.NameIn(e.fw.ID)) + ". " + e.say(k.DescriptionIn(e.fw.ID))
	return append(wrapped(words, e.w, 0, e.st.Hint.Render), line{})
}

// join puts the money that was spent on the line of the hours.
func (s *activity) join(e *env, p *page) {
	at := slices.IndexFunc(p.Lines, func(l line) bool { return l.Row == "spent" })
	if at < 0 || at+1 >= len(p.Lines) || p.Lines[at+1].Row != "paid" {
		return
	}
	hours, paid := p.Lines[at], p.Lines[at+1]
	empty := func(id string) bool { return s.here().ID() != id && s.value(e, id) == "" }
	if empty("spent") {
		hours.Text = e.st.Label.Render(text.Pad(e.t.T("s52.spent"), activityLabels) + e.t.T("s52.spent.none"))
	}
	if empty("paid") {
		paid.Text = e.st.Label.Render(e.t.T("s52.paid.none"))
	}
	if paid.Mark {
		hours.Text = e.st.Selected.Render(text.Pad(e.t.T("s52.spent"), activityLabels)) + s.value(e, "spent")
		if s.value(e, "spent") == "" {
			hours.Text += e.st.Label.Render(e.t.T("s52.spent.none"))
		}
	}
	p.Lines[at] = line{Text: fit(hours.Text, paidCell) + paid.Text, Mark: hours.Mark || paid.Mark, Row: "spent"}
	p.Lines = slices.Delete(p.Lines, at+1, at+2)
	for _, n := range []*int{&p.Focus[0], &p.Focus[1]} {
		if *n > at {
			*n--
		}
	}
	if c := p.Cursor; c != nil && c.Line > at {
		if c.Line--; paid.Mark {
			c.Cell += paidCell
		}
	}
}

func (s *activity) value(e *env, id string) string {
	for _, f := range s.all {
		if t, ok := f.(*textField); ok && t.ID() == id {
			return t.in.Value()
		}
	}
	return ""
}

// space puts empty lines around the last part, where there is room for them.
func (s *activity) space(e *env, p *page) {
	for _, id := range []string{"done", "status"} {
		at := slices.IndexFunc(p.Lines, func(l line) bool { return l.Row == id })
		if at < 0 || len(p.Lines) >= e.h {
			return
		}
		p.Lines = slices.Insert(p.Lines, at, line{})
		for _, n := range []*int{&p.Focus[0], &p.Focus[1]} {
			if *n >= at {
				*n++
			}
		}
		if p.Cursor != nil && p.Cursor.Line >= at {
			p.Cursor.Line++
		}
	}
}

// sideWords is the question beside the field in hand, or "".
func (s *activity) sideWords(e *env, a plan.Activity) string {
	switch id := s.here().ID(); id {
	case "from", "to":
		return e.t.T("s52.ask.when")
	case "status", "reason":
		if a.Status == plan.Dropped {
			return e.t.T("s52.ask.dropped")
		}
	case "employer":
		if employerOf(a.Employer) == plan.Both {
			return e.t.T("s52.ask.employer")
		}
	case "with":
		if a.Partner != nil {
			return actingWords(e, a.Partner.Role)
		}
	case "ordered":
		if a.Ordered != nil && *a.Ordered {
			return e.t.T("s52.ordered.free")
		}
		return e.t.T("s52.ask.ordered")
	case "trial":
		return e.t.T("s52.ask.trial")
	case "learned":
		return e.t.T("s52.ask.learned")
	case "evidence":
		return usualEvidence(e, a)
	}
	return ""
}

// usualEvidence names what a kind of activity usually leaves behind.
func usualEvidence(e *env, a plan.Activity) string {
	k := kindOf(e, a)
	if k == nil {
		return ""
	}
	var list []string
	for _, id := range k.Evidence {
		if x, ok := e.pack().EvidenceKind(id); ok {
			list = append(list, soften(e.say(x.Name)))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return e.t.T("s52.ask.evidence", "Kinds", strings.Join(list, ", "))
}

// besideField puts a question to the right of the line in hand and those
// below it where they are short enough, and under it where they are not.
func besideField(e *env, p *page, words string) {
	if words == "" {
		return
	}
	at := p.Focus[1]
	for i := range p.Lines {
		if p.Lines[i].Mark {
			at = i
		}
	}
	list := text.Wrap(words, e.w-sideCell)
	room := !e.narrow() && at+len(list) <= len(p.Lines)
	for i := range list {
		room = room && drawn(p.Lines[at+i].Text) < sideCell
	}
	if room {
		for i, l := range list {
			p.Lines[at+i].Text = fit(ansi.Truncate(p.Lines[at+i].Text, sideCell, ""), sideCell) + e.st.Hint.Render(l)
		}
		return
	}
	var under []line
	for _, l := range text.Wrap(words, e.w-activityLabels) {
		under = append(under, line{Text: spaces(activityLabels) + e.st.Hint.Render(l)})
	}
	p.Lines = slices.Insert(p.Lines, p.Focus[1]+1, under...)
	p.Focus[1] += len(under)
}

// drawn is how many cells of a line hold something.
func drawn(s string) int { return text.Width(strings.TrimRight(ansi.Strip(s), " ")) }
