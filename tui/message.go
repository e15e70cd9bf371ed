package tui

import (
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
}

func hintID(screen string) string { return strings.ToLower(screen) + ".hint" }

// say shows what just happened. A message stays until the next one or until
// the screen is left.
func (m *Model) say(id string, args ...any) {
	m.msg = message{m.t.T(id, args...), rankResult}
}

// attend shows what deserves attention.
func (m *Model) attend(id string, args ...any) {
	m.msg = message{m.t.T(id, args...), rankAttention}
}

// describe names an act for the message after undo and for the history. The
// plan is one in which the items still exist.
func (m *Model) describe(a plan.Act, p plan.Plan) string {
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
	return m.t.T(id, "Name", name, "Arg", arg(0), "Field", arg(1))
}

// describeUndo is describe for an act taken back: what was removed is there
// again.
func (m *Model) describeUndo(rev plan.Revision, p plan.Plan) string {
	if id := "undone." + rev.Act.Name; rev.Undoes > 0 && m.t.Has(id) && len(rev.Act.Args) > 0 {
		return m.t.T(id, "Name", itemName(p, rev.Act.Args[0]))
	}
	return m.describe(rev.Act, p)
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
