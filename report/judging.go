package report

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// forAssessors lays out an edition for assessors: the competence file, or what
// one of them, or the board, has put on record about it.
func (w *writer) forAssessors() {
	w.judgingHead()
	switch k := w.kind(); {
	case k == plan.PacketDecision:
		w.assessment()
	case k == plan.PacketJudging:
		w.records()
	default:
		w.fileLines()
		w.fileYears()
		w.fileAlso()
	}
	w.lacking()
	w.para(w.Root, joined(" ", w.statement(), w.say("made-with", "Package", w.e.Info.Package)), smallStyle)
	w.boxes(w.Root, w.seats())
}

// kind is what an edition for assessors is.
func (w *writer) kind() string {
	if k := w.e.Info.Packet; k != nil {
		return k.Kind
	}
	return plan.PacketFile
}

// judgingTitle is what an edition for assessors is called.
func (w *writer) judgingTitle() string {
	k := w.kind()
	if a := w.p.Assessment; k == plan.PacketJudging && a != nil && a.Agreed == nil {
		return w.say("judging.records")
	}
	return w.say("judging." + k)
}

func (w *writer) statement() string {
	if s := w.e.Word("statement", plan.RoleAssessor); w.kind() == plan.PacketJudging && s != plan.RoleAssessor {
		return s
	}
	return ""
}

func (w *writer) judgingHead() {
	pr := w.p.Profile
	w.heading(w.Root, 1, w.judgingTitle(), nil)
	w.para(w.Root, pr.Name, style{13, 6.4, true, ink})
	from := ""
	if k := w.e.Info.Packet; k != nil {
		from = k.From.Name
	}
	facts := []fact{{w.say("school"), pr.School}, {w.term("board"), pr.Board}, {w.say("function"), pr.Function}, {w.say("framework"), w.wordOf("framework", pr.Framework)},
		{w.say("judging.from"), from}, {w.say("judging.made"), w.date(w.today())}}
	if f := w.p.CompetenceFile(); f != nil {
		facts = append(facts, fact{w.say("assessors"), strings.Join(f.Assessors, ", ")}, fact{w.say("phase"), w.wordOf("phase", f.Phase)})
	} else {
		facts = append(facts, fact{w.say("assessors"), strings.Join(w.e.WordList("assessor"), ", ")})
	}
	if a := w.p.Assessment; a != nil && a.Agreed != nil {
		facts = append(facts, fact{w.say("advice.date"), w.date(a.Agreed.Date)})
	}
	w.pairs(w.Root, facts)
}

// fileLines are the lines of the file with the pieces on each, which stand in
// full where they come first.
func (w *writer) fileLines() {
	f := w.p.CompetenceFile()
	if f == nil {
		return
	}
	told := map[string]bool{}
	for _, l := range f.Lines {
		sect := w.section(l.Name)
		if l.Sentence != "" {
			w.para(sect, l.Sentence, textStyle)
		}
		list := f.OnLine(l.ID)
		if len(list) == 0 {
			w.para(sect, w.say("judging.nothing"), textStyle)
		}
		for _, x := range list {
			w.piece(x, told)
		}
	}
	first := true
	for _, x := range f.Pieces {
		if len(x.Lines) > 0 || x.Kind == plan.FileYear {
			continue
		}
		if first {
			w.section(w.say("judging.other"))
			first = false
		}
		w.piece(x, told)
	}
}

// piece is one piece: what it is, and once what it says.
func (w *writer) piece(x plan.FilePiece, told map[string]bool) {
	first := len(w.blocks)
	above := joined(", ", w.pieceName(x), w.date(x.Date), x.Year)
	if told[x.ID] {
		w.para(w.Root, w.say("judging.again", "Name", above), textStyle)
		w.mark(first, x.ID)
		return
	}
	told[x.ID] = true
	w.para(w.Root, above, labelStyle)
	w.keepLast()
	source := ""
	if slices.Contains(plan.Sources, x.Source) {
		source = w.t.T("source." + x.Source)
	}
	if x.Text != "" {
		w.para(w.Root, x.Text, textStyle)
	}
	facts := joined("; ", joined(", ", w.ofPiece(x), x.By, source), x.Link, x.Place, w.pieceFile(x))
	w.para(w.Root, or(facts), smallStyle)
	w.mark(first, x.ID)
}

func (w *writer) pieceName(x plan.FilePiece) string {
	if x.Title != "" {
		return x.Title
	}
	return w.say("judging.kind." + x.Kind)
}

func (w *writer) ofPiece(x plan.FilePiece) string {
	if x.Kind == plan.FileEvidence && x.Of != "" {
		return w.e.Word("evidence", x.Of)
	}
	if x.Kind == plan.FileObservation {
		return joined(", ", w.say("judging.kind."+x.Kind), x.Of)
	}
	return w.say("judging.kind." + x.Kind)
}

// pieceFile says where the file of a piece is: in this file, beside it, or with
// the teacher.
func (w *writer) pieceFile(x plan.FilePiece) string {
	switch {
	case x.File == nil:
		return ""
	case x.Home:
		return w.say("judging.home", "File", x.File.Name)
	case slices.ContainsFunc(w.opt.Files, func(a Attached) bool { return a.Hash == x.File.Hash }):
		return w.say("judging.inside", "File", AttachedName(x))
	}
	return w.say("judging.beside", "File", AttachedName(x))
}

