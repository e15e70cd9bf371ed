package plan

import (
	"slices"
	"strings"
)

// Unsealing opens a sealed judgement. It fails where body is not what was
// sealed under the hash.
type Unsealing func(body, hash, secret string) (payload []byte, err error)

// Waiting returns the assessors whose judgement is not in.
func (p Plan) Waiting() []string {
	f := p.CompetenceFile()
	if f == nil {
		return nil
	}
	return keepItems(f.Assessors, func(name string) bool { return p.Assessment.sealedBy(Party{Name: name}) < 0 })
}

// Unopened returns the assessors whose judgement nobody can read here yet.
func (p Plan) Unopened() []string {
	f := p.CompetenceFile()
	if f == nil {
		return nil
	}
	return keepItems(f.Assessors, func(name string) bool { return !p.Assessment.openedBy(name) })
}

func (a *Assessment) openedBy(name string) bool {
	return slices.ContainsFunc(a.Separate, func(j Judging) bool { return j.Assessor != nil && sameName(j.Assessor.Name, name) })
}

// OpenJudging gives out the key that opens one's own judgement. CodeNotAllIn,
// with who is waited for, before all are in; CodeRequired without a judgement
// that was handed in here; CodeNothing where it was given already.
func OpenJudging(p Plan, by Actor, me Party, open Unsealing) (Change, error) {
	if wait := p.Waiting(); len(wait) > 0 {
		return Change{}, &Error{Code: CodeNotAllIn, Item: "assessment", Args: []string{strings.Join(wait, ", ")}}
	}
	return judged(p, "judge.open", []string{me.Name}, func(_ *Plan, a *Assessment) error {
		at := a.sealedBy(me)
		if at < 0 {
			return &Error{Code: CodeRequired, Item: "assessment", Field: "sealed"}
		}
		id := a.Sealed[at].ID
		if slices.ContainsFunc(a.Openings, func(o Opening) bool { return o.Judging == id }) {
			return &Error{Code: CodeNothing}
		}
		own := slices.IndexFunc(a.Mine.Secrets, func(s SealedSecret) bool { return s.Judging == id })
		if own < 0 {
			return &Error{Code: CodeRequired, Item: "assessment", Field: "mine"}
		}
		a.Openings = append(a.Openings, Opening{Judging: id, By: me.Name, Key: me.Key, At: At(by.At), Secret: a.Mine.Secrets[own].Secret})
		for _, r := range a.unseal(open) {
			if sameName(r.Where, me.Name) {
				return &Error{Code: r.Code, Item: "assessment", Args: []string{me.Name}}
			}
		}
		return nil
	})
}

// unseal reads every judgement whose key is here, once all are in. What is not
// what was sealed, or judges what is not in the file, is refused by the name of
// its author.
func (a *Assessment) unseal(open Unsealing) []Refusal {
	for _, name := range a.File.Assessors {
		if a.sealedBy(Party{Name: name}) < 0 {
			return nil
		}
	}
	var out []Refusal
	for _, o := range a.Openings {
		at := slices.IndexFunc(a.Sealed, func(s SealedJudging) bool { return s.ID == o.Judging })
		if at < 0 || slices.ContainsFunc(a.Separate, func(j Judging) bool { return j.ID == o.Judging }) {
			continue
		}
		j, code := a.read(a.Sealed[at], o.Secret, open)
		if code != "" {
			out = append(out, Refusal{a.Sealed[at].Assessor.Name, code})
			continue
		}
		a.Separate = append(a.Separate, j)
	}
	a.sort()
	return out
}

func (a *Assessment) read(s SealedJudging, secret string, open Unsealing) (Judging, string) {
	data, err := open(s.Body, s.Hash, secret)
	if err != nil {
		return Judging{}, CodeResealed
	}
	j, err := readJudging(data)
	if err != nil || j.ID != s.ID || j.Key != s.Key || j.AboutHash != s.About || j.Assessor == nil || j.Assessor.Name != s.Assessor.Name {
		return Judging{}, CodeResealed
	}
	if err := a.whole(j); err != nil {
		return Judging{}, Code(err)
	}
	return j, ""
}

// whole checks a judging that somebody else made as one's own was checked.
func (a *Assessment) whole(j Judging) error {
	for _, x := range j.Judgements {
		if err := a.known(x); err != nil {
			return err
		}
		if err := x.lacks(); err != nil {
			return err
		}
	}
	for _, l := range a.File.Lines {
		if j.Follows == "" && !slices.ContainsFunc(j.Judgements, func(x Judgement) bool { return x.Competence == l.ID }) {
			return Judgement{Competence: l.ID}.lacks()
		}
	}
	return nil
}

