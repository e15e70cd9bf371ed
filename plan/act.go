package plan

import (
	"bytes"
	"slices"

	"bekwaam/continuum"
)

// The acts below share a shape: they refuse a frozen version, work on a copy,
// check the result whole, and name what was done.

func change(p Plan, name string, args []string, do func(*Plan) error) (Change, error) {
	if err := p.writable(); err != nil {
		return Change{}, err
	}
	q := p.Clone()
	if err := do(&q); err != nil {
		return Change{}, err
	}
	inOrder(&q)
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: name, Args: args}}, nil
}

// Same reports whether a change left everything as it was.
// An empty list and none are the same.
func (c Change) Same(p Plan) bool { return bytes.Equal(WriteJSON(c.Plan), WriteJSON(p)) }

// EditProfile changes who the teacher is and where they work. field names
// what changed. With the employment or the starter rights, the lines that the
// pack offers change along; lines the teacher edited stay. With the framework,
// what is written moves to the other one as [Remap] does.
func EditProfile(p Plan, pack *continuum.Pack, field string, edit func(*Profile)) (Change, error) {
	return change(p, "profile.edit", []string{field}, func(q *Plan) error {
		edit(&q.Profile)
		if f := q.Profile.FTE; f <= 0 || f > unit4 {
			return &Error{Code: CodeRange, Item: "profile", Field: "fte", Args: []string{f.String()}}
		}
		if q.Profile.Framework != p.Profile.Framework {
			f := frameworkOf(*q, pack)
			if f == nil {
				return &Error{Code: CodeUnknown, Item: "profile", Field: "framework", Args: []string{q.Profile.Framework}}
			}
			refit(q, pack, frameworkOf(p, pack), f)
		}
		settleReceiver(q, pack, p)
		settleRights(q, pack, p.Profile)
		a, b := p.Profile, q.Profile
		if pack != nil && (a.Employment != b.Employment || a.CaoApplies != b.CaoApplies || a.CaoStarter != b.CaoStarter || a.PDG != b.PDG || a.Framework != b.Framework) {
			q.EntitlementLines = offerAgain(*q, pack)
		}
		return nil
	})
}

// AnswerOpen writes the answer to an open question; empty takes it away.
func AnswerOpen(p Plan, question, answer string) (Change, error) {
	return change(p, "survey.open", []string{question}, func(q *Plan) error {
		if q.Survey.Open == nil {
			q.Survey.Open = map[string]string{}
		}
		if q.Survey.Open[question] = answer; answer == "" {
			delete(q.Survey.Open, question)
		}
		return nil
	})
}

// AnswerContext answers a statement about the school, 1 to 4; 0 takes the
// answer away.
func AnswerContext(p Plan, item string, answer int) (Change, error) {
	return change(p, "survey.context", []string{item}, func(q *Plan) error {
		if q.Survey.Context == nil {
			q.Survey.Context = map[string]int{}
		}
		if q.Survey.Context[item] = answer; answer == 0 {
			delete(q.Survey.Context, item)
		}
		return nil
	})
}

// EditView changes the own view on a competence, making it where there is
// none. A view without any answer is taken away.
func EditView(p Plan, competence string, edit func(*View)) (Change, error) {
	return change(p, "view.edit", []string{competence}, func(q *Plan) error {
		at := slices.IndexFunc(q.Views, func(v View) bool { return v.Competence == competence })
		if at < 0 {
			q.Views, at = append(q.Views, View{Competence: competence}), len(q.Views)
		}
		edit(&q.Views[at])
		if v := q.Views[at]; v.Fits == "" && v.Want == 0 && v.Now == 0 && v.Note == "" {
			q.Views = slices.Delete(q.Views, at, at+1)
		}
		return nil
	})
}

// ClearViews takes away the views on some competences, as one act.
func ClearViews(p Plan, area string, competences []string) (Change, error) {
	return change(p, "view.clear", []string{area}, func(q *Plan) error {
		n := len(q.Views)
		q.Views = keepItems(q.Views, func(v View) bool { return !slices.Contains(competences, v.Competence) })
		if len(q.Views) == n {
			return &Error{Code: CodeNothing}
		}
		return nil
	})
}

// EditStart changes the own words on where the year begins.
func EditStart(p Plan, field string, edit func(*Start)) (Change, error) {
	return change(p, "start.edit", []string{field}, func(q *Plan) error { edit(&q.Start); return nil })
}

// EditFocus changes what the teacher looks at first, and why.
func EditFocus(p Plan, field string, edit func(*Focus)) (Change, error) {
	return change(p, "focus.edit", []string{field}, func(q *Plan) error { edit(&q.Focus); return nil })
}

// EditConditions changes what is needed to carry the plan out.
func EditConditions(p Plan, field string, edit func(*Conditions)) (Change, error) {
	return change(p, "conditions.edit", []string{field}, func(q *Plan) error { edit(&q.Conditions); return nil })
}

// EditShare changes what the teacher chose to show.
func EditShare(p Plan, field string, edit func(*Share)) (Change, error) {
	return change(p, "share.edit", []string{field}, func(q *Plan) error { edit(&q.Share); return nil })
}

// SetLanguage changes the language of the PDF.
func SetLanguage(p Plan, language string) (Change, error) {
	return change(p, "language", []string{language}, func(q *Plan) error { q.Language = language; return nil })
}

// AskCoach writes the question to the coach.
func AskCoach(p Plan, question string) (Change, error) {
	return change(p, "question", nil, func(q *Plan) error { q.QuestionToCoach = question; return nil })
}
