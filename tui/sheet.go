package tui

import (
	"strings"

	"bekwaam/text"
)

// Sheet is what helps in a talk, as one page: a mirror card, the questions of
// a talk, a way of looking back, the values, the words. A screen shows it and
// paper gets the same.
type Sheet struct {
	Stem     string // of the name of a file
	Kind     string // what it is, in words
	Title    string
	Lead     string
	Parts    []SheetPart
	Notes    string // heading above the room to write, "" for no such room
	Language string
}

// SheetPart is a heading with what stands below it.
type SheetPart struct {
	Heading string
	Form    SheetForm
	Items   []SheetItem
}

// SheetItem is one thing to read. A term stands before its text.
type SheetItem struct{ Term, Text string }

// SheetForm is how the items of a part stand below each other.
type SheetForm string

// The forms of a part. On paper, questions and steps have room for an answer.
const (
	Bullets   SheetForm = "bullets"
	Questions SheetForm = "questions"
	Steps     SheetForm = "steps" // numbered
	Terms     SheetForm = "terms" // each with what it means
	Voices    SheetForm = "voices"
)

// sheetRows are the rows that show a sheet, one for each item, so that
// whoever moves through them reads it from top to bottom.
func sheetRows(e *env, s Sheet) []row {
	var out []row
	if s.Title != "" {
		out = append(out, plainRow(styled(text.Wrap(s.Title, e.w), e.st.Title.Render)...))
	}
	if s.Lead != "" {
		out = append(out, row{ID: "lead", Lines: text.Wrap(s.Lead, e.w)})
	}
	for i, p := range s.Parts {
		if len(out) > 0 {
			out = append(out, plainRow(""))
		}
		if p.Heading != "" {
			out = append(out, plainRow(styled(text.Wrap(p.Heading, e.w), e.st.Title.Render)...))
		}
		for j, x := range p.Items {
			out = append(out, row{ID: itoa(i) + "." + itoa(j), Lines: itemLines(e, p, j, x)})
		}
	}
	return out
}

func styled(lines []string, render func(...string) string) []string {
	for i, l := range lines {
		lines[i] = render(l)
	}
	return lines
}

// itemLines is one item in the form of its part.
func itemLines(e *env, p SheetPart, i int, x SheetItem) []string {
	switch p.Form {
	case Steps:
		return hang(text.Pad(itoa(i+1), 3), x.Text, e.w, 3)
	case Terms:
		return termLines(e, x, termCells(e, p.Items))
	case Voices:
		return text.Wrap("\""+x.Text+"\"", e.w)
	}
	return hang("• ", x.Text, e.w, 2)
}

// termCells is the column of the terms.
func termCells(e *env, items []SheetItem) int {
	most := e.w * 2 / 5
	cells := 0
	for _, x := range items {
		cells = max(cells, min(text.Width(x.Term)+2, most))
	}
	return cells
}

// termLines puts a meaning beside its term. A term that is too long for its
// column stands on lines of its own.
func termLines(e *env, x SheetItem, cells int) []string {
	if text.Width(x.Term)+2 <= cells {
		return hang(e.st.Title.Render(x.Term)+spaces(cells-text.Width(x.Term)), x.Text, e.w, cells)
	}
	out := styled(text.Wrap(x.Term, e.w), e.st.Title.Render)
	for _, l := range text.Wrap(x.Text, e.w-cells) {
		out = append(out, spaces(cells)+l)
	}
	return out
}

// has reports whether the item holds every word typed.
func (x SheetItem) has(typed string) bool {
	all := strings.ToLower(x.Term + " " + x.Text)
	for _, w := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}
