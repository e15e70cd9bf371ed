package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestATrialThatMayFail(t *testing.T) {
	d := onActivity(t, "a1", "trial")
	d.sees("Proef, mag mislukken     nee", "Mag dit ook niet lukken?")
	if strings.Contains(d.frame(), "Wat ik leerde") {
		t.Errorf("something that is no trial asks what was learned:\n%s", d.frame())
	}
	d.keys("right")
	if !d.activityNow("a1").Trial {
		t.Fatal("it is no trial")
	}
	d.keys("esc")
	d.on("S50")
	d.sees("proef: Kijken bij een collega")
	before := plan.Reckon(d.m.plan, d.m.deps.Pack)

	d.keys("space")
	d.on("S52")
	d.selected("Wat ik leerde")
	d.sees("gedaan, gelukt of niet", "en je coach.")
	d.text("Een kijkvraag is genoeg.")
	d.keys("esc")
	if a := d.activityNow("a1"); a.Status != plan.Done || a.Learned != "Een kijkvraag is genoeg." {
		t.Errorf("%+v", a)
	}
	d.sees("✓ proef: Kijken")
	if after := plan.Reckon(d.m.plan, d.m.deps.Pack); after.Hours.Total != before.Hours.Total {
		t.Errorf("hours %+v, they were %+v", after.Hours.Total, before.Hours.Total)
	}
	d.keys("u u u")
	if a := d.activityNow("a1"); a.Trial || a.Learned != "" || a.Status != plan.Planned {
		t.Errorf("after undo %+v", a)
	}
}

func TestATrialThatIsClosedAsksWhatItTaught(t *testing.T) {
	p := busy(t)
	p.Activities[0].Trial, p.Activities[0].Status = true, plan.Done
	d := step5(t, p)
	d.keys("home")
	d.sees("Wat leerde je van deze proef, gelukt of niet?")
	d.size(60, 16)
	d.show(newActivityAt(d.m, "a1", "learned"))
	d.sees("Wat ik leerde", "Wat neem je mee?")
	d.text("Niets werkte, en nu weet ik waarom.")
	d.keys("esc")
	if strings.Contains(d.frame(), "Wat leerde je van deze proef") {
		t.Errorf("it is asked for again:\n%s", d.frame())
	}
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d = step5(t, p)
	d.show(newActivityAt(d.m, "a2", "trial"))
	d.keys("right")
	d.sees("Deze versie is getekend")
	if d.m.plan.Activities[1].Trial {
		t.Error("a signed version was changed")
	}
}
