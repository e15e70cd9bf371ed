package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
)

type dossierFlags struct {
	of, gate, per string
	lines         []string
	not           bool
}

// fileCommand composes the competence file.
func (r *run) fileCommand() *cobra.Command {
	var f dossierFlags
	cmd := r.withJSON(r.command("file PLAN [list|add ITEM|remove PIECE|assessors NAME…|coached|order] [--of PLAN] [--line L…] [--not] [--gate ID] [--per group|competence] [--json]", "file", 1, -1, func(args []string) error {
		do := "list"
		if len(args) > 1 {
			do = args[1]
		}
		if err := r.choice("file PLAN", do, "list", "add", "remove", "assessors", "coached", "order"); err != nil {
			return err
		}
		if n := len(args) - 2; do == "add" && n != 1 || do == "remove" && n != 1 || do == "assessors" && n < 1 || do != "add" && do != "remove" && do != "assessors" && n > 0 {
			return r.misuse("cli.err.file-what")
		}
		if err := r.choice("--per", first(f.per, "group"), "group", "competence"); err != nil {
			return err
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			if do == "list" {
				return s.showFile(p)
			}
			return s.compose(p, do, args[2:], f)
		})
	}))
	cmd.Flags().StringVar(&f.of, "of", "", r.t.T("cli.flag.file.of"))
	cmd.Flags().StringSliceVar(&f.lines, "line", nil, r.t.T("cli.flag.file.line"))
	cmd.Flags().BoolVar(&f.not, "not", false, r.t.T("cli.flag.file.not"))
	cmd.Flags().StringVar(&f.gate, "gate", "", r.t.T("cli.flag.file.gate"))
	cmd.Flags().StringVar(&f.per, "per", "", r.t.T("cli.flag.file.per"))
	return cmd
}

