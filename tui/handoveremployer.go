package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// Where a plan has several employers each gets a file of its own, of one and
// the same signed version.

// madeFor is the key in the settings of the file that was made of a plan, for
// one of several employers or "".
func madeFor(id, employer string) string {
	if employer == "" {
		return id
	}
	return id + "/" + employer
}

// recipients are the employers for which a file is made: none where nobody has
// to choose, then the file is the plan's.
func recipients(p plan.Plan, e *env) []string {
	if len(p.Profile.Employers) == 0 || plan.BetweenJobs(p, e.pack()) {
		return []string{""}
	}
	return employerIDs(p)
}

// signedNow reports whether the version in hand is signed by the teacher.
func signedNow(p plan.Plan) bool {
	return p.SignedVersion() == p.WorkingVersion && p.SignedVersion() > 0
}

// madeNow is the file of the version in hand for an employer, if it was made.
func madeNow(e *env, employer string) (Made, bool) {
	made := e.settings.Made[madeFor(e.plan.ID, employer)]
	return made, signedNow(e.plan) && made.File != "" && (employer == "" && made.Version == 0 || made.Version == e.plan.WorkingVersion)
}

// toMake is the first employer without a file of the version in hand; ok is
// false where all have theirs.
func toMake(e *env) (employer string, ok bool) {
	for _, id := range recipients(e.plan, e) {
		if _, made := madeNow(e, id); !made {
			return id, true
		}
	}
	return "", false
}

// whose is the employer that the file on the screen is for.
func (s *handover) whose(e *env) string {
	for _, id := range recipients(e.plan, e) {
		if id == s.employer {
			return id
		}
	}
	id, ok := toMake(e)
	if !ok {
		id = recipients(e.plan, e)[0]
	}
	return id
}

// employerRows are the employers to choose from, with whether their file was
// made.
func (s *handover) employerRows(e *env) []row {
	if !severalEmployers(e) {
		return nil
	}
	out := []row{plainRow(e.st.Title.Render(e.t.T("s80.for")))}
	for _, id := range recipients(e.plan, e) {
		mark, words := "○ ", employerName(e, id)
		if id == s.whose(e) {
			mark = "● "
		}
		if _, made := madeNow(e, id); made {
			words += ", " + e.t.T("s80.made")
		}
		out = append(out, row{ID: "for:" + id, Lines: hang(mark, words, e.w, 2)})
	}
	return append(out, plainRow(""))
}

// chooseEmployer shows what another employer gets, with its own pages.
func (s *handover) chooseEmployer(id string) []effect {
	s.employer, s.pages = strings.TrimPrefix(id, "for:"), 0
	return []effect{func(m *Model) tea.Cmd { return s.Start(m) }}
}

// remember notes the file that was made, and forgets that of an older version.
func remember(p plan.Plan, employer string, made Signed) effect {
	return settings(func(c *Settings) {
		files := map[string]Made{}
		for id, f := range c.Made {
			files[id] = f
		}
		files[madeFor(p.ID, employer)] = Made{File: made.File, Shown: made.Shown, At: made.At, Version: p.WorkingVersion}
		c.Made = files
	})
}

// afterSigning shows the file that was made. Below it stands what is to be
// made for the next employer.
func afterSigning(employer string) effect {
	return func(m *Model) tea.Cmd {
		cmd := m.openStep(8)
		if _, more := toMake(m.env()); more {
			return tea.Batch(cmd, m.push(newSignedFor(employer)))
		}
		if s, ok := m.top().(*signed); ok {
			s.employer = employer
		}
		return cmd
	}
}
