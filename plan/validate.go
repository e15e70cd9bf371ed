package plan

import (
	"reflect"
	"slices"
	"strings"

	"bekwaam/text"
)

// The choices that a document may hold.
var (
	statuses   = []string{Wanted, Planned, Running, Done, Dropped}
	audiences  = []string{"", Private, string(Coach), string(Board)}
	sigStates  = []string{Signed, Expected, Declined, OnPaper}
	sigMoments = []string{"plan", "close"}
	noteKinds  = []string{"sterkte", "vraag", "suggestie", "afspraak"}
	noteWays   = []string{"", NoteSaid, NoteElsewhere}
	fitsIDs    = []string{"", "geen", "start", "basis", "vak", "weet-niet"}
	cao        = []string{"", "yes", "no", "not-known"}
	pdg        = []string{"", "none", "running", "done"}
	extraKinds = []string{"percent", "up_to_percent", "days"}
	goalsOf    = []string{"", OfSchool, OfTeam}
	beside     = []string{RoleCoach, RoleAssessor}
)

// Validate returns the first thing in p that no plan may hold: an id twice,
// a reference to nothing, a value outside its choices, an end before its
// beginning, a text or list longer than a document holds. What is merely
// missing is no error but a question.
func Validate(p Plan) error {
	v := validator{ids: map[string]bool{}, goals: map[string]bool{}, employers: map[string]bool{"": true, Both: true}}
	v.sizes(reflect.ValueOf(p), "")
	v.head(p)
	v.profile(p.Profile)
	for _, g := range p.Goals {
		v.id(g.ID, "goals")
		v.goals[g.ID] = true
		v.employer(p, g.Employer, g.ID)
		if g.OwnCount != nil {
			for _, m := range g.OwnCount.Marks {
				v.one(m.Mark, Marks, g.ID, "own_count")
			}
		}
	}
	for _, g := range p.SchoolGoals {
		v.id(g.ID, "school_goals")
		v.one(g.Of, goalsOf, g.ID, "of")
		v.employer(p, g.Employer, g.ID)
	}
	for _, a := range p.Activities {
		v.activity(a)
		v.employer(p, a.Employer, a.ID)
	}
	for _, x := range p.Agreements {
		v.id(x.ID, "agreements")
		v.one(x.Audience, audiences, x.ID, "audience")
		v.employer(p, x.Employer, x.ID)
	}
	for _, x := range p.Evidence {
		v.id(x.ID, "evidence")
		v.one(x.Audience, audiences, x.ID, "audience")
		v.known(x.Goals, x.ID)
		v.employer(p, x.Employer, x.ID)
		v.evidence(x)
	}
	for _, x := range p.Observations {
		v.id(x.ID, "observations")
		v.readings(x)
	}
	for _, x := range p.Answers {
		v.id(x.ID, "answers")
		v.one(x.State, answerStates, x.ID, "state")
	}
	for _, x := range p.Notes {
		v.id(x.ID, "notes")
		v.one(x.Kind, noteKinds, x.ID, "kind")
		v.one(x.Via, noteWays, x.ID, "via")
	}
	for _, x := range p.Talks {
		v.id(x.ID, "talks")
	}
	for _, x := range p.Reflections {
		v.id(x.ID, "reflections")
		v.known(x.Goals, x.ID)
	}
	for _, x := range p.Confirmations {
		v.id(x.ID, "confirmations")
		v.one(x.How, confirmWays, x.ID, "how")
	}
	if p.Assessment != nil {
		v.competenceFile(p.Assessment.File)
		for _, x := range p.Assessment.Separate {
			v.id(x.ID, "assessment/separate")
		}
	}
	v.views(p.Views)
	for _, s := range p.Signatures {
		v.one(s.Status, sigStates, "signatures", "status")
		v.one(s.Moment, sigMoments, "signatures", "moment")
		v.employer(p, s.Employer, "signatures")
	}
	v.employer(p, p.Conditions.Employer, "conditions")
	v.lines(p)
	if p.Evaluation != nil {
		for _, e := range p.Evaluation.PerGoal {
			v.known([]string{e.Goal}, "evaluation")
			v.one(e.Outcome, outcomes, "evaluation/"+e.Goal, "outcome")
		}
	}
	return v.err
}

func (v *validator) head(p Plan) {
	if !slices.Contains(States, p.State) {
		v.fail(CodeUnknown, "", "state", string(p.State))
	}
	v.one(p.Language, []string{"nl", "en"}, "", "language")
	if p.Revision < 0 || p.WorkingVersion < 1 {
		v.fail(CodeRange, "", "revision")
	}
	seen := map[int]bool{}
	for _, x := range p.Versions {
		if x.Number < 1 || seen[x.Number] {
			v.fail(CodeTwice, "versions", "number", itoa(x.Number))
		}
		seen[x.Number] = true
	}
}