// Revise hands in what was written after all were opened, such as after the
// interview: a judgement on some lines that stands beside the one before it.
// It is not sealed. CodeNotAllIn before all are open, CodeNothing without a
// line.
func Revise(p Plan, by Actor, me Party) (Change, error) {
	if wait := p.Unopened(); len(wait) > 0 {
		return Change{}, &Error{Code: CodeNotAllIn, Item: "assessment", Args: []string{strings.Join(wait, ", ")}}
	}
	return judged(p, "judge.revise", []string{me.Name}, func(q *Plan, a *Assessment) error {
		before, n := a.latestOf(me)
		if n == 0 {
			return &Error{Code: CodeRequired, Item: "assessment", Field: "separate"}
		}
		j := Judging{ID: recordID(me.Key, n+1), Assessor: &Person{Name: me.Name, Role: RoleAssessor}, Key: me.Key, Date: day(by.At), At: At(by.At),
			AboutHash: q.JudgedPackage(), Judgements: inLineOrder(a.File, a.Mine.Judgements), Follows: before.ID, Questions: a.Mine.Questions}
		if len(j.Judgements) == 0 {
			return &Error{Code: CodeNothing}
		}
		if err := a.whole(j); err != nil {
			return err
		}
		a.Separate = append(a.Separate, j)
		a.Mine.Judgements, a.Mine.Questions = nil, nil
		a.sort()
		return nil
	})
}

// latestOf is somebody's newest judging, and how many there are.
func (a *Assessment) latestOf(who Party) (last Judging, n int) {
	for _, j := range a.Separate {
		if j.Assessor != nil && (Party{Name: j.Assessor.Name, Key: j.Key}).Is(who) {
			last, n = j, n+1
		}
	}
	return last, n
}

// JudgedLine is what the assessors judged on one line: by each, the one that
// counts now and those before it.
type JudgedLine struct {
	Line    FileLine
	By      []JudgedBy
	Differ  bool
	Earlier []JudgedBy // that were revised
}

// JudgedBy is a judgement with whose it is.
type JudgedBy struct {
	Name string
	Judgement
}

// Compare returns the opened judgements line by line, assessors in the order of
// the file.
func Compare(p Plan) []JudgedLine {
	f := p.CompetenceFile()
	if f == nil {
		return nil
	}
	var out []JudgedLine
	for _, l := range f.Lines {
		x := JudgedLine{Line: l}
		for _, name := range f.Assessors {
			var mine []JudgedBy
			for _, j := range p.Assessment.Separate {
				if j.Assessor == nil || !sameName(j.Assessor.Name, name) {
					continue
				}
				for _, y := range j.Judgements {
					if y.Competence == l.ID {
						mine = append(mine, JudgedBy{name, y})
					}
				}
			}
			if n := len(mine); n > 0 {
				x.By, x.Earlier = append(x.By, mine[n-1]), append(x.Earlier, mine[:n-1]...)
			}
		}
		for _, y := range x.By {
			x.Differ = x.Differ || y.Judgement.Judgement != x.By[0].Judgement.Judgement
		}
		out = append(out, x)
	}
	return out
}

// sort puts the records in one order, whatever order they came in: by assessor
// as the file names them, then by time and id.
func (a *Assessment) sort() {
	place := func(name string) int {
		if a.File == nil {
			return 0
		}
		return slices.IndexFunc(a.File.Assessors, func(x string) bool { return sameName(x, name) })
	}
	order := func(nameA, nameB string, atA, atB Instant, idA, idB string) int {
		switch {
		case place(nameA) != place(nameB):
			return place(nameA) - place(nameB)
		case atA != atB:
			return compare(string(atA), string(atB))
		}
		return compare(idA, idB)
	}
	slices.SortFunc(a.Sealed, func(x, y SealedJudging) int {
		return order(x.Assessor.Name, y.Assessor.Name, x.At, y.At, x.ID, y.ID)
	})
	slices.SortFunc(a.Openings, func(x, y Opening) int { return order(x.By, y.By, x.At, y.At, x.Judging, y.Judging) })
	slices.SortFunc(a.Separate, func(x, y Judging) int {
		return order(personName(x.Assessor), personName(y.Assessor), x.At, y.At, x.ID, y.ID)
	})
	slices.SortFunc(a.Interviews, func(x, y InterviewNotes) int { return order(x.By, y.By, x.At, y.At, x.ID, y.ID) })
	slices.SortFunc(a.Proposed, func(x, y Advice) int { return order(x.By, y.By, x.At, y.At, x.ID, y.ID) })
	slices.SortFunc(a.Agreeing, func(x, y AdviceWord) int { return order(x.By, y.By, x.At, y.At, x.ID, y.ID) })
}

func personName(p *Person) string {
	if p == nil {
		return ""
	}
	return p.Name
}
