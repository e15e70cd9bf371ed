package plan_test

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"bekwaam/plan"
)

func decimals(n int64) *plan.Decimal {
	d := plan.Decimal(n)
	return &d
}

func TestOtherLines(t *testing.T) {
	p := plan.Plan{ExtraLines: []plan.ExtraLine{
		{Line: "lestaak", Kind: "percent", Percent: decimals(100_000), Base: decimals(250_000), Actual: decimals(230_000)},
		{Line: "inductie", Kind: "up_to_percent", Percent: decimals(200_000), Base: decimals(180_000), Actual: decimals(20_000)},
		{Line: "dagen", Kind: "days", Required: decimals(2_900_000), Recorded: decimals(2_840_000)},
		{Line: "genoeg", Kind: "days", Required: decimals(2_000_000), Recorded: decimals(2_060_000)},
		{Line: "leeg", Kind: "percent"},
	}}
	const want = `[{"line":"lestaak","reduction":2.5,"target":22.5,"actual":23,"difference":0.5},` +
		`{"line":"inductie","at_most":3.6,"actual":2,"room":1.6},` +
		`{"line":"dagen","required":290,"recorded":284,"short":6},` +
		`{"line":"genoeg","required":200,"recorded":206,"short":0},` +
		`{"line":"leeg","reduction":0,"target":0,"actual":0,"difference":0}]`
	lines, _ := plan.Reckon(p, nil).Tree().Get("other_lines")
	if got, err := json.Marshal(lines); err != nil || string(got) != want {
		t.Errorf("got %s, want %s (%v)", got, want, err)
	}
}

// A dropped activity is not planned, and what was spent on it stays spent;
// what is ordered is on no line and in nobody's own budget.
func TestLedgerOfOneActivity(t *testing.T) {
	hours := plan.Quarters(8)
	yes := true
	base := plan.Activity{ID: "a", Hours: &hours, HoursLine: "l", Cost: 1000, Funding: "eigen-cao", Status: plan.Planned, Log: []plan.LogEntry{{Hours: 3, Cost: 400}, {Hours: 2}}}
	lines := []plan.Line{{Line: "l", Unit: "uur", Amount: decimals(100_000)}, {Line: "e", Unit: "euro", Amount: decimals(500_000), Source: "eigen-cao"}}
	tests := []struct {
		name string
		edit func(*plan.Activity)
		want [8]int // hours planned and spent on the line, ordered, without a line, cents planned and spent on the line
	}{
		{"on a line", func(*plan.Activity) {}, [8]int{8, 5, 0, 0, 0, 0, 1000, 400}},
		{"dropped", func(a *plan.Activity) { a.Status = plan.Dropped }, [8]int{0, 5, 0, 0, 0, 0, 0, 400}},
		{"ordered", func(a *plan.Activity) { a.Ordered = &yes }, [8]int{0, 0, 8, 5, 0, 0, 0, 0}},
		{"no line", func(a *plan.Activity) { a.HoursLine = "" }, [8]int{0, 0, 0, 0, 8, 5, 1000, 400}},
		{"a line that is gone", func(a *plan.Activity) { a.HoursLine = "x" }, [8]int{0, 0, 0, 0, 8, 5, 1000, 400}},
		{"a line in euros", func(a *plan.Activity) { a.HoursLine = "e" }, [8]int{0, 0, 0, 0, 8, 5, 1000, 400}},
		{"hours not given", func(a *plan.Activity) { a.Hours = nil }, [8]int{0, 5, 0, 0, 0, 0, 1000, 400}},
		{"no payer", func(a *plan.Activity) { a.Funding = "" }, [8]int{8, 5, 0, 0, 0, 0, 0, 0}},
	}
	for _, tt := range tests {
		a := base
		tt.edit(&a)
		l := plan.Reckon(plan.Plan{Activities: []plan.Activity{a}, EntitlementLines: lines}, nil)
		h, m := l.Hours, l.Money.Lines[0]
		got := [8]int{int(h.Lines[0].Planned), int(h.Lines[0].Spent), int(h.Ordered.Planned), int(h.Ordered.Spent), int(h.NoLine.Planned), int(h.NoLine.Spent), int(m.Planned), int(m.Spent)}
		if got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if h.Total.Spent != 5 || h.Lines[0].Planned+h.Ordered.Planned+h.NoLine.Planned != h.Total.Planned {
			t.Errorf("%s: the total is %v", tt.name, h.Total)
		}
		if m.LeftPlanned != m.Available-m.Planned || m.LeftSpent != m.Available-m.Spent {
			t.Errorf("%s: left %d and %d", tt.name, m.LeftPlanned, m.LeftSpent)
		}
		if n := l.Money.NoPayer; (n.Planned == 1000 && n.Spent == 400) != (tt.name == "no payer") {
			t.Errorf("%s: without a payer %v", tt.name, n)
		}
	}
}

func TestError(t *testing.T) {
	err := &plan.Error{Code: plan.CodeDate, Item: "d1", Field: "deadline", Line: 3, Args: []string{"x"}, Err: io.EOF}
	if got := err.Error(); got != `line 3: d1/deadline: date "x": EOF` {
		t.Error(got)
	}
	if !errors.Is(err, io.EOF) || plan.Code(io.EOF) != "" || plan.Code(nil) != "" {
		t.Error("what lies beneath is lost")
	}
	for _, tt := range []struct {
		err  plan.Error
		want string
	}{{plan.Error{Code: "x"}, "x"}, {plan.Error{Code: "x", Item: "d1"}, "d1: x"}, {plan.Error{Code: "x", Field: "id"}, "id: x"}} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
