package plan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/templates"
	"bekwaam/text"
)

var noor = plan.Actor{Name: "Noor Bedachtsma", At: time.Date(2026, 11, 3, 15, 8, 0, 0, time.FixedZone("", 3600))}

// acts does each act once in a way that changes something.
var acts = map[string]func(p plan.Plan, pack *continuum.Pack) (plan.Change, error){
	"EditProfile": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		return plan.EditProfile(p, pack, "employment", func(x *plan.Profile) { x.Employment = "zzp" })
	},
	"AnswerOpen":    func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.AnswerOpen(p, "trots", "Dat.") },
	"AnswerContext": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.AnswerContext(p, "tijd", 4) },
	"EditView": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditView(p, "nl-po/klimaat/relatie", func(v *plan.View) { v.Want = 3 })
	},
	"ClearViews": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.ClearViews(p, "klimaat", []string{"nl-po/klimaat/relatie"})
	},
	"EditStart": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditStart(p, "strengths", func(s *plan.Start) { s.Strengths = append(s.Strengths, "meer") })
	},
	"EditFocus": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditFocus(p, "reason", func(f *plan.Focus) { f.Reason = "daarom" })
	},
	"EditConditions": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditConditions(p, "material", func(c *plan.Conditions) { c.Promises[0] = "ja" })
	},
	"EditShare": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditShare(p, "strengths", func(s *plan.Share) { s.Strengths = true })
	},
	"EditBrought": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditBrought(p, "strengths", func(b *plan.StartProfile) { b.Strengths = append(b.Strengths, "rustig") })
	},
	"SetLanguage": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.SetLanguage(p, "en") },
	"AskCoach":    func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.AskCoach(p, "Te veel?") },
	"EditCoreValues": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditCoreValues(p, []plan.CoreValue{{Name: "rust", Question: "Wat kan wachten?"}})
	},
	"AddGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddGoal(p, plan.Goal{ID: "d9", Question: "Hoe?"})
	},
	"EditGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditGoal(p, "d1", "title", func(g *plan.Goal) { g.Competences[0], g.ID = "nl-po/klimaat/groep", "x" })
	},
	"RemoveGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveGoal(p, "d1") },
	"MoveGoal":   func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.MoveGoal(p, "d1", 1) },
	"KeepGoal":   func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.KeepGoal(p, "d1", "2027-2028") },
	"AddActivities": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddActivities(p, plan.Activity{ID: "a98", Moments: []string{"2026-11"}}, plan.Activity{ID: "a99"})
	},
	"EditActivity": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditActivity(p, "a1", "hours", func(a *plan.Activity) { *a.Hours, a.Goals[0] = 1, "d2" })
	},
	"RemoveActivity": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveActivity(p, "a1") },
	"ShiftActivity":  func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.ShiftActivity(p, "a1", 1) },
	"AddSchoolGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddSchoolGoal(p, plan.SchoolGoal{ID: "s9", Text: "Rust in de klas", Of: plan.OfTeam})
	},
	"EditSchoolGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditSchoolGoal(p, "s1", "text", func(g *plan.SchoolGoal) { g.Text, g.Competences[0] = "anders", "nl-po/klimaat/groep" })
	},
	"RemoveSchoolGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveSchoolGoal(p, "s1") },
	"AddAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddAgreement(p, plan.Agreement{ID: "g9", What: "iets"})
	},
	"EditAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditAgreement(p, "g1", "what", func(a *plan.Agreement) { a.What = "anders" })
	},
	"RemoveAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveAgreement(p, "g1") },
	"AddObservation": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddObservation(p, plan.Observation{ID: "o9", Text: "Dat zag ik."})
	},
	"EditObservation": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditObservation(p, "o1", "text", func(o *plan.Observation) { o.Text, o.Competences[0] = "anders", "nl-po/klimaat/groep" })
	},
	"ReadObservation": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.ReadObservation(p, "o1", "nl-po/organisatie/overzicht", "basis")
	},
	"RemoveObservation": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveObservation(p, "o1") },
	"AddLine": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddLine(p, plan.Line{Line: "eigen-x", Unit: "uur"})
	},
	"EditLine": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditLine(p, "po-di", "amount", func(l *plan.Line) { *l.Amount = 10 })
	},
	"RemoveLine": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveLine(p, "po-di") },
	"Repin": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		f, _ := pack.Framework("nl-po")
		return plan.Repin(p, &continuum.Framework{ID: f.ID, Version: "9", Digest: "sha256:9"})
	},
	"AddEmployer": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		return plan.AddEmployer(p, pack, plan.Employer{ID: "b", School: "School B"})
	},
	"EditEmployer": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		c, err := plan.AddEmployer(p, pack, plan.Employer{ID: "b", School: "School B"})
		if err != nil {
			return c, err
		}
		return plan.EditEmployer(c.Plan, pack, "b", "school", func(e *plan.Employer) { e.School = "School C" })
	},
	"RemoveEmployer": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		c, err := plan.AddEmployer(p, pack, plan.Employer{ID: "b", School: "School B"})
		if err != nil {
			return c, err
		}
		return plan.RemoveEmployer(c.Plan, pack, "w1")
	},
	"EditEmployerConditions": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		c, err := plan.AddEmployer(p, pack, plan.Employer{ID: "b", School: "School B"})
		if err != nil {
			return c, err
		}
		return plan.EditEmployerConditions(c.Plan, "b", "material", func(c *plan.Conditions) { c.Promises[0] = "ja" })
	},
	"Log": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.Log(p, "a1", plan.LogEntry{Date: iso("2026-12-01"), Hours: 2, Cost: 100}, "po-di")
	},
	"Unlog": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.Unlog(p, "a1", 0) },
	"SetStatus": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.SetStatus(p, "a1", plan.Dropped, "De klas wisselde.")
	},
	"MoveActivity": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.MoveActivity(p, "a1", []string{"2027-04", "2027-03-02"})
	},
	"RepeatActivity": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.RepeatActivity(p, "a1", plan.EveryTwoWeeks, "15:30", 45)
	},
	"KeepAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.KeepAgreement(p, "g4") },
	"MoveAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.MoveAgreement(p, "g4", iso("2027-06-30"))
	},
	"LetGoOfAgreement": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.LetGoOfAgreement(p, "g4", iso("2027-06-01"), "Niet meer nodig.")
	},
	"AskOnFriday": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AskOnFriday(p, "d1", "Bleef groep 4 aan het werk?")
	},
	"MarkWeek": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		c, err := plan.AskOnFriday(p, "d1", "Bleef groep 4 aan het werk?")
		if err != nil {
			return c, err
		}
		return plan.MarkWeek(c.Plan, "d1", iso("2026-11-13"), plan.MarkSome)
	},
	"WriteLetter": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.WriteLetter(p, "Lieve ik van juni.", iso("2026-09-04"))
	},
	"AnswerLater": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AnswerLater(p, "trots", "Nu dit.", iso("2027-06-20"))
	},
	"AddEvidence": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddEvidence(p, plan.Evidence{ID: "b99", Title: "Kaart", Competences: []string{"nl-po/klimaat/groep"}})
	},
	"EditEvidence": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditEvidence(p, "b1", "title", func(e *plan.Evidence) { e.Title, e.Competences[0] = "anders", "nl-po/klimaat/groep" })
	},
	"RemoveEvidence": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveEvidence(p, "b1") },
	"LeaveOut": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.LeaveOut(p, "b1", plan.Coach, true)
	},
	"AddReflection": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AddReflection(p, plan.Reflection{ID: "r99", Model: "kort", Answers: map[string]string{"kort/1": "Dat."}})
	},
	"EditReflection": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditReflection(p, "r1", "text", func(r *plan.Reflection) { r.Text, r.Answers = "anders", map[string]string{"kort/2": "", "kort/1": "x"} })
	},
	"RemoveReflection": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.RemoveReflection(p, "r1") },
	"EditMidyear": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditMidyear(p, "who_helped", func(m *plan.Midyear) { m.WhoHelped = "Wil" })
	},
	"AdjustGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AdjustGoal(p, "d2", "title", "Eerder praten met ouders")
	},
	"DecideHalfway": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.DecideHalfway(p, "d2", plan.GoalKept)
	},
	"EditEvaluation": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EditEvaluation(p, "summary_for_board", func(e *plan.Evaluation) { e.SummaryForBoard = "Anders." })
	},
	"EvaluateGoal": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.EvaluateGoal(p, "d1", "outcome", func(e *plan.GoalEvaluation) { e.Goal, e.Outcome = "x", plan.CarriesOver })
	},
	"AskNextYear": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		return plan.AskNextYear(p, "d1", "", "En dan?")
	},
	"MoveOn": func(p plan.Plan, pack *continuum.Pack) (plan.Change, error) {
		return plan.MoveOn(p, pack, plan.Leaving{Last: iso("2027-01-31"), Next: plan.Employer{School: "School B"}, Reason: "Andere school.", NewID: func() string { return "x1" }})
	},
	"GoesOn": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) { return plan.GoesOn(p, "a7", true) },
	"Replace": func(p plan.Plan, _ *continuum.Pack) (plan.Change, error) {
		q := p.Clone()
		q.Goals[0].Title = "anders"
		return plan.Replace(p, q)
	},
}

