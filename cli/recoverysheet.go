package cli

import (
	"strings"

	"bekwaam/report"
	"bekwaam/sheet"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/text"
)

// recoverySheet is the page with which a store opens whose passphrase was
// forgotten, as a PDF or as text.
func (s *session) recoverySheet(code string, asText bool, t *templates.Texts) ([]byte, error) {
	y, m, d := s.Now().Date()
	page := sheet.Sheet{
		Kind: t.T("safe.sheet.kind"), Title: t.T("safe.sheet.title"), Language: t.Lang(),
		Lead: t.T("safe.sheet.lead", "Date", text.FormatDate(text.Date{Year: y, Month: int(m), Day: d}, text.Lang(t.Lang()), text.Long)),
	}
	groups := sheet.Part{Heading: t.T("safe.sheet.code"), Form: sheet.Bullets}
	for _, l := range store.CodeLines(code) {
		groups.Items = append(groups.Items, sheet.Item{Text: l})
	}
	how := sheet.Part{Heading: t.T("safe.sheet.how"), Form: sheet.Steps}
	for _, id := range []string{"safe.sheet.start", "safe.sheet.type", "safe.sheet.new"} {
		how.Items = append(how.Items, sheet.Item{Text: t.T(id)})
	}
	keep := sheet.Part{Heading: t.T("safe.sheet.keep"), Form: sheet.Bullets}
	for _, id := range []string{"safe.sheet.away", "safe.sheet.who", "safe.sheet.lost", "safe.sheet.copies"} {
		keep.Items = append(keep.Items, sheet.Item{Text: t.T(id)})
	}
	page.Parts = []sheet.Part{groups, how, keep}
	if asText {
		return textSheet(page), nil
	}
	data, _, err := report.RenderSheet(page, report.Options{Now: s.Now()})
	return data, err
}

// textSheet is a sheet as a page of text.
func textSheet(x sheet.Sheet) []byte {
	var b strings.Builder
	const wide = 76
	par := func(mark, s string) {
		for i, l := range text.Wrap(s, wide-len(mark)) {
			if i > 0 {
				mark = strings.Repeat(" ", len(mark))
			}
			b.WriteString(mark + l + "\n")
		}
	}
	par("", x.Title)
	b.WriteString("\n")
	par("", x.Lead)
	for _, p := range x.Parts {
		b.WriteString("\n" + p.Heading + "\n\n")
		for i, item := range p.Items {
			switch {
			case p.Form == sheet.Steps:
				par(itoa(i+1)+"  ", item.Text)
			default:
				par("   ", item.Text)
			}
		}
	}
	return []byte(b.String())
}
