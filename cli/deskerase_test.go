package cli

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/store"
)

func TestTheScreensErase(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	p := smallPlan(t, d)
	p.Sent = []plan.Dispatch{{Package: "x", Packet: plan.Packet{To: plan.Party{Name: "Ilse Vermeer"}}}}
	q := p.Clone()
	q.ID, q.Profile.SchoolYear, q.Sent = "p2", "2027-2028", nil
	if _, err := d.st.AppendAll([]store.Entry{{Plan: p}, {Plan: q}}); err != nil {
		t.Fatal(err)
	}
	x := eraser{d}
	what, err := x.Erasing("p1")
	if err != nil || len(what.Plans) != 1 || what.Plans[0].Goals != 1 || len(what.Kept) != 1 || what.Kept[0] != "2027-2028" || len(what.Sent) != 1 || what.Sent[0] != "Ilse Vermeer" {
		t.Errorf("%+v, %v", what, err)
	}
	if held, err := x.Erase("p1"); err != nil || held {
		t.Errorf("held %v, %v", held, err)
	}
	if n, err := d.st.Count(); err != nil || n != 1 {
		t.Errorf("%d plans, %v", n, err)
	}
	if what, err = x.Erasing(""); err != nil || len(what.Plans) != 1 || len(what.Kept) != 0 {
		t.Errorf("%+v, %v", what, err)
	}
	if _, err := x.Erase(""); err != nil {
		t.Fatal(err)
	}
	if n, err := d.st.Count(); err != nil || n != 0 {
		t.Errorf("%d plans, %v", n, err)
	}
}
