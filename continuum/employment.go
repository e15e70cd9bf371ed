package continuum

import "maps"

// EmploymentType is how somebody works. CaoApplies is "yes", "no", "check"
// where the teacher has to find out, or "not_applicable_decree" where a decree
// takes the place of an agreement. Employer is who the work is for: "board",
// "client", or "none" between jobs; empty is a board where an agreement or
// decree may hold. RecipientEvaluates says that whoever receives the plan also
// evaluates the teacher.
type EmploymentType struct {
	ID                 string          `yaml:"id" json:"id,omitzero"`
	Name               Text            `yaml:"name" json:"name,omitzero"`
	CaoApplies         string          `yaml:"cao_applies" json:"cao_applies,omitzero"`
	Employer           string          `yaml:"employer" json:"employer,omitzero"`
	Several            bool            `yaml:"several" json:"several,omitzero"` // several employers, each with a file of its own
	Recipient          Text            `yaml:"pdf_recipient" json:"pdf_recipient,omitzero"`
	TypicalFunding     []string        `yaml:"typical_funding" json:"typical_funding,omitzero"`
	Frameworks         []string        `yaml:"frameworks" json:"frameworks,omitzero"`
	Question           Text            `yaml:"question" json:"question,omitzero"`
	RecipientEvaluates bool            `yaml:"recipient_evaluates" json:"recipient_evaluates,omitzero"`
	Vocabulary         map[string]Text `yaml:"vocabulary" json:"vocabulary,omitzero"`     // in the place of the framework's
	Placeholders       map[string]Text `yaml:"placeholders" json:"placeholders,omitzero"` // in the place of the framework's
}

// The answers to whom somebody works for.
const (
	ForBoard  = "board"
	ForClient = "client"
	ForNobody = "none"
)

// HasBoard reports whether a school board employs somebody who works so.
func (t *EmploymentType) HasBoard() bool {
	return t.Employer == ForBoard || t.Employer == "" && t.CaoApplies != "no"
}

// HasWork reports whether there is work at all: not between jobs.
func (t *EmploymentType) HasWork() bool { return t.Employer != ForNobody }

// Asked reports whether the teacher has to find out if the agreement holds.
func (t *EmploymentType) Asked() bool { return t.CaoApplies == "check" }

// Working returns the framework in the words of a way of working, such as a
// client in the place of the board: a copy where t has words of its own for
// something, and otherwise f itself.
func (f *Framework) Working(t *EmploymentType) *Framework {
	if t == nil || len(t.Vocabulary)+len(t.Placeholders) == 0 {
		return f
	}
	g := *f
	g.Vocabulary, g.Placeholders = maps.Clone(f.Vocabulary), maps.Clone(f.Placeholders)
	if g.Vocabulary == nil {
		g.Vocabulary = map[string]Text{}
	}
	if g.Placeholders == nil {
		g.Placeholders = map[string]Text{}
	}
	maps.Copy(g.Vocabulary, t.Vocabulary)
	maps.Copy(g.Placeholders, t.Placeholders)
	return &g
}
