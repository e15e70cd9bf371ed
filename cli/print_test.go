package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/sheet"
)

func TestDeskPrints(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	card := sheet.Sheet{Stem: "spiegelkaart-Haalbaar werk", Kind: "Spiegelkaart", Title: "Haalbaar werk", Language: "nl",
		Parts: []sheet.Part{{Heading: "Let op", Form: sheet.Bullets, Items: []sheet.Item{{Text: "Staan de uren in het rooster?"}}}}}
	other := t.TempDir()
	spaced := filepath.Join(other, "een map")
	if err := os.Mkdir(spaced, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, folder, name string }{
		{"", d.madeFiles(), "spiegelkaart-haalbaar-werk.pdf"},
		{d.madeFiles() + string(filepath.Separator), d.madeFiles(), "spiegelkaart-haalbaar-werk-2.pdf"},
		{"  " + other + " ", other, "spiegelkaart-haalbaar-werk.pdf"},
		{"'" + spaced + "'", spaced, "spiegelkaart-haalbaar-werk.pdf"},
		{"\"" + spaced + "\"", spaced, "spiegelkaart-haalbaar-werk-2.pdf"},
		{"~", d.home(), "spiegelkaart-haalbaar-werk.pdf"},
	} {
		made, err := d.Print(card, c.typed)
		if err != nil {
			t.Errorf("%q: %v", c.typed, err)
			continue
		}
		if made.File != filepath.Join(c.folder, c.name) || !strings.HasSuffix(made.Shown, c.name) {
			t.Errorf("%q: %+v", c.typed, made)
		}
		data, err := os.ReadFile(made.File)
		if err != nil || len(pdf.Check(data)) > 0 {
			t.Errorf("%q: %v, %v", c.typed, err, pdf.Check(data))
		}
	}
	for _, typed := range []string{filepath.Join(other, "nergens"), "hier", "~iemand", filepath.Join(spaced, "spiegelkaart-haalbaar-werk.pdf")} {
		if made, err := d.Print(card, typed); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %+v, %v", typed, made, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(spaced, "*")); len(left) != 2 {
		t.Errorf("files: %v", left)
	}
}
