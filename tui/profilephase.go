package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// phase is the formal phase: a decision of the board that the teacher copies
// here. Choosing one dates it today and names the board; both can be changed
// in the two fields that appear below it.
func (s *profile) phase() field {
	b := s.bound("phase", nil, nil)
	b.get = func(e *env) string {
		if r := e.plan.Profile.PhaseRecorded; r != nil {
			return r.Phase
		}
		return ""
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		return plan.EditProfile(e.plan, e.pack(), "phase", func(p *plan.Profile) {
			switch {
			case v == "":
				p.PhaseRecorded = nil
			case p.PhaseRecorded == nil:
				p.PhaseRecorded = &plan.PhaseRecorded{Phase: v, Date: e.today(), By: p.Board}
			default:
				p.PhaseRecorded.Phase = v
			}
		})
	}
	return newChoice(b, func(e *env) []option {
		out := []option{{"", e.t.T("s10.phase.none")}}
		for _, p := range e.fw.Phases {
			out = append(out, option{p.ID, e.say(p.Name)})
		}
		return out
	})
}

// recorded is the decision, or an empty one where there is none.
func recorded(p plan.Profile) plan.PhaseRecorded {
	if p.PhaseRecorded == nil {
		return plan.PhaseRecorded{}
	}
	return *p.PhaseRecorded
}

// phaseBy is who decided the phase.
func (s *profile) phaseBy() field {
	return newText(s.bound("phase-by", func(p plan.Profile) string { return recorded(p).By },
		func(p *plan.Profile, v string) error {
			if p.PhaseRecorded != nil {
				p.PhaseRecorded.By = v
			}
			return nil
		}))
}

// phaseDate is the day of the decision.
func (s *profile) phaseDate() field {
	b := s.bound("phase-date", nil, nil)
	b.preset = true
	b.get = func(e *env) string { return dayText(e, recorded(e.plan.Profile).Date) }
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err == nil && d.IsZero() {
			err = &text.ParseError{Kind: text.KindDate, Code: text.CodeEmpty, Input: v}
		}
		if err != nil {
			return plan.Change{}, err
		}
		return plan.EditProfile(e.plan, e.pack(), "phase", func(p *plan.Profile) {
			if p.PhaseRecorded != nil {
				p.PhaseRecorded.Date = d
			}
		})
	}
	return newText(b)
}

// frameworkRow says which framework the plan is written with. It changes
// with the sector.
func (s *profile) frameworkRow() field {
	b := bound{id: "pinned", label: "s10.pinned", width: profileLabels}
	b.get = func(*env) string { return "" }
	b.set = func(e *env, _ string) (plan.Change, error) { return plan.Change{Plan: e.plan}, nil }
	return newChoice(b, func(e *env) []option {
		name, _, _ := strings.Cut(sectorName(e, e.fw), " (")
		year, _, _ := strings.Cut(e.fw.ValidFrom, "-")
		return []option{{"", e.t.T("s10.pinned.words", "Name", name, "Year", year)}}
	})
}
