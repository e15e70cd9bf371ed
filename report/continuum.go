package report

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// The picture of the continuum, in mm: competences, then a column for none of
// the sentences and one for each phase.
const (
	spotNames = 66.0
	spotRow   = 5.2
	spotRows  = 42 // the most in one picture: it is not broken
)

// phaseIDs are the columns in their order. The ids are those of every framework.
var phaseIDs = []string{plan.NoneFits, "start", "basis", "vak"}

// spot is a competence on the continuum: where the teacher put it, and where
// the goals that name it work towards.
type spot struct {
	id, name, fits string
	aims           []string
}

// spots are the competences that have a place in this edition, in the order in
// which they are first named. Only who may see the teacher's own view has it
// in the edition at all.
func (w *writer) spots() []spot {
	var out []spot
	at := map[string]int{}
	find := func(id string) *spot {
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, spot{id: id, name: w.competence(id)})
		}
		return &out[i]
	}
	for _, v := range w.p.Views {
		if v.Fits != "" {
			find(v.Competence).fits = v.Fits
		}
	}
	for _, g := range w.p.LiveGoals() {
		for _, a := range g.Aims {
			if s := find(a.Competence); a.Phase != "" && !slices.Contains(s.aims, a.Phase) {
				s.aims = append(s.aims, a.Phase)
			}
		}
	}
	return out
}

// continuum is a picture of the spots. It measures nothing: a place is the
// sentence that the teacher chose.
func (w *writer) continuum(up *tagged.Elem) {
	all := w.spots()
	if len(all) == 0 {
		return
	}
	type group struct {
		title string
		list  []spot
	}
	var groups []group
	inGroups(w, all, func(s spot) string { return s.id }, func(title string, list []spot) { groups = append(groups, group{title, list}) })
	for i, g := range groups {
		if g.title != "" {
			w.para(up, g.title, labelStyle)
			w.keepLast()
		}
		w.spotPictures(up, g.list, i == len(groups)-1)
	}
}

// spotPictures draws the spots in as many pictures as they need. What the marks
// mean stands once, under the last picture of the last group.
func (w *writer) spotPictures(up *tagged.Elem, all []spot, last bool) {
	for n := 0; n < len(all); n += spotRows {
		part := all[n:min(n+spotRows, len(all))]
		explained, h := last && n+len(part) == len(all), 5.5+float64(spotRow*float64(len(part)))+1
		if explained {
			h += 5
		}
		alt := []string{w.say("continuum.alt")}
		for _, s := range part {
			alt = append(alt, w.spotWords(s))
		}
		w.figure(up, h, strings.Join(alt, " "), func(y float64) { w.drawSpots(y, part, explained) })
	}
}

// spotWords says where one competence stands.
func (w *writer) spotWords(s spot) string {
	said := s.name + ": " + or(w.fits(s.fits))
	if len(s.aims) == 0 {
		return said + "."
	}
	var aims []string
	for _, id := range s.aims {
		aims = append(aims, w.e.Word("phase", id))
	}
	if s.fits == "" {
		said = s.name
	}
	return w.say("toward", "What", said, "Phase", strings.Join(aims, ", ")) + "."
}

func (w *writer) drawSpots(y float64, list []spot, explained bool) {
	x, column := left+spotNames, (wide-spotNames)/float64(len(phaseIDs))
	bold := style{figureStyle.size, figureStyle.lead, true, teal}
	for i, id := range phaseIDs {
		at := x + float64(float64(i)*column)
		name := w.say("continuum.none")
		if id != plan.NoneFits {
			name = w.e.Word("phase", id)
		}
		l := w.clip(name, bold, column-1)
		w.write(at+float64((column-l.w)/2), y, l)
	}
	y += 5.5
	for _, s := range list {
		w.P.SetDrawColor(rule[0], rule[1], rule[2])
		w.P.SetLineWidth(ruleFine)
		w.P.Line(left, y, right, y)
		w.write(left, y+0.6, w.clip(s.name, figureStyle, spotNames-3))
		middleOf := func(id string) (float64, bool) {
			i := slices.Index(phaseIDs, id)
			return x + float64((float64(i)+0.5)*column), i >= 0
		}
		for _, id := range s.aims {
			if at, ok := middleOf(id); ok {
				w.diamond(at, y+spotRow/2, 2.1)
			}
		}
		if at, ok := middleOf(s.fits); ok {
			w.dot(at, y+spotRow/2, 1.3)
		} else if s.fits == plan.UnknownFits {
			w.write(x+2, y+0.6, w.clip(w.fits(s.fits), figureStyle, column*2))
		}
		y += spotRow
	}
	if !explained {
		return
	}
	w.legend(x, y+1.5, []legendItem{
		{func(x, y float64) { w.dot(x+2, y+1.5, 1.3) }, w.say("own.fits")},
		{func(x, y float64) { w.diamond(x+2, y+1.5, 2.1) }, w.say("continuum.aim")},
	})
}

// dot draws a dark disc.
func (p *paper) dot(x, y, r float64) {
	p.P.SetFillColor(dark[0], dark[1], dark[2])
	arm := float64(0.5523 * r) // of a curve that is a quarter of a circle
	p.P.MoveTo(x+r, y)
	p.P.CurveBezierCubicTo(x+r, y+arm, x+arm, y+r, x, y+r)
	p.P.CurveBezierCubicTo(x-arm, y+r, x-r, y+arm, x-r, y)
	p.P.CurveBezierCubicTo(x-r, y-arm, x-arm, y-r, x, y-r)
	p.P.CurveBezierCubicTo(x+arm, y-r, x+r, y-arm, x+r, y)
	p.P.ClosePath()
	p.P.DrawPath("F")
}

// diamond draws the outline of a square on its point.
func (p *paper) diamond(x, y, r float64) {
	p.P.SetDrawColor(ink[0], ink[1], ink[2])
	p.P.SetLineWidth(0.3)
	p.P.MoveTo(x, y-r)
	p.P.LineTo(x+r, y)
	p.P.LineTo(x, y+r)
	p.P.LineTo(x-r, y)
	p.P.ClosePath()
	p.P.DrawPath("D")
}
