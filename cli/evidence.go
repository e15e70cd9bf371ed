package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/text"
)

type evidenceFlags struct {
	link, kind, title, audience, date, note, by, source, place, from string
	competences, goals                                               []string
}

func (r *run) evidenceCommand() *cobra.Command {
	var f evidenceFlags
	var changed func(string) bool
	cmd := r.withJSON(r.command("evidence PLAN list|add [FILE]|edit ID|remove ID|leave-out ID|put-back ID [--title T] [--kind K] [--competence C…] [--goal G…] [--audience A] [--date D] [--note T] [--by NAME] [--source seen|heard|read] [--link U] [--place T] [--from coach|assessor|board] [--json]", "evidence", 2, 3, func(args []string) error {
		if err := r.choice("evidence PLAN", args[1], "list", "add", "edit", "remove", "leave-out", "put-back"); err != nil {
			return err
		}
		if args[1] == "list" && len(args) > 2 || args[1] != "list" && args[1] != "add" && len(args) < 3 {
			return r.misuse("cli.err.evidence-what")
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			switch args[1] {
			case "list":
				return s.listEvidence(p)
			case "add":
				return s.addEvidence(p, args[2:], f)
			}
			id, err := s.item(p, "evidence", args[2])
			if err != nil {
				return err
			}
			return s.changeEvidence(p, args[1], id, f, changed)
		})
	}))
	flags := cmd.Flags()
	for _, x := range []struct {
		name string
		to   *string
	}{{"title", &f.title}, {"kind", &f.kind}, {"audience", &f.audience}, {"date", &f.date}, {"note", &f.note}, {"by", &f.by},
		{"source", &f.source}, {"link", &f.link}, {"place", &f.place}, {"from", &f.from}} {
		flags.StringVar(x.to, x.name, "", r.t.T("cli.flag.evidence."+x.name))
	}
	flags.StringSliceVar(&f.competences, "competence", nil, r.t.T("cli.flag.evidence.competence"))
	flags.StringSliceVar(&f.goals, "goal", nil, r.t.T("cli.flag.evidence.goal"))
	cmd.ValidArgsFunction = nil // the last argument may be a file
	changed = flags.Changed
	return cmd
}

// addEvidence adds a piece, with a copy of its file where one was named.
func (s *session) addEvidence(p plan.Plan, files []string, f evidenceFlags) error {
	kind, err := s.evidenceKind(p, f.kind)
	if err != nil {
		return err
	}
	on, err := s.onDay(p, "--date", f.date, "evidence")
	if err != nil {
		return err
	}
	known, ok := s.pack.EvidenceKind(kind)
	if !ok {
		known = nil
	}
	e := plan.Evidence{ID: s.st.NewID(), Kind: kind, Date: on, Title: clean(f.title), Audience: plan.UsualAudience(known)}
	if err := s.fillEvidence(&e, p, f, func(string) bool { return true }); err != nil {
		return err
	}
	if len(files) > 0 {
		if e.File, err = s.keepFile(files[0]); err != nil {
			return err
		}
		if e.Title == "" {
			e.Title = e.File.Name
		}
	}
	p, err = s.acts(p, func(p plan.Plan) (plan.Change, error) { return plan.AddEvidence(p, e) })
	if err != nil {
		return err
	}
	return s.printItem(p, "evidence", e.ID)
}

// evidenceKind is a kind of the catalogue; nothing is the kind for all else.
func (s *session) evidenceKind(p plan.Plan, kind string) (string, error) {
	if kind == "" {
		return "eigen", nil
	}
	var known []string
	for _, k := range plan.EvidenceKinds(p, s.pack) {
		known = append(known, k.ID)
	}
	return kind, s.choice("--kind", kind, known...)
}

