// Package continuum holds what the plans are written against: frameworks
// with their phases, areas, competences and sentences, and the catalogue of
// activities, evidence, entitlements, checks and roles that goes with them.
//
// Everything here is data, dated and versioned. A [Pack] is read elsewhere
// (package templates embeds one), resolved once with [Pack.Resolve] and never
// changed afterwards, so it may be shared freely. Nothing in this package
// assumes that there is one framework, knows what a plan is, or draws.
//
// # Ids
//
// A competence is named framework/area/competence, for instance
// nl-po/instructie/uitleg. An inherited competence carries the id of the
// framework that inherits it, so a plan never has to know the ancestry.
//
// # Words
//
// A sentence may hold placeholders such as {leerlingen}. They are filled in
// by one function, [Framework.Say], with the words of the framework.
package continuum

// Text is one text in the languages of a pack.
type Text struct {
	NL string `yaml:"nl"`
	EN string `yaml:"en"`
}

// In returns the text in lang ("nl" or "en"); Dutch is the fallback.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.NL
}

// IsZero reports whether there is no text at all.
func (t Text) IsZero() bool { return t == Text{} }

// Named is a thing with an id and a name.
type Named struct {
	ID   string `yaml:"id"`
	Name Text   `yaml:"name"`
}

// Pack is everything that one content pack offers.
type Pack struct {
	ID       string `yaml:"id"`
	Version  string `yaml:"version"`
	Compiled string `yaml:"compiled"`
	Status   Text   `yaml:"status"`

	// Digest is "sha256:" and the hex hash over the resolved pack; Resolve sets it.
	Digest string `yaml:"-"`

	Frameworks       []Framework       `yaml:"frameworks"`
	Overlays         []Overlay         `yaml:"overlays"`
	Survey           Survey            `yaml:"needs_survey"`
	GoalPrompts      []Prompt          `yaml:"goal_prompts"`
	Fields           []FieldGroup      `yaml:"plan_fields"`
	Checks           []Check           `yaml:"plan_checks"`
	Features         []Named           `yaml:"pd_features"`
	ActivityKinds    []ActivityKind    `yaml:"activity_kinds"`
	AreaSuggestions  []AreaSuggestion  `yaml:"area_suggestions"`
	EvidenceKinds    []EvidenceKind    `yaml:"evidence_kinds"`
	EvidenceQuality  []Named           `yaml:"evidence_quality"`
	NoteKinds        []Named           `yaml:"note_kinds"`
	ReflectionModels []ReflectionModel `yaml:"reflection_models"`
	PartnerRoles     []PartnerRole     `yaml:"partner_roles"`
	Funding          []FundingSource   `yaml:"funding_sources"`
	Entitlements     []Entitlement     `yaml:"entitlements"`
	Employment       []EmploymentType  `yaml:"employment_types"`
	Timelines        []Timeline        `yaml:"year_timelines"`
	BoardExport      BoardExport       `yaml:"board_export"`
	SignatureRoles   []SignatureRole   `yaml:"signature_roles"`
	Disclaimers      []Text            `yaml:"disclaimers"`
	Glossary         []Term            `yaml:"glossary"`
	Sources          []Source          `yaml:"sources"`
	Audiences        []Named           `yaml:"audiences"`
	Rules            Rules             `yaml:"rules"`
}

// Rules are the sentences of the pack that explain how it is meant.
type Rules struct {
	Evidence        Text   `yaml:"evidence"`
	AreaSuggestions Text   `yaml:"area_suggestions"`
	Entitlements    []Text `yaml:"entitlements"`
	Placeholders    Text   `yaml:"placeholders"`
	IDs             Text   `yaml:"ids"`
}

// Term is one entry of the glossary.
type Term struct {
	Term string `yaml:"term"`
	EN   string `yaml:"en"`
	Note Text   `yaml:"note"`
}

// Source is where a fact of the pack comes from.
type Source struct {
	ID    string `yaml:"id"`
	URL   string `yaml:"url"`
	Year  string `yaml:"year"`
	About string `yaml:"about"`
}
