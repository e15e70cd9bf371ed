package plan_test

import (
	"reflect"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestDiffOfTheSame(t *testing.T) {
	p := starter(t)
	if d := plan.Diff(p, p.Clone()); len(d) > 0 {
		t.Errorf("a plan differs from itself: %+v", d)
	}
	again, _, err := plan.Read(plan.WriteJSON(p))
	if err != nil {
		t.Fatal(err)
	}
	again.Revision, again.Goals, again.Unknown = 9, append([]plan.Goal{}, again.Goals...), []plan.Member{{Key: "x", Value: ""}}
	if d := plan.Diff(p, again); len(d) > 0 {
		t.Errorf("read again it differs: %+v", d)
	}
}

func TestDiff(t *testing.T) {
	tests := []struct {
		name string
		edit func(*plan.Plan)
		want []string // kind block item field from>to
	}{
		{"a text", func(p *plan.Plan) { p.Goals[0].Title = "Stilte" }, []string{"changed goals d1 title Rust aan de instructietafel>Stilte"}},
		{"profile", func(p *plan.Plan) { p.Profile.Coach.Name, p.Profile.FTE = "Ilse", 7000 },
			[]string{"changed profile  fte 0.8000>0.7000", "changed profile  coach/name Wil Denkbeeld>Ilse"}},
		{"nobody any more", func(p *plan.Plan) { p.Profile.Manager = nil },
			[]string{"changed profile  manager/name Ria van Papier>", "changed profile  manager/role manager>"}},
		{"hours", func(p *plan.Plan) { p.Activities[0].Hours = nil }, []string{"changed activities a1 hours 3>"}},
		{"a list", func(p *plan.Plan) { p.Start.Strengths = p.Start.Strengths[:1] },
			[]string{"changed start  strengths Ik ken de kinderen goed en zij weten dat.\nVoorlezen en vertellen, dan is het muisstil.\nIk vraag hulp als ik het niet weet.>Ik ken de kinderen goed en zij weten dat."}},
		{"an answer", func(p *plan.Plan) { p.Survey.Context["tijd"] = 3 }, []string{"changed survey  context/tijd 2>3"}},
		{"a view", func(p *plan.Plan) { p.Views = p.Views[1:] }, []string{"gone competence_views nl-po/klimaat/relatie  >"}},
		{"new and gone", func(p *plan.Plan) {
			p.Agreements = append(p.Agreements[1:], plan.Agreement{ID: "g9", What: "iets"})
		}, []string{"new agreements g9  >iets", "gone agreements g1  Noor zit dit schooljaar in geen enkele werkgroep>"}},
		{"order", func(p *plan.Plan) { p.Goals[0], p.Goals[1] = p.Goals[1], p.Goals[0] },
			[]string{"changed goals d2 order 2>1", "changed goals d1 order 1>2"}},
		{"evaluation", func(p *plan.Plan) { p.Evaluation.PerGoal[1].Next = "" }, []string{"changed evaluation/per_goal d2 next Gesprek zonder blad oefenen.>"}},
		{"half-way gone", func(p *plan.Plan) { p.Midyear = &plan.Midyear{SummaryForBoard: p.Midyear.SummaryForBoard} },
			[]string{"changed midyear  date 2027-02-11>", "changed midyear  what_worked", "changed midyear  what_changes", "changed midyear  goals_adjusted"}},
		{"signed", func(p *plan.Plan) { p.Signatures[3].Status = plan.Signed },
			[]string{"changed signatures close/teacher/Noor Bedachtsma status expected>signed"}},
		{"a line", func(p *plan.Plan) { p.EntitlementLines[2].Edited = true }, []string{"changed entitlement_lines po-di edited false>true"}},
		{"top", func(p *plan.Plan) { p.Language = "en" }, []string{"changed language   nl>en"}},
		{"unknown", func(p *plan.Plan) { p.Unknown = []plan.Member{{Key: "later", Value: "x"}} }, []string{"changed later   >x"}},
	}
	for _, tt := range tests {
		a, b := starter(t), starter(t)
		tt.edit(&b)
		got := plan.Diff(a, b)
		if len(got) != len(tt.want) {
			t.Errorf("%s: got %+v", tt.name, got)
			continue
		}
		for i, d := range got {
			line := strings.Join([]string{d.Kind, d.Block, d.Item, d.Field, d.From + ">" + d.To}, " ")
			if !strings.HasPrefix(line, tt.want[i]) {
				t.Errorf("%s: got %q, want %q", tt.name, line, tt.want[i])
			}
		}
	}
}

func TestReplace(t *testing.T) {
	old := starter(t)
	old.ID, old.Revision = "p1", 12
	doc := old.Clone()
	doc.Revision = 0
	c, err := plan.Replace(old, doc)
	if err != nil || !c.Same(old) || strings.Join(c.Act.Args, " ") != "0 0 0" {
		t.Errorf("the same document: %v %v", err, c.Act)
	}
	doc.Goals[0].Title = "Stilte"
	doc.Agreements = append(doc.Agreements[1:], plan.Agreement{ID: "g9"})
	doc.Notes, doc.Notes[1].Text = doc.Notes[1:], "herschreven"
	doc.Signatures = doc.Signatures[3:]
	doc.ID = ""
	c, err = plan.Replace(old, doc)
	if err != nil || c.Plan.ID != "p1" || c.Plan.Revision != 12 || strings.Join(c.Act.Args, " ") != "1 1 1" {
		t.Fatal(err, c.Act)
	}
	if !reflect.DeepEqual(c.Plan.Notes, old.Notes) {
		t.Error("a note is lost or rewritten")
	}
	if len(c.Plan.Signatures) != len(old.Signatures) {
		t.Errorf("%d signatures, want %d", len(c.Plan.Signatures), len(old.Signatures))
	}
	if c.Plan.Goals[0].Title != "Stilte" || old.Goals[0].Title == "Stilte" {
		t.Error("the text of the document is not taken, or taken into the old plan")
	}
}

func TestReplaceRefuses(t *testing.T) {
	old := starter(t)
	old.ID = "p1"
	other := old.Clone()
	other.ID = "p2"
	if _, err := plan.Replace(old, other); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("another plan: %v", err)
	}
	board := plan.For(old, packOf(t), plan.Board, "").Document()
	if _, err := plan.Replace(old, board); plan.Code(err) != plan.CodeEdition {
		t.Errorf("what the board got, over one's own plan: %v", err)
	}
	self := plan.For(old, packOf(t), plan.Self, "").Document()
	if c, err := plan.Replace(old, self); err != nil || !c.Same(old) {
		t.Errorf("one's own edition: %v", err)
	}
	bad := old.Clone()
	bad.Language = "fr"
	if _, err := plan.Replace(old, bad); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("what no plan may hold: %v", err)
	}
}

