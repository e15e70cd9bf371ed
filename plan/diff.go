package plan

import (
	"strings"
)

// The kinds of a [Difference].
const (
	DiffNew     = "new"
	DiffGone    = "gone"
	DiffChanged = "changed"
)

// A Difference is one thing that two documents do not have in common.
type Difference struct {
	Kind string // one of the Diff constants

	// Block is the part of the document, such as goals, profile or
	// evaluation/per_goal. Item is what stands in it: the id of a goal, a
	// competence, a line and so on; empty for a block that is one thing.
	Block, Item string

	// Field is the path within the item, empty where the whole item is new or
	// gone. From and To are texts as they stand in the document; the entries of
	// a list stand one below the other, and anything else is short JSON.
	Field, From, To string
}

// notContent are the keys that count or describe a document and say nothing
// about what stands in it.
var notContent = map[string]bool{"format": true, "version": true, "id": true, "revision": true, "working_version": true, "moves": true, "edition": true,
	"sent": true, "received": true, "review": true}

// Diff returns what differs between a and b, in the order of the document;
// within a list first what b has, in its order, then what is gone. Something
// empty and something left out are the same. Where only the order of a list
// changed, the field is order and the texts are places from 1.
func Diff(a, b Plan) []Difference {
	var out []Difference
	x, y := a.Tree(), b.Tree()
	for _, key := range keysOf(x, y) {
		if notContent[key] {
			continue
		}
		u, _ := x.Get(key)
		v, _ := y.Get(key)
		out = append(out, diffBlock(key, u, v)...)
	}
	return out
}

// keysOf returns the keys of both, in the order of a and then of b.
func keysOf(a, b Object) []string {
	var out []string
	seen := map[string]bool{}
	for _, o := range []Object{a, b} {
		for _, m := range o {
			if !seen[m.Key] {
				seen[m.Key] = true
				out = append(out, m.Key)
			}
		}
	}
	return out
}

func diffBlock(block string, a, b any) []Difference {
	if list, ok := itemsOf(block, a, b); ok {
		return list
	}
	return diffFields(Difference{Kind: DiffChanged, Block: block}, a, b)
}

// itemsOf compares two lists whose entries have a name, and reports whether
// they have.
func itemsOf(block string, a, b any) ([]Difference, bool) {
	from, ok1 := named(block, a)
	to, ok2 := named(block, b)
	if !ok1 || !ok2 || len(from)+len(to) == 0 {
		return nil, false
	}
	var out []Difference
	for _, m := range to {
		was, ok := from.Get(m.Key)
		if !ok {
			out = append(out, Difference{Kind: DiffNew, Block: block, Item: m.Key, To: title(m.Value)})
			continue
		}
		out = append(out, diffFields(Difference{Kind: DiffChanged, Block: block, Item: m.Key}, was, m.Value)...)
	}
	out = append(out, diffOrder(block, from, to)...)
	for _, m := range from {
		if _, ok := to.Get(m.Key); !ok {
			out = append(out, Difference{Kind: DiffGone, Block: block, Item: m.Key, From: title(m.Value)})
		}
	}
	return out, true
}

// named returns the entries of a list by the name of each; the second one of
// a name gets #2. It reports false for something else than a list, and for
// entries without names.
func named(block string, v any) (Object, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, v == nil
	}
	var out Object
	for _, x := range list {
		o, ok := x.(Object)
		if !ok {
			return nil, false
		}
		name := entryName(block, o)
		if name == "" {
			return nil, false
		}
		for n, first := 2, name; ; n++ {
			if _, twice := out.Get(name); !twice {
				break
			}
			name = first + "#" + itoa(n)
		}
		out = append(out, Member{Key: name, Value: o})
	}
	return out, true
}

// entryNames are the keys that name an entry of a block, joined by a stroke.
var entryNames = map[string][]string{
	"versions":            {"number"},
	"competence_views":    {"competence"},
	"carried_over":        {"from_goal"},
	"signatures":          {"moment", "role", "employer", "name"},
	"entitlement_lines":   {"line", "employer"},
	"extra_lines":         {"line", "employer"},
	"evaluation/per_goal": {"goal"},
}

func entryName(block string, o Object) string {
	keys, ok := entryNames[block]
	if !ok {
		keys = []string{"id"}
	}
	var parts []string
	for _, k := range keys {
		if v, ok := o.Get(k); ok && !empty(v) {
			parts = append(parts, brief(v))
		}
	}
	return strings.Join(parts, "/")
}

// diffOrder compares the places of what both lists have.
func diffOrder(block string, from, to Object) []Difference {
	both := func(o, other Object) []string {
		var out []string
		for _, m := range o {
			if _, ok := other.Get(m.Key); ok {
				out = append(out, m.Key)
			}
		}
		return out
	}
	was, is := both(from, to), both(to, from)
	var out []Difference
	for i, id := range is {
		for j, x := range was {
			if x == id && i != j {
				out = append(out, Difference{Kind: DiffChanged, Block: block, Item: id, Field: "order", From: itoa(j + 1), To: itoa(i + 1)})
			}
		}
	}
	return out
}
