package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestMoments(t *testing.T) {
	tests := []struct {
		moments          string
		from, to, months string
	}{
		{"2026-11", "2026-11-01", "2026-11-30", "2026-11"},
		{"2026-11-18", "2026-11-18", "2026-11-18", "2026-11"},
		{"2027-02 2026-11 2026-12-09", "2026-11-01", "2027-02-28", "2027-02 2026-11 2026-12"},
		{"2028-02", "2028-02-01", "2028-02-29", "2028-02"},
		{"2026-11-18 2026-11", "2026-11-01", "2026-11-30", "2026-11"},
		{"2026-12", "2026-12-01", "2026-12-31", "2026-12"},
	}
	for _, tt := range tests {
		c, err := plan.AddActivities(starter(t), plan.Activity{ID: "x", Moments: strings.Fields(tt.moments)})
		if err != nil {
			t.Errorf("%s: %v", tt.moments, err)
			continue
		}
		a := c.Plan.Activities[len(c.Plan.Activities)-1]
		if a.From.String() != tt.from || a.To.String() != tt.to {
			t.Errorf("%s: %s to %s, want %s to %s", tt.moments, a.From, a.To, tt.from, tt.to)
		}
		var months []string
		for _, m := range a.Months() {
			months = append(months, m.String())
		}
		if got := strings.Join(months, " "); got != tt.months {
			t.Errorf("%s: months %s, want %s", tt.moments, got, tt.months)
		}
	}
	for _, bad := range []string{"2026", "nov", "2026-13", "2026-11-31", ""} {
		if _, err := plan.AddActivities(starter(t), plan.Activity{ID: "x", Moments: []string{bad}}); plan.Code(err) != plan.CodeDate {
			t.Errorf("moment %q: %v", bad, err)
		}
	}
}

func TestMonthsFromDays(t *testing.T) {
	a := starter(t).Activities[0] // 8 October to 26 November
	if m := a.Months(); len(m) != 2 || m[0].String() != "2026-10" || m[1].String() != "2026-11" {
		t.Errorf("months %v", m)
	}
	a.To = a.To.AddMonths(-3)
	if m := a.Months(); len(m) != 1 {
		t.Errorf("an end before the beginning: %v", m)
	}
	a.From, a.To = a.From.AddMonths(0), a.From.AddMonths(600)
	if m := a.Months(); len(m) != 36 {
		t.Errorf("%d months", len(m))
	}
	if m := (plan.Activity{}).Months(); len(m) != 0 {
		t.Errorf("no days, months %v", m)
	}
}

func TestShift(t *testing.T) {
	a := plan.Activity{Moments: []string{"2027-01-31", "2027-03"}}
	b := a.Shift(1)
	if got := strings.Join(b.Moments, " "); got != "2027-02-28 2027-04" || b.From.String() != "2027-02-28" || b.To.String() != "2027-04-30" {
		t.Errorf("%s, %s to %s", got, b.From, b.To)
	}
	if a.Moments[0] != "2027-01-31" {
		t.Error("shifting touches the activity it was given")
	}
	c := starter(t).Activities[1].Shift(-2)
	if c.From.String() != "2026-07-29" || c.To.String() != "2027-01-18" || len(c.Moments) != 0 {
		t.Errorf("%s to %s", c.From, c.To)
	}
	if d := (plan.Activity{}).Shift(3); !d.From.IsZero() || !d.To.IsZero() {
		t.Error("days come from nowhere")
	}
}

func TestActivityFor(t *testing.T) {
	a := plan.Activity{Goals: []string{"d1"}}
	if !a.For("d1") || a.For("d2") {
		t.Error("for the wrong goal")
	}
	a.AllGoals = true
	if !a.For("d2") {
		t.Error("not for all goals")
	}
}

func TestFromKind(t *testing.T) {
	p, pack := starter(t), packOf(t)
	f, _ := pack.Framework("nl-po")
	k, ok := pack.ActivityKind("lesbezoek-coach")
	if !ok {
		t.Fatal("no such kind")
	}
	a := plan.FromKind(p, pack, f, k, "x", "d1")
	if a.ID != "x" || a.Kind != k.ID || len(a.Goals) != 1 || a.Hours == nil || a.Status != plan.Planned || a.HoursLine == "" {
		t.Errorf("%+v", a)
	}
	if a.Partner == nil || a.Partner.Name != "Wil Denkbeeld" {
		t.Errorf("partner %+v", a.Partner)
	}
	if c, err := plan.AddActivities(p, a); err != nil || c.Plan.Activities[10].Order != 11 {
		t.Error(err)
	}
	k, _ = pack.ActivityKind("studiedag")
	if a := plan.FromKind(p, pack, f, k, "x", ""); a.Ordered != nil || a.HoursLine != "" || len(a.Goals) > 0 {
		t.Errorf("who ordered a study day is not known: %+v", a)
	}
}
