package tui

import (
	"testing"

	"bekwaam/plan"
)

// TestWhatWasMadeForWhom: the list holds every file with what became of it, and
// one of several is withdrawn with a key.
func TestWhatWasMadeForWhom(t *testing.T) {
	d := withNoor(t)
	doc := sentTo(t, d)
	c, _, err := plan.Submit(d.m.plan, d.m.pack(), plan.Actor{Name: "Noor Bakker", At: fixed()}, plan.Party{Name: "Noor Bakker", Key: "own"}, plan.Party{Name: "Petra Jonker"})
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(7))
	d.on("S71")
	d.keys("v")
	d.on("S77")
	d.sees("gemaakt voor Ilse Vermeer", "gemaakt voor Petra Jonker", "i trek in")
	d.keys("home i")
	d.sees("gemaakt voor Ilse Vermeer, daarna ingetrokken", "Komt er toch een antwoord")
	if p := d.m.plan; p.Sent[0].Withdrawn == "" || p.Sent[1].Withdrawn != "" || p.State != plan.Submitted {
		t.Fatalf("%+v, %s", p.Sent, p.State)
	}
	d.keys("i")
	d.sees("al ingetrokken. Toets u zet dat terug")
	d.keys("u")
	if d.m.plan.Sent[0].Withdrawn != "" {
		t.Error("it was not put back")
	}
	d.keys("U")

	// Ilse answers all the same: before and after it is said what this answers.
	arrives(d, answerTo(t, doc, plan.OutcomeDiscussed, "Mooi.", fiveNotes()[:1]...), "known")
	d.keys("esc esc esc esc o enter")
	d.on("S72")
	d.sees("die je introk; overnemen kan")
	d.keys("enter")
	d.on("S73")
	d.keys("v")
	d.on("S77")
	d.sees("gekregen van Ilse Vermeer", "over versie 1 die je introk:")
	d.keys("home i")
	d.sees("al ingetrokken")
	d.keys("end i")
	d.sees("geen bestand dat je iemand liet lezen")
}

func TestNothingWasMadeYet(t *testing.T) {
	d := withNoor(t)
	d.run(d.m.openStep(7))
	d.keys("v")
	d.on("S70")
	d.sees("nog geen bestand gemaakt")
}

// TestACoachSeesWhatWentToAndFro: the list is in the copy of a coach too, with
// nothing to withdraw.
func TestACoachSeesWhatWentToAndFro(t *testing.T) {
	d := talking(t)
	d.keys("> enter enter")
	d.on("S145")
	d.keys("home enter enter v")
	d.on("S77")
	d.sees("gekregen van Noor Bakker: versie", "teruggegeven aan Noor Bakker")
	d.keys("i")
	d.on("S77")
	for _, x := range d.m.plan.Sent {
		if x.Withdrawn != "" {
			t.Error("a coach withdrew an answer")
		}
	}
}
