package continuum

// Framework is one ladder of competences for one sector in one country.
type Framework struct {
	ID        string `yaml:"id"`
	Name      Text   `yaml:"name"`
	Country   string `yaml:"country"`
	Sector    string `yaml:"sector"`
	ValidFrom string `yaml:"valid_from"` // ISO date
	ValidTo   string `yaml:"valid_to"`   // ISO date, empty while it holds
	Basis     Text   `yaml:"basis"`

	// Extends names the framework whose areas are inherited. Resolve copies
	// them in, so a resolved framework has areas of its own.
	Extends      string     `yaml:"extends"`
	OverrideRule Text       `yaml:"override_rule"`
	Overrides    []Override `yaml:"overrides"`

	Vocabulary   map[string]Text `yaml:"vocabulary"`
	Placeholders map[string]Text `yaml:"placeholders"`
	Phases       []Phase         `yaml:"phases"`
	Areas        []Area          `yaml:"areas"`
	NotCovered   Text            `yaml:"not_covered"`

	// Version is the version of the pack it came with and Digest the hash
	// over its resolved form; Resolve sets both. A plan pins them.
	Version string `yaml:"-"`
	Digest  string `yaml:"-"`
}

// Phase is a stretch of the continuum. The years are what is usual, no norm.
type Phase struct {
	ID              string `yaml:"id"`
	Name            Text   `yaml:"name"`
	TypicalYearFrom int    `yaml:"typical_year_from"`
	TypicalYearTo   *int   `yaml:"typical_year_to"`
	Basis           string `yaml:"basis"`
	Description     Text   `yaml:"description"`
	Focus           Text   `yaml:"focus"`
	Note            Text   `yaml:"note"`
}

// Area groups competences.
type Area struct {
	ID          string              `yaml:"id"`
	Name        Text                `yaml:"name"`
	Intent      Text                `yaml:"intent"`
	Tags        map[string][]string `yaml:"tags"` // overlay id → item ids
	Competences []Competence        `yaml:"competences"`
}

// Competence is one line of a framework with a sentence for each phase.
type Competence struct {
	ID         string          `yaml:"id"`
	Name       Text            `yaml:"name"`
	Band       int             `yaml:"band"` // 1 usually first … 3 usually hardest; a reading order
	Indicators map[string]Text `yaml:"indicators"`
	Survey     Text            `yaml:"survey"`
}

// Override changes what a framework inherits: Op is "replace" or "add".
type Override struct {
	Op         string `yaml:"op"`
	Area       string `yaml:"area"`
	Competence `yaml:",inline"`
}

// Overlay is another way to group the same competences.
type Overlay struct {
	ID        string        `yaml:"id"`
	Name      Text          `yaml:"name"`
	AppliesTo []string      `yaml:"applies_to"`
	Items     []OverlayItem `yaml:"items"`
	Note      Text          `yaml:"note"`
}

// OverlayItem is one group of an overlay.
type OverlayItem struct {
	ID     string `yaml:"id"`
	Name   Text   `yaml:"name"`
	Number int    `yaml:"number"`
}
