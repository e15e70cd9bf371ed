package plan

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"bekwaam/continuum"
)

// pieceFrom makes a piece of an item of a plan, with the competences that it is
// about.
func pieceFrom(p Plan, pack *continuum.Pack, item string) (x FilePiece, about []string, ok bool) {
	x = FilePiece{Plan: p.ID, Item: item, Year: p.Profile.SchoolYear, Lines: []string{}}
	var of reflect.Value
	switch {
	case item == p.ID:
		x.Kind, x.Title = FileYear, p.Profile.SchoolYear
		x.Goals, about = yearGoals(p)
		of = reflect.ValueOf(x.Goals)
	default:
		for _, e := range p.Evidence {
			if e.ID == item {
				x.evidence(e)
				about, of = e.Competences, reflect.ValueOf(e)
			}
		}
		for _, r := range p.Reflections {
			if r.ID == item {
				x.reflection(r, p, pack)
				about, of = r.Competences, reflect.ValueOf(r)
			}
		}
		for _, o := range p.Observations {
			if o.ID == item {
				x.observation(o)
				about, of = o.Competences, reflect.ValueOf(x)
			}
		}
	}
	if !of.IsValid() {
		return FilePiece{}, nil, false
	}
	x.Hash = hashOf(of.Interface())
	return x, slices.Clone(about), true
}

func (x *FilePiece) evidence(e Evidence) {
	x.Kind, x.Of, x.Title, x.Date, x.Text = FileEvidence, e.Kind, e.Title, e.Date, e.Note
	x.By, x.Source, x.Link, x.Place = e.By, e.Source, e.Link, e.Place
	if e.File != nil {
		f := clone(*e.File)
		x.File, x.Home = &f, isFilm(f)
	}
}

func (x *FilePiece) reflection(r Reflection, p Plan, pack *continuum.Pack) {
	var m *continuum.ReflectionModel
	if pack != nil {
		m, _ = pack.ReflectionModel(r.Model)
	}
	x.Kind, x.Of, x.Date, x.Text, x.By = FileReflection, r.Model, r.Date, r.Words(m), p.Profile.Name
	x.Title = r.About
	if _, v, ok := find(p, r.About); ok {
		x.Title = title(toTree(v))
	}
}

// observation is what somebody saw, in words: scores of an instrument and the
// teacher's own reading stay at home.
func (x *FilePiece) observation(o Observation) {
	x.Kind, x.Of, x.Date, x.Text, x.Source = FileObservation, o.Instrument, o.Date, o.Text, o.Source
	if o.By != nil {
		x.By = o.By.Name
	}
}

// yearGoals are the goals of a year with what became of them, and what they are
// about.
func yearGoals(p Plan) ([]FileGoal, []string) {
	var out []FileGoal
	var about []string
	for _, g := range p.Goals {
		x := FileGoal{Title: orElse(g.Title, g.Question)}
		if p.Evaluation != nil {
			for _, e := range p.Evaluation.PerGoal {
				if e.Goal == g.ID {
					x.Result, x.Effect = e.Result, e.EffectOnPupils
				}
			}
		}
		out, about = append(out, x), append(about, g.Competences...)
	}
	return out, about
}

var filmNames = []string{".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".mpg", ".mpeg", ".3gp"}

// isFilm reports whether a file is a film, by its type or its name.
func isFilm(f EvidenceFile) bool {
	return strings.HasPrefix(f.Type, "video/") || slices.Contains(filmNames, strings.ToLower(path.Ext(f.Name)))
}

// The ways in which a piece is not what it was.
const (
	PieceChanged = "changed" // the item says something else now
	PieceGone    = "gone"    // the plan does not have it any more
)

// PieceNow says whether a piece still is what its plan says: "", PieceChanged
// or PieceGone.
func PieceNow(of Plan, pack *continuum.Pack, x FilePiece) string {
	now, _, ok := pieceFrom(of, pack, x.Item)
	switch {
	case !ok:
		return PieceGone
	case now.Hash != x.Hash:
		return PieceChanged
	}
	return ""
}
