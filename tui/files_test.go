package tui

import (
	"io/fs"
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
)

// drawer is a computer with two folders and four files.
type drawer struct {
	lost map[string]bool
	made []string
	fail error
}

func (d *drawer) Folder(path string) (Folder, error) {
	switch path {
	case "", "/home/noor":
		return Folder{Path: "/home/noor", Shown: "noor", Items: []FolderItem{{Name: "Documenten", Path: "/home/noor/Documenten", Folder: true}, {Name: "lijst.txt", Path: "/home/noor/lijst.txt", Bytes: 900}}}, nil
	case "/home/noor/Documenten":
		return Folder{Path: path, Shown: "noor › Documenten", Parent: "/home/noor", Items: []FolderItem{
			{Name: "Overgangskaart.pdf", Path: path + "/Overgangskaart.pdf", Bytes: 84_000}, {Name: "les op beeld.mp4", Path: path + "/les op beeld.mp4", Bytes: 700 << 20}}}, nil
	}
	return Folder{}, fs.ErrNotExist
}

func (d *drawer) Keep(path string) (*plan.EvidenceFile, error) {
	switch {
	case strings.HasSuffix(path, ".mp4"):
		return nil, NoRoom
	case strings.HasSuffix(path, "Overgangskaart.pdf"):
		return &plan.EvidenceFile{Name: "Overgangskaart.pdf", Hash: strings.Repeat("a", 64), Bytes: 84_000, Type: "application/pdf", Pages: 2}, nil
	}
	return nil, fs.ErrNotExist
}

func (d *drawer) Lost(plan.Plan) map[string]bool { return d.lost }

func (d *drawer) take(what, lang string) (Made, error) {
	d.made = append(d.made, what+" "+lang)
	return Made{File: "/home/noor/Documenten/bekwaam/x", Shown: "Documenten › bekwaam › x", At: fixed()}, d.fail
}

func (d *drawer) Calendar(_ plan.Plan, lang string) (Made, error) { return d.take("calendar", lang) }
func (d *drawer) Table(_ plan.Plan, n, lang string) (Made, error) { return d.take(n, lang) }
func (d *drawer) Everything(lang string) (Made, error)            { return d.take("everything", lang) }

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S99": func(t testing.TB) *driver {
			d := at(t, kept(t), 9, "enter")
			d.m.top().(*evidenceForm).choose("file")
			d.keys("enter enter")
			return d
		},
		"S99b": func(t testing.TB) *driver { d := atHome(t, kept(t)); d.keys("s enter"); return d },
	})
}

func TestAFileComesIn(t *testing.T) {
	d := at(t, kept(t), 9, "n")
	form := d.m.top().(*evidenceForm)
	form.choose("file")
	d.sees("Bestand                  enter kiest een bestand")
	d.keys("enter")
	d.on("S99")
	d.sees("Kies een bestand", "› Documenten", "map", "lijst.txt", "1 kB")
	d.keys("enter enter")
	d.on("S91c")
	d.sees("(83 kB, 2 bladzijden)")
	x := d.m.plan.Evidence[len(d.m.plan.Evidence)-1]
	if x.File == nil || x.File.Pages != 2 || x.Title != "Overgangskaart" {
		t.Fatalf("%+v", x)
	}
	d.keys("delete")
	if d.m.plan.Evidence[len(d.m.plan.Evidence)-1].File != nil {
		t.Error("still there")
	}
	d.keys("ctrl+z esc")
	d.on("S90")
	d.sees("Overgangskaart, 2 bladz")
}

func TestAFileThatIsNotTaken(t *testing.T) {
	d := at(t, kept(t), 9, "enter")
	d.m.top().(*evidenceForm).choose("file")
	d.keys("enter enter down enter")
	d.sees("Dat bestand is te groot voor het dossier.")
	d.keys("/")
	d.text("beeld")
	d.sees("les op beeld.mp4")
	if strings.Contains(d.frame(), "Overgangskaart.pdf") {
		t.Error("the letters leave everything")
	}
	d.keys("esc /")
	d.text("/nergens/x.pdf")
	d.keys("enter")
	d.sees("Daar ligt geen bestand.")
	d.keys("esc left")
	d.sees("lijst.txt")
	d.keys("left")
	d.sees("Hoger is er geen map.")
	d.keys("/")
	d.text("zzz")
	d.sees("Niets met deze letters.")
	d.keys("esc esc")
	d.on("S91c")
}

func TestAChangedFileIsNamed(t *testing.T) {
	p := kept(t)
	p.Evidence[0].File = &plan.EvidenceFile{Name: "kaart.pdf", Hash: strings.Repeat("b", 64), Bytes: 3 << 20, Type: "application/pdf"}
	p.Evidence[1].File = &plan.EvidenceFile{Name: "verslag.pdf", Hash: strings.Repeat("c", 64), Bytes: 5000, Type: "application/pdf", Pages: 1}
	d := with(t, p)
	d.m.deps.Files = &drawer{lost: map[string]bool{"e1": false, "e2": true}}
	d.run(d.m.openStep(9))
	d.sees("! Overgangskaart, 3 MB", "! Het bestand kaart.pdf bij „Overgangskaart” is veranderd.", "! Het bestand verslag.pdf bij")
}

func TestTakeFilesAlong(t *testing.T) {
	d := atHome(t, kept(t))
	files := d.m.deps.Files.(*drawer)
	d.keys("s")
	d.on("S99b")
	d.sees("Meenemen als bestand", "Er gaat niets vanzelf")
	d.keys("o")
	d.sees("Er is nog geen bestand gemaakt.")
	d.keys("enter down enter down enter down enter down enter")
	if got := strings.Join(files.made, ", "); got != "calendar nl, hours nl, judgements nl, evidence nl, everything nl" {
		t.Errorf("made %s", got)
	}
	d.sees("✓ Gemaakt: Alles van mij", "Documenten › bekwaam › x")
	d.keys("o c")
	d.sees("Gekopieerd.")
	if opened := d.m.deps.Work.(*desk).opened; len(opened) != 1 {
		t.Errorf("opened %v", opened)
	}
	files.fail = fs.ErrNotExist
	d.keys("enter")
	d.sees("Er is geen map om het in te zetten.")
	d.keys("esc ctrl+p")
	d.text("meenemen als")
	d.keys("enter")
	d.on("S99b")
}
