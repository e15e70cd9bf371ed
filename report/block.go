package report

// block is the smallest part of a page: it is placed whole.
type block struct {
	kind blockKind
	gap  float64 // mm above, unless it begins a page
	h    float64 // mm
	keep bool    // on the same page as the next block

	second bool   // not on the first page
	part   bool   // of a row that is higher than a page
	item   string // id of what it says something about, "" for none
	head   *head  // comes back above the block where it begins a page
	draw   func(y float64)
}

type blockKind string

const (
	kindHeading blockKind = "heading"
	kindText    blockKind = "text"
	kindHead    blockKind = "head" // of a table
	kindRow     blockKind = "row"
	kindTotal   blockKind = "total"
	kindBox     blockKind = "box"
	kindFigure  blockKind = "figure"
)

// head is the header row of a table, as it is drawn where the table goes on.
type head struct {
	h    float64
	draw func(y float64)
}

// placed is where a block came to stand.
type placed struct {
	page  int
	y, h  float64
	kind  blockKind
	item  string
	again bool // a header row that came back
	part  bool // of a row that is higher than a page
	under bool // a row of a table with a header
}

// flow places blocks on pages. newPage begins one.
type flow struct {
	blocks  []block
	trace   []placed
	page    int
	from, y float64 // where this page begins, and how far it is
	newPage func()
}

func (f *flow) add(b ...block) { f.blocks = append(f.blocks, b...) }

// keepLast keeps the block added last with the next one.
func (f *flow) keepLast() {
	if n := len(f.blocks); n > 0 {
		f.blocks[n-1].keep = true
	}
}

// keepFrom keeps the blocks from the one with this index on together.
func (f *flow) keepFrom(first int) {
	for i := first; i < len(f.blocks)-1; i++ {
		f.blocks[i].keep = true
	}
}

// place draws all blocks. A group that must stay together goes to the next
// page where it does not fit.
func (f *flow) place() {
	f.turn()
	for i := 0; i < len(f.blocks); {
		end := i + 1
		for end < len(f.blocks) && f.blocks[end-1].keep {
			end++
		}
		f.together(f.blocks[i:end])
		i = end
	}
}

// together places a group. One that is higher than a page is broken where it
// hurts least: not below a heading and not above a total.
func (f *flow) together(group []block) {
	if f.y > f.from && (group[0].second && f.page == 1 || f.y+height(group) > bottom) {
		f.turn()
	}
	for i := 0; i < len(group); {
		end := i + 1
		for end < len(group) && (group[end-1].leads() || group[end].kind == kindTotal) {
			end++
		}
		unit := group[i:end]
		if f.y > f.from && f.y+height(unit) > bottom+0.01 {
			f.turn()
		}
		for k := range unit {
			f.put(&unit[k])
		}
		i = end
	}
}

// leads reports whether a block is nothing without the next one.
func (b *block) leads() bool { return b.kind == kindHeading || b.kind == kindHead }

func height(group []block) float64 {
	h := 0.0
	for _, b := range group {
		h += b.gap + b.h
	}
	return h
}

func (f *flow) turn() {
	f.newPage()
	f.page++
	f.from = top
	if f.page == 1 {
		f.from = topFirst
	}
	f.y = f.from
}

func (f *flow) put(b *block) {
	gap := b.gap
	if f.y > f.from && f.y+gap+b.h > bottom+0.01 {
		f.turn()
	}
	if f.y == f.from {
		gap = 0
		if b.head != nil {
			f.trace = append(f.trace, placed{page: f.page, y: f.y, h: b.head.h, kind: kindHead, again: true})
			b.head.draw(f.y)
			f.y += b.head.h
		}
	}
	f.y += gap
	f.trace = append(f.trace, placed{page: f.page, y: f.y, h: b.h, kind: b.kind, item: b.item, part: b.part, under: b.head != nil})
	b.draw(f.y)
	f.y += b.h
}
