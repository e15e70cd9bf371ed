package cli

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// lockedApp is the app for a store with a passphrase: a screen asks for it,
// and the same program goes on with what was opened.
func (r *run) lockedApp(flags appFlags, file string) (err error) {
	pack, err := templates.Pack()
	if err != nil {
		return err
	}
	var s *session
	var send func(tea.Msg)
	defer func() {
		if s != nil {
			err = errors.Join(err, s.close())
		}
	}()
	r.onScreen = true
	open := func(secret string) (*tui.Model, error) {
		opened, err := r.open(store.Options{Secret: secret})
		switch {
		case errors.Is(err, store.ErrPassphrase):
			return nil, tui.ErrWrongPass
		case errors.Is(err, store.ErrCode):
			return nil, tui.ErrWrongCode
		case err != nil:
			return nil, err
		}
		m, work, _, err := opened.screens(flags, file)
		if err != nil {
			return nil, errors.Join(err, opened.st.Close())
		}
		work.send = send
		s = opened
		return m, nil
	}
	m := tui.NewLocked(&tui.Deps{
		Pack: pack, Texts: func(lang string) tui.Texts { return templates.NewTexts(lang) },
		Settings: tui.Settings{Started: true, Language: r.lang, Color: "auto", Mouse: !flags.noMouse},
		Now:      r.Now, Tick: tea.Tick, Version: version(), Dark: true, NoMouse: flags.noMouse, Inline: flags.noAltScreen,
	}, open)
	err = r.start(m, "", func(p *tea.Program) { send = p.Send })
	if s == nil {
		return errors.Join(err, m.Refused())
	}
	defer func() { (&desk{session: s}).forgetProofs() }()
	return errors.Join(err, s.saveLeft(m))
}
