package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bekwaam/pdf"
	"bekwaam/report"
	"bekwaam/sheet"
)

// everySheet are all the sheets that a plan of a framework can open.
func everySheet(t testing.TB, e *env) []sheet.Sheet {
	t.Helper()
	out := []sheet.Sheet{valuesSheet(e), wordsSheet(e)}
	for _, c := range e.pack().MirrorCardsFor(e.fw.ID) {
		out = append(out, cardSheet(e, c))
	}
	for i := range e.pack().Coaching.Moments {
		out = append(out, talkSheet(e, &e.pack().Coaching.Moments[i]))
	}
	for i := range e.pack().ReflectionModels {
		out = append(out, modelSheet(e, &e.pack().ReflectionModels[i]))
	}
	if len(out) < 21 {
		t.Fatalf("only %d sheets", len(out))
	}
	return out
}

// TestEverySheetIsOnePage draws each sheet of each framework in both
// languages: one page that keeps the rules, without a character that no font
// has.
func TestEverySheetIsOnePage(t *testing.T) {
	defer func() { startLang = "nl" }()
	for _, lang := range []string{"nl", "en"} {
		startLang = lang
		for _, id := range []string{"nl-po", "nl-vo", "nl-mbo", "vl"} {
			e := inFramework(t, id).m.env()
			for _, s := range everySheet(t, e) {
				data, r, err := report.RenderSheet(s, report.Options{Now: fixed()})
				if err != nil {
					t.Fatal(err)
				}
				if r.Pages != 1 || len(r.Replaced) > 0 {
					t.Errorf("%s %s: %q has %d pages, and signs for %q", id, lang, s.Title, r.Pages, r.Replaced)
				}
				for _, f := range pdf.Check(data) {
					t.Errorf("%s %s: %q: %s", id, lang, s.Title, f)
				}
				if dir := os.Getenv("SHEETS"); dir != "" { // to look at
					if err := os.WriteFile(filepath.Join(dir, id+"-"+lang+"-"+strings.ReplaceAll(s.Stem, "/", "-")+".pdf"), data, 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

// TestEverySheetIsReadWhole goes through each sheet in the smallest window:
// every word of it comes by, nothing is cut, and the line in hand is in view.
func TestEverySheetIsReadWhole(t *testing.T) {
	defer func() { startLang = "nl" }()
	for _, lang := range []string{"nl", "en"} {
		startLang = lang
		for _, id := range []string{"nl-po", "vl"} {
			d := inFramework(t, id)
			d.size(minWidth, minHeight)
			d.run(openCards(cardList)(d.m))
			for _, view := range []string{cardList, talkList, modelList} {
				c := d.m.top().(*cards)
				c.show(view)
				for range ids(c.rows(d.m.env())) {
					d.keys("enter")
					readWhole(t, d)
					d.keys("esc down")
				}
			}
		}
	}
}

// readWhole moves down through the page on top and compares what came by with
// what it holds.
func readWhole(t *testing.T, d *driver) {
	t.Helper()
	page := d.m.top().(*sheetPage)
	var seen []string
	d.keys("home")
	for range ids(page.rows(d.m.env())) {
		exact(t, d)
		rows := strings.Split(d.frame(), "\n")
		for _, r := range rows[2 : d.m.h-2] {
			if s := strings.TrimSpace(strings.TrimPrefix(r, "›")); s != "" && !slices.Contains(seen, s) {
				seen = append(seen, s)
			}
		}
		if !strings.Contains(d.frame(), "\n› ") {
			t.Fatalf("nothing is selected:\n%s", d.frame())
		}
		d.keys("down")
	}
	all := strings.Join(seen, " ")
	for _, r := range page.rows(d.m.env()) {
		for _, l := range r.Lines {
			if l = plainText(l); l != "" && !strings.Contains(all, l) {
				t.Errorf("%s at %dx%d does not show %q", page.id, d.m.w, d.m.h, l)
			}
		}
	}
	if strings.Contains(all, "…") != (page.view == talkList) { // how a sentence can begin
		t.Errorf("%s at %dx%d is cut: %s", page.id, d.m.w, d.m.h, all)
	}
}

func plainText(s string) string { return strings.TrimSpace(ansi.Strip(s)) }
