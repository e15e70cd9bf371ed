package report

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"bekwaam/plan"
)

var update = flag.Bool("update", false, "write down what the editions look like in this version of the layout")

const layouts = "testdata/layouts.txt"

// TestLayoutVersion: a file that was made earlier must not look as if somebody
// changed it. So whoever changes what becomes of an edition, by drawing, by a
// word of the catalogue or by another version of a library or of Go, raises
// plan.LayoutVersion, and runs this test with -update to write that down.
func TestLayoutVersion(t *testing.T) {
	now := fmt.Sprintf("%d %x", plan.LayoutVersion, looks(t))
	b, err := os.ReadFile(layouts)
	if err != nil && !*update {
		t.Fatal(err)
	}
	lines := strings.Fields(strings.ReplaceAll(string(b), " ", "="))
	last := ""
	if len(lines) > 0 {
		last = strings.Replace(lines[len(lines)-1], "=", " ", 1)
	}
	if now == last {
		return
	}
	version, _, _ := strings.Cut(last, " ")
	switch {
	case version == fmt.Sprint(plan.LayoutVersion):
		t.Fatalf("the editions look different: raise plan.LayoutVersion, and run this test with -update")
	case !*update:
		t.Fatalf("layout %d is not written down: run this test with -update", plan.LayoutVersion)
	}
	if err := os.WriteFile(layouts, append(b, now+"\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
}

// looks is a digest of the files that become of fixed editions, whatever the
// content pack says today.
func looks(t *testing.T) []byte {
	t.Helper()
	sum := sha256.New()
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
		e := plan.Edition{}
		e.Plan = fixedEdition(t, a)
		e.Info = *e.Plan.EditionInfo
		e.Plan.EditionInfo, e.Info.Layout = nil, 0
		file, _, err := Render(e, Options{Now: noon})
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(file)
	}
	return sum.Sum(nil)
}

// fixedEdition reads the edition for an audience that was kept; where there is
// none, one is kept with -update.
func fixedEdition(t *testing.T, a plan.Audience) plan.Plan {
	t.Helper()
	path := fmt.Sprintf("testdata/edition-%s.json.gz", a)
	if _, err := os.Stat(path); err != nil && *update {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(plan.For(starter(t), pack(t), a, "").Payload())
		_ = z.Close()
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
