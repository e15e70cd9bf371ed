package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// newIn is an empty plan of a framework for one way of working.
func newIn(t *testing.T, framework, employment string) plan.Plan {
	t.Helper()
	c, err := plan.New("p", "2026-2027", packOf(t), framework, "nl")
	if err != nil {
		t.Fatal(err)
	}
	return works(t, c.Plan, employment)
}

// works changes how somebody works.
func works(t *testing.T, p plan.Plan, employment string) plan.Plan {
	t.Helper()
	c, err := plan.EditProfile(p, packOf(t), "employment", func(x *plan.Profile) { x.Employment = employment })
	if err != nil {
		t.Fatal(err)
	}
	return c.Plan
}

// TestEveryWayOfWorking says of each whether there is a board, and whether
// the lines of an agreement or decree are offered.
func TestEveryWayOfWorking(t *testing.T) {
	pack := packOf(t)
	want := map[string]string{
		"bestuur": "board lines", "meer-besturen": "board lines", "invalpool": "asks", "detachering": "asks", "uitzend": "", "zzp": "", "tussen": "idle",
		"vl-tabd": "board lines", "vl-tadd": "board lines", "vl-vast": "board lines", "vl-interim": "board lines", "vl-lerarenplatform": "board lines", "vl-zij-instromer": "board lines",
	}
	for _, e := range pack.Employment {
		framework := "nl-po"
		if !slices.Contains(e.Frameworks, framework) {
			framework = "vl"
		}
		p := newIn(t, framework, e.ID)
		var got []string
		for word, is := range map[string]bool{"board": !plan.WithoutBoard(p, pack), "lines": len(p.EntitlementLines) > 0, "asks": plan.AsksAgreement(p, pack), "idle": plan.BetweenJobs(p, pack)} {
			if is {
				got = append(got, word)
			}
		}
		slices.Sort(got)
		if w, ok := want[e.ID]; !ok || strings.Join(got, " ") != w {
			t.Errorf("%s: %v, want %q", e.ID, got, w)
		}
		if offered := plan.HasAgreement(p, pack); offered != (len(p.EntitlementLines) > 0) || !offered && len(plan.Promised(p, pack, "coach", "plan")) > 0 {
			t.Errorf("%s: an agreement holds: %v, with %d lines", e.ID, offered, len(p.EntitlementLines))
		}
		for _, f := range pack.FundingFor(framework) {
			if can := plan.Payable(p, pack, f); can == (f.Needs == "board" && plan.WithoutBoard(p, pack) || f.Needs == "agreement" && !plan.HasAgreement(p, pack)) {
				t.Errorf("%s: paid by %s: %v", e.ID, f.ID, can)
			}
		}
	}
}

// TestAgreementThatIsAskedFor offers its lines once the teacher says that it
// holds.
func TestAgreementThatIsAskedFor(t *testing.T) {
	pack := packOf(t)
	p := newIn(t, "nl-po", "invalpool")
	for _, answer := range []string{"no", "not-known", "yes", "no"} {
		c, err := plan.EditProfile(p, pack, "agreement", func(x *plan.Profile) { x.CaoApplies = answer })
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
		if got := len(p.EntitlementLines) > 0; got != (answer == "yes") {
			t.Errorf("answered %s: %d lines", answer, len(p.EntitlementLines))
		}
		rule, want := plan.Words(p, pack).Say(continuum.Text{NL: "{regeling}"}, "nl"), "contract"
		if answer == "yes" {
			want = "cao"
		}
		if rule != want {
			t.Errorf("answered %s: the rules are called %q, want %q", answer, rule, want)
		}
	}
}

