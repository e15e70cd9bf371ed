package report

import (
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
)

// judgedEdition is what one assessor put on record, with an advice of all.
func judgedEdition(t *testing.T, language string) plan.Edition {
	t.Helper()
	p := starter(t)
	p.Language = language
	e := plan.For(p, pack(t), plan.Assessor, "")
	reason := strings.TrimSpace(strings.Repeat("Haar keuzes kloppen en zijn te volgen, ook voor wie er niet bij was. ", 3))
	advice := plan.Advice{ID: "a", Overall: plan.AdviceNotYet, Reason: reason, Date: p.Evidence[0].Date}
	for _, id := range []string{"klassensituaties", "verschillen", "partnerschap"} {
		advice.Judgements = append(advice.Judgements, plan.Judgement{Competence: "pos/" + id, Judgement: plan.Partly, Reason: reason, Source: []string{plan.SourceSeen, plan.SourceHeard, plan.SourceRead}, Evidence: []string{"b1"}})
		e.Info.Words["judged/pos/"+id] = "de naam van " + id
	}
	advice.Apart = []plan.LineText{{Line: "pos/gemeenschap", Text: reason}}
	e.Info.Words["judged/pos/gemeenschap"] = "leren en werken in een professionele gemeenschap"
	e.Info.Words["assessor/1"], e.Info.Words["assessor/2"] = "Joost Oordeelsma", "Fatima Afweger"
	e.Plan.Assessment = &plan.Assessment{Agreed: &advice}
	return e.Address(plan.Packet{Kind: plan.PacketJudging, From: plan.Party{Name: "Joost Oordeelsma"}, At: plan.At(noon), Version: 1})
}

func TestAnAdviceIsOnePage(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		e := judgedEdition(t, language)
		data, rep, err := Render(e, Options{Now: noon})
		if err != nil {
			t.Fatal(err)
		}
		if rep.Pages != 1 || len(rep.Fields) != 1 || rep.Fields[0] != FieldSeal {
			t.Errorf("%s: %d pages, fields %v", language, rep.Pages, rep.Fields)
		}
		for _, x := range pdf.Check(data) {
			t.Errorf("%s: %v", language, x)
		}
		if same, err := Same(data, nil); err != nil || !same {
			t.Errorf("%s: drawn again it is another: %v", language, err)
		}
		text := squeeze(everything(t, data))
		for _, s := range []string{"de naam van verschillen", "Joost Oordeelsma, Fatima Afweger"} {
			if !strings.Contains(text, squeeze(s)) {
				t.Errorf("%s: %q is not on the page", language, s)
			}
		}
	}
}

// A competence file carries its pieces as they are, and says of each where it
// is.
func TestPiecesGoAlong(t *testing.T) {
	p := starter(t)
	f := &plan.CompetenceFile{Phase: "basis", Assessors: []string{"Joost Oordeelsma", "Fatima Afweger"}, Lines: []plan.FileLine{{ID: "pos/verschillen", Name: "omgaan met verschillen"}}}
	var files []Attached
	for i, name := range []string{"Weektaak groep 4.pdf", "foto.JPG", "les.mp4", "groot.zip"} {
		hash := strings.Repeat(string(rune('a'+i)), 64)
		x := plan.FilePiece{ID: "b" + string(rune('1'+i)), Kind: plan.FileEvidence, Title: name, Lines: []string{"pos/verschillen"}, Home: i == 2, File: &plan.EvidenceFile{Name: name, Hash: hash}}
		f.Pieces = append(f.Pieces, x)
		if i < 2 {
			files = append(files, Attached{Name: AttachedName(x), Hash: hash, Data: []byte("inhoud van " + name)})
		}
	}
	p.Assessment = &plan.Assessment{File: f}
	data, _, err := Render(plan.For(p, pack(t), plan.Assessor, ""), Options{Now: noon, Files: files})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range pdf.Check(data) {
		t.Error(x)
	}
	inside, err := Files(data)
	if err != nil || len(inside) != 2 {
		t.Fatalf("%d files, %v", len(inside), err)
	}
	for _, a := range files {
		if string(inside[a.Name]) != string(a.Data) {
			t.Errorf("%s: %q", a.Name, inside[a.Name])
		}
	}
	if same, err := Same(data, nil); err != nil || !same {
		t.Errorf("drawn again it is another: %v", err)
	}
	read, _, err := Read(data)
	if err != nil || len(read.CompetenceFile().Pieces) != 4 {
		t.Errorf("read back: %v", err)
	}
	text := squeeze(everything(t, data))
	for _, s := range []string{"als bijlage in dit bestand: b1-Weektaak-groep-4.pdf", "b2-foto.jpg", "les.mp4 is een film en blijft bij de leraar", "in de map naast dit bestand: b4-groot.zip"} {
		if !strings.Contains(text, squeeze(s)) {
			t.Errorf("%q is not on the pages", s)
		}
	}
}
