package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func asExit(err error, e **exec.ExitError) bool { return errors.As(err, e) }

// part is what a person types on screens that belong together: for each
// screen what must stand there before, and its keys.
type part struct {
	screens string
	on      []visit
}

type visit struct {
	until string
	keys  []key
}

func (p part) count() int {
	n := 0
	for _, v := range p.on {
		n += counted(v.keys)
	}
	return n
}

// sentence answers one sentence: which fits, the wish, on to the next.
var sentence = k("2 3 Enter")

func times(n int, keys []key) []key {
	var out []key
	for range n {
		out = append(out, keys...)
	}
	return out
}

// shortest is the shortest path from the first start to a signed PDF without
// a coach round.
func shortest() []part {
	month := visit{"Echt besteed", k("Right Enter Escape")}
	return []part{
		{"S01", []visit{{"Wie ben je?", k("Enter Enter Enter")}}},
		{"S03", []visit{{"Begin mijn plan voor 2026–2027", k("Enter")}}},
		{"S05", []visit{{"Jouw pad", k("Enter")}}},
		{"S10", []visit{{"1 Jij en je werk", join(free("Noor Bakker"), k("Enter Enter Enter"), free("basisschool De Wilgenhof"), k("Enter"),
			free("Stichting Stroomdal"), k("Enter"), free("groep 5"), k("Enter"), typed("0,8"), k("Enter Enter"),
			free("Ilse Vermeer"), k("Enter"), free("Karim Aziz"), k("Enter Enter Enter Enter"))}}},
		{"S20", []visit{{"open vragen", join(free("Dinsdag, toen iedereen doorwerkte."), k("Tab"),
			free("Als we van taal naar rekenen gaan ben ik zo vijf minuten kwijt."), k("Escape"))}}},
		{"S21 S22", []visit{{"Welke zin past bij mij?", k("Down Enter")}, {"Routines en leertijd, 1 van 4", times(4, sentence)},
			{"Welke zin past bij mij?", k("Enter")}, {"Lesdoel en verwachting, 1 van 4", times(4, sentence)}, {"Welke zin past bij mij?", k(">")}}},
		{"S30 S31", []visit{{"3 Mijn plek", k("2 Enter")}}},
		{"S40 S41", []visit{{"4 Doelen · doel 1 van 1",
			join(free("Hoe kan ik vlot wisselen van activiteit, zodat leerlingen binnen twee minuten weer aan het werk zijn?"), times(12, k("Tab")), k("Enter"))},
			{"Eén tot drie doelen", k(">")}}},
		{"S50 S51 S52", []visit{{"Nog geen activiteit", k("n")}, {"kiezen voor doel 1", k("Space Down Space Enter")},
			{"samen", k("Enter")}, month, {"samen", k("Down Enter")}, month, {"samen", k(">")}}},
		{"S60", []visit{{"Nog geen afspraak", k("n")}, {"Wie", join(free("Karim Aziz"), k("Enter"), free("Donderdagmiddag staat vrij in het rooster."), k("Enter Enter Enter"))},
			{"Donderdagmiddag staat vrij", k(">")}}},
		{"S70", []visit{{"7 Coachronde", k(">")}}},
		{"S74", []visit{{"je sleutel", k("Enter")}}},
		{"S80 S81 S82", []visit{{"Je sleutel is gemaakt", k("Enter")}, {"Je tekent", k("t")}, {"Je plan is getekend", k("Enter")}}},
	}
}

// walk goes the shortest path and returns the plan as the program shows it.
func walk(t *testing.T, dir string, pause time.Duration, wrap ...string) string {
	t.Helper()
	return mapped(t, along(t, shortest(), dir, pause, wrap...))
}

// along goes a path that ends with a signed PDF and returns the plan.
func along(t *testing.T, path []part, dir string, pause time.Duration, wrap ...string) string {
	t.Helper()
	x := start(t, 80, 24, dir, wrap...)
	for _, p := range path {
		for _, v := range p.on {
			x.until(v.until)
			x.send(v.keys, pause)
		}
	}
	x.until("Er is geen venster om de pdf te openen", "bewaard")
	x.send(k("C-c C-c"), pause)
	x.until("ENDED 0")
	out, code := run(t, dir, "show", "latest", "--json")
	if code != 0 {
		t.Fatalf("show ends with %d", code)
	}
	pdfs, err := filepath.Glob(filepath.Join(dir, "*", "*.pdf"))
	if err != nil || len(pdfs) != 1 {
		t.Errorf("found %v, want one signed PDF below the data", pdfs)
	}
	if len(pdfs) == 1 {
		if out, code := run(t, dir, "verify", pdfs[0]); code != 0 {
			t.Errorf("verify ends with %d:\n%s", code, out)
		}
	}
	return out
}

var (
	hexID   = regexp.MustCompile(`"(1:|sha256:)?[0-9a-z]{26,64}"`) // hashes are made over ids and packs
	instant = regexp.MustCompile(`"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"`)
	revNo   = regexp.MustCompile(`"revision": \d+`)
)

// mapped gives ids, times and revisions names in their order of appearance,
// so that two walks can be compared.
func mapped(t *testing.T, doc string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(doc), &v); err != nil {
		t.Fatalf("show prints no JSON: %v", err)
	}
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	s := string(b)
	for name, re := range map[string]*regexp.Regexp{"id": hexID, "time": instant, "revision": revNo} {
		seen := map[string]int{}
		s = re.ReplaceAllStringFunc(s, func(m string) string {
			if seen[m] == 0 {
				seen[m] = len(seen) + 1
			}
			if name == "revision" {
				return fmt.Sprintf(`"revision": "%s %d"`, name, seen[m])
			}
			return fmt.Sprintf(`"%s %d"`, name, seen[m])
		})
	}
	return s + "\n"
}

func TestShortestPath(t *testing.T) {
	t.Parallel()
	sum := 0
	for _, p := range shortest() {
		n := p.count()
		sum += n
		t.Logf("%-14s %3d", p.screens, n)
	}
	t.Logf("%-14s %3d", "together", sum)
	if sum > 93 {
		t.Errorf("the path takes %d keys, want 93 or fewer", sum)
	}
	burst := walk(t, t.TempDir(), 0)
	human := walk(t, t.TempDir(), 40*time.Millisecond)
	if burst != human {
		t.Errorf("typed in bursts the plan is another one than at human speed:\n%s", difference(burst, human))
	}
	golden := filepath.Join("testdata", "shortest.golden.json")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(human), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if human != string(want) {
		t.Errorf("the plan is not the golden one:\n%s", difference(string(want), human))
	}
	var doc struct {
		Survey struct {
			Open map[string]string `json:"open"`
		} `json:"survey"`
		Views      []any `json:"competence_views"`
		Goals      []any `json:"goals"`
		Activities []any `json:"activities"`
		Agreements []any `json:"agreements"`
	}
	if err := json.Unmarshal([]byte(strings.TrimSpace(human)), &doc); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(len(doc.Survey.Open), len(doc.Views), len(doc.Goals), len(doc.Activities), len(doc.Agreements))
	if got != "2 8 1 2 1" {
		t.Errorf("answers, views, goals, activities, agreements are %s", got)
	}
}

// difference is the lines of two texts that differ, place by place.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []string
	for i := range max(len(x), len(y)) {
		var l, r string
		if i < len(x) {
			l = x[i]
		}
		if i < len(y) {
			r = y[i]
		}
		if l != r {
			out = append(out, fmt.Sprintf("%d: %s | %s", i+1, l, r))
		}
	}
	return strings.Join(out[:min(len(out), 20)], "\n")
}
