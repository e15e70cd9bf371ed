package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

type node = map[string]any

// TestAYearByCommands takes each worked case back to September and carries it
// through its year by commands, day by day: hours, evidence, reflections,
// agreements, half-way, what was dropped, the end, closing and the next year.
// What the case expects holds at each stage: what is spent so far at every
// command, and every figure at the end.
func TestAYearByCommands(t *testing.T) {
	names := []string{"starter", "secondary", "flemish"}
	if os.Getenv("CI") == "" {
		names = names[:1] // the others take as long again
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) { newCaseYear(t, name).run() })
	}
}

// A caseYear is a worked case on its way through the year.
type caseYear struct {
	*testing.T
	doc   node
	world World
	out   *bytes.Buffer
	dir   string
	spent float64 // hours, as far as they were logged
	cents float64
	n     int
}

func newCaseYear(t *testing.T, name string) *caseYear {
	data, err := os.ReadFile("../plan/testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	y := &caseYear{T: t, dir: t.TempDir()}
	if err := yaml.Unmarshal(data, &y.doc); err != nil {
		t.Fatal(err)
	}
	y.world, y.out = testWorld(t)
	return y
}

// on does a command on a day and returns what it printed.
func (y *caseYear) on(day string, args ...string) any {
	y.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		y.Fatal(err)
	}
	y.out.Reset()
	said := &bytes.Buffer{}
	w := y.world
	w.Err, w.Now = said, func() time.Time { return at.Add(15 * time.Hour) }
	if code := Run(w, append(args, "--json")); code != Done {
		y.Fatalf("%s, %v: exit code %d, %s", day, args, code, said)
	}
	var v any
	if err := json.Unmarshal(y.out.Bytes(), &v); err != nil {
		y.Fatalf("%v printed %q", args, y.out)
	}
	return v
}

func (y *caseYear) file(name string, v any) string {
	data, err := json.Marshal(v)
	if s, ok := v.(string); ok {
		data, err = []byte(s), nil
	}
	path := filepath.Join(y.dir, name)
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		y.Fatal(err)
	}
	return path
}

func nodes(v any) []node {
	var out []node
	list, _ := v.([]any)
	for _, x := range list {
		out = append(out, x.(node))
	}
	return out
}

func words(v any) string {
	s, _ := v.(string)
	return s
}

// september is the plan of the case before anything happened.
func (y *caseYear) september() node {
	data, err := json.Marshal(y.doc)
	if err != nil {
		y.Fatal(err)
	}
	var p node
	if err := json.Unmarshal(data, &p); err != nil {
		y.Fatal(err)
	}
	for _, key := range []string{"case", "title", "today", "expected", "merge", "variants", "evidence", "reflections", "midyear", "evaluation", "carried_over", "notes"} {
		delete(p, key)
	}
	p["state"] = "discussed"
	for _, a := range nodes(p["activities"]) {
		a["status"], a["log"] = "planned", []any{}
	}
	for _, a := range nodes(p["agreements"]) {
		a["done"] = false
	}
	for _, s := range nodes(p["signatures"]) {
		s["status"], s["date"] = "expected", nil
	}
	for _, x := range nodes(y.doc["midyear"].(node)["goals_adjusted"]) {
		for _, g := range nodes(p["goals"]) {
			if g["id"] == x["goal"] {
				g[words(x["field"])] = x["from"]
			}
		}
	}
	return p
}

// A dated act of the case.
type caseAct struct {
	day  string
	args []string
	then func()
}

func (y *caseYear) run() {
	y.on("2026-09-01", "import", y.file("september.json", y.september()))
	y.on("2026-09-01", "start", "latest")
	y.on("2026-09-02", "letter", "latest", "--file", y.file("letter.txt", "Lieve ik van juni."))
	acts := y.acts()
	slices.SortStableFunc(acts, func(a, b caseAct) int { return strings.Compare(a.day, b.day) })
	for _, a := range acts {
		y.on(a.day, a.args...)
		if a.then != nil {
			a.then()
			y.booked(a.day)
		}
	}
	last := words(y.doc["today"])
	y.expected(last)
	y.onwards(last)
}

