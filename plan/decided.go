package plan

// DecisionFile is what the board decided, for the teacher and the assessors.
// CodeRequired before that.
func DecisionFile(p Plan, me Party) (Edition, error) {
	if p.Assessment == nil || p.Assessment.Decision == nil || p.EditionInfo == nil {
		return Edition{}, &Error{Code: CodeRequired, Item: "assessment", Field: "decision"}
	}
	d := *p.Assessment.Decision
	return p.asRecords(Assessment{Agreed: p.Assessment.Agreed, Reactions: p.Assessment.Reactions, Decision: &d}, Packet{Kind: PacketDecision, From: me, At: d.At, Version: 1}), nil
}

// TakeDecision puts a board's decision on record, in the teacher's own plan or
// in an assessor's copy. keyed is the key that sealed the file. From its day on
// it counts for the lines that hold until a phase; a closed year is judged then.
//
// Errors: CodeUnknown for another plan, CodePacket, CodeStranger for one that
// its sender did not seal, CodeRecord where another decision stands already.
func TakeDecision(p, doc Plan, keyed string, by Actor) (Arrival, error) {
	i := doc.EditionInfo
	switch {
	case doc.ID != p.ID:
		return Arrival{}, &Error{Code: CodeUnknown, Field: "id", Args: []string{doc.ID}}
	case i == nil || i.Packet == nil || i.Packet.Kind != PacketDecision || doc.Assessment == nil || doc.Assessment.Decision == nil || !CheckPackage(doc),
		p.IsCopy() && !p.IsFile():
		return Arrival{}, &Error{Code: CodePacket, Field: "edition"}
	}
	a := Arrival{Packet: *i.Packet, Package: i.Package}
	d := clone(*doc.Assessment.Decision)
	if keyed == "" || i.Packet.From.Key != keyed || d.Key != keyed {
		return a, &Error{Code: CodeStranger, Field: "from", Args: []string{i.Packet.From.Name}}
	}
	q := p.Clone()
	if q.Assessment == nil {
		q.Assessment = &Assessment{}
	}
	if have := q.Assessment.Decision; have != nil {
		if have.Key != d.Key || have.At != d.At || have.Phase != d.Phase || have.Date != d.Date {
			return a, &Error{Code: CodeRecord, Item: "assessment", Field: "decision"}
		}
		a.Already, a.Change = &Receipt{Package: a.Package, Packet: a.Packet, At: a.Packet.At}, Change{Plan: p}
		return a, nil
	}
	if !phaseKnown(d.Phase) || d.Date.IsZero() || d.By == "" {
		return a, &Error{Code: CodeRequired, Item: "assessment", Field: "decision"}
	}
	d.Source = a.Package
	q.Assessment.Decision = &d
	a.Notes = append(a.Notes, "decision")
	if q.State == Closed && !q.IsCopy() {
		q = move(q, "decide", Judged, Actor{Name: i.Packet.From.Name, At: i.Packet.At.Time()}).Plan
		q.Moves[len(q.Moves)-1].Package = a.Package
	}
	return a.taken(p, q, by, "decide.take")
}

func phaseKnown(id string) bool { return phaseIndex(id) >= 0 }

// RecordedElsewhere reports whether a decision was taken by another board than
// the one a plan is written for: it is shown as recorded there.
func RecordedElsewhere(p Plan, d PhaseRecorded) bool {
	if d.By == "" || p.Profile.Board == "" || sameName(d.By, p.Profile.Board) {
		return false
	}
	for _, e := range p.Profile.Employers {
		if sameName(d.By, e.Board) {
			return false
		}
	}
	return true
}
