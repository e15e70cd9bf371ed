package cli

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"bekwaam/internal/border"
	"bekwaam/text"
)

var spoils = flag.Int("spoils", 0, "how many altered files are tried at every door; 0: few, or more where CI is set")

// doorsEnv tells the child of TestHostileDoors to do the work.
const doorsEnv = "BEKWAAM_DOORS"

// TestHostileDoors brings altered and hostile files to every command that
// reads files: each is refused by name, in time, in little memory, and the
// digest of the store stays the same. A child does it, so that nothing else
// counts as its memory.
func TestHostileDoors(t *testing.T) {
	if dir := os.Getenv(doorsEnv); dir != "" {
		newDoorway(t, dir).openNone()
		return
	}
	n := *spoils
	if n == 0 {
		n = 20
		if os.Getenv("CI") != "" {
			n = 500
		}
	}
	d := newDoorway(t, t.TempDir())
	d.genuine()
	d.made()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestHostileDoors$", "-test.v", "-test.timeout", "20m", "-spoils", fmt.Sprint(n))
	cmd.Env = append(os.Environ(), doorsEnv+"="+d.dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, "files refused") {
			t.Log(strings.TrimSpace(line))
		}
	}
}

// doorway is a folder with a store, the genuine files that are spoiled and
// those that were made to do harm.
type doorway struct {
	t       *testing.T
	dir     string
	run     func(args ...string) (int, string)
	before  string
	refused int
}

func newDoorway(t *testing.T, dir string) *doorway {
	t.Helper()
	_, run := borderRun(t)
	return &doorway{t: t, dir: dir, run: func(args ...string) (int, string) {
		t.Helper()
		return run(append([]string{"--data", filepath.Join(dir, "data")}, args...)...)
	}}
}

func (d *doorway) at(name string) string { return filepath.Join(d.dir, name) }

// genuine makes the files that are spoiled.
func (d *doorway) genuine() {
	d.t.Helper()
	for _, args := range [][]string{{"import", "testdata/cases/starter.yaml"}, {"key", "create", "--name", "Noor", "--alg", "p256"},
		{"export", "latest", "-o", d.at("board.pdf"), "--audience", "board"}, {"sign", d.at("board.pdf"), "--as", "teacher"},
		{"export", "latest", "-o", d.at("coach.pdf"), "--audience", "coach"}, {"backup", "-o", d.at("all.bekwaam")}} {
		if code, said := d.run(args...); code != Done {
			d.t.Fatalf("%v: %s", args, said)
		}
	}
}

// openNone tries all files.
func (d *doorway) openNone() {
	_, d.before = d.run("digest")
	d.altered(*spoils)
	d.t.Logf("%d altered files refused", d.refused)
	before := d.refused
	files, err := os.ReadDir(d.at("made"))
	if err != nil || len(files) < 200 {
		d.t.Fatalf("%d files, %v", len(files), err)
	}
	for i, f := range files {
		if *spoils < 100 && i%6 != 0 {
			continue
		}
		doors := readers
		if strings.Contains(f.Name(), "framework") {
			doors = [][]string{{"framework", "check"}, {"framework", "import", "--as", "bestuur"}, {"framework", "import", "--dry-run"}, {"framework", "diff", "nl-po"}, {"import"}, {"restore"}}
		}
		d.refuse(f.Name(), filepath.Join(d.at("made"), f.Name()), doors...)
	}
	d.kinds()
	d.t.Logf("%d hostile files refused", d.refused-before)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	d.t.Logf("%d MB of memory for the files refused", m.HeapSys>>20)
	if m.HeapSys > hostileMemory && !raceDetector {
		d.t.Errorf("%d MB of memory", m.HeapSys>>20)
	}
}

// readers are all commands that read a file of somebody else.
var readers = [][]string{{"import"}, {"import", "--dry-run", "--as-new", "--accept-unsigned"}, {"verify"}, {"restore"}, {"framework", "check"}, {"framework", "import"}, {"key", "import"}, {"key", "pin", "--name", "Iemand"}}

// altered spoils files whose every byte counts.
func (d *doorway) altered(n int) {
	random := rand.New(rand.NewPCG(8, 2026))
	for _, g := range []struct {
		name  string
		share int // of five
		doors [][]string
	}{
		{"board.pdf", 2, [][]string{{"import", "--as-new", "--accept-unsigned"}, {"verify"}}},
		{"coach.pdf", 1, [][]string{{"import", "--as-new"}, {"verify"}}},
		{"all.bekwaam", 2, [][]string{{"restore"}, {"import"}, {"framework", "check"}, {"framework", "import"}}},
	} {
		whole, err := os.ReadFile(d.at(g.name))
		if err != nil {
			d.t.Fatal(err)
		}
		for i := range n * g.share / 5 {
			d.try(fmt.Sprintf("%s, altered, %d", g.name, i), alter(random, whole), g.doors...)
		}
	}
}

