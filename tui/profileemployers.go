package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// employersField is the row of S10 with the employers, where there can be
// several. It opens their list.
type employersField struct{ opening }

func (s *profile) employersRow() field {
	return &employersField{opening{"employers", func(*Model) screen { return newEmployers() }}}
}

func (f *employersField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	style := e.st.Label
	if focused {
		style = e.st.Selected
	}
	var ls []string
	for _, words := range employersWords(e) {
		ls = append(ls, text.Wrap(words, w-profileLabels)...)
	}
	out := []string{style.Render(text.Pad(e.t.T("s10.employers"), profileLabels)) + ls[0]}
	for _, l := range ls[1:] {
		out = append(out, spaces(profileLabels)+l)
	}
	return out, &cursor{Cell: profileLabels}
}

// employersWords names the employers with their share of a job, and what that
// is together.
func employersWords(e *env) []string {
	var out []string
	for _, x := range e.plan.Profile.Employers {
		name := employerName(e, x.ID)
		if x.FTE > 0 {
			name += " " + shareWords(e, x.FTE, x.FTEOf)
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return []string{e.t.T("s10.employers.one")}
	}
	return append(out, e.t.T("s10.employers.all", "Share", togetherWords(e)))
}

// togetherWords is the share of a job with all employers together.
func togetherWords(e *env) string {
	of := 0
	for i, x := range e.plan.Profile.Employers {
		if i == 0 {
			of = x.FTEOf
		}
		if x.FTEOf != of {
			of = 0
		}
	}
	return shareWords(e, plan.ShareAtOnce(e.plan.Profile.Employers), of)
}

// employerName is what an employer is called: the school, else the board.
func employerName(e *env, id string) string {
	for i, x := range e.plan.Profile.Employers {
		if x.ID == id {
			return firstOf(x.School, x.Board, e.t.T("s10b.unnamed", "Number", i+1))
		}
	}
	return text.Nothing
}

// severalEmployers reports whether there is somebody to choose from.
func severalEmployers(e *env) bool {
	return len(e.plan.Profile.Employers) > 1 && !plan.BetweenJobs(e.plan, e.pack())
}

// employerOptions are one of several employers, or all of them.
func employerOptions(e *env) []option {
	all := e.t.T("employer.all")
	if len(e.plan.Profile.Employers) == 2 {
		all = e.t.T("employer.both")
	}
	out := []option{{plan.Both, all}}
	for _, x := range e.plan.Profile.Employers {
		out = append(out, option{x.ID, employerName(e, x.ID)})
	}
	return out
}

// employerOf is the answer for an item: those of no employer are of all.
func employerOf(of string) string { return firstOf(of, plan.Both) }
