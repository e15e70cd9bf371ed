package continuum

// Framework is one ladder of competences for one sector in one country.
type Framework struct {
	ID        string `yaml:"id" json:"id,omitzero"`
	Name      Text   `yaml:"name" json:"name,omitzero"`
	Country   string `yaml:"country" json:"country,omitzero"`
	Sector    string `yaml:"sector" json:"sector,omitzero"`
	Own       string `yaml:"version" json:"own_version,omitzero"`   // the number that a board gives its own; empty: that of the pack
	ValidFrom string `yaml:"valid_from" json:"valid_from,omitzero"` // ISO date
	ValidTo   string `yaml:"valid_to" json:"valid_to,omitzero"`     // ISO date, empty while it holds
	Basis     Text   `yaml:"basis" json:"basis,omitzero"`

	// Sources are ids of where it was read, Confidence how sure that is.
	Sources    []string `yaml:"sources" json:"sources,omitzero"`
	Confidence string   `yaml:"confidence" json:"confidence,omitzero"`

	// Levels are the names of the levels of its tree; see TreeWords.
	Levels []Level `yaml:"levels" json:"levels,omitzero"`
	Gates  []Gate  `yaml:"gates" json:"gates,omitzero"`

	// Extends names the framework whose areas are inherited. Resolve copies
	// them in, so a resolved framework has areas of its own.
	Extends      string     `yaml:"extends" json:"extends,omitzero"`
	OverrideRule Text       `yaml:"override_rule" json:"override_rule,omitzero"`
	Overrides    []Override `yaml:"overrides" json:"overrides,omitzero"`

	Vocabulary   map[string]Text `yaml:"vocabulary" json:"vocabulary,omitzero"`
	Placeholders map[string]Text `yaml:"placeholders" json:"placeholders,omitzero"`
	// PlaceholdersByLevel are the words that differ at a level of school.
	PlaceholdersByLevel map[string]map[string]Text `yaml:"placeholders_by_level" json:"placeholders_by_level,omitzero"`

	// Roles say which partner takes the place of the coach or the manager,
	// where that is another than the one of this name; see PartnerFor.
	Roles map[string]string `yaml:"roles" json:"roles,omitzero"`

	CoachWordNote Text       `yaml:"coach_word_note" json:"coach_word_note,omitzero"` // who chooses the word for the coach
	Attitudes     []Text     `yaml:"attitudes" json:"attitudes,omitzero"`
	AttitudesNote Text       `yaml:"attitudes_note" json:"attitudes_note,omitzero"`
	ShareOfJob    ShareOfJob `yaml:"share_of_job" json:"share_of_job,omitzero"`
	// KeptWords mark what stays with the teacher where the person who
	// receives the plan also evaluates; see StaysHome.
	KeptWords []string `yaml:"kept_words" json:"kept_words,omitzero"`

	Phases     []Phase `yaml:"phases" json:"phases,omitzero"`
	Areas      []Area  `yaml:"areas" json:"areas,omitzero"`
	NotCovered Text    `yaml:"not_covered" json:"not_covered,omitzero"`

	// Version is Own, or else the version of the pack it came with, and Digest
	// "sha256:" and the hash over its resolved form; Resolve sets both. A plan
	// pins them.
	Version string `yaml:"-" json:"version,omitzero"`
	Digest  string `yaml:"-" json:"digest,omitzero"`

	places map[string]place // by full id of a competence or area
}

// Phase is a stretch of the continuum. The years are what is usual, no norm.
// Basis is "sourced" or "design", an aid of the pack without legal status.
type Phase struct {
	ID              string `yaml:"id" json:"id,omitzero"`
	Name            Text   `yaml:"name" json:"name,omitzero"`
	Short           Text   `yaml:"short" json:"short,omitzero"` // where there is no room for the name
	TypicalYearFrom int    `yaml:"typical_year_from" json:"typical_year_from,omitzero"`
	TypicalYearTo   *int   `yaml:"typical_year_to" json:"typical_year_to,omitzero"`
	Basis           string `yaml:"basis" json:"basis,omitzero"`
	Description     Text   `yaml:"description" json:"description,omitzero"`
	Focus           Text   `yaml:"focus" json:"focus,omitzero"`
	Note            Text   `yaml:"note" json:"note,omitzero"`
}

// Area groups competences.
type Area struct {
	ID          string              `yaml:"id" json:"id,omitzero"`
	Name        Text                `yaml:"name" json:"name,omitzero"`
	Intent      Text                `yaml:"intent" json:"intent,omitzero"`
	Tags        map[string][]string `yaml:"tags" json:"tags,omitzero"` // overlay id → item ids
	Competences []Competence        `yaml:"competences" json:"competences,omitzero"`
}

// Competence is one line of a framework with a sentence for each phase.
type Competence struct {
	ID         string          `yaml:"id" json:"id,omitzero"`
	Name       Text            `yaml:"name" json:"name,omitzero"`
	Band       int             `yaml:"band" json:"band,omitzero"` // 1 usually first … 3 usually hardest; a reading order
	Indicators map[string]Text `yaml:"indicators" json:"indicators,omitzero"`
	Survey     Text            `yaml:"survey" json:"survey,omitzero"`

	// RenamedFrom is what this competence was in an earlier version, as
	// area/competence: another id, or the competence it was split off from.
	RenamedFrom string `yaml:"renamed_from" json:"renamed_from,omitzero"`
}

// Override changes what a framework inherits: Op is "replace" or "add".
type Override struct {
	Op         string `yaml:"op" json:"op,omitzero"`
	Area       string `yaml:"area" json:"area,omitzero"`
	Competence `yaml:",inline"`
}

// Overlay is another way to group the same competences.
type Overlay struct {
	ID        string        `yaml:"id" json:"id,omitzero"`
	Name      Text          `yaml:"name" json:"name,omitzero"`
	AppliesTo []string      `yaml:"applies_to" json:"applies_to,omitzero"`
	Items     []OverlayItem `yaml:"items" json:"items,omitzero"`
	Note      Text          `yaml:"note" json:"note,omitzero"`
	// Sources are ids of where it was read, Confidence how sure that is.
	Sources    []string `yaml:"sources" json:"sources,omitzero"`
	Confidence string   `yaml:"confidence" json:"confidence,omitzero"`
}

// OverlayItem is one group of an overlay.
type OverlayItem struct {
	ID     string `yaml:"id" json:"id,omitzero"`
	Name   Text   `yaml:"name" json:"name,omitzero"`
	Number int    `yaml:"number" json:"number,omitzero"`
	// Question is what the group asks of a school, where it asks something.
	Question Text `yaml:"question" json:"question,omitzero"`
}
