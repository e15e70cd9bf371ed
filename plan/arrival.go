package plan

import (
	"slices"

	"bekwaam/continuum"
)

// An Arrival is what reading a packet in would do: a preview before it, and
// the record after it.
type Arrival struct {
	Change  Change
	Packet  Packet
	Package string

	Notes     []string  // ids of the notes that are new
	Confirmed []string  // ids of the confirmations that are new
	Changed   []string  // ids of the notes whose text was changed since they were written
	Items     []string  // ids of what is new or changed since the last packet, for the coach
	Refused   []Refusal // what was in the file and is not taken
	Already   *Receipt  // the same file was read in before: nothing changes
	Withdrawn bool      // it answers a packet that was withdrawn
	Answered  string    // the package that it answers
}

// Refusal is one thing in a packet that is not taken, with the code that says
// why.
type Refusal struct {
	Where string
	Code  string
}

// The codes of packets that are not read in. The words for each stand in the
// catalogues.
const (
	CodeRecipient = "recipient" // made for somebody else; the argument is the name
	CodeOlder     = "older"     // one with a higher number was read in already; the arguments are both times
	CodeFork      = "fork"      // two packets of one sender have the same number or the same one before them
	CodeStranger  = "stranger"  // not by the person whose turn it is; the arguments are the names
	CodePacket    = "packet"    // not a packet of this kind
)

// TakeReturn reads a coach's return into the teacher's plan. sent are the
// editions that were made for this coach, as [EditionsSent] gives them; me is
// the teacher, keyed the fingerprint that sealed the file (empty for none). The teacher's own texts never change by it: notes and
// confirmations come beside them, those of that coach only, and a note about
// what was not sent is refused by name, as is every change to a text.
//
// Errors: CodeUnknown for another plan, CodePacket for another kind of file,
// CodeRecipient, CodeStranger, CodeOlder, CodeFork.
func TakeReturn(p, doc Plan, sent []Plan, me Party, keyed string, by Actor) (Arrival, error) {
	a, err := arrive(p, doc, PacketReturn, me, keyed)
	if err != nil || a.Already != nil {
		return a, err
	}
	k := a.Packet
	for _, s := range sent {
		if s.EditionInfo.Package == k.BasedOn {
			a.Refused = changedTexts(s, doc)
		}
	}
	if len(sent) == 0 {
		sent = []Plan{doc}
	}
	q := p.Clone()
	for _, n := range doc.Notes {
		a.note(&q, sent, n)
	}
	for _, c := range doc.Confirmations {
		a.confirmation(&q, sent, c)
	}
	for _, d := range p.Sent {
		if d.Package == k.BasedOn {
			a.Withdrawn = d.Withdrawn != ""
		}
	}
	if q.State == Submitted || q.State == InReview {
		if q.State == Submitted {
			q = move(q, "open", InReview, Actor{k.From.Name, k.At.Time()}).Plan
			q.Moves[len(q.Moves)-1].Package = a.Package
		}
		q = move(q, "return", outcomeState(k.Outcome), Actor{k.From.Name, k.At.Time()}).Plan
		q.Moves[len(q.Moves)-1].Package = a.Package
	}
	return a.taken(p, q, by, "round.take-return")
}

// note takes one note of a return, or says why not.
func (a *Arrival) note(q *Plan, sent []Plan, n Note) {
	switch have := slices.IndexFunc(q.Notes, func(x Note) bool { return x.ID == n.ID }); {
	case n.Via != "" || !n.author().Is(a.Packet.From):
		a.Refused = append(a.Refused, Refusal{n.ID, CodeStranger})
	case have >= 0:
		if n.Text != q.Notes[have].Text || n.Kind != q.Notes[have].Kind || n.About != q.Notes[have].About {
			a.Refused = append(a.Refused, Refusal{n.ID, CodeRecord})
		}
	case !aboutSent(sent, n.About):
		a.Refused = append(a.Refused, Refusal{n.ID, CodeUnknown})
	default:
		n.Source, n.TakenInto = a.Package, ""
		q.Notes = append(q.Notes, clone(n))
		a.Notes = append(a.Notes, n.ID)
		if AgeOfNote(*q, n) != NoteSame {
			a.Changed = append(a.Changed, n.ID)
		}
	}
}

