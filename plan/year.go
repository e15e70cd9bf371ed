package plan

import "bekwaam/text"

// Midyear is the look back half-way. Only the summary can reach a board, and
// only where Share says so.
type Midyear struct {
	Date            text.Date    `json:"date" see:"coach"`
	WhatWorked      string       `json:"what_worked" see:"coach"`
	WhatChanges     string       `json:"what_changes" see:"coach"`
	With            string       `json:"with,omitempty" see:"coach"`       // who was there
	WhoHelped       string       `json:"who_helped,omitempty" see:"coach"` // who or what helped
	TakenOut        string       `json:"taken_out,omitempty" see:"coach"`  // what goes out of the plan
	GoalsAdjusted   []Adjustment `json:"goals_adjusted" see:"coach"`
	SummaryForBoard string       `json:"summary_for_board" see:"board"`

	Unknown []Member `json:"-"`
}

// Adjustment keeps the old text of a goal beside the new one.
type Adjustment struct {
	Goal  string `json:"goal" see:"coach"`
	Field string `json:"field" see:"coach"`
	From  string `json:"from" see:"coach"`
	To    string `json:"to" see:"coach"`

	Unknown []Member `json:"-"`
}

// Evaluation is the look back at the end of the year.
type Evaluation struct {
	Date            text.Date        `json:"date" see:"board"`
	PerGoal         []GoalEvaluation `json:"per_goal" see:"board"` // to the board only when shared
	SummaryForBoard string           `json:"summary_for_board" see:"board"`

	Unknown []Member `json:"-"`
}

// GoalEvaluation is what became of one goal.
type GoalEvaluation struct {
	Goal           string `json:"goal" see:"board"`
	Result         string `json:"result" see:"board"`
	EffectOnPupils string `json:"effect_on_pupils" see:"board"`
	Next           string `json:"next" see:"board"`
	CarriedOver    bool   `json:"carried_over" see:"board"`
	Outcome        string `json:"outcome,omitempty" see:"coach"` // finished, carried-over or let-go
	Reason         string `json:"reason,omitempty" see:"coach"`
	// Evidence are the pieces that show it, by id.
	Evidence []string `json:"evidence,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// CarriedOver is a goal that goes along to a next year.
type CarriedOver struct {
	FromGoal string `json:"from_goal" see:"board"`
	ToYear   string `json:"to_year" see:"board"`
	Question string `json:"question" see:"board"`

	Unknown []Member `json:"-"`
}

// GoingOn is what the teacher ticked to take along to the next year.
type GoingOn struct {
	Goals      []string `json:"goals"`
	Activities []string `json:"activities"`
	Agreements []string `json:"agreements"`

	Unknown []Member `json:"-"`
}

// Share is what the teacher chose to show. Coach names the groups that the
// coach may see beside what a coach always sees; CoachAlso are single items of
// other groups, CoachNot those left out of a group, each as group/id. What is
// left out is nobody's business, so CoachNot goes to nobody.
type Share struct {
	Coach          []string `json:"coach" see:"coach"`
	CoachAlso      []string `json:"coach_also,omitempty" see:"coach"`
	CoachNot       []string `json:"coach_not,omitempty"`
	Strengths      bool     `json:"strengths" see:"board"`
	MidyearSummary bool     `json:"midyear_summary" see:"board"`
	Evaluation     bool     `json:"evaluation" see:"board"`
	// View is how the pages for others group what the plan is about: an
	// overlay, or ByArea. Empty leaves that out.
	View string `json:"view,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Line is an entitlement as this teacher has it.
type Line struct {
	Line            string    `json:"line" see:"board"` // id of the pack, or eigen-…
	Amount          *Decimal  `json:"amount" see:"board"`
	Unit            string    `json:"unit" see:"board"` // uur or euro
	Per             string    `json:"per" see:"board"`
	ProRata         bool      `json:"pro_rata" see:"board"`
	HoldsUntilPhase string    `json:"holds_until_phase,omitempty" see:"board"`
	Edited          bool      `json:"edited" see:"board"`
	CheckedOn       text.Date `json:"checked_on" see:"board"`
	CarriedIn       Quarters  `json:"carried_in,omitempty" see:"board"`
	CarriedInCents  Cents     `json:"carried_in_cents,omitempty" see:"board"`
	Source          string    `json:"source,omitempty" see:"board"` // funding source of a money line
	Note            string    `json:"note,omitempty" see:"coach"`
	Name            string    `json:"name,omitempty" see:"board"` // of a line of one's own
	Employer        string    `json:"employer,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// ExtraLine is a line that is neither hours nor money. Kind is percent,
// up_to_percent or days.
type ExtraLine struct {
	Line     string   `json:"line" see:"board"`
	Kind     string   `json:"kind" see:"board"`
	Percent  *Decimal `json:"percent,omitempty" see:"board"`
	Base     *Decimal `json:"base,omitempty" see:"board"`
	Actual   *Decimal `json:"actual,omitempty" see:"board"`
	Required *Decimal `json:"required,omitempty" see:"board"`
	Recorded *Decimal `json:"recorded,omitempty" see:"board"`
	Unit     string   `json:"unit" see:"board"`
	Audience string   `json:"audience,omitempty" see:"board"`
	Employer string   `json:"employer,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}
