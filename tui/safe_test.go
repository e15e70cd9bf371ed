package tui

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"bekwaam/store"
)

func safeOf(d *driver) *realSafe { return d.m.deps.Safe.(*realSafe) }

func TestTheFirstStartAsksForAPassphraseWhereOthersComeToo(t *testing.T) {
	d := newDriver(t)
	d.keys("enter down enter enter")
	d.on("S02")
	d.sees("Anderen gebruiken deze computer ook", "Toch zonder wachtzin")
	d.keys("esc")
	d.on("S01")
	d.keys("enter")
	d.on("S02")
	if d.m.settings.Started {
		t.Error("started before there was an answer")
	}
	d.passphrase("kort")
	d.keys("enter")
	d.sees("minstens 10 letters")
	d.text("anker lente trommel")
	d.keys("tab")
	d.text("x")
	d.keys("tab enter")
	d.sees("niet gelijk")
	d = newDriver(t)
	d.keys("enter down enter enter")
	d.passphrase(safePhrase)
	d.keys("enter")
	d.on("S03")
	d.sees("Je plannen staan achter je wachtzin", "Druk het herstelblad nu af")
	if !d.st.IsLocked() || d.st.Opens(safePhrase) != nil || d.st.Opens(safeOf(d).code) != nil || !d.m.settings.Started {
		t.Error("not locked, or not with what was typed")
	}
	d.keys("enter")
	d.on("S05")
}

func TestAPassphraseCanBeDoneWithout(t *testing.T) {
	d := newDriver(t)
	d.keys("enter down down enter enter")
	d.sees("Een beheerder kan bestanden zien")
	d.keys("tab tab tab tab enter")
	d.on("S03")
	if d.st.IsLocked() || !d.m.settings.Started {
		t.Error("locked, or not started")
	}
}

func TestTheSheetGoesWhereThePersonSays(t *testing.T) {
	d := newDriver(t)
	d.keys("enter down enter enter")
	d.keys("tab tab tab enter")
	d.on("S02") // nothing was typed
	d.keys("shift+tab")
	d = newDriver(t)
	d.keys("enter down enter enter")
	d.passphrase(safePhrase)
	d.keys("down enter")
	d.on("S07")
	d.keys("tab enter")
	d.sees("Die map is er niet")
	d.text("/nergens")
	d.keys("tab enter")
	d.sees("Die map is er niet")
	if d.st.IsLocked() {
		t.Fatal("locked without a sheet")
	}
	cloud := filepath.Join(t.TempDir(), "OneDrive")
	if err := os.Mkdir(cloud, 0o700); err != nil {
		t.Fatal(err)
	}
	d.on("S02")
	d.keys("enter")
	d.on("S07")
	d.text(cloud)
	d.keys("tab enter")
	d.sees("Deze map gaat ook naar OneDrive. Toch hier?")
	d.keys("enter")
	d.on("S03")
	if _, err := os.Stat(filepath.Join(cloud, "herstelblad.pdf")); err != nil || !d.st.IsLocked() {
		t.Errorf("%v", err)
	}
}

func TestAStoreWithAPassphraseIsOpenedOnScreen(t *testing.T) {
	d := asking(t)
	d.on("S08")
	d.keys("enter")
	d.sees("Typ eerst je wachtzin")
	d.text("fout")
	d.lacks("fout")
	d.keys("ctrl+t")
	d.sees("fout")
	d.keys("ctrl+t enter")
	d.sees("Dit is niet je wachtzin")
	d.text("AGE-SECRET-KEY-1QQQQ")
	d.keys("enter")
	d.sees("Kijk elke groep van vier tekens na")
	for range 20 {
		d.keys("backspace")
	}
	d.text(safePhrase)
	d.keys("enter")
	d.on("S05")
	if d.m.w != 80 {
		t.Error("the size went lost")
	}
	d = asking(t)
	d.text("kapot")
	d.keys("enter")
	if !errors.Is(d.m.Refused(), store.ErrDamaged) || !d.m.quitting {
		t.Errorf("%v", d.m.Refused())
	}
	d = asking(t)
	d.keys("esc")
	if !d.m.quitting {
		t.Error("esc does not stop")
	}
}

func TestAfterTheSheetANewPassphraseIsAsked(t *testing.T) {
	d := asking(t)
	d.m.deps.Safe.(*realSafe).byCode = true
	d.text(safePhrase)
	d.keys("enter")
	d.on("S09")
	d.sees("Geopend met je herstelblad. Kies nu een nieuwe wachtzin.")
	d.lacks("Je wachtzin van nu")
}

func TestAPassphraseIsChangedRenewedAndTakenAway(t *testing.T) {
	d := lockedOnce(t)
	d.show(&settingsScreen{})
	d.sees("ja, je plannen staan op slot")
	d.run(openSafe(d.m.env())(d.m))
	d.on("S09")
	d.keys("tab")
	d.passphrase("beker zomer ladder")
	d.keys("enter")
	d.sees("Typ eerst je wachtzin van nu")
	d.text("niet de goede")
	d.keys("tab tab tab enter")
	d.sees("Dat is niet je wachtzin van nu")
	for range 13 {
		d.keys("backspace")
	}
	d.text(safePhrase)
	d.keys("tab tab tab enter")
	d.on("S170")
	d.sees("Je wachtzin is veranderd")
	if d.st.Opens("beker zomer ladder") != nil || d.st.Opens(safePhrase) == nil {
		t.Error("not changed")
	}
	old := safeOf(d).code
	d.run(openSafe(d.m.env())(d.m))
	d.text("beker zomer ladder")
	d.keys("tab tab tab tab enter")
	d.sees("Druk het nieuwe herstelblad nu af")
	if d.st.Opens(old) == nil || d.st.Opens(safeOf(d).code) != nil {
		t.Error("no other sheet")
	}
	d.keys("tab tab enter")
	d.sees("kan je plannen dan weer lezen")
	if !d.st.IsLocked() {
		t.Fatal("without asking")
	}
	d.keys("enter")
	d.on("S170")
	d.sees("weer zonder wachtzin", "geen; wie bij je bestanden kan")
	if d.st.IsLocked() {
		t.Error("still locked")
	}
}

func TestWhatKeepsASheetFromBeingMadeIsSaid(t *testing.T) {
	for folder, want := range map[string]string{"none": "opent hier niet om af te drukken", "": "Die map is er niet"} {
		d := newDriver(t)
		safeOf(d).dir = folder
		if folder == "" {
			safeOf(d).dir = "/nergens/te/vinden"
		}
		d.keys("enter down enter enter")
		d.passphrase(safePhrase)
		d.keys("enter")
		d.sees(want)
		if d.st.IsLocked() {
			t.Errorf("%q: locked without a sheet", folder)
		}
	}
}
