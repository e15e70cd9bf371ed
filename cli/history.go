package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

func (r *run) historyCommand() *cobra.Command {
	var between string
	var files bool
	cmd := r.withJSON(r.command("history PLAN [--diff A..B|--files] [--json]", "history", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			switch {
			case between != "" && files:
				return s.misuse("cli.err.history-both")
			case files:
				return s.exchanged(p)
			case between != "":
				return s.compare(p, between)
			}
			return s.history(p)
		})
	}))
	cmd.Flags().StringVar(&between, "diff", "", r.t.T("cli.flag.diff"))
	cmd.Flags().BoolVar(&files, "files", false, r.t.T("cli.flag.files"))
	return cmd
}

// past is one revision.
type past struct {
	Revision int          `json:"revision"`
	At       plan.Instant `json:"at"`
	By       string       `json:"by"`
	State    plan.State   `json:"state"`
	Summary  string       `json:"summary"`
	Since    plan.Instant `json:"since,omitempty"` // of the first act in With
	With     []earlier    `json:"with,omitempty"`  // acts before it that were thinned out
}

// earlier counts acts of one kind of one person.
type earlier struct {
	By      string `json:"by"`
	Count   int    `json:"count"`
	Summary string `json:"summary"`
}

// history prints what was done, the oldest first.
func (s *session) history(p plan.Plan) error {
	revs, err := s.st.History(p.ID)
	if err != nil {
		return err
	}
	all := []past{}
	rows := [][]string{{s.t.T("cli.col.revision"), s.t.T("cli.col.changed"), s.t.T("cli.col.by"), s.t.T("cli.col.state"), s.t.T("cli.col.what")}}
	for _, rev := range revs {
		x := past{Revision: rev.N, At: rev.At, By: rev.By, State: rev.State, Summary: s.summary(rev.Revision, p), Since: rev.Since}
		for _, d := range rev.With {
			what := s.summary(plan.Revision{Act: plan.Act{Name: d.Act}}, p)
			x.With = append(x.With, earlier{d.By, d.Count, what})
			rows = append(rows, []string{"", "", or(clean(d.By)), "", s.t.N("cli.history.with", d.Count, "Since", s.moment(rev.Since), "What", what)})
		}
		all = append(all, x)
		rows = append(rows, []string{itoa(x.Revision), s.moment(x.At), or(clean(x.By)), s.t.T("state." + string(x.State)), x.Summary})
	}
	if s.json {
		return s.printJSON(all)
	}
	s.table(rows)
	return nil
}

// summary says what an act was, in the words of the screens.
func (s *session) summary(rev plan.Revision, p plan.Plan) string {
	arg := func(i int) string {
		if i < len(rev.Act.Args) {
			return rev.Act.Args[i]
		}
		return ""
	}
	id := "did." + rev.Act.Name
	if !s.t.Has(id) {
		id = "did.other"
	}
	what := s.t.T(id, "Name", s.nameThen(p, rev), "Arg", arg(0), "Field", arg(1))
	switch {
	case rev.Undoes > 0:
		what = s.t.T("cli.history.undid", "What", what)
	case rev.Redoes > 0:
		what = s.t.T("cli.history.redid", "What", what)
	}
	return clean(strings.TrimSpace(what))
}

// ofItems are the beginnings of the names of acts whose history names an item.
var ofItems = []string{"goal.", "school-goal.", "activity.", "agreement.", "count.", "evaluation."}

// nameThen is what a person calls the item that an act is about: by its name of
// now, or else by the one that it had then.
func (s *session) nameThen(p plan.Plan, rev plan.Revision) string {
	begins := func(with string) bool { return strings.HasPrefix(rev.Act.Name, with) }
	if len(rev.Act.Args) == 0 || !slices.ContainsFunc(ofItems, begins) {
		return ""
	}
	id := rev.Act.Args[0]
	if name := s.nameOfItem(p, id); name != "" || rev.N == 0 {
		return name
	}
	for _, at := range []int{rev.N, rev.N - 1} {
		if then, err := s.st.LoadRevision(p.ID, at); err == nil {
			if name := s.nameOfItem(then, id); name != "" {
				return name
			}
		}
	}
	return "" // that revision was thinned out
}

// bareName is what a person calls an item, without saying what kind it is.
func (s *session) bareName(p plan.Plan, id string) string { return first(s.nameOfItem(p, id), id) }

func (s *session) nameOfItem(p plan.Plan, id string) string {
	for _, g := range p.Goals {
		if g.ID == id {
			return first(g.Title, g.Question)
		}
	}
	for _, a := range p.Activities {
		if a.ID == id {
			return first(a.Description, s.kindName(p, a.Kind))
		}
	}
	for _, a := range p.Agreements {
		if a.ID == id {
			return a.What
		}
	}
	for _, g := range p.SchoolGoals {
		if g.ID == id {
			return g.Text
		}
	}
	return ""
}

// compare prints what changed from one revision to another: A..B, where a
// number left out is the first or the last one.
func (s *session) compare(p plan.Plan, between string) error {
	from, to, ok := strings.Cut(between, "..")
	a, okA := number(first(from, "1"))
	b, okB := number(first(to, itoa(p.Revision)))
	if from == "" {
		revs, err := s.st.Revisions(p.ID, 0, 1)
		if err != nil {
			return err
		}
		if len(revs) > 0 {
			a = revs[0].N
		}
	}
	if !ok || !okA || !okB {
		return s.misuse("cli.err.diff", "Value", between)
	}
	before, err := s.st.LoadRevision(p.ID, a)
	if err != nil {
		return s.revisionFault(err, a)
	}
	after, err := s.st.LoadRevision(p.ID, b)
	if err != nil {
		return s.revisionFault(err, b)
	}
	changes := []change{}
	for _, d := range plan.Diff(before, after) {
		changes = append(changes, change{d.Kind, d.Block, d.Item, d.Field, d.From, d.To})
	}
	if s.json {
		return s.printJSON(struct {
			From    int      `json:"from"`
			To      int      `json:"to"`
			Changes []change `json:"changes"`
		}{a, b, changes})
	}
	if len(changes) == 0 {
		s.print("%s", s.t.T("cli.diff.none"))
	}
	for _, c := range changes {
		where := c.Block
		for _, part := range []string{c.Item, c.Field} {
			if part != "" {
				where += "/" + part
			}
		}
		s.print("%s", s.t.T("cli.diff."+c.Kind, "Where", clean(where), "From", or(brief(c.From)), "To", or(brief(c.To))))
	}
	return nil
}

// change is one thing that differs between two revisions.
type change struct {
	Kind  string `json:"kind"` // new, gone, changed
	Block string `json:"block"`
	Item  string `json:"item"`
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// brief is a text as a part of one line.
func brief(v string) string { return text.Cut(clean(v), 60) }

func (s *session) revisionFault(err error, n int) error {
	if errors.Is(err, store.ErrNoRevision) {
		return s.refuse("cli.err.no-revision", "Revision", n)
	}
	return err
}

func itoa(n int) string { return strconv.Itoa(n) }
