package text

import "testing"

func TestParseClock(t *testing.T) {
	for in, want := range map[string]string{"": "", " ": "", Nothing: "", "16:20": "16:20", "16.20": "16:20", "1620": "16:20", "920": "09:20", "9:05": "09:05", "16": "16:00", "16u": "16:00", "8u30": "08:30", "0:00": "00:00"} {
		if got, err := ParseClock(in); got != want || err != nil {
			t.Errorf("%q: %q, %v, want %q", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{"middag": CodeSyntax, "16:2": CodeSyntax, ":20": CodeSyntax, "16:200": CodeSyntax, "1:2:3": CodeSyntax, "-1:20": CodeSyntax, "24:00": CodeRange, "1260": CodeRange, "16:": CodeSyntax} {
		_, err := ParseClock(in)
		wantError(t, in, err, KindClock, code)
	}
}
