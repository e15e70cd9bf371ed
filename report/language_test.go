package report

import (
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
)

// TestTongues: a passage in the other language is marked as a whole, a term by
// itself, and nothing is marked without a reason.
func TestTongues(t *testing.T) {
	for _, c := range []struct{ doc, s, want string }{
		{"nl", "Ik leg in tien minuten uit en loop dan pas mijn ronde.", ""},
		{"nl", "Lesson plan about the present perfect for my fourth form", "Lesson plan about the present perfect for my fourth form"},
		{"nl", "Met de sectie een Lesson Study over breuken, daarna intervisie", "Lesson Study"},
		{"nl", "Een les (co-teaching) met Anne", "(co-teaching)"},
		{"nl", "Feedback van de coach in het team", ""},
		{"nl", "Lesson", ""},
		{"nl", "The Beatles", ""},
		{"nl", "learning community", "learning community"},
		{"en", "Hoe kan ik de rekenlessen zo opbouwen dat de ene groep doorwerkt?", "Hoe kan ik de rekenlessen zo opbouwen dat de ene groep doorwerkt?"},
		{"en", "How can I build the lessons so that one group works on?", ""},
		{"en", "From startbekwaam on", "startbekwaam"},
		{"", "How can I build the lessons so that one group works on?", ""},
		{"nl", "", ""},
	} {
		sp := &speller{language: c.doc}
		var got []string
		for _, w := range sp.words(c.s, false) {
			if w.lang != "" {
				got = append(got, w.s)
				if w.lang != tags[otherLanguage(c.doc)] {
					t.Errorf("%q: %q is %s", c.s, w.s, w.lang)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q: marked %q, want %q", c.doc, c.s, s, c.want)
		}
	}
}

// languages are the types of the elements of a file that have a language.
func languages(t *testing.T, file []byte) (doc string, elems map[string]int) {
	t.Helper()
	f, err := pdf.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	elems = map[string]int{}
	for _, n := range f.Last().Numbers() {
		d := f.Dict(pdf.Ref{N: n})
		lang, ok := d.Get("Lang").(pdf.Str)
		if !ok {
			continue
		}
		if s, ok := d.Get("S").(pdf.Name); ok {
			elems[string(s)+" "+pdf.DecodeText(lang)]++
		} else {
			doc = pdf.DecodeText(lang)
		}
	}
	return doc, elems
}

func TestLanguages(t *testing.T) {
	p := starter(t)
	p.Activities[0].Description = "Lesson Study met groep 5"
	p.Activities[1].Description = "Reading about the way that pupils learn to read"
	p.Agreements[0].What = "Come and look at the lesson with my coach"
	p.Goals[0].Question = "How do the pupils know what they can do by themselves?"
	file := render(t, board(t, p))
	doc, elems := languages(t, file)
	for _, want := range []string{"Span en-GB", "TH en-GB", "P en-GB"} {
		if elems[want] == 0 {
			t.Errorf("no %s among %v", want, elems)
		}
	}
	if doc != "nl-NL" {
		t.Errorf("the document is in %s", doc)
	}
	for _, f := range pdf.Check(file) {
		t.Error(f)
	}
	if !strings.Contains(shown(t, file), "Lesson Study met groep 5") {
		t.Error("marking a language breaks a text up")
	}
	for language, want := range map[string]string{"nl": "nl-BE", "en": "en-GB"} {
		v := world(t, "flemish")
		v.Language = language
		doc, elems := languages(t, render(t, plan.For(v, pack(t), plan.Board, "")))
		if doc != want || (len(elems) > 0) != (language == "en") {
			t.Errorf("the Flemish plan in %s is in %s with %v", language, doc, elems)
		}
	}
}
