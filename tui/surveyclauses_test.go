package tui

import (
	"regexp"
	"strings"
	"testing"

	"bekwaam/plan"
)

// An answer can be taken back, so that a part that was answered once can
// still be skipped.
func TestAnAnswerCanBeTakenBack(t *testing.T) {
	d := at(t, surveyed(t), 2, "")
	a, _ := d.m.env().fw.Area("nl-po/organisatie")
	d.show(newSentences(d.m.env(), a, 0))
	d.keys("home 3 3")
	id := d.m.top().(*sentences).competence(d.m.env())
	if v := d.m.plan.ViewOf(id); v.Fits != "basis" || v.Want != 3 {
		t.Fatalf("answered %+v", v)
	}
	d.keys("d")
	if v := d.m.plan.ViewOf(id); v.Fits != "basis" || v.Want != 0 {
		t.Errorf("the wish was not taken back: %+v", v)
	}
	d.keys("d")
	d.sees("Hier is nog geen antwoord.")
	d.keys("home d")
	if v := d.m.plan.ViewOf(id); v.Fits != "" {
		t.Errorf("the sentence was not taken back: %+v", v)
	}
	d.keys("u u")
	if v := d.m.plan.ViewOf(id); v.Fits != "basis" || v.Want != 3 {
		t.Errorf("after undo %+v", v)
	}

	p := noor(t)
	p.Survey.Context = nil
	d = with(t, p)
	d.show(newMySchool(d.m.env()))
	d.keys("home 4 up d")
	if len(d.m.plan.Survey.Context) != 0 {
		t.Errorf("still answered: %v", d.m.plan.Survey.Context)
	}
	d.keys("d")
	d.sees("Hier is nog geen antwoord.")
	d.keys("u")
	if len(d.m.plan.Survey.Context) != 1 {
		t.Errorf("after undo: %v", d.m.plan.Survey.Context)
	}
}

// Nothing about the person is added up or put in an order: no total, no mean,
// no percentage, no mark.
func TestTheSurveyNeverAddsUp(t *testing.T) {
	sum := regexp.MustCompile(`(?i)\d ?%|\b(scores?|totaal|totaalscore|total|gemiddeld\w*|average|punten|points|rang|rank\w*|niveau|level)\b`)
	for _, id := range []string{"S20", "S21", "S22", "S23", "S30", "S30b", "S31"} {
		for _, lang := range []string{"nl", "en"} {
			startLang = lang
			d := fixtures[id](t)
			startLang = "nl"
			d.size(120, 60)
			if found := sum.FindAllString(d.frame(), -1); found != nil {
				t.Errorf("%s, %s: %q:\n%s", id, lang, found, d.frame())
			}
		}
	}
}

// What came of an instrument elsewhere is copied as it is, and places nobody:
// neither the picture nor a proposal changes with it.
func TestAScoreIsCopiedAndPlacesNobody(t *testing.T) {
	p := witnessed(t)
	with := plan.Seen(p, routines)
	d := openObserved(t, p, "o2")
	d.size(80, 40)
	d.sees("lesorganisatie           2,75", "instructie               3,0")
	for i := range p.Observations {
		p.Observations[i].ICALTScores = nil
	}
	if without := plan.Seen(p, routines); len(with) != len(without) || with["start"] != without["start"] {
		t.Errorf("with scores %v, without %v", with, without)
	}
}

// A proposal says why it stands where it stands: the wish, the sentence, what
// usually comes earlier, the goal of the school, what somebody wrote.
func TestAProposalSaysAllThatPlacesIt(t *testing.T) {
	p := wanted(t)
	p.Goals, p.Activities = nil, nil
	p.Observations = p.Observations[:0]
	p.Views = []plan.View{{Competence: routines, Fits: "start", Want: 3}, {Competence: "nl-po/afstemmen/differentiatie", Fits: "start", Want: 3}}
	d := at(t, p, 3, "2")
	words := strings.Join(strings.Fields(d.frame()), " ")
	for _, why := range []string{"Je wilt dit graag.", "Je koos startbekwaam.", "Dit komt meestal eerder.", "Je school wil dit jaar: Rust in de klas."} {
		if !strings.Contains(words, why) {
			t.Errorf("not said: %s\n%s", why, d.frame())
		}
	}
}
