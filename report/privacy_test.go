package report

import (
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
)

// TestNothingPrivate looks for every private phrase in every byte of the file,
// decompressed: pages, data, metadata, outline, tooltips.
func TestNothingPrivate(t *testing.T) {
	_, never := phrases(t)
	b := render(t, board(t, starter(t)))
	all := strings.ToLower(everything(t, b))
	tight := squeeze(all)
	for _, n := range never {
		if strings.Contains(all, strings.ToLower(n)) || strings.Contains(tight, strings.ToLower(squeeze(n))) {
			t.Errorf("in the file for a board: %s", n)
		}
	}
	if !strings.Contains(all, "rust aan de instructietafel") || strings.Count(all, "noor bedachtsma") < 5 {
		t.Error("this test does not see what is in the file")
	}
}

// TestNotHereIsConstant: what is said not to be there must not tell whether
// there was any.
func TestNotHereIsConstant(t *testing.T) {
	part := func(p plan.Plan) string {
		s := shown(t, render(t, board(t, p)))
		from := strings.Index(s, "Wat niet in dit document staat")
		to := strings.Index(s, "Kleine letters")
		if from < 0 || to < from {
			t.Fatal("no such part")
		}
		return s[from:to]
	}
	with := starter(t)
	bare := starter(t)
	bare.Survey, bare.Views, bare.Observations, bare.Focus = plan.Survey{}, nil, nil, plan.Focus{}
	bare.Notes, bare.Reflections, bare.Start = nil, nil, plan.Start{}
	bare.Evidence = bare.Evidence[1:2]
	a, b := part(with), part(bare)
	clean := func(s string) string { return strings.Split(s, "versie 1Jaarplan")[0] }
	if clean(a) != clean(b) || len(clean(a)) < 100 {
		t.Errorf("with private items %q, without %q", a, b)
	}
}

// TestSelfHasAll: in the teacher's own edition nothing is left out, and it
// does not say that something is.
func TestSelfHasAll(t *testing.T) {
	s := squeeze(shown(t, render(t, plan.For(starter(t), pack(t), plan.Self, ""))))
	for _, want := range []string{"fietstranen", "knikkerchaos", "pendelgedrag", "vuurtorenblik", "zebrapadmoment", "muisstil", "iets voor later", "Op welk moment in de afgelopen weken was je trots op je lesgeven?"} {
		if !strings.Contains(s, squeeze(want)) {
			t.Errorf("not in the teacher's own edition: %s", want)
		}
	}
	if strings.Contains(s, squeeze("Deze lijst is in elk plan gelijk")) {
		t.Error("the teacher's own edition says that something is not there")
	}
}

// TestMetadata: the file says no more of itself than its first page does.
func TestMetadata(t *testing.T) {
	f, err := pdf.Open(render(t, board(t, starter(t))))
	if err != nil {
		t.Fatal(err)
	}
	info := f.Dict(f.Last().Trailer.Get("Info"))
	want := map[pdf.Name]string{
		"Title":   "Jaarplan professionele ontwikkeling 2026-2027 Noor Bedachtsma",
		"Author":  "Noor Bedachtsma",
		"Subject": "Jaarplan professionele ontwikkeling",
		"Creator": Program, "Producer": Program,
		"CreationDate": "D:20270622120000+02'00'", "ModDate": "D:20270622120000+02'00'",
	}
	for _, e := range info.E {
		s, _ := e.V.(pdf.Str)
		if w, ok := want[e.K]; ok && pdf.DecodeText(s) != w {
			t.Errorf("%s is %q, want %q", e.K, pdf.DecodeText(s), w)
		} else if !ok && e.K != "Keywords" {
			t.Errorf("the file says more of itself: %s", e.K)
		}
	}
}

// TestReadingsStayAtHome: what the teacher reads in the words of others is in
// the own edition, and in no other, also where the words themselves go along.
func TestReadingsStayAtHome(t *testing.T) {
	p := starter(t)
	o := &p.Observations[0]
	o.Source, o.Instrument = plan.SourceSeen, "kijkwijzer Berk"
	o.ICALTScores = []plan.Score{{Domain: "instructie", Score: 30_000}, {Domain: "leerklimaat", Score: 27_500}}
	o.Reading = []plan.Reading{{Competence: o.Competences[0], Fits: "basis"}, {Competence: o.Competences[1], Fits: plan.NoneFits}}
	p.Share.Coach = []string{plan.GroupObservations}
	words := []string{"Wil Denkbeeld, starterscoach, gezien", "kijkwijzer Berk: instructie 3,0, leerklimaat 2,75"}
	reads := []string{"Wat ik erin lees bij Overzicht in de klas: basisbekwaam", "nog geen van deze zinnen"}
	for a, want := range map[plan.Audience][2]bool{plan.Self: {true, true}, plan.Coach: {true, false}, plan.Board: {false, false}} {
		s := squeeze(shown(t, render(t, plan.For(p, pack(t), a, ""))))
		for i, list := range [][]string{words, reads} {
			for _, x := range list {
				if got := strings.Contains(s, squeeze(x)); got != want[i] {
					t.Errorf("for %s: %q is there: %v, want %v", a, x, got, want[i])
				}
			}
		}
	}
}
