package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

func itoa(n int) string { return strconv.Itoa(n) }

// The ranks of a message: a higher one is not replaced by a lower one.
const (
	rankHint = iota + 1
	rankResult
	rankAttention
)

type message struct {
	text string
	rank int
	hint string // of the first-time hint of a screen: its catalogue id
}

func hintID(screen string) string { return strings.ToLower(screen) + ".hint" }

// hintText is a first-time hint. One that speaks of places on the screen has
// other words where the window is narrow.
func (m *Model) hintText(id string) string {
	if narrow := id + ".narrow"; m.env().narrow() && m.t.Has(narrow) {
		return m.t.T(narrow)
	}
	return m.t.T(id)
}

// messageText is the message as it reads now.
func (m *Model) messageText() string {
	switch {
	case m.msg.hint != "":
		return m.hintText(m.msg.hint)
	case m.msg.rank == rankAttention:
		return "! " + m.msg.text
	}
	return m.msg.text
}

// say shows what just happened. A message stays until the next one, until
// another act makes it untrue, or until the screen is left.
func (m *Model) say(id string, args ...any) {
	m.msg = message{text: m.fitted(m.messageRoom(), id, args...), rank: rankResult}
}

// attend shows what deserves attention.
func (m *Model) attend(id string, args ...any) {
	m.msg = message{text: m.fitted(m.messageRoom()-2, id, args...), rank: rankAttention}
}

// outdate takes away what was said before an act that made it untrue. A hint
// stays true.
func (m *Model) outdate() {
	if m.msg.rank > rankHint {
		m.msg = message{}
	}
}

// messageRoom is how many cells a message may take to be read whole.
func (m *Model) messageRoom() int { return m.w - margin }

// leastName is to how many cells a name in a message may be cut.
const leastName = 12

// fitted is a text of the catalogue in w cells. Where it is longer, the
// longest of the words put into it gives way, so that what can be done next
// stays to be read.
func (m *Model) fitted(w int, id string, args ...any) string {
	s := m.t.T(id, args...)
	over := text.Width(s) - w
	if over <= 0 {
		return s
	}
	at, longest := -1, 0
	for i, a := range args {
		if v, ok := a.(string); ok && i%2 == 1 && text.Width(v) > longest {
			at, longest = i, text.Width(v)
		}
	}
	if longest <= leastName {
		return s
	}
	args = slices.Clone(args)
	args[at] = cutAtWord(args[at].(string), max(leastName, longest-over))
	return strings.ReplaceAll(m.t.T(id, args...), "….", "…")
}

// describe names an act for the message after undo and for the history, the
// name of an item in at most w cells. The plan is one in which the items
// still exist.
func (m *Model) describe(a plan.Act, p plan.Plan, w int) string {
	arg := func(i int) string {
		if i < len(a.Args) {
			return a.Args[i]
		}
		return ""
	}
	name := itemName(p, arg(0))
	if name == "" {
		name = itemName(m.plan, arg(0))
	}
	id := "did." + a.Name
	if !m.t.Has(id) {
		id = "did.other"
	}
	return m.t.T(id, "Name", cutAtWord(name, w), "Arg", arg(0), "Field", arg(1))
}

// describeUndo is describe for an act taken back: what was removed is there
// again.
func (m *Model) describeUndo(rev plan.Revision, p plan.Plan, w int) string {
	if id := "undone." + rev.Act.Name; rev.Undoes > 0 && m.t.Has(id) && len(rev.Act.Args) > 0 {
		return m.t.T(id, "Name", cutAtWord(itemName(p, rev.Act.Args[0]), w))
	}
	return m.describe(rev.Act, p, w)
}

// sayUndone says what came back. The name of an item in it gives way where
// the line is short.
func (m *Model) sayUndone(said string, rev plan.Revision, p plan.Plan) {
	what := m.describeUndo(rev, p, longMax)
	if over := text.Width(m.t.T(said, "What", what)) - m.messageRoom(); over > 0 {
		name := 0
		if len(rev.Act.Args) > 0 {
			name = text.Width(firstOf(itemName(p, rev.Act.Args[0]), itemName(m.plan, rev.Act.Args[0])))
		}
		what = m.describeUndo(rev, p, max(leastName, name-over))
	}
	m.msg = message{text: strings.ReplaceAll(m.t.T(said, "What", what), "….", "…"), rank: rankResult}
}

// itemName is what a person calls an item, on one line: the title of a goal
// and the like.
func itemName(p plan.Plan, id string) string {
	s, _ := text.Line(itemText(p, id), longMax)
	return s
}

func itemText(p plan.Plan, id string) string {
	for _, g := range p.Goals {
		if g.ID == id {
			return firstOf(g.Title, g.Question)
		}
	}
	for _, a := range p.Activities {
		if a.ID == id {
			return a.Description
		}
	}
	for _, a := range p.Agreements {
		if a.ID == id {
			return a.What
		}
	}
	for _, g := range p.SchoolGoals {
		if g.ID == id {
			return g.Text
		}
	}
	return ""
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// keyName is the name of a key as the table has it. The unshifted top row of
// a Belgian or French keyboard counts as digits.
func keyName(k tea.KeyPressMsg) string {
	switch s := k.String(); s {
	case "&":
		return "1"
	case "é":
		return "2"
	case "\"":
		return "3"
	case "'":
		return "4"
	case "(":
		return "5"
	default:
		return s
	}
}

// cleanPaste cleans what was pasted; it may hold anything.
func cleanPaste(p tea.PasteMsg) tea.PasteMsg {
	s, _ := text.Text(p.Content, pasteMax)
	p.Content = s
	return p
}

// pasteMax bounds one paste, in runes; a field has its own limit below that.
const pasteMax = 20_000
