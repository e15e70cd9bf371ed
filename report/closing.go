package report

// closing is what ends every report: what is not in it, the small print, and
// the signatures. What is not in it is the same list in every plan.
func (w *writer) closing() {
	if never := w.e.WordList("never-shown"); len(never) > 0 && w.forOthers() {
		sect := w.section(w.say("not-here"))
		w.para(sect, w.say("not-here.intro"), textStyle)
		w.keepLast()
		w.list(sect, never, textStyle)
	}
	small := append(w.e.WordList("small-print"), w.e.WordList("disclaimer")...)
	if len(small) > 0 {
		first := len(w.blocks)
		sect := w.section(w.say("small-print"))
		w.list(sect, small, smallStyle)
		w.para(sect, w.say("made-with", "Package", w.e.Info.Package), smallStyle)
		if height(w.blocks[first:]) <= smallTable {
			w.keepFrom(first)
		}
	}
	w.signatures()
}
