package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// monthField is when something is: ← and → change the month, space unfolds
// the months of the school year, and a month, a day or a list can be typed.
type monthField struct {
	*textField
	step   func(*env, int) []effect    // a month earlier or later
	months func(*env) []option         // those that unfold
	chosen func(*env) string           // the one that has the cursor then
	choose func(*env, string) []effect // one of them
	set    func(*env, string) []effect // what was typed
	read   func(*env, string) error    // whether that can be understood
	typing bool
	unfolding
}

func (f *monthField) Open(e *env) {
	if !f.typing {
		f.dirty = false
		f.textField.Open(e)
	}
}

func (f *monthField) Focus() { f.typing = false; f.textField.Focus() }
func (f *monthField) Blur()  { f.typing = false; f.fold(); f.textField.Blur() }

func (f *monthField) Update(e *env, msg tea.Msg) (bool, []effect) {
	k, isKey := msg.(tea.KeyPressMsg)
	if f.opened() {
		if !isKey {
			return false, nil
		}
		if id, chosen := f.move(k); chosen {
			return true, f.choose(e, id)
		}
		return true, nil
	}
	if isKey && !f.typing {
		switch k.String() {
		case "left":
			return true, f.step(e, -1)
		case "right":
			return true, f.step(e, 1)
		case "space":
			f.more = newPicker(e.st, f.months(e), f.chosen(e))
			return true, nil
		}
	}
	used, effects := f.textField.Update(e, msg)
	f.typing = f.typing || f.dirty
	return used, effects
}

func (f *monthField) Commit(e *env) ([]effect, bool) {
	f.fold()
	if !f.dirty {
		return nil, true
	}
	v, _ := text.Line(f.in.Value(), lineMax)
	if p := (*text.ParseError)(nil); errors.As(f.read(e, v), &p) {
		return []effect{attend("parse."+string(p.Kind)+"."+string(p.Code), "Value", p.Input)}, false
	} else if err := f.read(e, v); err != nil {
		return []effect{attend("s52.to.before")}, false
	}
	f.dirty = false // what was typed stays as it is until the field is left
	return f.set(e, v), true
}

func (f *monthField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out, cur := f.textField.Lines(e, w, focused)
	if !focused || !f.opened() {
		return out, cur
	}
	return f.below(out, f.width, w)
}

// schoolMonths are the twelve months of the plan's school year, as it runs where
// the framework holds.
func schoolMonths(e *env) []text.Month {
	if months := e.plan.SchoolMonths(e.pack()); len(months) > 0 {
		return months
	}
	p := plan.Plan{Profile: plan.Profile{SchoolYear: text.SchoolYearOf(e.today()), Framework: e.fw.ID}}
	return p.SchoolMonths(e.pack())
}

func monthOptions(e *env) []option {
	var out []option
	for _, m := range schoolMonths(e) {
		out = append(out, option{m.String(), text.FormatMonth(m, e.lang(), text.Long)})
	}
	return out
}

// renewed makes a field take over what was just written.
func renewed(f field) effect {
	return func(m *Model) tea.Cmd { f.Open(m.env()); return nil }
}

// A folder is a field whose choices can stand open below it.
type folder interface {
	opened() bool
	fold()
}

// foldKeys are the keys of a form while the choices of the field in hand
// stand open: esc closes them first.
func foldKeys(f field) []action {
	x, ok := f.(folder)
	if !ok || !x.opened() {
		return nil
	}
	return []action{{ID: "form.fold", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { x.fold(); return nil }},
		{ID: "form.pick", Keys: []string{"enter"}, Short: "key.choose.row"},
		{ID: "form.choices", Keys: []string{"up"}, Short: "key.otheranswer"}}
}

// fieldKeys are the keys of a form with the field in hand on it.
func fieldKeys(f field) []action {
	if list := foldKeys(f); list != nil {
		return list
	}
	next := action{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"}
	previous := action{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"}
	switch f.(type) {
	case *button:
		return []action{{ID: "form.done", Keys: []string{"enter"}, Short: "key.formdone"}, previous}
	case *partField:
		return []action{next, {ID: "part.open", Keys: []string{"enter"}, Short: "key.choose.row"}, previous}
	case folder:
		side := action{ID: "form.change", Keys: []string{"left"}, Short: "key.change"}
		if _, ok := f.(*monthField); ok {
			side = action{ID: "form.month", Keys: []string{"left"}, Short: "key.month"}
		}
		return []action{next, side, {ID: "form.unfold", Keys: []string{"space"}, Short: "key.unfold"}, previous}
	}
	return []action{next, previous}
}

// followPick keeps the choice under the cursor in view where all of them do
// not fit.
func followPick(p *page, f field) {
	if x, ok := f.(folder); ok && x.opened() && p.Cursor != nil {
		p.Focus = [2]int{p.Cursor.Line, p.Cursor.Line}
	}
}
