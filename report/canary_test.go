package report

import (
	"fmt"
	"strings"
	"testing"

	"bekwaam/plan"
)

// canaries plants thirty private words in a plan: in reflections, answers of
// the survey, notes on the own place, the focus, observations, private
// agreements and evidence, and what a coach keeps for themselves. The keys say
// which group a teacher can share them by, "" for none.
func canaries(p *plan.Plan) map[string][]string {
	out := map[string][]string{}
	n := 0
	word := func(group string) string {
		n++
		w := fmt.Sprintf("kanarie%02dq", n)
		out[group] = append(out[group], w)
		return w
	}
	for i := range 6 { // how the teacher is doing, in words
		p.Reflections = append(p.Reflections, plan.Reflection{ID: fmt.Sprintf("k%d", i), Text: word("reflections")})
	}
	p.Survey.Open = map[string]string{}
	for _, q := range []string{"trots", "energie", "lastig", "leerlingen", "droom"} {
		p.Survey.Open[q] = word(plan.GroupOpen)
	}
	for i := range 4 {
		p.Views[i].Note = word("")
	}
	p.Focus.Reason = word("")
	p.Start.DevelopmentPoints = []string{word(""), word("")}
	p.Start.InputUsed = []string{word("")}
	for i := range 3 {
		p.Observations = append(p.Observations, plan.Observation{ID: fmt.Sprintf("ko%d", i), Text: word(plan.GroupObservations)})
	}
	p.Agreements = append(p.Agreements, plan.Agreement{ID: "kg", What: word(""), Audience: plan.Private})
	p.Evidence = append(p.Evidence, plan.Evidence{ID: "kb", Title: word(""), Note: word(""), Audience: plan.Private})
	p.Review = &plan.Review{Reason: word(""), Questions: []string{word("")}}
	for i := range 3 {
		p.Review.Private = append(p.Review.Private, plan.PrivateNote{ID: fmt.Sprintf("kz%d", i), About: "d1", Text: word("")})
	}
	return out
}

// TestCanaries: of thirty private words none is in a file for the coach, in a
// coach's answer or in a file for the board or for assessors, in any byte once
// unpacked; those that the teacher shares are in the coach's and in no other.
func TestCanaries(t *testing.T) {
	p := starter(t)
	planted := canaries(&p)
	total := 0
	for _, list := range planted {
		total += len(list)
	}
	if total != 30 {
		t.Fatalf("%d canaries", total)
	}
	packet := plan.Packet{Kind: plan.PacketReturn, From: plan.Party{Name: "Wil Denkbeeld"}, To: plan.Party{Name: p.Profile.Name}, Seq: 1, Version: 1,
		At: plan.At(noon), Outcome: plan.OutcomeDiscussed}
	for _, share := range [][]string{nil, {plan.GroupOpen}, {plan.GroupReflections}, {plan.GroupObservations}, {plan.GroupOpen, plan.GroupObservations, plan.GroupViews, plan.GroupStart}} {
		p.Share.Coach = share
		for name, e := range map[string]plan.Edition{
			"coach":    plan.For(p, pack(t), plan.Coach, ""),
			"answer":   plan.For(p, pack(t), plan.Coach, "").Address(packet),
			"board":    plan.For(p, pack(t), plan.Board, ""),
			"assessor": plan.For(p, pack(t), plan.Assessor, ""),
		} {
			all := squeeze(everything(t, render(t, e)))
			for group, list := range planted {
				want := false
				for _, g := range share {
					want = want || g == group && (name == "coach" || name == "answer")
				}
				for _, w := range list {
					if got := strings.Contains(all, w); got != want {
						t.Errorf("shared %v: %s of %q in the file for %s: %v, want %v", share, w, group, name, got, want)
					}
				}
			}
			if want := seenIn(name); !strings.Contains(all, squeeze(want)) {
				t.Fatalf("for %s: this test does not see what is in the file", name)
			}
		}
	}
	own := squeeze(everything(t, render(t, plan.For(p, pack(t), plan.Self, ""))))
	if !strings.Contains(own, planted["reflections"][0]) || !strings.Contains(own, planted[plan.GroupOpen][0]) {
		t.Error("the teacher's own file lacks what is private")
	}
	for _, w := range planted[""][len(planted[""])-5:] {
		if strings.Contains(own, w) {
			t.Errorf("%s, which a coach keeps, is in an edition", w)
		}
	}
}

