package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/plan"
)

// remarkOn is a comment to make in another program.
type remarkOn struct {
	Find   string `json:"find"`
	Kind   string `json:"kind"`
	Author string `json:"author"`
	Text   string `json:"text"`
	item   string
}

// aRound is a teacher's store with a coach's edition made of the worked case,
// and what the command prints.
func aRound(t *testing.T) (edition string, run func(want int, args ...string) string) {
	t.Helper()
	w, out := testWorld(t)
	run = func(want int, args ...string) string {
		t.Helper()
		out.Reset()
		if code := Run(w, args); code != want {
			t.Fatalf("%v: exit code %d, want %d", args, code, want)
		}
		return out.String()
	}
	run(Done, "import", "testdata/cases/starter.yaml")
	run(Done, "key", "create", "--name", "Noor Bedachtsma", "--alg", "p256")
	edition = filepath.Join(t.TempDir(), "v1.pdf")
	run(Done, "export", "latest", "-o", edition, "--audience", "coach")
	return edition, run
}

func notesOf(t *testing.T, run func(int, ...string) string) []plan.Note {
	t.Helper()
	p, _, err := plan.Read([]byte(run(Done, "show", "latest", "--json")))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(p.Notes, func(n plan.Note) bool { return n.Via != plan.NoteElsewhere })
}

// TestCommentsOfOtherPrograms: copies of a coach's edition that MuPDF, Poppler
// and MuPDF with qpdf behind it commented and saved, each in its own way, give
// the same notes at the right items, with the name that was written, and no
// text of the plan changes.
func TestCommentsOfOtherPrograms(t *testing.T) {
	need.Tool(t, "mutool", "qpdf")
	need.Poppler(t)
	remarks := []remarkOn{
		{"zo opbouwen dat de ene groep", "Highlight", "Wil Denkbeeld", "Hier zit je vraag.", "d1"},
		{"een zorg over lezen of rekenen", "Text", "Wil Denkbeeld", "Met wie oefen je dit?", "d2"},
		{"woensdag echt", "Text", "W. Denkbeeld (école) \u2013 Łódź", "Begin met één dag.", "d3"},
		{"ik er zes om half vijf weg", "Text", "Wil Denkbeeld", "Knap.", "midyear"},
		{"dezelfde telling", "Highlight", "Wil Denkbeeld", "Deze telling wil ik bewaren.", "a2"},
		{"Waarmee het gesprek opent", "Text", "Wil", "Begin hier.", "plan"},
	}
	var ids [][]string
	for _, how := range []string{"mutool", "mutool rewritten", "poppler", "qpdf"} {
		edition, run := aRound(t)
		dir := t.TempDir()
		list := filepath.Join(dir, "remarks.json")
		copied := filepath.Join(dir, "copy.pdf")
		raw, err := json.Marshal(remarks)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(list, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		tool := func(name string, args ...string) {
			t.Helper()
			if b, err := exec.Command(name, args...).CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", how, err, b)
			}
		}
		switch how {
		case "mutool":
			tool("mutool", "run", "testdata/annotate/mupdf.js", edition, copied, list, "incremental")
		case "mutool rewritten":
			tool("mutool", "run", "testdata/annotate/mupdf.js", edition, copied, list, "garbage,compress")
		case "poppler":
			tool(need.SystemPython, "testdata/annotate/poppler.py", edition, copied, list)
		case "qpdf":
			tool("mutool", "run", "testdata/annotate/mupdf.js", edition, copied+".1", list, "incremental")
			tool("qpdf", "--object-streams=generate", "--linearize", copied+".1", copied)
		}
		run(NotTrusted, "import", copied)
		if len(notesOf(t, run)) != 0 {
			t.Fatalf("%s: notes without a word from the person", how)
		}
		run(Done, "import", copied, "--accept-unsigned")
		notes := notesOf(t, run)
		run(Done, "import", copied, "--accept-unsigned") // once more brings nothing
		if again := notesOf(t, run); len(again) != len(remarks) || len(notes) != len(remarks) {
			t.Fatalf("%s: %d notes, the second time %d, want %d", how, len(notes), len(again), len(remarks))
		}
		var got []string
		for _, x := range remarks {
			at := slices.IndexFunc(notes, func(n plan.Note) bool { return n.Text == x.Text })
			if at < 0 {
				t.Fatalf("%s: %q is missing in %+v", how, x.Text, notes)
			}
			n := notes[at]
			if n.By != x.Author || n.About != x.item || n.Key != "" || n.RecordedBy != "Noor Bedachtsma" || n.AboutHash == "" || n.Source == "" {
				t.Errorf("%s: %q came in as %+v, want it at %s by %s", how, x.Text, n, x.item, x.Author)
			}
			if strings.HasSuffix(x.Text, "?") != (n.Kind == plan.NoteQuestion) {
				t.Errorf("%s: %q is a %s", how, x.Text, n.Kind)
			}
			got = append(got, n.About+" "+n.By+" "+n.Kind+" "+n.Text)
		}
		ids = append(ids, got)
	}
	for _, x := range ids[1:] {
		if !slices.Equal(x, ids[0]) {
			t.Errorf("one program gives %v, another %v", ids[0], x)
		}
	}
}

// TestCommentsChangeNoText: everything but the notes is as it was, byte for
// byte, and a file that nobody commented is taken as one's own.
func TestCommentsChangeNoText(t *testing.T) {
	need.Tool(t, "mutool")
	edition, run := aRound(t)
	content := func() string {
		var p map[string]any
		if err := json.Unmarshal([]byte(run(Done, "show", "latest", "--json")), &p); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"notes", "revision"} {
			delete(p, key)
		}
		raw, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	before := content()
	if out := run(Done, "import", edition, "--json"); !strings.Contains(out, `"unchanged": true`) {
		t.Errorf("one's own file: %s", out)
	}
	list, copied := filepath.Join(t.TempDir(), "remarks.json"), filepath.Join(t.TempDir(), "copy.pdf")
	raw, _ := json.Marshal([]remarkOn{{Find: "Half vijf", Kind: "FreeText", Author: "", Text: "Anders."}, {Find: "Half vijf", Kind: "Highlight", Author: "Wil"}})
	if err := os.WriteFile(list, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := exec.Command("mutool", "run", "testdata/annotate/mupdf.js", edition, copied, list, "incremental").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	run(Done, "import", copied, "--accept-unsigned")
	if notes := notesOf(t, run); len(notes) != 2 || notes[0].By != "iemand zonder naam" || notes[1].Text != "(gemarkeerd, zonder woorden)" {
		t.Errorf("%+v", notes)
	}
	if content() != before {
		t.Error("a comment changed something else than the notes")
	}
}
