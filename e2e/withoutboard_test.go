package e2e

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"bekwaam/internal/need"
)

// ways are ways of working without a board, and what is typed for them on the
// first step.
var ways = []struct {
	id      string
	step1   []key
	receive string // who gets the plan
}{
	{"invalpool", join(free("Bo Bos"), k("Enter Right Right Enter Enter Enter"), free("basisschool De Wilgenhof"), k("Enter"), free("Invalpool Het Web"),
		k("Enter"), free("groep 5"), k("Enter"), typed("0,8"), k("Enter Enter"), free("Ilse Vermeer"), k("Enter"), free("Daan Willems"), k("Enter Enter Enter Enter")),
		"Daan Willems"},
	{"tussen", join(free("Bo Bos"), k("Enter Right Right Right Right Right Right Enter Enter Enter"), free("Ilse Vermeer"), k("Enter"), free("Daan Willems"),
		k("Enter Enter Enter Enter")), "Daan Willems"},
}

// TestWithoutABoard goes from the first start to a signed PDF in the supply
// pool and between two jobs, and then takes the same plan to a board.
func TestWithoutABoard(t *testing.T) {
	need.Tool(t, "pdftotext")
	for _, way := range ways {
		t.Run(way.id, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := shortest()
			for i, p := range path {
				if p.screens == "S10" {
					path[i].on = []visit{{p.on[0].until, way.step1}}
				}
			}
			before := document(t, along(t, path, dir, 0))
			if got := before["profile"].(map[string]any)["employment"]; got != way.id {
				t.Fatalf("works as %v", got)
			}
			for _, line := range before["entitlement_lines"].([]any) {
				if id, _ := line.(map[string]any)["line"].(string); strings.HasPrefix(id, "po-") {
					t.Errorf("a line of the collective agreement: %s", id)
				}
			}
			pdfs, _ := filepath.Glob(filepath.Join(dir, "*", "*.pdf"))
			out, err := exec.Command("pdftotext", "-layout", pdfs[0], "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			text := string(out)
			if !strings.Contains(text, way.receive) {
				t.Errorf("the PDF does not name %s", way.receive)
			}
			for _, word := range []string{"Schoolbestuur", "schoolbestuur", "Bestuur:", "cao-"} {
				if strings.Contains(text, word) {
					t.Errorf("the PDF says %q:\n%s", word, text)
				}
			}
			moveToBoard(t, dir, before)
		})
	}
}

// moveToBoard makes a new version of the plan in which its teacher works for
// a board, and asks that nothing was lost.
func moveToBoard(t *testing.T, dir string, before map[string]any) {
	t.Helper()
	x := start(t, 80, 24, dir)
	x.until("2026–2027")
	x.send(k("Enter"), 0)
	x.until("Jouw pad")
	x.send(k("n"), 0)
	x.until("Versie 2 is begonnen")
	x.send(k("Home Enter"), 0)
	x.until("1 Jij en je werk")
	x.toward("BTab", "› Ik werk")
	x.toward("Right", "vast of tijdelijk bij een schoolbestuur")
	x.until("vast of tijdelijk bij een schoolbestuur", "bewaard")
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")
	out, code := run(t, dir, "show", "latest", "--json")
	if code != 0 {
		t.Fatalf("show ends with %d", code)
	}
	after := document(t, out)
	if got := after["profile"].(map[string]any)["employment"]; got != "bestuur" {
		t.Fatalf("works as %v", got)
	}
	for _, block := range []string{"survey", "competence_views", "goals", "activities", "agreements", "notes", "evidence"} {
		if !reflect.DeepEqual(before[block], after[block]) {
			t.Errorf("%s changed on the way to a board:\n%v\n%v", block, before[block], after[block])
		}
	}
	lines := 0
	for _, line := range after["entitlement_lines"].([]any) {
		if id, _ := line.(map[string]any)["line"].(string); strings.HasPrefix(id, "po-") {
			lines++
		}
	}
	if lines == 0 {
		t.Error("at a board no line of the collective agreement is offered")
	}
}

// toward presses a key until the screen holds a text.
func (x *terminal) toward(name, text string) {
	x.t.Helper()
	for range 30 {
		was := x.screen()
		if strings.Contains(was, text) {
			return
		}
		x.send(k(name), 0)
		for end := time.Now().Add(10 * time.Second); x.screen() == was && time.Now().Before(end); {
			time.Sleep(15 * time.Millisecond)
		}
	}
	x.t.Fatalf("%s never led to %q:\n%s", name, text, x.screen())
}

func document(t *testing.T, s string) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal([]byte(s), &out); err != nil {
		t.Fatal(err)
	}
	return out
}
