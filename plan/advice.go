package plan

import (
	"slices"
	"strings"
)

// AdviseLine writes what the assessors agree on for a line, or, with apart,
// that they do not and why. What a judgement leaves open is taken from the
// separate ones: its sources and pieces. CodeNotAllIn before all are open.
func AdviseLine(p Plan, j Judgement, apart string) (Change, error) {
	if err := p.allOpen(); err != nil {
		return Change{}, err
	}
	return judged(p, "advise.line", []string{j.Competence}, func(q *Plan, a *Assessment) error {
		if err := a.known(j); err != nil {
			return err
		}
		other := func(l string) bool { return l != j.Competence }
		if apart = strings.TrimSpace(apart); apart != "" {
			a.Mine.Advice = keepItems(a.Mine.Advice, func(x Judgement) bool { return other(x.Competence) })
			a.Mine.Apart = append(keepItems(a.Mine.Apart, func(x LineText) bool { return other(x.Line) }), LineText{Line: j.Competence, Text: apart})
			return nil
		}
		for _, l := range Compare(*q) {
			if l.Line.ID != j.Competence {
				continue
			}
			source, evidence := j.Source == nil, j.Evidence == nil
			for _, b := range l.By {
				if source {
					j.Source = union(j.Source, b.Source, func(x, y string) bool { return x == y })
				}
				if evidence {
					j.Evidence = union(j.Evidence, b.Evidence, func(x, y string) bool { return x == y })
				}
			}
		}
		a.Mine.Apart = keepItems(a.Mine.Apart, func(x LineText) bool { return other(x.Line) })
		put(&a.Mine.Advice, j)
		return nil
	})
}

func (p Plan) allOpen() error {
	if wait := p.Unopened(); len(wait) > 0 {
		return &Error{Code: CodeNotAllIn, Item: "assessment", Args: []string{strings.Join(wait, ", ")}}
	}
	return nil
}

// AdviseOverall writes the advice on the whole, met or not-yet, with what is
// needed; "" with a reason where they do not agree.
func AdviseOverall(p Plan, overall, reason string) (Change, error) {
	if err := p.allOpen(); err != nil {
		return Change{}, err
	}
	if overall != "" && !slices.Contains(Advices, overall) {
		return Change{}, &Error{Code: CodeUnknown, Item: "advice", Field: "overall", Args: []string{overall}}
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return Change{}, &Error{Code: CodeReason, Item: "advice", Field: "overall"}
	}
	return judged(p, "advise.overall", []string{overall}, func(_ *Plan, a *Assessment) error {
		a.Mine.Overall, a.Mine.Reason = overall, reason
		return nil
	})
}

// Propose puts the advice that was written on record, for the other assessors
// to agree with. Each line needs a judgement with a reason, or the reason why
// they do not agree; CodeNoVerdict and the codes beside it say what is missing.
func Propose(p Plan, by Actor, me Party) (Change, error) {
	if err := p.allOpen(); err != nil {
		return Change{}, err
	}
	return judged(p, "advise.propose", []string{me.Name}, func(q *Plan, a *Assessment) error {
		if err := a.File.asked(me.Name); err != nil {
			return err
		}
		x := Advice{By: me.Name, Key: me.Key, At: At(by.At), Date: day(by.At), AboutHash: q.JudgedPackage(), Overall: a.Mine.Overall, Reason: a.Mine.Reason,
			Judgements: inLineOrder(a.File, a.Mine.Advice)}
		for _, l := range a.File.Lines {
			for _, y := range a.Mine.Apart {
				if y.Line == l.ID {
					x.Apart = append(x.Apart, y)
				}
			}
		}
		if err := a.wholeAdvice(x); err != nil {
			return err
		}
		n := 1
		for _, y := range a.Proposed {
			if (Party{Name: y.By, Key: y.Key}).Is(me) {
				n++
			}
		}
		x.ID = "a" + recordID(me.Key, n)[1:]
		a.Proposed = append(a.Proposed, x)
		a.Mine.Advice, a.Mine.Apart, a.Mine.Overall, a.Mine.Reason = nil, nil, "", ""
		a.settleAdvice()
		return nil
	})
}