// seenIn is a text that stands in an edition: what assessors see is only what
// was put into the competence file, and there is none here.
func seenIn(edition string) string {
	if edition == "assessor" {
		return "Noor Bedachtsma"
	}
	return "Rust aan de instructietafel"
}

// TestJudgingCanaries: what assessors judged each on their own, what was said
// at the interview and what was sealed is in no file for a board or a coach,
// and what is not in the competence file in none for assessors.
func TestJudgingCanaries(t *testing.T) {
	p := starter(t)
	word := func(s string) string { return "kanarie" + s + "q" }
	j := plan.Judgement{Competence: "pos/verschillen", Judgement: "partly", Source: []string{"heard"}, Reason: word("reden"), Evidence: []string{"b1"}}
	agreed := plan.Judgement{Competence: "pos/verschillen", Judgement: "shown", Source: []string{"read"}, Reason: "Samen gezien.", Evidence: []string{"b1"}}
	p.Assessment = &plan.Assessment{
		File: &plan.CompetenceFile{Phase: "basis", Assessors: []string{"Joost Oordeelsma"}, Lines: []plan.FileLine{{ID: "pos/verschillen", Name: "omgaan met verschillen"}},
			Pieces: []plan.FilePiece{{ID: "b1", Kind: "evidence", Title: "In het dossier", Text: word("stuk"), Lines: []string{"pos/verschillen"}}}},
		Sealed:     []plan.SealedJudging{{ID: "j", Assessor: &plan.Person{Name: "Joost Oordeelsma"}, Body: word("zegel"), Hash: word("som")}},
		Openings:   []plan.Opening{{Judging: "j", By: "Joost Oordeelsma", Secret: word("sleutel")}},
		Separate:   []plan.Judging{{ID: "j", Assessor: &plan.Person{Name: "Joost Oordeelsma"}, Judgements: []plan.Judgement{j}, Questions: []plan.LineText{{Text: word("vraag")}}}},
		Interviews: []plan.InterviewNotes{{ID: "i", By: "Joost Oordeelsma", Present: []string{word("erbij")}, Heard: []plan.LineText{{Text: word("gehoord")}}}},
		Proposed:   []plan.Advice{{ID: "a", Reason: word("voorstel")}},
		Agreed:     &plan.Advice{ID: "a", Overall: plan.AdviceMet, Reason: "Zij is er.", Judgements: []plan.Judgement{agreed}, Apart: []plan.LineText{}},
		Reactions:  []plan.Reaction{{By: "Noor", Text: "Dank jullie wel."}},
		Mine:       &plan.OwnJudging{Reason: word("eigen"), Secrets: []plan.SealedSecret{{Secret: word("geheim")}}},
	}
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Assessor} {
		all := squeeze(everything(t, render(t, plan.For(p, pack(t), a, ""))))
		for _, s := range []string{"reden", "zegel", "som", "sleutel", "vraag", "erbij", "gehoord", "voorstel", "eigen", "geheim"} {
			if strings.Contains(all, word(s)) {
				t.Errorf("%s stands in the file for %s", word(s), a)
			}
		}
		if got := strings.Contains(all, word("stuk")); got != (a == plan.Assessor) {
			t.Errorf("a piece of the competence file in the file for %s: %v", a, got)
		}
		want := []string{"Zij is er.", "Dank jullie wel.", "omgaan met verschillen"}
		if a == plan.Assessor {
			want = []string{"In het dossier", "omgaan met verschillen"}
		}
		for _, s := range want {
			if !strings.Contains(all, squeeze(s)) {
				t.Errorf("%q is not in the file for %s", s, a)
			}
		}
	}
	if own := squeeze(everything(t, render(t, plan.For(p, pack(t), plan.Self, "")))); strings.Contains(own, word("geheim")) || !strings.Contains(own, word("gehoord")) {
		t.Error("the own file has a key of a sealed judgement, or lacks the interview")
	}
}
