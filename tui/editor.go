package tui

import (
	"os/exec"

	tea "charm.land/bubbletea/v2"
)

// inEditor opens a text in the person's own editor ($VISUAL or $EDITOR) and
// hands over what came back. The program stands still meanwhile, and keys
// typed in between are held back until the text is there. When the editor
// fails, the text stays as it is and the message line says so.
func inEditor(s string, then func(string) []effect) effect {
	return func(m *Model) tea.Cmd {
		m.jobs++
		id := m.jobs
		m.waiting = &waiting{id: id, busy: "busy.editor", then: func(v any, err error) []effect {
			if err != nil {
				return []effect{attend("msg.editor.failed")}
			}
			return then(v.(string))
		}}
		work := m.deps.Work
		return func() tea.Msg {
			c, err := work.Editor(s)
			if err != nil || len(c.Args) == 0 {
				return workMsg{id, nil, errOr(err)}
			}
			ended := func(err error) tea.Msg {
				back := ""
				if err == nil {
					back, err = c.Read()
				}
				return workMsg{id, back, err}
			}
			cmd := exec.Command(c.Args[0], c.Args[1:]...)
			cmd.Stdin = c.In
			return tea.ExecProcess(cmd, ended)()
		}
	}
}

// errOr is err, or what to say of an editor that is no command at all.
func errOr(err error) error {
	if err == nil {
		err = exec.ErrNotFound
	}
	return err
}

// editorAction is ctrl+e: the text in hand in the editor, where it is a long
// one.
func editorAction(in field) action {
	a := action{ID: "form.editor", Keys: []string{"ctrl+e"}, Short: "key.editor", Why: "why.notlong", Do: func() []effect { return nil }}
	l, ok := in.(interface{ long() *longField })
	if !ok {
		return a
	}
	f := l.long()
	a.Why = ""
	a.Do = func() []effect {
		return []effect{inEditor(f.in.Value(), func(s string) []effect {
			f.SetText(s)
			return []effect{func(m *Model) tea.Cmd {
				effects, _ := f.Commit(m.env())
				return m.carryOut(effects)
			}}
		})}
	}
	return a
}

// long is the field itself, also for a field that is built on it.
func (f *longField) long() *longField { return f }
