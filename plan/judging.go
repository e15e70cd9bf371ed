package plan

import (
	"slices"
	"strings"
)

// An assessor works in a copy of the competence file. What is being written
// stands in Mine and is in no edition; what was handed in is a record.

// judged is an act of an assessor in the copy of a competence file.
// CodePacket where the plan is no such copy, CodeClosed once the board decided.
func judged(p Plan, name string, args []string, do func(q *Plan, a *Assessment) error) (Change, error) {
	switch {
	case !p.IsFile():
		return Change{}, &Error{Code: CodePacket, Item: "assessment", Field: "file"}
	case p.Assessment.Decision != nil:
		return Change{}, &Error{Code: CodeClosed}
	}
	q := p.Clone()
	if q.Assessment.Mine == nil {
		q.Assessment.Mine = &OwnJudging{}
	}
	if err := do(&q, q.Assessment); err != nil {
		return Change{}, err
	}
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: name, Args: args, Fixed: true}}, nil
}

// IsFile reports whether p is an assessor's copy of a competence file.
func (p Plan) IsFile() bool {
	return p.IsCopy() && p.EditionInfo.Audience == Assessor && p.CompetenceFile() != nil
}

// JudgeLine writes the judgement on a line, as far as it goes; what it leaves
// empty stays as it was. CodeLine for a line that is not in the file,
// CodeUnknown for a judgement, source or piece that there is not. After handing
// in this is the beginning of a revision.
func JudgeLine(p Plan, j Judgement) (Change, error) {
	return judged(p, "judge.line", []string{j.Competence}, func(_ *Plan, a *Assessment) error {
		if err := a.known(j); err != nil {
			return err
		}
		put(&a.Mine.Judgements, j)
		return nil
	})
}

// known checks what a judgement names.
func (a *Assessment) known(j Judgement) error {
	fail := func(field, value string) error {
		return &Error{Code: CodeUnknown, Item: j.Competence, Field: field, Args: []string{value}}
	}
	if _, ok := a.File.Line(j.Competence); !ok {
		return &Error{Code: CodeLine, Item: j.Competence, Args: []string{j.Competence}}
	}
	if j.Judgement != "" && !slices.Contains(Verdicts, j.Judgement) {
		return fail("judgement", j.Judgement)
	}
	for _, s := range j.Source {
		if !slices.Contains(Sources, s) {
			return fail("source", s)
		}
	}
	for _, id := range j.Evidence {
		if _, ok := a.File.Piece(id); !ok {
			return fail("evidence", id)
		}
	}
	return nil
}

// put puts a judgement into a list, over what its line had.
func put(list *[]Judgement, j Judgement) {
	at := slices.IndexFunc(*list, func(x Judgement) bool { return x.Competence == j.Competence })
	if at < 0 {
		*list = append(*list, Judgement{Competence: j.Competence})
		at = len(*list) - 1
	}
	x := &(*list)[at]
	x.Judgement, x.Reason = orElse(j.Judgement, x.Judgement), orElse(strings.TrimSpace(j.Reason), x.Reason)
	if j.Source != nil {
		x.Source = slices.Clone(j.Source)
	}
	if j.Evidence != nil {
		x.Evidence = slices.Clone(j.Evidence)
	}
}

// AskAtInterview writes down an open question for the interview, about a line
// or, for "", the whole; it goes along when the judgement is handed in.
func AskAtInterview(p Plan, question LineText) (Change, error) {
	return judged(p, "judge.question", []string{question.Line}, func(_ *Plan, a *Assessment) error {
		if _, ok := a.File.Line(question.Line); question.Line != "" && !ok {
			return &Error{Code: CodeLine, Item: question.Line, Args: []string{question.Line}}
		}
		if strings.TrimSpace(question.Text) == "" {
			return &Error{Code: CodeRequired, Item: question.Line, Field: "text"}
		}
		a.Mine.Questions = append(a.Mine.Questions, question)
		return nil
	})
}

// lacks says what a judgement still needs before it can be handed in: a
// judgement, a reason, a source, or a piece that it rests on.
func (j Judgement) lacks() error {
	code := ""
	switch {
	case j.Judgement == "":
		code = CodeNoVerdict
	case strings.TrimSpace(j.Reason) == "":
		code = CodeNoReason
	case len(j.Source) == 0:
		code = CodeNoSource
	case len(j.Evidence) == 0:
		code = CodeNoEvidence
	default:
		return nil
	}
	return &Error{Code: code, Item: j.Competence}
}

