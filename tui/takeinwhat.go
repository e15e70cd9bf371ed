package tui

import (
	"errors"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// returnRows say what a coach's answer brings.
func (s *takeIn) returnRows(e *env) []row {
	a := s.arrived
	answer := e.t.T("s72.outcome." + a.Packet.Outcome)
	out := []row{pairRow(e, e.t.T("s72.answer"), answer)}
	if a.Packet.Reason != "" {
		out = append(out, pairRow(e, "", `"`+a.Packet.Reason+`"`))
	}
	words := e.t.T("s72.nonotes")
	if len(a.Arrival.Notes) > 0 {
		words = e.t.N("s72.notes", len(a.Arrival.Notes)) + ": " + strings.Join(s.kinds(e), ", ")
	}
	return append(out, pairRow(e, e.t.T("s72.new"), words), pairRow(e, e.t.T("s72.stays"), e.t.T("s72.stays.own")))
}

// kinds count the new notes by kind.
func (s *takeIn) kinds(e *env) []string {
	var out []string
	for _, kind := range plan.NoteKinds {
		n := 0
		for _, x := range s.arrived.Arrival.Change.Plan.Notes {
			if x.Kind == kind && slices.Contains(s.arrived.Arrival.Notes, x.ID) {
				n++
			}
		}
		if n > 0 {
			out = append(out, e.t.N("s72.kind."+kind, n))
		}
	}
	return out
}

// planRows say what a teacher's file brings to a coach.
func (s *takeIn) planRows(e *env) []row {
	a, p := s.arrived, s.arrived.Arrival.Change.Plan
	words := e.t.T("s72.whole", "Goals", e.t.N("s72.goals", len(p.LiveGoals())), "Activities", e.t.N("s72.activities", len(p.LiveActivities())))
	if a.Plan.ID != "" {
		words = e.t.N("s72.changed", len(a.Arrival.Items))
	}
	out := []row{pairRow(e, e.t.T("s72.new"), words)}
	if p.QuestionToCoach != "" {
		out = append(out, pairRow(e, e.t.T("s72.question"), `"`+p.QuestionToCoach+`"`))
	}
	return append(out, pairRow(e, e.t.T("s72.stays"), e.t.T("s72.stays.coach")))
}

// heedRows are what deserves a look before the file is taken in.
func (s *takeIn) heedRows(e *env) []row {
	a := s.arrived
	var list []string
	if n := len(a.Arrival.Changed); n > 0 {
		list = append(list, e.t.N("s72.heed.changed", n))
	}
	if a.Arrival.Withdrawn {
		list = append(list, e.t.T("s72.heed.withdrawn", "Version", a.Packet.Version))
	}
	for _, d := range a.Plan.Sent {
		if s.returned() && d.Package == a.Packet.BasedOn && !d.Packet.To.Is(a.Packet.From) {
			list = append(list, e.t.T("s72.heed.other", "Version", d.Packet.Version, "Name", d.Packet.To.Name))
		}
	}
	counts := map[string]int{}
	for _, x := range a.Arrival.Refused {
		counts[x.Code]++
	}
	for _, code := range []string{plan.CodeUnknown, plan.CodeStranger, plan.CodeRecord} {
		if counts[code] > 0 {
			list = append(list, e.t.N("s72.refused."+code, counts[code]))
		}
	}
	if !a.Sealed {
		list = append(list, e.t.T("s72.heed.unsealed"))
	}
	var out []row
	for i, x := range list {
		label := ""
		if i == 0 {
			label = e.t.T("s72.heed")
		}
		out = append(out, pairRow(e, label, x))
	}
	return out
}

// why is why the file is not read in, as the end of catalogue ids s72.why.*;
// "" where it can be.
func (s *takeIn) why() string {
	a := s.arrived
	bad := (*plan.Error)(nil)
	switch {
	case a.Own:
		return "own"
	case a.Arrival.Already != nil:
		return "already"
	case !errors.As(a.Refused, &bad):
		return ""
	case bad.Code == plan.CodeStranger && bad.Field == "based_on":
		return "elsewhere"
	case bad.Code == plan.CodeRecord:
		return "own"
	case slices.Contains([]string{CodeAltered, plan.CodeRecipient, plan.CodeOlder, plan.CodeFork, plan.CodeStranger, plan.CodeUnknown}, bad.Code):
		return bad.Code
	}
	return plan.CodePacket
}

// args are the words that the sentences about a refusal need.
func (s *takeIn) args(e *env) []any {
	a := s.arrived
	was := a.Packet.At.Time()
	if last, ok := a.Plan.LastFrom(a.Packet.From); ok {
		was = last.Packet.At.Time()
	}
	if bad := (*plan.Error)(nil); errors.As(a.Refused, &bad) && bad.Code == plan.CodeFork && len(bad.Args) == 2 {
		was = plan.Instant(bad.Args[0]).Time()
	}
	when := was
	if x := a.Arrival.Already; x != nil {
		when = x.At.Time()
	}
	return []any{"Name", s.sender(), "Says", a.Packet.From.Name, "To", a.Packet.To.Name, "Now", atTime(e, a.Packet.At.Time()), "Was", atTime(e, was), "When", dayOf(e, when),
		"Version", a.Packet.Version}
}

// refusedRows say why nothing is taken in, what is safe, and what to do.
func (s *takeIn) refusedRows(e *env) []row {
	why, args := s.why(), s.args(e)
	var out []row
	if why != plan.CodeUnknown && why != plan.CodePacket {
		out = append(s.fromRows(e), plainRow(""))
	}
	out = append(out, plainRow(text.Wrap(e.t.T("s72.why."+why, args...), e.w)...), plainRow(""))
	out = append(out, plainRow(text.Wrap(e.t.T("s72.do."+why, args...), e.w)...), plainRow(""))
	if s.returned() && len(s.arrived.Plan.Notes) > 0 {
		out = append(out, row{ID: "notes", Lines: []string{e.t.T("s72.tonotes")}})
	}
	if e.t.Has("s72.ask." + why) {
		out = append(out, row{ID: "ask", Lines: text.Wrap(e.t.T("s72.askrow", "Name", s.sender()), e.w)})
	}
	if why == CodeAltered {
		out = append(out, row{ID: "verdict", Lines: []string{e.t.T("s72.verdict")}})
	}
	return append(out, row{ID: "open", Lines: []string{e.t.T("s150.open")}}, row{ID: "no", Lines: []string{e.t.T("s72.no")}})
}
