package plan

import (
	"slices"
	"strings"
)

// innerNames name the entries of lists within an item, by the last key.
var innerNames = map[string]string{"aims": "competence", "reading": "competence", "judgements": "competence", "icalt_scores": "domain", "routes": "route",
	"competence_views": "competence", "sent": "package", "received": "package", "marks": "date", "employers": "id", "separate": "id", "core_values": "name"}

// list merges lists, and reports whether these are.
func (g *merger) list(at Conflict, path string, b, m, t any) ([]any, bool) {
	ml, ok1 := m.([]any)
	tl, ok2 := t.([]any)
	if !ok1 && m != nil || !ok2 && t != nil || !ok1 && !ok2 {
		return nil, false
	}
	bl, _ := b.([]any)
	base, ok0 := entries(path, bl)
	mine, ok1 := entries(path, ml)
	theirs, ok2 := entries(path, tl)
	if !ok0 || !ok1 || !ok2 {
		return sets(bl, ml, tl), true
	}
	merged := map[string]any{}
	for _, key := range keysOf(mine, theirs) {
		u, inBase := base.Get(key)
		v, inMine := mine.Get(key)
		w, inTheirs := theirs.Get(key)
		switch {
		case inMine && inTheirs:
			next := at
			if next.Item == "" && next.Field == "" {
				next.Item = key
			} else {
				next.Field += "/" + key
			}
			merged[key] = g.value(next, u, v, w)
		case !inBase || inMine && !same(u, v) || inTheirs && !same(u, w):
			merged[key] = v
			if inTheirs {
				merged[key] = w
			}
		}
	}
	out := []any{}
	for _, key := range places(names(base), names(mine), names(theirs)) {
		if x, ok := merged[key]; ok {
			out = append(out, x)
		}
	}
	return out, true
}

// same compares two entries but for their places.
func same(a, b any) bool {
	x, ok1 := a.(Object)
	y, ok2 := b.(Object)
	if ok1 && ok2 {
		return equal(x.without("order"), y.without("order"))
	}
	return equal(a, b)
}

// entries returns the entries of a list by the name of each.
func entries(path string, list []any) (Object, bool) {
	last := path[strings.LastIndexByte(path, '/')+1:]
	key, inner := innerNames[last]
	if !inner {
		return named(path, list)
	}
	var out Object
	for _, x := range list {
		o, ok := x.(Object)
		name := show(get(o, key))
		if _, twice := out.Get(name); !ok || name == "" || twice {
			return nil, false
		}
		out = append(out, Member{Key: name, Value: o})
	}
	return out, true
}

func names(o Object) []string {
	var out []string
	for _, m := range o {
		out = append(out, m.Key)
	}
	return out
}

// places is the order of a merged list: that of the side which changed it;
// what only the other side has comes after what stands before it there.
func places(base, mine, theirs []string) []string {
	first, second := mine, theirs
	keep := func(list []string) []string {
		return keepItems(list, func(s string) bool { return slices.Contains(base, s) })
	}
	movedMine, movedTheirs := !inOneOrder(base, keep(mine)), !inOneOrder(base, keep(theirs))
	if movedTheirs && !movedMine || movedMine == movedTheirs && slices.Compare(mine, theirs) > 0 {
		first, second = theirs, mine
	}
	out := slices.Clone(first)
	for i, x := range second {
		if slices.Contains(out, x) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(out, second[i-1]) + 1
		}
		for at < len(out) && !slices.Contains(second, out[at]) {
			at++
		}
		out = slices.Insert(out, at, x)
	}
	return out
}

func inOneOrder(base, part []string) bool {
	at := -1
	for _, x := range part {
		next := slices.Index(base, x)
		if next < at {
			return false
		}
		at = next
	}
	return true
}

// sets merges lists whose entries have no name: each as often as the side has
// it that changed how often.
func sets(base, mine, theirs []any) []any {
	count := func(list []any) (map[string]int, []string) {
		n, keys := map[string]int{}, []string{}
		for _, x := range list {
			key := string(Canonical([]any{x}))
			n[key]++
			keys = append(keys, key)
		}
		return n, keys
	}
	b, baseKeys := count(base)
	m, mineKeys := count(mine)
	t, theirKeys := count(theirs)
	values := map[string]any{}
	for i, x := range mine {
		values[mineKeys[i]] = x
	}
	for i, x := range theirs {
		values[theirKeys[i]] = x
	}
	out := []any{}
	for _, key := range places(unique(baseKeys), unique(mineKeys), unique(theirKeys)) {
		n := max(m[key], t[key])
		switch b[key] {
		case m[key]:
			n = t[key]
		case t[key]:
			n = m[key]
		}
		for range n {
			out = append(out, values[key])
		}
	}
	return out
}

func unique(list []string) []string {
	var out []string
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// bringBack returns goals and employers that one side took away and the other
// refers to in what it added.
func bringBack(out, b, m, t Object) Object {
	need := map[string]bool{}
	for _, block := range []string{"activities", "evidence", "reflections"} {
		list, _ := get(out, block).([]any)
		for _, x := range list {
			o, _ := x.(Object)
			ids, _ := get(o, "goals").([]any)
			for _, id := range ids {
				need[show(id)] = true
			}
		}
	}
	if e, ok := get(out, "evaluation").(Object); ok {
		list, _ := get(e, "per_goal").([]any)
		for _, x := range list {
			o, _ := x.(Object)
			need[show(get(o, "goal"))] = true
		}
	}
	goals, _ := get(out, "goals").([]any)
	out = out.set("goals", restored(goals, need, "goals", b, m, t))

	using := map[string]bool{}
	var visit func(v any)
	visit = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				visit(x)
			}
		case Object:
			for _, x := range v {
				if x.Key == "employer" || x.Key == "works_at" {
					using[show(x.Value)] = true
				}
				visit(x.Value)
			}
		}
	}
	visit(out.without("profile"))
	profile, _ := get(out, "profile").(Object)
	using[show(get(profile, "works_at"))] = true
	list, _ := get(profile, "employers").([]any)
	if len(list) > 0 {
		in := func(o Object) Object { p, _ := get(o, "profile").(Object); return p }
		profile = profile.set("employers", restored(list, using, "employers", in(b), in(m), in(t)))
		out = out.set("profile", profile)
	}
	return out
}

// restored adds to a list what is needed and only one of the sides has.
func restored(list []any, need map[string]bool, key string, b, m, t Object) []any {
	id := func(x any) string { o, _ := x.(Object); return show(get(o, "id")) }
	had := len(list)
	for _, from := range []Object{b, m, t} {
		all, _ := get(from, key).([]any)
		for _, x := range all {
			if need[id(x)] && !slices.ContainsFunc(list, func(y any) bool { return id(y) == id(x) }) {
				list = append(list, x)
			}
		}
	}
	slices.SortFunc(list[had:], func(x, y any) int { return strings.Compare(id(x), id(y)) })
	return list
}
