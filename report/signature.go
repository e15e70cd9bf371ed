package report

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// signatures is what was signed so far, what readers say about it, and the
// places of who signs this version. It is one page where it fits on one.
func (w *writer) signatures() {
	whole := len(w.blocks)
	sect := w.section(w.say("signatures"))
	board := w.e.Info.Audience == plan.Board
	if rows := w.signedRows(); len(rows) > 0 {
		w.heading(sect, 3, w.say("signed"), nil)
		w.table(sect, []column{{title: w.say("who"), w: 46}, {title: w.say("statement"), w: 58}, {title: w.say("about"), w: 26}, {title: w.say("signature.how"), w: 40}}, rows)
		title := w.say("seal")
		if board {
			title = w.say("to-sign")
		}
		w.heading(sect, 3, title, nil)
	}
	first := len(w.blocks)
	if board {
		w.para(sect, w.say("signatures.how"), textStyle)
	}
	w.list(sect, []string{w.say("signatures.readers.unknown"), w.say("signatures.readers.no-damage"), w.compare()}, textStyle)
	w.boxes(sect, w.seats())
	switch page := bottom - top; {
	case height(w.blocks[whole:]) <= page:
		w.keepFrom(whole)
	case height(w.blocks[first:]) <= page-20:
		w.keepFrom(first)
	default:
		w.blocks[first].keep = true
	}
}

// compare says how to find out whose key it is, with the words of the
// teacher's key where they are known.
func (w *writer) compare() string {
	for _, s := range w.p.Signatures {
		if words := w.keyWords(s.Key); words != "" && s.Role == plan.RoleTeacher && s.Version == w.p.WorkingVersion {
			return w.say("signatures.compare.words", "Name", s.Name, "Words", words)
		}
	}
	return w.say("signatures.compare")
}

// signedRows are the signatures on record. One with a pen says so, and by whom
// it was recorded: nobody can check it in here.
func (w *writer) signedRows() []row {
	var rows []row
	for _, s := range w.p.Signatures {
		if s.Status == plan.Expected {
			continue
		}
		version := ""
		if s.Version > 0 {
			version = w.say("version", "N", s.Version)
		}
		how := plain(joined(", ", w.say("signature."+kindOf(s)), w.date(s.Date)))
		if s.Status == plan.OnPaper {
			how = how.and(w.say("signature.recorded", "Name", s.RecordedBy, "Date", w.date(dateOf(s.RecordedAt))), quietCell)
		}
		if words := w.keyWords(s.Key); words != "" {
			how = how.and(words, quietCell)
		}
		rows = append(rows, row{heads: []int{0}, cells: []cell{
			plain(s.Name).and(w.e.Word("role", s.Role), quietCell),
			plain(w.e.Word("statement", s.Role)),
			plain(w.moment(s.Moment)).and(version, quietCell),
			how,
		}})
	}
	return rows
}

// kindOf says how somebody signed: digital only where the key is on record.
func kindOf(s plan.Signature) string {
	if s.Status == plan.Signed && s.Key != "" {
		return "digital"
	}
	return s.Status
}

// dateOf is the day of a moment as it is kept, in UTC.
func dateOf(i plan.Instant) text.Date {
	t := i.Time()
	if t.IsZero() {
		return text.Date{}
	}
	return text.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

func (w *writer) moment(m string) string {
	switch m {
	case "plan", "close":
		return w.say("moment." + m)
	}
	return m
}