// fillEvidence writes what the flags say into a piece of evidence.
func (s *session) fillEvidence(e *plan.Evidence, p plan.Plan, f evidenceFlags, given func(string) bool) error {
	set := func(name string, to *string, value string) {
		if given(name) && value != "" {
			*to = value
		}
	}
	set("title", &e.Title, clean(f.title))
	set("note", &e.Note, typedText(f.note))
	set("by", &e.By, clean(f.by))
	set("source", &e.Source, clean(f.source))
	set("link", &e.Link, clean(f.link))
	set("place", &e.Place, clean(f.place))
	if f.audience != "" {
		if err := s.choice("--audience", f.audience, plan.Private, string(plan.Coach), string(plan.Board)); err != nil {
			return err
		}
		e.Audience = f.audience
	}
	fw, err := s.framework(p)
	if err != nil {
		return err
	}
	for _, c := range f.competences {
		if _, _, ok := fw.Competence(c); !ok {
			return s.refuse("cli.err.no-competence", "Competence", c)
		}
		if !slices.Contains(e.Competences, c) {
			e.Competences = append(e.Competences, c)
		}
	}
	for _, g := range f.goals {
		id, err := s.item(p, "goals", g)
		if err != nil {
			return err
		}
		if !slices.Contains(e.Goals, id) {
			e.Goals = append(e.Goals, id)
		}
	}
	return nil
}

func (s *session) changeEvidence(p plan.Plan, verb, id string, f evidenceFlags, changed func(string) bool) error {
	var do plan.Acting
	switch verb {
	case "remove":
		do = func(p plan.Plan) (plan.Change, error) { return plan.RemoveEvidence(p, id) }
	case "leave-out", "put-back":
		do = func(p plan.Plan) (plan.Change, error) {
			return plan.LeaveOut(p, id, plan.Audience(f.from), verb == "leave-out")
		}
	default:
		at := slices.IndexFunc(p.Evidence, func(e plan.Evidence) bool { return e.ID == id })
		e := p.Clone().Evidence[at]
		if changed("competence") {
			e.Competences = nil
		}
		if changed("goal") {
			e.Goals = nil
		}
		if f.kind != "" {
			kind, err := s.evidenceKind(p, f.kind)
			if err != nil {
				return err
			}
			e.Kind = kind
		}
		if f.date != "" {
			on, err := s.onDay(p, "--date", f.date, "evidence")
			if err != nil {
				return err
			}
			e.Date = on
		}
		if err := s.fillEvidence(&e, p, f, changed); err != nil {
			return err
		}
		do = func(p plan.Plan) (plan.Change, error) {
			return plan.EditEvidence(p, id, "", func(x *plan.Evidence) { *x = e })
		}
	}
	p, err := s.acts(p, do)
	if err != nil {
		return err
	}
	return s.printItem(p, "evidence", id)
}

// listEvidence prints the dossier, the newest first.
func (s *session) listEvidence(p plan.Plan) error {
	all := p.Clone().Evidence
	slices.SortStableFunc(all, func(a, b plan.Evidence) int { return b.Date.Compare(a.Date) })
	if err := s.sayLost(p); err != nil {
		return err
	}
	if s.json {
		list, byID := []any{}, map[string]any{}
		for _, x := range blockOf(p, "evidence") {
			byID[itemID(x)] = x
		}
		for _, e := range all {
			list = append(list, byID[e.ID])
		}
		return s.printJSON(list)
	}
	if len(all) == 0 {
		s.print("%s", s.t.T("cli.evidence.none"))
		return nil
	}
	f, err := s.framework(p)
	if err != nil {
		return err
	}
	rows := [][]string{{s.t.T("cli.col.id"), s.t.T("report.date"), s.t.T("report.evidence.kind"), s.t.T("report.evidence.title"), s.t.T("cli.col.audience"), s.t.T("csv.file")}}
	for _, e := range all {
		kind := e.Kind
		if k, ok := s.pack.EvidenceKind(e.Kind); ok {
			kind = f.Say(k.Name, s.lang)
		}
		see := e.Audience
		if see == "" {
			see = plan.Private
		}
		rows = append(rows, []string{e.ID, or(text.FormatDate(e.Date, text.Lang(s.lang), text.Short)), clean(kind), clean(e.Title), s.t.T("cli.see." + see), s.fileWords(e.File)})
	}
	s.table(rows)
	return nil
}
