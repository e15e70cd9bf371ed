package plan

import (
	"reflect"
	"slices"
)

// TakeFile reads a competence file into an assessor's store; p is the copy of
// it that is there, nil for none. keyed is the key that sealed the file. A newer
// file takes the place of one that was read, until a judgement was handed in.
//
// Errors: CodePacket, CodeStranger for a file that its sender did not seal,
// CodeGuided for who has the plan as its coach, CodeOlder, CodeHandedIn.
func TakeFile(p *Plan, doc Plan, me Party, keyed string, by Actor) (Arrival, error) {
	i := doc.EditionInfo
	if i == nil || i.Packet == nil || i.Packet.Kind != PacketFile || doc.CompetenceFile() == nil || !CheckPackage(doc) {
		return Arrival{}, &Error{Code: CodePacket, Field: "edition"}
	}
	a := Arrival{Packet: *i.Packet, Package: i.Package}
	if keyed == "" || i.Packet.From.Key != keyed {
		return a, &Error{Code: CodeStranger, Field: "from", Args: []string{i.Packet.From.Name}}
	}
	q := doc.Clone()
	q.Sent, q.Received, q.Moves = nil, nil, nil
	q.Assessment = &Assessment{File: q.Assessment.File}
	old := Plan{ID: doc.ID}
	if p != nil {
		old = *p
		switch {
		case !old.IsCopy():
			return a, &Error{Code: CodeRecord, Field: "edition"}
		case !old.IsFile():
			return a, &Error{Code: CodeGuided, Args: []string{me.Name, RoleCoach, old.Profile.SchoolYear}}
		case old.EditionInfo.Package == a.Package:
			a.Already, a.Change = &Receipt{Package: a.Package, Packet: a.Packet, At: a.Packet.At}, Change{Plan: old}
			return a, nil
		case old.EditionInfo.Packet != nil && old.EditionInfo.Packet.From.Key != keyed:
			return a, &Error{Code: CodeStranger, Field: "from", Args: []string{i.Packet.From.Name}}
		case len(old.Assessment.Sealed) > 0:
			return a, &Error{Code: CodeHandedIn, Item: "assessment", Args: []string{old.Assessment.Sealed[0].Assessor.Name}}
		case i.Packet.At < old.EditionInfo.Packet.At:
			return a, &Error{Code: CodeOlder, Field: "at", Args: []string{string(old.EditionInfo.Packet.At), string(i.Packet.At)}}
		}
		q.Assessment.Mine, q.Revision, q.Received = clone(old.Assessment.Mine), old.Revision, clone(old.Received)
	}
	for _, x := range q.Assessment.File.Pieces {
		a.Items = append(a.Items, x.ID)
	}
	return a.taken(old, q, by, "file.take")
}

// TakeJudging reads the records of an assessor into a copy of the competence
// file, or into the teacher's plan. What is here already is passed over, so
// that files may come in any order and more than once. open reads the sealed
// judgements once all are in.
//
// Errors: CodeUnknown for another plan, CodePacket, CodeStranger for records
// that are not of who sealed the file, or of another key than before,
// CodeGuided and CodeNotAsked, CodeOtherFile, and CodeResealed, by name, for
// whoever handed in something else before.
func TakeJudging(p, doc Plan, keyed string, by Actor, open Unsealing) (Arrival, error) {
	i := doc.EditionInfo
	switch {
	case doc.ID != p.ID:
		return Arrival{}, &Error{Code: CodeUnknown, Field: "id", Args: []string{doc.ID}}
	case i == nil || i.Packet == nil || i.Packet.Kind != PacketJudging || doc.Assessment == nil || !CheckPackage(doc),
		p.CompetenceFile() == nil, p.IsCopy() && !p.IsFile():
		return Arrival{}, &Error{Code: CodePacket, Field: "edition"}
	}
	a := Arrival{Packet: *i.Packet, Package: i.Package}
	from := i.Packet.From
	if keyed == "" || from.Key != keyed || p.Assessment.otherKey(from) {
		return a, &Error{Code: CodeStranger, Field: "from", Args: []string{from.Name}}
	}
	if err := p.Assessment.File.asked(from.Name); err != nil {
		return a, err
	}
	q := p.Clone()
	t := taking{Arrival: &a, to: q.Assessment, from: from}
	if err := t.all(p, doc.Assessment); err != nil {
		return a, err
	}
	for _, r := range q.Assessment.unseal(open) {
		if sameName(r.Where, from.Name) {
			return a, &Error{Code: r.Code, Item: "assessment", Args: []string{from.Name}}
		}
		a.Refused = append(a.Refused, r)
	}
	q.Assessment.settleAdvice()
	if reflect.DeepEqual(p.Assessment, q.Assessment) {
		a.Already, a.Change = &Receipt{Package: a.Package, Packet: a.Packet, At: a.Packet.At}, Change{Plan: p}
		return a, nil
	}
	return a.taken(p, q, by, "judge.take")
}

// otherKey reports whether somebody of this name gave a record with another key.
func (a *Assessment) otherKey(who Party) bool {
	return slices.ContainsFunc(a.Sealed, func(s SealedJudging) bool { return sameName(s.Assessor.Name, who.Name) && s.Key != who.Key })
}

// taking is the records of one assessor on their way into a plan.
type taking struct {
	*Arrival
	to   *Assessment
	from Party
}

func (t *taking) mine(name, key, id string) bool {
	if key == t.from.Key && sameName(name, t.from.Name) {
		return true
	}
	t.Refused = append(t.Refused, Refusal{id, CodeStranger})
	return false
}

