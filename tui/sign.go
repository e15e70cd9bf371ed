package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// confirmSign is S81, the one question of the path: only t signs.
type confirmSign struct {
	employer string // the file is for, of several
}

func (s *confirmSign) ID() string          { return "S81" }
func (s *confirmSign) Step() int           { return 8 }
func (s *confirmSign) Title(e *env) string { return stepTitle(e, 8, e.t.T("s81.part")) }
func (s *confirmSign) Audience() string    { return "board" }

// Form keeps every letter here: none but t does anything.
func (s *confirmSign) Form() bool { return true }

// bare screens have no way to help or palette: one question is asked.
func (s *confirmSign) Bare() bool { return true }

func (s *confirmSign) Actions(e *env) []action {
	return []action{
		{ID: "sign.notyet", Keys: []string{"esc"}, Short: "act.not-yet", Do: func() []effect { return []effect{back()} }},
		{ID: "sign.now", Keys: []string{"t"}, Short: "act.sign"},
	}
}

func (s *confirmSign) Page(e *env) page {
	p := e.plan
	teacher, _ := e.pack().SignatureRole(plan.RoleTeacher)
	var out []row
	pair := func(id, value string) {
		for i, l := range text.Wrap(value, e.w-12) {
			head := spaces(12)
			if i == 0 {
				head = e.st.Label.Render(text.Pad(e.t.T(id), 12))
			}
			out = append(out, plainRow(head+l))
		}
	}
	pair("s81.what", e.t.T("s81.plan", "Plan", upperFirst(e.say(e.fw.Vocabulary["plan"])), "Year", text.FormatSchoolYear(p.Profile.SchoolYear), "Version", p.WorkingVersion))
	if severalEmployers(e) {
		pair("s81.for", employerName(e, s.employer))
	}
	pair("s81.as", strings.Join([]string{p.Profile.Name, e.say(teacher.Role)}, ", "))
	pair("s81.says", e.say(teacher.Statement))
	out = append(out, plainRow(""), plainRow(text.Wrap(e.t.T("s81.after", "Version", p.WorkingVersion), e.w)...), plainRow(""))
	others := plan.For(p, e.pack(), plan.Board, s.employer).Signers()
	others = others[min(1, len(others)):]
	if len(others) > 0 {
		out = append(out, plainRow(e.st.Title.Render(e.t.T("s81.then"))))
	}
	for _, x := range others {
		out = append(out, signer(e, x))
	}
	out = append(out, plainRow(""), plainRow(e.st.Key.Render(text.Pad("t", 6))+e.t.T("act.sign")), row{ID: "esc", Lines: []string{e.st.Key.Render(text.Pad("esc", 6)) + e.t.T("act.not-yet")}})
	l := list{sel: "esc"}
	page := l.page(out)
	if len(page.Lines) > e.h {
		page.Focus = [2]int{} // what is signed is read first
	}
	return page
}

// signer is one of the others who can sign: who, as what, and what that says.
func signer(e *env, x plan.Signature) row {
	role, _ := e.pack().SignatureRole(x.Role)
	who := text.Pad(text.Cut(x.Name, 21), 22) + text.Pad(text.Cut(e.say(role.Role), 15), 16)
	if e.narrow() {
		return plainRow(append([]string{who}, indented(text.Wrap(e.say(role.Statement), e.w-2), 2)...)...)
	}
	return row{Lines: hang(who, e.say(role.Statement), e.w, 38)}
}

func indented(ss []string, n int) []string {
	for i := range ss {
		ss[i] = spaces(n) + ss[i]
	}
	return ss
}

func upperFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

func (s *confirmSign) Update(e *env, msg tea.Msg) []effect {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case k.String() == "t":
	case lookBy(k.String(), true, e.h) != 0 && len(s.Page(e).Lines) > e.h:
		return nil // it moves the view
	default:
		return []effect{say("s81.only")}
	}
	p, work, by, employer := e.plan, e.deps.Work, e.actor(), s.employer
	return []effect{wait("busy.sign", func() (any, error) { return work.Sign(p, by, employer) }, func(v any, err error) []effect {
		if err != nil {
			return notSigned(err, "s81.failed")
		}
		made := v.(Signed)
		var out []effect
		if made.Change.Plan.ID != "" {
			out = append(out, commit(made.Change, nil))
		}
		return append(out, remember(p, employer, made), afterSigning(employer))
	})}
}
