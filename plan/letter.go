package plan

import (
	"slices"

	"bekwaam/text"
)

// Letter is what the teacher wrote in autumn to read at the end of the year.
// It is in no edition for others, and no screen or command shows it before
// [OpenLetter] does.
type Letter struct {
	Text string    `json:"text"`
	Date text.Date `json:"date"`

	Unknown []Member `json:"-"`
}

// WriteLetter writes the letter to oneself in place of an earlier one; "" takes
// it away. CodeRequired without a day.
func WriteLetter(p Plan, words string, on text.Date) (Change, error) {
	if on.IsZero() {
		return Change{}, &Error{Code: CodeRequired, Item: "letter", Field: "date"}
	}
	return change(p, "letter.write", nil, func(q *Plan) error {
		q.Letter = nil
		if words != "" {
			q.Letter = &Letter{Text: words, Date: on}
		}
		return nil
	})
}

// OpenLetter returns the letter once it may be read: when every goal of the
// year was looked back on, or the year is closed.
func OpenLetter(p Plan) (Letter, bool) {
	if p.Letter == nil || p.State != Closed && p.State != Judged && !p.lookedBack() {
		return Letter{}, false
	}
	return *p.Letter, true
}

// lookedBack reports whether there is a goal and every one was looked back on.
func (p Plan) lookedBack() bool {
	live := p.LiveGoals()
	return len(live) > 0 && len(p.NotLookedBackOn()) == 0
}

// NotLookedBackOn returns the goals of the year of which nothing is said yet:
// no result and no reason.
func (p Plan) NotLookedBackOn() []Goal {
	return keepItems(p.LiveGoals(), func(g Goal) bool {
		return p.Evaluation == nil || !slices.ContainsFunc(p.Evaluation.PerGoal, func(e GoalEvaluation) bool {
			return e.Goal == g.ID && (e.Result != "" || e.Reason != "")
		})
	})
}

// AnswerLater answers an open question of the survey again, at the end of the
// year; the answer of the autumn stays. "" takes the later answer away.
func AnswerLater(p Plan, question, answer string, on text.Date) (Change, error) {
	return change(p, "survey.later", []string{question}, func(q *Plan) error {
		if q.Survey.Later == nil {
			q.Survey.Later = map[string]string{}
		}
		if q.Survey.Later[question] = answer; answer == "" {
			delete(q.Survey.Later, question)
		}
		if q.Survey.LaterOn = on; len(q.Survey.Later) == 0 {
			q.Survey.Later, q.Survey.LaterOn = nil, text.Date{}
		}
		return nil
	})
}

// ThenNow is one open question with what was answered, year under year.
type ThenNow struct {
	Question string
	Years    []ThenNowYear
}

// ThenNowYear is what was answered in the autumn of a school year and at its
// end; either may be empty.
type ThenNowYear struct {
	Year, Then, Now string
}

// ThenAndNow sets the answers to the open questions beside each other, for
// plans of one teacher in the order that they have. order names the questions
// in the order of the survey; others follow by id. A question that was never
// answered is left out.
func ThenAndNow(order []string, plans ...Plan) []ThenNow {
	var ids []string
	for _, p := range plans {
		for _, answers := range []map[string]string{p.Survey.Open, p.Survey.Later} {
			for id, a := range answers {
				if a != "" && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	place := func(id string) int {
		if at := slices.Index(order, id); at >= 0 {
			return at
		}
		return len(order)
	}
	slices.SortFunc(ids, func(a, b string) int {
		if n := place(a) - place(b); n != 0 {
			return n
		}
		return compare(a, b)
	})
	var out []ThenNow
	for _, id := range ids {
		x := ThenNow{Question: id}
		for _, p := range plans {
			y := ThenNowYear{p.Profile.SchoolYear, p.Survey.Open[id], p.Survey.Later[id]}
			if y.Then != "" || y.Now != "" {
				x.Years = append(x.Years, y)
			}
		}
		out = append(out, x)
	}
	return out
}
