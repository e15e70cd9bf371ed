package cli

import (
	"io"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/tui"
)

// TestHistoryNamesWhatIsGone writes a goal and a goal of the school, and removes
// them: the history names both by the words that they had, and shows no id.
func TestHistoryNamesWhatIsGone(t *testing.T) {
	w, out := testWorld(t)
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, n := plan.Plan{}, 0
	did := func(c plan.Change, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		n++
		c.Plan.Revision = n
		if err := (keeper{s}).Save([]tui.Entry{{Plan: c.Plan, Rev: plan.Revision{At: plan.At(w.Now()), By: "Noor Bakker", Act: c.Act}}}); err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	did(plan.New("p1", "2026-2027", s.pack, "nl-po", "nl"))
	did(plan.AddGoal(p, plan.Goal{ID: "000000goal", Title: "Rustig beginnen"}))
	did(plan.AddSchoolGoal(p, plan.SchoolGoal{ID: "00000school", Text: "Meer lezen", Of: "school"}))
	did(plan.RemoveGoal(p, "000000goal"))
	did(plan.RemoveSchoolGoal(p, "00000school"))
	if err := s.st.Close(); err != nil {
		t.Fatal(err)
	}
	if code := Run(w, []string{"history", "p1"}); code != Done {
		t.Fatalf("exit code %d", code)
	}
	said := out.String()
	for _, want := range []string{"doel Rustig beginnen\n", "doel Rustig beginnen weg", "schooldoel Meer lezen\n", "schooldoel Meer lezen weg"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if strings.Contains(said, "00000") || strings.Count(said, "Noor Bakker") != n {
		t.Errorf("an id, or an act by nobody:\n%s", said)
	}
}
