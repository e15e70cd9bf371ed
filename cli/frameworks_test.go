package cli

import (
	"io"
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/tui"
)

// TestAnEarlierFrameworkIsHereWithItsPlan saves a plan, gives the program a
// newer version of the framework, and wants the plan as it was written: on
// screen, and in what goes to the board.
func TestAnEarlierFrameworkIsHereWithItsPlan(t *testing.T) {
	w, _ := testWorld(t)
	open := func() *session {
		r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
		r.speak("nl")
		s, err := r.open(store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open()
	old, _ := s.pack.Framework("nl-po")
	c, err := plan.New("p1", "2026-2027", s.pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	gone := "nl-po/klimaat/gedrag"
	if c, err = plan.AddGoal(c.Plan, plan.Goal{ID: "g1", Question: "Hoe blijf ik rustig?", Competences: []string{gone}}); err != nil {
		t.Fatal(err)
	}
	c.Plan.Profile.Name, c.Plan.Revision = "Noor Bakker", 1
	if err := (keeper{s}).Save([]tui.Entry{{Plan: c.Plan, Rev: plan.Revision{Act: plan.Act{Name: "new"}}}}); err != nil {
		t.Fatal(err)
	}
	if err := s.st.Close(); err != nil {
		t.Fatal(err)
	}

	s = open()
	defer s.st.Close()
	newer := *s.pack
	newer.Version = "9"
	g := *old
	g.Areas = slices.Clone(old.Areas)
	for i := range g.Areas {
		g.Areas[i].Competences = slices.DeleteFunc(slices.Clone(g.Areas[i].Competences), func(c continuum.Competence) bool { return c.ID == "gedrag" })
	}
	if s.pack, err = newer.With(g); err != nil {
		t.Fatal(err)
	}
	p, err := s.st.Load("p1")
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Orphans(p, frameworkIn(t, s.pack))) != 1 {
		t.Error("the newer version has what was left out")
	}
	if f := frameworkIn(t, s.packFor(p)); f.Digest != old.Digest || len(plan.Orphans(p, f)) != 0 {
		t.Errorf("the plan is read with version %s", f.Version)
	}
	e, err := newDesk(s).board(p, "")
	if err != nil {
		t.Fatal(err)
	}
	if words, ok := e.Competence(gone); !ok || words.Name == "" {
		t.Error("the board gets a goal about nothing")
	}
	if f, ok := s.earlier(old.Digest); !ok || f.Version != old.Version {
		t.Error("the earlier version is not here")
	}
	if _, ok := s.earlier("sha256:00"); ok {
		t.Error("a version from nowhere")
	}

	// What is spoiled is as if it were not there.
	if err := s.st.PutSetting(frameworkName+old.Digest, deflated([]byte(`{"id":"nl-po"}`))); err != nil {
		t.Fatal(err)
	}
	if f := frameworkIn(t, s.packFor(p)); f.Version != "9" {
		t.Errorf("a spoiled version is used: %s", f.Version)
	}
	if err := s.st.PutSetting(frameworkName+old.Digest, "geen kader"); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.earlier(old.Digest); ok {
		t.Error("something that is no framework is one")
	}
}

func frameworkIn(t *testing.T, pack *continuum.Pack) *continuum.Framework {
	t.Helper()
	f, ok := pack.Framework("nl-po")
	if !ok {
		t.Fatal("no framework")
	}
	return f
}
