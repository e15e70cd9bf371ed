package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

type importFlags struct {
	dryRun, asNew, unsigned bool
	mine, theirs            bool   // whose text stays where two computers changed one field
	secret                  string // file with the passphrase of a locked file

	later map[string][]plan.Plan // what the files before it made of each plan, oldest first
}

func (r *run) importCommand() *cobra.Command {
	var flags importFlags
	cmd := r.withJSON(r.command("import FILE… [--dry-run] [--as-new] [--mine|--theirs] [--accept-unsigned] [--passphrase-file F] [--json]", "import", 1, -1, func(args []string) error {
		if flags.mine && flags.theirs {
			return r.misuse("cli.err.mine-theirs")
		}
		flags.later = map[string][]plan.Plan{}
		return r.withStore(func(s *session) error { return s.importFiles(args, flags) })
	}))
	cmd.Flags().BoolVar(&flags.dryRun, "dry-run", false, r.t.T("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&flags.asNew, "as-new", false, r.t.T("cli.flag.as-new"))
	cmd.Flags().BoolVar(&flags.mine, "mine", false, r.t.T("cli.flag.mine"))
	cmd.Flags().BoolVar(&flags.theirs, "theirs", false, r.t.T("cli.flag.theirs"))
	cmd.Flags().BoolVar(&flags.unsigned, "accept-unsigned", false, r.t.T("cli.flag.accept-unsigned"))
	cmd.Flags().StringVar(&flags.secret, "passphrase-file", "", r.t.T("cli.flag.passphrase.backup"))
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// sender is who made a file.
type sender struct {
	Name        string `json:"name"`
	Fingerprint string `json:"fingerprint"`
	Trust       string `json:"trust"`
}

// refusal is a part of a file, or all of it, that was not taken.
type refusal struct {
	Where  string `json:"where"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

// taken is what came of one file.
type taken struct {
	File      string    `json:"file"`
	Plan      string    `json:"plan"`
	Kind      string    `json:"kind"` // document, coach, return, board, file, judgement, decision or comments
	From      *sender   `json:"from"`
	New       []string  `json:"new"`
	Changed   []string  `json:"changed"`
	Gone      []string  `json:"gone"`
	Unchanged bool      `json:"unchanged"`
	Refused   []refusal `json:"refused"`
	Accepted  bool      `json:"accepted"`

	Descent   string     `json:"descent"` // of one's own file: same, newer, older, fork or unknown
	Conflicts []conflict `json:"conflicts"`

	path   string               // as it was named
	pieces *plan.CompetenceFile // whose files come along
	judged judged               // of a PDF
	keep   bool                 // its signatures are on record: the file itself is kept too
	own    bool                 // one's own file, for another computer of the same person
	trail  plan.Trail
	last   int // the last entry that it made
}

// importFiles takes over all files or none: the first one that cannot be
// taken leaves the store as it was.
func (s *session) importFiles(names []string, flags importFlags) error {
	var all []taken
	var entries []store.Entry
	pending := map[string]plan.Plan{}
	var failed error
	for _, name := range names {
		t := taken{File: clean(name), path: name, Kind: "document", New: []string{}, Changed: []string{}, Gone: []string{}, Refused: []refusal{}, Conflicts: []conflict{}}
		made, err := s.importFile(name, flags, pending, &t)
		if err != nil {
			f := s.fault(err)
			t.Refused = append(t.Refused, refusal{whereOf(err), codeOf(err), f.what})
			failed = f
		}
		all = append(all, t)
		if err != nil {
			break
		}
		for _, e := range made {
			flags.later[e.Plan.ID] = append(flags.later[e.Plan.ID], e.Plan)
		}
		entries = append(entries, made...)
		if t.last = -1; t.own && len(made) > 0 {
			t.last = len(entries) - 1
		}
		all[len(all)-1] = t
	}
	if failed == nil && !flags.dryRun {
		if err := s.keepFiles(all); err != nil {
			return err
		}
		for _, t := range all {
			if t.pieces == nil {
				continue
			}
			if err := s.bringPieces(t, t.pieces); err != nil {
				return err
			}
		}
		for _, e := range entries {
			if err := s.keepFrameworks(e.Plan); err != nil {
				return err
			}
		}
		trails := map[int]plan.Trail{}
		for _, t := range all {
			if t.last >= 0 {
				trails[t.last] = t.trail
			}
		}
		if err := s.append(entries, trails); err != nil {
			return err
		}
		for _, t := range all {
			if err := s.learn(t); err != nil {
				return err
			}
		}
		for i := range all {
			all[i].Accepted = true
		}
		if err := s.meet(all); err != nil {
			return err
		}
	}
	if s.json {
		if err := s.printJSON(map[string]any{"files": all}); err != nil {
			return err
		}
		return failed
	}
	if failed != nil {
		return failed
	}
	for _, t := range all {
		s.printTaken(t, flags.dryRun)
	}
	return nil
}

// importFile reads one file and works out what it would change. pending holds
// the plans that files before it changed.
func (s *session) importFile(name string, flags importFlags, pending map[string]plan.Plan, t *taken) ([]store.Entry, error) {
	data, isPDF, err := s.readInput(name, flags.secret)
	if err == nil && store.IsLockedFile(data) {
		data, err = s.openLocked(name, data, flags.secret)
	}
	if err != nil {
		return nil, err
	}
	if isPDF && !flags.asNew {
		if entry, is, err := s.importComments(name, data, flags, pending, t); is || err != nil {
			return alone(entry), err
		}
	}
	doc, err := s.readDocument(name, data, isPDF, flags, t)
	if err != nil {
		return nil, err
	}
	if !flags.asNew {
		if entry, is, err := s.importJudging(name, doc, pending, t); is {
			return alone(entry), err
		}
		if entry, is, err := s.importPacket(name, doc, t); is {
			return alone(entry), err
		}
	}
	read := doc
	doc, remarks := plan.Adopt(doc, s.pack)
	s.remarks(name, remarks)
	if flags.asNew {
		doc = plan.Restore(plan.Plan{State: plan.Draft, WorkingVersion: 1}, doc)
		doc.ID, doc.EditionInfo = "", nil
	}
	if doc.ID == "" {
		doc.ID = s.st.NewID()
	}
	if doc.EditionInfo != nil && doc.EditionInfo.Audience == plan.Self {
		doc.EditionInfo = nil // all of the plan is the plan
	}
	doc = plan.FillIDs(doc, s.st.NewID)
	t.Plan = doc.ID
	old, known := pending[doc.ID]
	if !known {
		old, err = s.st.Load(doc.ID)
		known = err == nil
		if err != nil && !errors.Is(err, store.ErrNoPlan) {
			return nil, err
		}
	}
	switch own := read.EditionInfo != nil && read.EditionInfo.Audience == plan.Self; {
	case known && own && !old.IsCopy() && !flags.asNew:
		return s.importOwn(name, old, doc, read, flags, pending, t)
	case own && !flags.asNew:
		t.own, t.trail = true, plan.TrailOf(read)
	case known && s.madeHere(old, doc):
		entry, err := s.takeSignatures(name, old, doc, pending, t)
		return alone(entry), err
	}
	act := plan.Act{Name: plan.ActImport, Args: []string{}, Fixed: !known}
	next := doc
	if known {
		c, err := plan.Replace(old, doc)
		if err != nil {
			return nil, s.documentFault(name, err)
		}
		if c.Same(old) {
			entry, err := s.takeSignatures(name, old, doc, pending, t)
			return alone(entry), err
		}
		next, act = c.Plan, c.Act
	}
	t.differ(old, next, known)
	pending[doc.ID] = next
	return []store.Entry{{Plan: next, Rev: plan.Revision{At: plan.At(s.Now()), By: next.Profile.Name, Act: act}}}, nil
}

// alone is the list of one entry, or of none.
func alone(e *store.Entry) []store.Entry {
	if e == nil {
		return nil
	}
	return []store.Entry{*e}
}

// madeHere reports whether a document is an edition of the plan as it is or
// as it was when the document was made.
func (s *session) madeHere(p, doc plan.Plan) bool {
	if plan.SameEdition(p, s.packFor(p), doc) {
		return true
	}
	was, err := s.st.LoadRevision(doc.ID, doc.Revision)
	return err == nil && plan.SameEdition(was, s.packFor(was), doc)
}

// describes are the keys that say how a plan was written, and nothing that a
// person typed.
var describes = map[string]bool{"pack": true, "framework_pin": true, "language": true}

// differ notes what a file brings.
func (t *taken) differ(old, next plan.Plan, known bool) {
	seen := map[string]bool{}
	for _, d := range plan.Diff(old, next) {
		if describes[d.Block] {
			continue
		}
		label := d.Item
		if label == "" || d.Block != "goals" && d.Block != "activities" && strings.Contains(label, "/") {
			label = strings.TrimSuffix(d.Block+"/"+d.Item, "/")
		}
		if seen[label] {
			continue
		}
		seen[label] = true
		switch {
		case d.Kind == plan.DiffGone:
			t.Gone = append(t.Gone, label)
		case d.Kind == plan.DiffNew || !known:
			t.New = append(t.New, label)
		default:
			t.Changed = append(t.Changed, label)
		}
	}
}

// printTaken says in words what came of a file.
func (s *session) printTaken(t taken, dryRun bool) {
	s.print("%s: %s", t.File, s.t.T("cli.import.plan", "Plan", t.Plan))
	if t.From != nil {
		s.print("  %s", s.t.T("cli.import.from", "Name", or(t.From.Name), "Trust", s.t.T("cli.trust."+t.From.Trust)))
	}
	s.printDescent(t)
	if t.Unchanged {
		if t.Descent == "" || t.Descent == "unknown" {
			s.print("  %s", s.t.T("cli.import.unchanged"))
		}
		return
	}
	for _, part := range []struct {
		id   string
		list []string
	}{{"cli.import.new", t.New}, {"cli.import.changed", t.Changed}, {"cli.import.gone", t.Gone}} {
		if len(part.list) > 0 {
			s.print("  %s", s.t.T(part.id, "Count", len(part.list), "List", brief(strings.Join(part.list, ", "))))
		}
	}
	for _, x := range t.Refused {
		s.print("  %s", s.t.T("cli.import.refused", "Where", x.Where, "Reason", x.Reason))
	}
	if dryRun {
		s.print("  %s", s.t.T("cli.import.dry-run"))
	}
}