func (v *validator) profile(p Profile) {
	if y := p.SchoolYear; y != "" && !validYear(y) {
		v.fail(CodeDate, "profile", "school_year", y)
	}
	if p.WorkingWeeks < 0 || p.WorkingWeeks > 53 {
		v.fail(CodeRange, "profile", "working_weeks", itoa(p.WorkingWeeks))
	}
	v.one(p.CaoApplies, cao, "profile", "cao_applies")
	v.one(p.CaoStarter, cao, "profile", "cao_starter")
	v.one(p.PDG, pdg, "profile", "pdg")
	parts := func(n int, item string) {
		if n < 0 || n > 100 {
			v.fail(CodeRange, item, "fte_of", itoa(n))
		}
	}
	parts(p.FTEOf, "profile")
	for _, role := range p.Also {
		v.one(role, beside, "profile", "also")
	}
	routes := map[string]bool{}
	for _, r := range p.Routes {
		if r.Route == "" || routes[r.Route] {
			v.fail(CodeTwice, "profile/routes", "route", r.Route)
		}
		routes[r.Route] = true
		v.span(r.Since, r.Until, "profile/routes")
	}
	ids := map[string]bool{}
	for _, e := range p.Employers {
		parts(e.FTEOf, e.ID)
		if e.ID == "" || e.ID == Both || ids[e.ID] {
			v.fail(CodeTwice, "profile/employers", "id", e.ID)
		}
		ids[e.ID], v.employers[e.ID] = true, true
		v.span(e.From, e.To, e.ID)
	}
	v.span(p.EmployedFrom, p.EmployedTo, "profile")
	if p.Now != "" && !ids[p.Now] {
		v.fail(CodeUnknown, "profile", "works_at", p.Now)
	}
}

// validYear accepts 2026-2027: two years that follow each other.
func validYear(s string) bool {
	a, b, ok := strings.Cut(s, "-")
	x, err1 := text.ParseISOMonth(a + "-08")
	y, err2 := text.ParseISOMonth(b + "-07")
	return ok && err1 == nil && err2 == nil && y.Year == x.Year+1
}

func (v *validator) activity(a Activity) {
	v.id(a.ID, "activities")
	v.one(a.Status, statuses, a.ID, "status")
	v.known(a.Goals, a.ID)
	v.span(a.From, a.To, a.ID)
	for _, m := range a.Moments {
		if _, _, ok := momentSpan(m); !ok {
			v.fail(CodeDate, a.ID, "moments", m)
		}
	}
	v.one(a.Repeat, Repeats, a.ID, "repeat")
	if a.Time != "" && !clockTime(a.Time) {
		v.fail(CodeDate, a.ID, "time", a.Time)
	}
	if a.Minutes < 0 || a.Minutes > 24*60 {
		v.fail(CodeRange, a.ID, "minutes", itoa(a.Minutes))
	}
}

func (v *validator) views(views []View) {
	seen := map[string]bool{}
	for _, x := range views {
		if seen[x.Competence] {
			v.fail(CodeTwice, "competence_views", "competence", x.Competence)
		}
		seen[x.Competence] = true
		v.one(x.Fits, fitsIDs, x.Competence, "fits")
		if x.Now < 0 || x.Now > 4 || x.Want < 0 || x.Want > 4 {
			v.fail(CodeRange, x.Competence, "want")
		}
	}
}

func (v *validator) lines(p Plan) {
	seen := map[string]bool{}
	for _, l := range p.EntitlementLines {
		key := l.Line + "\x00" + l.Employer
		if seen[key] || l.Line == "" {
			v.fail(CodeTwice, "entitlement_lines", "line", l.Line)
		}
		seen[key] = true
		v.employer(p, l.Employer, l.Line)
		v.one(l.HoldsUntilPhase, append([]string{""}, phases...), l.Line, "holds_until_phase")
		if l.Amount != nil && (*l.Amount < 0 || *l.Amount > 10_000_000*unit4) {
			v.fail(CodeRange, l.Line, "amount", l.Amount.String())
		}
	}
	for _, x := range p.ExtraLines {
		v.one(x.Kind, extraKinds, x.Line, "kind")
		v.one(x.Audience, audiences, x.Line, "audience")
		v.employer(p, x.Employer, x.Line)
	}
	for id, n := range p.Survey.Context {
		if n < 1 || n > 4 {
			v.fail(CodeRange, "survey", "context/"+id, itoa(n))
		}
	}
}