// confirmation takes a coach's word on a report, or says why not.
func (a *Arrival) confirmation(q *Plan, sent []Plan, c Confirmation) {
	switch have := slices.ContainsFunc(q.Confirmations, func(x Confirmation) bool { return x.ID == c.ID }); {
	case have:
	case !(Party{Name: c.By, Key: c.Key}).Is(a.Packet.From) || c.Role != RoleCoach || c.How != ConfirmedHere:
		a.Refused = append(a.Refused, Refusal{c.ID, CodeStranger})
	case !aboutSent(sent, c.About):
		a.Refused = append(a.Refused, Refusal{c.ID, CodeUnknown})
	default:
		c.Source = a.Package
		q.Confirmations = append(q.Confirmations, clone(c))
		a.Confirmed = append(a.Confirmed, c.ID)
	}
}

// aboutSent reports whether the coach ever got to see what a note is about. A
// return holds the notes on earlier versions too, for who missed one.
func aboutSent(sent []Plan, about string) bool {
	return about == "" || slices.ContainsFunc(sent, func(p Plan) bool {
		_, ok := aboutHash(p, about)
		return ok
	})
}

// changedTexts lists what a coach's file says otherwise than what was sent.
func changedTexts(sent, doc Plan) []Refusal {
	var out []Refusal
	for _, d := range Diff(sent, doc) {
		switch d.Block {
		case "notes", "confirmations", "state":
			continue
		}
		where := d.Block
		for _, part := range []string{d.Item, d.Field} {
			if part != "" {
				where += "/" + part
			}
		}
		out = append(out, Refusal{where, CodeRecord})
	}
	return out
}

// TakePlan reads a teacher's plan into the coach's copy of it, p, which is nil
// the first time. The copy becomes what was sent, with the coach's own notes
// and everything else the coach keeps beside it.
//
// Errors: those of [TakeReturn], and CodeRecord where the plan is one's own.
func TakePlan(p *Plan, doc Plan, me Party, keyed string, by Actor) (Arrival, error) {
	var old Plan
	if p != nil {
		old = *p
		if old.EditionInfo == nil {
			return Arrival{}, &Error{Code: CodeRecord, Field: "edition"}
		}
	} else {
		old = Plan{ID: doc.ID}
	}
	a, err := arrive(old, doc, PacketPlan, me, keyed)
	if err != nil || a.Already != nil {
		return a, err
	}
	q := doc.Clone()
	q.Revision, q.Sent, q.Received = old.Revision, clone(old.Sent), clone(old.Received)
	q.Moves = append(clone(old.Moves), Move{Act: "receive", From: old.State, To: q.State, By: a.Packet.From.Name, At: a.Packet.At, Package: a.Package})
	q.Review = &Review{}
	if old.Review != nil {
		r := clone(*old.Review)
		r.Ended = "" // who sends a plan is coached again
		q.Review = &r
	}
	q.Notes = union(q.Notes, keepItems(clone(old.Notes), func(n Note) bool { return n.Via == "" && n.author().Is(me) }), func(x, y Note) bool { return x.ID == y.ID })
	q.Confirmations = union(q.Confirmations, clone(old.Confirmations), func(x, y Confirmation) bool { return x.ID == y.ID })
	for _, d := range Diff(old, q) {
		if label := d.label(); p != nil && !recordBlocks[d.Block] && !describes[d.Block] && !slices.Contains(a.Items, label) {
			a.Items = append(a.Items, label)
		}
	}
	return a.taken(old, q, by, "round.take-plan")
}

// describes are the blocks that say how a plan was written, and nothing that
// a person typed.
var describes = map[string]bool{"pack": true, "framework_pin": true, "language": true, "state": true, "answers": true, "share": true}

