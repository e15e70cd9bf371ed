package cli

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/store"
	"bekwaam/templates"
)

const ownFile = `id: eigen-po
version: '2026.1'
name: {nl: Eigen kader, en: Own framework}
country: NL
sector: po
valid_from: '2026-08-01'
extends: nl-po
`

// TestAFrameworkOfABoardStaysAsItCameIn reads one in, gives the program
// another pack, and wants the framework as it was; one whose id the program
// has by then gives way, and what is spoiled is left out.
func TestAFrameworkOfABoardStaysAsItCameIn(t *testing.T) {
	w, _ := testWorld(t)
	file := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(file, []byte(ownFile), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := Run(w, []string{"framework", "import", file}); code != Done {
		t.Fatalf("exit code %d", code)
	}
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.st.Close()
	own, ok := s.pack.Framework("eigen-po")
	if !ok {
		t.Fatal("it is not here")
	}
	po, _ := s.pack.Framework("nl-po")
	area := own.AreaID(&own.Areas[0])
	kinds := s.pack.SuggestedKinds(area, "start", "")
	if len(kinds) == 0 || len(kinds) != len(s.pack.SuggestedKinds(po.AreaID(&po.Areas[0]), "start", "")) {
		t.Errorf("%d proposals for an area that it inherits", len(kinds))
	}

	// A later program, in which nl-po says something else.
	bare, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	later := *bare
	later.Version = "9"
	g := *po
	g.Areas = slices.Clone(po.Areas)
	for i := range g.Areas {
		g.Areas[i].Competences = slices.DeleteFunc(slices.Clone(g.Areas[i].Competences), func(c continuum.Competence) bool { return c.ID == "gedrag" })
	}
	changed, err := later.With(g)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := s.withOwn(changed)
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := pack.Framework("eigen-po"); f.Digest != own.Digest || f.Version != "2026.1" || len(f.CompetenceIDs()) != len(own.CompetenceIDs()) {
		t.Errorf("it became %s with %d competences", f.Version, len(f.CompetenceIDs()))
	}

	// The program has the id itself by then.
	mine, problems := templates.Opening{}.Framework("x.yaml", []byte(strings.Replace(ownFile, "2026.1", "3", 1)))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if pack, err = s.withOwn(bare.Holding(mine)); err != nil {
		t.Fatal(err)
	}
	if f, _ := pack.Framework("eigen-po"); f.Version != "3" {
		t.Errorf("that of the program gave way to %s", f.Version)
	}

	for _, spoiled := range []string{deflated([]byte(`{"id":"eigen-po"}`)), "geen kader"} {
		if err := s.st.PutSetting(ownName+"/"+own.Digest, spoiled); err != nil {
			t.Fatal(err)
		}
		if pack, err = s.withOwn(bare); err != nil || hasOwn(pack) {
			t.Errorf("something spoiled is a framework (%v)", err)
		}
	}
	if err := s.st.PutSetting(ownName, "geen lijst"); err != nil {
		t.Fatal(err)
	}
	if list, err := s.ownFrameworks(); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

func hasOwn(pack *continuum.Pack) bool {
	_, ok := pack.Framework("eigen-po")
	return ok
}

// TestFrameworksAreListedWithoutTheStore looks at them where the store is open
// elsewhere, behind a passphrase, or was never made.
func TestFrameworksAreListedWithoutTheStore(t *testing.T) {
	w, out := testWorld(t)
	var said strings.Builder
	w.Err = &said
	list := func() string {
		out.Reset()
		said.Reset()
		if code := Run(w, []string{"framework", "list"}); code != Done {
			t.Fatalf("exit code %d: %s", code, said.String())
		}
		return out.String()
	}
	dir := w.Env("BEKWAAM_DATA")
	if !strings.Contains(list(), "nl-po") {
		t.Error("nothing is listed")
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Error("looking made a store")
	}
	file, secret := filepath.Join(t.TempDir(), "own.yaml"), filepath.Join(t.TempDir(), "secret")
	for path, content := range map[string]string{file: ownFile, secret: "een lange wachtzin\n"} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if code := Run(w, []string{"framework", "import", file}); code != Done {
		t.Fatalf("exit code %d", code)
	}
	if !strings.Contains(list(), "eigen-po") {
		t.Error("what was read in is not listed")
	}
	st, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := list(); !strings.Contains(got, "nl-po") || strings.Contains(got, "eigen-po") || !strings.Contains(said.String(), "staan hier niet bij") {
		t.Errorf("while it is open elsewhere: %s%s", got, said.String())
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if code := Run(w, []string{"passphrase", "set", "-o", filepath.Join(t.TempDir(), "sheet.txt"), "--passphrase-file", secret}); code != Done {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	if got := list(); strings.Contains(got, "eigen-po") || !strings.Contains(said.String(), "staan hier niet bij") {
		t.Errorf("behind a passphrase: %s%s", got, said.String())
	}
	out.Reset()
	if code := Run(w, []string{"--store-passphrase-file", secret, "framework", "list"}); code != Done || !strings.Contains(out.String(), "eigen-po") {
		t.Errorf("with the passphrase: %d %s", code, out.String())
	}
}
