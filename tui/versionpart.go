package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// versionPart is S172b: one competence as it was and as it will be, sentence
// by sentence; where it was split, the choice what it becomes.
type versionPart struct {
	at    list
	old   string // id in the version that is pinned, "" for what is new
	added string
	list  *otherVersion
}

func (s *versionPart) ID() string       { return "S172b" }
func (s *versionPart) Audience() string { return "private" }
func (s *versionPart) Form() bool       { return false }

func (s *versionPart) Title(e *env) string {
	to, _ := e.other()
	switch {
	case to == nil:
		return e.t.T("s172.title")
	case s.old == "":
		return nameIn(e, to, s.added)
	}
	return nameIn(e, e.fw, s.old)
}

// becomes are the ids that the old one may have.
func (s *versionPart) becomes(e *env, to *continuum.Framework) []string {
	var out []string
	for _, x := range s.list.moving(e, to).Diff.Renamed {
		if x.From == s.old {
			out = append(out, x.To)
		}
	}
	if same := localIn(to, e.fw, s.old); len(out) == 0 && s.old != "" {
		if _, _, ok := to.Competence(same); ok {
			return []string{same}
		}
	}
	return out
}

// The choices for what was split: it stays, it becomes all, or one of them.
const (
	stayRow = "stay"
	allRow  = "all"
	oneRow  = "one/"
)

func (s *versionPart) rows(e *env) []row {
	to, _ := e.other()
	if to == nil {
		return textRows(e, e.t.T("s172.done"))
	}
	if s.old == "" {
		return sentenceRows(e, to, s.added, e.fw, "")
	}
	now := s.becomes(e, to)
	var out []row
	if named := namedBy(e, s.list.moving(e, to).Named[s.old]); named != "" {
		out = append(hintRows(e, e.t.T("s172.yours", "What", named)), out...)
	}
	switch len(now) {
	case 0:
		out = append(out, textRows(e, e.t.T("s172.stays"))...)
		return append(append(out, plainRow("")), sentenceRows(e, e.fw, s.old, e.fw, "")...)
	case 1:
		return append(out, sentenceRows(e, to, now[0], e.fw, s.old)...)
	}
	return append(out, s.choiceRows(e, to, now)...)
}

// choiceRows ask what becomes of a competence that was split.
func (s *versionPart) choiceRows(e *env, to *continuum.Framework, now []string) []row {
	chosen := s.list.choices[s.old]
	mark := func(on bool) string {
		if on {
			return e.st.Chosen.Render("● ")
		}
		return "○ "
	}
	out := textRows(e, e.t.T("s172.choose"))
	out = append(out, row{ID: stayRow, Lines: []string{mark(len(chosen) == 0) + e.t.T("s172.choose.stay")}},
		row{ID: allRow, Lines: []string{mark(len(chosen) == len(now)) + e.t.T("s172.choose.all")}})
	for _, id := range now {
		r := row{ID: oneRow + id, Lines: []string{mark(len(chosen) == 1 && chosen[0] == id) + e.t.T("s172.choose.one", "Name", nameIn(e, to, id))}}
		_, c, _ := to.Competence(id)
		for _, p := range to.Phases {
			r.Lines = append(r.Lines, hang("    ", e.st.Label.Render(to.Say(p.Name, e.settings.Language)+": ")+to.Say(c.Indicators[p.ID], e.settings.Language), e.w, 4)...)
		}
		out = append(out, r)
	}
	out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s172.was"))))
	return append(out, sentenceRows(e, e.fw, s.old, e.fw, "")...)
}

// sentenceRows are the sentences of a competence, each with what it was where
// that was another one.
func sentenceRows(e *env, f *continuum.Framework, id string, from *continuum.Framework, old string) []row {
	_, c, ok := f.Competence(id)
	if !ok {
		return nil
	}
	_, before, known := from.Competence(old)
	lang := e.settings.Language
	name := f.Say(c.Name, lang)
	out := []row{plainRow(e.st.Title.Render(text.Cut(name, e.w)))}
	if known && from.Say(before.Name, lang) != name {
		out = append(out, plainRow(hang("  ", e.st.Label.Render(e.t.T("s172.washere", "What", from.Say(before.Name, lang))), e.w, 2)...))
	}
	for _, p := range f.Phases {
		said := f.Say(c.Indicators[p.ID], lang)
		r := row{ID: "phase/" + p.ID, Lines: []string{e.st.Label.Render(f.Say(p.Name, lang))}}
		r.Lines = append(r.Lines, hang("  ", said, e.w, 2)...)
		if known {
			if was := from.Say(before.Indicators[p.ID], lang); was != said {
				r.Lines[0] += " · " + e.t.T("change.changed")
				r.Lines = append(r.Lines, hang("  ", e.st.Label.Render(e.t.T("s172.washere", "What", was)), e.w, 2)...)
			} else {
				r.Lines[0] += " · " + e.t.T("change.same")
			}
		}
		out = append(out, r)
	}
	return out
}

func (s *versionPart) Page(e *env) page { return withHeading(s.at.page(s.rows(e))) }

func (s *versionPart) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.at.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// choosing reports whether the selected row is one of the choices.
func (s *versionPart) choosing(e *env) bool {
	id := s.at.at(s.rows(e))
	return id == stayRow || id == allRow || strings.HasPrefix(id, oneRow)
}

func (s *versionPart) Actions(e *env) []action {
	return []action{{ID: "version.choose", Keys: []string{"enter"}, Short: "key.choose.row", Why: reasonUnless(s.choosing(e), "why.onlyread"),
		Do: func() []effect { return s.enter(e) }}}
}

// enter makes the choice where there is one to make.
func (s *versionPart) enter(e *env) []effect {
	to, _ := e.other()
	if to == nil || !s.choosing(e) {
		return nil
	}
	switch id := s.at.at(s.rows(e)); id {
	case stayRow:
		delete(s.list.choices, s.old)
	case allRow:
		s.list.choices[s.old] = s.becomes(e, to)
	default:
		s.list.choices[s.old] = []string{strings.TrimPrefix(id, oneRow)}
	}
	s.list.ahead = aheadOf{}
	return nil
}

// waitsFor reports whether a split still asks for a choice.
func waitsFor(m plan.Moving, id string) bool {
	return slices.ContainsFunc(m.Report.Undecided, func(x plan.Moved) bool { return x.From == id })
}
