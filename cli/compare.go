package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func (r *run) compareCommand() *cobra.Command {
	return r.withJSON(r.command("compare PLAN PLAN… [--json]", "compare", 2, -1, func(args []string) error {
		return r.withStore(func(s *session) error {
			var plans []plan.Plan
			for _, sel := range args {
				p, err := s.plan(sel)
				if err != nil {
					return err
				}
				plans = append(plans, p)
			}
			slices.SortStableFunc(plans, func(a, b plan.Plan) int { return a.FirstYear() - b.FirstYear() })
			s.pack = s.packFor(plans[len(plans)-1])
			return s.years(plans)
		})
	}))
}

// yearsApart are plans side by side, in words.
type yearsApart struct {
	Places   []placeApart  `json:"places"`
	ThenNow  []answerApart `json:"then_and_now"`
	Adjusted []goalApart   `json:"goals_adjusted"`
}

type placeApart struct {
	Competence string      `json:"competence"`
	Moved      bool        `json:"moved"`
	Years      []placeYear `json:"years"`
}

type placeYear struct {
	Year     string   `json:"year"`
	Fits     string   `json:"fits"`
	Sentence string   `json:"sentence"`
	Goals    []string `json:"goals"`
	Evidence []string `json:"evidence"`
	Seen     []string `json:"seen"`
}

type answerApart struct {
	Question string       `json:"question"`
	Years    []answerYear `json:"years"`
}

type answerYear struct {
	Year string `json:"year"`
	Then string `json:"then"`
	Now  string `json:"now"`
}

type goalApart struct {
	Year  string `json:"year"`
	Goal  string `json:"goal"`
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// years sets plans side by side, competence by competence and question by
// question, in words.
func (s *session) years(plans []plan.Plan) error {
	f, err := s.framework(plans[len(plans)-1])
	if err != nil {
		return err
	}
	x := yearsApart{Places: []placeApart{}, ThenNow: []answerApart{}, Adjusted: []goalApart{}}
	for _, p := range plan.Places(f, plans...) {
		one := placeApart{Competence: p.Competence, Moved: p.Moved()}
		for _, y := range p.Years {
			one.Years = append(one.Years, placeYear{y.Year, y.Fits, s.sentence(f, p.Competence, y.Fits), list(y.Goals), list(y.Evidence), list(y.Seen)})
		}
		x.Places = append(x.Places, one)
	}
	var order []string
	for _, q := range s.pack.Survey.Open {
		order = append(order, q.ID)
	}
	for _, q := range plan.ThenAndNow(order, plans...) {
		one := answerApart{Question: q.Question}
		for _, y := range q.Years {
			one.Years = append(one.Years, answerYear(y))
		}
		x.ThenNow = append(x.ThenNow, one)
	}
	for _, p := range plans {
		if p.Midyear != nil {
			for _, a := range p.Midyear.GoalsAdjusted {
				x.Adjusted = append(x.Adjusted, goalApart{p.Profile.SchoolYear, a.Goal, a.Field, a.From, a.To})
			}
		}
	}
	if s.json {
		return s.printJSON(x)
	}
	for _, p := range x.Places {
		s.print("%s", s.competenceName(f, p.Competence))
		for _, y := range p.Years {
			s.print("  %s  %s", text.FormatSchoolYear(y.Year), or(clean(y.Sentence)))
		}
	}
	for _, q := range x.ThenNow {
		s.print("\n%s", clean(s.questionName(plans[len(plans)-1], q.Question)))
		for _, y := range q.Years {
			s.print("  %s  %s", text.FormatSchoolYear(y.Year), s.t.T("cli.compare.then", "Words", or(clean(y.Then))))
			s.print("  %s  %s", text.FormatSchoolYear(y.Year), s.t.T("cli.compare.now", "Words", or(clean(y.Now))))
		}
	}
	return nil
}

// sentence is what an answer of the scale fits says about a competence.
func (s *session) sentence(f *continuum.Framework, competence, fits string) string {
	if _, c, ok := f.Competence(competence); ok {
		if words, ok := c.Indicators[fits]; ok {
			return f.Say(words, s.lang)
		}
	}
	if scale, ok := s.pack.Scale("fits"); ok {
		for _, x := range scale.ByID {
			if x.ID == fits {
				return f.Say(x.Text, s.lang)
			}
		}
	}
	return ""
}

// questionName is an open question in words.
func (s *session) questionName(p plan.Plan, id string) string {
	for _, q := range s.pack.Survey.Open {
		if q.ID == id {
			return plan.Words(p, s.pack).Say(q.Text, s.lang)
		}
	}
	return id
}
