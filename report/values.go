package report

// values are what opens the talk about the plan, each with its question; an
// edition for a board has none.
func (w *writer) values() {
	list := w.e.OpeningValues()
	if len(list) == 0 {
		return
	}
	first := len(w.blocks)
	sect := w.section(w.say("values"))
	var facts [][2]string
	for _, v := range list {
		facts = append(facts, [2]string{capital(v.Name), or(v.Question)})
	}
	w.facts(sect, facts)
	w.keepFrom(first)
}
