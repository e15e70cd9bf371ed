package report

import (
	"fmt"
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

// breaks checks how a report was cut into pages, and returns how many headers
// of tables came back on a new page.
func breaks(t *testing.T, name string, tr []placed) (returned int) {
	t.Helper()
	for i, b := range tr {
		if b.y+b.h > bottom+3.1 { // the space below a table may hang out
			t.Errorf("%s: a %s ends at %.1f mm of page %d", name, b.kind, b.y+b.h, b.page)
		}
		if b.again {
			returned++
		}
		ends := i+1 == len(tr) || tr[i+1].page != b.page
		begins := i == 0 || tr[i-1].page != b.page
		switch {
		case ends && b.kind == kindHeading:
			t.Errorf("%s: page %d ends with a heading", name, b.page)
		case ends && b.kind == kindHead:
			t.Errorf("%s: page %d ends with the header of a table", name, b.page)
		case begins && b.kind == kindTotal:
			t.Errorf("%s: page %d begins with a total", name, b.page)
		case b.kind == kindTotal && (tr[i-1].kind != kindRow && tr[i-1].kind != kindTotal || tr[i-1].page != b.page):
			t.Errorf("%s: a total on page %d stands alone", name, b.page)
		case begins && b.kind == kindRow && tr[i-1].kind == kindRow && b.under:
			t.Errorf("%s: page %d goes on with a table without its header", name, b.page)
		case ends && b.kind == kindRow && i+1 < len(tr) && tr[i+1].again && tr[i-1].kind == kindHead && !b.part:
			t.Errorf("%s: page %d has one row below a header", name, b.page)
		case b.kind == kindRow && tr[i-1].again && (ends || tr[i+1].kind != kindRow && tr[i+1].kind != kindTotal) && !b.part:
			t.Errorf("%s: one row is left on page %d", name, b.page)
		}
	}
	return returned
}

func TestBreaks(t *testing.T) {
	for shift := range 10 {
		tr := trace(t, board(t, long(t, shift)))
		if last := tr[len(tr)-1].page; last < 8 {
			t.Fatalf("%d pages are no long plan", last)
		}
		if n := breaks(t, fmt.Sprintf("shift %d", shift), tr); n < 3 {
			t.Errorf("shift %d: only %d headers came back in a plan of long tables", shift, n)
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
