package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// trace lays a report out and returns where everything came to stand.
func trace(t *testing.T, e plan.Edition) []placed {
	t.Helper()
	w := compose(e, Options{Now: noon})
	w.place()
	return w.trace
}

func TestBreaks(t *testing.T) {
	for shift := range 10 {
		tr := trace(t, board(t, long(t, shift)))
		if last := tr[len(tr)-1].page; last < 8 {
			t.Fatalf("%d pages are no long plan", last)
		}
		returned := 0
		for i, b := range tr {
			if b.y+b.h > bottom+3.1 { // the space below a table may hang out
				t.Errorf("shift %d: a %s ends at %.1f mm of page %d", shift, b.kind, b.y+b.h, b.page)
			}
			if b.again {
				returned++
			}
			ends := i+1 == len(tr) || tr[i+1].page != b.page
			begins := i == 0 || tr[i-1].page != b.page
			switch {
			case ends && b.kind == kindHeading:
				t.Errorf("shift %d: page %d ends with a heading", shift, b.page)
			case ends && b.kind == kindHead:
				t.Errorf("shift %d: page %d ends with the header of a table", shift, b.page)
			case begins && b.kind == kindTotal:
				t.Errorf("shift %d: page %d begins with a total", shift, b.page)
			case b.kind == kindTotal && (tr[i-1].kind != kindRow || tr[i-1].page != b.page):
				t.Errorf("shift %d: a total on page %d stands alone", shift, b.page)
			case begins && b.kind == kindRow && tr[i-1].kind == kindRow:
				t.Errorf("shift %d: page %d goes on with a table without its header", shift, b.page)
			case ends && b.kind == kindRow && i+1 < len(tr) && tr[i+1].again && tr[i-1].kind == kindHead:
				t.Errorf("shift %d: page %d has one row below a header", shift, b.page)
			case b.kind == kindRow && tr[i-1].again && (ends || tr[i+1].kind != kindRow):
				t.Errorf("shift %d: one row is left on page %d", shift, b.page)
			}
		}
		if returned < 3 {
			t.Errorf("shift %d: only %d headers came back in a plan of long tables", shift, returned)
		}
	}
}

func TestRowHigherThanPage(t *testing.T) {
	p := starter(t)
	p.Agreements[0].What = strings.TrimSpace(strings.Repeat("Een afspraak die niet ophoudt. ", 600))
	e := board(t, p)
	tr := trace(t, e)
	for _, b := range tr {
		if b.y+b.h > bottom+3.1 {
			t.Errorf("a %s ends at %.1f mm of page %d", b.kind, b.y+b.h, b.page)
		}
	}
	if got := strings.Count(shown(t, render(t, e)), "ophoudt."); got != 600 {
		t.Errorf("%d of 600 sentences", got)
	}
}

func TestFirstPage(t *testing.T) {
	w := compose(board(t, starter(t)), Options{Now: noon})
	w.place()
	for i, b := range w.blocks {
		if b.second {
			for _, x := range w.trace[:i] {
				if x.page != 1 {
					t.Errorf("a %s of the first page stands on page %d", x.kind, x.page)
				}
			}
			if w.trace[i].page != 2 {
				t.Errorf("the goals begin on page %d", w.trace[i].page)
			}
		}
	}
}
