package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// reportRow begins the id of a row of S142 that is a report of a talk.
const reportRow = "report:"

// reportRows are the reports that the starter wrote of a talk, with who
// confirmed them, and the way to confirm what one says now.
func reportRows(e *env) []row {
	var out []row
	for _, t := range e.plan.Talks {
		f := t.Now()
		var lines []string
		say := func(mark, words string) { lines = append(lines, hang(mark, words, e.w, text.Width(mark))...) }
		say("", strings.TrimSuffix(dayText(e, f.Date)+" · "+f.Summary, " · "))
		for _, a := range f.Agreements {
			say("– ", agreedWords(e, a))
		}
		mine := false
		for _, w := range e.plan.TalkWords(t.ID) {
			id := "s78.before"
			if w.Now {
				id, mine = "s78.by."+firstOf(w.How, "here"), mine || w.Role == plan.RoleCoach
			}
			say("  ", e.t.T(id, "Name", w.By, "Date", dayText(e, w.Date)))
		}
		if !mine {
			say("○ ", e.t.T("s78.mine", "Name", author(e.plan)))
		}
		out = append(out, row{ID: reportRow + t.ID, Lines: lines})
	}
	return out
}

// confirm puts on record that the coach agrees with what a report says now; it
// goes to the starter with the next file.
func (s *talk) confirm(e *env, report string) []effect {
	c := plan.Confirmation{ID: e.deps.NewID(), About: report, By: author(e.plan), Role: plan.RoleCoach, Date: e.today()}
	if key, ok := e.deps.Work.Key(); ok {
		c.Key = key.Fingerprint
	}
	x, err := plan.ConfirmTalk(e.plan, e.actor(), c)
	return []effect{commitSaying(x, err, "s142.confirmed", "Name", starterName(e.plan))}
}
