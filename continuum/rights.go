package continuum

// Decimal is a number with at most four decimals, kept as ten-thousandths.
type Decimal int64

// Entitlement is a dated, editable line: what somebody may have a right to,
// with where that was read and how sure it is. It is never the last word.
type Entitlement struct {
	ID                string              `yaml:"id" json:"id,omitzero"`
	Framework         string              `yaml:"framework" json:"framework,omitzero"`
	Topic             Text                `yaml:"topic" json:"topic,omitzero"`
	Amount            *Decimal            `yaml:"amount" json:"amount,omitzero"` // nil: to be filled in
	Unit              string              `yaml:"unit" json:"unit,omitzero"`     // uur, euro, procent, dag, …
	Per               string              `yaml:"per" json:"per,omitzero"`
	ProRata           bool                `yaml:"pro_rata" json:"pro_rata,omitzero"`
	HoldsFor          Period              `yaml:"holds_for" json:"holds_for,omitzero"`
	HoldsUntilPhase   string              `yaml:"holds_until_phase" json:"holds_until_phase,omitzero"`
	LatestDatedSource string              `yaml:"latest_dated_source" json:"latest_dated_source,omitzero"`
	Confidence        string              `yaml:"confidence" json:"confidence,omitzero"`
	Editable          bool                `yaml:"editable" json:"editable,omitzero"`
	Note              Text                `yaml:"note" json:"note,omitzero"`
	Source            string              `yaml:"source" json:"source,omitzero"`
	OfferedWhen       map[string][]string `yaml:"offered_when" json:"offered_when,omitzero"` // profile field → answers
	Base              Text                `yaml:"base" json:"base,omitzero"`
	Line              string              `yaml:"line" json:"line,omitzero"`                     // "extra": neither hours nor money
	Kind              string              `yaml:"kind" json:"kind,omitzero"`                     // of an extra line: percent, up_to_percent or days
	Board             string              `yaml:"board" json:"board,omitzero"`                   // "never": it does not leave
	InductionYear     int                 `yaml:"induction_year" json:"induction_year,omitzero"` // the only year it is for, 0 for any
	PaysFrom          string              `yaml:"pays_from" json:"pays_from,omitzero"`           // funding source of a money line
	SavingYears       int                 `yaml:"saving_years" json:"saving_years,omitzero"`     // for how many years it can be saved up, 0 for not
	CheckedOn         string              `yaml:"checked_on" json:"checked_on,omitzero"`
}

// Period is a stretch of time as a source gives it: a year or an ISO date.
type Period struct {
	From string `yaml:"from" json:"from,omitzero"`
	To   string `yaml:"to" json:"to,omitzero"`
}

// FundingSource is who may pay.
type FundingSource struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Name       Text     `yaml:"name" json:"name,omitzero"`
	ForWhat    Text     `yaml:"for_what" json:"for_what,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"`
	Note       Text     `yaml:"note" json:"note,omitzero"`
	Source     string   `yaml:"source" json:"source,omitzero"`
	Confidence string   `yaml:"confidence" json:"confidence,omitzero"`
	Needs      string   `yaml:"needs" json:"needs,omitzero"` // who pays only with one: board or agreement
}

// PartnerRole is a partner along the continuum.
type PartnerRole struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Name       Text     `yaml:"name" json:"name,omitzero"`
	Does       Text     `yaml:"does" json:"does,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"`
	Evaluates  bool     `yaml:"evaluates" json:"evaluates,omitzero"` // beside what they do, they judge the teacher
}

// SignatureRole is somebody who can sign, and what that signature says.
type SignatureRole struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Role       Text     `yaml:"role" json:"role,omitzero"`
	Statement  Text     `yaml:"statement" json:"statement,omitzero"`
	Optional   bool     `yaml:"optional" json:"optional,omitzero"`
	Count      int      `yaml:"count" json:"count,omitzero"`
	OnlyIn     string   `yaml:"only_in" json:"only_in,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"`
}

// Timeline is a usual school year, step by step.
type Timeline struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Name       Text     `yaml:"name" json:"name,omitzero"`
	Estimated  bool     `yaml:"estimate" json:"estimate,omitzero"`
	Steps      []Text   `yaml:"steps" json:"steps,omitzero"`
	FirstMonth int      `yaml:"first_month" json:"first_month,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"`
}

// BoardExport is what the board gets and what it never gets, in words.
type BoardExport struct {
	Rule           Text   `yaml:"rule" json:"rule,omitzero"`
	Include        []Text `yaml:"include" json:"include,omitzero"`
	Optional       []Text `yaml:"optional" json:"optional,omitzero"`
	Exclude        []Text `yaml:"exclude" json:"exclude,omitzero"`
	SmallPrint     []Text `yaml:"small_print" json:"small_print,omitzero"`
	NeverShown     []Text `yaml:"never_shown_list" json:"never_shown_list,omitzero"`
	NeverShownRule Text   `yaml:"never_shown_rule" json:"never_shown_rule,omitzero"`
	CoachLine      Text   `yaml:"coach_edition_line" json:"coach_edition_line,omitzero"`
	SmallPrintRule Text   `yaml:"small_print_rule" json:"small_print_rule,omitzero"`
}
