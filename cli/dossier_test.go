package cli

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/store"
)

// TestLargeCompetenceFiles makes a competence file of 23 pieces, all of which
// go inside, and one of 60, of which some lie beside it. Both open within the
// limits of the strict reader, and a file that is changed or missing on the way
// is named on the line it belongs to.
func TestLargeCompetenceFiles(t *testing.T) {
	for _, n := range []int{23, 60} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			w, out := testWorld(t)
			said := &bytes.Buffer{}
			w.Err, w.Now = said, func() time.Time { return time.Date(2029, 5, 22, 10, 0, 0, 0, time.UTC) }
			dir := t.TempDir()
			do := func(args ...string) map[string]any {
				t.Helper()
				out.Reset()
				said.Reset()
				if code := Run(w, append(args, "--json")); code != Done {
					t.Fatalf("%v: exit code %d: %s", args, code, said)
				}
				var v map[string]any
				_ = json.Unmarshal(out.Bytes(), &v)
				return v
			}
			do("import", "testdata/cases/starter.yaml")
			do("key", "create", "--name", "Noor Bedachtsma", "--alg", "p256")
			do("file", "latest", "assessors", "Joost Oordeelsma", "Fatima Afweger")
			addPieces(t, w, n)
			file := filepath.Join(dir, "dossier.pdf")
			do("export", "latest", "--audience", "assessor", "-o", file)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(data) > pdf.MaxSize {
				t.Fatalf("%d bytes", len(data))
			}
			start := time.Now()
			inside, err := report.Files(data)
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > 2*time.Second && !raceDetector {
				t.Errorf("opened in %v", took)
			}
			beside, _ := os.ReadDir(folderBeside(file))
			if got := len(inside) + max(0, len(beside)-1); got != n || n == 23 && len(beside) > 0 || n == 60 && len(beside) < 2 {
				t.Fatalf("%d pieces inside and %d files beside", len(inside), len(beside))
			}

			// One of those beside is changed and one is lost on the way.
			spoiled := 0
			for _, e := range beside {
				if path := filepath.Join(folderBeside(file), e.Name()); e.Name() == archiveSums {
					sums, err := os.ReadFile(path)
					if err != nil || strings.Count(string(sums), "\n") != len(beside)-1 {
						t.Errorf("list of hashes: %v, %s", err, sums)
					}
				} else if spoiled == 0 {
					spoiled++
					if err := os.WriteFile(path, []byte("anders"), 0o600); err != nil {
						t.Fatal(err)
					}
				} else if spoiled == 1 {
					spoiled++
					if err := os.Remove(path); err != nil {
						t.Fatal(err)
					}
				}
			}
			home := filepath.Join(dir, "joost")
			do("--data", home, "import", file)
			if got := strings.Count(said.String(), "weg of veranderd"); got != spoiled || spoiled > 0 && !strings.Contains(said.String(), "omgaan met verschillen") && !strings.Contains(said.String(), "handelen in klassensituaties") {
				t.Errorf("%d named of %d: %s", got, spoiled, said)
			}
			v := do("--data", home, "file", "latest")
			lost := 0
			for _, l := range v["lines"].([]any) {
				lost += len(l.(map[string]any)["lost"].([]any))
			}
			if lost != spoiled || len(v["pieces"].([]any)) != n {
				t.Errorf("%d lost of %d, %d pieces", lost, spoiled, len(v["pieces"].([]any)))
			}
		})
	}
}

// addPieces puts n pieces of 360 KB into the competence file of the one plan.
func addPieces(t *testing.T, w World, n int) {
	t.Helper()
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.plan("latest")
	if err != nil {
		t.Fatal(err)
	}
	data := make([]byte, 360<<10)
	_, _ = rand.Read(data)
	for i := range n {
		copy(data, fmt.Sprintf("%04d", i))
		kept, err := s.st.PutFile(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		id := fmt.Sprintf("stuk%d", i)
		c, err := plan.AddEvidence(p, plan.Evidence{ID: id, Title: fmt.Sprintf("Stuk %d", i), File: &plan.EvidenceFile{Name: fmt.Sprintf("stuk %d.bin", i), Hash: kept.Hash, Bytes: int(kept.Size)}})
		if err == nil {
			c, err = plan.AddPiece(c.Plan, s.pack, c.Plan, id, []string{"pos/klassensituaties", "pos/verschillen"}[i%2])
		}
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	_, err = s.st.Append(store.Entry{Plan: p, Rev: plan.Revision{At: plan.At(w.Now()), By: "Noor", Act: plan.Act{Name: "import", Args: []string{}}}})
	if err := errors.Join(err, s.st.Close()); err != nil {
		t.Fatal(err)
	}
}
