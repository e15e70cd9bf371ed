package plan

import (
	"bytes"
	"reflect"
)

// LookBack is what a file about a moment of the year holds: blocks of the plan
// document, and nothing else of it.
type LookBack struct {
	Midyear     *Midyear      `json:"midyear"`
	Evaluation  *Evaluation   `json:"evaluation"`
	CarriedOver []CarriedOver `json:"carried_over"`

	Unknown []Member `json:"-"`
}

func init() { cacheFields(reflect.TypeFor[LookBack]()) }

// The moments of the year that a file can be about.
const (
	MomentHalfway    = "half-way"
	MomentEvaluation = "evaluation"
)

// ReadLookBack reads a file about a moment, as JSON or YAML within the limits
// of [Read]: the blocks as a plan document has them, or, without a key of the
// block, what stands in it. CodeFormat where the block is not there,
// CodeUnknown for a key that is no part of it.
func ReadLookBack(data []byte, moment string) (LookBack, error) {
	block := map[string]string{MomentHalfway: "midyear", MomentEvaluation: "evaluation"}[moment]
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var t any
	var err error
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '{' {
		t, err = jsonTree(data, documentLimits)
	} else {
		t, err = yamlTree(data)
	}
	if err != nil {
		return LookBack{}, err
	}
	o, ok := t.(Object)
	if !ok || block == "" || len(o) == 0 {
		return LookBack{}, &Error{Code: CodeFormat}
	}
	if _, ok := o.Get(block); !ok {
		o = Object{{Key: block, Value: o}}
	}
	c := cleaner{}
	c.tree(o)
	if c.twice != nil {
		return LookBack{}, c.twice
	}
	var b LookBack
	if err := fromTree(reflect.ValueOf(&b).Elem(), o, "", 0); err != nil {
		return LookBack{}, err
	}
	return b, b.strange()
}

// strange returns the first key that no moment has: a file about a moment has
// nobody who could keep it.
func (b LookBack) strange() error {
	all := [][]Member{b.Unknown}
	if b.Midyear != nil {
		all = append(all, b.Midyear.Unknown)
		for _, a := range b.Midyear.GoalsAdjusted {
			all = append(all, a.Unknown)
		}
	}
	if b.Evaluation != nil {
		all = append(all, b.Evaluation.Unknown)
		for _, e := range b.Evaluation.PerGoal {
			all = append(all, e.Unknown)
		}
	}
	for _, members := range all {
		for _, m := range members {
			return &Error{Code: CodeUnknown, Field: m.Key, Line: m.Line, Args: []string{m.Key}}
		}
	}
	return nil
}

// Acting is an act with everything but the plan given.
type Acting func(Plan) (Change, error)

// HalfwayActs are the acts that bring a look back half-way into a plan, one
// after another, and end it. A goal that is adjusted gets its new text, and
// the text that it has is kept as the older one.
func HalfwayActs(b LookBack, by Actor) []Acting {
	m := b.Midyear
	if m == nil {
		return nil
	}
	var out []Acting
	for _, a := range m.GoalsAdjusted {
		out = append(out, func(p Plan) (Change, error) { return AdjustGoal(p, a.Goal, a.Field, a.To) })
	}
	return append(out,
		func(p Plan) (Change, error) {
			return EditMidyear(p, "", func(x *Midyear) {
				adjusted := x.GoalsAdjusted
				*x = clone(*m)
				x.GoalsAdjusted = adjusted
			})
		},
		func(p Plan) (Change, error) { return EndMidyear(p, by) })
}

// EvaluationActs are the acts that bring a look back at the end into a plan.
func EvaluationActs(b LookBack) []Acting {
	v := b.Evaluation
	if v == nil {
		return nil
	}
	out := []Acting{func(p Plan) (Change, error) {
		return EditEvaluation(p, "", func(x *Evaluation) { x.Date, x.SummaryForBoard = v.Date, v.SummaryForBoard })
	}}
	for _, g := range v.PerGoal {
		out = append(out, func(p Plan) (Change, error) {
			return EvaluateGoal(p, g.Goal, "", func(x *GoalEvaluation) {
				*x = clone(g)
				switch {
				case x.Outcome == "" && x.CarriedOver:
					x.Outcome = CarriesOver
				case x.Outcome != "":
					x.CarriedOver = x.Outcome == CarriesOver
				}
			})
		})
	}
	for _, c := range b.CarriedOver {
		out = append(out, func(p Plan) (Change, error) { return AskNextYear(p, c.FromGoal, c.ToYear, c.Question) })
	}
	return out
}
