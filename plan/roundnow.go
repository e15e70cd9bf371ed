package plan

import "slices"

// Stand is where the round with a reader stands, as the teacher's plan knows
// it. It is no state of the plan: a plan that runs can be with a coach too.
type Stand string

// Where a round stands.
const (
	RoundNone Stand = ""     // no file is out, and none came back
	RoundOut  Stand = "out"  // a file was made and no answer to it read in
	RoundBack Stand = "back" // the last file that is not withdrawn was answered
)

// Round is where the round stands: the file that is out or was answered, and
// the answer.
type Round struct {
	Stand  Stand
	Sent   Dispatch
	Answer Receipt
}

// RoundNow returns where the round stands. A file that was withdrawn is not
// waited for; an answer to it counts all the same.
func (p Plan) RoundNow() Round {
	for _, d := range slices.Backward(p.Sent) {
		if d.Packet.Kind != PacketPlan {
			continue
		}
		if r, ok := p.AnswerTo(d); ok {
			return Round{RoundBack, d, r}
		}
		if d.Withdrawn == "" {
			return Round{Stand: RoundOut, Sent: d}
		}
	}
	return Round{}
}

// AnswerTo returns the last answer to a packet that was read in.
func (p Plan) AnswerTo(d Dispatch) (Receipt, bool) {
	for _, r := range slices.Backward(p.Received) {
		if r.Packet.BasedOn == d.Package {
			return r, true
		}
	}
	return Receipt{}, false
}

// Out reports whether somebody still has a packet that was made here: it shows
// the plan, and was neither answered nor withdrawn.
func (p Plan) Out(d Dispatch) bool {
	_, answered := p.AnswerTo(d)
	return d.Packet.Kind == PacketPlan && d.Withdrawn == "" && !answered
}

// OpenNotes are the notes that the teacher has not answered yet.
func (p Plan) OpenNotes() []Note {
	return keepItems(p.Notes, func(n Note) bool { return p.NoteState(n.ID) == NoteOpen })
}

// withdrawn reports whether a packet was withdrawn.
func (p Plan) withdrawn(id string) bool {
	return slices.ContainsFunc(p.Sent, func(d Dispatch) bool { return d.Package == id && d.Withdrawn != "" })
}