// alter changes a file in one of the ways in which files change on their way.
func alter(random *rand.Rand, whole []byte) []byte {
	b := bytes.Clone(whole)
	n := random.IntN(len(b) - 1200)
	switch random.IntN(7) {
	case 0:
		return b[:n]
	case 1:
		return append(b[:n], b[n+1+random.IntN(1000):]...)
	case 2:
		return append(b[:n:n], append([]byte("\x1b]52;c;eA==\x07<<"), b[n:]...)...)
	case 3:
		for i := range 1 + random.IntN(1000) {
			b[n+i] ^= 0x5a
		}
	case 4:
		m := random.IntN(len(b) - 1200)
		block := bytes.Clone(b[n : n+600])
		if bytes.Equal(block, b[m:m+600]) {
			b[n] ^= 1
		}
		copy(b[m:], block)
	case 5:
		return append(b[:n:n], append(bytes.Clone(b[n:n+1+random.IntN(1000)]), b[n:]...)...)
	default:
		b[n] ^= 1 << random.IntN(8)
	}
	return b
}

// try brings a file to doors, all of which must stay shut.
func (d *doorway) try(name string, data []byte, doors ...[]string) {
	d.t.Helper()
	path := d.at("file")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.refuse(name, path, doors...)
}

func (d *doorway) refuse(name, path string, doors ...[]string) {
	d.t.Helper()
	d.refused++
	for _, door := range doors {
		n := 1
		if door[0] == "framework" || door[0] == "key" {
			n = 2
		}
		args := append(append(append([]string{}, door[:n]...), path), door[n:]...)
		start := cpuTime()
		code, said := d.run(args...)
		if took := cpuTime() - start; took > hostileTime && !raceDetector {
			d.t.Errorf("%s: %v took %v of the processor", name, door, took)
		}
		if code == Done {
			d.t.Errorf("%s: %v took it: %.200s", name, door, said)
		}
		if door[0] != "verify" && !strings.Contains(said, "; wat te doen: ") {
			d.t.Errorf("%s: %v does not say what to do: %.200q", name, door, said)
		}
	}
	if _, after := d.run("digest"); after != d.before {
		d.t.Fatalf("%s changed the store", name)
	}
	if d.spoiledFrameworks(doors) {
		d.t.Fatalf("%s left a framework", name)
	}
}