func (a *Assessment) wholeAdvice(x Advice) error {
	for _, j := range x.Judgements {
		if err := a.known(j); err != nil {
			return err
		}
		if err := j.lacks(); err != nil {
			return err
		}
	}
	for _, l := range a.File.Lines {
		judged := slices.ContainsFunc(x.Judgements, func(j Judgement) bool { return j.Competence == l.ID })
		apart := slices.ContainsFunc(x.Apart, func(t LineText) bool { return t.Line == l.ID && t.Text != "" })
		if judged == apart {
			return &Error{Code: CodeNoVerdict, Item: l.ID}
		}
	}
	for _, t := range x.Apart {
		if _, ok := a.File.Line(t.Line); !ok {
			return &Error{Code: CodeLine, Item: t.Line, Args: []string{t.Line}}
		}
	}
	if x.Reason == "" || x.Overall != "" && !slices.Contains(Advices, x.Overall) {
		return &Error{Code: CodeOpenAdvice, Item: "advice"}
	}
	return nil
}

// ProposedAdvice is the newest advice that is on the table and not of all yet.
func (p Plan) ProposedAdvice() (Advice, bool) {
	if p.Assessment == nil {
		return Advice{}, false
	}
	var last Advice
	for _, x := range p.Assessment.Proposed {
		if last.ID == "" || compare(string(last.At)+last.ID, string(x.At)+x.ID) < 0 {
			last = x
		}
	}
	return last, last.ID != ""
}

// AgreeWith gives one's word on the advice that was proposed last. CodeNoAdvice
// where there is none, CodeNothing for one's own or a second time.
func AgreeWith(p Plan, by Actor, me Party) (Change, error) {
	return judged(p, "advise.agree", []string{me.Name}, func(q *Plan, a *Assessment) error {
		if err := a.File.asked(me.Name); err != nil {
			return err
		}
		x, ok := q.ProposedAdvice()
		if !ok {
			return &Error{Code: CodeNoAdvice, Item: "assessment"}
		}
		if slices.Contains(a.agreed(x), strings.ToLower(strings.TrimSpace(me.Name))) {
			return &Error{Code: CodeNothing}
		}
		a.Agreeing = append(a.Agreeing, AdviceWord{ID: "w" + x.ID[1:] + "-" + me.Key[:min(len(me.Key), 16)], Advice: x.ID, Hash: hashOf(x), By: me.Name, Key: me.Key, At: At(by.At)})
		a.settleAdvice()
		return nil
	})
}

// agreed are the names, in lower case, of who stands behind an advice as it is.
func (a *Assessment) agreed(x Advice) []string {
	out := []string{strings.ToLower(strings.TrimSpace(x.By))}
	hash := hashOf(x)
	for _, w := range a.Agreeing {
		if name := strings.ToLower(strings.TrimSpace(w.By)); w.Advice == x.ID && w.Hash == hash && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// settleAdvice makes the newest advice behind which every assessor stands the
// one that holds.
func (a *Assessment) settleAdvice() {
	a.sort()
	var last *Advice
	for i, x := range a.Proposed {
		names := a.agreed(x)
		all := !slices.ContainsFunc(a.File.Assessors, func(n string) bool { return !slices.Contains(names, strings.ToLower(strings.TrimSpace(n))) })
		if all && (last == nil || compare(string(last.At)+last.ID, string(x.At)+x.ID) < 0) {
			last = &a.Proposed[i]
		}
	}
	if last != nil {
		c := clone(*last)
		a.Agreed = &c
	}
}

// React adds what the teacher says to the advice. It goes along wherever the
// advice goes, and a later one stands beside it. CodeNoAdvice without an
// advice, CodeRequired without a word, CodeClosed once the board decided.
func React(p Plan, by Actor, key, words string) (Change, error) {
	a := p.Assessment
	switch {
	case p.IsCopy():
		return Change{}, &Error{Code: CodeCopy}
	case a == nil || a.Agreed == nil:
		return Change{}, &Error{Code: CodeNoAdvice, Item: "assessment"}
	case a.Decision != nil:
		return Change{}, &Error{Code: CodeClosed}
	case strings.TrimSpace(words) == "":
		return Change{}, &Error{Code: CodeRequired, Item: "assessment", Field: "text"}
	}
	q := p.Clone()
	q.Assessment.Reactions = append(q.Assessment.Reactions, Reaction{By: by.Name, Key: key, Date: day(by.At), At: At(by.At), Advice: a.Agreed.ID, Text: words})
	if err := Validate(q); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: "react", Fixed: true}}, nil
}
