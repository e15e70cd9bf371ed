package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// signed is S82: where the file is, who can sign next, and the words by which
// others know the key.
type signed struct {
	list     list
	employer string // the file is for, of several
}

func newSignedFor(employer string) *signed {
	s := &signed{employer: employer}
	s.list.choose("open")
	return s
}

func (s *signed) ID() string          { return "S82" }
func (s *signed) Step() int           { return 8 }
func (s *signed) Title(e *env) string { return stepTitle(e, 8, e.t.T("s82.part")) }
func (s *signed) Audience() string    { return "board" }
func (s *signed) Form() bool          { return false }

func (s *signed) Actions(e *env) []action {
	return []action{
		{ID: "signed.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "signed.open", Keys: []string{"o"}, Short: "key.open", Do: func() []effect { return s.enter(e, "open") }},
		{ID: "signed.copy", Keys: []string{"c"}, Short: "key.copy", Do: func() []effect {
			if s.list.at(s.rows(e)) == "words" {
				return s.enter(e, "words")
			}
			return s.enter(e, "copy")
		}},
	}
}

func (s *signed) rows(e *env) []row {
	made := e.settings.Made[madeFor(e.plan.ID, s.employer)]
	var out []row
	pair := func(at, id, value string) {
		out = append(out, row{ID: at, Lines: hang(e.st.Label.Render(text.Pad(e.t.T(id), 11)), value, e.w, 11)})
	}
	if severalEmployers(e) {
		pair("", "s82.for", employerName(e, s.employer))
	}
	pair("", "s82.file", made.Shown)
	at := made.At.Local()
	day := text.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
	pair("", "s82.signed", e.t.T("s82.when", "Date", text.FormatDate(day, e.lang(), text.Medium), "Time", at.Format("15:04"), "Version", e.plan.SignedVersion()))
	if key, ok := e.deps.Work.Key(); ok {
		pair("words", "s82.key", strings.Join(key.Words, " "))
	}
	out = append(out, plainRow(""))
	for i, x := range plan.For(e.plan, e.pack(), plan.Board, s.employer).Signers() {
		if w, ok := penned(e, x.Role, s.employer); ok {
			out = append(out, pennedRow(e, w))
			continue
		}
		role, _ := e.pack().SignatureRole(x.Role)
		mark, word := "○ ", e.t.T("s82.empty")
		if i == 0 {
			mark, word = e.st.Done.Render("✓ "), e.say(role.Statement)
		}
		if e.narrow() && text.Width(word) > e.w-40 {
			word = ""
		}
		out = append(out, plainRow(mark+text.Pad(text.Cut(e.say(role.Role), 15), 16)+text.Pad(text.Cut(x.Name, 21), 22)+text.Cut(word, max(e.w-40, 8))))
	}
	out = append(out, plainRow(""))
	for _, id := range []string{"open", "folder", "copy"} {
		out = append(out, row{ID: id, Lines: []string{e.t.T("s82." + id)}})
	}
	if severalEmployers(e) {
		for _, id := range recipients(e.plan, e) {
			words := "s82.next"
			if _, ok := madeNow(e, id); ok {
				words = "s82.other"
			}
			if id != s.employer {
				out = append(out, row{ID: "for:" + id, Lines: text.Wrap(e.t.T(words, "Employer", employerName(e, id)), e.w)})
			}
		}
	}
	out = append(out, paperRow(e, s.employer)...)
	return append(out, beginRow(e)...)
}

func (s *signed) Page(e *env) page {
	intro := headed(e, text.Wrap(e.t.T("s82.reason"), e.w)...)
	return s.list.page(tight(e, s.rows(e)), intro...)
}

func (s *signed) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *signed) enter(e *env, id string) []effect {
	made, work := e.settings.Made[madeFor(e.plan.ID, s.employer)], e.deps.Work
	run := func(do func(string) error, path, done, failed string) []effect {
		return []effect{wait("busy.open", func() (any, error) { return nil, do(path) }, func(_ any, err error) []effect {
			if err != nil {
				return []effect{attend(failed, "File", made.Shown)}
			}
			return []effect{say(done)}
		})}
	}
	if to, ok := strings.CutPrefix(id, "for:"); ok {
		if _, made := madeNow(e, to); made {
			return []effect{swap(newSignedFor(to))}
		}
		return []effect{func(m *Model) tea.Cmd {
			s := newHandover(m).(*handover)
			s.employer = to
			return m.replace(s)
		}}
	}
	switch id {
	case "paper":
		return []effect{openPaper(s.employer)}
	case "open":
		return run(work.Open, made.File, "s82.opened", "s82.nowindow")
	case "folder":
		return run(work.OpenFolder, made.File, "s82.folder.opened", "s82.nofolder")
	case "words":
		if key, ok := work.Key(); ok {
			return run(work.Copy, strings.Join(key.Words, " "), "msg.copied", "s82.words.failed")
		}
	case "copy":
		return run(work.Copy, made.File, "msg.copied", "msg.not-copied")
	case "begin":
		return []effect{begin}
	}
	return nil
}
