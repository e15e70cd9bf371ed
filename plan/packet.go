package plan

import "strings"

// The kinds of file that go between a teacher and a coach, and between them
// and who judges the competence file.
const (
	PacketPlan     = "plan"      // the teacher's plan, for the coach to read
	PacketReturn   = "return"    // the coach's notes and outcome, for the teacher
	PacketFile     = "file"      // the competence file, for the assessors
	PacketJudging  = "judgement" // all records of one assessor so far
	PacketDecision = "decision"  // what the board decided
)

// A Packet says, inside the data that is sealed, who sends an edition to whom
// and what it comes after. Seq counts from 1 for each plan, author and
// recipient; Prev is the package id of the packet before it, so that two
// files with the same number are seen to be two; BasedOn is the package id of
// the last packet that came from the other side.
type Packet struct {
	Kind    string  `json:"kind" see:"board"`
	From    Party   `json:"from" see:"board"`
	To      Party   `json:"to" see:"board"`
	Seq     int     `json:"seq" see:"board"`
	Prev    string  `json:"prev,omitempty" see:"board"`
	BasedOn string  `json:"based_on,omitempty" see:"board"`
	Version int     `json:"version" see:"board"` // of the plan
	At      Instant `json:"at" see:"board"`

	// Outcome and Reason close a review: discussed, or question with a reason.
	Outcome string `json:"outcome,omitempty" see:"board"`
	Reason  string `json:"reason,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Party is one side of an exchange. Key is the fingerprint of its key, empty
// while nobody knows it.
type Party struct {
	Name string `json:"name" see:"board"`
	Key  string `json:"key,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// The ways in which a review ends.
const (
	OutcomeDiscussed = "discussed"
	OutcomeQuestion  = "question"
)

// Outcomes are the ways in which a review ends.
var Outcomes = []string{OutcomeDiscussed, OutcomeQuestion}

// Dispatch is a packet that was made here. Revision is the one that it shows,
// so that the same file can be made again.
type Dispatch struct {
	Package   string  `json:"package"`
	Packet    Packet  `json:"packet"`
	Revision  int     `json:"revision"`
	Withdrawn Instant `json:"withdrawn,omitempty"`

	Unknown []Member `json:"-"`
}

// Receipt is a packet that was read in here.
type Receipt struct {
	Package string  `json:"package"`
	Packet  Packet  `json:"packet"`
	At      Instant `json:"at"`

	Unknown []Member `json:"-"`
}

// Address makes an edition a packet: the package id is made anew over it.
func (e Edition) Address(k Packet) Edition {
	e.Info = clone(e.Info)
	e.Info.Packet = &k
	e.Info.Package = packageID(e.Plan, e.Info)
	return e
}

// LastTo returns the packet with the highest number that was made for
// somebody.
func (p Plan) LastTo(to Party) (Dispatch, bool) {
	var last Dispatch
	for _, d := range p.Sent {
		if d.Packet.To.Is(to) && d.Packet.Seq > last.Packet.Seq {
			last = d
		}
	}
	return last, last.Package != ""
}

// MadeNow returns the packet that shows p as it is now, so that making the
// file again for the same person gives the same file.
func (p Plan) MadeNow(to Party) (Dispatch, bool) {
	d, ok := p.LastTo(to)
	return d, ok && d.Revision == p.Revision
}

// LastFrom returns the packet with the highest number that came from
// somebody.
func (p Plan) LastFrom(from Party) (Receipt, bool) {
	var last Receipt
	for _, r := range p.Received {
		if r.Packet.From.Is(from) && r.Packet.Seq > last.Packet.Seq {
			last = r
		}
	}
	return last, last.Package != ""
}

// Is reports whether two parties are one: by key where both have one, by
// name otherwise.
func (a Party) Is(b Party) bool {
	if a.Key != "" && b.Key != "" {
		return a.Key == b.Key
	}
	return strings.EqualFold(strings.TrimSpace(a.Name), strings.TrimSpace(b.Name))
}

// dispatch makes the next packet of p, which is the plan as the packet shows
// it, and notes in p that it was made. The edition carries the revision that
// the act gets, which is one more than that of p.
func (p *Plan) dispatch(edition func(Plan) Edition, k Packet) Dispatch {
	k.Seq = 1
	if last, ok := p.LastTo(k.To); ok {
		k.Seq, k.Prev = last.Packet.Seq+1, last.Package
	}
	if last, ok := p.LastFrom(k.To); ok {
		k.BasedOn = last.Package
	}
	q := p.Clone()
	q.Revision++
	d := Dispatch{Package: edition(q).Address(k).Info.Package, Packet: k, Revision: q.Revision}
	p.Sent = append(p.Sent, d)
	return d
}
