package tui

import (
	"bekwaam/sheet"
	"bekwaam/text"
)

// sheetRows are the rows that show a sheet, one for each item, so that
// whoever moves through them reads it from top to bottom.
func sheetRows(e *env, s sheet.Sheet) []row {
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
func itemLines(e *env, p sheet.Part, i int, x sheet.Item) []string {
	switch p.Form {
	case sheet.Steps:
		return hang(text.Pad(itoa(i+1), 3), x.Text, e.w, 3)
	case sheet.Terms:
		return termLines(e, x, termCells(e, p.Items))
	case sheet.Voices:
		return text.Wrap("\""+x.Text+"\"", e.w)
	}
	return hang("• ", x.Text, e.w, 2)
}

// termCells is the column of the terms.
func termCells(e *env, items []sheet.Item) int {
	most := e.w * 2 / 5
	cells := 0
	for _, x := range items {
		cells = max(cells, min(text.Width(x.Term)+2, most))
	}
	return cells
}

// termLines puts a meaning beside its term. A term that is too long for its
// column stands on lines of its own.
func termLines(e *env, x sheet.Item, cells int) []string {
	if text.Width(x.Term)+2 <= cells {
		return hang(e.st.Title.Render(x.Term)+spaces(cells-text.Width(x.Term)), x.Text, e.w, cells)
	}
	out := styled(text.Wrap(x.Term, e.w), e.st.Title.Render)
	for _, l := range text.Wrap(x.Text, e.w-cells) {
		out = append(out, spaces(cells)+l)
	}
	return out
}