func (t *taking) all(p Plan, doc *Assessment) error {
	resealed := &Error{Code: CodeResealed, Item: "assessment", Args: []string{t.from.Name}}
	for _, s := range doc.Sealed {
		if s.Assessor == nil || !t.mine(s.Assessor.Name, s.Key, s.ID) {
			continue
		}
		if !p.MadeFile(s.About) {
			return &Error{Code: CodeOtherFile, Item: "assessment", Args: []string{t.from.Name}}
		}
		if at := t.to.sealedBy(t.from); at >= 0 {
			if have := t.to.Sealed[at]; have.ID != s.ID || have.Hash != s.Hash || have.Body != s.Body || have.About != s.About {
				return resealed
			}
			continue
		}
		t.to.Sealed = append(t.to.Sealed, clone(s))
		t.Notes = append(t.Notes, "sealed/"+s.ID)
	}
	for _, o := range doc.Openings {
		if !t.mine(o.By, o.Key, o.Judging) {
			continue
		}
		if at := slices.IndexFunc(t.to.Openings, func(x Opening) bool { return x.Judging == o.Judging }); at >= 0 {
			if t.to.Openings[at].Secret != o.Secret {
				return resealed
			}
			continue
		}
		t.to.Openings = append(t.to.Openings, clone(o))
		t.Notes = append(t.Notes, "openings/"+o.Judging)
	}
	for _, j := range doc.Separate {
		if j.Follows == "" || j.Assessor == nil || !t.mine(j.Assessor.Name, j.Key, j.ID) {
			continue
		}
		if err := t.to.whole(j); err != nil {
			return err
		}
		add(t, &t.to.Separate, j, "separate/", func(x Judging) string { return x.ID })
	}
	for _, x := range doc.Interviews {
		if t.mine(x.By, x.Key, x.ID) {
			add(t, &t.to.Interviews, x, "interviews/", func(y InterviewNotes) string { return y.ID })
		}
	}
	for _, x := range doc.Proposed {
		if !t.mine(x.By, x.Key, x.ID) {
			continue
		}
		if err := t.to.wholeAdvice(x); err != nil {
			return err
		}
		add(t, &t.to.Proposed, x, "proposed/", func(y Advice) string { return y.ID })
	}
	for _, x := range doc.Agreeing {
		if t.mine(x.By, x.Key, x.ID) {
			add(t, &t.to.Agreeing, x, "agreeing/", func(y AdviceWord) string { return y.ID })
		}
	}
	return nil
}

// add adds a record unless it is there. One that is there and says something
// else is refused, and stays as it was.
func add[T any](t *taking, to *[]T, x T, block string, id func(T) string) {
	if at := slices.IndexFunc(*to, func(y T) bool { return id(y) == id(x) }); at >= 0 {
		if hashOf((*to)[at]) != hashOf(x) {
			t.Refused = append(t.Refused, Refusal{block + id(x), CodeRecord})
		}
		return
	}
	*to = append(*to, clone(x))
	t.Notes = append(t.Notes, block+id(x))
}

// JudgingFile is an assessor's file for all others: every record that the
// assessor made so far, and the advice that holds. The same records give the
// same file. CodeRequired before anything was handed in.
func JudgingFile(p Plan, me Party) (Edition, error) {
	if !p.IsFile() {
		return Edition{}, &Error{Code: CodePacket, Item: "assessment", Field: "file"}
	}
	a := p.Assessment
	at := Instant("")
	own := func(name, key string, when Instant) bool {
		is := (Party{Name: name, Key: key}).Is(me)
		if is && when > at {
			at = when
		}
		return is
	}
	x := Assessment{
		Sealed:     keepItems(a.Sealed, func(s SealedJudging) bool { return own(s.Assessor.Name, s.Key, s.At) }),
		Openings:   keepItems(a.Openings, func(o Opening) bool { return own(o.By, o.Key, o.At) }),
		Separate:   keepItems(a.Separate, func(j Judging) bool { return j.Follows != "" && own(personName(j.Assessor), j.Key, j.At) }),
		Interviews: keepItems(a.Interviews, func(i InterviewNotes) bool { return own(i.By, i.Key, i.At) }),
		Proposed:   keepItems(a.Proposed, func(y Advice) bool { return own(y.By, y.Key, y.At) }),
		Agreeing:   keepItems(a.Agreeing, func(w AdviceWord) bool { return own(w.By, w.Key, w.At) }),
		Agreed:     a.Agreed,
	}
	if at == "" {
		return Edition{}, &Error{Code: CodeRequired, Item: "assessment", Field: "sealed"}
	}
	if x.Agreed != nil { // it was all of theirs when the last of them agreed
		for _, w := range a.Agreeing {
			if w.Advice == x.Agreed.ID && w.At > at {
				at = w.At
			}
		}
	}
	return p.asRecords(x, Packet{Kind: PacketJudging, From: me, At: at, Version: 1}), nil
}

// asRecords is an edition of records about a plan, without the plan.
func (p Plan) asRecords(x Assessment, k Packet) Edition {
	q := forAssessors(p)
	c := clone(x)
	q.Assessment = &c
	i := clone(*p.EditionInfo)
	i.Audience, i.Layout, i.Packet, i.Gates, i.View = Assessor, LayoutVersion, nil, nil, nil
	if i.Words == nil {
		i.Words = map[string]string{}
	}
	if f := p.CompetenceFile(); f != nil {
		for _, l := range f.Lines {
			i.Words["judged/"+l.ID] = l.Name
		}
		for n, name := range f.Assessors {
			i.Words["assessor/"+itoa(n+1)] = name
		}
	}
	return Edition{Plan: q, Info: i}.Address(k)
}
