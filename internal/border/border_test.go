package border

import "testing"

func TestTextsAreManyOfEachClass(t *testing.T) {
	count := map[string]int{}
	seen := map[string]bool{}
	for _, x := range Texts(t, 1) {
		if seen[x.Text] {
			t.Errorf("%q stands there twice", x.Text)
		}
		seen[x.Text] = true
		count[x.Class]++
	}
	for _, class := range []string{"escape", "osc", "c1", "bidi", "zero-width", "tags", "combining", "width", "formula", "markup"} {
		if count[class] < 25 {
			t.Errorf("%d texts of class %s", count[class], class)
		}
	}
	if len(count) != 10 || len(seen) < 300 {
		t.Errorf("classes %v", count)
	}
}

func TestRaw(t *testing.T) {
	for _, s := range []string{"\x1b", "a\tb", "\u009b", "\u202e", "\u200b", "\ufeff", "\U000e0041", "\ue000", "\xff", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u2028"} {
		if Raw(s) == "" {
			t.Errorf("nothing raw in %q", s)
		}
	}
	for _, s := range []string{"", "Noor\nBakker", "Zoë’s plan – €", "👨\u200d👩\u200d👧", "❤\ufe0f", "開発", "שלום", "=1+1", "<b>"} {
		if what := Raw(s); what != "" {
			t.Errorf("%s in %q", what, s)
		}
	}
}
