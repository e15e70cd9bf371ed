package cli

import (
	"bekwaam/plan"
	"bekwaam/store"
)

// importPacket works out what a file between teacher and coach brings. It
// reports false for one that is read like any other document.
func (s *session) importPacket(name string, doc plan.Plan, t *taken) (*store.Entry, bool, error) {
	if doc.EditionInfo == nil || doc.EditionInfo.Packet == nil {
		return nil, false, nil
	}
	k := doc.EditionInfo.Packet
	t.Plan, t.Kind = doc.ID, string(plan.Coach)
	if k.Kind == plan.PacketReturn {
		t.Kind = plan.PacketReturn
	}
	a, old, err := s.arrival(doc, sealedBy(t.judged.report), nil)
	if old != nil && old.EditionInfo == nil && k.Kind == plan.PacketPlan {
		for _, d := range old.Sent {
			if d.Package == doc.EditionInfo.Package {
				t.Unchanged = true // one's own file
				return nil, true, nil
			}
		}
	}
	if err != nil {
		return nil, true, s.documentFault(name, err)
	}
	if a.Already != nil {
		t.Unchanged = true
		return nil, true, nil
	}
	t.New, t.Changed = append(append(t.New, a.Notes...), a.Confirmed...), append(t.Changed, a.Items...)
	for _, x := range a.Refused {
		t.Refused = append(t.Refused, refusal{clean(x.Where), x.Code, s.t.T("cli.plan." + x.Code)})
	}
	if a.Withdrawn {
		s.remark("cli.remark.withdrawn", "File", name)
	}
	by := a.Packet.To.Name
	if k.Kind == plan.PacketReturn {
		by = a.Change.Plan.Profile.Name
	}
	return &store.Entry{Plan: a.Change.Plan, Rev: plan.Revision{At: plan.At(s.Now()), By: by, Act: a.Change.Act}}, true, nil
}