// TestUsualAnswerOnStarterRights is there only where it makes a difference,
// and an answer of one's own stays.
func TestUsualAnswerOnStarterRights(t *testing.T) {
	pack := packOf(t)
	edit := func(p plan.Plan, field string, do func(*plan.Profile)) plan.Plan {
		t.Helper()
		c, err := plan.EditProfile(p, pack, field, do)
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	year := func(n int) func(*plan.Profile) { return func(x *plan.Profile) { x.InductionYear = n } }
	for _, tt := range []struct{ framework, employment, want string }{
		{"nl-po", "bestuur", "yes"}, {"nl-po", "zzp", ""}, {"nl-po", "invalpool", ""}, {"nl-vo", "bestuur", ""}, {"nl-mbo", "bestuur", ""}, {"vl", "vl-tabd", ""},
	} {
		if got := newIn(t, tt.framework, tt.employment).Profile.CaoStarter; got != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.framework, tt.employment, got, tt.want)
		}
	}
	p := newIn(t, "nl-po", "bestuur")
	p = edit(p, "year", year(4))
	if p.Profile.CaoStarter != "not-known" {
		t.Errorf("in the fourth year %q", p.Profile.CaoStarter)
	}
	p = edit(works(t, p, "zzp"), "year", year(2))
	if p.Profile.CaoStarter != "" {
		t.Errorf("for oneself %q", p.Profile.CaoStarter)
	}
	if p = works(t, p, "bestuur"); p.Profile.CaoStarter != "yes" {
		t.Errorf("with a board again %q", p.Profile.CaoStarter)
	}
	p = edit(p, "rights", func(x *plan.Profile) { x.CaoStarter = "no" })
	if p = edit(works(t, works(t, p, "tussen"), "bestuur"), "year", year(4)); p.Profile.CaoStarter != "no" {
		t.Errorf("an answer of one's own became %q", p.Profile.CaoStarter)
	}
}

// TestBetweenJobsNothingOfAnOldJobLeaves, and all of it is there again with the
// next one.
func TestBetweenJobsNothingOfAnOldJobLeaves(t *testing.T) {
	pack := packOf(t)
	p := newIn(t, "nl-po", "bestuur")
	p.Profile.Name, p.Profile.School, p.Profile.SchoolCode, p.Profile.Board, p.Profile.Group = "Noor", "kanarie school", "kanarie code", "kanarie bestuur", "kanarie groep"
	p.Profile.Manager = &plan.Person{Name: "kanarie leider", Role: plan.RoleManager}
	before := p.Clone()
	p = works(t, p, "tussen")
	for _, a := range []plan.Audience{plan.Board, plan.Coach} {
		e := plan.For(p, pack, a, "")
		if strings.Contains(string(e.Payload()), "kanarie") || !e.Info.WithoutBoard || !e.Info.WithoutWork {
			t.Errorf("%s: %+v", a, e.Plan.Profile)
		}
		for _, s := range e.Signers() {
			if s.Role != plan.RoleTeacher {
				t.Errorf("%s: %s can sign", a, s.Role)
			}
		}
	}
	if p = works(t, p, "bestuur"); p.Profile.School != before.Profile.School || p.Profile.Manager.Name != before.Profile.Manager.Name || len(p.EntitlementLines) != len(before.EntitlementLines) {
		t.Errorf("with the next job: %+v", p.Profile)
	}
	p = works(t, p, "tussen")
	p.Profile.Manager = &plan.Person{Name: "Ans van de regio", Role: plan.RoleClient}
	e := plan.For(p, pack, plan.Board, "")
	if got := e.Signers(); len(got) != 2 || got[1].Name != "Ans van de regio" || got[1].Role != plan.RoleClient {
		t.Errorf("signers %+v", got)
	}
	if p = works(t, p, "bestuur"); p.Profile.Manager.Role != plan.RoleManager {
		t.Errorf("with a board the receiver is %+v", p.Profile.Manager)
	}
}

// TestMoveToABoardLosesNothing: everything that was written without a board is
// there with one, and the lines of the agreement come beside it.
func TestMoveToABoardLosesNothing(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	for _, from := range []string{"invalpool", "uitzend", "zzp", "tussen", "detachering"} {
		q := works(t, p, from)
		c, err := plan.AddLine(q, plan.Line{Line: "eigen-x", Name: "Scholing uit mijn contract", Unit: "uur", Per: "jaar"})
		if err != nil {
			t.Fatal(err)
		}
		before := c.Plan
		after := works(t, before, "bestuur")
		for _, l := range plan.Offered(after, pack) {
			if !slices.ContainsFunc(after.EntitlementLines, func(x plan.Line) bool { return x.Line == l.Line }) {
				t.Errorf("%s: %s is not offered", from, l.Line)
			}
		}
		if !slices.ContainsFunc(after.EntitlementLines, func(x plan.Line) bool { return x.Line == "eigen-x" }) {
			t.Errorf("%s: the line of one's own is gone", from)
		}
		before.Profile.Employment, before.Profile.CaoStarter = after.Profile.Employment, after.Profile.CaoStarter
		before.EntitlementLines = after.EntitlementLines
		if !(plan.Change{Plan: before}).Same(after) {
			t.Errorf("%s: something else changed", from)
		}
	}
}
