package cli

import (
	"slices"
	"strings"

	"bekwaam/plan"
)

// viewed is a plan with the overview of its pages that was asked for, for this
// one file; "" leaves what the teacher chose.
func (s *session) viewed(p plan.Plan, view string) (plan.Plan, error) {
	if view == "" {
		return p, nil
	}
	f, err := s.framework(p)
	if err != nil {
		return p, err
	}
	known := []string{plan.ByArea}
	for _, o := range plan.ViewsOf(f, s.pack) {
		known = append(known, o.ID)
	}
	if !slices.Contains(known, view) {
		return p, s.misuse("cli.err.no-view", "View", view, "Views", strings.Join(known, ", "))
	}
	p = p.Clone()
	p.Share.View = view
	return p, nil
}
