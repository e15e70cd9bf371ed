package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// tray is what lies in the folders of a test, and what was done with it.
type tray struct {
	files  []Received
	judged map[string]Judged
	pinned []string
	as     []string
	pass   string
	bad    map[string]Unreadable

	revealed bool
}

func (w *desk) Received() ([]Received, error) { return w.tray.files, nil }

func (w *desk) Judge(path string) (Judged, error) {
	bad, is := w.tray.bad[path]
	if is && bad == FileLocked && !w.tray.revealed {
		return Judged{}, bad
	}
	if j, ok := w.tray.judged[path]; ok {
		return j, nil
	}
	if bad, ok := w.tray.bad[path]; ok {
		return Judged{}, bad
	}
	return Judged{}, FileMissing
}

func (w *desk) Pin(path, print string, replace bool) error {
	if w.fail != nil {
		return w.fail
	}
	w.tray.pinned = append(w.tray.pinned, print)
	j := w.tray.judged[path]
	j.Strange, j.Sentence = nil, "In orde."
	for i, x := range j.Signed {
		if x.Fingerprint == print {
			j.Signed[i].Known = "known"
		} else if x.Known != "known" {
			j.Strange, j.Sentence = append(j.Strange, x.Name), "Niet zeker."
		}
	}
	w.tray.judged[path] = j
	return nil
}

func (w *desk) SignAs(path, role string) (Made, error) {
	if w.fail != nil {
		return Made{}, w.fail
	}
	w.tray.as = append(w.tray.as, role)
	j := w.tray.judged[path]
	for i, x := range j.Empty {
		if x.ID == role {
			j.Signed = append(j.Signed, JudgedSignature{Role: x.Word, Name: w.key.Name, Says: x.Says, At: fixed(), Holds: true, Known: "known", Fingerprint: "own"})
			j.Empty, j.CanSign = append(j.Empty[:i:i], j.Empty[i+1:]...), nil
			break
		}
	}
	w.tray.judged["/x/signed.pdf"] = j
	return Made{File: "/x/signed.pdf", Shown: "Documenten › bekwaam › signed.pdf", At: fixed()}, nil
}

func (w *desk) MakeLockedKey(name, role, pass string) (Key, error) {
	w.tray.pass = pass
	return w.MakeKey(name, role)
}

func (w *desk) Relock(pass, next string) error {
	if w.fail != nil {
		return w.fail
	}
	if pass != w.tray.pass {
		return ErrPassphrase
	}
	w.tray.pass, w.key.Locked = next, next != ""
	return nil
}

func (w *desk) Unlock(pass string) error {
	if pass != w.tray.pass {
		return ErrPassphrase
	}
	w.fail = nil
	return nil
}

func (w *desk) Reveal(path, pass string) error {
	if pass != w.tray.pass {
		return ErrPassphrase
	}
	w.tray.revealed = true
	return nil
}

func (w *desk) ImportKey(path, pass, role string) (Key, error) {
	if path != "/x/noor.p12" || pass != "geheim" {
		return Key{}, ErrPassphrase
	}
	return w.MakeKey("Noor Bakker", role)
}

var board = SignRole{"board", "bestuur", "Voor akkoord."}

// signedFile is the board's file with two signatures.
func signedFile() Judged {
	sign := func(role, name, says, known, print, words string, day int) JudgedSignature {
		return JudgedSignature{Role: role, Name: name, Says: says, At: time.Date(2026, 11, day, 9, 0, 0, 0, time.UTC), Holds: true, Known: known,
			Fingerprint: print, Words: strings.Fields(words)}
	}
	return Judged{Path: "/x/Noor.pdf", Name: "Noor-Bakker-2026-2027-bestuur.pdf", Teacher: "Noor Bakker", Version: 2, Pages: 6,
		Sentence: "De handtekeningen kloppen. Van twee weet je nog niet zeker van wie ze zijn.",
		Strange:  []string{"Noor Bakker", "Ilse Vermeer"}, Match: "yes", HasPlan: true, Audience: "board", Empty: []SignRole{board}, CanSign: []SignRole{board},
		Signed: []JudgedSignature{
			sign("leerkracht", "Noor Bakker", "Ik heb dit plan opgesteld.", "new", "a", "anker lente trommel vijver kaars meeuw", 3),
			sign("starterscoach", "Ilse Vermeer", "Gezien en besproken; geen beoordeling.", "new", "b", "boter wolk hamer tulp zeil krent", 4),
			sign("schoolleider", "Karim Aziz", "Akkoord met de afspraken over tijd, geld en steun.", "known", "c", "", 6)}}
}

