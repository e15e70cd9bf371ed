package plan

import (
	"bytes"
	"encoding/json"
	"strings"
)

// diffFields compares what two values hold, field by field.
func diffFields(at Difference, a, b any) []Difference {
	x, ok1 := a.(Object)
	y, ok2 := b.(Object)
	if !ok1 && !ok2 || !ok1 && a != nil || !ok2 && b != nil {
		if equal(a, b) {
			return nil
		}
		at.From, at.To = show(a), show(b)
		return []Difference{at}
	}
	var out []Difference
	for _, key := range keysOf(x, y) {
		u, _ := x.Get(key)
		v, _ := y.Get(key)
		if key == "order" && at.Item != "" && at.Field == "" {
			continue // follows the list, which is compared as one
		}
		if at.Field == "" && at.Item == "" {
			if list, ok := itemsOf(at.Block+"/"+key, u, v); ok {
				out = append(out, list...)
				continue
			}
		}
		next := at
		next.Field = strings.TrimPrefix(at.Field+"/"+key, "/")
		out = append(out, diffFields(next, u, v)...)
	}
	return out
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case Object:
		return len(v) == 0
	}
	return false
}

func equal(a, b any) bool {
	return empty(a) && empty(b) || empty(a) == empty(b) && bytes.Equal(Canonical([]any{a}), Canonical([]any{b}))
}

// show is a value as text.
func show(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool, json.Number:
		return brief(v)
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, show(x))
		}
		return strings.Join(out, "\n")
	case Object:
		raw, _ := v.MarshalJSON() // a tree always encodes
		return string(raw)
	}
	return ""
}

// title is what an item is called by people, where it has such a field.
func title(v any) string {
	o, _ := v.(Object)
	for _, key := range []string{"title", "description", "what", "text", "learning_question", "question", "name"} {
		if s, ok := o.Get(key); ok && !empty(s) {
			return show(s)
		}
	}
	return ""
}
