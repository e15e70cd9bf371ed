package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/text"
	"bekwaam/tui"
)

// session is a run with the store open.
type session struct {
	*run
	st    *store.Store
	pack  *continuum.Pack
	known []string // digests of the frameworks that are in the store

	checked bool // everything was read before the store was opened

	screen atomic.Pointer[templates.Texts] // nil until a language was chosen on screen
}

// words are the texts in the language of the screens. Unlike those of the run
// they change while the program works.
func (s *session) words() *templates.Texts {
	if t := s.screen.Load(); t != nil {
		return t
	}
	return s.t
}

// settingsName is the name under which the store keeps the settings.
const settingsName = "settings"

// withStore opens the store, does something and closes it again. What had to
// be repaired is said on stderr.
func (r *run) withStore(do func(*session) error) (err error) {
	s, err := r.open(store.Options{})
	if err != nil {
		return err
	}
	s.sayRepairs()
	defer func() { err = errors.Join(err, s.close()) }()
	return do(s)
}

// close closes the store. Where something was saved a copy goes first to the
// folder that the person chose for that, unless the system is in a hurry.
func (s *session) close() error {
	settings, err := s.settings()
	if err == nil && settings.Copies != "" && s.st.Changed() && s.code != Interrupted {
		if _, err := s.st.AutoBackup(settings.Copies); err != nil {
			s.remark("cli.backup.auto-failed", "Folder", settings.Copies, "Detail", osReason(s.run, err))
		}
	}
	return s.st.Close()
}

// sayRepairs says what the store put right.
func (s *session) sayRepairs() {
	if s.st.ByCode() {
		s.remark("cli.remark.by-code")
	}
	for _, x := range s.st.Repaired() {
		if x.Code != store.RepairReplay { // what a killed program leaves needs no word
			s.remark("cli.repair."+x.Code, "File", x.File, "Count", x.Count)
		}
	}
}

// open opens the store and takes the language from its settings, unless one
// was asked for.
func (r *run) open(opt store.Options) (*session, error) {
	dir, err := r.dataDir()
	if err != nil {
		return nil, err
	}
	pack, err := templates.Pack()
	if err != nil {
		return nil, err
	}
	if opt.Secret == "" {
		if opt.Secret, err = r.secretFor(dir); err != nil {
			return nil, err
		}
	}
	opt.Clock, opt.Rand, opt.Child, opt.Work = r.Now, r.Random, r.child(), r.KeyWork
	checked := false
	opt.Checking = func() {
		checked = true
		if r.onScreen {
			return // it says that it is busy
		}
		r.passing(r.t.T("cli.repair.checking"))
	}
	st, err := store.Open(dir, opt)
	if checked && !r.onScreen {
		r.passing("")
	}
	if err != nil {
		return nil, err
	}
	s := &session{run: r, st: st, pack: pack, checked: checked}
	if s.pack, err = s.withOwn(pack); err != nil {
		return nil, errors.Join(err, st.Close())
	}
	if settings, err := s.settings(); err == nil && settings.Started && r.flags.lang == "" {
		r.speak(settings.Language)
	}
	return s, nil
}

// settings returns what the person chose about the program.
func (s *session) settings() (tui.Settings, error) {
	settings := tui.Settings{Language: s.lang, Mouse: true, Color: "auto"}
	value, ok, err := s.st.Setting(settingsName)
	if err != nil || !ok {
		return settings, err
	}
	// Settings are a convenience: what cannot be read is as if never chosen.
	if json.Unmarshal([]byte(value), &settings) != nil {
		return tui.Settings{Language: s.lang, Mouse: true, Color: "auto"}, nil
	}
	return settings, nil
}

// plan returns the plan that a command line means.
func (s *session) plan(sel string) (plan.Plan, error) {
	id, err := s.st.Find(sel)
	if errors.Is(err, store.ErrNoPlan) {
		if sel == store.LatestSelector {
			return plan.Plan{}, s.refuse("cli.err.no-plans")
		}
		return plan.Plan{}, s.refuse("cli.err.no-such-plan", "Plan", sel)
	}
	if err != nil {
		return plan.Plan{}, err
	}
	return s.st.Load(id)
}

// withPlan opens the store and loads the plan that the first argument means,
// with the content that goes with it.
func (r *run) withPlan(args []string, do func(*session, plan.Plan) error) error {
	return r.withStore(func(s *session) error {
		p, err := s.plan(args[0])
		if err != nil {
			return err
		}
		s.pack = s.packFor(p)
		return do(s, p)
	})
}

// framework returns the framework that a plan is written against, in the words
// of how the teacher works.
func (s *session) framework(p plan.Plan) (*continuum.Framework, error) {
	f := plan.Words(p, s.pack)
	if f == nil {
		return nil, s.refuse("cli.err.no-framework", "Framework", p.Profile.Framework)
	}
	return f, nil
}

// today is the day on which checks are asked.
func (r *run) today() text.Date {
	y, m, d := r.Now().Date()
	return text.Date{Year: y, Month: int(m), Day: d}
}

// printJSON writes a value as indented JSON with a line end.
func (r *run) printJSON(v any) error {
	e := json.NewEncoder(r.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// print writes one line of a result.
func (r *run) print(format string, args ...any) { fmt.Fprintf(r.out, format+"\n", args...) }

// table writes rows in columns, the first row being the head.
func (r *run) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if i < len(row)-1 {
				cell = text.Pad(cell, widths[i]+2)
			}
			line += cell
		}
		r.print("%s", line)
	}
}
