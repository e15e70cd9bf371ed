package report

import "bekwaam/plan"

// forCoach reports whether the edition goes between a teacher and a coach.
func (w *writer) forCoach() bool { return w.e.Info.Audience == plan.Coach }

// addressee is for whom an edition between teacher and coach is: the name in
// its packet, the coach of the plan, or a coach.
func (w *writer) addressee() string {
	if k := w.e.Info.Packet; k != nil && k.To.Name != "" {
		return k.To.Name
	}
	if name := person(w.p.Profile.Coach); name != "" {
		return name
	}
	return w.e.Word("role", plan.RoleCoach)
}

// confidential says on every page for whom it is, and where it does not belong.
func (w *writer) confidential() string {
	if !w.forCoach() {
		return ""
	}
	return w.say("not-on-file", "Who", w.addressee())
}

// answer says how a coach answers: with the program, in any reader, or with a
// pen. What comes back from a coach does not ask for an answer.
func (w *writer) answer() {
	if k := w.e.Info.Packet; !w.forCoach() || k != nil && k.Kind != plan.PacketPlan {
		return
	}
	first := len(w.blocks)
	sect := w.section(w.say("answer"))
	w.blocks[first].gap = 5
	w.list(sect, []string{w.say("answer.program"), w.say("answer.reader"), w.say("answer.pen"), w.say("answer.beside"), w.say("answer.no-judgement")}, textStyle)
}
