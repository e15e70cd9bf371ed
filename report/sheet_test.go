package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bekwaam/pdf"
)

// card is a sheet with a part of every form.
func card() Sheet {
	return Sheet{Kind: "Spiegelkaart", Title: "Haalbaar werk", Lead: "Over ruimte in de week.", Notes: "Wat nemen wij mee?", Language: "nl",
		Parts: []SheetPart{
			{Heading: "Vragen", Form: Terms, Items: []SheetItem{{"leerkracht", "Wat laat jij liggen?\nEn wie weet dat?"}, {"wie jou begeleidt en niet beoordeelt", "Hoe merk jij dat?"}}},
			{Heading: "Let op", Form: Bullets, Items: []SheetItem{{Text: "Staan de uren in het rooster?"}}},
			{Heading: "Om op te schrijven", Form: Questions, Items: []SheetItem{{Text: "Wat werkte?"}, {Text: "Wat niet?"}}},
			{Form: Steps, Items: []SheetItem{{Text: "Kijk."}, {Text: "Denk na."}}},
			{Heading: "Een stem (verzonnen)", Form: Voices, Items: []SheetItem{{Text: "Ik had uren, maar geen moment."}}},
		}}
}

func drawn(t *testing.T, s Sheet) ([]byte, Report) {
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
		s.Parts[0].Items = append(s.Parts[0].Items, SheetItem{"woord" + number(i+1), strings.Repeat("met veel uitleg ", 12)})
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
