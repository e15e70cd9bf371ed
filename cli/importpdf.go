package cli

import (
	"bekwaam/plan"
)

// readPDF reads the plan that travels inside a PDF of ours.
func (s *session) readPDF(name string, data []byte, flags importFlags, t *taken) (plan.Plan, error) {
	return plan.Plan{}, s.refuse("cli.err.pdf", "File", name)
}
