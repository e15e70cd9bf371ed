package report

import (
	"fmt"

	"bekwaam/plan"
)

// Area is where an item stands on the pages: a strip of a page, from top to
// bottom in millimetres from its upper edge. An item can have several.
type Area struct {
	Item        string // its id, as notes name it
	Page        int    // from 1
	Top, Bottom float64
}

// Areas are the areas of an edition, in the order of the pages, and how many
// pages there are. The edition is laid out as [Render] does it, so they are
// those of every file that was made of it.
func Areas(e plan.Edition, opt Options) ([]Area, int, error) {
	w := compose(e, opt)
	w.place()
	if err := w.P.Error(); err != nil {
		return nil, 0, fmt.Errorf("report: draw: %w", err)
	}
	var out []Area
	for _, x := range w.trace {
		if x.item == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Item == x.item && out[n-1].Page == x.page {
			out[n-1].Bottom = x.y + x.h
			continue
		}
		out = append(out, Area{x.item, x.page, x.y, x.y + x.h})
	}
	return out, w.page, nil
}

// ItemAt is the item that a box on a page touches most, "" for none. top and
// bottom are in millimetres from the upper edge.
func ItemAt(areas []Area, page int, top, bottom float64) string {
	item, most := "", 0.0
	for _, a := range areas {
		if a.Page != page {
			continue
		}
		if over := min(bottom, a.Bottom) - max(top, a.Top); over > most {
			item, most = a.Item, over
		}
	}
	return item
}

// PageHeight is that of every page, in points.
const PageHeight = pageHeight * 72 / 25.4

// mark says what the blocks from first on are about.
func (w *writer) mark(first int, item string) {
	for i := first; i < len(w.blocks); i++ {
		if w.blocks[i].item == "" {
			w.blocks[i].item = item
		}
	}
}
