package plan

import (
	"cmp"
	"slices"
)

// Exchanged is one file of a plan as it is on record: made for somebody, read
// in from somebody, or signed for whoever gets the plan.
type Exchanged struct {
	ID        string // of the packet; "sign" and a number for what was signed
	Way       string // one of the Way constants
	With      Party  // who it is for, or who it came from; nobody for what was signed
	Version   int
	At        Instant // when it was made here, or read in
	Outcome   string  // of a coach's answer
	Reason    string
	Answers   string  // the packet that it answers
	Withdrawn Instant // when it, or what it answers, was withdrawn
	Answered  bool    // an answer to it was read in
}

// The ways in which a file is on record.
const (
	WayMade     = "made"
	WayReceived = "received"
	WaySigned   = "signed"
)

// Exchange is what was made of a plan for whom and when, and what came back,
// the oldest first.
func (p Plan) Exchange() []Exchanged {
	var out []Exchanged
	withdrawn := map[string]Instant{}
	for _, d := range p.Sent {
		_, answered := p.AnswerTo(d)
		withdrawn[d.Package] = d.Withdrawn
		out = append(out, Exchanged{ID: d.Package, Way: WayMade, With: d.Packet.To, Version: d.Packet.Version, At: d.Packet.At,
			Outcome: d.Packet.Outcome, Reason: d.Packet.Reason, Answers: d.Packet.BasedOn, Withdrawn: d.Withdrawn, Answered: answered})
	}
	for _, r := range p.Received {
		out = append(out, Exchanged{ID: r.Package, Way: WayReceived, With: r.Packet.From, Version: r.Packet.Version, At: r.At,
			Outcome: r.Packet.Outcome, Reason: r.Packet.Reason, Answers: r.Packet.BasedOn, Withdrawn: withdrawn[r.Packet.BasedOn]})
	}
	for i, x := range p.Signatures {
		if x.Role == RoleTeacher && x.Made() && x.At != "" {
			out = append(out, Exchanged{ID: "sign" + itoa(i), Way: WaySigned, Version: x.Version, At: x.At})
		}
	}
	slices.SortStableFunc(out, func(a, b Exchanged) int { return cmp.Compare(a.At, b.At) })
	return out
}
