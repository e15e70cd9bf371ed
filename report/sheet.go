package report

import (
	"fmt"
	"strings"
	"time"

	"bekwaam/report/internal/tagged"
	"bekwaam/sheet"
	"bekwaam/templates"
	"bekwaam/text"
)

// RenderSheet returns the sheet as a PDF, which keeps the rules of the archive
// and of accessibility as a plan does. The same sheet, time and texts give the
// same bytes. What does not fit on one page goes on on the next.
func RenderSheet(s sheet.Sheet, opt Options) ([]byte, Report, error) {
	if opt.Texts == nil {
		opt.Texts = templates.NewTexts(s.Language)
	}
	opt.Now = opt.Now.Truncate(time.Second)
	w := &writer{paper: newSheet(pageWidth, pageHeight, opt.Now), t: opt.Texts, lang: text.Lang(s.Language), opt: opt}
	w.newPage = w.addPage
	w.sheet(s)
	w.place()
	w.feet(s)
	if err := w.P.Error(); err != nil {
		return nil, Report{}, fmt.Errorf("report: draw: %w", err)
	}
	lang := "nl-NL"
	if w.lang == text.EN {
		lang = "en-GB"
	}
	data, err := w.Finish(tagged.Meta{Title: joined(": ", s.Kind, s.Title), Subject: s.Kind, Creator: Program, Producer: Program,
		Lang: lang, Date: opt.Now})
	if err != nil {
		return nil, Report{}, fmt.Errorf("report: %w", err)
	}
	return data, w.report(), nil
}

// sheet appends the blocks of the page. The room that is left goes to where
// people write.
func (w *writer) sheet(s sheet.Sheet) {
	w.lines(w.Root.Add("P"), left, spaced(w.wrap(s.Kind, labelStyle, wide)), 0.6, nil)
	w.keepLast()
	w.heading(w.Root, 1, s.Title, nil)
	w.blocks[len(w.blocks)-1].h += 2
	if s.Lead != "" {
		w.para(w.Root, s.Lead, leadStyle)
		w.blocks[len(w.blocks)-1].h += 2
	}
	var answers []int // blocks below which there is room to write
	for _, p := range s.Parts {
		sect := w.Root.Add("Sect")
		if p.Heading != "" {
			w.heading(sect, 2, p.Heading, nil)
			w.soften()
		}
		switch p.Form {
		case sheet.Terms:
			w.terms(sect, p.Items)
		case sheet.Voices:
			for _, x := range p.Items {
				w.quote(sect, quoted(x.Text, w.lang))
			}
		default:
			answers = append(answers, w.items(sect, p)...)
		}
	}
	w.room(s, answers)
}

// soften sets the heading added last as a small one: a page of one sheet has
// room for no loud ones.
func (w *writer) soften() {
	for i := len(w.blocks) - 1; i >= 0 && w.blocks[i].kind == kindHeading; i-- {
		w.blocks[i].gap = min(w.blocks[i].gap, 5.5)
	}
}

// quoted puts marks of quotation around what somebody said.
func quoted(s string, lang text.Lang) string {
	if lang == text.EN {
		return "‘" + s + "’"
	}
	return "“" + s + "”"
}

// items are a list; it returns the last block of each item that has room for
// an answer.
func (w *writer) items(up *tagged.Elem, p sheet.Part) (answers []int) {
	if p.Form == sheet.Bullets {
		var texts []string
		for _, x := range p.Items {
			texts = append(texts, x.Text)
		}
		w.list(up, texts, sheetStyle)
		return nil
	}
	indent := 5.0
	if p.Form == sheet.Steps {
		indent = answerIndent
	}
	l := up.Add("L")
	for i, x := range p.Items {
		li := l.Add("LI")
		label, body := li.Add("Lbl"), li.Add("LBody")
		mark := w.wrap("•", sheetStyle, indent)[0]
		if p.Form == sheet.Steps {
			mark = w.wrap(number(i+1), sheetLabel, indent)[0]
		}
		first := len(w.blocks)
		w.lines(body, left+indent, spaced(w.wrap(x.Text, sheetStyle, wide-indent)), 1.2, nil)
		draw := w.blocks[first].draw
		w.blocks[first].draw = func(y float64) {
			w.Mark(label, func() { w.write(left+1, y, mark) })
			draw(y)
		}
		answers = append(answers, len(w.blocks)-1)
	}
	return answers
}

// terms are words with what they mean beside them.
func (w *writer) terms(up *tagged.Elem, items []sheet.Item) {
	const most, gap = 58.0, 5.0
	cells := 0.0
	for _, x := range items {
		cells = max(cells, min(w.wrap(x.Term, sheetLabel, wide)[0].w, most))
	}
	l := up.Add("L")
	for _, x := range items {
		li := l.Add("LI")
		label, body := li.Add("Lbl"), li.Add("LBody")
		names := spaced(w.wrap(x.Term, sheetLabel, cells+0.1))
		var texts []line
		for part := range strings.SplitSeq(x.Text, "\n") {
			texts = append(texts, w.wrap(part, sheetStyle, wide-cells-gap)...)
		}
		spaced(texts)
		w.add(block{kind: kindText, h: float64(float64(max(len(names), len(texts)))*sheetStyle.lead) + 2.2, draw: func(y float64) {
			w.Mark(label, func() { w.stack(left, y, names) })
			w.Mark(body, func() { w.stack(left+cells+gap, y, texts) })
		}})
	}
}

// stack writes lines below each other.
func (w *writer) stack(x, y float64, lines []line) {
	for _, l := range lines {
		w.write(x, y, l)
		y += l.st.lead
	}
}

// feet say on every page what it is of and which of how many it is.
func (w *writer) feet(s sheet.Sheet) {
	for n := 1; n <= w.page; n++ {
		w.Turn(n)
		w.Artifact(tagged.Pagination, func() {
			w.P.SetDrawColor(rule[0], rule[1], rule[2])
			w.P.SetLineWidth(ruleFine)
			w.P.Line(left, 278.5, right, 278.5)
			w.sides(280, joined(" · ", Program, strings.TrimSpace(s.Kind)), w.say("page", "N", n, "Of", w.page))
		})
	}
}
