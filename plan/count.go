package plan

import (
	"slices"

	"bekwaam/text"
)

// OwnCount is a sign of a goal as a question for Friday, in the teacher's own
// words, with a mark for each week in which it was answered. It is nobody
// else's.
type OwnCount struct {
	Question string `json:"question"`
	Marks    []Mark `json:"marks"`

	Unknown []Member `json:"-"`
}

// Mark is the answer for the week in which Date falls.
type Mark struct {
	Date text.Date `json:"date"`
	Mark string    `json:"mark"` // yes, some, no or not-counted

	Unknown []Member `json:"-"`
}

// The answers to a Friday question. A week that was not counted is no no.
const (
	MarkYes        = "yes"
	MarkSome       = "some"
	MarkNo         = "no"
	MarkNotCounted = "not-counted"
)

// Marks lists the answers in the order in which they are offered.
var Marks = []string{MarkYes, MarkSome, MarkNo, MarkNotCounted}

// AskOnFriday makes the sign of a goal a question for Friday, or changes its
// words; the marks stay. "" takes the question and its marks away.
func AskOnFriday(p Plan, goal, question string) (Change, error) {
	c, err := goalItems.edit(p, goal, "own_count", func(g *Goal) {
		switch {
		case question == "":
			g.OwnCount = nil
		case g.OwnCount == nil:
			g.OwnCount = &OwnCount{Question: question}
		default:
			g.OwnCount.Question = question
		}
	})
	return c.as(err, "count.ask", goal)
}

// MarkWeek answers the Friday question of a goal for the week in which a day
// falls; a week has one mark, and "" takes it away. CodeRequired where the
// goal has no question, CodeUnknown for another answer.
func MarkWeek(p Plan, goal string, on text.Date, mark string) (Change, error) {
	if mark != "" && !slices.Contains(Marks, mark) {
		return Change{}, &Error{Code: CodeUnknown, Item: goal, Field: "mark", Args: []string{mark}}
	}
	if on.IsZero() {
		return Change{}, &Error{Code: CodeRequired, Item: goal, Field: "date"}
	}
	asked := true
	c, err := goalItems.edit(p, goal, "own_count", func(g *Goal) {
		if asked = g.OwnCount != nil; !asked {
			return
		}
		list := keepItems(g.OwnCount.Marks, func(m Mark) bool { return Monday(m.Date) != Monday(on) })
		if mark != "" {
			list = append(list, Mark{Date: on, Mark: mark})
		}
		slices.SortStableFunc(list, func(a, b Mark) int { return a.Date.Compare(b.Date) })
		g.OwnCount.Marks = list
	})
	if err == nil && !asked {
		return Change{}, &Error{Code: CodeRequired, Item: goal, Field: "own_count"}
	}
	return c.as(err, "count.mark", goal, mark)
}

// Monday is the first day of the week in which a day falls.
func Monday(d text.Date) text.Date {
	monday := text.Date{Year: 2024, Month: 1, Day: 1}
	return d.AddDays(-((monday.DaysUntil(d)%7 + 7) % 7))
}

// WeekMark is one week of a strip: its Monday, and the mark, "" where the
// question was not answered.
type WeekMark struct {
	Monday text.Date
	Mark   string
}

// Strip returns the weeks of the school year of a goal with their marks.
// Without a school year it goes from the first mark to the last.
func Strip(p Plan, g Goal) []WeekMark {
	if g.OwnCount == nil {
		return nil
	}
	marks := map[text.Date]string{}
	first, last, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	for i, m := range g.OwnCount.Marks {
		marks[Monday(m.Date)] = m.Mark
		if !ok && i == 0 {
			first = m.Date
		}
		if !ok {
			last = m.Date
		}
	}
	var out []WeekMark
	if first.IsZero() {
		return nil
	}
	for d := Monday(first); !last.Before(d) && len(out) < 60; d = d.AddDays(7) {
		out = append(out, WeekMark{d, marks[d]})
	}
	return out
}
