package templates

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryIDInTheCodeHasAText looks at all calls of T and N with an id that
// is written out, wholly or at its beginning, in the packages that speak to
// people.
func TestEveryIDInTheCodeHasAText(t *testing.T) {
	texts := NewTexts("nl")
	ids := texts.ids()
	for _, dir := range []string{"tui", "cli", "report", "plain", "intake"} {
		root := filepath.Join("..", dir)
		if _, err := os.Stat(root); err != nil {
			continue // not there yet
		}
		files := token.NewFileSet()
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				id, whole, ok := textID(n)
				if !ok {
					return true
				}
				begins := func(known string) bool { return strings.HasPrefix(known, id) }
				if whole && !texts.Has(id) || !whole && !slices.ContainsFunc(ids, begins) {
					t.Errorf("%s: no text %q", files.Position(n.Pos()), id)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

// textID returns the id in a call of a method T or N, or the literal with
// which the id begins.
func textID(n ast.Node) (id string, whole, ok bool) {
	call, isCall := n.(*ast.CallExpr)
	if !isCall || len(call.Args) == 0 {
		return "", false, false
	}
	method, isMethod := call.Fun.(*ast.SelectorExpr)
	if !isMethod || method.Sel.Name != "T" && method.Sel.Name != "N" {
		return "", false, false
	}
	arg, whole := call.Args[0], true
	for {
		sum, isSum := arg.(*ast.BinaryExpr)
		if !isSum {
			break
		}
		arg, whole = sum.X, false
	}
	literal, isLiteral := arg.(*ast.BasicLit)
	if !isLiteral || literal.Kind != token.STRING {
		return "", false, false
	}
	id, err := strconv.Unquote(literal.Value)
	return id, whole, err == nil
}

// ids returns the ids of all texts.
func (t *Texts) ids() []string {
	var out []string
	for id := range t.fixed {
		out = append(out, id)
	}
	for id := range t.fields {
		out = append(out, id)
	}
	for id := range t.plural {
		out = append(out, id)
	}
	return out
}
