package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bekwaam/internal/border"
	"bekwaam/internal/need"
	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/text"
)

// borderStep takes all texts where CI is set and some of each class elsewhere.
func borderStep() int {
	if os.Getenv("CI") != "" {
		return 1
	}
	return 17
}

// borderRun runs commands and looks at everything that they say.
func borderRun(t *testing.T) (World, func(args ...string) (int, string)) {
	t.Helper()
	w, out := testWorld(t)
	said := &bytes.Buffer{}
	w.Err = said
	return w, func(args ...string) (int, string) {
		t.Helper()
		out.Reset()
		said.Reset()
		code := Run(w, args)
		for _, s := range []string{out.String(), said.String()} {
			if what := border.Raw(s); what != "" {
				t.Errorf("%q said %s in %q", args, what, s)
			}
		}
		return code, out.String() + said.String()
	}
}

// freeKeys hold words of people in a document.
var freeKeys = strings.Fields(`about board by description development_points effect_on_pupils evidence_planned function funding group input_used
	later learning_question leerling let_go material name next note own_choice promises_by_school question question_to_coach reason rem result school
	signs smallest_step source_words status_reason strengths summary_for_board support target_behaviour text time_in_timetable title trots what
	what_changes what_worked who why_for_pupils wie-helpt wringt link_school replacement school_code`)

// filled puts the texts into the free fields of a document, one after another,
// and returns the paths of the fields with what stands there.
func filled(t *testing.T, texts []border.Text) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/cases/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(plan.WriteJSON(p), &tree); err != nil {
		t.Fatal(err)
	}
	n := 0
	var fill func(key string, v any) any
	fill = func(key string, v any) any {
		switch v := v.(type) {
		case string:
			if slices.Contains(freeKeys, key) && n < len(texts) {
				n++
				return "x" + texts[n-1].Text // a name may not be empty
			}
		case []any:
			for i := range v {
				v[i] = fill(key, v[i])
			}
		case map[string]any:
			for _, k := range sortedKeys(v) {
				v[k] = fill(k, v[k])
			}
		}
		return v
	}
	fill("", tree)
	if n < len(texts) {
		t.Fatalf("room for %d of %d texts", n, len(texts))
	}
	b, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func sortedKeys(m map[string]any) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// TestTheBorderHoldsAtImport takes texts in with a document and follows them
// to everything that comes out: words, data, pages, metadata.
func TestTheBorderHoldsAtImport(t *testing.T) {
	all := border.Texts(t, borderStep())
	for part := range slices.Chunk(all, 120) {
		_, run := borderRun(t)
		dir := t.TempDir()
		name := filepath.Join(dir, "plan.json")
		if err := os.WriteFile(name, filled(t, part), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"import", name, "--dry-run"}, {"import", name}, {"list"}, {"show", "latest"}, {"show", "latest", "--json"}, {"show", "latest", "--audience", "board"},
			{"check", "latest"}, {"ledger", "latest"}, {"focus", "latest"}, {"coverage", "latest"}, {"history", "latest"}, {"doctor"},
			{"export", "latest", "-o", filepath.Join(dir, "out.json"), "--audience", "self"},
			{"export", "latest", "-o", filepath.Join(dir, "out.yaml"), "--audience", "self", "--format", "yaml"},
			{"export", "latest", "-o", filepath.Join(dir, "self.pdf"), "--audience", "self", "--format", "pdf"},
			{"export", "latest", "-o", filepath.Join(dir, "board.pdf"), "--audience", "board"}} {
			if code, said := run(args...); code != Done {
				t.Fatalf("%v ended with %d: %s", args, code, said)
			}
		}
		out, err := os.ReadFile(filepath.Join(dir, "out.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range part {
			want, _ := text.Text("x"+string([]rune(x.Text)), 1<<20) // a document cannot hold broken bytes
			quoted, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(unescaped(out), unescaped(quoted)) {
				t.Errorf("%s: %q is not there as %q", x.Class, x.Text, want)
			}
		}
		for _, file := range []string{"out.json", "out.yaml"} {
			data, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			if what := border.Raw(string(data)); what != "" {
				t.Errorf("%s holds %s", file, what)
			}
		}
		borderTables(t, run, dir)
		for _, file := range []string{"self.pdf", "board.pdf"} {
			borderPDF(t, filepath.Join(dir, file), part)
		}
	}
}

