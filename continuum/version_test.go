package continuum

import "testing"

func TestNewerVersion(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"2", "1", true}, {"1", "2", false}, {"1", "1", false}, {"1.10", "1.9", true}, {"1.9", "1.10", false},
		{"1.0", "1.0-draft", true}, {"1.0-draft", "1.0", false}, {"1.0-b", "1.0-a", true}, {"1.1", "1", true},
		{"1", "1.0", false}, {"2026b", "2026a", true}, {"", "1", false}, {"1", "", true},
	} {
		if got := NewerVersion(x.a, x.b); got != x.want {
			t.Errorf("%q after %q: %v", x.a, x.b, got)
		}
	}
}
