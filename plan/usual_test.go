package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestUsualHours(t *testing.T) {
	eight := plan.Quarters(32)
	days := []string{"2026-10-05", "2026-11-02", "2026-11-30", "2027-01-11"}
	tests := []struct {
		name string
		a    plan.Activity
		want plan.Quarters
	}{
		{"nothing known", plan.Activity{}, 0},
		{"hours without days", plan.Activity{Hours: &eight}, 0},
		{"by the clock", plan.Activity{Minutes: 50, Hours: &eight, Moments: days}, 4},
		{"by its days", plan.Activity{Hours: &eight, Moments: days}, 8},
		{"as the last time", plan.Activity{Hours: &eight, Moments: days,
			Log: []plan.LogEntry{{Date: iso("2026-10-05"), Hours: 6}, {Date: iso("2026-10-06"), Cost: 500}}}, 6},
	}
	for _, tt := range tests {
		if got := tt.a.UsualHours(); got != tt.want {
			t.Errorf("%s: %d quarters, want %d", tt.name, got, tt.want)
		}
	}
}

func TestLikelyToLog(t *testing.T) {
	p := plan.Plan{Activities: []plan.Activity{
		{ID: "done", Status: plan.Done}, {ID: "dropped", Status: plan.Dropped}, {ID: "planned", Status: plan.Planned}, {ID: "wanted", Status: plan.Wanted},
		{ID: "quiet", Status: plan.Running},
		{ID: "busy", Status: plan.Running, Log: []plan.LogEntry{{Date: iso("2026-11-02"), Hours: 2}}},
	}}
	var ids []string
	for _, a := range plan.LikelyToLog(p) {
		ids = append(ids, a.ID)
	}
	if got := strings.Join(ids, " "); got != "busy quiet planned wanted done" {
		t.Errorf("in the order %s", got)
	}
}
