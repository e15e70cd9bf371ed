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
}

// line is a line of text that fits.
type line struct {
	runs []run
	w    float64 // mm
	st   style
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

// join puts words next to each other; words that are read from right to left
// and stand together change places.
func join(words []word, st style) line {
	ordered := append([]word(nil), words...)
	for i := 0; i < len(ordered); i++ {
		j := i
		for j < len(ordered) && ordered[j].rtl {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			ordered[a], ordered[b] = ordered[b], ordered[a]
		}
		i = max(i, j-1)
	}
	l := line{st: st}
	em := st.mm()
	for i, w := range ordered {
		if i > 0 {
			last := &l.runs[len(l.runs)-1]
			last.s += " "
			last.w += last.face.width(' ') * em
			l.w += last.face.width(' ') * em
			if last.face == w.face {
				last.s += w.s
				last.w += w.w * em
				l.w += w.w * em
				continue
			}
		}
		l.runs = append(l.runs, run{w.face, w.s, l.w, w.w * em})
		l.w += w.w * em
	}
	return l
}

// spaced returns the lines with a space behind all but the last, so that words
// stay apart when the text is taken out of the page.
func spaced(lines []line) []line {
	for i := range len(lines) - 1 {
		if n := len(lines[i].runs); n > 0 {
			lines[i].runs[n-1].s += " "
		}
	}
	return lines
}