// acts are what happened, from the case.
func (y *caseYear) acts() []caseAct {
	var out []caseAct
	add := func(day any, then func(), args ...string) { out = append(out, caseAct{words(day), args, then}) }
	mid, end := y.doc["midyear"].(node), y.doc["evaluation"].(node)
	for _, a := range nodes(y.doc["activities"]) {
		id, done := words(a["id"]), words(a["to"])
		for _, l := range nodes(a["log"]) {
			hours, _ := number64(l["hours"])
			cents, _ := number64(l["cost_cents"])
			add(l["date"], func() { y.spent, y.cents = y.spent+hours, y.cents+cents }, "log", "latest", id, "--hours", fmt.Sprint(hours), "--cents", fmt.Sprint(int(cents)))
			done = max(done, words(l["date"]))
		}
		switch a["status"] {
		case "done":
			add(done, nil, "activity", "latest", id, "--state", "done")
		case "dropped":
			add(mid["date"], func() {}, "activity", "latest", id, "--state", "dropped", "--reason", "Geen tijd.")
		}
	}
	for _, a := range nodes(y.doc["agreements"]) {
		if a["done"] == true {
			add(a["by_when"], nil, "agreement", "latest", words(a["id"]), "--kept")
		}
	}
	for _, e := range nodes(y.doc["evidence"]) {
		args := []string{"evidence", "latest", "add", "--title", words(e["title"]), "--kind", words(e["kind"]), "--audience", words(e["audience"]), "--note", words(e["note"]), "--date", words(e["date"])}
		for _, c := range e["competences"].([]any) {
			args = append(args, "--competence", words(c))
		}
		for _, g := range e["goals"].([]any) {
			args = append(args, "--goal", words(g))
		}
		add(max(words(e["date"]), "2026-09-03"), nil, args...)
	}
	for _, r := range nodes(y.doc["reflections"]) {
		add(r["date"], nil, "reflect", "latest", "--model", words(r["model"]), "--file", y.file(words(r["id"])+".txt", words(r["text"])))
	}
	add(mid["date"], nil, "moment", "latest", "half-way", "--file", y.file("mid.json", node{"midyear": mid}))
	add(end["date"], nil, "moment", "latest", "evaluation", "--file", y.file("end.json", node{"evaluation": end, "carried_over": y.doc["carried_over"]}))
	return out
}

