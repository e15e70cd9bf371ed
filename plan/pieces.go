package plan

import (
	"slices"

	"bekwaam/text"
)

// EvidenceFor returns the pieces about a goal: that name it, or a competence
// it works on.
func EvidenceFor(p Plan, g Goal) []Evidence {
	return keepItems(p.Evidence, func(x Evidence) bool {
		return slices.Contains(x.Goals, g.ID) || anyOf(x.Competences, g.Competences)
	})
}

// AskAbout returns which question about some pieces of evidence is the first
// to apply, "" for none: variatie where several are of one kind, relevantie
// where one speaks about many competences, actualiteit where the newest is
// from before last school year, kwantiteit where there is only one.
func AskAbout(list []Evidence, schoolYear string) string {
	kinds, newest, wide := map[string]bool{}, text.Date{}, false
	for _, x := range list {
		kinds[x.Kind] = true
		wide = wide || len(x.Competences) > 3
		if newest.IsZero() || x.Date.Compare(newest) > 0 {
			newest = x.Date
		}
	}
	first, _, ok := text.SchoolYearDays(schoolYear)
	switch {
	case len(list) > 1 && len(kinds) == 1:
		return "variatie"
	case wide:
		return "relevantie"
	case ok && !newest.IsZero() && newest.Compare(first.AddDays(-366)) < 0:
		return "actualiteit"
	case len(list) == 1:
		return "kwantiteit"
	}
	return ""
}
