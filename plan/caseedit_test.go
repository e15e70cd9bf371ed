package plan_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// applyEdit makes one edit of a variant: set, put, remove, add, copy,
// keep_activities, keep_evidence or remove_evidence_of_goal.
func applyEdit(t *testing.T, d doc, e doc) {
	t.Helper()
	op, path := e["op"].(string), strings.Split(e["path"].(string), "/")
	switch op {
	case "add":
		d[path[0]] = append(d[path[0]].([]any), e["value"])
	case "keep_activities", "keep_evidence":
		keep := e["value"].([]any)
		d[path[0]] = slices.DeleteFunc(d[path[0]].([]any), func(x any) bool { return !slices.Contains(keep, x.(doc)["id"]) })
	case "remove_evidence_of_goal":
		d["evidence"] = slices.DeleteFunc(d["evidence"].([]any), func(x any) bool {
			return slices.Contains(x.(doc)["goals"].([]any), any(path[1]))
		})
	case "set", "put":
		set(t, d, path, e["value"], op == "put")
	case "copy":
		list := d[path[0]].([]any)
		c := maps.Clone(list[itemAt(t, list, path[1])].(doc))
		c["id"] = e["value"]
		d[path[0]] = append(list, c)
	case "remove":
		list := d[path[0]].([]any)
		at := itemAt(t, list, path[1])
		d[path[0]] = slices.Delete(list, at, at+1)
	default:
		t.Fatalf("no edit %s", op)
	}
}

func set(t *testing.T, d doc, path []string, v any, mayAdd bool) {
	t.Helper()
	key := path[0]
	if len(path) == 1 {
		if _, ok := d[key]; !ok && !mayAdd {
			t.Fatalf("no field %s", key)
		}
		d[key] = v
		return
	}
	if list, ok := d[key].([]any); ok {
		set(t, list[itemAt(t, list, path[1])].(doc), path[2:], v, mayAdd)
		return
	}
	set(t, d[key].(doc), path[1:], v, mayAdd)
}

func itemAt(t *testing.T, list []any, id string) int {
	t.Helper()
	at := slices.IndexFunc(list, func(x any) bool { return x.(doc)["id"] == id || x.(doc)["line"] == id })
	if at < 0 {
		t.Fatalf("no item %s", id)
	}
	return at
}
