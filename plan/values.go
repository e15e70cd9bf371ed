package plan

import (
	"maps"
	"strings"

	"bekwaam/continuum"
)

// CoreValue is a value of the partnership, with the question by which it
// opens a talk.
type CoreValue struct {
	Name     string `json:"name" see:"coach"`
	Question string `json:"question" see:"coach"`

	Unknown []Member `json:"-"`
}

// MaxCoreValues is how many values can open a talk; more is no opening.
const MaxCoreValues = 5

// EditCoreValues puts the values of the own partnership in the place of those
// of the pack. One without a name and a question is left out; none at all
// brings those of the pack back.
func EditCoreValues(p Plan, values []CoreValue) (Change, error) {
	return change(p, "values.edit", nil, func(q *Plan) error {
		q.CoreValues = keepItems(values, func(v CoreValue) bool { return v.Name != "" || v.Question != "" })
		if n := len(q.CoreValues); n > MaxCoreValues {
			return &Error{Code: CodeRange, Field: "core_values", Args: []string{itoa(n)}}
		}
		if len(q.CoreValues) == 0 {
			q.CoreValues = nil
		}
		return nil
	})
}

// OpeningValues returns the values that open a talk about the plan, in a
// language of the pack: the plan's own, or else those of the pack. Where the
// pack does not know the framework of the plan there may be none.
func OpeningValues(p Plan, pack *continuum.Pack, lang string) []CoreValue {
	if len(p.CoreValues) > 0 {
		return clone(p.CoreValues)
	}
	f := frameworkOf(p, pack)
	if f == nil {
		return nil
	}
	var out []CoreValue
	for _, v := range pack.CoreValues {
		out = append(out, CoreValue{Name: f.Say(v.Name, lang), Question: f.Say(v.Question, lang)})
	}
	return out
}

// putValues writes the values that open a talk into the words of an edition.
// A board gets none: what opens a talk is for those who talk. Words that came
// with the plan stay where nobody knows better ones.
func putValues(w map[string]string, q Plan, pack *continuum.Pack, a Audience) {
	list, mayKnow := OpeningValues(q, pack, q.Language), a == Coach || a == Self
	if mayKnow && len(list) == 0 {
		return
	}
	maps.DeleteFunc(w, func(key, _ string) bool {
		group, _, _ := strings.Cut(key, "/")
		return group == "value" || group == "value-question"
	})
	for i, v := range list {
		if mayKnow {
			w["value/"+itoa(i+1)], w["value-question/"+itoa(i+1)] = v.Name, v.Question
		}
	}
}

// OpeningValues returns the values that open a talk about this edition, none
// in an edition for a board.
func (e Edition) OpeningValues() []CoreValue {
	names, questions := e.WordList("value"), e.WordList("value-question")
	var out []CoreValue
	for i := range min(len(names), len(questions)) {
		out = append(out, CoreValue{Name: names[i], Question: questions[i]})
	}
	return out
}
