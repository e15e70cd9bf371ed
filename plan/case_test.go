package plan_test

import (
	"os"
	"testing"

	"bekwaam/plan"
	"bekwaam/templates"
	"bekwaam/text"
)

func readCase(t *testing.T, name string) plan.Plan {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestCaseReads(t *testing.T) {
	p := readCase(t, "starter.yaml")
	if len(p.Goals) != 3 || len(p.Activities) != 10 || p.Profile.FTE != 8000 {
		t.Fatalf("read %d goals, %d activities, fte %s", len(p.Goals), len(p.Activities), p.Profile.FTE)
	}
	again, remarks, err := plan.Read(plan.WriteJSON(p))
	if err != nil || len(remarks) != 0 {
		t.Fatal(err, remarks)
	}
	if string(plan.WriteJSON(again)) != string(plan.WriteJSON(p)) {
		t.Error("written and read again, it is another document")
	}
}

var _ = templates.Pack
var _ text.Date
