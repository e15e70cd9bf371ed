package tui

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

// unverified are all the facts of the pack that nobody looked up. A new one
// has to be added here, and is then looked for on the screens.
var unverified = []string{"entitlement mbo-dev-eur", "entitlement mbo-dev-hours", "payer zij-instroom"}

// TestWhatNobodyLookedUpIsMarked lists those facts and wants each screen that
// shows one to say so.
func TestWhatNobodyLookedUpIsMarked(t *testing.T) {
	pack := newDriver(t).m.deps.Pack
	var found []string
	for _, x := range pack.Entitlements {
		if x.Confidence == plan.Unverified {
			found = append(found, "entitlement "+x.ID)
		}
	}
	for _, x := range pack.Funding {
		if x.Confidence == plan.Unverified {
			found = append(found, "payer "+x.ID)
		}
	}
	for _, f := range pack.Frameworks {
		if f.Confidence == plan.Unverified {
			found = append(found, "framework "+f.ID)
		}
		for _, g := range f.Gates {
			if g.Confidence == plan.Unverified {
				found = append(found, "decision "+g.ID)
			}
		}
	}
	for _, o := range pack.Overlays {
		if o.Confidence == plan.Unverified {
			found = append(found, "view "+o.ID)
		}
	}
	if slices.Sort(found); !slices.Equal(found, unverified) {
		t.Fatalf("not looked up are %v, looked for are %v", found, unverified)
	}

	const mark, doubt = "(niet nagekeken)", "uit het hoofd of niets gevonden; vul het zelf in"
	d := inFramework(t, "nl-mbo")
	d.run(d.m.openStep(5))
	d.keys("3")
	d.size(80, 60)
	for _, id := range []string{"mbo-dev-hours", "mbo-dev-eur"} {
		x, _ := pack.Entitlement(id)
		d.sees(d.m.env().say(x.Topic))
	}
	if n := strings.Count(d.frame(), "! "+doubt); n != 2 {
		t.Errorf("%d of 2 lines are marked:\n%s", n, d.frame())
	}
	d.run(d.m.push(newLine(d.m, "mbo-dev-eur")))
	d.sees("! Uit het hoofd of niets gevonden; vul het zelf in.")
	d.keys("esc")

	p := d.m.plan.Clone()
	p.Activities[0].Funding, p.Activities[0].Cost, p.Activities[0].HoursLine = "zij-instroom", 10000, "mbo-dev-hours"
	d = with(t, p)
	d.size(80, 60)
	d.run(d.m.openStep(5))
	d.keys("3")
	d.sees("subsidie zij-instroom " + mark)
	d.run(d.m.push(newActivityAt(d.m, p.Activities[0].ID, "payer")))
	d.sees("subsidie zij-instroom "+mark, "uren professionele ontwikkeling "+mark)

	// What the teacher looked up is no longer marked.
	p.EntitlementLines = slices.Clone(p.EntitlementLines)
	for i := range p.EntitlementLines {
		p.EntitlementLines[i].CheckedOn = d.m.env().today()
	}
	d = with(t, p)
	d.size(80, 60)
	d.run(d.m.openStep(5))
	d.keys("3")
	if strings.Contains(d.frame(), doubt) {
		t.Errorf("a line that was looked up is marked:\n%s", d.frame())
	}

	// Hours and costs of the catalogue are estimates, and say so.
	d.run(d.m.openStep(5))
	d.keys("1 n")
	d.sees("Uren en kosten zijn een schatting.")
	// The last five attitudes of Flanders were not looked up; see S171.
	vl, _ := pack.Framework("vl")
	if !strings.Contains(vl.AttitudesNote.NL, "laatste vijf nog nazien") || len(vl.Attitudes) != 8 {
		t.Error("the attitudes say nothing of what was not looked up")
	}
}
