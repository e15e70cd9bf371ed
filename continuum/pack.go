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
// # Reading order of this package
//
// [Pack.Resolve] applies inheritance, validates and indexes; lookups such as
// [Pack.Framework] and choices such as [Pack.KindsFor] work on a resolved pack.
// [Distance], [WidestGaps] and [Proposals] reckon with the views of a teacher
// and are pure functions.
//
// # Words
//
// A sentence may hold placeholders such as {leerlingen}. They are filled in
// by one function, [Framework.Say], with the words of the framework.
package continuum

// Text is one text in the languages of a pack.
type Text struct {
	NL string `yaml:"nl" json:"nl,omitzero"`
	EN string `yaml:"en" json:"en,omitzero"`
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
	ID   string `yaml:"id" json:"id,omitzero"`
	Name Text   `yaml:"name" json:"name,omitzero"`
}

// Pack is everything that one content pack offers.
type Pack struct {
	ID       string `yaml:"id" json:"id,omitzero"`
	Version  string `yaml:"version" json:"version,omitzero"`
	Compiled string `yaml:"compiled" json:"compiled,omitzero"`
	Status   Text   `yaml:"status" json:"status,omitzero"`

	// Digest is "sha256:" and the hex hash over the resolved pack, which is
	// the bytes of Encode; Resolve sets it.
	Digest string `yaml:"-" json:"-"`

	// FrameworkOrder is the order in which people choose from the frameworks;
	// one that it does not name comes behind.
	FrameworkOrder []string `yaml:"framework_order" json:"framework_order,omitzero"`

	Frameworks       []Framework       `yaml:"frameworks" json:"frameworks,omitzero"`
	Overlays         []Overlay         `yaml:"overlays" json:"overlays,omitzero"`
	Survey           Survey            `yaml:"needs_survey" json:"needs_survey,omitzero"`
	GoalPrompts      []Prompt          `yaml:"goal_prompts" json:"goal_prompts,omitzero"`
	Fields           []FieldGroup      `yaml:"plan_fields" json:"plan_fields,omitzero"`
	Checks           []Check           `yaml:"plan_checks" json:"plan_checks,omitzero"`
	Features         []Named           `yaml:"pd_features" json:"pd_features,omitzero"`
	ActivityKinds    []ActivityKind    `yaml:"activity_kinds" json:"activity_kinds,omitzero"`
	AreaSuggestions  []AreaSuggestion  `yaml:"area_suggestions" json:"area_suggestions,omitzero"`
	EvidenceKinds    []EvidenceKind    `yaml:"evidence_kinds" json:"evidence_kinds,omitzero"`
	EvidenceQuality  []Named           `yaml:"evidence_quality" json:"evidence_quality,omitzero"`
	NoteKinds        []Named           `yaml:"note_kinds" json:"note_kinds,omitzero"`
	Coaching         Coaching          `yaml:"coach" json:"coach,omitzero"`
	MirrorAudiences  []Named           `yaml:"mirror_audiences" json:"mirror_audiences,omitzero"`
	MirrorCards      []MirrorCard      `yaml:"mirror_cards" json:"mirror_cards,omitzero"`
	CoreValues       []CoreValue       `yaml:"core_values" json:"core_values,omitzero"`
	ReflectionModels []ReflectionModel `yaml:"reflection_models" json:"reflection_models,omitzero"`
	PartnerRoles     []PartnerRole     `yaml:"partner_roles" json:"partner_roles,omitzero"`
	Responsibility   []Moment          `yaml:"responsibility_by_moment" json:"responsibility_by_moment,omitzero"`
	Judging          Judging           `yaml:"judgement" json:"judgement,omitzero"`
	Funding          []FundingSource   `yaml:"funding_sources" json:"funding_sources,omitzero"`
	Confidence       map[string]Text   `yaml:"confidence_legend" json:"confidence_legend,omitzero"` // how sure a fact is
	Entitlements     []Entitlement     `yaml:"entitlements" json:"entitlements,omitzero"`
	Employment       []EmploymentType  `yaml:"employment_types" json:"employment_types,omitzero"`
	Routes           []Route           `yaml:"starting_routes" json:"starting_routes,omitzero"`
	Timelines        []Timeline        `yaml:"year_timelines" json:"year_timelines,omitzero"`
	BoardExport      BoardExport       `yaml:"board_export" json:"board_export,omitzero"`
	SignatureRoles   []SignatureRole   `yaml:"signature_roles" json:"signature_roles,omitzero"`
	Disclaimers      []Text            `yaml:"disclaimers" json:"disclaimers,omitzero"`
	Glossary         []Term            `yaml:"glossary" json:"glossary,omitzero"`
	Sources          []Source          `yaml:"sources" json:"sources,omitzero"`
	Audiences        []Named           `yaml:"audiences" json:"audiences,omitzero"`
	Rules            Rules             `yaml:"rules" json:"rules,omitzero"`

	index *index
}

// Rules are the sentences of the pack that explain how it is meant.
type Rules struct {
	Evidence        Text            `yaml:"evidence" json:"evidence,omitzero"`
	AreaSuggestions Text            `yaml:"area_suggestions" json:"area_suggestions,omitzero"`
	Entitlements    []Text          `yaml:"entitlements" json:"entitlements,omitzero"`
	Responsibility  Text            `yaml:"responsibility" json:"responsibility,omitzero"`
	Recipient       Text            `yaml:"recipient" json:"recipient,omitzero"` // said where the recipient also evaluates
	CoreValues      Text            `yaml:"core_values" json:"core_values,omitzero"`
	Placeholders    Text            `yaml:"placeholders" json:"placeholders,omitzero"`
	IDs             Text            `yaml:"ids" json:"ids,omitzero"`
	Tags            map[string]Text `yaml:"tags" json:"tags,omitzero"` // what each kind of tag means
}

// Term is one entry of the glossary.
type Term struct {
	Term       string   `yaml:"term" json:"term,omitzero"`
	EN         string   `yaml:"en" json:"en,omitzero"`
	Note       Text     `yaml:"note" json:"note,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"` // empty: all
}

// Source is where a fact of the pack comes from.
type Source struct {
	ID    string `yaml:"id" json:"id,omitzero"`
	URL   string `yaml:"url" json:"url,omitzero"`
	Year  string `yaml:"year" json:"year,omitzero"`
	About string `yaml:"about" json:"about,omitzero"`
}