// withFile returns a program in which one file was received.
func withFile(t testing.TB, j Judged) *driver {
	d := newDriver(t)
	d.m.settings.Started = true
	d.m.stack = []screen{newHome(d.m)}
	w := d.m.deps.Work.(*desk)
	w.tray.files = []Received{{Path: j.Path, Name: j.Name, Folder: "Downloads", At: time.Date(2026, 11, 6, 16, 31, 0, 0, time.UTC)},
		{Path: "/x/rooster.pdf", Name: "Rooster-groep-5.pdf", Folder: "Downloads", At: time.Date(2026, 9, 30, 19, 5, 0, 0, time.UTC)}}
	w.tray.judged = map[string]Judged{j.Path: j}
	d.keys("o")
	d.on("S06")
	return d
}

func TestInbox(t *testing.T) {
	d := withFile(t, signedFile())
	d.sees("Noor-Bakker-2026-2027-bestuur.pdf", "Downloads", "6 nov 2026 16:31")
	d.keys("down enter")
	d.on("S06")
	d.sees("Op die plaats staat geen bestand")
	d.keys("/")
	d.text("/x/Noor.pdf")
	d.keys("enter")
	d.on("S150")
	d.keys("esc esc")
	d.on("S06")
	d.send(tea.PasteMsg{Content: "'/x/Noor.pdf'"})
	d.keys("enter")
	d.on("S150")

	d = withFile(t, signedFile())
	w := d.m.deps.Work.(*desk)
	w.tray.files = nil
	d.keys("esc o enter")
	d.on("S06")
	d.sees("Geen pdf gevonden")
	for i := range 30 {
		w.tray.files = append(w.tray.files, Received{Path: "/x", Name: itoa(i) + ".pdf"})
	}
	d.keys("esc o")
	d.sees("18 oudere bestanden niet getoond")
	d.keys("f end")
	d.sees("29.pdf")
}

func TestVerdict(t *testing.T) {
	d := withFile(t, signedFile())
	w := d.m.deps.Work.(*desk)
	d.keys("enter")
	d.on("S150")
	d.sees("De handtekeningen kloppen. Van twee weet je nog niet zeker van wie ze zijn.", "versie 2, 6 bladzijden", "○ bestuur", "nog leeg",
		"2 sleutels zijn nieuw voor jou: Noor Bakker, Ilse Vermeer.", "Teken als bestuur")
	d.keys("down enter")
	d.on("S163")
	d.sees("anker lente trommel vijver kaars meeuw")
	d.keys("enter esc")
	d.on("S150")
	if len(w.tray.pinned) > 0 {
		t.Error("esc remembered a key")
	}
	d.keys("enter w")
	d.on("S150")
	d.sees("De sleutel van Noor Bakker is onthouden.", "Niet zeker.")
	d.keys("enter w")
	d.sees("In orde.")

	d.keys("home enter")
	d.on("S84")
	d.keys("x")
	d.on("S84")
	d.keys("t")
	d.on("S74")
	d.keys("esc")
	w.key = &Key{Name: "Bo Rijk", Fingerprint: "own"}
	d.keys("t")
	d.on("S150")
	d.sees("✓ bestuur", "Bo Rijk")
	if len(w.tray.as) != 1 || w.tray.as[0] != "board" {
		t.Errorf("signed as %v", w.tray.as)
	}
	w.fail = errors.New("no")
	d.keys("o")
	d.sees("De pdf ging niet open")
}

