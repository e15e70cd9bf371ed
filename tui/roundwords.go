package tui

import (
	"bekwaam/plan"
)

// roundWords say where the round with a reader stands, the shortest last: for
// the path and the list of plans. None where there is no round.
func roundWords(e *env, p plan.Plan) []string {
	switch r := p.RoundNow(); {
	case p.IsCopy():
	case r.Stand == plan.RoundOut:
		return []string{e.t.T("s05.d.out", "Name", r.Sent.Packet.To.Name, "Date", dayOf(e, r.Sent.Packet.At.Time())),
			e.t.T("s05.d.outto", "Name", givenName(r.Sent.Packet.To.Name)), e.t.T("state.submitted")}
	case len(p.OpenNotes()) > 0:
		return []string{e.t.N("s05.d.notes", len(p.OpenNotes()))}
	case r.Stand == plan.RoundBack && r.Answer.Packet.Outcome == plan.OutcomeQuestion:
		return []string{e.t.T("state.returned")}
	case r.Stand == plan.RoundBack:
		return []string{e.t.T("s05.d.discussed", "Date", dayOf(e, r.Answer.Packet.At.Time())), e.t.T("state.discussed")}
	}
	return nil
}

// turnWords say whose turn it is, where it is somebody else's.
func turnWords(e *env) string {
	r := e.plan.RoundNow()
	if r.Stand != plan.RoundOut || e.plan.IsCopy() {
		return ""
	}
	return e.t.T("s05.turn", "Name", r.Sent.Packet.To.Name, "Date", dayOf(e, r.Sent.Packet.At.Time()))
}
