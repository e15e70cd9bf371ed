package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
)

// The acts on the competence file go on beside the versions of a plan: they
// change no text of it, so that a frozen version and a closed year allow them,
// and a plan that was decided on does not.

// composed is an act on the file of one's own plan, which it begins where there
// is none. CodeNotOffered where the framework has no judging, CodeClosed once
// the board decided.
func composed(p Plan, pack *continuum.Pack, name string, args []string, do func(q *Plan, f *CompetenceFile) error) (Change, error) {
	switch {
	case p.IsCopy():
		return Change{}, &Error{Code: CodeCopy}
	case p.State == Judged || p.Assessment != nil && p.Assessment.Decision != nil:
		return Change{}, &Error{Code: CodeClosed}
	}
	q := p.Clone()
	if q.Assessment == nil {
		q.Assessment = &Assessment{}
	}
	if q.Assessment.File == nil {
		f, err := newFile(q, pack, "", false)
		if err != nil {
			return Change{}, err
		}
		q.Assessment.File = f
	}
	if err := do(&q, q.Assessment.File); err != nil {
		return Change{}, err
	}
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: name, Args: args}}, nil
}

func newFile(p Plan, pack *continuum.Pack, gate string, each bool) (*CompetenceFile, error) {
	fw := frameworkOf(p, pack)
	if fw == nil || !pack.Judges(fw.ID) {
		return nil, &Error{Code: CodeNotOffered, Item: "assessment", Field: "file", Args: []string{p.Profile.Framework}}
	}
	g, ok := JudgingGate(fw, gate)
	if !ok {
		return nil, &Error{Code: CodeUnknown, Item: "assessment", Field: "gate", Args: []string{gate}}
	}
	f := &CompetenceFile{Gate: g.ID, Phase: g.Phase, Lines: linesOf(p, pack, fw, g, each), Assessors: slices.Clone(p.Profile.Assessors)}
	f.guided(p)
	return f, nil
}

// OrderFile chooses what the file is ordered for: a gate of the framework, and
// whether each competence is judged or each group of them. Pieces stay, with
// the lines that their competences are about.
func OrderFile(p Plan, pack *continuum.Pack, gate string, each bool) (Change, error) {
	return composed(p, pack, "file.order", []string{gate}, func(q *Plan, f *CompetenceFile) error {
		next, err := newFile(*q, pack, gate, each)
		if err != nil {
			return err
		}
		was := f.Lines
		f.Gate, f.Phase, f.Lines = next.Gate, next.Phase, next.Lines
		for i := range f.Pieces {
			x := &f.Pieces[i]
			var about []string
			for _, l := range was {
				if slices.Contains(x.Lines, l.ID) {
					about = append(about, l.Competences...)
				}
			}
			x.Lines = f.linesAbout(about)
		}
		return nil
	})
}

// AddPiece puts an item of a plan into the file of p: a piece of evidence, a
// reflection, an observation, or the plan of the year itself by its id. of is p
// or a plan of an earlier year of the same teacher. What is in the file already
// is put in anew, as it is now. Without lines, those that its competences are
// about count.
//
// Errors: CodeUnknown for no such item or line.
func AddPiece(p Plan, pack *continuum.Pack, of Plan, item string, lines ...string) (Change, error) {
	return composed(p, pack, "file.add", []string{item}, func(_ *Plan, f *CompetenceFile) error {
		x, about, ok := pieceFrom(of, pack, item)
		if !ok {
			return unknown(item)
		}
		if x.Lines = f.linesAbout(about); x.Kind == FileYear || len(x.Lines) == 0 && len(about) == 0 {
			x.Lines = nil
		}
		for _, l := range lines {
			if _, ok := f.Line(l); !ok {
				return &Error{Code: CodeLine, Item: item, Args: []string{l}}
			}
		}
		if len(lines) > 0 {
			x.Lines = slices.Clone(lines)
		}
		f.guided(of)
		if at := slices.IndexFunc(f.Pieces, func(y FilePiece) bool { return y.Plan == x.Plan && y.Item == x.Item }); at >= 0 {
			x.ID = f.Pieces[at].ID
			f.Pieces[at] = x
			return nil
		}
		for n := 1; ; n++ {
			if x.ID = item; x.Kind == FileYear {
				x.ID = x.Year
			}
			if n > 1 {
				x.ID += "-" + itoa(n)
			}
			if _, taken := f.Piece(x.ID); !taken && x.ID != "" {
				break
			}
		}
		f.Pieces = append(f.Pieces, x)
		return nil
	})
}

