package continuum

// ActivityKind is a kind of activity that a teacher can choose.
type ActivityKind struct {
	ID          string               `yaml:"id"`
	Name        Text                 `yaml:"name"`
	Description Text                 `yaml:"description"`
	Hours       Estimate             `yaml:"hours"`    // quarter hours
	CostEUR     Estimate             `yaml:"cost_eur"` // quarters of a euro; use Cents
	Partners    []string             `yaml:"partners"`
	Features    []string             `yaml:"features"`
	Evidence    []string             `yaml:"evidence"`
	Phases      []string             `yaml:"phases"`
	PhasesWhen  *PhasesWhen          `yaml:"phases_when"`
	Bands       []int                `yaml:"bands"`
	Frameworks  []string             `yaml:"frameworks"`
	Guarantee   string               `yaml:"guarantee"`
	Words       map[string]KindWords `yaml:"words"` // by framework id
}

// KindWords is what a framework calls an activity kind.
type KindWords struct {
	Name        Text `yaml:"name"`
	Description Text `yaml:"description"`
}

// PhasesWhen widens the phases of a kind while a study is running.
type PhasesWhen struct {
	PDG    string   `yaml:"pdg"`
	Phases []string `yaml:"phases"`
}

// Quarters is a decimal number in steps of a quarter, kept as an integer.
type Quarters int

// Estimate is a range with the usual value, in quarters.
type Estimate struct {
	Min       Quarters `yaml:"min"`
	Typical   Quarters `yaml:"typical"`
	Max       Quarters `yaml:"max"`
	Estimated bool     `yaml:"estimate"`
}

// Cents returns a number of quarter euros in cents.
func (q Quarters) Cents() int { return int(q) * 25 }

// AreaSuggestion says which kinds usually help in an area.
type AreaSuggestion struct {
	Area       string   `yaml:"area"` // framework/area
	Activities []string `yaml:"activities"`
	Evidence   []string `yaml:"evidence"`
}

// EvidenceKind is a kind of evidence. BoardDefault is "never",
// "title_only", "full" or "on_request"; where it is "never" no choice of the
// teacher brings the item to a board.
type EvidenceKind struct {
	ID           string   `yaml:"id"`
	Name         Text     `yaml:"name"`
	Description  Text     `yaml:"description"`
	Sensitivity  string   `yaml:"sensitivity"`
	BoardDefault string   `yaml:"board_default"`
	FileOnTick   bool     `yaml:"file_on_tick"`
	Frameworks   []string `yaml:"frameworks"`
}

// ReflectionModel is a set of questions for looking back.
type ReflectionModel struct {
	ID    string `yaml:"id"`
	Name  Text   `yaml:"name"`
	Steps []Text `yaml:"steps"`
}

// FieldGroup says which fields a part of the plan has and who may see them.
type FieldGroup struct {
	ID              string              `yaml:"id"`
	Name            Text                `yaml:"name"`
	Fields          []string            `yaml:"fields"`
	Board           string              `yaml:"board"`
	Audience        map[string]string   `yaml:"audience"`
	Guarantee       map[string]string   `yaml:"guarantee"`
	GuaranteePreset string              `yaml:"guarantee_preset"`
	Presets         map[string]string   `yaml:"presets"`
	Questions       map[string]Text     `yaml:"questions"`
	Choices         map[string][]string `yaml:"choices"`
}
