package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/text"
)

// The kinds of an [AgendaItem], in the order of a talk.
const (
	AgendaAsked  = "asked"  // the starter's question to the coach
	AgendaOpen   = "open"   // a question of the coach that has no answer yet
	AgendaChosen = "chosen" // what the coach ticked while reading
	AgendaViews  = "views"  // a competence with the own view and what others saw
	AgendaHint   = "hint"   // a check that asks something
	AgendaDue    = "due"    // an agreement whose day has come or comes soon
)

// An AgendaItem is something to talk about. About is the id of an item or a
// competence, for a hint several with commas, or empty; Note and Check are the ids of what it comes from. On
// says whether it will be talked about: what waits for an answer or has a day
// is, unless the coach left it out; the rest where the coach chose it.
type AgendaItem struct {
	Kind, About, Note, Check string
	On                       bool
}

// usually reports whether an item of a kind is on the agenda by itself.
func (x AgendaItem) usually() bool {
	return x.Kind == AgendaAsked || x.Kind == AgendaOpen || x.Kind == AgendaDue
}

// leftOut stands before the key of an item that usually is on the agenda.
const leftOut = "-"

// Key is what stands in [Review.Agenda] where the coach took another choice
// than the usual one: the id of a piece that was chosen, or a word and an id.
func (x AgendaItem) Key() string {
	switch x.Kind {
	case AgendaChosen:
		return x.About
	case AgendaHint:
		return x.Kind + ":" + x.Check // the same question, whatever it is about later
	case AgendaViews:
		return x.Kind + ":" + x.About
	}
	return leftOut + x.Kind + ":" + firstWord(x.Note, x.About)
}

func firstWord(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// dueWithin is how many days before its day an agreement is spoken of.
const dueWithin = 14

// TalkAgenda is what the plan itself gives to talk about: open questions
// first, then what the coach ticked, differences between views, hints, and
// agreements that are due.
func TalkAgenda(p Plan, pack *continuum.Pack, today text.Date) []AgendaItem {
	var out []AgendaItem
	if p.QuestionToCoach != "" {
		out = append(out, AgendaItem{Kind: AgendaAsked, About: string(PieceWhole)})
	}
	for _, n := range p.Notes {
		if n.Kind == NoteQuestion && p.NoteState(n.ID) == NoteOpen {
			out = append(out, AgendaItem{Kind: AgendaOpen, About: n.About, Note: n.ID})
		}
	}
	if p.Review != nil {
		for _, id := range p.Review.Agenda {
			if !strings.HasPrefix(id, leftOut) && !strings.Contains(id, ":") {
				out = append(out, AgendaItem{Kind: AgendaChosen, About: id})
			}
		}
	}
	for _, v := range p.Views {
		if v.Fits != "" && slices.ContainsFunc(p.Observations, func(o Observation) bool { return slices.Contains(o.Competences, v.Competence) }) {
			out = append(out, AgendaItem{Kind: AgendaViews, About: v.Competence})
		}
	}
	for _, q := range Questions(p, pack, today) {
		out = append(out, AgendaItem{Kind: AgendaHint, Check: q.Check, About: strings.Join(q.About, ",")})
	}
	for _, a := range p.Agreements {
		if soon := today.AddDays(dueWithin); !a.Done && !a.ByWhen.IsZero() && !soon.Before(a.ByWhen) {
			out = append(out, AgendaItem{Kind: AgendaDue, About: a.ID})
		}
	}
	for i, x := range out {
		out[i].On = x.usually() != (p.Review != nil && slices.Contains(p.Review.Agenda, x.Key()))
	}
	return out
}

// TickAgenda puts something on the agenda of the talk, or takes it off: a
// piece by its id, or an [AgendaItem] by its key.
func TickAgenda(p Plan, key string) (Change, error) {
	return EditReview(p, "agenda", func(r *Review) { r.Agenda = toggled(r.Agenda, key) })
}

// TickQuestion chooses a question for the talk, or leaves it out: the id of a
// moment with the place of the question in it, or a question of one's own.
func TickQuestion(p Plan, question string) (Change, error) {
	return EditReview(p, "questions", func(r *Review) { r.Questions = toggled(r.Questions, question) })
}

func toggled(list []string, x string) []string {
	if at := slices.Index(list, x); at >= 0 {
		return slices.Delete(slices.Clone(list), at, at+1)
	}
	return append(slices.Clone(list), x)
}
