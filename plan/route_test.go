package plan_test

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// TestRoutesAreFacts: one way into teaching beside one study, each with its
// dates, and neither changes the other.
func TestRoutesAreFacts(t *testing.T) {
	p := newIn(t, "nl-mbo", "bestuur")
	study := plan.Studied(p, packOf(t))
	if study != "pdg" || plan.Studied(newIn(t, "vl", "vl-tabd"), packOf(t)) != "" {
		t.Fatalf("the study is %q", study)
	}
	pr := &p.Profile
	pr.RecordStudy(study, "running")
	pr.RecordRoute("zij-instroom", study)
	day := text.Date{Year: 2026, Month: 9, Day: 1}
	pr.EditFact("zij-instroom", func(f *plan.RouteFact) { f.Since, f.Route = day, "x" })
	pr.EditFact(study, func(f *plan.RouteFact) { f.By = "Bestuur" })
	pr.RecordRoute("zij-instroom", study) // again changes nothing
	pr.RecordStudy(study, "done")
	route, _ := pr.Fact("zij-instroom")
	pdg, _ := pr.Fact(study)
	if len(pr.Routes) != 2 || route.Since != day || pdg.By != "Bestuur" || pr.PDG != "done" || plan.Validate(p) != nil {
		t.Errorf("recorded %+v", pr.Routes)
	}
	pr.RecordRoute("herintreder", study)
	if _, there := pr.Fact("zij-instroom"); there || len(pr.Routes) != 2 {
		t.Errorf("another route beside it: %+v", pr.Routes)
	}
	pr.RecordRoute("", study)
	pr.RecordStudy(study, "none")
	if len(pr.Routes) != 0 || pr.PhaseRecorded != nil {
		t.Errorf("left %+v", pr.Routes)
	}
	pr.Routes = []plan.RouteFact{{Route: "a"}, {Route: "a"}}
	if plan.Code(plan.Validate(p)) != plan.CodeTwice {
		t.Error("a route stands twice")
	}
	pr.Routes = []plan.RouteFact{{Route: "a", Since: day, Until: day.AddDays(-1)}}
	if plan.Validate(p) == nil {
		t.Error("a route ends before it begins")
	}
}
