package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// frameworkPage is S171: which framework the plan is written with, from when to
// when it holds, where it was read and how sure that is.
type frameworkPage struct{ list list }

func openFramework() effect { return open(&frameworkPage{}) }

func (s *frameworkPage) ID() string          { return "S171" }
func (s *frameworkPage) Title(e *env) string { return e.t.T("s171.title") }
func (s *frameworkPage) Audience() string    { return "private" }
func (s *frameworkPage) Form() bool          { return false }

// The rows of the screen by what enter does: another version, a view of the
// same competences, the order of a decision. Others are only read.
const (
	versionRow  = "version"
	viewRow     = "view/"
	decisionRow = "decision/"
)

func (s *frameworkPage) rows(e *env) []row {
	f := e.fw
	out := []row{s.name(e)}
	if to, _ := e.other(); to != nil {
		out = append(out, row{ID: versionRow, Lines: text.Wrap("! "+e.t.T(otherID(e, "s171"), "Version", to.Version), e.w)})
	}
	section := func(id, head string, body ...string) {
		r := row{ID: id, Lines: []string{e.st.Title.Render(head)}}
		for _, words := range body {
			for _, l := range text.Wrap(words, e.w-2) {
				if l != "" {
					r.Lines = append(r.Lines, "  "+l)
				}
			}
		}
		if len(r.Lines) > 1 {
			out = append(out, plainRow(""), r)
		}
	}
	section("basis", e.t.T("s171.basis"), e.say(f.Basis), sureWords(e, f.Confidence))
	if sources := sourceLines(e, f.Sources); len(sources) > 0 {
		out = append(out, plainRow(""), row{ID: "sources", Lines: append([]string{e.st.Title.Render(e.t.T("s171.sources"))}, sources...)})
	}
	out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s171.phases"))))
	for _, p := range f.Phases {
		r := row{ID: "phase/" + p.ID, Lines: []string{e.say(p.Name)}}
		for _, words := range []string{e.say(p.Description), e.say(p.Note)} {
			for _, l := range text.Wrap(words, e.w-4) {
				if l != "" {
					r.Lines = append(r.Lines, "    "+l)
				}
			}
		}
		if p.Basis == "design" {
			r.Lines = append(r.Lines, hang("    ", e.st.Attention.Render(e.t.T("s171.design")), e.w, 4)...)
		}
		out = append(out, r)
	}
	out = append(out, s.views(e)...)
	if hasGate(e) {
		out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s171.decisions"))))
		for _, g := range f.Gates {
			r := row{ID: decisionRow + g.ID, Lines: []string{text.Cut(upperFirst(e.say(g.Name)), e.w)}}
			r.Lines = append(r.Lines, hang("    ", e.say(g.Note), e.w, 4)...)
			if sure := sureWords(e, g.Confidence); sure != "" {
				r.Lines = append(r.Lines, hang("    ", sure, e.w, 4)...)
			}
			out = append(out, r)
		}
	}
	if len(f.Attitudes) > 0 {
		var names []string
		for _, a := range f.Attitudes {
			names = append(names, e.say(a))
		}
		section("attitudes", e.t.T("s171.attitudes"), strings.Join(names, ", "), e.say(f.AttitudesNote))
	}
	section("not-covered", e.t.T("s171.notcovered"), e.say(f.NotCovered))
	return out
}

// name is the framework with its version and the days on which it holds.
func (s *frameworkPage) name(e *env) row {
	f := e.fw
	r := row{ID: "name", Lines: []string{e.st.Title.Render(text.Cut(e.say(f.Name), e.w))}}
	add := func(words string) { r.Lines = append(r.Lines, hang("  ", words, e.w, 2)...) }
	from, _ := text.ParseISO(f.ValidFrom)
	held := e.t.T("s171.from", "Version", f.Version, "From", text.FormatDate(from, e.lang(), text.Long))
	if to, err := text.ParseISO(f.ValidTo); err == nil {
		held = e.t.T("s171.fromto", "Version", f.Version, "From", text.FormatDate(from, e.lang(), text.Long), "To", text.FormatDate(to, e.lang(), text.Long))
	}
	add(held)
	if from, own := e.deps.Own[f.Digest]; own {
		add(e.t.T("s171.own", "File", from.File, "Date", dayOf(e, from.At)))
	}
	if plan.Expired(f, e.today()) {
		r.Lines = append(r.Lines, hang("  ", e.st.Attention.Render("! "+e.t.T("s171.expired")), e.w, 2)...)
	}
	return r
}

// views are the ways to look at the same competences, each with how sure its
// own groups are.
func (s *frameworkPage) views(e *env) []row {
	list := plan.ViewsOf(e.fw, e.pack())
	if len(list) == 0 {
		return nil
	}
	out := []row{plainRow(""), plainRow(e.st.Title.Render(e.t.T("s171.views")))}
	mark := func(on bool) string {
		if on {
			return e.st.Chosen.Render("● ")
		}
		return "○ "
	}
	now := e.overlay()
	out = append(out, row{ID: viewRow + plan.ByArea, Lines: []string{mark(now == nil) + upperFirst(viewName(e, nil))}})
	for _, o := range list {
		r := row{ID: viewRow + o.ID, Lines: []string{text.Cut(mark(now != nil && now.ID == o.ID)+e.say(o.Name), e.w)}}
		for _, words := range []string{sureWords(e, o.Confidence), e.say(o.Note)} {
			if words != "" {
				r.Lines = append(r.Lines, hang("    ", e.st.Label.Render(words), e.w, 4)...)
			}
		}
		out = append(out, r)
	}
	return out
}

func (s *frameworkPage) Page(e *env) page { return withHeading(s.list.page(s.rows(e))) }

func (s *frameworkPage) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *frameworkPage) Actions(e *env) []action {
	id := s.list.at(s.rows(e))
	enter := action{ID: "framework.read", Keys: []string{"enter"}, Why: "why.onlyread", Do: func() []effect { return s.enter(e) }}
	switch {
	case id == versionRow:
		enter.ID, enter.Short, enter.Why = "framework.version", "key.whatchanges", ""
	case strings.HasPrefix(id, viewRow):
		enter.ID, enter.Short, enter.Why = "view.choose", "key.choose.row", ""
	case strings.HasPrefix(id, decisionRow):
		enter.ID, enter.Short, enter.Why = "place.decision", "key.open", ""
	}
	return []action{enter, viewAction(e, "w")}
}

func (s *frameworkPage) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if view, ok := strings.CutPrefix(id, viewRow); ok {
		return []effect{setView(e.fw.ID, view), say("view.now", "View", viewName(e, plan.OverlayOf(e.fw, e.pack(), view)))}
	}
	if gate, ok := strings.CutPrefix(id, decisionRow); ok {
		return []effect{openStep(3), swap(&decision{gate: gate})}
	}
	if id == versionRow {
		return []effect{openItem(newOtherVersion)}
	}
	return nil
}
