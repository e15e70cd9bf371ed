package plan

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"testing"

	"bekwaam/text"
)

func TestDecimal(t *testing.T) {
	tests := []struct {
		in   string
		want Decimal
		ok   bool
	}{
		{"0", 0, true}, {"-0", 0, true}, {"1", 10_000, true}, {"0.8", 8000, true}, {"0.7252", 7252, true}, {"-3.25", -32_500, true},
		{"1.50000", 15_000, true}, {"999999999999", 9_999_999_999_990_000, true},
		{"0.00001", 0, false}, {"1e3", 0, false}, {"1E3", 0, false}, {".5", 0, false}, {"1.+5", 0, false}, {"--1", 0, false}, {"+1", 0, false},
		{"", 0, false}, {"-", 0, false}, {"1000000000000", 0, false}, {"NaN", 0, false}, {"0x10", 0, false}, {"1_000", 0, false},
	}
	for _, tt := range tests {
		if got, ok := decimal(json.Number(tt.in)); ok != tt.ok || got != tt.want {
			t.Errorf("%q: got %d %v, want %d %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
	for _, v := range []any{"1", true, nil, []any{}} {
		if _, ok := decimal(v); ok {
			t.Errorf("%v is a number", v)
		}
	}
}

func TestNumbersAsText(t *testing.T) {
	tests := []struct{ got, want string }{
		{Quarters(6).String(), "1.5"}, {Quarters(-17).String(), "-4.25"}, {Quarters(0).String(), "0"},
		{Share4(8000).String(), "0.8000"}, {Share4(10_000).String(), "1.0000"},
		{Decimal(-1).String(), "-0.0001"}, {Decimal(125_000).String(), "12.5"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %s, want %s", tt.got, tt.want)
		}
	}
	raw, err := json.Marshal([]any{Quarters(5), Share4(7252), Decimal(5000), Cents(12)})
	if err != nil || string(raw) != `[1.25,"0.7252",0.5,12]` {
		t.Errorf("%s %v", raw, err)
	}
}

// Rounding is half up, also below zero and for products that overflow.
func TestMulDiv(t *testing.T) {
	tests := []struct {
		d       int64
		factors []int64
		want    int64
	}{
		{2, []int64{1}, 1}, {2, []int64{-1}, 0}, {2, []int64{-3}, -1}, {4, []int64{1}, 0}, {4, []int64{3}, 1}, {10, []int64{15}, 2}, {10, []int64{14}, 1},
		{100_000_000, []int64{51_250 * 10_000, 7252}, 37_167}, // 512.50 x 0.7252
		{1 << 40, []int64{1 << 40, 1 << 40, 3}, 3 << 40},
	}
	for _, tt := range tests {
		if got := mulDiv(tt.d, tt.factors...); got != tt.want {
			t.Errorf("%v / %d = %d, want %d", tt.factors, tt.d, got, tt.want)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a, b, d := r.Int64N(1e12)-5e11, r.Int64N(1e9), r.Int64N(1e9)+1
		exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(a), big.NewInt(b)), big.NewInt(d))
		diff := new(big.Rat).Sub(new(big.Rat).SetInt64(mulDiv(d, a, b)), exact)
		// What is rounded lies above the exact value by at most a half, and
		// below it by less than a half.
		if half := big.NewRat(1, 2); diff.Cmp(half) > 0 || diff.Cmp(new(big.Rat).Neg(half)) <= 0 {
			t.Fatalf("%d x %d / %d is off by %s", a, b, d, diff)
		}
	}
}

// However many employers there are, their parts are the whole.
func TestPartsAreTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		all := make([]Employer, 1+r.IntN(5))
		for i := range all {
			all[i].FTE = Share4(r.IntN(10_001))
			if r.IntN(4) == 0 {
				all[i].FTE = 0
			}
		}
		n, sum := r.Int64N(50), int64(0)
		for i := range all {
			x := part(n, all, i)
			if x < 0 {
				t.Fatalf("%d of %v: part %d is %d", n, all, i, x)
			}
			sum += x
		}
		if sum != n {
			t.Fatalf("parts of %d over %v add up to %d", n, all, sum)
		}
	}
}

func TestDaysHeld(t *testing.T) {
	date := func(s string) text.Date {
		d, err := text.ParseISO(s)
		if s != "" && err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		name, year, until, phase, recorded, from, to string
		held, total                                  int
	}{
		{"the whole year", "2026-2027", "", "", "", "", "", 365, 365},
		{"a leap year", "2027-2028", "", "", "", "", "", 366, 366},
		{"nothing recorded", "2026-2027", "basis", "", "", "", "", 365, 365},
		{"recorded", "2026-2027", "basis", "basis", "2027-02-01", "", "", 185, 365},
		{"a later phase", "2026-2027", "basis", "vak", "2027-02-01", "", "", 185, 365},
		{"an earlier phase", "2026-2027", "basis", "start", "2027-02-01", "", "", 365, 365},
		{"a phase nobody knows", "2026-2027", "basis", "x", "2027-02-01", "", "", 365, 365},
		{"without a date", "2026-2027", "basis", "basis", "", "", "", 365, 365},
		{"on the first day", "2026-2027", "basis", "basis", "2026-08-01", "", "", 1, 365},
		{"before the year", "2026-2027", "basis", "basis", "2026-07-31", "", "", 0, 365},
		{"after the year", "2026-2027", "basis", "basis", "2027-08-01", "", "", 365, 365},
		{"on the leap day", "2027-2028", "basis", "basis", "2028-02-29", "", "", 213, 366},
		{"employed from", "2026-2027", "", "", "", "2027-02-01", "", 181, 365},
		{"employed to", "2026-2027", "", "", "", "", "2027-01-31", 184, 365},
		{"employed and recorded", "2026-2027", "basis", "basis", "2027-02-01", "2027-01-01", "2027-06-30", 32, 365},
		{"gone before it was recorded", "2026-2027", "basis", "basis", "2027-02-01", "", "2026-12-31", 153, 365},
		{"employed longer than the year", "2026-2027", "", "", "", "2020-01-01", "2030-01-01", 365, 365},
		{"employed before the year", "2026-2027", "", "", "", "", "2026-06-30", 0, 365},
		{"no year", "", "basis", "basis", "2027-02-01", "", "", 1, 1},
	}
	for _, tt := range tests {
		p := Plan{Profile: Profile{SchoolYear: tt.year, EmployedFrom: date(tt.from), EmployedTo: date(tt.to)}}
		if tt.phase != "" {
			p.Profile.PhaseRecorded = &PhaseRecorded{Phase: tt.phase, Date: date(tt.recorded)}
		}
		if held, total := daysHeld(p, Line{HoldsUntilPhase: tt.until}); held != tt.held || total != tt.total {
			t.Errorf("%s: %d of %d, want %d of %d", tt.name, held, total, tt.held, tt.total)
		}
	}
	p := Plan{Profile: Profile{SchoolYear: "2026-2027"}, Assessment: &Assessment{Decision: &PhaseRecorded{Phase: "basis", Date: date("2027-02-01")}}}
	if held, _ := daysHeld(p, Line{HoldsUntilPhase: "basis"}); held != 185 {
		t.Errorf("the decision after an assessment does not count: %d", held)
	}
}
