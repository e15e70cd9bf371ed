package tui

import (
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
	return &phaseField{choiceField: newChoice(b, func(e *env) []option {
		out := []option{{"", e.t.T("s10.phase.none")}}
		for _, p := range e.fw.Phases {
			out = append(out, option{p.ID, e.say(p.Name)})
		}
		return out
	})}
}

// phaseField shows beside the phase who decided it and when.
type phaseField struct{ *choiceField }

func (f *phaseField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out, cur := f.choiceField.Lines(e, w, focused)
	if r := e.plan.Profile.PhaseRecorded; r != nil {
		by := firstOf(r.By, text.Nothing)
		out = append(out, spaces(f.width)+e.st.Label.Render(text.Cut(
			e.t.T("s10.phase.by", "Date", text.FormatDate(r.Date, e.lang(), text.Medium), "By", by), w-f.width)))
	}
	return out, cur
}

// frameworkRow says which framework the plan is written with. It changes
// with the sector.
func (s *profile) frameworkRow() field {
	b := bound{id: "pinned", label: "s10.pinned", width: profileLabels}
	b.get = func(*env) string { return "" }
	b.set = func(e *env, _ string) (plan.Change, error) { return plan.Change{Plan: e.plan}, nil }
	return newChoice(b, func(e *env) []option { return []option{{"", e.t.T("s10.pinned.words", "Name", e.say(e.fw.Name))}} })
}
