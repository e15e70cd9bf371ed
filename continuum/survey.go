package continuum

// Survey is the needs survey: open questions first, then the own view per
// competence, then statements about the school.
type Survey struct {
	Scales          []Scale       `yaml:"scales" json:"scales,omitzero"`
	CompetenceItems Text          `yaml:"competence_items" json:"competence_items,omitzero"`
	Context         []ContextItem `yaml:"context_items" json:"context_items,omitzero"`
	Open            []Prompt      `yaml:"open_questions" json:"open_questions,omitzero"`
	Rules           []Text        `yaml:"rules" json:"rules,omitzero"`
}

// Scale is a set of answers. Fits has points by id, the others by place
// (1 and up).
type Scale struct {
	ID       string       `yaml:"id" json:"id,omitzero"`
	Name     Text         `yaml:"name" json:"name,omitzero"`
	ByID     []ScalePoint `yaml:"points_by_id" json:"points_by_id,omitzero"`
	Points   []Text       `yaml:"points" json:"points,omitzero"`
	Optional bool         `yaml:"optional" json:"optional,omitzero"`
}

// ScalePoint is one answer of a scale by id. Distance is where the answer
// stands when a gap is reckoned, nil for an answer that gives none.
type ScalePoint struct {
	ID              string `yaml:"id" json:"id,omitzero"`
	Text            `yaml:",inline"`
	SentenceOfPhase string `yaml:"sentence_of_phase" json:"sentence_of_phase,omitzero"`
	Distance        *int   `yaml:"distance" json:"distance,omitzero"`
}

// ContextItem is a statement about school, time and support.
type ContextItem struct {
	ID        string `yaml:"id" json:"id,omitzero"`
	Theme     string `yaml:"theme" json:"theme,omitzero"`
	Text      `yaml:",inline"`
	Guarantee string `yaml:"guarantee" json:"guarantee,omitzero"`
}

// Prompt is a question with an id. Audience is empty or "coach" where the
// answer stays between teacher and coach.
type Prompt struct {
	ID       string `yaml:"id" json:"id,omitzero"`
	Text     `yaml:",inline"`
	Audience string `yaml:"audience" json:"audience,omitzero"`
}

// Check is the question that a rule of the plan asks. When it is asked is
// decided in package plan.
type Check struct {
	ID       string `yaml:"id" json:"id,omitzero"`
	Severity string `yaml:"severity" json:"severity,omitzero"`
	Topic    string `yaml:"topic" json:"topic,omitzero"`
	Text     `yaml:",inline"`
	Scope    string `yaml:"scope" json:"scope,omitzero"`
}
