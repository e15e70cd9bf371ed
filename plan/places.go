package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Place is the own place on one competence, year under year.
type Place struct {
	Competence string
	Years      []PlaceYear
}

// PlaceYear is the sentence that fitted in a school year, "" where none was
// chosen, with what there was about the competence then.
type PlaceYear struct {
	Year     string
	Fits     string
	Note     string
	Goals    []string // ids of goals that worked on it
	Evidence []string // ids of pieces that name it
	Seen     []string // ids of observations that name it
}

// Moved reports whether the sentence is another one than the year before that
// had one.
func (p Place) Moved() bool {
	was := ""
	for _, y := range p.Years {
		if was != "" && y.Fits != "" && y.Fits != was {
			return true
		}
		if y.Fits != "" {
			was = y.Fits
		}
	}
	return false
}

// Places sets plans of one teacher side by side, competence by competence, in
// the order of the framework and then by id: the sentence that fitted each
// year, and what stood beside it. A competence about which no year has a word
// is left out. It compares words and gives no number.
func Places(f *continuum.Framework, plans ...Plan) []Place {
	var ids []string
	if f != nil {
		ids = f.CompetenceIDs()
	}
	var rest []string
	for _, p := range plans {
		for id := range NamedBy(p) {
			if !slices.Contains(ids, id) && !slices.Contains(rest, id) {
				rest = append(rest, id)
			}
		}
	}
	slices.Sort(rest)
	var out []Place
	for _, id := range append(slices.Clone(ids), rest...) {
		place := Place{Competence: id}
		some := false
		for _, p := range plans {
			y := placeIn(p, id)
			some = some || y.Fits != "" || y.Note != "" || len(y.Goals)+len(y.Evidence)+len(y.Seen) > 0
			place.Years = append(place.Years, y)
		}
		if some {
			out = append(out, place)
		}
	}
	return out
}

func placeIn(p Plan, id string) PlaceYear {
	y := PlaceYear{Year: p.Profile.SchoolYear}
	for _, v := range p.Views {
		if v.Competence == id {
			y.Fits, y.Note = v.Fits, v.Note
		}
	}
	for _, g := range p.Goals {
		if slices.Contains(g.Competences, id) {
			y.Goals = append(y.Goals, g.ID)
		}
	}
	for _, e := range p.Evidence {
		if slices.Contains(e.Competences, id) {
			y.Evidence = append(y.Evidence, e.ID)
		}
	}
	for _, o := range p.Observations {
		if slices.Contains(o.Competences, id) {
			y.Seen = append(y.Seen, o.ID)
		}
	}
	return y
}
