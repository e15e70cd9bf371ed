package store

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

var saves = flag.Int("saves", 800, "how many acts are saved over 400 days")

// sizes is what lies in a store, in bytes.
type sizes struct {
	all, database, snapshots int64
	live                     int64 // current plans, revisions kept, versions, list of evidence
}

func measure(t *testing.T, s *Store) sizes {
	t.Helper()
	var x sizes
	err := filepath.WalkDir(s.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		x.all += info.Size()
		if e.Name() == databaseName {
			x.database = info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	x.snapshots = s.snapshotBytes()
	err = s.read(func(tx *Tx) error {
		for _, bucket := range [][]byte{bSummary, bBody, bRevision, bVersion, bFile} {
			err := walk(s.box, tx.b.Bucket(bucket), bucket, func(k, value []byte) error {
				x.live += int64(len(k) + len(value))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestYearsOfSavesStaySmall saves texts over four hundred days, as somebody
// does who works in a plan now and then: the store stays in proportion to
// what it holds, and at the end does not grow.
func TestYearsOfSavesStaySmall(t *testing.T) {
	t.Parallel()
	const days = 400
	step := 1 // days from one session to the next
	if *saves < 10_000 {
		step = 20
	}
	dir := t.TempDir()
	now := time.Date(2026, 8, 17, 8, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	r := rand.New(rand.NewPCG(7, 8))
	p := draft("noor", "Noor Bakker")
	saved, texts := 0, 0
	var half, most int64
	var ratio [2]float64 // to the live data, at half and at the end
	for day := step - 1; day < days; day += step {
		s, err := Open(dir, Options{Clock: clock})
		if err != nil {
			t.Fatal(err)
		}
		for saved < *saves*(day+1)/days {
			now = now.Add(time.Duration(1+r.IntN(120)) * time.Second)
			g := &p.Goals[r.IntN(len(p.Goals))]
			g.WhyForPupils = sentence(r, texts%400)
			texts++
			rev, err := s.Append(Entry{Plan: p, Rev: plan.Revision{By: p.Profile.Name, Act: plan.Act{Name: "goal.edit", Args: []string{g.ID}}}})
			if err != nil {
				t.Fatal(err)
			}
			p.Revision = rev.N
			saved++
		}
		x := measure(t, s)
		if limit := snapshotBudget * x.database; x.snapshots > limit {
			t.Fatalf("day %d: snapshots take %d bytes, database %d", day, x.snapshots, x.database)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		x.all = 0
		_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, _ error) error {
			if info, err := e.Info(); err == nil && !e.IsDir() {
				x.all += info.Size()
			}
			return nil
		})
		if day <= days/2 {
			half, ratio[0] = x.all, float64(x.all)/float64(x.live)
		}
		ratio[1] = float64(x.all) / float64(x.live)
		if day > days/2 {
			most = max(most, x.all)
		}
		if day%100 == 99 || day == days-1 {
			t.Logf("day %3d, %5d saved: %d KB in all, database %d, snapshots %d, live %d: %.1f times", day+1, saved, x.all>>10, x.database>>10, x.snapshots>>10, x.live>>10, float64(x.all)/float64(x.live))
		}
		now = time.Date(2026, 8, 17+day+step, 8, 0, 0, 0, time.UTC)
	}
	s, err := Open(dir, Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	past, err := s.History("noor")
	if err != nil {
		t.Fatal(err)
	}
	acts := 0
	for _, x := range past {
		acts++
		for _, d := range x.With {
			acts += d.Count
		}
		if _, err := s.LoadRevision("noor", x.N); err != nil {
			t.Errorf("revision %d: %v", x.N, err)
		}
	}
	if acts != saved {
		t.Errorf("%d acts in the history, %d saved", acts, saved)
	}
	x := measure(t, s)
	t.Logf("%d revisions kept of %d; at half %d KB and %.1f times the live data, most after that %d KB, at the end %.1f times",
		len(past), saved, half>>10, ratio[0], most>>10, ratio[1])
	// What is kept of each day for ever grows, and nothing else does. A store
	// of little is mostly the empty pages of the database.
	if *saves >= 10_000 {
		if x.all > 5*x.live {
			t.Errorf("store takes %d bytes, more than five times its %d of live data", x.all, x.live)
		}
		if ratio[1] > ratio[0]*1.1 {
			t.Errorf("store grew from %.2f to %.2f times its live data in the last half", ratio[0], ratio[1])
		}
	}
}

// sentence is something like what people write.
func sentence(r *rand.Rand, words int) string {
	var b strings.Builder
	for range words/8 + 5 {
		fmt.Fprintf(&b, "%s ", []string{"ik", "merk", "dat", "de", "klas", "rustiger", "begint", "wanneer", "uitleg", "kort", "blijft", "en", "leerlingen", "weten", "wat", "volgt"}[r.IntN(16)])
	}
	return strings.TrimSpace(b.String())
}
