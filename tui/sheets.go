package tui

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/sheet"
)

// roleAudiences are the readers of a card by the role that somebody chose.
var roleAudiences = map[string]string{"teacher": "leraar", "coach": "coach", "board": "bestuur"}

// audiences are the ids of those for whom a card has questions, and the place
// among them of whoever uses the program.
func audiences(e *env) (ids []string, own int) {
	for _, a := range e.pack().MirrorAudiences {
		ids = append(ids, a.ID)
	}
	return ids, max(slices.Index(ids, roleAudiences[e.settings.Role]), 0)
}

// readerWord is what a reader of a card is called.
func readerWord(e *env, id string) string {
	for _, a := range e.pack().MirrorAudiences {
		if a.ID == id {
			return e.say(a.Name)
		}
	}
	return id
}

func (e *env) items(texts []continuum.Text) []sheet.Item {
	var out []sheet.Item
	for _, t := range texts {
		out = append(out, sheet.Item{Text: e.say(t)})
	}
	return out
}

// sheet begins a page of this kind, an id of the catalogue.
func (e *env) sheet(kind, title, lead string) sheet.Sheet {
	stem := e.t.T("sheet.stem." + kind)
	if kind != "values" && kind != "words" { // of those there is one
		stem += "-" + title
	}
	return sheet.Sheet{Stem: stem, Kind: e.t.T("sheet.kind." + kind), Title: title, Lead: lead, Language: string(e.lang())}
}

// cardSheet is a mirror card with the questions for some readers, all of them
// where none are named.
func cardSheet(e *env, c *continuum.MirrorCard, readers ...string) sheet.Sheet {
	s := e.sheet("card", e.say(c.Title), e.say(c.Description))
	if len(readers) == 0 {
		readers, _ = audiences(e)
	}
	if len(readers) == 1 {
		s.Add(e.t.T("sheet.for", "Who", readerWord(e, readers[0])), sheet.Bullets, e.items(c.Prompts[readers[0]]))
	} else {
		s.Add(e.t.T("sheet.questions.card"), sheet.Terms, prompts(e, c, readers))
	}
	s.Add(e.t.T("sheet.challenges"), sheet.Bullets, e.items(c.Challenges))
	s.Add(e.t.T("sheet.attention"), sheet.Bullets, e.items(c.Attention))
	s.Add(e.t.T("sheet.suggestions"), sheet.Bullets, e.items(c.Suggestions))
	for _, invented := range []bool{true, false} {
		var list []continuum.Text
		for _, v := range c.Voices {
			if v.Illustrative == invented {
				list = append(list, v.Text)
			}
		}
		heading := "sheet.voices"
		if invented {
			heading = "sheet.voices.invented"
		}
		s.Add(e.t.T(heading), sheet.Voices, e.items(list))
	}
	s.Notes = e.t.T("sheet.notes")
	return s
}

// prompts are the questions of a card beside those whom it asks, each question
// on a line of its own.
func prompts(e *env, c *continuum.MirrorCard, readers []string) []sheet.Item {
	var out []sheet.Item
	for _, id := range readers {
		var list []string
		for _, q := range c.Prompts[id] {
			list = append(list, e.say(q))
		}
		if len(list) > 0 {
			out = append(out, sheet.Item{Term: readerWord(e, id), Text: strings.Join(list, "\n")})
		}
	}
	return out
}

// talkSheet is a talk: the values that open it, the questions, how a remark
// can begin, and what holds for guiding.
func talkSheet(e *env, m *continuum.CoachMoment) sheet.Sheet {
	s := e.sheet("talk", e.say(m.Name), "")
	s.Add(e.t.T("sheet.opening"), sheet.Terms, valueItems(e))
	s.Add(e.t.T("sheet.questions"), sheet.Questions, e.items(m.Questions))
	var starts []sheet.Item
	for _, f := range e.pack().Coaching.FeedbackForm {
		starts = append(starts, sheet.Item{Text: e.say(f.Name) + " …"})
	}
	s.Add(e.t.T("sheet.feedback"), sheet.Bullets, starts)
	s.Add(e.t.T("sheet.principles"), sheet.Bullets, e.items(e.pack().Coaching.Principles))
	s.Notes = e.t.T("sheet.agree")
	return s
}

// modelSheet is a way of looking back.
func modelSheet(e *env, m *continuum.ReflectionModel) sheet.Sheet {
	s := e.sheet("model", e.say(m.Name), "")
	s.Add("", sheet.Steps, e.items(m.Steps))
	return s
}

// valuesSheet are the values that open a talk.
func valuesSheet(e *env) sheet.Sheet {
	s := e.sheet("values", e.t.T("sheet.opening"), e.t.T("s180.reason.values"))
	s.Add("", sheet.Terms, valueItems(e))
	s.Notes = e.t.T("sheet.notes")
	return s
}

// wordsSheet are the words that the framework uses, in alphabetical order.
func wordsSheet(e *env) sheet.Sheet {
	s := e.sheet("words", e.t.T("sheet.words"), "")
	s.Add("", sheet.Terms, wordItems(e))
	return s
}

// openingValues are the values that open a talk: those of the plan, or of the
// pack where there is no plan yet.
func openingValues(e *env) []plan.CoreValue {
	p := e.plan
	p.Profile.Framework = e.fw.ID
	return plan.OpeningValues(p, e.pack(), e.settings.Language)
}

func valueItems(e *env) []sheet.Item {
	var out []sheet.Item
	for _, v := range openingValues(e) {
		out = append(out, sheet.Item{Term: v.Name, Text: v.Question})
	}
	return out
}

func wordItems(e *env) []sheet.Item {
	var out []sheet.Item
	for _, g := range e.pack().GlossaryFor(e.fw.ID) {
		word := g.Term
		if e.settings.Language == "en" {
			word = g.EN
		}
		out = append(out, sheet.Item{Term: word, Text: e.say(g.Note)})
	}
	slices.SortStableFunc(out, func(a, b sheet.Item) int { return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term)) })
	return out
}
