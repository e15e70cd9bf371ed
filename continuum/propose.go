package continuum

import (
	"cmp"
	"slices"
	"strconv"
)

// Proposal is a competence to focus on, with what speaks for it. It has no
// weight or score: the facts are shown and the teacher decides.
type Proposal struct {
	Competence string // full id
	Reasons    []Reason
}

// Reason is one fact behind a proposal.
type Reason struct {
	Code string   // one of the codes below
	Args []string // what the code says
}

// The codes of a [Reason].
const (
	ReasonWant     = "want"     // the wish; Args is the answer on the scale want, 3 or 4
	ReasonFits     = "fits"     // the chosen sentence; Args is its id on the scale fits
	ReasonBand     = "band"     // usually learned earlier than one that is as far off; Args is its band
	ReasonSchool   = "school"   // a goal of school or team touches it; Args is its id
	ReasonObserved = "observed" // somebody wrote about it; Args is in how many observations
)

// Proposals returns at most limit competences for a focus. Only what the
// teacher wants gladly or first is proposed; first comes the stronger wish,
// then the wider distance, then what is usually learned earlier (the band),
// then what a goal of school or team touches, then the order of the framework.
// A view without a distance comes after those with one. observed counts the
// observations by competence; it gives a reason and never a place. school is
// the id of a goal of school or team by competence. Views of competences that f does not have are
// left out.
func Proposals(f *Framework, fits Scale, views []View, observed map[string]int, school map[string]string, limit int) []Proposal {
	type candidate struct {
		view     View
		distance int
		measured bool
		band     int
		apart    int // 0 where a goal of school or team touches it
		at       place
	}
	var all []candidate
	for _, v := range views {
		at, ok := f.places[v.Competence]
		if !ok || at.competence < 0 || v.Want < WantGladly {
			continue
		}
		c := candidate{view: v, at: at, band: f.Areas[at.area].Competences[at.competence].Band}
		if school[v.Competence] == "" {
			c.apart = 1
		}
		c.distance, c.measured = Distance(v, fits)
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		if a.view.Want == b.view.Want && a.measured != b.measured {
			if a.measured {
				return -1
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(b.view.Want, a.view.Want),
			cmp.Compare(b.distance, a.distance),
			cmp.Compare(a.band, b.band),
			cmp.Compare(a.apart, b.apart),
			cmp.Compare(a.at.area, b.at.area),
			cmp.Compare(a.at.competence, b.at.competence),
		)
	})
	var out []Proposal
	for i, c := range all[:min(limit, len(all))] {
		reasons := []Reason{{ReasonWant, []string{strconv.Itoa(c.view.Want)}}}
		if fits.distanceOf(c.view.Fits) > 0 {
			reasons = append(reasons, Reason{ReasonFits, []string{c.view.Fits}})
		}
		for _, x := range all[i+1:] {
			if x.view.Want == c.view.Want && x.measured == c.measured && x.distance == c.distance && x.band > c.band {
				reasons = append(reasons, Reason{ReasonBand, []string{strconv.Itoa(c.band)}})
				break
			}
		}
		if goal := school[c.view.Competence]; goal != "" {
			reasons = append(reasons, Reason{ReasonSchool, []string{goal}})
		}
		if n := observed[c.view.Competence]; n > 0 {
			reasons = append(reasons, Reason{ReasonObserved, []string{strconv.Itoa(n)}})
		}
		out = append(out, Proposal{c.view.Competence, reasons})
	}
	return out
}
