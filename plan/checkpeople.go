package plan

import (
	"regexp"
	"slices"
	"sync"

	"bekwaam/privacy"
)

var subjectRE = later(`(?i)\b(?:reken|breuk|lezen|taal|spelling|engels|fries|schrijf|wiskunde|natuur|techniek|lassen|meten|uitlijn` +
	`|wereldori|muziek|gym|burgerschap|groep \d|leerjaar|brugklas|havo|vmbo|vwo|mavo|bol|bbl)`)

// later compiles a pattern when it is first used, so that starting the program
// does not wait for it.
func later(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// namesSubject reports whether a goal says which subject, lesson or group it
// is about.
func namesSubject(g Goal) bool {
	for _, s := range []string{g.Title, g.Question, g.WhyForPupils, g.TargetBehaviour, g.Signs} {
		if subjectRE().MatchString(s) {
			return true
		}
	}
	return false
}

// people asks about load, privacy and the separation of coach and judge.
func (c *checker) people() {
	if ctx := c.p.Survey.Context; ctx["energie"] == 1 || ctx["tijd"] == 1 {
		c.ask("ask-load")
	}
	coach := For(c.p, c.pack, Coach, "").Plan
	coach.Observations = c.p.Observations // whoever observed has read it
	if hits := ofKind(Alarms(coach), privacy.Name); len(hits) > 0 {
		c.ask("privacy-name", items(hits)...)
	}
	if hits := ofKind(Alarms(For(c.p, c.pack, Board, "").Plan), privacy.Health); len(hits) > 0 {
		c.ask("privacy-health", items(hits)...)
	}
	p := c.p.Profile
	if p.Coach == nil || p.Coach.Name == "" {
		return
	}
	if slices.Contains(p.managers(), p.Coach.Name) || slices.Contains(p.Assessors, p.Coach.Name) {
		c.ask("coach-sep")
	}
}

func (p Profile) managers() []string {
	var out []string
	if p.Manager != nil {
		out = append(out, p.Manager.Name)
	}
	for _, e := range p.Employers {
		if e.Manager != nil {
			out = append(out, e.Manager.Name)
		}
	}
	return out
}