// fileYears are the plans of the years: the goals and what became of them.
func (w *writer) fileYears() {
	f := w.p.CompetenceFile()
	if f == nil {
		return
	}
	for _, x := range f.Pieces {
		if x.Kind != plan.FileYear {
			continue
		}
		sect := w.section(w.say("judging.year", "Year", x.Title))
		var rows []row
		for _, g := range x.Goals {
			rows = append(rows, row{heads: []int{0}, item: x.ID, cells: []cell{plain(or(g.Title)), paragraphs(or(g.Result)), paragraphs(or(g.Effect))}})
		}
		if len(rows) == 0 {
			w.para(sect, w.say("goals.none"), textStyle)
			continue
		}
		w.table(sect, []column{{title: w.say("goal"), w: 60}, {title: w.say("judging.result"), w: 58}, {title: w.say("judging.effect"), w: 52}}, rows)
	}
}

// fileAlso says that there was coaching, and what stays with the teacher.
func (w *writer) fileAlso() {
	f := w.p.CompetenceFile()
	if f == nil || len(f.Coached) == 0 {
		return
	}
	sect := w.section(w.say("judging.coached"))
	var list []string
	for _, c := range f.Coached {
		list = append(list, w.say("judging.coached.by", "Year", c.Year, "Name", c.By))
	}
	w.list(sect, list, textStyle)
	w.para(sect, w.say("judging.coached.not"), smallStyle)
}

// records are what one assessor put on record: what is sealed as no more than
// that it is there.
func (w *writer) records() {
	a := w.p.Assessment
	if a == nil {
		return
	}
	if a.Agreed != nil {
		w.advice(w.section(w.say("advice")), *a.Agreed)
		return
	}
	var list []string
	for _, s := range a.Sealed {
		list = append(list, w.say("judging.sealed", "Date", w.date(s.Date), "Hash", s.Hash[:min(len(s.Hash), 16)]))
	}
	for range a.Openings {
		list = append(list, w.say("judging.opened"))
	}
	for _, i := range a.Interviews {
		list = append(list, w.say("judging.interview", "Date", w.date(i.Date), "Who", strings.Join(i.Present, ", ")))
	}
	w.list(w.section(w.say("judging.inhere")), list, textStyle)
	for _, j := range a.Separate {
		w.judgements(w.section(w.say("judging.revised", "Date", w.date(j.Date))), j.Judgements)
	}
	for _, i := range a.Interviews {
		w.heard(i)
	}
	for _, x := range a.Proposed {
		sect := w.section(w.say("judging.proposed", "Date", w.date(x.Date)))
		w.advice(sect, x)
	}
	if len(a.Agreeing) > 0 {
		w.para(w.Root, w.say("judging.agreeing"), textStyle)
	}
}

// heard is what was said at an interview, by line.
func (w *writer) heard(i plan.InterviewNotes) {
	sect := w.section(w.say("judging.interview", "Date", w.date(i.Date), "Who", strings.Join(i.Present, ", ")))
	for _, h := range i.Heard {
		w.entry(sect, w.judgedName(h.Line), h.Text)
	}
}

// judgements is a table of judgements on lines.
func (w *writer) judgements(up *tagged.Elem, list []plan.Judgement) {
	var rows []row
	for _, j := range list {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.judgedName(j.Competence)), plain(w.judgement(j)), paragraphs(or(j.Reason))}})
	}
	w.table(up, []column{{title: w.say("competence"), w: 44}, {title: w.say("judgement"), w: 34}, {title: w.say("reason"), w: 92}}, rows)
}

// judgedName is the name of a line: of a competence, or of a group of them.
func (w *writer) judgedName(id string) string {
	if id == "" {
		return w.say("judging.all")
	}
	if l, ok := w.p.CompetenceFile().Line(id); ok {
		return l.Name
	}
	if name := w.e.Word("judged", id); name != id {
		return name
	}
	return w.competence(id)
}

// advice is an advice on each line and on the whole, with where they do not
// agree.
func (w *writer) advice(up *tagged.Elem, x plan.Advice) {
	var rows []row
	for _, j := range x.Judgements {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.judgedName(j.Competence)), plain(w.judgement(j)), paragraphs(or(j.Reason))}})
	}
	for _, t := range x.Apart {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.judgedName(t.Line)), plain(w.say("judging.apart")), paragraphs(or(t.Text))}})
	}
	if len(rows) > 0 {
		w.table(up, []column{{title: w.say("competence"), w: 44}, {title: w.say("judgement"), w: 34}, {title: w.say("reason"), w: 92}}, rows)
	}
	if x.Reason == "" && x.Overall == "" {
		return
	}
	what := w.say("judging.apart")
	if slices.Contains(plan.Advices, x.Overall) {
		what = w.say("judging.advice." + x.Overall)
	}
	w.facts(up, []fact{{w.say("judging.overall"), what}, {w.say("reason"), x.Reason}})
	w.para(up, w.say("judging.board-decides"), smallStyle)
}
