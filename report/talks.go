package report

import "bekwaam/plan"

// talks are the reports of talks, each with the words on it: those on what it
// says now, and those on what it said before.
func (w *writer) talks() {
	if len(w.p.Talks) == 0 {
		return
	}
	sect := w.section(w.say("talks"))
	for _, t := range w.p.Talks {
		f, first := t.Now(), len(w.blocks)
		w.heading(sect, 3, w.say("talk.title", "Date", or(w.date(f.Date)), "Version", f.Version), nil)
		if f.Summary != "" {
			w.para(sect, f.Summary, textStyle)
		}
		var rows []row
		for _, a := range f.Agreements {
			rows = append(rows, row{heads: []int{1}, cells: []cell{plain(or(a.Who)), plain(a.What), plain(or(w.date(a.ByWhen)))}})
		}
		if len(rows) > 0 {
			w.table(sect, []column{{title: w.say("who"), w: 44}, {title: w.say("what"), w: 96}, {title: w.say("by-when"), w: 30}}, rows)
		}
		lines := []string{w.say("talk.by", "Name", or(f.By))}
		for _, c := range w.p.TalkWords(t.ID) {
			id := "talk.confirmed"
			if !c.Now {
				id = "talk.confirmed-earlier"
			}
			how := c.How
			if how == plan.ConfirmedHere {
				how = "here"
			}
			lines = append(lines, w.say(id, "Name", c.By, "Role", w.e.Word("role", c.Role), "How", w.say("talk.how."+how), "Date", or(w.date(c.Date))))
			if !c.Now && c.Known && c.Form.Summary != "" {
				lines = append(lines, w.say("talk.earlier", "Text", c.Form.Summary))
			}
		}
		w.list(sect, lines, textStyle)
		w.mark(first, t.ID)
		w.keepFrom(first)
	}
}

// came says how a note came in that its author did not send.
func (w *writer) came(n plan.Note) string {
	switch n.Via {
	case plan.NoteSaid:
		return w.say("note.said", "Name", or(n.RecordedBy))
	case plan.NoteElsewhere:
		return w.say("note.elsewhere", "Name", or(n.RecordedBy))
	}
	return ""
}
