package plan_test

import (
	"reflect"
	"testing"
	"time"

	"bekwaam/plan"
)

func newPlan(t *testing.T) plan.Plan {
	t.Helper()
	c, err := plan.New("p1", "2026-2027", packOf(t), "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	return c.Plan
}

func TestNew(t *testing.T) {
	p := newPlan(t)
	if p.Profile.SchoolYear != "2026-2027" || p.Pin.ID != "nl-po" || p.Pin.Digest == "" || p.State != plan.Draft || len(p.EntitlementLines) == 0 {
		t.Errorf("new plan: %+v", p)
	}
	if err := plan.Validate(p); err != nil {
		t.Error(err)
	}
	if y := plan.YearOf(plan.Plan{}.Profile.EmployedFrom.AddDays(0)); y != "-1-0" {
		t.Errorf("no day lies in %s", y)
	}
	for _, tt := range []struct {
		month int
		want  string
	}{{7, "2025-2026"}, {8, "2026-2027"}, {12, "2026-2027"}} {
		d := starter(t).Goals[0].Deadline
		d.Year, d.Month = 2026, tt.month
		if got := plan.YearOf(d); got != tt.want {
			t.Errorf("month %d lies in %s, want %s", tt.month, got, tt.want)
		}
	}
}

func TestSignAndCorrect(t *testing.T) {
	p := newPlan(t)
	if err := plan.CanSign(p); plan.Code(err) != plan.CodeNoGoal {
		t.Errorf("without a goal: %v", err)
	}
	p.Goals = []plan.Goal{{ID: "d1"}}
	if err := plan.CanSign(p); plan.Code(err) != plan.CodeNoGoal {
		t.Errorf("with an empty goal: %v", err)
	}
	p.Goals[0].Question = "Hoe?"
	if err := plan.CanSign(p); plan.Code(err) != plan.CodeRequired {
		t.Errorf("without a name: %v", err)
	}
	p.Profile.Name = noor.Name
	p.Revision = 7
	p.Signatures = []plan.Signature{{Moment: "plan", Role: plan.RoleTeacher, Status: plan.Expected, Employer: plan.Both}}
	if _, err := plan.Begin(p, noor); plan.Code(err) != plan.CodeState {
		t.Errorf("begin before signing: %v", err)
	}
	if _, err := plan.NewVersion(p, noor); plan.Code(err) != plan.CodeNothing {
		t.Errorf("a new version of what is not frozen: %v", err)
	}
	before := p.Clone()
	c, err := plan.Sign(p, noor, "fp")
	if err != nil || !reflect.DeepEqual(p, before) || !c.Act.Fixed {
		t.Fatal(err, c.Act)
	}
	p = c.Plan
	hash, _ := plan.ContentHash(p, "plan")
	wantSig := plan.Signature{Moment: "plan", Role: plan.RoleTeacher, Name: noor.Name, Date: p.Signatures[0].Date, At: "2026-11-03T14:08:00Z",
		Status: plan.Signed, Version: 1, AboutHash: hash, Key: "fp", Employer: plan.Both}
	if len(p.Signatures) != 1 || !reflect.DeepEqual(p.Signatures[0], wantSig) || p.Signatures[0].Date.String() != "2026-11-03" {
		t.Errorf("signature %+v", p.Signatures)
	}
	if v := p.Versions[0]; v.Number != 1 || v.Of != 0 || v.Reason != plan.ReasonSigned || v.Revision != 7 || v.By != noor.Name {
		t.Errorf("version %+v", v)
	}
	if !p.Frozen() || p.SignedVersion() != 1 {
		t.Error("the signed version is not frozen")
	}
	if _, err := plan.Sign(p, noor, "fp"); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("signed twice: %v", err)
	}
	c, err = plan.NewVersion(p, noor)
	if err != nil || c.Plan.WorkingVersion != 2 || c.Act.Args[0] != "2" || c.Act.Args[1] != "1" {
		t.Fatal(err, c.Act)
	}
	c, err = plan.EditGoal(c.Plan, "d1", "title", func(g *plan.Goal) { g.Title = "Anders" })
	if err != nil {
		t.Fatal(err)
	}
	if c, err = plan.Sign(c.Plan, noor, ""); err != nil || c.Plan.Versions[1].Of != 1 || len(c.Plan.Signatures) != 2 {
		t.Errorf("the correction does not name what it corrects: %+v %v", c.Plan.Versions, err)
	}
	if c, err = plan.Begin(c.Plan, noor); err != nil || c.Plan.State != plan.Active || c.Plan.Moves[0].From != plan.Draft {
		t.Errorf("begin: %+v %v", c.Plan.Moves, err)
	}
	p = c.Plan
	p.State = plan.Closed
	if _, err := plan.NewVersion(p, noor); plan.Code(err) != plan.CodeClosed {
		t.Errorf("a new version of a closed year: %v", err)
	}
}

// A plan from elsewhere may have versions beyond the one it shows.
func TestNewVersionPassesOverWhatIsThere(t *testing.T) {
	p := starter(t)
	p.Versions = []plan.Version{{Number: 1}, {Number: 3, Of: 1}}
	c, err := plan.NewVersion(p, noor)
	if err != nil || c.Plan.WorkingVersion != 4 || c.Plan.Frozen() {
		t.Errorf("version %d %v", c.Plan.WorkingVersion, err)
	}
	c, err = plan.Sign(c.Plan, noor, "")
	if err != nil || c.Plan.Versions[2].Of != 3 {
		t.Errorf("%+v %v", c.Plan.Versions, err)
	}
}

func TestSigners(t *testing.T) {
	p := newPlan(t)
	roles := func(p plan.Plan) string {
		s := ""
		for _, x := range plan.For(p, packOf(t), plan.Board, "").Signers() {
			s += x.Role + " "
		}
		return s
	}
	if got := roles(p); got != "teacher " {
		t.Errorf("signers %q", got)
	}
	p.Profile.Coach, p.Profile.Manager, p.Profile.Board = &plan.Person{Name: "Ilse"}, &plan.Person{Name: "Karim"}, "Stroomdal"
	if got := roles(p); got != "teacher coach manager board " {
		t.Errorf("signers %q", got)
	}
	p.Profile.Employment = "zzp"
	if got := roles(p); got != "teacher coach client " || plan.For(p, packOf(t), plan.Board, "").Signers()[2].Name != "Karim" {
		t.Errorf("signers %q", got)
	}
	if got := roles(starter(t)); got != "teacher coach manager board " || plan.For(starter(t), nil, plan.Board, "").Signers()[0].Moment != "close" {
		t.Errorf("signers still expected %q", got)
	}
}

func TestInstant(t *testing.T) {
	at := time.Date(2026, 11, 3, 15, 8, 9, 99, time.FixedZone("", 3600))
	if i := plan.At(at); i != "2026-11-03T14:08:09Z" || !i.Time().Equal(at.Truncate(time.Second)) {
		t.Errorf("%s %s", i, i.Time())
	}
	if !plan.Instant("").Time().IsZero() {
		t.Error("no instant is a time")
	}
}
