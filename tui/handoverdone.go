package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// settled reports whether the version in hand was signed and nothing can be
// signed here any more: with a pen, or in a file that is not known here.
func (s *handover) settled(e *env) bool {
	return signedNow(e.plan) && s.whose(e) == "" && plan.Code(plan.CanSign(e.plan)) == plan.CodeFrozen
}

// settledRows say what was signed, and lead on instead of offering to sign.
func (s *handover) settledRows(e *env) []row {
	if s.list.sel == "sign" { // it was signed just now
		s.onward(e)
	}
	version := e.plan.WorkingVersion
	words := e.t.T("s80.elsewhere", "Version", version)
	if w, ok := penned(e, plan.RoleTeacher, s.whose(e)); ok {
		words = e.t.T("s80.bypen", "Version", version, "Date", dayText(e, w.Date))
	}
	out := append([]row{plainRow(text.Wrap(words, e.w)...), plainRow("")}, paperRow(e, s.whose(e))...)
	return append(append(out, beginRow(e)...), row{ID: "preview", Lines: []string{text.Cut(e.t.T("s80.preview"), e.w)}})
}

// beginRow sets the plan to work, where it can be.
func beginRow(e *env) []row {
	if _, err := plan.Begin(e.plan, e.actor()); err != nil {
		return nil
	}
	return []row{{ID: "begin", Lines: []string{e.t.T("s82.begin")}}}
}
