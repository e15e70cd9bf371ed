package plan_test

import (
	"os"
	"testing"

	"bekwaam/plan"
)

// Every cost of the worked cases has somebody who pays and every hour a line,
// or both stand listed as open: the books add up to the activities.
func TestEveryCostAndHourStandsInABook(t *testing.T) {
	pack := packOf(t)
	for _, name := range []string{"starter", "secondary", "flemish"} {
		data, err := os.ReadFile("testdata/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		p, _, err := plan.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		var cents, unpaid plan.Cents
		var hours plan.Quarters
		for _, a := range p.Activities {
			if a.Status == plan.Dropped {
				continue
			}
			cents += a.Cost
			if a.Funding == "" {
				unpaid += a.Cost
			}
			if a.Hours != nil {
				hours += *a.Hours
			}
		}
		l := plan.Reckon(p, pack)
		paid, lines := l.Money.NoPayer.Planned, l.Hours.Ordered.Planned+l.Hours.NoLine.Planned
		for _, s := range l.Money.BySource {
			if s.Source == "" {
				t.Errorf("%s: a payer without a name", name)
			}
			paid += s.Planned
		}
		for _, x := range l.Hours.Lines {
			lines += x.Planned
		}
		if paid != cents || l.Money.NoPayer.Planned != unpaid {
			t.Errorf("%s: %d cents planned, %d in the books; %d without a payer, %d listed as open", name, cents, paid, unpaid, l.Money.NoPayer.Planned)
		}
		if lines != hours || l.Hours.Total.Planned != hours {
			t.Errorf("%s: %d quarters planned, %d in the books", name, hours, lines)
		}
		if cents == 0 || hours == 0 {
			t.Errorf("%s: nothing was counted", name)
		}
	}
}
