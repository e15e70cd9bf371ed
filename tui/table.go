package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/sheet"
	"bekwaam/text"
)

// table is S78, at one table: the whole round on one screen. The two read the
// plan together, write down what is said and agreed, read the agreements
// aloud, and both confirm the report.
type table struct {
	list  list
	words inPlace // what was talked about
	made  *Printed
}

func newTable(m *Model) screen {
	s := &table{}
	s.words = newInPlace("summary", func(e *env) string { return s.form(e).Summary }, s.write)
	s.list.choose("summary")
	return s
}

func openTable() effect { return openItem(newTable) }

// report is the report of today, or one that not both have confirmed yet.
func (s *table) report(e *env) (plan.Talk, bool) {
	for _, t := range slices.Backward(e.plan.Talks) {
		if t.Now().Date == e.today() || !e.plan.TalkAgreed(t.ID) {
			return t, true
		}
	}
	return plan.Talk{}, false
}

// form is what the report says: the one on record, or one to begin with.
func (s *table) form(e *env) plan.TalkForm {
	if t, ok := s.report(e); ok {
		return t.Now()
	}
	return e.plan.ProposeTalk(e.today())
}

// put puts a change of the report on record; the first one makes it.
func (s *table) put(e *env, field string, edit func(*plan.TalkForm)) (plan.Change, error) {
	if t, ok := s.report(e); ok {
		return plan.EditTalk(e.plan, e.actor(), t.ID, field, edit)
	}
	f := e.plan.ProposeTalk(e.today())
	edit(&f)
	return plan.AddTalk(e.plan, e.actor(), e.deps.NewID(), f)
}

func (s *table) write(e *env, v string) (plan.Change, error) {
	return s.put(e, "summary", func(f *plan.TalkForm) { f.Summary = v })
}

// behind reports whether the plan has other agreements than the report.
func (s *table) behind(e *env) bool {
	return !slices.EqualFunc(s.form(e).Agreements, e.plan.ProposeTalk(e.today()).Agreements, func(a, b plan.TalkAgreement) bool {
		return a.Who == b.Who && a.What == b.What && a.ByWhen == b.ByWhen
	})
}

// coach is who sits on the other side.
func (s *table) coach(e *env) string { return readerOf(e.plan) }

func (s *table) ID() string          { return "S78" }
func (s *table) Step() int           { return 7 }
func (s *table) Title(e *env) string { return stepTitle(e, 7, e.t.T("s78.part")) }
func (s *table) Audience() string    { return "coach" }
func (s *table) Form() bool          { return s.words.on }

