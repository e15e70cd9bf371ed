package report

import "strings"

// conditions is what is needed to carry the plan out, and what the school
// promised.
func (w *writer) conditions() {
	c := w.p.Conditions
	facts := [][2]string{
		{w.say("conditions.support"), c.Support}, {w.say("conditions.time"), c.Time},
		{w.say("conditions.replacement"), c.Replacement}, {w.say("conditions.material"), c.Material},
		{w.say("conditions.promises"), strings.Join(c.Promises, "\n")},
	}
	for _, f := range facts {
		if f[1] != "" {
			first := len(w.blocks)
			w.facts(w.section(w.say("conditions")), facts)
			w.mark(first, "conditions")
			return
		}
	}
}

func (w *writer) agreements() {
	if len(w.p.Agreements) == 0 {
		return
	}
	sect := w.section(w.say("agreements"))
	var rows []row
	for _, a := range w.p.Agreements {
		state := w.say("agreement.open")
		switch {
		case a.Done:
			state = w.say("agreement.done")
		case !a.Open():
			state = joined(", ", w.say("agreement.let-go"), w.date(a.LetGo))
			state = joined(": ", state, a.Reason)
		}
		rows = append(rows, row{item: a.ID, heads: []int{1}, cells: []cell{plain(or(a.Who)), plain(a.What), plain(or(w.date(a.ByWhen))), plain(state)}})
	}
	w.table(sect, []column{{title: w.say("who"), w: 38}, {title: w.say("what"), w: 82}, {title: w.say("by-when"), w: 26}, {title: w.say("agreement.state"), w: 24}}, rows)
}
