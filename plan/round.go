package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Submit makes the plan's file for the coach: it freezes the version being
// written, opens the next one so that work goes on, and notes the packet. The
// edition of that packet is [Reissue] over the plan that comes back, at the
// revision the act gets. A plan that is agreed or running stays so. A version
// that is frozen, and a closed year, stay as they are: only that the file was
// made is put on record.
//
// Errors: CodeNoGoal without a goal, CodeRequired without a name to send it to, CodeEdition in a copy of
// somebody else's plan.
func Submit(p Plan, pack *continuum.Pack, by Actor, from, to Party) (Change, Dispatch, error) {
	switch {
	case p.EditionInfo != nil:
		return Change{}, Dispatch{}, &Error{Code: CodeEdition, Field: "edition"}
	case len(p.Goals) == 0:
		return Change{}, Dispatch{}, &Error{Code: CodeNoGoal, Field: "goals"}
	case to.Name == "" && to.Key == "":
		return Change{}, Dispatch{}, &Error{Code: CodeRequired, Field: "to"}
	}
	q, version := p.Clone(), p.WorkingVersion
	if !q.Frozen() {
		q.freeze(ReasonMade, to.Name, by)
		q.WorkingVersion = q.lastVersion() + 1
	}
	switch p.State {
	case Draft, Returned, Discussed:
		q = move(q, "submit", Submitted, by).Plan
	}
	d := q.dispatch(func(x Plan) Edition { return For(x, pack, Coach, "") },
		Packet{Kind: PacketPlan, From: from, To: to, Version: version, At: At(by.At)})
	return Change{q, Act{Name: "round.submit", Args: []string{itoa(version), to.Name}, Fixed: true}}, d, nil
}

// Reissue returns the edition of a packet that was made of p, which is the
// plan at the revision of the packet. It reports false where p is another.
func Reissue(p Plan, pack *continuum.Pack, d Dispatch) (Edition, bool) {
	e := For(p, pack, Coach, "")
	if d.Packet.Kind == PacketReturn {
		e = returned(p, pack, d.Packet.From)
	}
	e = e.Address(d.Packet)
	return e, e.Info.Package == d.Package
}

// Withdraw marks a packet for a reader as withdrawn: the one with this id, or
// with "" the last one that is out. Where nobody has a file any more, a plan
// that lay with the coach is a draft again. An answer that comes all the same
// is read in like any other.
//
// Errors: CodeState where nothing is out, CodeUnknown for a packet that is not
// there, CodeNothing for one that was answered or withdrawn.
func Withdraw(p Plan, id string, by Actor) (Change, error) {
	if round := p.RoundNow(); id == "" {
		if round.Stand != RoundOut {
			return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
		}
		id = round.Sent.Package
	}
	at := slices.IndexFunc(p.Sent, func(d Dispatch) bool { return d.Package == id && d.Packet.Kind == PacketPlan })
	switch {
	case at < 0:
		return Change{}, unknown(id)
	case !p.Out(p.Sent[at]):
		return Change{}, &Error{Code: CodeNothing, Item: id}
	}
	q := p.Clone()
	q.Sent[at].Withdrawn = At(by.At)
	if q.State == Submitted && q.RoundNow().Stand != RoundOut {
		q = move(q, "withdraw", Draft, by).Plan
		q.Moves[len(q.Moves)-1].Package = id
	}
	d := q.Sent[at].Packet
	return Change{q, Act{Name: "round.withdraw", Args: []string{itoa(d.Version), d.To.Name}}}, nil
}

// OpenReview marks that the coach began to read: a plan that was handed in is
// in review from now on. CodeState where it lies elsewhere.
func OpenReview(p Plan, by Actor) (Change, error) {
	if p.State != Submitted {
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	}
	c := move(p, "open", InReview, by)
	c.Act = Act{Name: "round.open", Args: []string{itoa(p.version())}, Fixed: true}
	return c, nil
}

// CloseReview closes the coach's round: it notes the outcome and makes the
// packet for the teacher, with every note that was written so far. from is the
// coach, to the teacher. A round on a plan that is agreed or running can be
// closed too and leaves its state.
//
// Errors: CodeRecord in one's own plan, CodeUnknown for another outcome,
// CodeReason for a question without a reason.
func CloseReview(p Plan, pack *continuum.Pack, by Actor, from, to Party, outcome, reason string) (Change, Dispatch, error) {
	switch {
	case p.Review == nil:
		return Change{}, Dispatch{}, &Error{Code: CodeRecord, Field: "review"}
	case !slices.Contains(Outcomes, outcome):
		return Change{}, Dispatch{}, &Error{Code: CodeUnknown, Field: "outcome", Args: []string{outcome}}
	case outcome == OutcomeQuestion && reason == "":
		return Change{}, Dispatch{}, &Error{Code: CodeReason, Field: "reason"}
	}
	q := p.Clone()
	if q.State == Submitted {
		q = move(q, "open", InReview, by).Plan
	}
	switch end := outcomeState(outcome); q.State {
	case InReview, Returned, Discussed:
		if q.State != end {
			q = move(q, "return", end, by).Plan
		}
	}
	q.Review.Drafts, q.Review.Outcome, q.Review.Reason, q.Review.Ended = nil, "", "", ""
	q.Review.Base, q.Review.Seen = p.Revision+1, look(q)
	if outcome == OutcomeDiscussed {
		q.Review.Agenda, q.Review.Questions, q.Review.Moment = nil, nil, ""
	}
	d := q.dispatch(func(x Plan) Edition { return returned(x, pack, from) },
		Packet{Kind: PacketReturn, From: from, To: to, Version: p.version(), At: At(by.At), Outcome: outcome, Reason: reason})
	return Change{q, Act{Name: "round.return", Args: []string{outcome, to.Name}, Fixed: true}}, d, nil
}

func outcomeState(outcome string) State {
	if outcome == OutcomeDiscussed {
		return Discussed
	}
	return Returned
}

// returned is what a coach sends back: the plan as the coach has it, with the
// notes and confirmations of the coach and of nobody else.
func returned(p Plan, pack *continuum.Pack, from Party) Edition {
	q := p.Clone()
	q.Notes = keepItems(q.Notes, func(n Note) bool { return n.Via == "" && n.author().Is(from) })
	q.Confirmations = keepItems(q.Confirmations, func(c Confirmation) bool {
		return c.How == ConfirmedHere && c.Role == RoleCoach && (Party{Name: c.By, Key: c.Key}).Is(from)
	})
	return For(q, pack, Coach, "")
}

// version is the number of the version that a copy shows: that of its packet,
// and otherwise the one being written.
func (p Plan) version() int {
	if p.EditionInfo != nil && p.EditionInfo.Packet != nil {
		return p.EditionInfo.Packet.Version
	}
	return p.WorkingVersion
}