func number64(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// booked looks at the ledger: what is spent is what was logged so far.
func (y *caseYear) booked(day string) {
	y.Helper()
	if y.n++; y.n%5 != 1 {
		return
	}
	l := y.on(day, "ledger", "latest").(node)
	if got := l["hours"].(node)["total"].(node)["spent"]; got != y.spent {
		y.Errorf("%s: %v h spent, want %v", day, got, y.spent)
	}
	cents := l["money"].(node)["no_payer"].(node)["spent_cents"].(float64)
	for _, s := range l["money"].(node)["by_source"].(node) {
		cents += s.(node)["spent_cents"].(float64)
	}
	if cents != y.cents {
		y.Errorf("%s: %v cents spent, want %v", day, cents, y.cents)
	}
}

// expected compares every figure of the case.
func (y *caseYear) expected(day string) {
	y.Helper()
	want := y.doc["expected"].(node)
	l := y.on(day, "ledger", "latest").(node)
	for _, part := range []string{"hours", "money", "other_lines", "lines_not_offered"} {
		y.agree(part, want[part], l[part])
	}
	y.agree("coverage", want["coverage"], y.on(day, "coverage", "latest"))
	fired := map[string][]any{}
	for _, x := range nodes(y.on(day, "check", "latest")) {
		fired[words(x["id"])], _ = x["about"].([]any)
	}
	checks := want["checks"].(node)
	for _, x := range nodes(checks["fires"]) {
		about, ok := fired[words(x["id"])]
		if !ok {
			y.Errorf("check %s does not ask", x["id"])
		}
		if len(x["about"].([]any)) > 0 {
			y.agree(words(x["id"]), x["about"], any(about))
		}
	}
	for _, x := range nodes(checks["silent"]) {
		if about, ok := fired[words(x["id"])]; ok {
			y.Errorf("check %s asks about %v", x["id"], about)
		}
	}
	p := y.on(day, "show", "latest").(node)
	var carried []any
	for _, c := range nodes(p["carried_over"]) {
		carried = append(carried, c["from_goal"])
	}
	y.agree("carried_over", want["carried_over"], any(carried))
	y.agree("goals_adjusted", y.doc["midyear"].(node)["goals_adjusted"], p["midyear"].(node)["goals_adjusted"])
	y.agree("evaluation", y.doc["evaluation"], p["evaluation"])
	for _, g := range nodes(y.doc["goals"]) {
		for _, h := range nodes(p["goals"]) {
			if g["id"] == h["id"] {
				y.agree("goals/"+words(g["id"]), g, h)
			}
		}
	}
}

// agree fails unless got holds what want says; what want leaves out may be
// anything. Lists of texts are sets.
func (y *caseYear) agree(path string, want, got any) {
	y.Helper()
	switch w := want.(type) {
	case node:
		g, ok := got.(node)
		if !ok {
			y.Errorf("%s: %v, want %v", path, got, want)
			return
		}
		for k, v := range w {
			y.agree(path+"/"+k, v, g[k])
		}
	case []any:
		g, _ := got.([]any)
		if len(g) != len(w) {
			y.Errorf("%s: %v, want %v", path, got, want)
			return
		}
		if len(w) > 0 {
			if _, text := w[0].(string); text {
				w, g = sortedTexts(w), sortedTexts(g)
			}
		}
		for i := range w {
			y.agree(fmt.Sprintf("%s/%d", path, i), w[i], g[i])
		}
	case int:
		y.agree(path, float64(w), got)
	case nil:
		if got != nil && got != "" {
			y.Errorf("%s: %v, want nothing", path, got)
		}
	default:
		if w != got {
			y.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func sortedTexts(list []any) []any {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b any) int { return strings.Compare(words(a), words(b)) })
	return out
}

// onwards closes the year and goes on in the next one.
func (y *caseYear) onwards(day string) {
	y.Helper()
	if l := y.on(day, "letter", "latest").(node); l["text"] != "Lieve ik van juni." {
		y.Errorf("the letter says %v", l)
	}
	before := y.on(day, "ledger", "latest")
	if x := y.on(day, "close", "latest").(node); x["state"] != "closed" {
		y.Errorf("closed as %v", x)
	}
	y.agree("after closing", before, y.on(day, "ledger", "latest"))
	old := words(nodes(y.on(day, "list"))[0]["id"])
	y.on(day, "carry", "latest", "--to", "2027-2028")
	p := y.on(day, "show", "latest").(node)
	goals := nodes(p["goals"])
	carried := nodes(y.doc["carried_over"])
	if len(goals) != len(carried) {
		y.Fatalf("%d goals go along, want %d", len(goals), len(carried))
	}
	for i, g := range goals {
		if g["learning_question"] != carried[i]["question"] || g["origin"].(node)["plan"] != old || g["origin"].(node)["item"] != carried[i]["from_goal"] {
			y.Errorf("%v goes along as %v", carried[i], g)
		}
	}
	if n := len(nodes(p["evidence"])); n != len(nodes(y.doc["evidence"])) {
		y.Errorf("%d pieces go along", n)
	}
	l := y.on(day, "ledger", "latest").(node)
	if total := l["hours"].(node)["total"].(node); total["spent"] != 0.0 {
		y.Errorf("hours go along: %v", total)
	}
	y.agree("the closed year", before, y.on(day, "ledger", old))
	decided := y.on("2027-07-20", "decide", old, "--phase", "basis", "--by", "Het bestuur", "--date", "2027-07-15").(node)
	if decided["state"] != "judged" {
		y.Errorf("after the decision %v", decided)
	}
}
