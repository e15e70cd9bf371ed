package tui

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

const filePhrase = "beker zomer ladder molen"

// toGive is a program at step 7 with a key, and what its desk did.
func toGive(t testing.TB, people ...Contact) (*driver, *desk) {
	t.Helper()
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	w.key = &Key{Name: "Noor Bakker", Fingerprint: "own"}
	know(w, people...)
	d.run(d.m.openStep(7))
	return d, w
}

func know(w *desk, people ...Contact) {
	w.packets.people = map[string]Contact{}
	for _, c := range people {
		w.packets.people[c.Name] = c
	}
}

// secret chooses the row that asks who can open the file.
func (d *driver) secret() {
	d.t.Helper()
	d.keys("down")
	d.sees("› " + d.m.t.T("s70b.row", "Name", "Ilse"))
	d.keys("enter")
	d.on("S70b")
}

func TestAFileWithAPassphrase(t *testing.T) {
	d, w := toGive(t)
	d.secret()
	d.sees("wie de wachtzin weet", "langs een andere weg", "Alleen voor Ilse Vermeer, zonder wachtzin, kan zodra")
	d.keys("tab")
	d.text("kort")
	d.keys("tab tab enter")
	d.sees("minstens 10 letters")
	d.keys("ctrl+u")
	d.passphrase(filePhrase)
	d.keys("up")
	d.text("x")
	d.keys("tab enter")
	d.sees("De twee wachtzinnen zijn niet gelijk")
	if strings.Contains(d.frame(), "beker") {
		t.Error("the passphrase can be read")
	}
	if len(d.m.plan.Sent) != 0 {
		t.Fatal("a file is on record that was not made")
	}
	d.keys("ctrl+p")
	d.text("toon wat")
	d.keys("enter")
	d.on("S70b")
	d.sees(filePhrase + "x")
	d.keys("backspace tab enter")
	d.on("S71")
	d.sees("Geef de wachtzin langs een andere weg: bel Ilse", ".pdf.age", "Bestand gemaakt")
	if !slices.Equal(w.packets.as, []Wrapping{{Passphrase: filePhrase}}) || len(d.m.plan.Sent) != 1 {
		t.Fatalf("made as %+v, %d sent", w.packets.as, len(d.m.plan.Sent))
	}
	// The list of what was made does not hand a secret file to a reader.
	d.keys("v")
	d.on("S77")
	d.keys("end enter")
	d.sees("opent niet in een pdf-lezer")
	if len(w.opened) != 0 {
		t.Error("a secret file was opened in a reader")
	}
	// Once more it is secret too, unless another answer is chosen.
	d.keys("esc")
	d.m.top().(*withCoach).list.choose("again")
	d.keys("enter")
	d.on("S70b")
	d.sees("wie de wachtzin weet")
	d.keys("right tab enter")
	d.on("S71")
	if len(w.packets.as) != 2 || w.packets.as[1] != (Wrapping{}) || len(d.m.plan.Sent) != 1 {
		t.Errorf("made again as %+v, %d sent", w.packets.as, len(d.m.plan.Sent))
	}
	if strings.Contains(d.frame(), "Geef de wachtzin") {
		t.Error("an ordinary file is said to have a passphrase")
	}
}

func TestAFileForOneKey(t *testing.T) {
	d, w := toGive(t, Contact{Name: "Ilse Vermeer"})
	d.secret()
	d.sees("alleen Ilse Vermeer, met de eigen sleutel", "zes woorden van Ilse Vermeer nog niet vergeleken", "› [ Maak het bestand ]")
	d.keys("esc")
	d.on("S70")
	d.keys("enter")
	d.on("S70b")
	d.keys("enter")
	d.on("S71")
	d.sees("Alleen Ilse kan het openen")
	if !slices.Equal(w.packets.as, []Wrapping{{Contact: true}}) {
		t.Errorf("made as %+v", w.packets.as)
	}
}

func TestTheFirstFileCanBeSecret(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	d.run(d.m.openStep(7))
	d.secret()
	d.keys("tab")
	d.passphrase(filePhrase)
	d.keys("enter")
	d.on("S74")
	d.keys("enter")
	d.on("S71")
	if !slices.Equal(w.packets.as, []Wrapping{{Passphrase: filePhrase}}) {
		t.Errorf("made as %+v", w.packets.as)
	}
}

func TestGiveBackASecretFile(t *testing.T) {
	d := talking(t)
	w := d.m.deps.Work.(*desk)
	know(w, Contact{Name: "Noor Bakker", Checked: fixed()})
	d.keys(">")
	d.on("S143")
	d.keys("enter end enter")
	d.on("S70b")
	d.sees("alleen Noor Bakker, met de eigen sleutel")
	d.keys("enter")
	d.on("S145")
	d.sees("Alleen Noor kan het openen")
	if !slices.Equal(w.packets.as, []Wrapping{{Contact: true}}) {
		t.Fatalf("made as %+v", w.packets.as)
	}
	d.keys("o")
	d.sees("opent niet in een pdf-lezer")
	if len(w.opened) != 0 {
		t.Error("a secret file was opened in a reader")
	}
}

// TestAFullDiskKeepsTheOutcome lets the file of an answer fail after the answer
// was put on record: it is made once more and says the same.
func TestAFullDiskKeepsTheOutcome(t *testing.T) {
	d := talking(t)
	w, before := d.m.deps.Work.(*desk), len(d.m.plan.Sent)
	d.keys("> down enter t")
	d.text("Kies samen.")
	d.keys("esc")
	w.packets.full = true
	d.keys("enter")
	d.on("S145")
	d.sees("Het bestand is niet geschreven", "Waar dit bestand staat, is hier niet bekend")
	d.keys("o")
	d.sees("is hier niet bekend")
	w.packets.full = false
	d.keys("end enter")
	d.on("S70b")
	d.keys("enter")
	d.on("S145")
	d.sees("Bestand gemaakt", "Terug met vragen")
	last := w.packets.made[len(w.packets.made)-1].Packet
	if n := len(d.m.plan.Sent); n != before+1 || last.Outcome != plan.OutcomeQuestion || last.Reason != "Kies samen." {
		t.Errorf("%d packets, the last %+v", n, last)
	}
}
