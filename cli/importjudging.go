package cli

import (
	"errors"
	"slices"

	"bekwaam/plan"
	"bekwaam/store"
)

// importJudging works out what a file about the judging of a competence file
// brings: the file itself, the records of an assessor, or what the board
// decided. It reports false for any other file. pending are the plans that
// files before it changed.
func (s *session) importJudging(name string, doc plan.Plan, pending map[string]plan.Plan, t *taken) (*store.Entry, bool, error) {
	if doc.EditionInfo == nil || doc.EditionInfo.Packet == nil {
		return nil, false, nil
	}
	kind := doc.EditionInfo.Packet.Kind
	if !slices.Contains([]string{plan.PacketFile, plan.PacketJudging, plan.PacketDecision}, kind) {
		return nil, false, nil
	}
	t.Plan, t.Kind = doc.ID, kind
	old, known := pending[doc.ID]
	if !known {
		var err error
		old, err = s.st.Load(doc.ID)
		known = err == nil
		if err != nil && !errors.Is(err, store.ErrNoPlan) {
			return nil, true, err
		}
	}
	me, err := s.me("")
	if err != nil {
		return nil, true, err
	}
	a, err := s.judgingArrival(doc, old, known, me, sealedBy(t.judged.report))
	if bad := (*plan.Error)(nil); errors.As(err, &bad) && bad.Code == plan.CodeUnknown && !known {
		return nil, true, s.refuse("cli.err.file-first", "File", name)
	}
	if err != nil {
		return nil, true, s.documentFault(name, err)
	}
	if a.Already != nil {
		t.Unchanged = true
		if kind == plan.PacketFile {
			t.pieces = doc.CompetenceFile() // a file that was missing may be there now
		}
		return nil, true, nil
	}
	t.New = append(t.New, a.Notes...)
	for _, x := range a.Refused {
		t.Refused = append(t.Refused, refusal{clean(x.Where), x.Code, s.t.T("cli.plan."+x.Code, "Value", clean(x.Where))})
	}
	switch kind {
	case plan.PacketFile:
		t.New, t.pieces = append(t.New, a.Items...), doc.CompetenceFile()
	case plan.PacketDecision:
		if a.Change.Plan.IsCopy() {
			s.remark("cli.remark.may-erase", "Plan", doc.ID)
		}
	}
	pending[doc.ID] = a.Change.Plan
	by := first(me.Name, a.Change.Plan.Profile.Name)
	return &store.Entry{Plan: a.Change.Plan, Rev: plan.Revision{At: plan.At(s.Now()), By: by, Act: a.Change.Act}}, true, nil
}

func (s *session) judgingArrival(doc, old plan.Plan, known bool, me plan.Party, keyed string) (plan.Arrival, error) {
	by := plan.Actor{Name: me.Name, At: s.Now()}
	switch doc.EditionInfo.Packet.Kind {
	case plan.PacketFile:
		if known && !old.IsCopy() && old.MadeFile(doc.EditionInfo.Package) {
			return plan.Arrival{Already: &plan.Receipt{}, Change: plan.Change{Plan: old}}, nil // one's own file
		}
		var here *plan.Plan
		if known {
			here = &old
		}
		return plan.TakeFile(here, doc, me, keyed, by)
	case plan.PacketJudging:
		return plan.TakeJudging(old, doc, keyed, by, disclose)
	}
	return plan.TakeDecision(old, doc, keyed, by)
}
