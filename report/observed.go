package report

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// observations are the words of others and, in the teacher's own edition, the
// sentence that the teacher read in them.
func (w *writer) observations() {
	if len(w.p.Observations) == 0 {
		return
	}
	sect := w.section(w.say("own.observations"))
	for _, o := range w.p.Observations {
		first := len(w.blocks)
		source := ""
		if slices.Contains(plan.Sources, o.Source) {
			source = w.t.T("source." + o.Source)
		}
		w.entry(sect, joined(", ", w.date(o.Date), w.witness(o.By), source), o.Text)
		w.para(sect, w.observed(o), smallStyle)
		w.mark(first, o.ID)
	}
}

// witness is a person with the role that the edition has a word for.
func (w *writer) witness(p *plan.Person) string {
	if p == nil {
		return ""
	}
	role := w.e.Word("partner", p.Role)
	if role == p.Role || role == p.Name {
		role = ""
	}
	return joined(", ", p.Name, role)
}

// observed are the facts about an observation, each on a line: what it is
// about, what an instrument gave, and what the teacher read in it.
func (w *writer) observed(o plan.Observation) string {
	var about, gave, reads []string
	for _, c := range o.Competences {
		about = append(about, w.competence(c))
		if what := w.fits(o.Reads(c)); what != "" {
			reads = append(reads, w.say("own.reads", "Name", w.competence(c), "What", what))
		}
	}
	for _, s := range o.ICALTScores {
		gave = append(gave, w.e.Word("domain", s.Domain)+" "+text.FormatDecimal1(int64(s.Score), w.lang))
	}
	return joined("\n", strings.Join(about, ", "), joined(": ", o.Instrument, strings.Join(gave, ", ")), strings.Join(reads, "\n"))
}

// fits is an answer of the scale of sentences in words: the phase, or that it
// is none of them.
func (w *writer) fits(id string) string {
	switch id {
	case "":
		return ""
	case plan.NoneFits:
		return w.t.T("fits.none")
	case plan.UnknownFits:
		return w.t.T("fits.unknown")
	}
	return w.e.Word("phase", id)
}