func (d Difference) label() string {
	switch {
	case d.Item == "":
		return d.Block
	case d.Block == "evaluation/per_goal":
		return "evaluation/" + d.Item
	}
	return d.Item
}

// arrive decides whether a packet is one to read in at all.
func arrive(p, doc Plan, kind string, me Party, keyed string) (Arrival, error) {
	i := doc.EditionInfo
	switch {
	case doc.ID != p.ID:
		return Arrival{}, &Error{Code: CodeUnknown, Field: "id", Args: []string{doc.ID}}
	case i == nil || i.Packet == nil || i.Packet.Kind != kind || i.Packet.Seq < 1 || !CheckPackage(doc):
		return Arrival{}, &Error{Code: CodePacket, Field: "edition"}
	}
	a := Arrival{Packet: *i.Packet, Package: i.Package, Answered: i.Packet.BasedOn}
	if at := slices.IndexFunc(p.Received, func(r Receipt) bool { return r.Package == a.Package }); at >= 0 {
		a.Already, a.Change = &p.Received[at], Change{Plan: p}
		return a, nil
	}
	k := a.Packet
	switch {
	case k.To.Key != "" && me.Key != "" && k.To.Key != me.Key, (k.To.Key == "" || me.Key == "") && me.Name != "" && !k.To.Is(me):
		return a, &Error{Code: CodeRecipient, Field: "to", Args: []string{k.To.Name}}
	case k.From.Key != keyed:
		return a, &Error{Code: CodeStranger, Field: "from", Args: []string{k.From.Name}}
	case kind == PacketReturn && k.BasedOn != "" && !p.sentPackage(k.BasedOn):
		return a, &Error{Code: CodeStranger, Field: "based_on", Args: []string{k.From.Name}}
	}
	for _, r := range p.Received {
		if r.Packet.From.Is(k.From) && (r.Packet.Seq == k.Seq || k.Prev != "" && r.Packet.Prev == k.Prev) {
			return a, &Error{Code: CodeFork, Field: "seq", Args: []string{string(r.Packet.At), string(k.At)}}
		}
	}
	last, ok := p.LastFrom(k.From)
	switch {
	case ok && k.Seq < last.Packet.Seq:
		return a, &Error{Code: CodeOlder, Field: "seq", Args: []string{string(last.Packet.At), string(k.At)}}
	case ok && k.Seq == last.Packet.Seq+1 && k.Prev != last.Package:
		return a, &Error{Code: CodeFork, Field: "prev", Args: []string{string(last.Packet.At), string(k.At)}}
	}
	return a, nil
}

func (p Plan) sentPackage(id string) bool {
	return slices.ContainsFunc(p.Sent, func(d Dispatch) bool { return d.Package == id })
}

// taken finishes an arrival.
func (a Arrival) taken(p, q Plan, by Actor, act string) (Arrival, error) {
	q.Received = append(q.Received, Receipt{Package: a.Package, Packet: a.Packet, At: At(by.At)})
	if err := Validate(q); err != nil {
		return a, err
	}
	a.Change = Change{q, Act{Name: act, Args: []string{a.Packet.From.Name, itoa(a.Packet.Version), itoa(len(a.Notes))}, Fixed: p.ID == "" || p.Format == ""}}
	return a, nil
}

// EditionsSent returns what was made of p for somebody, oldest first: the
// documents as they were sent. at gives the plan at a revision, and false
// where nobody has it any more; such an edition is left out.
func EditionsSent(p Plan, pack *continuum.Pack, to Party, at func(revision int) (Plan, bool)) []Plan {
	var out []Plan
	for _, d := range p.Sent {
		if !d.Packet.To.Is(to) {
			continue
		}
		if old, ok := at(d.Revision); ok {
			if e, ok := Reissue(old, pack, d); ok {
				out = append(out, e.Document())
			}
		}
	}
	return out
}
