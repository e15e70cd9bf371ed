package continuum

// Survey is the needs survey: open questions first, then the own view per
// competence, then statements about the school.
type Survey struct {
	Scales          []Scale       `yaml:"scales"`
	CompetenceItems Text          `yaml:"competence_items"`
	Context         []ContextItem `yaml:"context_items"`
	Open            []Prompt      `yaml:"open_questions"`
	Rules           []Text        `yaml:"rules"`
}

// Scale is a set of answers. Fits has points by id, the others by place
// (1 and up).
type Scale struct {
	ID       string       `yaml:"id"`
	Name     Text         `yaml:"name"`
	ByID     []ScalePoint `yaml:"points_by_id"`
	Points   []Text       `yaml:"points"`
	Optional bool         `yaml:"optional"`
}

// ScalePoint is one answer of a scale by id. Distance is where the answer
// stands when a gap is reckoned, nil for an answer that gives none.
type ScalePoint struct {
	ID              string `yaml:"id"`
	Text            `yaml:",inline"`
	SentenceOfPhase string `yaml:"sentence_of_phase"`
	Distance        *int   `yaml:"distance"`
}

// ContextItem is a statement about school, time and support.
type ContextItem struct {
	ID        string `yaml:"id"`
	Theme     string `yaml:"theme"`
	Text      `yaml:",inline"`
	Guarantee string `yaml:"guarantee"`
}

// Prompt is a question with an id. Audience is empty or "coach" where the
// answer stays between teacher and coach.
type Prompt struct {
	ID       string `yaml:"id"`
	Text     `yaml:",inline"`
	Audience string `yaml:"audience"`
}

// Check is the question that a rule of the plan asks. When it is asked is
// decided in package plan.
type Check struct {
	ID       string `yaml:"id"`
	Severity string `yaml:"severity"`
	Topic    string `yaml:"topic"`
	Text     `yaml:",inline"`
	Scope    string `yaml:"scope"`
}