// CanHandIn returns nil, or why this assessor cannot hand in a judgement now:
// CodeGuided for who coached or managed the teacher, CodeNotAsked for who was
// not asked, CodeHandedIn, and for the first line that lacks something
// CodeNoVerdict, CodeNoReason, CodeNoSource or CodeNoEvidence.
func CanHandIn(p Plan, me Party) error {
	if !p.IsFile() {
		return &Error{Code: CodePacket, Item: "assessment", Field: "file"}
	}
	a := p.Assessment
	if err := a.File.asked(me.Name); err != nil {
		return err
	}
	if a.sealedBy(me) >= 0 {
		return &Error{Code: CodeHandedIn, Item: "assessment", Args: []string{me.Name}}
	}
	own := a.Mine
	if own == nil {
		own = &OwnJudging{}
	}
	for _, l := range a.File.Lines {
		j := Judgement{Competence: l.ID}
		for _, x := range own.Judgements {
			if x.Competence == l.ID {
				j = x
			}
		}
		if err := j.lacks(); err != nil {
			return err
		}
	}
	return nil
}

// asked returns nil for who was asked to judge and may.
func (f *CompetenceFile) asked(name string) error {
	if err := f.mayJudge(name); err != nil {
		return err
	}
	if !slices.ContainsFunc(f.Assessors, func(x string) bool { return sameName(x, name) }) {
		return &Error{Code: CodeNotAsked, Item: "assessment", Field: "assessors", Args: []string{name, strings.Join(f.Assessors, ", ")}}
	}
	return nil
}

// sealedBy is the place of somebody's sealed judgement, -1 for none.
func (a *Assessment) sealedBy(who Party) int {
	return slices.IndexFunc(a.Sealed, func(s SealedJudging) bool { return (Party{Name: s.Assessor.Name, Key: s.Key}).Is(who) })
}

// Stating is what an assessor states when handing in.
type Stating struct {
	Independent bool
	Training    string
}

// Sealing seals a payload: what nobody can read, its hash, and the key that
// opens it.
type Sealing func(payload []byte) (body, hash, secret string, err error)

// HandIn seals the judgement of an assessor and puts it on record. It needs a
// key and the statement of independence and training (CodeStatement), see
// [CanHandIn] for the rest.
func HandIn(p Plan, by Actor, me Party, s Stating, seal Sealing) (Change, error) {
	if err := CanHandIn(p, me); err != nil {
		return Change{}, err
	}
	switch {
	case me.Key == "":
		return Change{}, &Error{Code: CodeRequired, Item: "assessment", Field: "key"}
	case !s.Independent || strings.TrimSpace(s.Training) == "":
		return Change{}, &Error{Code: CodeStatement, Item: "assessment"}
	}
	return judged(p, "judge.hand-in", []string{me.Name}, func(q *Plan, a *Assessment) error {
		j := Judging{ID: recordID(me.Key, 1), Assessor: &Person{Name: me.Name, Role: RoleAssessor}, Key: me.Key, Date: day(by.At), At: At(by.At),
			AboutHash: q.JudgedPackage(), Judgements: inLineOrder(a.File, a.Mine.Judgements), Independent: true, Training: strings.TrimSpace(s.Training), Questions: a.Mine.Questions}
		body, hash, secret, err := seal(j.payload())
		if err != nil {
			return err
		}
		a.Sealed = append(a.Sealed, SealedJudging{ID: j.ID, Assessor: clone(j.Assessor), Key: j.Key, Date: j.Date, At: j.At, About: j.AboutHash, Hash: hash, Body: body})
		a.Mine.Secrets = append(a.Mine.Secrets, SealedSecret{Judging: j.ID, Secret: secret})
		a.Mine.Judgements, a.Mine.Questions = nil, nil
		a.sort()
		return nil
	})
}

// recordID is the id of somebody's record: ids of two people never meet.
func recordID(key string, n int) string { return "j-" + key[:min(len(key), 16)] + "-" + itoa(n) }

func inLineOrder(f *CompetenceFile, list []Judgement) []Judgement {
	var out []Judgement
	for _, l := range f.Lines {
		for _, j := range list {
			if j.Competence == l.ID {
				out = append(out, clone(j))
			}
		}
	}
	return out
}