// otherActs move a plan on and have tests of their own.
var otherActs = []string{"New", "NewVersion", "Sign", "RecordWetSignature", "TakeSignatures", "Begin", "Withdraw", "OpenReview", "AddNote", "EditNote", "RemoveNote",
	"EditReview", "EndCoaching", "TickAgenda", "TickQuestion", "AnswerNote", "EndMidyear", "Close", "Correct", "Corrected", "Decide", "NextYear",
	"WriteDown", "TakeComments", "AddTalk", "EditTalk", "RemoveTalk", "ConfirmTalk", "PlanTalk",
	"ShareItem", "ShareWithCoach", "AddPiece", "TakeOutPiece", "OrderFile", "AskAssessors", "StateCoaching", "React", // beside the versions
	"JudgeLine", "AskAtInterview", "HandIn", "OpenJudging", "Revise", "RecordInterview", "AdviseLine", "AdviseOverall", "Propose", "AgreeWith"} // of an assessor

func TestTableOfActsIsComplete(t *testing.T) {
	var found []string
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.IsExported() && returnsChange(fn) {
				found = append(found, fn.Name.Name)
			}
		}
	}
	slices.Sort(found)
	want := slices.Sorted(maps.Keys(acts))
	want = append(want, otherActs...)
	slices.Sort(want)
	if !slices.Equal(found, want) {
		t.Errorf("acts in the package: %v\nacts in the tests: %v", found, want)
	}
}

