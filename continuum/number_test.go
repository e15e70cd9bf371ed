package continuum

import "testing"

func TestQuarters(t *testing.T) {
	good := map[string]Quarters{"0": 0, "1": 4, "0.5": 2, "1.25": 5, "1.50": 6, "6000": 24000, "-2": -8}
	for s, want := range good {
		var q Quarters
		if err := q.UnmarshalText([]byte(s)); err != nil || q != want {
			t.Errorf("%q: %d, %v", s, q, err)
		}
	}
	for _, s := range []string{"", ".", "1.", ".5", "0.3", "1,5", "1e3", "0x10", "1.255", "een", "--1", "+1", "1_000", "9999999999999"} {
		var q Quarters
		if err := q.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read as %s", s, q)
		}
	}
	if got := Quarters(5).Cents(); got != 125 {
		t.Errorf("cents %d", got)
	}
}

func TestDecimal(t *testing.T) {
	good := map[string]Decimal{"0": 0, "2": 20000, "512.5": 5125000, "0.7252": 7252, "-0.5": -5000}
	for s, want := range good {
		var d Decimal
		if err := d.UnmarshalText([]byte(s)); err != nil || d != want {
			t.Errorf("%q: %d, %v", s, d, err)
		}
		if got := d.String(); got != s {
			t.Errorf("%q is written as %q", s, got)
		}
	}
	for _, s := range []string{"", "1.23456", "NaN", "1/2", "~"} {
		var d Decimal
		if err := d.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}

func FuzzDecimalReadsWhatItWrites(f *testing.F) {
	f.Add(int64(0))
	f.Add(int64(-7252))
	f.Fuzz(func(t *testing.T, n int64) {
		n %= 1e12
		var d Decimal
		if err := d.UnmarshalText([]byte(Decimal(n).String())); err != nil || d != Decimal(n) {
			t.Errorf("%d: %d, %v", n, d, err)
		}
	})
}
