package cli

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// appFlags are the flags of the app itself.
type appFlags struct {
	noMouse, noAltScreen bool
}

// app opens the screens.
func (r *run) app(flags appFlags, file string) (err error) {
	switch {
	case !r.InTerminal || !r.OutTerminal:
		return r.refuse("cli.err.terminal")
	case r.Env("TERM") == "dumb":
		return r.refuse("cli.err.dumb", "Term", "dumb")
	}
	if dir, err := r.dataDir(); err == nil && store.HasPassphrase(dir) && r.flags.secret == "" {
		return r.lockedApp(flags, file)
	}
	s, err := r.open(store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	m, work, settings, err := s.screens(flags, file)
	if err != nil {
		return err
	}
	defer work.forgetProofs()
	if err := r.start(m, settings.Color, func(p *tea.Program) { work.send = p.Send }); err != nil {
		return errors.Join(err, s.saveLeft(m))
	}
	return s.saveLeft(m)
}

// found is what the store put right before the screens, and readRest reads what is left
// beside them.
func (s *session) found() []tui.Checked {
	found := asChecked(s.st.Repaired())
	if s.checked && len(found) == 0 {
		found = []tui.Checked{{Code: tui.CheckedFine}}
	}
	return found
}

func (s *session) readRest() []tui.Checked {
	repairs, err := s.st.Check()
	found := asChecked(repairs)
	switch {
	case errors.Is(err, store.ErrDamaged):
		found = append(found, tui.Checked{Code: tui.CheckedDamaged})
	case err == nil && len(found) == 0:
		found = []tui.Checked{{Code: tui.CheckedFine}}
	}
	return found
}

// copyNow puts a copy of everything into a folder.
func (s *session) copyNow(folder string) (string, error) {
	path, err := s.st.AutoBackup(folder)
	return s.shown(path, s.words()), err
}

func asChecked(repairs []store.Repair) []tui.Checked {
	var out []tui.Checked
	for _, x := range repairs {
		out = append(out, tui.Checked{Code: x.Code, Count: x.Count, File: x.File})
	}
	return out
}

// listRows is how many plans the first screen lists; loadedRows is how many of
// them are loaded to say whether they are signed, where an older program wrote
// the list.
//
// A coach sees all starters at once; the bound only keeps memory in hand.
const (
	listRows   = 200
	coachRows  = 50_000
	loadedRows = 20
)

// screens makes the program of screens with what the store has.
func (s *session) screens(flags appFlags, file string) (m *tui.Model, work *desk, settings tui.Settings, err error) {
	if settings, err = s.settings(); err != nil {
		return nil, nil, settings, err
	}
	if s.flags.lang != "" {
		settings.Language = s.flags.lang
	}
	s.screen.Store(templates.NewTexts(settings.Language))
	coach, most := settings.Role == plan.RoleCoach, listRows
	if coach {
		most = coachRows
	}
	rows, err := s.planRows(most)
	if err != nil {
		return nil, nil, settings, err
	}
	var latest plan.Plan
	var revs []plan.Revision
	if len(rows) > 0 && !coach { // who coaches begins with the list of all
		if latest, revs, err = (keeper{s}).Load(rows[0].ID); err != nil {
			return nil, nil, settings, err
		}
	}
	work = newDesk(s)
	work.forgetProofs()
	check := s.readRest
	if s.checked {
		check = nil
	}
	origins, err := s.origins()
	if err != nil {
		return nil, nil, settings, err
	}
	m = tui.New(&tui.Deps{
		Pack: s.pack, Earlier: s.earlier, Own: origins, Texts: func(lang string) tui.Texts { return templates.NewTexts(lang) },
		Settings: settings, Keeper: keeper{s}, Work: work, Files: deskFiles{work}, Eraser: eraser{work}, Safe: &safe{desk: work, byCode: s.st.ByCode()},
		Now: s.Now, Tick: tea.Tick, NewID: s.st.NewID,
		Version: version(), DataDir: s.shown(s.st.Dir(), s.words()), Folder: s.madeFiles(),
		Found: s.found(), Check: check, Copy: s.copyNow, Dark: true, NoMouse: flags.noMouse, Inline: flags.noAltScreen, File: file,
	}, rows, latest, revs)
	return m, work, settings, nil
}

// start is the one place where a program of screens runs. began gets the
// program before it does.
func (s *run) start(m *tui.Model, colour string, began func(*tea.Program)) error {
	var program *tea.Program
	hangup := func() {
		time.AfterFunc(onTheirWay, func() { program.Send(tui.HangupMsg{}) })
	}
	gone := make(chan struct{}, 1) // the window, whether the system said so or not
	options := []tea.ProgramOption{tea.WithInput(lastingInput(s.In, func() {
		select {
		case gone <- struct{}{}:
		default:
		}
		hangup()
	})), tea.WithOutput(s.Out), tea.WithoutSignalHandler(), tea.WithFPS(120)}
	if profile, ok := s.colour(colour); ok {
		options = append(options, tea.WithColorProfile(profile))
	}
	program = tea.NewProgram(m, options...)
	began(program)
	s.heed(func(os.Signal) {
		s.code = Interrupted
		hangup()
	})
	_, err := program.Run()
	// A signal that comes now, as it does where the window went first, must not
	// end the last save.
	s.heed(func(os.Signal) {})
	m.Finish()
	if len(gone) > 0 {
		s.code, err = Interrupted, nil
	}
	if errors.Is(err, tea.ErrInterrupted) {
		s.code, err = Interrupted, nil
	}
	return err
}

// heed says what a signal does from now on; nil gives it back its usual
// meaning.
func (s *run) heed(do func(os.Signal)) {
	if s.Signals != nil && do != nil {
		signal.Notify(s.Signals, os.Interrupt, syscall.SIGHUP, syscall.SIGTERM)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onSignal = do
}

// saveLeft saves what was not on disk when the screens closed. Nothing is
// said where that works.
func (s *session) saveLeft(m *tui.Model) error {
	left := m.Unsaved()
	if len(left) == 0 {
		return nil
	}
	if (keeper{s}).Save(left) == nil {
		return nil
	}
	where := m.Emergency()
	if where == "" {
		var err error
		if where, err = (keeper{s}).Emergency(left[len(left)-1].Plan); err != nil {
			return s.refuse("cli.err.lost-all")
		}
	}
	return s.refuse("cli.err.lost", "File", where)
}

// planRows lists the plans, the one changed last first.
func (s *session) planRows(most int) ([]tui.PlanRow, error) {
	page, _, err := s.st.Page(store.ByChange, "", most)
	if err != nil {
		return nil, err
	}
	var rows []tui.PlanRow
	loaded := 0
	for _, x := range page {
		row := tui.PlanRow{Framework: x.Framework, Coached: x.Coached, ID: x.ID, SchoolYear: x.SchoolYear, Teacher: x.Teacher, State: x.State, SignedVersion: max(x.Signed, 0),
			Updated: x.Updated.Time().In(s.Now().Location())}
		if (x.Signed == store.SignedUnknown || x.NoStanding) && loaded < loadedRows {
			p, err := s.st.Load(x.ID)
			if err != nil {
				return nil, err
			}
			row.SignedVersion, row.Coached = p.SignedVersion(), plan.StandingOf(p)
			loaded++
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// colour returns the colours to use where the terminal is not asked: any
// NO_COLOR counts, and a flag goes before everything.
func (s *run) colour(setting string) (colorprofile.Profile, bool) {
	switch {
	case s.flags.color == "always":
		return max(colorprofile.Env(os.Environ()), colorprofile.ANSI256), true
	case s.flags.color == "never", s.Env("NO_COLOR") != "", setting == "never":
		return colorprofile.Ascii, true
	}
	return 0, false
}