func returnsChange(fn *ast.FuncDecl) bool {
	r := fn.Type.Results
	if r == nil || len(r.List) != 2 {
		return false
	}
	name, ok := r.List[0].Type.(*ast.Ident)
	return ok && name.Name == "Change"
}

func TestActs(t *testing.T) {
	pack := packOf(t)
	words := templates.NewTexts("nl")
	for name, act := range acts {
		p := starter(t)
		before := p.Clone()
		c, err := act(p, pack)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !reflect.DeepEqual(p, before) {
			t.Errorf("%s touches the plan it was given", name)
		}
		if c.Same(p) {
			t.Errorf("%s changes nothing", name)
		}
		if c.Act.Name == "" || c.Act.Fixed {
			t.Errorf("%s is recorded as %+v", name, c.Act)
		}
		if !words.Has("did." + c.Act.Name) {
			t.Errorf("the history has no words for %s", c.Act.Name)
		}
		if err := plan.Validate(c.Plan); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		spoil(reflect.ValueOf(&c.Plan).Elem())
		if !reflect.DeepEqual(p, before) {
			t.Errorf("%s: the new plan shares something with the old", name)
		}
	}
}

func TestActsLeaveWhatIsFrozen(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	frozen := p.Clone()
	frozen.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	closed := p.Clone()
	closed.State = plan.Closed
	judged := p.Clone()
	judged.State = plan.Judged
	for _, tt := range []struct {
		p    plan.Plan
		code string
	}{{frozen, plan.CodeFrozen}, {closed, plan.CodeClosed}, {judged, plan.CodeClosed}} {
		for name, act := range acts {
			before := tt.p.Clone()
			c, err := act(tt.p, pack)
			if plan.Code(err) != tt.code {
				t.Errorf("%s: got %v, want %s", name, err, tt.code)
			}
			if !reflect.DeepEqual(c, plan.Change{}) || !reflect.DeepEqual(tt.p, before) {
				t.Errorf("%s is refused and changes something all the same", name)
			}
		}
	}
}

