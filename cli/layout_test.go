package cli_test

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// arrows are the imports among our own packages that the architecture allows.
// A package below another, such as report/internal/tagged, belongs to it.
var arrows = map[string][]string{
	"main":      {"cli"},
	"cli":       {"calendar", "continuum", "pdf", "plan", "privacy", "report", "seal", "sheet", "store", "templates", "text", "tui"},
	"tui":       {"continuum", "plan", "privacy", "sheet", "templates", "text"},
	"store":     {"continuum", "plan", "text"},
	"report":    {"continuum", "pdf", "plan", "sheet", "templates", "text"},
	"seal":      {"pdf"},
	"plan":      {"continuum", "privacy", "text"},
	"templates": {"continuum", "text"},
	"continuum": {"text"},
	"pdf":       {},
	"text":      {},
	"sheet":     {},
	"privacy":   {},
	"calendar":  {"plan", "text"},
	"internal":  {},
	"e2e":       nil, // tests only: they drive the program from outside
	"bench":     nil, // tests only: they compare it with what could be done
}

// never are the packages of the standard library and others that a package
// of ours does without.
var never = map[string][]string{
	"plan":      {"os", "os/exec", "math/rand", "math/rand/v2", "crypto/rand", "net", "path/filepath"},
	"continuum": {"os", "os/exec", "math/rand", "math/rand/v2", "crypto/rand", "net", "path/filepath"},
	"report":    {"os", "os/exec", "math/rand", "math/rand/v2", "crypto/rand", "net"},
	"pdf":       {"os", "os/exec", "math/rand", "math/rand/v2", "crypto/rand", "net"},
	"seal":      {"os", "os/exec", "net"},
	"text":      {"os", "os/exec", "net"},
	"calendar":  {"os", "os/exec", "net", "math/rand", "math/rand/v2"},
	"sheet":     {"os", "os/exec", "net", "math/rand", "math/rand/v2"},
	"privacy":   {"os", "os/exec", "net", "math/rand", "math/rand/v2"},
	"tui":       {"os", "net", "path/filepath", "go.etcd.io/bbolt"},
	"store":     {"charm.land/bubbletea/v2", "charm.land/lipgloss/v2", "net"},
	"cli":       {"net", "net/http", "go.etcd.io/bbolt"},
}

// TestLayout keeps the directions of the architecture: what each package may
// import, and what it never does.
func TestLayout(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "bekwaam/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		from := room(fields[0])
		allowed, known := arrows[from]
		if !known {
			t.Errorf("%s has no place in the architecture", fields[0])
			continue
		}
		for _, imported := range fields[1:] {
			if slices.Contains(never[from], imported) {
				t.Errorf("%s imports %s", fields[0], imported)
			}
			if to := room(imported); to != "" && to != from && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s", fields[0], imported)
			}
		}
	}
}

// TestDependencies looks at all that is behind an import too: nothing that
// screens lead to is the store, and the plan knows no terminal.
func TestDependencies(t *testing.T) {
	for from, nots := range map[string][]string{
		"bekwaam/tui":       {"bekwaam/store", "bekwaam/report", "bekwaam/seal", "bekwaam/pdf", "bekwaam/cli", "go.etcd.io/bbolt", "net/http"},
		"bekwaam/plan":      {"charm.land/bubbletea/v2", "go.etcd.io/bbolt", "bekwaam/templates", "bekwaam/store", "net"},
		"bekwaam/continuum": {"bekwaam/plan", "charm.land/bubbletea/v2", "net"},
		"bekwaam/store":     {"bekwaam/tui", "bekwaam/report", "bekwaam/seal", "charm.land/bubbletea/v2"},
		"bekwaam/seal":      {"bekwaam/plan", "bekwaam/report", "bekwaam/store", "github.com/jung-kurt/gofpdf"},
		"bekwaam/report":    {"bekwaam/seal", "bekwaam/store", "bekwaam/tui"},
		"bekwaam/cli":       {"net/http"},
		"bekwaam/calendar":  {"net/http", "bekwaam/store", "bekwaam/templates"},
	} {
		out, err := exec.Command("go", "list", "-deps", from).Output()
		if err != nil {
			t.Fatal(err)
		}
		deps := strings.Fields(string(out))
		for _, not := range nots {
			if slices.Contains(deps, not) {
				t.Errorf("%s leads to %s", from, not)
			}
		}
	}
}

// room is the package of ours at the top level, or "".
func room(pkg string) string {
	rest, ours := strings.CutPrefix(pkg, "bekwaam")
	switch {
	case !ours:
		return ""
	case rest == "":
		return "main"
	case !strings.HasPrefix(rest, "/"):
		return ""
	}
	top, _, _ := strings.Cut(path.Clean(rest[1:]), "/")
	return top
}
