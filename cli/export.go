package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/report"
)

type exportFlags struct {
	output, audience, employer, format, view, table, secret string
	wrap                                                    wrapping
}

func (r *run) exportCommand() *cobra.Command {
	var flags exportFlags
	cmd := r.withJSON(r.command("export PLAN -o FILE --audience self|coach|assessor|board [--employer ID] [--view ID] [--format pdf|json|yaml|ics|csv] [--table hours|judgements|evidence] [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "export", 1, 1, func(args []string) error {
		if err := r.checkExport(&flags); err != nil {
			return err
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.export(p, flags) })
	}))
	cmd.Flags().StringVarP(&flags.output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().StringVar(&flags.audience, "audience", "", r.t.T("cli.flag.audience.export"))
	cmd.Flags().StringVar(&flags.employer, "employer", "", r.t.T("cli.flag.employer"))
	cmd.Flags().StringVar(&flags.view, "view", "", r.t.T("cli.flag.view"))
	cmd.Flags().StringVar(&flags.format, "format", "", r.t.T("cli.flag.format"))
	cmd.Flags().StringVar(&flags.table, "table", "", r.t.T("cli.flag.table"))
	cmd.Flags().StringVar(&flags.secret, "key-passphrase-file", "", r.t.T("cli.flag.passphrase"))
	r.wrapFlags(cmd, &flags.wrap)
	return cmd
}

// formats are the kinds of files that a plan becomes.
var formats = []string{"pdf", "json", "yaml", "ics", "csv"}

// checkExport looks at the flags before anything is opened.
func (r *run) checkExport(f *exportFlags) error {
	if f.output == "" {
		return r.misuse("cli.err.no-output")
	}
	if err := r.choice("--audience", f.audience, string(plan.Self), string(plan.Coach), string(plan.Assessor), string(plan.Board)); err != nil {
		return err
	}
	if f.format == "" {
		f.format = strings.TrimPrefix(strings.ToLower(filepath.Ext(strings.TrimSuffix(f.output, ".age"))), ".")
		if f.format == "yml" {
			f.format = "yaml"
		}
		if !slices.Contains(formats, f.format) {
			return r.misuse("cli.err.no-format", "File", f.output)
		}
	}
	if err := r.choice("--format", f.format, formats...); err != nil {
		return err
	}
	own := f.format == "ics" || f.format == "csv"
	switch {
	case own && f.audience != string(plan.Self):
		return r.misuse("cli.err.own-format", "Format", f.format)
	case f.table != "" && f.format != "csv":
		return r.misuse("cli.err.table-format")
	case f.format == "csv" && f.table == "":
		return r.misuse("cli.err.no-table")
	case f.format == "csv":
		if err := r.choice("--table", f.table, tableHours, tableJudgements, tableEvidence); err != nil {
			return err
		}
	}
	switch {
	case f.output == "-" && f.format == "pdf":
		return r.misuse("cli.err.stdout-pdf")
	case f.output == "-" && r.json:
		return r.misuse("cli.err.stdout-json")
	}
	return nil
}

// exported is what was made.
type exported struct {
	File     string `json:"file"`
	Format   string `json:"format"`
	Audience string `json:"audience"`
	Bytes    int    `json:"bytes"`
	SHA256   string `json:"sha256"`
	Plan     string `json:"plan"`
	Revision int    `json:"revision"`
	Sealed   bool   `json:"sealed"`
	Private  []told `json:"private"` // what may be too private to leave
}

// export writes an edition of a plan.
func (s *session) export(p plan.Plan, flags exportFlags) error {
	a := plan.Audience(flags.audience)
	if err := s.employerFault(plan.CheckEmployer(p, s.pack, a, flags.employer), flags.employer); err != nil {
		return err
	}
	if f, ok := s.pack.Framework(p.Profile.Framework); a == plan.Assessor && ok && !s.pack.Judges(f.ID) {
		return s.refuse("cli.err.no-judging")
	}
	if a == plan.Coach && flags.format == "pdf" {
		if flags.view != "" {
			return s.misuse("cli.err.coach-view")
		}
		return s.exportCoach(p, flags)
	}
	if a == plan.Assessor && flags.format == "pdf" {
		if flags.view != "" {
			return s.misuse("cli.err.assessor-view")
		}
		return s.exportFile(p, flags)
	}
	switch flags.format {
	case "ics":
		data, err := s.calendarOf(p)
		return s.exportOwn(p, flags, data, err)
	case "csv":
		data, err := s.tableOf(p, flags.table)
		return s.exportOwn(p, flags, data, err)
	}
	p, err := s.viewed(p, flags.view)
	if err != nil {
		return err
	}
	e := plan.For(p, s.pack, a, flags.employer)
	own := a == plan.Self && flags.employer == "" && !p.IsCopy()
	if own {
		w, err := s.went(p.ID)
		if err != nil {
			return err
		}
		e = e.WithAncestors(w.trail)
	}
	data, sealed, err := s.edition(e, flags.format, flags.secret)
	if err != nil {
		return err
	}
	private := []told{}
	if a != plan.Self {
		private = s.tellPrivate(e.Plan)
	}
	if data, err = s.wrap(data, flags.wrap); err != nil {
		return err
	}
	if flags.output == "-" {
		_, err = s.out.Write(data)
	} else {
		err = s.writeFile(flags.output, data, nil)
	}
	if own && err == nil {
		err = s.leave(p)
	}
	if err != nil || flags.output == "-" {
		return err
	}
	return s.printExported(flags.output, flags.format, flags.audience, data, p.ID, p.Revision, sealed, private)
}