func (s *table) Actions(e *env) []action {
	if s.words.on {
		return []action{{ID: "table.written", Keys: []string{"esc"}, Short: "key.ready", Do: func() []effect { return s.words.close(e) }}}
	}
	return []action{
		{ID: "table.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "table.note", Keys: []string{"n"}, Short: "key.notedown", Why: reasonUnless(s.coach(e) != "", "why.nocoach"), Do: func() []effect { return s.enter(e, "note") }},
		{ID: "table.words", Keys: []string{"t"}, Short: "key.talked", Do: func() []effect { return s.enter(e, "summary") }},
		{ID: "table.print", Keys: []string{"s"}, Do: func() []effect { return s.enter(e, "print") }},
		{ID: "undo", Keys: []string{"u"}, Do: func() []effect { return []effect{undo()} }},
		openPrinted(e, s.made), cardsKey(),
	}
}

func (s *table) rows(e *env) []row {
	f, title := s.form(e), e.st.Title.Render
	var out []row
	if qs := questions(e); len(qs) > 0 {
		out = append(out, row{ID: "asked", Lines: text.Wrap(e.t.N("s78.asked", len(qs)), e.w)}, plainRow(""))
	}
	if who := s.coach(e); who != "" {
		out = append(out, plainRow(title(text.Cut(e.t.T("s78.said", "Name", who), e.w))))
		for _, n := range e.plan.Notes {
			if n.Via == plan.NoteSaid && n.Date == f.Date {
				out = append(out, plainRow(hang("• ", e.t.T("s73.kind."+n.Kind)+": "+n.Text, e.w, 2)...))
			}
		}
		out = append(out, row{ID: "note", Lines: text.Wrap(e.t.T("s78.note", "Name", givenName(who)), e.w)}, plainRow(""))
	}
	out = append(out, plainRow(title(e.t.T("s78.summary"))))
	lines := text.Wrap(firstOf(f.Summary, e.t.T("s78.nosummary")), e.w)
	if s.words.on {
		lines = s.words.lines(e, 0)
	}
	out = append(out, row{ID: "summary", Lines: lines}, plainRow(""), plainRow(title(e.t.T("s78.aloud"))))
	for _, a := range f.Agreements {
		out = append(out, plainRow(hang("• ", agreedWords(e, a), e.w, 2)...))
	}
	if len(f.Agreements) == 0 {
		out = append(out, plainRow(e.t.T("s78.noagreements")))
	}
	out = append(out, row{ID: "new", Lines: []string{e.t.T("s78.new")}})
	if s.behind(e) {
		out = append(out, row{ID: "sync", Lines: text.Wrap("! "+e.t.T("s78.behind"), e.w)})
	}
	out = append(out, plainRow(""), plainRow(title(e.t.T("s78.confirm"))))
	out = append(out, s.wordRows(e)...)
	return append(out, row{ID: "print", Lines: []string{e.t.T("s78.print")}})
}

// agreedWords are an agreement as it is read aloud.
func agreedWords(e *env, a plan.TalkAgreement) string {
	words := strings.TrimPrefix(a.Who+": "+a.What, ": ")
	if !a.ByWhen.IsZero() {
		words += " · " + dayText(e, a.ByWhen)
	}
	return words
}

// wordRows are who confirmed what the report says now, and how the others can.
func (s *table) wordRows(e *env) []row {
	t, _ := s.report(e)
	said := map[string]plan.TalkWord{}
	var out []row
	for _, w := range e.plan.TalkWords(t.ID) {
		if w.Now {
			said[w.Role] = w
			continue
		}
		out = append(out, plainRow(hang("– ", e.t.T("s78.before", "Name", w.By, "Date", dayText(e, w.Date)), e.w, 2)...))
	}
	for _, x := range []struct{ role, name string }{{plan.RoleTeacher, e.plan.Profile.Name}, {plan.RoleCoach, s.coach(e)}} {
		w, ok := said[x.role]
		switch {
		case ok:
			out = append(out, plainRow(hang(e.st.Done.Render("✓")+" ", e.t.T("s78.by."+firstOf(w.How, "here"), "Name", w.By, "Date", dayText(e, w.Date)), e.w, 2)...))
		case x.name == "":
		case x.role == plan.RoleTeacher:
			out = append(out, row{ID: "mine", Lines: []string{"○ " + text.Cut(e.t.T("s78.mine", "Name", x.name), e.w-2)}})
		default:
			out = append(out, row{ID: "key", Lines: []string{"○ " + text.Cut(e.t.T("s78.key", "Name", x.name), e.w-2)}},
				row{ID: "paper", Lines: []string{"○ " + text.Cut(e.t.T("s78.paper", "Name", x.name), e.w-2)}})
		}
	}
	return out
}

func (s *table) Page(e *env) page {
	head := headed(e, e.st.Hint.Render(text.Cut(e.t.T("s78.reason"), e.w)))
	p := s.list.page(tight(e, s.rows(e)), head...)
	if s.words.on {
		s.words.place(e, &p, "summary", 0, 0)
	}
	return p
}

func (s *table) Leave(e *env) []effect { return s.words.close(e) }
func (s *table) Pause(e *env) []effect { return s.words.keep(e) }
func (s *table) Holding() bool         { return s.words.held() }

func (s *table) Update(e *env, msg tea.Msg) []effect {
	if s.words.on {
		return s.words.update(e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *table) enter(e *env, id string) []effect {
	switch id {
	case "note":
		if s.coach(e) == "" {
			return nil
		}
		return []effect{openItem(newNoted)}
	case "summary":
		if e.failed {
			return []effect{attend("msg.readonly.failed")}
		}
		s.list.choose("summary")
		s.words.open(e)
	case "new":
		return []effect{func(m *Model) tea.Cmd { return m.push(newAgreement(m, m.deps.NewID())) }}
	case "asked":
		return []effect{openItem(func(m *Model) screen {
			s := newCoachRound(m).(*coachRound)
			s.list.choose("q0")
			return s
		})}
	case "sync":
		c, err := s.put(e, "agreements", func(f *plan.TalkForm) { f.Agreements = e.plan.ProposeTalk(f.Date).Agreements })
		return []effect{commit(c, err)}
	case "mine", "paper":
		return s.confirm(e, id)
	case "key":
		return []effect{func(m *Model) tea.Cmd { return m.push(newTableKey(m, s)) }}
	case "print":
		return []effect{openPrinting(s.sheet(e), &s.made)}
	}
	return nil
}

// recorded makes sure that there is a report to confirm.
func (s *table) recorded(m *Model) tea.Cmd {
	if _, ok := s.report(m.env()); ok {
		return nil
	}
	c, err := s.put(m.env(), "agreements", func(*plan.TalkForm) {})
	return commit(c, err)(m)
}

// confirm puts the word of one of the two on record.
func (s *table) confirm(e *env, id string) []effect {
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	return []effect{func(m *Model) tea.Cmd {
		cmd := s.recorded(m)
		e := m.env()
		t, ok := s.report(e)
		if !ok {
			return cmd
		}
		c := plan.Confirmation{ID: e.deps.NewID(), About: t.ID, By: e.plan.Profile.Name, Role: plan.RoleTeacher, Date: e.today()}
		if id == "paper" {
			c.By, c.Role, c.How = s.coach(e), plan.RoleCoach, plan.ConfirmedPaper
		} else if key, ok := e.deps.Work.Key(); ok {
			c.Key = key.Fingerprint
		}
		x, err := plan.ConfirmTalk(e.plan, e.actor(), c)
		return tea.Batch(cmd, commitSaying(x, err, "s78.confirmed", "Name", c.By)(m))
	}}
}

// sheet is the report on one page, with room for a pen.
func (s *table) sheet(e *env) sheet.Sheet {
	f := s.form(e)
	var agreed []sheet.Item
	for _, a := range f.Agreements {
		agreed = append(agreed, sheet.Item{Text: agreedWords(e, a)})
	}
	out := sheet.Sheet{Stem: e.t.T("s78.stem"), Kind: e.t.T("s78.kind"), Language: e.settings.Language,
		Title: e.t.T("s78.sheet", "Name", e.plan.Profile.Name, "Coach", s.coach(e), "Date", dayText(e, f.Date)), Lead: e.t.T("s78.lead", "Version", f.Version)}
	if f.Summary != "" {
		out.Parts = append(out.Parts, sheet.Part{Heading: e.t.T("s78.summary"), Form: sheet.Bullets, Items: []sheet.Item{{Text: f.Summary}}})
	}
	if len(agreed) > 0 {
		out.Parts = append(out.Parts, sheet.Part{Heading: e.t.T("s78.agreed"), Form: sheet.Steps, Items: agreed})
	}
	names := sheet.Part{Heading: e.t.T("s78.pen"), Form: sheet.Questions}
	for _, name := range []string{e.plan.Profile.Name, s.coach(e)} {
		if name != "" {
			names.Items = append(names.Items, sheet.Item{Text: name})
		}
	}
	out.Parts = append(out.Parts, names)
	return out
}
