package continuum

// Decimal is a number with at most four decimals, kept as ten-thousandths.
type Decimal int64

// Entitlement is a dated, editable line: what somebody may have a right to,
// with where that was read and how sure it is. It is never the last word.
type Entitlement struct {
	ID                string              `yaml:"id"`
	Framework         string              `yaml:"framework"`
	Topic             Text                `yaml:"topic"`
	Amount            *Decimal            `yaml:"amount"` // nil: to be filled in
	Unit              string              `yaml:"unit"`   // uur, euro, procent, dag, …
	Per               string              `yaml:"per"`
	ProRata           bool                `yaml:"pro_rata"`
	HoldsFor          Period              `yaml:"holds_for"`
	HoldsUntilPhase   string              `yaml:"holds_until_phase"`
	LatestDatedSource string              `yaml:"latest_dated_source"`
	Confidence        string              `yaml:"confidence"`
	Editable          bool                `yaml:"editable"`
	Note              Text                `yaml:"note"`
	Source            string              `yaml:"source"`
	OfferedWhen       map[string][]string `yaml:"offered_when"` // profile field → answers
	Base              Text                `yaml:"base"`
	Line              string              `yaml:"line"`
	Board             string              `yaml:"board"`
	PaysFrom          string              `yaml:"pays_from"` // funding source of a money line
	CheckedOn         string              `yaml:"checked_on"`
}

// Period is a stretch of time as a source gives it: a year or an ISO date.
type Period struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

// FundingSource is who may pay.
type FundingSource struct {
	ID         string   `yaml:"id"`
	Name       Text     `yaml:"name"`
	ForWhat    Text     `yaml:"for_what"`
	Frameworks []string `yaml:"frameworks"`
	Note       Text     `yaml:"note"`
	Source     string   `yaml:"source"`
	Confidence string   `yaml:"confidence"`
}

// EmploymentType is how somebody works. CaoApplies is "yes", "no" or "check".
type EmploymentType struct {
	ID                 string   `yaml:"id"`
	Name               Text     `yaml:"name"`
	CaoApplies         string   `yaml:"cao_applies"`
	Recipient          Text     `yaml:"pdf_recipient"`
	TypicalFunding     []string `yaml:"typical_funding"`
	Frameworks         []string `yaml:"frameworks"`
	Question           Text     `yaml:"question"`
	RecipientEvaluates bool     `yaml:"recipient_evaluates"`
}

// PartnerRole is a partner along the continuum.
type PartnerRole struct {
	ID         string   `yaml:"id"`
	Name       Text     `yaml:"name"`
	Does       Text     `yaml:"does"`
	Frameworks []string `yaml:"frameworks"`
}

// SignatureRole is somebody who can sign, and what that signature says.
type SignatureRole struct {
	ID         string   `yaml:"id"`
	Role       Text     `yaml:"role"`
	Statement  Text     `yaml:"statement"`
	Optional   bool     `yaml:"optional"`
	Count      int      `yaml:"count"`
	OnlyIn     string   `yaml:"only_in"`
	Frameworks []string `yaml:"frameworks"`
}

// Timeline is a usual school year, step by step.
type Timeline struct {
	ID         string `yaml:"id"`
	Name       Text   `yaml:"name"`
	Estimated  bool   `yaml:"estimate"`
	Steps      []Text `yaml:"steps"`
	FirstMonth int    `yaml:"first_month"`
}

// BoardExport is what the board gets and what it never gets, in words.
type BoardExport struct {
	Rule           Text   `yaml:"rule"`
	Include        []Text `yaml:"include"`
	Optional       []Text `yaml:"optional"`
	Exclude        []Text `yaml:"exclude"`
	SmallPrint     []Text `yaml:"small_print"`
	NeverShown     []Text `yaml:"never_shown_list"`
	NeverShownRule Text   `yaml:"never_shown_rule"`
	CoachLine      Text   `yaml:"coach_edition_line"`
	SmallPrintRule Text   `yaml:"small_print_rule"`
}
