package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
)

// LineAt returns the entitlement with this id. Where several employers have
// one of the same id, the employer behind a zero byte tells them apart.
func LineAt(p Plan, id string) (Line, bool) {
	at := lineIndex(p.EntitlementLines, id)
	if at < 0 {
		return Line{}, false
	}
	return p.EntitlementLines[at], true
}

func lineIndex(list []Line, id string) int {
	name, employer, _ := strings.Cut(id, "\x00")
	best := -1
	for i, l := range list {
		switch {
		case l.Line != name:
		case l.Employer == employer:
			return i
		case best < 0 || mine(l.Employer, employer) && !mine(list[best].Employer, employer):
			best = i
		}
	}
	return best
}

// bookkeeping are fields of a line that say how it stands, not what there is a
// right to: changing them does not make it the teacher's own.
var bookkeeping = []string{"checked_on", "carried_in", "employer"}

// AddLine adds an entitlement of one's own.
func AddLine(p Plan, l Line) (Change, error) {
	return change(p, "line.add", []string{l.Line}, func(q *Plan) error {
		if l.Line == "" {
			return &Error{Code: CodeRequired, Item: "line", Field: "id"}
		}
		l = clone(l)
		l.Edited = true
		q.EntitlementLines = append(q.EntitlementLines, l)
		return nil
	})
}

// EditLine changes an entitlement, by its id as [LineAt] takes it. It then
// counts as the teacher's own, unless only the bookkeeping changed: when it
// was checked, what came along from an earlier year, whose it is.
func EditLine(p Plan, id, field string, edit func(*Line)) (Change, error) {
	name, _, _ := strings.Cut(id, "\x00")
	return change(p, "line.edit", []string{name, field}, func(q *Plan) error {
		at := lineIndex(q.EntitlementLines, id)
		if at < 0 {
			return unknown(name)
		}
		l := &q.EntitlementLines[at]
		edit(l)
		l.Line, l.Edited = name, l.Edited || !slices.Contains(bookkeeping, field)
		return nil
	})
}

// RemoveLine takes an entitlement away, by its id as [LineAt] takes it.
// Activities on it have no line then, unless another employer has it too.
func RemoveLine(p Plan, id string) (Change, error) {
	name, _, _ := strings.Cut(id, "\x00")
	return change(p, "line.remove", []string{name}, func(q *Plan) error {
		at := lineIndex(q.EntitlementLines, id)
		if at < 0 {
			return unknown(name)
		}
		q.EntitlementLines = slices.Delete(q.EntitlementLines, at, at+1)
		if lineIndex(q.EntitlementLines, name) >= 0 {
			return nil
		}
		for i := range q.Activities {
			if q.Activities[i].HoursLine == name {
				q.Activities[i].HoursLine = ""
			}
		}
		return nil
	})
}

// offerAgain offers the lines anew. A line that is offered again stays as it
// was; so do lines that the teacher edited or saved up, and lines of their own.
func offerAgain(q Plan, pack *continuum.Pack) []Line {
	var out []Line
	offered := Offered(q, pack)
	for _, x := range offered {
		same := keepItems(q.EntitlementLines, func(l Line) bool { return l.Line == x.Line })
		if len(same) == 0 {
			same = []Line{x}
		}
		out = append(out, same...)
	}
	for _, l := range q.EntitlementLines {
		again := slices.ContainsFunc(offered, func(x Line) bool { return x.Line == l.Line })
		if !again && (l.Edited || !ofPack(l, pack) || l.CarriedIn != 0 || l.CarriedInCents != 0) {
			out = append(out, l)
		}
	}
	return out
}

// SavingYears is for how many years what is left of a line can be saved up:
// 0 where it cannot. Of a line of one's own nobody else knows it.
func SavingYears(l Line, pack *continuum.Pack) (years int, known bool) {
	if pack == nil {
		return 0, false
	}
	e, ok := pack.Entitlement(l.Line)
	if !ok {
		return 0, false
	}
	return e.SavingYears, true
}
