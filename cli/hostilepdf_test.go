package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

var updateHostile = flag.Bool("update-hostile", false, "write testdata/hostile.golden anew")

// What reading a hostile file may take, however large it is.
const (
	hostileTime   = 2 * time.Second // of the processor
	hostileMemory = 200 << 20       // bytes of heap
)

// hostileEnv hands the child a list of files.
const hostileEnv = "BEKWAAM_HOSTILE_FILES"

// TestHostilePDFs hands every hostile file to whatever reads files: each is
// refused for the reason that stands in testdata/hostile.golden, in time, in
// little memory, and changes nothing.
//
// A child process reads, so that nothing else counts. In CI there is one for
// each file, and the floods are among them; watching for races would take many
// times as long.
func TestHostilePDFs(t *testing.T) {
	long := os.Getenv("CI") != "" && !raceDetector || *updateHostile
	dir := t.TempDir()
	var names, files []string
	for _, h := range hostileFiles(t, long) {
		path := filepath.Join(dir, fmt.Sprintf("%03d.pdf", len(files)))
		if err := os.WriteFile(path, h.file, 0o600); err != nil {
			t.Fatal(err)
		}
		names, files = append(names, h.name), append(files, path)
	}
	var got []refused
	if long {
		for i := range files {
			got = append(got, readHostile(t, files[i:i+1])...)
		}
	} else {
		got = readHostile(t, files)
	}
	table := &strings.Builder{}
	for i, r := range got {
		if r.Import == Done || r.Verify == Done {
			t.Errorf("%s: import ended with %d, verify with %d", names[i], r.Import, r.Verify)
		}
		fmt.Fprintf(table, "%s\n    judged %s; read %s\n    import %d: %s\n    verify %d: %s\n", names[i], r.Judged, r.Read, r.Import, r.ImportSaid, r.Verify, r.VerifySaid)
	}
	const golden = "testdata/hostile.golden"
	if *updateHostile {
		if err := os.WriteFile(golden, []byte(table.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		if entry := entryOf(table.String(), names[i]); entry == "" || entry != entryOf(string(want), names[i]) {
			t.Errorf("%s\ngot:\n%swant:\n%s", names[i], entry, entryOf(string(want), names[i]))
		}
	}
	if long && table.Len() != len(want) {
		t.Errorf("%s has other files", golden)
	}
}

// entryOf is what a table says of the file called name.
func entryOf(table, name string) string {
	_, rest, ok := strings.Cut("\n"+table, "\n"+name+"\n")
	if !ok {
		return ""
	}
	lines := strings.SplitAfterN(rest, "\n", 4)
	return strings.Join(lines[:min(3, len(lines))], "")
}

// refused is what came of one file.
type refused struct {
	Judged, Read           string
	Import, Verify         int
	ImportSaid, VerifySaid string
	Took                   time.Duration // of the processor, for the slowest of the four
}

// readHostile lets a child read files, and holds it to its bounds.
func readHostile(t *testing.T, files []string) []refused {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestReadHostile$", "-test.timeout", "5m")
	cmd.Env = append(os.Environ(), hostileEnv+"="+strings.Join(files, "\n"))
	out, err := cmd.CombinedOutput()
	_, result, ok := strings.Cut(string(out), "result ")
	var got struct {
		Files []refused
		Heap  uint64
	}
	if err != nil || !ok || json.NewDecoder(strings.NewReader(result)).Decode(&got) != nil || len(got.Files) != len(files) {
		t.Fatalf("%v: %v\n%s", files, err, out)
	}
	for i, r := range got.Files {
		if r.Took > hostileTime && !raceDetector {
			t.Errorf("%s: reading it in one way took %v, at most %v", files[i], r.Took, hostileTime)
		}
	}
	if got.Heap > hostileMemory {
		t.Errorf("%s and on: %d MB of memory", files[0], got.Heap>>20)
	}
	return got.Files
}

// TestReadHostile is the child of TestHostilePDFs; by itself it does nothing.
func TestReadHostile(t *testing.T) {
	list := os.Getenv(hostileEnv)
	if list == "" {
		return
	}
	w, out := testWorld(t)
	said := &bytes.Buffer{}
	w.Err = said
	run := func(args ...string) (int, string) {
		out.Reset()
		said.Reset()
		code := Run(w, args)
		lines := strings.Split(strings.TrimSpace(said.String()), "\n")
		s := lines[len(lines)-1] // remarks stand before it
		if s == "" {
			s, _, _ = strings.Cut(out.String(), "\n")
		}
		s, _, _ = strings.Cut(strings.TrimPrefix(s, "bekwaam: "), "; wat te doen: ")
		return code, strings.ReplaceAll(s, args[1], "FILE")
	}
	var got struct {
		Files []refused
		Heap  uint64
	}
	for _, path := range strings.Split(list, "\n") {
		var r refused
		timed := func(read func()) {
			runtime.GC()
			start := cpuTime()
			read()
			r.Took = max(r.Took, cpuTime()-start)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		timed(func() { r.Judged = judgedAs(data) })
		timed(func() {
			_, _, err := report.Read(data)
			r.Read = refusalOf(err)
		})
		data = nil
		timed(func() { r.Import, r.ImportSaid = run("import", path, "--as-new", "--accept-unsigned") })
		timed(func() { r.Verify, r.VerifySaid = run("verify", path) })
		got.Files = append(got.Files, r)
	}
	if code, _ := run("list", "--json"); code != Done || strings.TrimSpace(out.String()) != "[]" {
		t.Errorf("a hostile file got into the store: %s", out)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	got.Heap = m.HeapSys
	b, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("result %s\n", b)
}

// judgedAs names the error of seal.Verify, or its judgement with what is wrong.
func judgedAs(data []byte) string {
	rep, err := seal.Verify(data, seal.Trust{Now: time.Date(2027, 7, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return refusalOf(err)
	}
	for _, s := range rep.Signatures {
		rep.Problems = append(rep.Problems, s.Problems...)
	}
	out := []string{string(rep.Status)}
	for _, p := range rep.Problems {
		if c := string(p.Code); !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return strings.Join(out, " ")
}

// refusalOf names an error.
func refusalOf(err error) string {
	bad := (*plan.Error)(nil)
	for name, known := range map[string]error{
		"not-pdf": pdf.ErrNotPDF, "syntax": pdf.ErrSyntax, "limit": pdf.ErrLimit, "xref-stream": pdf.ErrXrefStream, "encrypted": pdf.ErrEncrypted,
		"no-data": report.ErrNoData, "changed-data": report.ErrChangedData,
	} {
		if errors.Is(err, known) {
			return name
		}
	}
	switch {
	case err == nil:
		return "fine"
	case errors.As(err, &bad):
		return "plan " + bad.Code
	}
	return err.Error()
}