func TestActsAreRefused(t *testing.T) {
	p := starter(t)
	pack := packOf(t)
	only := func(c plan.Change, err error) error { return err }
	tests := []struct {
		name string
		err  error
		code string
	}{
		{"unknown goal", only(plan.EditGoal(p, "d9", "title", func(*plan.Goal) {})), plan.CodeUnknown},
		{"unknown goal to remove", only(plan.RemoveGoal(p, "d9")), plan.CodeUnknown},
		{"unknown goal to keep", only(plan.KeepGoal(p, "d9", "2027-2028")), plan.CodeUnknown},
		{"unknown activity to shift", only(plan.ShiftActivity(p, "a99", 1)), plan.CodeUnknown},
		{"first goal up", only(plan.MoveGoal(p, "d1", -1)), plan.CodeNothing},
		{"last goal down", only(plan.MoveGoal(p, "d3", 1)), plan.CodeNothing},
		{"goal without an id", only(plan.AddGoal(p, plan.Goal{})), plan.CodeRequired},
		{"id twice", only(plan.AddGoal(p, plan.Goal{ID: "a1"})), plan.CodeTwice},
		{"activity for no goal", only(plan.AddActivities(p, plan.Activity{ID: "x", Goals: []string{"d9"}})), plan.CodeUnknown},
		{"line twice", only(plan.AddLine(p, plan.Line{Line: "po-di"})), plan.CodeTwice},
		{"answer 5", only(plan.AnswerContext(p, "tijd", 5)), plan.CodeRange},
		{"language", only(plan.SetLanguage(p, "fr")), plan.CodeUnknown},
		{"nothing to clear", only(plan.ClearViews(p, "x", nil)), plan.CodeNothing},
		{"no job", only(plan.EditProfile(p, pack, "fte", func(x *plan.Profile) { x.FTE = 0 })), plan.CodeRange},
		{"more than a job", only(plan.EditProfile(p, pack, "fte", func(x *plan.Profile) { x.FTE = 10_001 })), plan.CodeRange},
		{"unknown framework", only(plan.EditProfile(p, pack, "framework", func(x *plan.Profile) { x.Framework = "x" })), plan.CodeUnknown},
		{"framework without a pack", only(plan.EditProfile(p, nil, "framework", func(x *plan.Profile) { x.Framework = "x" })), plan.CodeUnknown},
		{"too long", only(plan.AnswerOpen(p, "trots", strings.Repeat("a", 70_000))), plan.CodeTooLong},
		{"new year", only(plan.New("p", "2026", pack, "nl-po", "nl")), plan.CodeDate},
		{"new framework", only(plan.New("p", "2026-2027", pack, "x", "nl")), plan.CodeUnknown},
	}
	for _, tt := range tests {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: got %v, want %s", tt.name, tt.err, tt.code)
		}
	}
}

// iso is a day as a document has it.
func iso(s string) text.Date {
	d, err := text.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}
