package plan_test

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// TestWhatNobodyLookedUpGoesAlongAsSuch wants the words of doubt in every
// edition that mentions an entitlement or a payer which nobody looked up.
func TestWhatNobodyLookedUpGoesAlongAsSuch(t *testing.T) {
	pack := packOf(t)
	doubted := 0
	for _, fid := range []string{"nl-po", "nl-vo", "nl-mbo", "vl"} {
		f, _ := pack.Framework(fid)
		c, err := plan.New("p", "2026-2027", pack, fid, "nl")
		if err != nil {
			t.Fatal(err)
		}
		p := c.Plan
		for _, s := range pack.FundingFor(fid) {
			p.Activities = append(p.Activities, plan.Activity{ID: "a-" + s.ID, Funding: s.ID, Cost: 100, Status: plan.Planned})
		}
		for _, a := range []plan.Audience{plan.Self, plan.Board} {
			e := plan.For(p, pack, a, "")
			check := func(group, id, confidence string) {
				key := "unsure-" + group
				words, want := e.Word(key, id), plan.Doubt(pack, f, confidence, "nl")
				if want == "" {
					want = id // no words
				} else {
					doubted++
				}
				if words != want {
					t.Errorf("%s for %s: %s %s says %q, want %q", fid, a, group, id, words, want)
				}
			}
			for _, l := range e.Plan.EntitlementLines {
				x, _ := pack.Entitlement(l.Line)
				check("line", l.Line, x.Confidence)
			}
			for _, s := range pack.FundingFor(fid) {
				check("funding", s.ID, s.Confidence)
			}
		}
	}
	if doubted < 6 {
		t.Errorf("only %d doubts were looked at", doubted)
	}
}

func TestAFrameworkEnds(t *testing.T) {
	f, _ := packOf(t).Framework("nl-po")
	g := *f
	g.ValidTo = "2027-07-31"
	for day, want := range map[text.Date]bool{{Year: 2027, Month: 7, Day: 31}: false, {Year: 2027, Month: 8, Day: 1}: true} {
		if plan.Expired(&g, day) != want {
			t.Errorf("on %v: %v", day, !want)
		}
		if plan.Expired(f, day) {
			t.Error("one without a last day ended")
		}
	}
}
