package plan_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"bekwaam/plan"
)

// decided reads one of the tables above.
func decided(table string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		place, fields, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for _, f := range strings.Fields(fields) {
			out[strings.TrimPrefix(join(place, f), "./")] = true
		}
	}
	return out
}

func TestEveryFieldHasAnAudience(t *testing.T) {
	p, _ := filled()
	all := map[string]bool{}
	leaves(reflect.ValueOf(p), "", all)
	board, coach, self, nobody := decided(seenByBoard), decided(seenByCoach), decided(seenBySelf), decided(seenByNobody)
	assessors := decided(seenByAssessors)
	for path, there := range all {
		if !there {
			t.Errorf("%s was not filled in", path)
		}
		n := 0
		for _, table := range []map[string]bool{board, coach, self, nobody, assessors} {
			if table[path] {
				n++
			}
			delete(table, path)
		}
		if n != 1 && !strings.HasSuffix(path, "?") {
			t.Errorf("%s: decided %d times who may see it, want once", path, n)
		}
	}
	for _, table := range []map[string]bool{board, coach, self, nobody, assessors} {
		for path := range table {
			t.Errorf("%s: there is no such field", path)
		}
	}
}

func TestForDropsWhatIsNotMeant(t *testing.T) {
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self, plan.Assessor, plan.Private, ""} {
		t.Run(string(a), func(t *testing.T) {
			p, canaries := filled()
			seen := decided(seenByBoard)
			add := func(table string) {
				for path := range decided(table) {
					seen[path] = true
				}
			}
			if a == plan.Coach || a == plan.Self {
				add(seenByCoach)
			}
			switch a {
			case plan.Self:
				add(seenBySelf)
				add(seenByAssessors)
			case plan.Assessor:
				seen = map[string]bool{}
				add(seenByAssessors)
				add(seenByAssessorsToo)
				delete(canaries, "format") // they are as in a new plan
				delete(canaries, "state")
			}
			ofNobody := func(path string) bool {
				return strings.HasPrefix(path, "review/") || strings.HasPrefix(path, "assessment/mine/")
			}
			e := plan.For(p, packOf(t), a, "")
			got := map[string]bool{}
			leaves(reflect.ValueOf(e.Plan), "", got)
			for path, there := range got {
				if strings.HasPrefix(path, "edition/") || path == "edition" {
					continue // made anew, see below
				}
				want := seen[path] || a == plan.Self && strings.HasSuffix(path, "?") && !ofNobody(path)
				if there != want {
					t.Errorf("%s: there is %v, want %v", path, there, want)
				}
			}
			payload := string(e.Payload())
			for path, canary := range canaries {
				place := strings.TrimSuffix(path, " key")
				if strings.HasPrefix(place, "edition/") {
					continue
				}
				want := seen[place] || a == plan.Self && strings.HasSuffix(place, "?") && !ofNobody(place)
				if strings.Contains(payload, canary) != want {
					t.Errorf("%s: its text is in the data: %v, want %v", path, !want, want)
				}
			}
		})
	}
}

// Words that came with a plan go on into an edition only as far as it
// mentions the thing.
func TestForKeepsTheWordsItNeeds(t *testing.T) {
	p := starter(t)
	pack := packOf(t)
	self := plan.For(p, pack, plan.Self, "").Document()
	want := plan.For(p, pack, plan.Board, "")
	self.Profile.Framework = "een-ander" // which the pack does not have
	got := plan.For(self, pack, plan.Board, "")
	if !reflect.DeepEqual(got.Info.Words, want.Info.Words) {
		t.Errorf("words: got %d, want %d", len(got.Info.Words), len(want.Info.Words))
	}
	if len(got.Info.Sentences) != len(want.Info.Sentences) {
		t.Errorf("sentences of %d competences, want %d", len(got.Info.Sentences), len(want.Info.Sentences))
	}
	if w := want.Word("kind", "intervisie"); w == "intervisie" {
		t.Error("the word for a kind of activity is missing")
	}
	if _, ok := want.Competence("nl-po/klimaat/relatie"); ok {
		t.Error("a board edition holds a competence that only a private view mentions")
	}
	if list := want.WordList("never-shown"); len(list) == 0 {
		t.Error("the list of what is never shown is missing")
	}
}

// The choices a teacher makes, one by one.
func TestForChoices(t *testing.T) {
	all := starter(t)
	all.Share.Strengths, all.Share.MidyearSummary, all.Share.Evaluation = true, true, true
	board := func(p plan.Plan) plan.Plan { return plan.For(p, packOf(t), plan.Board, "").Plan }
	tests := []struct {
		name string
		edit func(*plan.Plan)
		gone func(plan.Plan) bool
	}{
		{"strengths", func(p *plan.Plan) { p.Share.Strengths = false }, func(p plan.Plan) bool { return len(p.Start.Strengths) == 0 }},
		{"half-way summary", func(p *plan.Plan) { p.Share.MidyearSummary = false }, func(p plan.Plan) bool { return p.Midyear == nil }},
		{"no half-way summary", func(p *plan.Plan) { p.Midyear.SummaryForBoard = "" }, func(p plan.Plan) bool { return p.Midyear == nil }},
		{"evaluation per goal", func(p *plan.Plan) { p.Share.Evaluation = false }, func(p plan.Plan) bool { return len(p.Evaluation.PerGoal) == 0 }},
		{"no evaluation at all", func(p *plan.Plan) { p.Share.Evaluation, p.Evaluation.SummaryForBoard = false, "" }, func(p plan.Plan) bool { return p.Evaluation == nil }},
		{"private agreement", func(p *plan.Plan) { p.Agreements[0].Audience = plan.Private }, func(p plan.Plan) bool { return p.Agreements[0].ID == "g2" }},
		{"agreement for the coach", func(p *plan.Plan) { p.Agreements[0].Audience = "coach" }, func(p plan.Plan) bool { return p.Agreements[0].ID == "g2" }},
		{"evidence for nobody yet", func(p *plan.Plan) { p.Evidence[1].Audience = "" }, func(p plan.Plan) bool { return p.Evidence[0].ID == "b3" }},
		{"kind that never leaves", func(p *plan.Plan) { p.Evidence[1].Kind = "video-fragment" }, func(p plan.Plan) bool { return p.Evidence[0].ID == "b3" }},
		{"kind nobody knows", func(p *plan.Plan) { p.Evidence[1].Kind = "iets" }, func(p plan.Plan) bool { return p.Evidence[0].ID == "b3" }},
	}
	for _, tt := range tests {
		p := all.Clone()
		if tt.gone(board(p)) {
			t.Errorf("%s: gone before anything was chosen", tt.name)
		}
		tt.edit(&p)
		if !tt.gone(board(p)) {
			t.Errorf("%s: still there", tt.name)
		}
	}
	coach := plan.For(all, packOf(t), plan.Coach, "").Plan
	if len(coach.Views)+len(coach.Observations)+len(coach.Survey.Open) > 0 {
		t.Error("the coach sees groups that were not ticked")
	}
}

func TestForWithoutThePack(t *testing.T) {
	p := starter(t)
	if e := plan.For(p, nil, plan.Board, ""); len(e.Plan.Evidence)+len(e.Plan.EntitlementLines) > 0 {
		t.Error("without the pack nobody can say what may go to a board")
	}
	made := plan.For(p, packOf(t), plan.Board, "")
	read, _, err := plan.Read(made.Payload())
	if err != nil {
		t.Fatal(err)
	}
	if again := plan.For(read, nil, plan.Board, ""); !bytes.Equal(again.Payload(), made.Payload()) {
		t.Error("a board edition does not open the same without the pack")
	}
}
