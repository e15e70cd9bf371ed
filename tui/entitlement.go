package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// entitlement is the form of one line of entitlement: how much, of what, for
// how long, and when it was last checked.
type entitlement struct {
	form
	id  string
	all []field
	// draft is what a line of one's own begins with; it is in the plan from
	// the first words on.
	draft plan.Line
	isNew bool
	gone  bool
}

// newOwnLine opens a line of one's own that is not in the plan yet.
func newOwnLine(m *Model, id string) screen {
	s := newLine(m, id).(*entitlement)
	s.draft, s.isNew = plan.Line{Line: id, Unit: "uur", Per: "jaar"}, true
	s.arrange(m.env())
	return s
}

// line is the line as the plan has it, or as it begins.
func (s *entitlement) line(e *env) (plan.Line, bool) {
	if l, ok := plan.LineAt(e.plan, s.id); ok {
		return l, true
	}
	return s.draft, s.isNew
}

const lineLabels = 25

func newLine(m *Model, id string) screen {
	s := &entitlement{id: id}
	l, _ := plan.LineAt(m.plan, id)
	s.all = []field{
		s.text("name", func(l *plan.Line) *string { return &l.Name }),
		s.amount(),
		s.choice("unit", func(l *plan.Line) *string { return &l.Unit }, "uur", "euro"),
		s.choice("per", func(l *plan.Line) *string { return &l.Per }, "jaar", "werkweek"),
		s.weeks(),
		s.proRata(),
		s.pays(),
		s.carried(),
		s.employer(),
		s.checked(),
		s.text("note", func(l *plan.Line) *string { return &l.Note }),
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }},
	}
	s.arrange(m.env())
	switch _, known := m.pack().Entitlement(lineID(id)); {
	case !known && l.Name == "":
		s.choose("name")
	default:
		s.choose("amount")
	}
	return s
}

func (s *entitlement) ID() string       { return "S54b" }
func (s *entitlement) Step() int        { return 5 }
func (s *entitlement) Audience() string { return "board" }

func (s *entitlement) Title(e *env) string {
	return stepTitle(e, 5, e.t.T("s54.line"))
}

// arrange shows the fields that this line has now.
func (s *entitlement) arrange(e *env) {
	l, ok := s.line(e)
	_, known := e.pack().Entitlement(lineID(s.id))
	s.gone = !ok
	hidden := map[string]bool{"carried": !savable(e, l), "employer": !severalEmployers(e), "name": known, "weeks": l.Per != "werkweek", "pays": l.Unit != "euro", "per": l.Unit == "euro"}
	at := "amount"
	if len(s.fields) > 0 {
		at = s.here().ID()
	}
	s.fields = nil
	for _, f := range s.all {
		if !hidden[f.ID()] {
			s.fields = append(s.fields, f)
		}
	}
	s.form.at = 0
	for i, f := range s.fields {
		if f.ID() == at {
			s.form.at = i
		}
	}
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *entitlement) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

