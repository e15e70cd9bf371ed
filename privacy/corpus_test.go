package privacy_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the corpus anew")

const corpusFile = "testdata/corpus.tsv"

// A planted line is one of the corpus: a kind of thing, "none" for a near
// miss, and a text with what was planted in it between braces.
type planted struct{ kind, text string }

// dice are throws that are the same in every run.
type dice uint64

func (d *dice) throw(n int) int {
	*d ^= *d << 13
	*d ^= *d >> 7
	*d ^= *d << 17
	return int(uint64(*d) % uint64(n))
}

func pick[T any](d *dice, list []T) T { return list[d.throw(len(list))] }

// around puts something into one of some sentences in which it could stand.
func around(d *dice, what string, sentences ...string) string {
	return strings.ReplaceAll(pick(d, sentences), "_", "{"+what+"}")
}

// corpus makes all lines. Every person, school and number is invented.
func corpus() []planted {
	d := dice(20260822)
	var out []planted
	for _, part := range [][]planted{citizens(&d), registers(&d), addresses(&d), telephones(&d), pupils(&d), health(&d), nearMisses()} {
		out = append(out, part...)
	}
	return out
}

// TestCorpusIsTheOneThatWasMade holds the file against its generator.
func TestCorpusIsTheOneThatWasMade(t *testing.T) {
	var b strings.Builder
	seen := map[planted]bool{}
	near := 0
	for _, p := range corpus() {
		if seen[p] || strings.ContainsAny(p.text, "\t\n") {
			t.Errorf("twice, or not one line: %q", p.text)
		}
		seen[p] = true
		if p.kind == "none" {
			near++
		} else if !strings.Contains(p.text, "{") {
			t.Errorf("nothing planted in %q", p.text)
		}
		fmt.Fprintf(&b, "%s\t%s\n", p.kind, p.text)
	}
	if near != 80 {
		t.Errorf("%d near misses, not 80", near)
	}
	if *update {
		if err := os.WriteFile(corpusFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != b.String() {
		t.Error("the corpus differs from what its generator makes; run with -update")
	}
}
