package plan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The package reckons in whole numbers and is pure: no floating point, no
// clock, no disk, no network, no random numbers, nothing of the system.
func TestSourceIsPureAndExact(t *testing.T) {
	forbidden := map[string]bool{"os": true, "io/fs": true, "net": true, "math": true, "syscall": true, "log": true, "log/slog": true,
		"path/filepath": true, "crypto/rand": true, "runtime": true, "unsafe": true, "context": true, "embed": true}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, im := range f.Imports {
			path, _ := strconv.Unquote(im.Path.Value)
			if forbidden[path] || strings.HasPrefix(path, "os/") || strings.HasPrefix(path, "net/") || strings.HasPrefix(path, "math/rand") {
				t.Errorf("%s imports %s", set.Position(im.Pos()), path)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if n.Kind == token.FLOAT || n.Kind == token.IMAG {
					t.Errorf("%s: the number %s", set.Position(n.Pos()), n.Value)
				}
			case *ast.Ident:
				switch n.Name {
				case "float32", "float64", "complex64", "complex128", "ParseFloat", "FormatFloat", "Float64", "SetFloat64":
					t.Errorf("%s: %s", set.Position(n.Pos()), n.Name)
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" {
					switch n.Sel.Name {
					case "Time", "RFC3339", "Parse":
					default:
						t.Errorf("%s: time.%s", set.Position(n.Pos()), n.Sel.Name)
					}
				}
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "big" && n.Sel.Name != "NewInt" && n.Sel.Name != "Int" {
					t.Errorf("%s: big.%s", set.Position(n.Pos()), n.Sel.Name)
				}
			}
			return true
		})
	}
}
