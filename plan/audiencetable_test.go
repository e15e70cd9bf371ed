package plan_test

// The decision for every field of a document: who may see it, where the
// teacher shares all that can be shared and every item has the widest
// audience. A line is the place and its fields; "." is the document itself.

const seenByBoard = `
	.: format id language pack revision state version working_version
	activities: all_goals cost_cents description employer evidence_planned from funding goals hours hours_line id kind material minutes moments note order ordered_by_employer repeat status time to trial
	activities/log: cost_cents date hours
	activities/partner: name role
	agreements: audience by_when done employer id let_go what who
	assessment/agreed: date overall reason
	assessment/agreed/apart: line text
	assessment/agreed/judgements: competence evidence judgement reason source
	assessment/decision: at by date key phase reason recorded_by
	assessment/reactions: at by date text
	assessment/separate: id independent training
	assessment/separate/assessor: name role
	carried_over: from_goal question to_year
	conditions: employer material promises_by_school replacement support time_in_timetable
	edition: audience country language layout without_board without_work package words
	edition/view: id name
	edition/view/groups: competences gone id name
	edition/packet: at based_on kind outcome prev reason seq version
	edition/packet/from: key name
	edition/packet/to: key name
	edition/competences: area id name sentences
	edition/framework: digest id version
	entitlement_lines: amount carried_in carried_in_cents checked_on edited employer holds_until_phase line name per pro_rata source unit
	evaluation: date summary_for_board
	evaluation/per_goal: carried_over effect_on_pupils goal next result
	evidence: audience date employer id kind title
	extra_lines: actual audience base employer kind line percent recorded required unit
	framework_pin: digest id version
	goals: competences deadline employer evidence_planned id kept_for learning_question link_school order own_choice signs target_behaviour title why_for_pupils
	goals/aims: competence phase
	midyear: summary_for_board
	profile: assessors board cao_applies cao_starter employed_from employed_to employment framework fte fte_of function group induction_year name pdg school school_code school_year sector working_weeks
	profile/coach: name role
	profile/employers: board employment from fte fte_of function group id school school_code to
	profile/employers/coach: name role
	profile/employers/conditions: employer material promises_by_school replacement support time_in_timetable
	profile/employers/manager: name role
	profile/manager: name role
	profile/routes: by route since until
	profile/phase_recorded: at by date key phase reason recorded_by
	share: evaluation midyear_summary strengths view
	signatures: about_hash at date employer key moment name recorded_at recorded_by role status version
	start: strengths
	versions: at by number of reason revision
`

// What the coach sees beside that.
const seenByCoach = `
	.: question_to_coach
	activities: learned status_reason
	activities/origin: item plan year
	agreements: let_go_reason
	agreements/origin: item plan year
	competence_views: competence fits now want
	answers: at by id made note state text
	confirmations: about about_hash at by date how id key proof recorded_by role source
	core_values: name question
	entitlement_lines: note
	evaluation/per_goal: evidence outcome reason
	evidence: by competences goals link note place source
	evidence/file: bytes name pages sha256 type
	goals: let_go smallest_step
	goals/origin: item plan year
	midyear: date taken_out what_changes what_worked who_helped with
	midyear/goals_adjusted: field from goal to
	notes: about about_hash at by date due follows id key kind recorded_by source taken_into text via
	observations: about about_hash at competences date follows id instrument key source text
	observations/by: name role
	observations/icalt_scores: domain score
	profile: also
	school_goals: competences employer id of text
	reflections: about answers competences date goals id model text
	share: coach coach_also
	start/brought: date from questions strengths
	survey: open
	talks: id
	talks/forms: at by date summary version
	talks/forms/agreements: agreement by_when what who
`

// What is in the teacher's own edition only.
const seenBySelf = `
	.: year_before
	assessment/agreed: about_hash at by id key
	assessment/agreeing: advice at by hash id key
	assessment/decision: source
	assessment/file/made: at package
	assessment/interviews: at by date id key present
	assessment/interviews/heard: line text
	assessment/openings: at by judging key secret
	assessment/proposed: about_hash at by date id key overall reason
	assessment/proposed/apart: line text
	assessment/proposed/judgements: competence evidence judgement reason source
	assessment/reactions: advice key
	assessment/sealed: about at body date hash id key
	assessment/sealed/assessor: name role
	assessment/separate: about_hash at date follows key source
	assessment/separate/questions: line text
	assessment/separate/judgements: competence evidence judgement reason source
	competence_views: note
	edition: ancestors employer
	edition/gates: id name note
	edition/gates/groups: name
	edition/gates/groups/lines: competence evidence goals name phase sentence
	evidence: left_out
	evidence/origin: item plan year
	focus: competences reason set_aside
	going_on: activities agreements goals
	goals/own_count: question
	goals/own_count/marks: date mark
	letter: date text
	gone_competences: area id name sentences
	moves: act at by from package to
	received: at package
	received/packet: at based_on kind outcome prev reason seq version
	received/packet/from: key name
	received/packet/to: key name
	sent: package revision withdrawn
	sent/packet: at based_on kind outcome prev reason seq version
	sent/packet/from: key name
	sent/packet/to: key name
	observations/reading: competence fits
	profile: works_at
	profile/phase_recorded: source
	share: coach_not
	signatures: source
	start: development_points input_used
	survey: context later_on open_later
	versions: for
`

// What assessors see, beside the teacher: the competence file.
const seenByAssessors = `
	assessment/file: assessors gate phase
	assessment/file/coached: by year
	assessment/file/guides: name role year
	assessment/file/lines: competences id name sentence
	assessment/file/pieces: by date hash home id item kind lines link of place plan source text title year
	assessment/file/pieces/file: bytes name pages sha256 type
	assessment/file/pieces/goals: effect result title
`

// What assessors see of all that a board may see: who the teacher is.
const seenByAssessorsToo = `
	.: format id language pack state version working_version
	framework_pin: digest id version
	profile: board framework fte function induction_year name school school_year sector working_weeks
`

// What is in no edition, not even one's own: what a coach keeps beside the
// copy of a starter's plan, and an assessor beside that of a competence file.
const seenByNobody = `
	assessment/mine: overall reason
	assessment/mine/advice: competence evidence judgement reason source
	assessment/mine/apart: line text
	assessment/mine/judgements: competence evidence judgement reason source
	assessment/mine/questions: line text
	assessment/mine/secrets: judging secret
	review: agenda base drafts ended moment outcome questions reason talk
	review/private: about at id text
	review/seen: answers hash id kind words
`