// exportOwn writes one's own calendar or table.
func (s *session) exportOwn(p plan.Plan, flags exportFlags, data []byte, err error) error {
	if err == nil {
		data, err = s.wrap(data, flags.wrap)
	}
	switch {
	case err != nil:
		return err
	case flags.output == "-":
		_, err := s.out.Write(data)
		return err
	}
	if err := s.writeFile(flags.output, data, nil); err != nil {
		return err
	}
	return s.printExported(flags.output, flags.format, flags.audience, data, p.ID, p.Revision, false, []told{})
}

// exportCoach makes the file for the coach, which is a step of the plan too.
func (s *session) exportCoach(p plan.Plan, flags exportFlags) error {
	if p.Profile.Coach == nil || p.Profile.Coach.Name == "" {
		return s.refuse("cli.err.no-coach")
	}
	to, err := s.party(p.Profile.Coach.Name)
	if err != nil {
		return err
	}
	data, sealed, entry, err := s.coachFile(p, to, s.keyWith(flags.secret))
	if err != nil {
		return err
	}
	if data, err = s.wrap(data, flags.wrap); err != nil {
		return err
	}
	revision := p.Revision
	record := func() error { return nil }
	if entry != nil {
		revision++
		record = func() error { _, err := s.st.Append(*entry); return err }
	}
	if err := s.writeFile(flags.output, data, record); err != nil {
		return err
	}
	private := s.tellPrivate(plan.For(p, s.pack, plan.Coach, "").Plan)
	return s.printExported(flags.output, flags.format, flags.audience, data, p.ID, revision, sealed, private)
}

// printExported says what was made.
func (s *session) printExported(output, format, audience string, data []byte, id string, revision int, sealed bool, private []told) error {
	sum := sha256.Sum256(data)
	x := exported{clean(output), format, audience, len(data), hex.EncodeToString(sum[:]), id, revision, sealed, private}
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.T("cli.export.made", "File", x.File))
	if format == "pdf" && audience != string(plan.Board) {
		if sealed {
			s.print("%s", s.t.T("cli.export.sealed"))
		} else {
			s.print("%s", s.t.T("cli.export.not-sealed"))
		}
	}
	return nil
}

// edition makes the bytes of an edition. A PDF for the board is unsigned; any
// other is sealed with the own key where there is one.
func (s *session) edition(e plan.Edition, format, secret string) (data []byte, sealed bool, err error) {
	switch format {
	case "json":
		return e.Payload(), false, nil
	case "yaml":
		data, err = plan.WriteYAML(e.Document())
		return data, false, err
	}
	data, rep, err := report.Render(e, report.Options{Now: s.Now(), Words: keyWords})
	if signs := lacking(rep); signs != "" {
		s.remark("cli.export.lacking", "Signs", signs)
	}
	if err != nil || e.Info.Audience == plan.Board {
		return data, false, err
	}
	id, _, err := s.ownKey(secret)
	if errors.Is(err, errNoKey) {
		return data, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	data, err = signAs(data, e, signing{role: plan.RoleTeacher, id: id, at: s.Now()})
	return data, true, err
}

// employerFault says which employers there are to choose from.
func (r *run) employerFault(err error, asked string) error {
	bad := (*plan.Error)(nil)
	if !errors.As(err, &bad) {
		return err
	}
	known := bad.Args
	if bad.Code == plan.CodeUnknown && len(known) > 0 {
		known = known[1:]
	}
	list := strings.Join(known, ", ")
	switch {
	case bad.Code == plan.CodeRequired:
		return r.misuse("cli.err.which-employer", "Employers", list)
	case len(known) == 0:
		return r.misuse("cli.err.no-employers")
	}
	return r.misuse("cli.err.no-employer", "Employer", asked, "Employers", list)
}
