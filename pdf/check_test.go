package pdf_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
)

func TestCheckGood(t *testing.T) {
	b := pdftest.Plan("teacher", "coach")
	for _, f := range pdf.Check(b) {
		t.Error(f)
	}
	if !bytes.Equal(b, pdftest.Plan("teacher", "coach")) {
		t.Error("the same input gives other bytes")
	}
}

// Every spoiled file is noticed by the rule that it breaks, and by no rule
// that it does not.
func TestCheckSpoiled(t *testing.T) {
	good := pdftest.Plan("teacher", "coach")
	if len(pdftest.Spoils) < 40 {
		t.Errorf("%d spoils", len(pdftest.Spoils))
	}
	for _, s := range pdftest.Spoils {
		t.Run(s.Name, func(t *testing.T) {
			spoiled, err := s.Apply(good)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(spoiled, good) {
				t.Fatal("nothing was spoiled")
			}
			var got []pdf.Rule
			for _, f := range pdf.Check(spoiled) {
				if !slices.Contains(got, f.Rule) {
					got = append(got, f.Rule)
				}
			}
			want := append([]pdf.Rule{s.Rule}, s.Also...)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("noticed by %v, want %v", got, want)
			}
		})
	}
}

// Each rule that there is breaks by itself in one of the spoiled files at
// least: a rule that nothing breaks might as well not be there.
func TestEveryRuleIsBroken(t *testing.T) {
	source, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var rules []pdf.Rule
	ast.Inspect(source, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			id, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			rules = append(rules, pdf.Rule(id))
		}
		return true
	})
	if len(rules) < 60 {
		t.Fatalf("%d rules", len(rules))
	}
	names := map[string]bool{}
	for _, s := range pdftest.Spoils {
		if names[s.Name] {
			t.Errorf("two spoils are called %s", s.Name)
		}
		names[s.Name] = true
	}
	for _, r := range rules {
		if !slices.ContainsFunc(pdftest.Spoils, func(s pdftest.Spoil) bool { return s.Rule == r }) {
			t.Errorf("no spoil breaks %s", r)
		}
	}
	t.Logf("%d rules, %d spoils", len(rules), len(pdftest.Spoils))
}

func TestCheckUnreadable(t *testing.T) {
	f := pdf.Check([]byte("hallo"))
	if len(f) != 1 || f[0].Rule != pdf.RuleRead {
		t.Fatalf("%v", f)
	}
}

func TestQPDF(t *testing.T) {
	need.Tool(t, "qpdf")
	for name, b := range map[string][]byte{"plan": pdftest.Plan("teacher", "coach")} {
		path := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
