package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"bekwaam/plan"
	"bekwaam/tui"
)

// TestDeskWraps makes files secret through what the screens call, and opens
// them on other computers.
func TestDeskWraps(t *testing.T) {
	person := func(name, role string) *desk {
		t.Helper()
		w, _ := testWorld(t)
		d := testDesk(t, w)
		if _, err := d.MakeKey(name, role); err != nil {
			t.Fatal(err)
		}
		return d
	}
	d, coach, stranger := person("Noor Bakker", "leerkracht"), person("Ilse Vermeer", "coach"), person("Daan Willems", "coach")
	p := smallPlan(t, d)
	p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach}
	p.Revision = 0
	p = record(t, d, plan.Change{Plan: p, Act: plan.Act{Name: "new"}})
	packed, err := d.Packet(p, "Ilse Vermeer")
	if err != nil {
		t.Fatal(err)
	}
	p = record(t, d, packed.Change)

	made, err := packed.Write(tui.Wrapping{Passphrase: "beker zomer ladder"})
	if err != nil || made.Secret != tui.SecretPass || filepath.Base(made.File) != "Noor-Bakker-2026-2027-v1-coach.pdf.age" {
		t.Fatalf("made %+v, %v", made, err)
	}
	if data, err := os.ReadFile(made.File); err != nil || bytes.Contains(data, []byte("%PDF")) {
		t.Errorf("it can be read by anybody (%v)", err)
	}
	if _, err := coach.Judge(made.File); !errors.Is(err, tui.FileLocked) {
		t.Errorf("opens without a passphrase: %v", err)
	}
	if err := coach.Reveal(made.File, "beker zomer"); !errors.Is(err, tui.ErrPassphrase) {
		t.Errorf("opens with another passphrase: %v", err)
	}
	if err := coach.Reveal(made.File, "beker zomer ladder"); err != nil {
		t.Fatal(err)
	}
	if j, err := coach.Judge(made.File); err != nil || j.Packet != plan.PacketPlan {
		t.Fatalf("%+v, %v", j, err)
	}

	// Nobody's key is known yet.
	ilse := packed.Dispatch.Packet.To
	if _, ok := d.Contact(ilse); ok {
		t.Error("a stranger is a contact")
	}
	if made, err := packed.Write(tui.Wrapping{Contact: true}); err == nil {
		t.Errorf("made %+v for a key that is not known", made)
	}
	chain, err := coach.ownChain()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.pinned(chain[0], "Ilse Vermeer", false, false); err != nil {
		t.Fatal(err)
	}
	if c, ok := d.Contact(ilse); !ok || c.Name != "Ilse Vermeer" || !c.Checked.IsZero() {
		t.Errorf("%+v, %v", c, ok)
	}
	if made, err = d.Remake(p, packed.Dispatch, tui.Wrapping{Contact: true}); err != nil || made.Secret != tui.SecretContact {
		t.Fatalf("made %+v, %v", made, err)
	}
	if j, err := coach.Judge(made.File); err != nil || j.Packet != plan.PacketPlan {
		t.Errorf("%+v, %v", j, err)
	}
	if _, err := stranger.Judge(made.File); !errors.Is(err, tui.FileForOther) {
		t.Errorf("opens for somebody else: %v", err)
	}
}
