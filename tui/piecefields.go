package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// ownLabels are the labels of one's own plan, where a coach reads another
// one: they speak to whoever wrote it.
var ownLabels = map[string]string{
	"s141.f.group": "s10.group", "s141.f.why": "s41.why", "s141.f.behaviour": "s41.behaviour", "s141.f.step": "s41.step",
	"s141.f.letgo": "s41.letgo", "s141.f.evidence": "s41.evidence", "s141.f.learned": "s52.learned",
}

// fieldLabel is the label of a field for whoever reads p.
func fieldLabel(e *env, p plan.Plan, id string) string {
	if own := ownLabels[id]; own != "" && !p.IsCopy() {
		id = own
	}
	return e.t.T(id)
}

func profileWords(e *env, p plan.Profile, add func(label, words string)) {
	add("s141.f.function", p.Function)
	add("s10.school", p.School)
	add("s10.board", p.Board)
	add("s141.f.group", p.Group)
	add("s10.fte", text.FormatShare(int64(p.FTE), e.lang()))
	if p.InductionYear > 0 {
		add("s141.f.year", itoa(p.InductionYear))
	}
	if p.Coach != nil {
		add("s141.f.coach", p.Coach.Name)
	}
	if p.Manager != nil {
		add("s141.f.manager", p.Manager.Name)
	}
}

func goalWords(e *env, g plan.Goal, add func(label, words string)) {
	add("s41.question", g.Question)
	add("s41.title", g.Title)
	add("s141.f.why", g.WhyForPupils)
	add("s41.signs", g.Signs)
	add("s141.f.behaviour", g.TargetBehaviour)
	add("s141.f.step", g.SmallestStep)
	add("s141.f.letgo", g.LetGo)
	var about []string
	for _, c := range g.Competences {
		about = append(about, competenceName(e, c))
	}
	add("s41.competence", strings.Join(about, "\n"))
	add("s41.deadline", dayText(e, g.Deadline))
	add("s41.school", g.LinkSchool)
	add("s141.f.evidence", g.EvidencePlanned)
	if g.KeptFor != "" {
		add("s141.f.keptfor", text.FormatSchoolYear(g.KeptFor))
	}
}

func activityWords(e *env, p plan.Plan, a plan.Activity, add func(label, words string)) {
	add("s52.what", activityCalled(e, a))
	var goals []string
	for _, id := range a.Goals {
		goals = append(goals, itemName(p, id))
	}
	if a.AllGoals {
		goals = []string{e.t.T("s52.goals.all")}
	}
	add("s52.goals", strings.Join(goals, "\n"))
	add("s52.with", partnerWords(e, a.Partner))
	add("s141.f.when", monthNames(e, a))
	if a.Hours != nil {
		add("s52.hours", quarters(e, *a.Hours))
	}
	if a.Cost > 0 {
		add("s52.cost", money(e, a.Cost))
		add("s52.payer", fundingWords(e, a.Funding))
	}
	if a.Status != plan.Planned {
		add("s52.status", e.t.T("activity."+a.Status))
	}
	add("s141.f.reason", a.StatusReason)
	add("s141.f.learned", a.Learned)
	add("s141.f.evidence", a.EvidencePlanned)
	add("s52.note", a.Note)
}

// lookBackWords are those of what somebody saw, of what was brought, and of
// the looks back.
func lookBackWords(e *env, p plan.Plan, x plan.Piece) []wording {
	var out []wording
	add := func(label, words string) {
		if words = strings.TrimSpace(words); words != "" {
			out = append(out, wording{fieldLabel(e, p, label), words})
		}
	}
	switch x.Kind {
	case plan.PieceObservation:
		for _, o := range p.Observations {
			if o.ID != x.ID {
				continue
			}
			if o.By != nil {
				add("s141.f.by", o.By.Name)
			}
			var about []string
			for _, c := range o.Competences {
				about = append(about, competenceName(e, c))
			}
			add("s141.f.about", strings.Join(about, "\n"))
			add("s141.f.saw", o.Text)
		}
	case plan.PieceStart:
		if b := p.Start.Brought; b != nil {
			add("s141.f.strengths", strings.Join(b.Strengths, "\n"))
			add("s141.f.questions", strings.Join(b.Questions, "\n"))
		}
	case plan.PieceMidyear:
		if m := p.Midyear; m != nil {
			add("s141.f.worked", m.WhatWorked)
			add("s141.f.changes", m.WhatChanges)
			add("s141.f.summary", m.SummaryForBoard)
		}
	case plan.PieceEvaluation:
		if p.Evaluation != nil {
			for _, v := range p.Evaluation.PerGoal {
				if "evaluation/"+v.Goal == x.ID {
					add("s141.f.result", v.Result)
					add("s141.f.effect", v.EffectOnPupils)
					add("s141.f.next", v.Next)
					add("s141.f.reason", v.Reason)
				}
			}
		}
	}
	return out
}