// compose does one act on the competence file.
func (s *session) compose(p plan.Plan, do string, args []string, f dossierFlags) error {
	of := p
	if f.of != "" {
		var err error
		if of, err = s.plan(f.of); err != nil {
			return err
		}
		if of.IsCopy() {
			return &plan.Error{Code: plan.CodeCopy}
		}
	}
	pack := s.packFor(p)
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	var c plan.Change
	var err error
	switch do {
	case "add":
		item := args[0]
		if item == "plan" {
			item = of.ID
		}
		if item, err = s.pieceItem(of, item); err != nil {
			return err
		}
		c, err = plan.AddPiece(p, pack, of, item, f.lines...)
	case "remove":
		c, err = plan.TakeOutPiece(p, pack, clean(args[0]))
	case "assessors":
		names := make([]string, len(args))
		for i, a := range args {
			names[i] = clean(a)
		}
		c, err = plan.AskAssessors(p, pack, names...)
	case "coached":
		c, err = plan.StateCoaching(p, pack, of, !f.not)
	case "order":
		c, err = plan.OrderFile(p, pack, clean(f.gate), f.per == "competence")
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	return s.showFile(c.Plan)
}

// pieceItem is an item of a plan that can be a piece, by its id or a beginning
// that only one has.
func (s *session) pieceItem(p plan.Plan, sel string) (string, error) {
	if sel == p.ID {
		return sel, nil
	}
	var last error
	for _, block := range []string{"evidence", "reflections", "observations"} {
		id, err := s.item(p, block, sel)
		if err == nil {
			return id, nil
		}
		last = err
	}
	return "", last
}

// fileLine is a line of the competence file with what lies on it.
type fileLine struct {
	Line      string   `json:"line"`
	Name      string   `json:"name"`
	Pieces    []string `json:"pieces"`
	Questions []string `json:"questions"` // variatie, relevantie, authenticiteit, actualiteit, kwantiteit
	Lost      []string `json:"lost"`      // pieces whose file is gone or changed
}

// pieceRow is a piece of the competence file.
type pieceRow struct {
	Piece string `json:"piece"`
	Kind  string `json:"kind"`
	Year  string `json:"year"`
	Title string `json:"title"`
	Now   string `json:"now"` // changed or gone where its plan says something else now
	Home  bool   `json:"home"`
}

type shownFile struct {
	Plan      string     `json:"plan"`
	Phase     string     `json:"phase"`
	Assessors []string   `json:"assessors"`
	Coached   []string   `json:"coached"`
	Lines     []fileLine `json:"lines"`
	Pieces    []pieceRow `json:"pieces"`
	Package   string     `json:"package"` // of the file that was made last, or read in
}

// showFile prints the competence file with the questions that it asks for.
func (s *session) showFile(p plan.Plan) error {
	f := p.CompetenceFile()
	if f == nil {
		if fw, err := s.framework(p); err == nil && !s.packFor(p).Judges(fw.ID) {
			return s.refuse("cli.err.no-judging")
		}
		f = &plan.CompetenceFile{}
	}
	x := shownFile{Plan: p.ID, Phase: f.Phase, Assessors: list(f.Assessors), Coached: []string{}, Lines: []fileLine{}, Pieces: []pieceRow{}, Package: p.JudgedPackage()}
	for _, c := range f.Coached {
		x.Coached = append(x.Coached, c.Year)
	}
	lost := f.LostOnLines(s.isLost)
	asked := map[string][]string{}
	if !p.IsCopy() {
		for _, q := range plan.FileQuestions(p, s.today()) {
			asked[q.Line] = append(asked[q.Line], q.Ask)
		}
	}
	for _, l := range f.Lines {
		row := fileLine{Line: l.ID, Name: l.Name, Pieces: []string{}, Questions: list(asked[l.ID]), Lost: []string{}}
		for _, y := range f.OnLine(l.ID) {
			row.Pieces = append(row.Pieces, y.ID)
		}
		for _, y := range lost[l.ID] {
			row.Lost = append(row.Lost, y.ID)
		}
		x.Lines = append(x.Lines, row)
	}
	for _, y := range f.Pieces {
		x.Pieces = append(x.Pieces, pieceRow{Piece: y.ID, Kind: y.Kind, Year: y.Year, Title: y.Title, Now: s.pieceNow(p, y), Home: y.Home})
	}
	if s.json {
		return s.printJSON(x)
	}
	return s.printFile(x)
}

func (s *session) printFile(x shownFile) error {
	if len(x.Pieces) == 0 {
		s.print("%s", s.t.T("cli.file.empty"))
	}
	for _, l := range x.Lines {
		s.print("%s  %s: %s", l.Line, clean(l.Name), or(strings.Join(l.Pieces, ", ")))
		for _, q := range l.Questions {
			s.print("  %s", s.t.T("file.ask."+q))
		}
		for _, id := range l.Lost {
			s.print("  %s", s.t.T("cli.file.lost", "Piece", id))
		}
	}
	rows := [][]string{{s.t.T("cli.col.id"), s.t.T("report.evidence.kind"), s.t.T("cli.file.year"), s.t.T("report.evidence.title"), ""}}
	for _, y := range x.Pieces {
		what := ""
		switch {
		case y.Now != "":
			what = s.t.T("cli.file.now." + y.Now)
		case y.Home:
			what = s.t.T("cli.file.home")
		}
		rows = append(rows, []string{y.Piece, s.t.T("report.judging.kind." + y.Kind), y.Year, clean(y.Title), what})
	}
	if len(x.Pieces) > 0 {
		s.table(rows)
	}
	s.print("%s", s.t.T("cli.file.assessors", "Names", or(strings.Join(x.Assessors, ", "))))
	if len(x.Coached) > 0 {
		s.print("%s", s.t.T("cli.file.coached", "Years", strings.Join(x.Coached, ", ")))
	}
	return nil
}

// pieceNow says whether a piece is what its plan says now; "" where that plan
// is not here.
func (s *session) pieceNow(p plan.Plan, x plan.FilePiece) string {
	if p.IsCopy() {
		return ""
	}
	of := p
	if x.Plan != p.ID {
		var err error
		if of, err = s.st.Load(x.Plan); err != nil {
			return ""
		}
	}
	return plan.PieceNow(of, s.packFor(of), x)
}

// isLost reports whether a file of the dossier is gone or changed.
func (s *session) isLost(hash string) bool { return s.st.VerifyFile(hash) != nil }
