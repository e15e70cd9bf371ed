package report

// colour is red, green and blue.
type colour [3]int

// The colours keep a contrast of at least 4.5 to 1 on white, also in grey.
var (
	ink   = colour{28, 33, 38}
	quiet = colour{88, 97, 105}
	teal  = colour{0, 78, 92}
	rule  = colour{196, 204, 209}
	tint  = colour{234, 241, 243}
)

// style is how a text is set. Sizes are in points, leads in millimetres.
type style struct {
	size, lead float64
	bold       bool
	ink        colour
}

var (
	titleStyle   = style{19, 8.4, true, teal}
	h2Style      = style{14, 6.4, true, teal}
	h3Style      = style{11, 5.2, true, teal}
	textStyle    = style{10, 4.9, false, ink}
	leadStyle    = style{11.5, 5.6, false, ink}
	cellStyle    = style{9, 4.3, false, ink}
	boldCell     = style{9, 4.3, true, ink}
	quietCell    = style{8, 3.9, false, quiet}
	headStyle    = style{8.5, 4.1, true, teal}
	labelStyle   = style{8.5, 4.3, true, quiet}
	smallStyle   = style{8.5, 4.1, false, quiet}
	runningStyle = style{8, 3.8, false, quiet}
)

// mm is the millimetres of one em.
func (st style) mm() float64 { return st.size * 25.4 / 72 }

// run is a part of a line in one face.
type run struct {
	face *face
	s    string
	x, w float64 // mm from the start of the line, and wide

	lang   string // where it is not that of the document
	actual string // what s stands for, where it is not quite that
}

// line is a line of text that fits.
type line struct {
	runs []run
	w    float64 // mm
	st   style
}

// base is where the letters stand of a line whose box begins at y.
func (l line) base(y float64) float64 {
	return y + float64((l.st.lead+float64(0.72*l.st.mm()))/2)
}

// wrap breaks a text into lines of at most w mm; there is at least one line.
func (sp *speller) wrap(s string, st style, w float64) []line {
	em := st.mm()
	space := bodyFaces[0].width(' ')
	var out []line
	var cur []word
	used := 0.0
	for _, long := range sp.words(s, st.bold) {
		parts := []word{long}
		if long.w*em > w {
			parts = long.split(w / em)
		}
		for _, p := range parts {
			if len(cur) > 0 && (used+space+p.w)*em > w {
				out = append(out, join(cur, st))
				cur, used = nil, 0
			}
			if len(cur) > 0 {
				used += space
			}
			cur = append(cur, p)
			used += p.w
		}
	}
	return append(out, join(cur, st))
}

// join puts words next to each other. Words that stand together and are set
// alike become one run.
func join(words []word, st style) line {
	l := line{st: st}
	em := st.mm()
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.rtl {
			w, i = reversed(words, i)
		}
		long := float64(w.w * em)
		if n := len(l.runs); n > 0 {
			last := &l.runs[n-1]
			last.space()
			space := float64(last.face.width(' ') * em)
			last.w += space
			l.w += space
			if last.face == w.face && last.lang == w.lang && (last.actual == "") == (w.actual == "") {
				last.s += w.s
				last.actual += w.actual
				last.w += long
				l.w += long
				continue
			}
		}
		l.runs = append(l.runs, run{face: w.face, s: w.s, x: l.w, w: long, lang: w.lang, actual: w.actual})
		l.w += long
	}
	return l
}

// reversed joins the words that begin at i and are read from right to left, in
// the order in which they are drawn, and returns the index of the last one.
func reversed(words []word, i int) (word, int) {
	all := words[i]
	all.s = mirrored(all.s)
	for i+1 < len(words) && words[i+1].rtl && words[i+1].face == all.face {
		i++
		all.s = mirrored(words[i].s) + " " + all.s
		all.actual += " " + words[i].actual
		all.w += all.face.width(' ') + words[i].w
	}
	return all, i
}

// space puts a space behind a run.
func (r *run) space() {
	r.s += " "
	if r.actual != "" {
		r.actual += " "
	}
}

// spaced returns the lines with a space behind all but the last, so that words
// stay apart when the text is taken out of the page.
func spaced(lines []line) []line {
	for i := range len(lines) - 1 {
		space(lines[i : i+1])
	}
	return lines
}

// space puts a space behind the last of some lines.
func space(lines []line) {
	if len(lines) == 0 {
		return
	}
	if last := lines[len(lines)-1].runs; len(last) > 0 {
		last[len(last)-1].space()
	}
}