func TestOtherKeyOfAKnownName(t *testing.T) {
	j := signedFile()
	j.Sentence = "Stop: bel eerst."
	j.Signed[0].Known = "other-key"
	d := withFile(t, j)
	w := d.m.deps.Work.(*desk)
	d.keys("enter")
	d.sees("bel eerst.")
	d.keys("down enter")
	d.on("S164")
	d.sees("Stop: een andere sleutel")
	d.keys("w enter")
	d.on("S164")
	d.keys("v")
	d.text("meeuw")
	d.keys("enter")
	d.sees("Dat is niet het eerste woord")
	if len(w.tray.pinned) > 0 {
		t.Fatal("the key was replaced by a wrong word")
	}
	for range 5 {
		d.keys("backspace")
	}
	d.text("anker")
	d.keys("enter")
	d.on("S150")
	if len(w.tray.pinned) != 1 {
		t.Error("the key was not replaced")
	}
}

func TestKeyBehindAPassphrase(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	d.run(d.m.openStep(8))
	d.on("S74")
	d.keys("up right tab")
	d.sees("op deze computer, met een wachtzin", "Wachtzin")
	d.text("kort")
	d.keys("tab enter")
	d.on("S74")
	d.sees("minstens 10 letters")
	d.text(" maar nu lang")
	if strings.Contains(d.frame(), "maar nu lang") {
		t.Error("the passphrase can be read on the screen")
	}
	d.keys("tab enter")
	if w.key == nil || w.tray.pass != "kort maar nu lang" {
		t.Fatalf("key %v, passphrase %q", w.key, w.tray.pass)
	}

	w.fail = ErrLocked
	d.keys("enter enter t")
	d.on("S75")
	d.text("iets anders")
	d.keys("enter")
	d.on("S75")
	d.sees("Dat is niet de wachtzin")
	d.text("kort maar nu lang")
	d.keys("enter")
	d.on("S81")
	d.keys("t")
	d.on("S82")
}

func TestKeyFromTheBoard(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	d.run(d.m.openStep(8))
	d.keys("up right right tab")
	d.sees("ik kreeg een sleutel", "Waar staat hij?", "Wachtwoord ervan")
	d.keys("down down enter")
	d.sees("Typ waar het bestand staat")
	d.send(tea.PasteMsg{Content: "'/x/noor.p12'"})
	d.keys("tab tab enter")
	d.sees("Kijk de plaats en het wachtwoord na")
	d.keys("tab")
	d.text("geheim")
	d.keys("tab enter")
	if w.key == nil {
		t.Errorf("no key:\n%s", d.frame())
	}
}

func TestStartedWithAFile(t *testing.T) {
	d := withFile(t, signedFile())
	d.m.stack = []screen{newHome(d.m)}
	d.m.deps.File = "/x/Noor.pdf"
	d.run(d.m.given())
	d.on("S150")
	d.keys("esc")
	d.on("S06")
}

func TestSecretFile(t *testing.T) {
	j := signedFile()
	d := withFile(t, j)
	w := d.m.deps.Work.(*desk)
	w.tray.bad, w.tray.pass = map[string]Unreadable{j.Path: FileLocked}, "vier losse woorden"
	d.keys("enter")
	d.on("S79")
	d.sees("Een geheim bestand", "door de telefoon")
	d.text("vier woorden")
	if strings.Contains(d.frame(), "vier woorden") {
		t.Error("the passphrase can be read on the screen")
	}
	d.keys("enter")
	d.on("S79")
	d.sees("Dat is niet de wachtzin van dit bestand")
	d.keys("esc")
	d.on("S06")
	d.keys("enter")
	d.text("vier losse woorden")
	d.keys("enter")
	d.on("S150")
	w.tray.bad[j.Path], w.tray.judged = FileForOther, nil
	d.keys("esc enter")
	d.on("S06")
	d.sees("voor een andere sleutel")
}
