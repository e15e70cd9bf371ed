package report

import (
	"fmt"
	"strings"
)

// closing is what ends every report: what is not in it, the small print, and
// the signatures. What is not in it is the same list in every plan.
func (w *writer) closing() {
	if never := w.e.WordList("never-shown"); len(never) > 0 && w.forOthers() {
		sect := w.section(w.say("not-here"))
		w.para(sect, w.say("not-here.intro")+" "+strings.Join(never, "; ")+".", textStyle)
	}
	w.lacking()
	small := append(w.e.WordList("small-print"), w.e.WordList("disclaimer")...)
	if len(small) > 0 {
		first := len(w.blocks)
		sect := w.section(w.say("small-print"))
		w.list(sect, small, smallStyle)
		w.frameworkNote(sect)
		w.para(sect, w.say("made-with", "Package", w.e.Info.Package), smallStyle)
		if height(w.blocks[first:]) <= smallTable {
			w.keepFrom(first)
		}
	}
	w.signatures()
}

// lacking says which characters no font here has, where there are any: what
// stands in their place must not look like what was written.
func (w *writer) lacking() {
	if len(w.replaced) == 0 {
		return
	}
	var signs []string
	for _, r := range w.replaced {
		signs = append(signs, fmt.Sprintf("U+%04X", r))
	}
	const most = 24
	if n := len(signs) - most; n > 0 {
		signs = append(signs[:most], w.say("lacking.more", "N", n))
	}
	w.para(w.section(w.say("lacking")), w.say("lacking.says", "Signs", strings.Join(signs, ", "), "Sign", string(unknown)), textStyle)
}
