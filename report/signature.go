package report

import (
	"strconv"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// FieldSeal is the signature field of an edition that is not for a board. It
// says who made the file.
const FieldSeal = "seal"

// The size of a signature field, in millimetres.
const (
	FieldWidth  = 80.0
	FieldHeight = 24.0
)

// signer is somebody for whom there is a field.
type signer struct {
	field, role, name string
}

// signers are those who can sign this edition, in order. A second one of the
// same role has a number in the name of the field.
func (w *writer) signers() []signer {
	if w.e.Info.Audience != plan.Board {
		return []signer{{FieldSeal, plan.RoleTeacher, w.p.Profile.Name}}
	}
	count := map[string]int{}
	var out []signer
	for _, s := range w.e.Signers() {
		count[s.Role]++
		name := s.Role
		if n := count[s.Role]; n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		out = append(out, signer{name, s.Role, s.Name})
	}
	return out
}

// signatures is what was signed so far, and the boxes for who is still to
// sign: fields for a computer, and boxes for a pen.
func (w *writer) signatures() {
	sect := w.section(w.say("signatures"))
	var rows []row
	for _, s := range w.p.Signatures {
		if s.Status == plan.Expected {
			continue
		}
		state := w.date(s.Date)
		if s.Status == plan.Declined {
			state = joined(", ", w.say("signature.declined"), state)
		}
		version := ""
		if s.Version > 0 {
			version = w.say("version", "N", s.Version)
		}
		rows = append(rows, row{heads: []int{0}, cells: []cell{
			plain(s.Name).and(w.e.Word("role", s.Role), quietCell),
			plain(w.e.Word("statement", s.Role)),
			plain(w.moment(s.Moment)).and(version, quietCell),
			plain(or(state)),
		}})
	}
	if len(rows) > 0 {
		w.heading(sect, 3, w.say("signed"), nil)
		w.table(sect, []column{{title: w.say("who"), w: 46}, {title: w.say("statement"), w: 66}, {title: w.say("about"), w: 30}, {title: w.say("date"), w: 28}}, rows)
		w.heading(sect, 3, w.say("to-sign"), nil)
	}
	first := len(w.blocks)
	w.para(sect, w.say("signatures.how"), smallStyle)
	w.boxes(sect, w.signers())
	if height(w.blocks[first:]) <= bottom-top-20 {
		w.keepFrom(first)
	} else {
		w.blocks[first].keep = true
	}
}

func (w *writer) moment(m string) string {
	switch m {
	case "plan", "close":
		return w.say("moment." + m)
	}
	return m
}

// boxes appends the boxes, two a row.
func (w *writer) boxes(up *tagged.Elem, list []signer) {
	for i := 0; i < len(list); i += 2 {
		pair := list[i:min(i+2, len(list))]
		var draws []func(y float64)
		h := 0.0
		for k, s := range pair {
			d, bh := w.box(up.Add("Sect"), left+float64(k)*(wide-FieldWidth), s)
			draws = append(draws, d)
			h = max(h, bh)
		}
		w.add(block{kind: kindBox, gap: 2, h: h, draw: func(y float64) {
			for _, d := range draws {
				d(y)
			}
		}})
	}
}

// box is one signature: who, in which role, what they say, the field, and
// lines for name and date.
func (w *writer) box(up *tagged.Elem, x float64, s signer) (draw func(y float64), h float64) {
	role := capital(w.e.Word("role", s.role))
	says := w.e.Word("statement", s.role)
	if s.field == FieldSeal {
		role, says = w.say("seal"), w.say("seal.says")
	}
	head := spaced(w.wrap(joined(": ", role, s.name), boldCell, FieldWidth))
	words := spaced(w.wrap(says, cellStyle, FieldWidth))
	under := w.wrap(w.say("signature.lines"), quietCell, FieldWidth)
	who, statement, form, lines := up.Add("P"), up.Add("P"), up.Add("Form"), up.Add("P")
	tooltip := w.say("signature.field", "Role", w.e.Word("role", s.role), "Name", s.name)
	above := max(3*cellStyle.lead, tall(head)+tall(words)) + 1
	return func(y float64) {
		at := y
		for _, p := range []struct {
			e  *tagged.Elem
			ls []line
		}{{who, head}, {statement, words}} {
			for _, l := range p.ls {
				w.Mark(p.e, func() { w.write(x, at, l) })
				at += l.st.lead
			}
		}
		at = y + above
		w.Field(form, x, at, FieldWidth, FieldHeight, s.field, tooltip)
		w.fields = append(w.fields, s.field)
		at += FieldHeight + 1
		w.Mark(lines, func() { w.write(x, at, under[0]) })
		w.hline(x, x+FieldWidth, at+9, ruleFine, quiet)
	}, above + FieldHeight + 1 + 9 + 3
}
