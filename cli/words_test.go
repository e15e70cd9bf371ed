package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bekwaam/store"
	"bekwaam/templates"
)

// TestEveryFaultSaysWhatToDo looks at all calls that make a fault: the text
// is there, and so is what to do.
func TestEveryFaultSaysWhatToDo(t *testing.T) {
	calls := 0
	for _, file := range sources(t, ".") {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"refuse", "misuse", "distrust", "remark"}, method.Sel.Name) {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			id, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			calls++
			needText(t, id)
			if method.Sel.Name != "remark" {
				needText(t, id+".hint")
			}
			return true
		})
	}
	if calls < 40 {
		t.Errorf("only %d calls found", calls)
	}
}

// TestEveryCodeHasItsText looks at the ids that are put together from a code
// of another package.
func TestEveryCodeHasItsText(t *testing.T) {
	for _, code := range constants(t, "../plan", "Code") {
		needText(t, "cli.plan."+code)
	}
	for _, code := range constants(t, "../plan", "Remark") {
		needText(t, "cli.remark."+code)
	}
	for _, code := range append(problemCodes(t, "../templates"), problemCodes(t, "../continuum")...) {
		needText(t, "cli.problem."+code)
	}
	for _, code := range []string{store.RepairDatabase, store.RepairJournal, store.RepairSnapshot, store.RepairLost} {
		needText(t, "cli.repair."+code)
	}
	for _, reason := range []string{store.Full, store.Changed, store.Denied, store.Other} {
		needText(t, "cli.err.store-"+reason)
		needText(t, "cli.err.store-"+reason+".hint")
	}
	for _, status := range []string{"trusted", "untrusted", "changed", "foreign", "invalid", "unsigned"} {
		needText(t, "cli.verify."+status)
		needText(t, "cli.trust."+status)
	}
	for _, kind := range []string{"new", "gone", "changed"} {
		needText(t, "cli.diff."+kind)
	}
	for _, answer := range []string{"yes", "no", "other-version"} {
		needText(t, "cli.verify.pages."+answer)
	}
	for _, status := range []string{"signed", "expected", "declined"} {
		needText(t, "cli.signature."+status)
	}
}

// TestHelpIsWhole looks at every command and flag in both languages.
func TestHelpIsWhole(t *testing.T) {
	for _, lang := range templates.Languages {
		w, out := testWorld(t)
		for _, args := range [][]string{{"help"}, {"help", "import"}, {"help", "framework"}, {"help", "framework", "check"}, {"help", "key", "create"},
			{"help", "export"}, {"help", "sign"}, {"help", "verify"}, {"help", "history"}, {"help", "show"}, {"help", "selftest", "write"}} {
			if code := Run(w, append(args, "--lang", lang)); code != Done {
				t.Errorf("%v: exit code %d", args, code)
			}
		}
		if s := out.String(); strings.Contains(s, "⟦") {
			t.Errorf("a text is missing: %s", s[strings.Index(s, "⟦"):][:60])
		}
	}
}

func needText(t *testing.T, id string) {
	t.Helper()
	for _, lang := range templates.Languages {
		if !templates.NewTexts(lang).Has(id) {
			t.Errorf("no text %s in %s", id, lang)
		}
	}
}

func sources(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// constants returns the texts of the constants of a package whose names begin
// so.
func constants(t *testing.T, dir, prefix string) []string {
	t.Helper()
	var out []string
	for _, file := range sources(t, dir) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, prefix) {
				return true
			}
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				s, _ := strconv.Unquote(literal.Value)
				out = append(out, s)
			}
			return true
		})
	}
	if len(out) == 0 {
		t.Fatalf("no %s in %s", prefix, dir)
	}
	return out
}

// problemCodes returns the constants in the group that begins with the codes
// of a problem.
func problemCodes(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, file := range sources(t, dir) {
		for _, d := range file.Decls {
			group, ok := d.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			first := group.Specs[0].(*ast.ValueSpec).Names[0].Name
			if first != "Syntax" && first != "MissingValue" {
				continue
			}
			for _, spec := range group.Specs {
				s, _ := strconv.Unquote(spec.(*ast.ValueSpec).Values[0].(*ast.BasicLit).Value)
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 {
		t.Fatalf("no codes in %s", dir)
	}
	return out
}