// TakeOutPiece takes a piece out of the file. CodeUnknown for none.
func TakeOutPiece(p Plan, pack *continuum.Pack, id string) (Change, error) {
	return composed(p, pack, "file.remove", []string{id}, func(_ *Plan, f *CompetenceFile) error {
		n := len(f.Pieces)
		f.Pieces = keepItems(f.Pieces, func(x FilePiece) bool { return x.ID != id })
		if len(f.Pieces) == n {
			return unknown(id)
		}
		return nil
	})
}

// AskAssessors names who is asked to judge. Who coached or manages the teacher
// cannot: CodeGuided.
func AskAssessors(p Plan, pack *continuum.Pack, names ...string) (Change, error) {
	return composed(p, pack, "file.assessors", names, func(q *Plan, f *CompetenceFile) error {
		f.guided(*q)
		var list []string
		for _, name := range names {
			name = strings.TrimSpace(name)
			if name == "" || slices.ContainsFunc(list, func(x string) bool { return sameName(x, name) }) {
				continue
			}
			if err := f.mayJudge(name); err != nil {
				return err
			}
			list = append(list, name)
		}
		f.Assessors = list
		return nil
	})
}

// StateCoaching puts into the file that there was coaching in the year of a
// plan, or takes that out. CodeUnknown where the plan names no coach.
func StateCoaching(p Plan, pack *continuum.Pack, of Plan, say bool) (Change, error) {
	return composed(p, pack, "file.coached", []string{of.Profile.SchoolYear}, func(_ *Plan, f *CompetenceFile) error {
		year := of.Profile.SchoolYear
		n := len(f.Coached)
		f.Coached = keepItems(f.Coached, func(c Coached) bool { return c.Year != year })
		switch {
		case !say && len(f.Coached) == n:
			return unknown(year)
		case !say:
			return nil
		case of.Profile.Coach == nil || of.Profile.Coach.Name == "":
			return &Error{Code: CodeUnknown, Item: "profile", Field: "coach", Args: []string{year}}
		}
		f.Coached = append(f.Coached, Coached{Year: year, By: of.Profile.Coach.Name})
		slices.SortFunc(f.Coached, func(a, b Coached) int { return compare(a.Year, b.Year) })
		f.guided(of)
		return nil
	})
}

// guided adds who coached or managed the teacher in the year of a plan.
func (f *CompetenceFile) guided(p Plan) {
	add := func(who *Person, role string) {
		if who == nil || strings.TrimSpace(who.Name) == "" {
			return
		}
		g := Guide{Name: who.Name, Role: role, Year: p.Profile.SchoolYear}
		if !slices.ContainsFunc(f.Guides, func(x Guide) bool { return x.Name == g.Name && x.Role == g.Role && x.Year == g.Year }) {
			f.Guides = append(f.Guides, g)
		}
	}
	add(p.Profile.Coach, RoleCoach)
	add(p.Profile.Manager, RoleManager)
	for _, e := range p.Profile.Employers {
		add(e.Coach, RoleCoach)
		add(e.Manager, RoleManager)
	}
}

// mayJudge is CodeGuided for who coached or managed the teacher, with the name,
// the role and the year.
func (f *CompetenceFile) mayJudge(name string) error {
	for _, g := range f.Guides {
		if sameName(g.Name, name) {
			return &Error{Code: CodeGuided, Item: "assessment", Field: "assessors", Args: []string{name, g.Role, g.Year}}
		}
	}
	return nil
}

func sameName(a, b string) bool { return Party{Name: a}.Is(Party{Name: b}) }
