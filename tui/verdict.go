package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// verdict is S150: one sentence on what holds, then who signed what and when,
// and what is not proven.
type verdict struct {
	list   list
	judged Judged
}

func newVerdict(j Judged) *verdict { return &verdict{judged: j} }

func (s *verdict) ID() string          { return "S150" }
func (s *verdict) Title(e *env) string { return e.t.T("s150.title") }
func (s *verdict) Audience() string    { return "pdf" }
func (s *verdict) Form() bool          { return false }

func (s *verdict) Actions(e *env) []action {
	out := []action{
		{ID: "verdict.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "verdict.open", Keys: []string{"o"}, Short: "key.openpdf", Do: func() []effect { return s.enter(e, "open") }},
	}
	if len(s.judged.words()) > 0 {
		out = append(out, action{ID: "verdict.copy", Keys: []string{"c"}, Short: "key.copywords", Do: func() []effect { return s.copy(e) }})
	}
	return out
}

// words are the six words of every key in the file, a line each.
func (j Judged) words() string {
	var out []string
	for _, x := range j.Signed {
		if len(x.Words) > 0 {
			out = append(out, x.Name+": "+strings.Join(x.Words, " "))
		}
	}
	return strings.Join(out, "\n")
}

// strangers are the signatures whose key nobody compared yet.
func (j Judged) strangers() []JudgedSignature {
	var out []JudgedSignature
	seen := map[string]bool{}
	for _, x := range j.Signed {
		if x.Holds && !x.Paper && x.Fingerprint != "" && x.Known != "known" && !seen[x.Fingerprint] {
			seen[x.Fingerprint] = true
			out = append(out, x)
		}
	}
	return out
}

func (s *verdict) rows(e *env) []row {
	j := s.judged
	var out []row
	for _, x := range j.Signed {
		out = append(out, s.signature(e, x))
	}
	for _, x := range j.Empty {
		out = append(out, plainRow("○ "+text.Pad(text.Cut(x.Word, 14), 15)+e.t.T("s150.empty")))
	}
	if len(j.Signed)+len(j.Empty) > 0 {
		out = append(out, plainRow(""))
	}
	if j.Match != "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s150.match."+j.Match), e.w)...))
	}
	if n := len(j.Strange); n > 0 {
		out = append(out, plainRow(hang(e.st.Attention.Render("!")+" ", e.t.N("s150.strange", n, "Names", strings.Join(j.Strange, ", ")), e.w, 2)...))
	}
	if len(j.Signed) > 0 {
		out = append(out, plainRow(hang("  ", e.t.T("s150.own"), e.w, 2)...))
	}
	out = append(out, plainRow(""))
	for _, x := range j.CanSign {
		out = append(out, row{ID: "sign." + x.ID, Lines: []string{e.t.T("s150.sign", "Role", x.Word)}})
	}
	if len(j.strangers()) > 0 {
		out = append(out, row{ID: "compare", Lines: []string{e.t.T("s150.compare")}})
	}
	return append(out, row{ID: "open", Lines: []string{e.t.T("s150.open")}}, row{ID: "folder", Lines: []string{e.t.T("s82.folder")}})
}

// signature is one line: who signed as what, when, and what that says.
func (s *verdict) signature(e *env, x JudgedSignature) row {
	mark, says := e.st.Done.Render("✓"), x.Says
	switch {
	case x.Paper:
		mark, says = "–", e.t.T("s150.paper")
	case !x.Holds:
		mark, says = e.st.Attention.Render("!"), e.t.T("s150.broken")
	}
	when := e.t.T("s150.undated")
	if !x.At.IsZero() {
		when = dayOf(e, x.At)
	}
	if len(x.Remarks) > 0 {
		says += " " + strings.Join(x.Remarks, " ")
	}
	if e.narrow() {
		first := mark + " " + text.Pad(text.Cut(x.Role, 14), 15) + text.Pad(text.Cut(x.Name, e.w-31), e.w-30) + when
		return plainRow(append([]string{first}, indented(text.Wrap(says, e.w-2), 2)...)...)
	}
	return plainRow(hang(mark+" "+text.Pad(text.Cut(x.Role, 14), 15)+text.Pad(text.Cut(x.Name, 17), 18)+text.Pad(when, 13), says, e.w, 48)...)
}

// dayOf is the local day of a moment.
func dayOf(e *env, t time.Time) string {
	t = t.Local()
	return text.FormatDate(text.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, e.lang(), text.Medium)
}

func (s *verdict) Page(e *env) page {
	j := s.judged
	about := j.Name
	if j.HasPlan {
		about = e.t.N("s150.about", j.Pages, "Version", j.Version, "File", j.Name)
	}
	head := []string{text.Cut(about, e.w), ""} // the sentence stays in view
	head = append(append(head, text.Wrap(j.Sentence, e.w)...), "")
	if e.h < lowWindow {
		head = append([]string{text.Cut(about, e.w)}, text.Wrap(j.Sentence, e.w)...)
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *verdict) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *verdict) enter(e *env, id string) []effect {
	j, work := s.judged, e.deps.Work
	run := func(do func(string) error, done string) []effect {
		return []effect{wait("busy.open", func() (any, error) { return nil, do(j.Path) }, func(_ any, err error) []effect {
			if err != nil {
				return []effect{attend("s150.notopen", "File", j.Name)}
			}
			return []effect{say(done)}
		})}
	}
	switch id {
	case "open":
		return run(work.Open, "s82.opened")
	case "folder":
		return run(work.OpenFolder, "s82.opened")
	case "compare":
		return []effect{open(newAcquaint(s))}
	}
	if role, ok := strings.CutPrefix(id, "sign."); ok {
		for _, x := range j.CanSign {
			if x.ID == role {
				return []effect{open(newSignAs(s, x))}
			}
		}
	}
	return nil
}

func (s *verdict) copy(e *env) []effect {
	work, words := e.deps.Work, s.judged.words()
	return []effect{wait("busy.open", func() (any, error) { return nil, work.Copy(words) }, func(_ any, err error) []effect {
		if err != nil {
			return []effect{attend("s150.notcopied")}
		}
		return []effect{say("s150.copied")}
	})}
}

// again judges the file anew, after a key was remembered or a field filled.
func (s *verdict) again(e *env, path string, then ...effect) []effect {
	work := e.deps.Work
	return []effect{wait("busy.judge", func() (any, error) { return work.Judge(path) }, func(v any, err error) []effect {
		if err == nil {
			s.judged = v.(Judged)
		}
		return then
	})}
}
