package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"bekwaam/plan"
)

func TestOfferedExtra(t *testing.T) {
	tests := []struct {
		framework, employment string
		year                  int
		want                  []string
	}{
		{"nl-po", "bestuur", 1, nil},
		{"nl-vo", "bestuur", 1, []string{"vo-lestaak-1 percent 20"}},
		{"nl-vo", "bestuur", 2, []string{"vo-lestaak-2 percent 10"}},
		{"nl-vo", "bestuur", 3, nil},
		{"nl-vo", "zzp", 1, nil},
		{"vl", "vl-tabd", 1, []string{"vl-inductie up_to_percent 20", "vl-tadd-dagen days 290 private", "vl-tadd-dagen-effectief days 200 private"}},
		{"vl", "vl-tadd", 2, []string{"vl-tadd-dagen days 290 private", "vl-tadd-dagen-effectief days 200 private"}},
		{"vl", "tussen", 1, nil},
	}
	for _, tt := range tests {
		p := plan.Plan{Profile: plan.Profile{Framework: tt.framework, Employment: tt.employment, InductionYear: tt.year}}
		var got []string
		for _, x := range plan.OfferedExtra(p, packOf(t)) {
			n := x.Percent
			if x.Kind == "days" {
				n = x.Required
			}
			s := fmt.Sprintf("%s %s %s", x.Line, x.Kind, n)
			if x.Audience != "" {
				s += " " + x.Audience
			}
			got = append(got, s)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s, %s, year %d: %v, want %v", tt.framework, tt.employment, tt.year, got, tt.want)
		}
	}
}

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