func TestReplaceAFrozenVersion(t *testing.T) {
	signed := starter(t)
	signed.ID = "p1"
	c, err := plan.Sign(signed, noor, "fp")
	if err != nil {
		t.Fatal(err)
	}
	old := c.Plan
	old.Moves = []plan.Move{{Act: "start", From: plan.Draft, To: plan.Active, At: "2026-11-04T08:00:00Z"}}

	// The same text, from a file without the records.
	if c, err := plan.Replace(old, signed); err != nil || !c.Same(old) {
		t.Errorf("the same text again: %v\n%+v", err, plan.Diff(old, c.Plan))
	}
	// A record that came later.
	doc := signed.Clone()
	doc.Signatures = append(doc.Signatures, plan.Signature{Moment: "plan", Role: plan.RoleManager, Name: "Truus", Status: plan.Signed, Version: 1})
	doc.State = plan.Draft
	if c, err := plan.Replace(old, doc); err != nil || len(c.Plan.Signatures) != len(old.Signatures)+1 || !c.Plan.Frozen() || c.Plan.State != plan.Active {
		t.Errorf("a signature read in: %v", err)
	}
	// Another text under the same number, or under a number made up.
	doc = signed.Clone()
	doc.Goals[0].Title = "anders"
	if _, err := plan.Replace(old, doc); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("another text: %v", err)
	}
	doc.WorkingVersion = 9
	if _, err := plan.Replace(old, doc); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("another text under a number that nothing leads to: %v", err)
	}
	// The next version, written on another computer.
	c, err = plan.NewVersion(old, noor)
	if err != nil {
		t.Fatal(err)
	}
	c, err = plan.EditGoal(c.Plan, "d1", "title", func(g *plan.Goal) { g.Title = "anders" })
	if err != nil {
		t.Fatal(err)
	}
	if c, err := plan.Replace(old, c.Plan); err != nil || c.Plan.Frozen() || c.Plan.WorkingVersion != 2 || c.Plan.Goals[0].Title != "anders" {
		t.Errorf("the next version: %v", err)
	}
	old.State = plan.Closed
	if _, err := plan.Replace(old, c.Plan); plan.Code(err) != plan.CodeClosed {
		t.Errorf("over a closed year: %v", err)
	}
	if c, err := plan.Replace(old, signed); err != nil || c.Plan.State != plan.Closed {
		t.Errorf("the same text over a closed year: %v", err)
	}
}

// What assessors handed in and what was agreed stays as it was.
func TestReplaceKeepsTheAssessment(t *testing.T) {
	old := starter(t)
	old.ID = "p1"
	old.Assessment = &plan.Assessment{Separate: []plan.Judging{{ID: "j1"}}, Agreed: &plan.Advice{}, Decision: &plan.PhaseRecorded{Phase: "basis"}}
	old.Confirmations = []plan.Confirmation{{ID: "c1", By: "Wil"}}
	doc := starter(t)
	if c, err := plan.Replace(old, doc); err != nil || !reflect.DeepEqual(c.Plan.Assessment, old.Assessment) || len(c.Plan.Confirmations) != 1 {
		t.Errorf("left out: %+v %v", c.Plan.Assessment, err)
	}
	doc.Assessment = &plan.Assessment{Separate: []plan.Judging{{ID: "j2"}, {ID: "j1", Key: "x"}}, Decision: &plan.PhaseRecorded{Phase: "vak"}}
	c, err := plan.Replace(old, doc)
	if err != nil {
		t.Fatal(err)
	}
	a := c.Plan.Assessment
	if len(a.Separate) != 2 || a.Separate[0].Key != "" || a.Separate[1].ID != "j2" || a.Agreed == nil || a.Decision.Phase != "basis" {
		t.Errorf("rewritten: %+v", a)
	}
}