// Update does what the form does, and shows at once what an act changed.
func (s *entitlement) Update(e *env, msg tea.Msg) []effect {
	if s.gone {
		return nil
	}
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		s.arrange(m.env())
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

func (s *entitlement) Actions(*env) []action {
	if s.gone {
		return nil
	}
	return fieldKeys(s.here())
}

func (s *entitlement) Page(e *env) page {
	if s.gone {
		return page{Lines: wrapped(e.t.T("s54.gone"), e.w, 0, e.st.Text.Render)}
	}
	l, _ := s.line(e)
	p := s.form.Page(e, append(wrapped(lineName(e, l), e.w, 0, e.st.Title.Render), line{})...)
	followPick(&p, s.here())
	p.Lines = append(p.Lines, line{})
	for _, words := range s.about(e) {
		p.Lines = append(p.Lines, wrapped(words, e.w, 0, e.st.Hint.Render)...)
	}
	if s.form.at == len(s.fields)-1 {
		p.Focus[1] = len(p.Lines) - 1
	}
	return p
}

// about says what the line comes to, and what the pack knows of it.
func (s *entitlement) about(e *env) []string {
	l, _ := s.line(e)
	var out []string
	book := plan.Reckon(e.plan, e.pack())
	for _, x := range s.comesTo(e, book) {
		if l.Amount != nil {
			out = append(out, x)
		}
	}
	out = append(out, savedWords(e, l, book)...)
	if words := heldWords(e, l); words != "" {
		out = append(out, words)
	}
	words, attention := ageWords(e, l)
	words = upperFirst(words) + "."
	if attention {
		words = "! " + words
	}
	out = append(out, words)
	if x, ok := e.pack().Entitlement(lineID(s.id)); ok {
		out = append(out, e.say(x.Note))
		if src, ok := e.pack().Source(x.Source); ok && src.URL != "" {
			out = append(out, e.t.T("s54.source", "URL", src.URL))
		}
	}
	return out
}

// comesTo says what the line comes to this year, at each employer that has it.
func (s *entitlement) comesTo(e *env, book plan.Ledger) []string {
	var out []string
	say := func(list []ledgerLine, employer string) {
		for _, x := range list {
			if x.line.Line != lineID(s.id) {
				continue
			}
			formula := x.formula
			if x.carried != "" {
				formula += " + " + x.carried
			}
			words := e.t.T("s54.comesto", "Formula", formula, "Amount", x.entitled)
			if employer != "" {
				words = employer + ": " + lowerFirst(words)
			}
			out = append(out, words)
		}
	}
	if len(book.ByEmployer) == 0 {
		say(ledgerLines(e, book.Hours, book.Money, ""), "")
	}
	l, _ := s.line(e)
	for _, x := range book.ByEmployer {
		if plan.Mine(l.Employer, x.ID) {
			say(ledgerLines(e, x.Hours, x.Money, x.ID), employerName(e, x.ID))
		}
	}
	return out
}

func (s *entitlement) bind(id string, get func(*env, plan.Line) string, set func(*env, *plan.Line, string) error) bound {
	field := id
	switch id { // the bookkeeping of a line does not make it the teacher's own
	case "checked":
		field = "checked_on"
	case "carried":
		field = "carried_in"
	}
	return bound{id: id, label: "s54.f." + id, width: lineLabels,
		get: func(e *env) string {
			l, _ := s.line(e)
			return get(e, l)
		},
		set: func(e *env, v string) (plan.Change, error) {
			try, _ := s.line(e)
			if err := set(e, &try, v); err != nil {
				return plan.Change{}, err
			}
			if _, ok := plan.LineAt(e.plan, s.id); !ok {
				return plan.AddLine(e.plan, try)
			}
			return plan.EditLine(e.plan, s.id, field, func(l *plan.Line) { _ = set(e, l, v) })
		}}
}

func (s *entitlement) text(id string, at func(*plan.Line) *string) field {
	return newText(s.bind(id, func(_ *env, l plan.Line) string { return *at(&l) },
		func(_ *env, l *plan.Line, v string) error { *at(l) = v; return nil }))
}

func (s *entitlement) choice(id string, at func(*plan.Line) *string, answers ...string) field {
	return newChoice(s.bind(id, func(_ *env, l plan.Line) string { return *at(&l) },
		func(_ *env, l *plan.Line, v string) error { *at(l) = v; return nil }), func(e *env) []option {
		var out []option
		for _, a := range answers {
			out = append(out, option{a, e.t.T("s54." + id + "." + a)})
		}
		return out
	})
}

// amount is hours with decimals, or money.
func (s *entitlement) amount() field {
	b := s.bind("amount", func(e *env, l plan.Line) string {
		switch {
		case l.Amount == nil:
			return ""
		case l.Unit == "euro":
			return text.FormatCents(int64(*l.Amount)/100, e.lang(), false)
		}
		return text.FormatDecimal4(int64(*l.Amount), e.lang())
	}, func(e *env, l *plan.Line, v string) error {
		if strings.TrimSpace(v) == "" {
			l.Amount = nil
			return nil
		}
		var n int64
		var err error
		if l.Unit == "euro" {
			n, err = text.ParseCents(v, e.lang())
			n *= 100
		} else {
			n, err = text.ParseDecimal4(v)
		}
		d := plan.Decimal(n)
		l.Amount = &d
		return err
	})
	b.preset = true
	return newText(b)
}
