package plan_test

import (
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

func TestPromisedInWords(t *testing.T) {
	pack := packOf(t)
	for name, test := range map[string]struct {
		employment string
		units      []string
		want       []string
	}{
		"a coach and a plan": {"bestuur", []string{"coach", "plan"}, []string{"po-coach", "po-plan"}},
		"only the coach":     {"bestuur", []string{"coach"}, []string{"po-coach"}},
		"no unit":            {"bestuur", nil, nil},
		"without a board":    {withoutBoard(t, pack), []string{"coach", "plan"}, nil},
	} {
		p := plan.Plan{Profile: plan.Profile{Framework: "nl-po", Employment: test.employment, CaoStarter: "yes"}}
		var got []string
		for _, e := range plan.Promised(p, pack, test.units...) {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	if got := plan.Promised(plan.Plan{}, nil, "coach"); got != nil {
		t.Errorf("without a pack: %v", got)
	}
}

// withoutBoard is a way of working to which no collective agreement applies.
func withoutBoard(t *testing.T, pack *continuum.Pack) string {
	t.Helper()
	for _, e := range pack.Employment {
		if e.CaoApplies == "no" {
			return e.ID
		}
	}
	t.Fatal("the pack has no employment without an agreement")
	return ""
}

func TestHeldSince(t *testing.T) {
	for want, e := range map[string]continuum.Entitlement{
		"2014": {HoldsFor: continuum.Period{From: "2014"}, LatestDatedSource: "2024 (S30)"},
		"2025": {HoldsFor: continuum.Period{From: "2025-11-01"}},
		"2023": {LatestDatedSource: "2023 (secondary source)"},
		"":     {LatestDatedSource: "undated"},
	} {
		if got := plan.HeldSince(e); got != want {
			t.Errorf("%+v: %q, want %q", e, got, want)
		}
	}
}
