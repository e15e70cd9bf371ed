package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// domains are those of the pack, and those that the observation has besides:
// words of the instrument itself.
func domains(e *env, o plan.Observation) []string {
	var out []string
	for _, v := range e.pack().OverlaysFor(e.fw.ID) {
		if v.ID != plan.ScoreOverlay {
			continue
		}
		for _, x := range v.Items {
			out = append(out, x.ID)
		}
	}
	for _, s := range o.ICALTScores {
		if !slices.Contains(out, s.Domain) {
			out = append(out, s.Domain)
		}
	}
	return out
}

func domainName(e *env, id string) string {
	if v, ok := e.pack().Overlay(plan.ScoreOverlay); ok {
		for _, x := range v.Items {
			if x.ID == id {
				return e.say(x.Name)
			}
		}
	}
	return id
}

// scoreKind names the reader of a score in the sentences of the catalogue.
const scoreKind text.Kind = "score"

// scores are the fields of what an instrument gave, copied as it stands
// there.
func (s *observationForm) scores(e *env, o plan.Observation) []field {
	var out []field
	for i, d := range domains(e, o) {
		f := s.kept("score/"+d, func() field { return s.score(d) }).(*scoreField)
		f.first = i == 0
		out = append(out, f)
	}
	return out
}

func (s *observationForm) score(d string) field {
	b := s.bind("score/"+d, "icalt_scores", func(e *env, o plan.Observation) string {
		for _, x := range o.ICALTScores {
			if x.Domain == d {
				return scoreText(e, x.Score)
			}
		}
		return ""
	}, func(_ *env, o *plan.Observation, v string) error {
		next := slices.DeleteFunc(slices.Clone(o.ICALTScores), func(x plan.Score) bool { return x.Domain == d })
		if v != "" {
			n, err := text.ParseDecimal4(v)
			x := plan.Score{Domain: d, Score: plan.Decimal(n)}
			if err != nil || !x.InRange() {
				return &text.ParseError{Kind: scoreKind, Code: text.CodeRange, Input: v}
			}
			next = append(next, x)
		}
		o.ICALTScores = next
		return nil
	})
	b.caption = func(e *env) string { return text.Cut(domainName(e, d), observationLabels-1) }
	b.preset = true
	return &scoreField{textField: newText(b)}
}

// scoreText is a score with at least one decimal: 3,0.
func scoreText(e *env, d plan.Decimal) string {
	return text.FormatDecimal1(int64(d), e.lang())
}

// scoreWords is all that an instrument gave, on one line.
func scoreWords(e *env, o plan.Observation) string {
	var gave []string
	for _, d := range domains(e, o) {
		for _, s := range o.ICALTScores {
			if s.Domain == d {
				gave = append(gave, domainName(e, d)+" "+scoreText(e, s.Score))
			}
		}
	}
	return strings.TrimSuffix(strings.Join([]string{o.Instrument, strings.Join(gave, " · ")}, ": "), ": ")
}

// scoreField is the score of one domain; the first one says what they are.
type scoreField struct {
	*textField
	first bool
	head  int // lines above it, as it was drawn last
}

func (f *scoreField) MarkLine() int { return f.head }

func (f *scoreField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	ls, cur := f.textField.Lines(e, w, focused)
	var head []string
	if f.first {
		head = []string{""}
		for _, l := range text.Wrap(e.t.T("s91.scores"), w) {
			head = append(head, e.st.Label.Render(l))
		}
	}
	if f.head = len(head); cur != nil {
		cur.Line += f.head
	}
	return append(head, ls...), cur
}
