package continuum

// Coaching is what a pack gives somebody who guides a teacher.
type Coaching struct {
	Principles   []Text        `yaml:"principles" json:"principles,omitzero"`
	Moments      []CoachMoment `yaml:"moments" json:"moments,omitzero"`
	FeedbackForm []Named       `yaml:"feedback_form" json:"feedback_form,omitzero"` // beginnings of sentences
}

// CoachMoment is a talk, with questions that may open it.
type CoachMoment struct {
	ID        string `yaml:"id" json:"id,omitzero"`
	Name      Text   `yaml:"name" json:"name,omitzero"`
	Questions []Text `yaml:"questions" json:"questions,omitzero"`
	Use       `yaml:",inline"`
}

// MirrorCard helps people to look at themselves together. Prompts are the
// questions by audience, an id of Pack.MirrorAudiences.
type MirrorCard struct {
	ID          string            `yaml:"id" json:"id,omitzero"`
	Title       Text              `yaml:"title" json:"title,omitzero"`
	Description Text              `yaml:"description" json:"description,omitzero"`
	Challenges  []Text            `yaml:"challenges" json:"challenges,omitzero"`
	Attention   []Text            `yaml:"attention" json:"attention,omitzero"`
	Suggestions []Text            `yaml:"suggestions" json:"suggestions,omitzero"`
	Prompts     map[string][]Text `yaml:"prompts" json:"prompts,omitzero"`
	Voices      []Voice           `yaml:"voices" json:"voices,omitzero"`
	Guarantee   string            `yaml:"guarantee" json:"guarantee,omitzero"`
	Frameworks  []string          `yaml:"frameworks" json:"frameworks,omitzero"` // empty: all
	Use         `yaml:",inline"`
}

// Voice is something that somebody might say. Illustrative means that nobody
// said it; a page that shows the voice has to say so.
type Voice struct {
	Text         `yaml:",inline"`
	Illustrative bool `yaml:"illustrative" json:"illustrative,omitzero"`
}

// CoreValue is a value of a partnership, with the question that opens a talk.
type CoreValue struct {
	ID       string `yaml:"id" json:"id,omitzero"`
	Name     Text   `yaml:"name" json:"name,omitzero"`
	Question Text   `yaml:"question" json:"question,omitzero"`
}

// Judging is how a competence file is judged. Where no framework of the list
// is in use, judging does not exist.
type Judging struct {
	Scale        []Named  `yaml:"scale" json:"scale,omitzero"`     // of one line of the file
	Sources      []Named  `yaml:"sources" json:"sources,omitzero"` // how an assessor knows
	Advice       []Named  `yaml:"advice" json:"advice,omitzero"`   // of all assessors together
	Frameworks   []string `yaml:"frameworks" json:"frameworks,omitzero"`
	AssessorsMin int      `yaml:"assessors_min" json:"assessors_min,omitzero"`
	RefusedFor   []string `yaml:"handing_in_refused_for" json:"handing_in_refused_for,omitzero"` // roles of signatures
	Statement    Text     `yaml:"statement" json:"statement,omitzero"`
	CoachWarning Text     `yaml:"coach_warning" json:"coach_warning,omitzero"`
}

// MirrorCard returns the mirror card with this id.
func (p *Pack) MirrorCard(id string) (*MirrorCard, bool) { return get(p.index.cards, id) }

// CoachMoment returns the talk with this id.
func (p *Pack) CoachMoment(id string) (*CoachMoment, bool) { return get(p.index.talks, id) }

// CoreValue returns the core value with this id.
func (p *Pack) CoreValue(id string) (*CoreValue, bool) { return get(p.index.values, id) }

// MirrorCardsFor returns the mirror cards of a framework.
func (p *Pack) MirrorCardsFor(framework string) []*MirrorCard {
	return choose(p.MirrorCards, func(c *MirrorCard) bool { return p.serves(c.Frameworks, framework) })
}

// the card has none for it.

// Judges reports whether competence files are judged where a framework holds.
func (p *Pack) Judges(framework string) bool {
	return len(p.Judging.Frameworks) > 0 && p.serves(p.Judging.Frameworks, framework)
}

// GlossaryFor returns the words that a framework uses.
func (p *Pack) GlossaryFor(framework string) []*Term {
	return choose(p.Glossary, func(t *Term) bool { return p.serves(t.Frameworks, framework) })
}
