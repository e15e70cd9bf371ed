package continuum

import (
	"strings"
	"testing"
)

func TestSay(t *testing.T) {
	f := &Framework{Placeholders: map[string]Text{
		"leerlingen": {NL: "leerlingen", EN: "pupils"},
		"bestuur":    {NL: "het bestuur", EN: "the board"},
		"coach":      {NL: "starterscoach", EN: "starter coach"},
	}}
	tests := []struct {
		text, lang string
		with       []string
		want       string
	}{
		{"Zonder woorden.", "nl", nil, "Zonder woorden."},
		{"Je kent alle {leerlingen} bij naam.", "nl", nil, "Je kent alle leerlingen bij naam."},
		{"{Leerlingen} voelen zich gezien.", "nl", nil, "Leerlingen voelen zich gezien."},
		{"{Leerlingen} feel seen.", "en", nil, "Pupils feel seen."},
		{"{Bestuur} tekent.", "nl", nil, "Het bestuur tekent."},
		{"Voor {naam}, {coach}.", "nl", []string{"naam", "Noor"}, "Voor Noor, starterscoach."},
		{"{Coach} van {naam}", "nl", []string{"coach", "maatje", "naam", "Noor"}, "Maatje van Noor"},
		{"Voor {onbekend}.", "nl", nil, "Voor onbekend."},
		{"{Onbekend}.", "nl", []string{"los"}, "Onbekend."},
		{"{{coach}}", "nl", nil, "{coach}"},
		{"open { einde", "nl", nil, "open  einde"},
	}
	for _, test := range tests {
		if got := f.Say(text(test.text), test.lang, test.with...); got != test.want {
			t.Errorf("%q in %s: %q, want %q", test.text, test.lang, got, test.want)
		}
	}
	var none *Framework
	if got := none.Say(text("{leraar}"), "nl"); got != "leraar" {
		t.Errorf("without a framework: %q", got)
	}
}

func FuzzSay(f *testing.F) {
	f.Add("{Leerlingen} en {coach}", "naam", "Noor")
	f.Add("{", "}", "{}")
	framework := &Framework{Placeholders: map[string]Text{"coach": text("begeleider")}}
	f.Fuzz(func(t *testing.T, s, name, word string) {
		names, ok := Placeholders(s)
		got := framework.Say(text(s), "nl", name, word)
		if ok && len(names) == 0 && got != s {
			t.Errorf("%q became %q", s, got)
		}
		if ok && !strings.ContainsAny(word, "{}") && strings.ContainsAny(got, "{}") {
			t.Errorf("%q became %q", s, got)
		}
	})
}
