package plan_test

import (
	"fmt"
	"slices"
	"testing"
)

// holds compares leaf by leaf what a case expects with what there is. Lines
// are found by their id; the order of plain lists has no meaning.
func holds(t *testing.T, path string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case doc:
		g, ok := got.(doc)
		if !ok {
			t.Errorf("%s: want an object, got %v", path, got)
			return
		}
		for k, w := range want {
			holds(t, path+"/"+k, w, g[k])
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(want) {
			t.Errorf("%s: want %v, got %v", path, want, got)
			return
		}
		if len(want) > 0 && lineOf(want[0]) != "" {
			for _, w := range want {
				at := slices.IndexFunc(g, func(x any) bool { return lineOf(x) == lineOf(w) })
				if at < 0 {
					t.Errorf("%s: no line %s", path, lineOf(w))
					continue
				}
				holds(t, path+"/"+lineOf(w), w, g[at])
			}
			return
		}
		a, b := sorted(want), sorted(g)
		if !slices.Equal(a, b) {
			t.Errorf("%s: want %v, got %v", path, a, b)
		}
	default:
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Errorf("%s: want %v, got %v", path, want, got)
		}
	}
}

func lineOf(v any) string {
	d, _ := v.(doc)
	s, _ := d["line"].(string)
	return s
}

func sorted(list []any) []string {
	var out []string
	for _, x := range list {
		out = append(out, fmt.Sprint(x))
	}
	slices.Sort(out)
	return out
}
