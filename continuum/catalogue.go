package continuum

// ActivityKind is a kind of activity that a teacher can choose.
type ActivityKind struct {
	ID          string               `yaml:"id" json:"id,omitzero"`
	Name        Text                 `yaml:"name" json:"name,omitzero"`
	Description Text                 `yaml:"description" json:"description,omitzero"`
	Hours       Estimate             `yaml:"hours" json:"hours,omitzero"`       // quarter hours
	CostEUR     Estimate             `yaml:"cost_eur" json:"cost_eur,omitzero"` // quarters of a euro; use Cents
	Partners    []string             `yaml:"partners" json:"partners,omitzero"`
	Features    []string             `yaml:"features" json:"features,omitzero"`
	Evidence    []string             `yaml:"evidence" json:"evidence,omitzero"`
	Phases      []string             `yaml:"phases" json:"phases,omitzero"`
	PhasesWhen  *PhasesWhen          `yaml:"phases_when" json:"phases_when,omitzero"`
	Bands       []int                `yaml:"bands" json:"bands,omitzero"`
	Frameworks  []string             `yaml:"frameworks" json:"frameworks,omitzero"`
	Owners      []string             `yaml:"owners" json:"owners,omitzero"` // coach, assessor; empty: every teacher
	Guarantee   string               `yaml:"guarantee" json:"guarantee,omitzero"`
	Words       map[string]KindWords `yaml:"words" json:"words,omitzero"` // by framework id
}

// The owners of a plan for whom there are kinds of their own.
const (
	OwnerCoach    = "coach"
	OwnerAssessor = "assessor"
)

// KindWords is what a framework calls an activity kind.
type KindWords struct {
	Name        Text `yaml:"name" json:"name,omitzero"`
	Description Text `yaml:"description" json:"description,omitzero"`
}

// PhasesWhen widens the phases of a kind while a study is running.
type PhasesWhen struct {
	PDG    string   `yaml:"pdg" json:"pdg,omitzero"`
	Phases []string `yaml:"phases" json:"phases,omitzero"`
}

// Quarters is a decimal number in steps of a quarter, kept as an integer.
type Quarters int

// Estimate is a range with the usual value, in quarters.
type Estimate struct {
	Min       Quarters `yaml:"min" json:"min,omitzero"`
	Typical   Quarters `yaml:"typical" json:"typical,omitzero"`
	Max       Quarters `yaml:"max" json:"max,omitzero"`
	Estimated bool     `yaml:"estimate" json:"estimate,omitzero"`
}

// Cents returns a number of quarter euros in cents.
func (q Quarters) Cents() int { return int(q) * 25 }

// AreaSuggestion says which kinds usually help in an area.
type AreaSuggestion struct {
	Area       string   `yaml:"area" json:"area,omitzero"` // framework/area
	Activities []string `yaml:"activities" json:"activities,omitzero"`
	Evidence   []string `yaml:"evidence" json:"evidence,omitzero"`
}

// EvidenceKind is a kind of evidence. BoardDefault is "never",
// "title_only", "full" or "on_request"; where it is "never" no choice of the
// teacher brings the item to a board.
type EvidenceKind struct {
	ID           string   `yaml:"id" json:"id,omitzero"`
	Name         Text     `yaml:"name" json:"name,omitzero"`
	Description  Text     `yaml:"description" json:"description,omitzero"`
	Sensitivity  string   `yaml:"sensitivity" json:"sensitivity,omitzero"`
	BoardDefault string   `yaml:"board_default" json:"board_default,omitzero"`
	FileOnTick   bool     `yaml:"file_on_tick" json:"file_on_tick,omitzero"`
	Frameworks   []string `yaml:"frameworks" json:"frameworks,omitzero"`
}

// ReflectionModel is a set of questions for looking back.
type ReflectionModel struct {
	ID    string `yaml:"id" json:"id,omitzero"`
	Name  Text   `yaml:"name" json:"name,omitzero"`
	Steps []Text `yaml:"steps" json:"steps,omitzero"`
}

// FieldGroup says which fields a part of the plan has and who may see them.
type FieldGroup struct {
	ID              string              `yaml:"id" json:"id,omitzero"`
	Name            Text                `yaml:"name" json:"name,omitzero"`
	Fields          []string            `yaml:"fields" json:"fields,omitzero"`
	Board           string              `yaml:"board" json:"board,omitzero"`
	Audience        map[string]string   `yaml:"audience" json:"audience,omitzero"`
	Guarantee       map[string]string   `yaml:"guarantee" json:"guarantee,omitzero"`
	GuaranteePreset string              `yaml:"guarantee_preset" json:"guarantee_preset,omitzero"`
	Presets         map[string]string   `yaml:"presets" json:"presets,omitzero"`
	Questions       map[string]Text     `yaml:"questions" json:"questions,omitzero"`
	Choices         map[string][]string `yaml:"choices" json:"choices,omitzero"`
}

// NameFor returns what a framework calls the kind.
func (k *ActivityKind) NameFor(framework string) Text {
	if w, ok := k.Words[framework]; ok && !w.Name.IsZero() {
		return w.Name
	}
	return k.Name
}
