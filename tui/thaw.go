package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// thawed does something that writes into the plan. Where the version in hand
// is frozen and the year goes on, what happens in the year goes into the next
// version, which is opened first.
func thawed(e *env, do func(*env) []effect) []effect {
	if !e.plan.Frozen() || e.failed || whyClosed(e) != "" {
		return do(e)
	}
	c, err := plan.NewVersion(e.plan, e.actor())
	return []effect{commit(c, err), func(m *Model) tea.Cmd { return m.carryOut(do(m.env())) },
		say("s05.newversion", "Version", e.plan.WorkingVersion+1)}
}

// yearForm is a form about the year: the first word in it opens the next
// version where the one in hand is frozen.
type yearForm struct {
	form
	all map[string]field // by id, so that a field keeps what is typed in it
}

// kept is the field with this id, made once.
func (f *yearForm) kept(id string, make func() field) field {
	if f.all == nil {
		f.all = map[string]field{}
	}
	if f.all[id] == nil {
		f.all[id] = make()
	}
	return f.all[id]
}

// lay puts the fields in their places; the one in hand stays in hand.
func (f *yearForm) lay(list ...field) {
	at := ""
	if len(f.fields) > 0 {
		at = f.here().ID()
	}
	f.fields, f.at = list, min(f.at, len(list)-1)
	for i, x := range list {
		if x.ID() == at {
			f.at = i
		}
	}
}

func (f *yearForm) Update(e *env, msg tea.Msg) []effect {
	before := f.here()
	first := func(e *env) []effect { return f.form.Update(e, msg) }
	out := first
	if f.writes(msg) {
		out = func(e *env) []effect { return thawed(e, first) }
	}
	return append(out(e), func(m *Model) tea.Cmd { renewOthers(&f.form, m.env(), before); return nil })
}

// writes reports whether a message changes what the field in hand holds.
func (f *yearForm) writes(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	key := k.String()
	switch x := inner(f.here()).(type) {
	case *button:
		return false
	case folder:
		return ok && (key == "left" || key == "right" || x.opened() && (key == "enter" || key == "space"))
	case *tickField:
		return ok && key == "space"
	case interface{ long() *longField }:
		return typing(msg) || ok && key == "enter"
	}
	return typing(msg)
}

func (f *yearForm) Actions(*env) []action {
	at := inner(f.here())
	if _, ok := at.(interface{ long() *longField }); ok {
		return append(fieldKeys(at), editorAction(at))
	}
	return fieldKeys(at)
}

func (f *yearForm) page(e *env, head ...line) page {
	p := f.form.Page(e, head...)
	followPick(&p, inner(f.here()))
	return p
}

// under is a field with lines above it that are only read.
type under struct {
	field
	above func(*env, int) []string
	n     int // lines above it when it was drawn
}

// around is a field that draws more around another one.
type around interface{ inside() field }

func (f *under) inside() field { return f.field }

// inner is the field itself.
func inner(f field) field {
	if h, ok := f.(around); ok {
		return h.inside()
	}
	return f
}

func (f *under) MarkLine() int { return f.n + markLine(f.field) }

func (f *under) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out := f.above(e, w)
	f.n = len(out)
	ls, cur := f.field.Lines(e, w, focused)
	if cur != nil {
		cur = &cursor{Line: cur.Line + f.n, Cell: cur.Cell}
	}
	return append(out, ls...), cur
}

func (f *under) Update(e *env, msg tea.Msg) (bool, []effect) {
	if c, ok := msg.(clickMsg); ok {
		if c.Nth < f.n {
			return true, nil
		}
		c.Nth -= f.n
		msg = c
	}
	return f.field.Update(e, msg)
}

// tickField is one thing that is so or not.
type tickField struct {
	id    string
	label func(*env) string
	get   func(*env) bool
	set   func(*env, bool) (plan.Change, error)
}

func (f *tickField) ID() string                   { return f.id }
func (f *tickField) Open(*env)                    {}
func (f *tickField) Focus()                       {}
func (f *tickField) Blur()                        {}
func (f *tickField) Commit(*env) ([]effect, bool) { return nil, true }

func (f *tickField) Update(e *env, msg tea.Msg) (bool, []effect) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() != "space" {
		return k.Text != "", nil
	}
	switch msg.(type) {
	case tea.KeyPressMsg, clickMsg:
		return true, []effect{commit(f.set(e, !f.get(e)))}
	}
	return false, nil
}

func (f *tickField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	box := "[ ] "
	if f.get(e) {
		box = "[x] "
	}
	out := hang(box, f.label(e), w, len(box))
	if focused {
		out[0] = e.st.Selected.Render(out[0])
	}
	return out, &cursor{Cell: 1}
}
