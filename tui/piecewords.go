package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// wording is a field of a piece as people read it.
type wording struct{ label, text string }

// pieceName is what a piece of p is called in a list.
func pieceName(e *env, p plan.Plan, x plan.Piece) string {
	switch x.Kind {
	case plan.PieceGoal:
		for i, g := range p.Goals {
			if g.ID == x.ID {
				return e.t.T("s141.goal", "Number", i+1, "Name", firstOf(g.Title, g.Question))
			}
		}
	case plan.PieceActivity:
		if a, ok := activityOf(p, x.ID); ok {
			return e.t.T("s141.activity", "Name", activityCalled(e, a))
		}
	case plan.PieceAgreement:
		return e.t.T("s141.agreement", "Name", itemName(p, x.ID))
	case plan.PieceEvidence:
		for _, v := range p.Evidence {
			if v.ID == x.ID {
				return e.t.T("s141.evidence", "Name", v.Title)
			}
		}
	case plan.PieceObservation:
		for _, o := range p.Observations {
			if o.ID == x.ID {
				return e.t.T("s141.observation", "Date", text.FormatDate(o.Date, e.lang(), text.Medium))
			}
		}
	case plan.PieceView:
		return e.t.T("s141.view", "Name", competenceName(e, x.ID))
	case plan.PieceEvaluation:
		return e.t.T("s141.evaluation", "Name", itemName(p, strings.TrimPrefix(x.ID, "evaluation/")))
	}
	return e.t.T("s141.piece." + string(x.Kind))
}

// pieceAbout is what something is called that a note is about.
func pieceAbout(e *env, p plan.Plan, about string) string {
	for _, x := range plan.Pieces(p) {
		if x.ID == about {
			return pieceName(e, p, x)
		}
	}
	if strings.Contains(about, "/") && !strings.HasPrefix(about, "evaluation/") {
		return competenceName(e, about)
	}
	return e.t.T("s141.gone")
}

// activityCalled is what an activity is called: its own words, or its kind.
func activityCalled(e *env, a plan.Activity) string {
	if a.Description == "" {
		if k := kindOf(e, a); k != nil {
			return e.say(k.Name)
		}
	}
	s, _ := text.Line(a.Description, longMax)
	return s
}

// pieceWords is what a piece of p says, field by field, without those that are
// empty.
func pieceWords(e *env, p plan.Plan, x plan.Piece) []wording {
	var out []wording
	add := func(label, words string) {
		if words = strings.TrimSpace(words); words != "" && words != text.Nothing {
			out = append(out, wording{fieldLabel(e, p, label), words})
		}
	}
	day := func(d text.Date) string { return dayText(e, d) }
	switch x.Kind {
	case plan.PieceWhole:
		add("s141.f.asks", p.QuestionToCoach)
	case plan.PieceProfile:
		profileWords(e, p.Profile, add)
	case plan.PieceGoal:
		for _, g := range p.Goals {
			if g.ID == x.ID {
				goalWords(e, g, add)
			}
		}
	case plan.PieceActivity:
		if a, ok := activityOf(p, x.ID); ok {
			activityWords(e, p, a, add)
		}
	case plan.PieceConditions:
		c := p.Conditions
		add("s60.support", c.Support)
		add("s60.time", c.Time)
		add("s60.replacement", c.Replacement)
		add("s60.promises", strings.Join(c.Promises, "\n"))
		add("s60.material", c.Material)
	case plan.PieceAgreement:
		for _, a := range p.Agreements {
			if a.ID == x.ID {
				add("s60.field.what", a.What)
				add("s60.field.who", a.Who)
				add("s60.field.by", day(a.ByWhen))
				if a.Done {
					add("s60.field.kept", e.t.T("agreement.kept"))
				}
			}
		}
	case plan.PieceEvidence:
		for _, v := range p.Evidence {
			if v.ID == x.ID {
				add("s141.f.title", v.Title)
				if k, ok := e.pack().EvidenceKind(v.Kind); ok {
					add("s141.f.kind", e.say(k.Name))
				}
				add("s141.f.date", day(v.Date))
				add("s52.note", v.Note)
			}
		}
	case plan.PieceView:
		for _, v := range p.Views {
			if v.Competence == x.ID {
				for _, point := range pointsOf(e, v.Competence) {
					if point.id == v.Fits {
						add("s141.f.fits", point.words)
					}
				}
				if w := wishes(e); v.Want > 0 && v.Want <= len(w) {
					add("s141.f.want", e.say(w[v.Want-1]))
				}
			}
		}
	case plan.PieceOpen:
		for _, q := range e.pack().Survey.Open {
			if answer := p.Survey.Open[q.ID]; answer != "" {
				out = append(out, wording{e.say(q.Text), answer})
			}
		}
	default:
		out = append(out, lookBackWords(e, p, x)...)
	}
	return out
}

// fewestSame is from how many words on a common beginning gives way to "…".
const fewestSame = 4

// fromTheFirstChange leaves out how two texts begin alike.
func fromTheFirstChange(was, now string) (before, after string) {
	a, b := strings.Fields(was), strings.Fields(now)
	same := 0
	for same < min(len(a), len(b))-1 && a[same] == b[same] {
		same++
	}
	if same < fewestSame || strings.Contains(was+now, "\n") {
		return was, now
	}
	return "…" + strings.Join(a[same:], " "), "…" + strings.Join(b[same:], " ")
}

// wordingsThatDiffer are the fields that do not say the same: the label with
// what it said before and what it says now.
func wordingsThatDiffer(was, now []wording) (labels []string, before, after map[string]string) {
	before, after = map[string]string{}, map[string]string{}
	for _, w := range was {
		before[w.label] = w.text
	}
	for _, w := range now {
		after[w.label] = w.text
	}
	for _, w := range slices.Concat(now, was) {
		if before[w.label] != after[w.label] && !slices.Contains(labels, w.label) {
			labels = append(labels, w.label)
		}
	}
	return labels, before, after
}