// borderTables looks at what goes to spreadsheets and calendars.
func borderTables(t *testing.T, run func(args ...string) (int, string), dir string) {
	t.Helper()
	for _, table := range []string{"hours", "judgements", "evidence", "calendar"} {
		name := filepath.Join(dir, "table")
		args := []string{"export", "latest", "-o", name, "--audience", "self", "--format", "csv", "--table", table}
		if table == "calendar" {
			args = []string{"export", "latest", "-o", name, "--audience", "self", "--format", "ics"}
		}
		if code, said := run(args...); code != Done {
			t.Fatalf("%v ended with %d: %s", args, code, said)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		// A line of a calendar is folded between octets, and unfolded by a reader.
		s := strings.NewReplacer("\ufeff", "", "\r\n ", "", "\r\n", "\n").Replace(string(data))
		if what := border.Raw(s); what != "" {
			t.Errorf("%s holds %s", table, what)
		}
		if table == "calendar" {
			continue
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
		r.Comma, r.FieldsPerRecord = ';', -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "-") && strings.Trim(cell, "-0123456789,.") == "" {
					continue // a number
				}
				if first := strings.TrimLeft(cell, " \n\"'"); !strings.HasPrefix(cell, "'") && first != "" && strings.ContainsRune("=+-@＝＋－＠﹣", []rune(first)[0]) {
					t.Errorf("%s: the cell %q is a formula", table, cell)
				}
			}
		}
	}
}

// unescaped undoes what writers of JSON may write in two ways.
func unescaped(b []byte) []byte {
	return []byte(strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&", `\u2028`, "\u2028", `\u2029`, "\u2029").Replace(string(b)))
}

// fromRight is a word in Hebrew or Arabic, which pdftotext itself puts between
// two marks.
var fromRight = regexp.MustCompile(`\x{202b}([\p{Hebrew}\p{Arabic}\p{Mn}\s]+)\x{202c}`)

// borderPDF looks at the pages, the metadata and the data of a file.
func borderPDF(t *testing.T, name string, texts []border.Text) {
	t.Helper()
	need.Tool(t, "pdftotext", "pdfinfo")
	pages, err := exec.Command("pdftotext", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	about, err := exec.Command("pdfinfo", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := fromRight.ReplaceAllString(strings.ReplaceAll(string(pages), "\f", "\n"), "$1")
	for _, s := range []string{seen, string(about)} {
		if what := border.Raw(s); what != "" {
			t.Errorf("%s: %s", filepath.Base(name), what)
		}
	}
	if strings.HasPrefix(filepath.Base(name), "self") {
		plain := strings.Join(strings.Fields(seen), "")
		for _, x := range texts {
			want, _ := text.Text("x"+x.Text, 1<<20)
			if x.Class == "markup" && !strings.Contains(plain, strings.Join(strings.Fields(want), "")) {
				t.Errorf("the pages do not have %q", want)
			}
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdf.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	cat := f.Dict(f.Last().Trailer.Get("Root"))
	object, err := f.Get(cat.Get("Metadata"))
	stream, ok := object.(*pdf.Stream)
	if err != nil || !ok {
		t.Fatalf("%s: no metadata, %v", name, err)
	}
	meta := stream.Raw
	if what := border.Raw(strings.ReplaceAll(string(meta), "\ufeff", "")); what != "" {
		t.Errorf("%s: the metadata have %s", filepath.Base(name), what)
	}
	for d := xml.NewDecoder(bytes.NewReader(meta)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: the metadata are no XML: %v", filepath.Base(name), err)
		}
	}
	att, ok, err := f.Attachment("bekwaam.json")
	if err != nil || !ok {
		t.Fatalf("%s: no data, %v", name, err)
	}
	if what := border.Raw(string(att.Data)); what != "" {
		t.Errorf("%s: the data have %s", filepath.Base(name), what)
	}
	if _, _, err := plan.Read(att.Data); err != nil {
		t.Errorf("%s: the data cannot be read: %v", name, err)
	}
}
