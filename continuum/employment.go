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

// Route is a way into teaching of somebody who is not yet startbekwaam, or not
// any more: a fact that the teacher records with its dates, and never a phase.
// Study says that it is what the profile calls pdg, with an answer of its own.
type Route struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Name       Text     `yaml:"name" json:"name,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"`
	Study      bool     `yaml:"study" json:"study,omitzero"`
}

// RoutesFor returns the ways into teaching where a framework holds.
func (p *Pack) RoutesFor(framework string) []*Route {
	return choose(p.Routes, func(r *Route) bool { return p.serves(r.Frameworks, framework) })
}

// Route returns the way into teaching with this id.
func (p *Pack) Route(id string) (*Route, bool) {
	for i := range p.Routes {
		if p.Routes[i].ID == id {
			return &p.Routes[i], true
		}
	}
	return nil, false
}
