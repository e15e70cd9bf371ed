package seal_test

import (
	"os"
	"sync"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
)

// theEdition is what a board gets: the file of a whole year, for four to sign.
var theEdition = sync.OnceValues(func() (plan.Edition, []byte) {
	b, err := os.ReadFile("../plan/testdata/starter.yaml")
	if err != nil {
		panic(err)
	}
	return rendered(b)
})

// short is a plan as it stands after an hour: a file of a third of the size.
const short = `
profile:
  name: Noor Bedachtsma
  framework: nl-po
  sector: po
  school: obs De Verzonnen Linde
  board: Stichting Fictief Primair
  school_year: '2026-2027'
  coach: {name: Wil Denkbeeld, role: coach}
goals:
  - id: d1
    title: Rust aan de instructietafel
    learning_question: Hoe werkt de ene groep door terwijl ik de andere uitleg geef?
    competences: [nl-po/organisatie/zelfwerk]
`

// rendered is the board's edition of a plan, and its file.
func rendered(doc []byte) (plan.Edition, []byte) {
	p, _, err := plan.Read(doc)
	if err != nil {
		panic(err)
	}
	pack, err := templates.Pack()
	if err != nil {
		panic(err)
	}
	e := plan.For(p, pack, plan.Board, "")
	out, _, err := report.Render(e, report.Options{Now: start})
	if err != nil {
		panic(err)
	}
	return e, out
}

func newEdition(t testing.TB) *world {
	t.Helper()
	e, b := theEdition()
	return signedEdition(t, e, b, len(roles))
}

// signedEdition is an edition that the first of the people sign.
func signedEdition(t testing.TB, e plan.Edition, b []byte, signers int) *world {
	t.Helper()
	w := &world{ids: people()[:signers], signed: [][]byte{b}}
	w.trust.Now = start.AddDate(0, 0, 7)
	for i, id := range w.ids {
		w.trust.Contacts = append(w.trust.Contacts, id.Contact())
		at := start.Add(time.Duration(i+1) * time.Hour)
		look := report.Appearance(report.StampFor(e, roles[i], id.Name(), "een twee drie", at))
		o := seal.Options{Time: at, Reason: e.Word("statement", roles[i]), Appearance: look}
		if i == 0 {
			o.DocMDP = seal.CertifySigning
		}
		out, err := seal.Sign(w.signed[i], roles[i], id, o)
		if err != nil {
			t.Fatal(err)
		}
		w.signed = append(w.signed, out)
	}
	return w
}
