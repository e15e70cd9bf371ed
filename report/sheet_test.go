package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/sheet"
)

// card is a sheet with a part of every form.
func card() sheet.Sheet {
	return sheet.Sheet{Kind: "Spiegelkaart", Title: "Haalbaar werk", Lead: "Over ruimte in de week.", Notes: "Wat nemen wij mee?", Language: "nl",
		Parts: []sheet.Part{
			{Heading: "Vragen", Form: sheet.Terms, Items: []sheet.Item{{Term: "leerkracht", Text: "Wat laat jij liggen?\nEn wie weet dat?"}, {Term: "wie jou begeleidt en niet beoordeelt", Text: "Hoe merk jij dat?"}}},
			{Heading: "Let op", Form: sheet.Bullets, Items: []sheet.Item{{Text: "Staan de uren in het rooster?"}}},
			{Heading: "Om op te schrijven", Form: sheet.Questions, Items: []sheet.Item{{Text: "Wat werkte?"}, {Text: "Wat niet?"}}},
			{Form: sheet.Steps, Items: []sheet.Item{{Text: "Kijk."}, {Text: "Denk na."}}},
			{Heading: "Een stem (verzonnen)", Form: sheet.Voices, Items: []sheet.Item{{Text: "Ik had uren, maar geen moment."}}},
		}}
}

func drawn(t *testing.T, s sheet.Sheet) ([]byte, Report) {
	t.Helper()
	b, r, err := RenderSheet(s, Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range pdf.Check(b) {
		t.Errorf("%s: %s", s.Title, f)
	}
	return b, r
}

func TestSheetHoldsEverything(t *testing.T) {
	for lang, marks := range map[string]string{"nl": "“Ik had uren, maar geen moment.”", "en": "‘Ik had uren, maar geen moment.’"} {
		s := card()
		s.Language = lang
		b, r := drawn(t, s)
		if r.Pages != 1 {
			t.Errorf("%d pages", r.Pages)
		}
		page := squeeze(shown(t, b))
		last := -1
		for _, words := range []string{"Spiegelkaart", "Haalbaar werk", "Over ruimte in de week.", "Vragen", "leerkracht", "Wat laat jij liggen?", "En wie weet dat?",
			"wie jou begeleidt", "Let op", "Staan de uren", "Wat werkte?", "Wat niet?", "1", "Kijk.", "Denk na.", marks, "Wat nemen wij mee?"} {
			at := strings.Index(page[max(last, 0):], squeeze(words))
			if at < 0 {
				t.Errorf("%s: no %q where it should stand", lang, words)
				continue
			}
			last = max(last, 0) + at
		}
		again, _ := drawn(t, s)
		if !bytes.Equal(b, again) {
			t.Error("the same sheet gave other bytes")
		}
	}
}

// TestSheetThatIsLongGoesOn fills a page with words: none is lost, and there is
// no room to write on a page of its own.
func TestSheetThatIsLongGoesOn(t *testing.T) {
	s := card()
	for i := range 60 {
		s.Parts[0].Items = append(s.Parts[0].Items, sheet.Item{Term: "woord" + number(i+1), Text: strings.Repeat("met veel uitleg ", 12)})
	}
	b, r := drawn(t, s)
	if r.Pages < 2 || r.Pages > 8 {
		t.Errorf("%d pages", r.Pages)
	}
	page := squeeze(shown(t, b))
	if !strings.Contains(page, "woord60") || !strings.Contains(page, squeeze("Pagina 2 van "+number(r.Pages))) {
		t.Error("words or the number of a page are missing")
	}
	if strings.Contains(page, squeeze(s.Notes)) {
		t.Error("room to write where there is none")
	}
}

// TestRoomToWrite counts the lines: the same below each answer, and the page
// is used.
func TestRoomToWrite(t *testing.T) {
	s := card()
	s.Parts = s.Parts[2:3]
	w := &writer{paper: newSheet(pageWidth, pageHeight, noon), lang: "nl"}
	w.newPage = w.addPage
	w.sheet(s)
	used := height(w.blocks)
	if room := bottom - topFirst; used > room || used < room*0.6 {
		t.Errorf("%.0f of %.0f mm are used", used, room)
	}
	var rooms []float64
	for _, b := range w.blocks {
		if b.kind == kindText && b.h > 2*writingLine {
			rooms = append(rooms, b.h)
		}
	}
	if len(rooms) != 2 || slices.Min(rooms) != slices.Max(rooms) {
		t.Errorf("room below the answers: %v", rooms)
	}
}
