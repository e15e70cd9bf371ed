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
	p, _, err := plan.Read(b)
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
})

func newEdition(t testing.TB) *world {
	t.Helper()
	e, b := theEdition()
	w := &world{ids: people(), signed: [][]byte{b}}
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
