package cli

import (
	"os"
	"path/filepath"
	"testing"

	"bekwaam/plan"
	"bekwaam/tui"
)

// record keeps what the screens record.
func record(t *testing.T, d *desk, c plan.Change) plan.Plan {
	t.Helper()
	p := c.Plan
	p.Revision++
	if err := (keeper{d.session}).Save([]tui.Entry{{Plan: p, Rev: plan.Revision{Act: c.Act}}}); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDeskPackets sends a file to a coach and an answer back, both through
// what the screens call.
func TestDeskPackets(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	if _, err := d.MakeKey("Noor Bakker", "leerkracht"); err != nil {
		t.Fatal(err)
	}
	p := smallPlan(t, d)
	p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach}
	p.Revision = 0
	p = record(t, d, plan.Change{Plan: p, Act: plan.Act{Name: "new"}})

	packed, err := d.Packet(p, "Ilse Vermeer")
	if err != nil {
		t.Fatal(err)
	}
	p = record(t, d, packed.Change)
	made, err := packed.Write(tui.Wrapping{})
	if err != nil || filepath.Base(made.File) != "Noor-Bakker-2026-2027-v1-coach.pdf" || made.Version != 1 {
		t.Fatalf("made %+v, %v", made, err)
	}
	first, err := os.ReadFile(made.File)
	if err != nil {
		t.Fatal(err)
	}
	again, err := d.Packet(p, "Ilse Vermeer")
	if err != nil || again.Change.Plan.ID != "" || again.Dispatch.Package != packed.Dispatch.Package {
		t.Fatalf("an unchanged plan makes another packet: %+v, %v", again.Dispatch, err)
	}
	if err := os.Remove(made.File); err != nil {
		t.Fatal(err)
	}
	if made, err = d.Remake(p, packed.Dispatch, tui.Wrapping{}); err != nil {
		t.Fatal(err)
	}
	if second, err := os.ReadFile(made.File); err != nil || string(second) != string(first) {
		t.Errorf("made once more the file is another one (%v)", err)
	}
	if made, err = d.Remake(p, packed.Dispatch, tui.Wrapping{}); err != nil || filepath.Base(made.File) != "Noor-Bakker-2026-2027-v1-coach.pdf" {
		t.Errorf("the file that is there is made beside itself: %s, %v", made.File, err)
	}
	own, err := d.Arrive(made.File, p)
	if err != nil || !own.Own {
		t.Errorf("one's own file: %+v, %v", own.Refused, err)
	}

	w2, _ := testWorld(t)
	coach := testDesk(t, w2)
	if _, err := coach.MakeKey("Ilse Vermeer", "coach"); err != nil {
		t.Fatal(err)
	}
	j, err := coach.Judge(made.File)
	if err != nil || j.Packet != plan.PacketPlan || j.Signed[0].Known != "new" {
		t.Fatalf("judged %+v, %v", j, err)
	}
	if err := coach.Meet(made.File, j.Signed[0].Fingerprint); err != nil {
		t.Fatal(err)
	}
	a, err := coach.Arrive(made.File, plan.Plan{})
	if err != nil || a.Refused != nil || a.Known != "unchecked" || !a.Checked.IsZero() || a.From != "Noor Bakker" {
		t.Fatalf("arrived %+v, %v", a, err)
	}
	if err := coach.Pin(made.File, j.Signed[0].Fingerprint, false); err != nil {
		t.Fatal(err)
	}
	if a, err = coach.Arrive(made.File, plan.Plan{}); err != nil || a.Checked.IsZero() {
		t.Errorf("after the words were compared: %+v, %v", a, err)
	}
	copied := record(t, coach, a.Arrival.Change)
	data, _, entry, err := coach.returnFile(copied, plan.OutcomeDiscussed, "", coach.identity)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := coach.st.Append(entry); err != nil {
		t.Fatal(err)
	}
	back := filepath.Join(t.TempDir(), "terug.pdf")
	if err := os.WriteFile(back, data, 0o600); err != nil {
		t.Fatal(err)
	}
	// The plan in hand may be ahead of the store.
	ahead, err := plan.AskCoach(p, "Is dit te veel?")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Arrive(back, ahead.Plan)
	if err != nil || got.Refused != nil || got.Arrival.Change.Plan.State != plan.Discussed || got.Arrival.Change.Plan.QuestionToCoach == "" {
		t.Fatalf("the answer: %+v, %v", got, err)
	}
	spoiled := append([]byte(nil), data...)
	spoiled[len(spoiled)/3] ^= 1
	if err := os.WriteFile(back, spoiled, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := d.Arrive(back, p); err == nil && got.Refused == nil {
		t.Errorf("a changed file arrives: %+v", got)
	}
}
