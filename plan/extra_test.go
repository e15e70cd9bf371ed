package plan_test

import (
	"slices"
	"testing"

	"bekwaam/plan"
)

// A new plan of each framework begins with what holds there, and is whole.
func TestNewPlanOfEachFramework(t *testing.T) {
	pack := packOf(t)
	want := map[string]string{"nl-po": "bestuur po", "nl-vo": "bestuur vo", "nl-mbo": "bestuur mbo", "vl": "vl-tabd "}
	for id, w := range want {
		c, err := plan.New("p", "2026-2027", pack, id, "nl")
		if err != nil {
			t.Fatal(err)
		}
		p := c.Plan
		if got := p.Profile.Employment + " " + p.Profile.Sector; got != w {
			t.Errorf("%s: %q, want %q", id, got, w)
		}
		if len(p.EntitlementLines) < 2 {
			t.Errorf("%s: lines %v", id, p.EntitlementLines)
		}
		f, _ := pack.Framework(id)
		p.Profile.Coach = &plan.Person{Name: "Ilse"}
		for _, k := range pack.KindsFor(id, "", "") {
			a := plan.FromKind(p, pack, f, k, "a1", "")
			if a.Partner == nil {
				continue
			}
			if r, ok := pack.PartnerRole(a.Partner.Role); !ok || len(r.Frameworks) > 0 && !slices.Contains(r.Frameworks, id) {
				t.Errorf("%s: %s with %s, who is not there", id, k.ID, a.Partner.Role)
			}
		}
	}
}
