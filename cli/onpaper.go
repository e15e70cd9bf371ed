package cli

import (
	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

type paperFlags struct {
	on                   bool
	name, date, employer string
}

// penned is a signature with a pen that was written down.
type penned struct {
	Plan       string       `json:"plan"`
	Role       string       `json:"role"`
	Name       string       `json:"name"`
	Date       text.Date    `json:"date"`
	Version    int          `json:"version"`
	RecordedBy string       `json:"recorded_by"`
	RecordedAt plan.Instant `json:"recorded_at"`
}

// onPaper writes down that somebody signed a print with a pen. The teacher's
// signature freezes the version, as one with a key does.
func (s *session) onPaper(p plan.Plan, role string, flags paperFlags) error {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	w := plan.WetSignature{Role: role, Name: clean(flags.name), Date: s.today(), Employer: clean(flags.employer)}
	if flags.date != "" {
		d, err := text.ParseDate(flags.date, s.today(), p.Profile.SchoolYear)
		if err != nil {
			return s.misuse("cli.err.flag-value", "Flag", "--date", "Value", flags.date, "Command", "bekwaam sign")
		}
		w.Date = d
	}
	c, err := plan.RecordWetSignature(p, by, w)
	if err != nil {
		return err
	}
	e := store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}}
	version := c.Plan.SignedVersion()
	if role == plan.RoleTeacher {
		e.Freeze = version
	}
	if _, err := s.st.Append(e); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(penned{p.ID, role, w.Name, w.Date, version, by.Name, plan.At(by.At)})
	}
	s.print("%s", s.t.T("cli.sign.penned", "Name", w.Name, "Role", roleWord(s.t, role), "Version", version,
		"Date", text.FormatDate(w.Date, text.Lang(s.lang), text.Medium)))
	return nil
}