// made writes files that were made to do harm. What they say is in their
// names, for the tests alone.
func (d *doorway) made() {
	d.t.Helper()
	all := append(append(hostileDocuments(), hostileBackups(d)...), hostileFrameworks(d.t)...)
	for i, x := range border.Texts(d.t, 5) { // what is in no file of ours
		all = append(all, hostileFile{fmt.Sprintf("text %d", i), []byte(x.Text + "\n")})
	}
	if err := os.Mkdir(d.at("made"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	for i, h := range all {
		if err := os.WriteFile(filepath.Join(d.at("made"), fmt.Sprintf("%03d-%s", i, text.FileName(h.name))), h.file, 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
}

// kinds brings what is no ordinary file.
func (d *doorway) kinds() {
	d.t.Helper()
	fifo, loop, sparse, empty := d.at("fifo"), d.at("loop"), d.at("sparse"), d.at("empty")
	if err := makeFIFO(fifo); err != nil {
		d.t.Fatal(err)
	}
	if err := os.Symlink(loop, loop); err != nil {
		d.t.Fatal(err)
	}
	for path, size := range map[string]int64{sparse: 20 << 30, empty: 0} {
		f, err := os.Create(path)
		if err != nil {
			d.t.Fatal(err)
		}
		if err := f.Truncate(size); err != nil {
			d.t.Fatal(err)
		}
		f.Close()
	}
	for _, path := range []string{fifo, loop, sparse, empty, d.at("."), d.at("nothing"), "/dev/zero", "/dev/null", "/dev/tty", d.at("all.bekwaam") + "/x", d.at("a\x00b")} {
		d.refuse(path, path, readers...)
	}
	for name, to := range map[string]string{"to-fifo": fifo, "to-zero": "/dev/zero", "to-dir": d.at(".")} {
		if err := os.Symlink(to, d.at(name)); err != nil {
			d.t.Fatal(err)
		}
		d.refuse(name, d.at(name), readers...)
	}
}

// hostileBackups are backups that keep the form and hold what none may, with
// the hashes right where that is possible.
func hostileBackups(d *doorway) (out []hostileFile) {
	whole, err := os.ReadFile(d.at("all.bekwaam"))
	if err != nil {
		d.t.Fatal(err)
	}
	var about, snapshot []byte
	for r := tar.NewReader(bytes.NewReader(whole)); ; {
		h, err := r.Next()
		if err != nil {
			break
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			d.t.Fatal(err)
		}
		switch h.Name {
		case "bekwaam.txt":
			about = b.Bytes()
		case "store.snapshot":
			snapshot = b.Bytes()
		}
	}
	type entry struct {
		name string
		data []byte
		kind byte
	}
	add := func(name string, entries ...entry) {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, e := range entries {
			h := &tar.Header{Name: e.name, Mode: 0o600, Size: int64(len(e.data)), Typeflag: e.kind, Format: tar.FormatUSTAR}
			if e.kind == 0 {
				h.Typeflag = tar.TypeReg
			}
			if e.kind == tar.TypeSymlink || e.kind == tar.TypeLink {
				h.Linkname, h.Size = "/etc/passwd", 0
			}
			if err := w.WriteHeader(h); err != nil {
				d.t.Fatal(err)
			}
			if h.Size > 0 {
				_, _ = w.Write(e.data)
			}
		}
		_ = w.Flush()
		sum := sha256.Sum256(b.Bytes())
		line := fmt.Sprintf("%x", sum)
		_ = w.WriteHeader(&tar.Header{Name: "bekwaam.sha256", Mode: 0o600, Size: 512, Typeflag: tar.TypeReg, Format: tar.FormatUSTAR})
		_, _ = w.Write([]byte(line + strings.Repeat("\n", 512-len(line))))
		_ = w.Close()
		out = append(out, hostileFile{"backup: " + name, b.Bytes()})
	}
	first, second := entry{"bekwaam.txt", about, 0}, entry{"store.snapshot", snapshot, 0}
	add("nothing in it")
	add("about only", first)
	add("snapshot only", second)
	add("the other way round", second, first)
	add("about twice", first, first, second)
	add("snapshot twice", first, second, second)
	for _, name := range []string{"../../x", "/etc/x", "files/../../x", "files", "files/" + strings.Repeat("0", 63), "files/" + strings.Repeat("G", 64), "files/" + strings.Repeat("0", 64), "x", "store.snapshot/x", "files/\x1b[2J"} {
		add("a file "+name, first, second, entry{name, []byte("x"), 0})
	}
	for _, kind := range []byte{tar.TypeSymlink, tar.TypeLink, tar.TypeChar, tar.TypeBlock, tar.TypeDir, tar.TypeFifo} {
		add(fmt.Sprintf("of kind %c", kind), first, second, entry{"files/" + strings.Repeat("0", 64), nil, kind})
		add(fmt.Sprintf("snapshot of kind %c", kind), first, entry{"store.snapshot", nil, kind})
	}
	for _, s := range []string{"", "bekwaam/backup 99\nfiles 0\nkeys no\n", "bekwaam/backup -1\nfiles 0\nkeys no\n", "bekwaam/backup 1\nfiles 999999\nkeys no\n", "bekwaam/backup 1\nfiles -1\nkeys no\n", "iets anders", strings.Repeat("x", 5000), "bekwaam/backup 99999999999999999999\n"} {
		add(fmt.Sprintf("about %.20q", s), entry{"bekwaam.txt", []byte(s), 0}, second)
	}
	for i := range 12 { // the content of the snapshot, with its own hash right
		b := bytes.Clone(snapshot[:len(snapshot)-sha256.Size])
		switch {
		case i < 6:
			b = b[:len(b)*i/6]
		case i < 11:
			b[len(b)*(i-6)/5] ^= 0x55
		default:
			b = bytes.Repeat([]byte{0}, 1<<20)
		}
		sum := sha256.Sum256(b)
		add(fmt.Sprintf("snapshot %d", i), first, entry{"store.snapshot", append(b, sum[:]...), 0})
	}
	add("garbage as snapshot", first, entry{"store.snapshot", bytes.Repeat([]byte("bekwaam"), 4<<20), 0})
	return out
}

// spoiledFrameworks reports whether a framework is here that was read in, once
// a door for frameworks was tried.
func (d *doorway) spoiledFrameworks(doors [][]string) bool {
	d.t.Helper()
	for _, door := range doors {
		if len(door) > 1 && door[1] == "import" && len(door) > 2 {
			_, said := d.run("framework", "list", "--json")
			return strings.Contains(said, `"own": {`)
		}
	}
	return false
}
