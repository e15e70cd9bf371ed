package plan

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// Merged is what came of two states of one plan.
type Merged struct {
	Plan      Plan
	Conflicts []Conflict
}

// Merge brings two states of the plan of one person together that both went on
// from base; the zero Plan where no common state is known.
//
// Lists are merged by what names an entry, lists of texts and of entries
// without a name as sets. What one side changed counts, also where the other
// took the item away; what one side took away and the other left is gone; what
// either added stays. Where both changed one field there is a [Conflict], and
// pick says which stays; nil is PickEither for all. With PickEither the plan
// is the same for Merge(b, x, y) and Merge(b, y, x), but for the revision,
// which is that of mine.
//
// What one side signed or closed stays as it is. Where the other went on
// writing that version, its texts come into a new version that follows.
//
// Errors: CodeUnknown for the document of another plan, CodeCopy for an edition
// for somebody else, CodeFrozen where both froze a version of one number each
// in its own way, CodeClosed where the other wrote on in a year that one side
// closed, and what [Validate] finds in a plan that cannot be brought together.
func Merge(base, mine, theirs Plan, pick func(Conflict) Pick) (Merged, error) {
	if mine.ID != theirs.ID {
		return Merged{}, &Error{Code: CodeUnknown, Field: "id", Args: []string{theirs.ID}}
	}
	if mine.IsCopy() || theirs.IsCopy() {
		return Merged{}, &Error{Code: CodeCopy}
	}
	if mine.Frozen() && theirs.Frozen() && mine.WorkingVersion == theirs.WorkingVersion && saysElse(mine, theirs) {
		return Merged{}, &Error{Code: CodeFrozen, Args: []string{itoa(mine.WorkingVersion)}} // somebody edited it
	}
	if n := frozenTwice(mine, theirs); n > 0 {
		return Merged{}, &Error{Code: CodeFrozen, Args: []string{itoa(n)}}
	}
	if pick == nil {
		pick = func(Conflict) Pick { return PickEither }
	}
	g := &merger{pick: pick, whole: map[string]bool{}}
	for {
		out, err := g.merge(base, mine, theirs)
		bad := (*Error)(nil)
		if !errors.As(err, &bad) {
			return out, err
		}
		at := orElse(bad.Item, bad.Field)
		at, _, _ = strings.Cut(at, "/")
		if at == "" || g.whole[at] {
			return Merged{}, err
		}
		g.whole[at] = true // its fields do not go together: one side's as it is
	}
}

// apart are the keys that are no matter for both sides.
var apart = map[string]bool{"format": true, "version": true, "id": true, "revision": true, "edition": true, "review": true}

// atomic are the blocks whose entries were made as one.
var atomic = map[string]bool{"versions": true, "signatures": true, "notes": true, "confirmations": true, "answers": true, "talks": true, "sent": true,
	"received": true, "framework_pin": true, "gone_competences": true, "observations": true, "assessment/separate": true}

type merger struct {
	pick      func(Conflict) Pick
	whole     map[string]bool // items and blocks whose fields only hold together
	conflicts []Conflict
}

func (g *merger) merge(base, mine, theirs Plan) (Merged, error) {
	g.conflicts = nil
	b, m, t := ordered(base), ordered(mine), ordered(theirs)
	out := Object{}
	for _, key := range sortedKeys(m, t) {
		u, v, w := get(b, key), get(m, key), get(t, key)
		var x any
		switch {
		case apart[key]:
			x = v
		case key == "state" && !equal(u, v) && !equal(u, w), key == "working_version":
			x, _ = bigger(v, w) // settled below
		default:
			x = g.value(Conflict{Block: key}, u, v, w)
		}
		out = append(out, Member{Key: key, Value: x})
	}
	out = bringBack(out, b, m, t)
	var q Plan
	if err := fromTree(reflect.ValueOf(&q).Elem(), out, "", 0); err != nil {
		return Merged{}, err
	}
	q.WorkingVersion = max(mine.WorkingVersion, theirs.WorkingVersion)
	slices.SortStableFunc(q.Moves, func(a, b Move) int { return compare(string(a.At), string(b.At)) })
	if n := len(q.Moves); n > 0 && mine.State != base.State && theirs.State != base.State {
		q.State = q.Moves[n-1].To
	}
	q.Revision, q.EditionInfo, q.Review = mine.Revision, nil, clone(mine.Review)
	inOrder(&q)
	if err := keepFrozen(&q, mine, theirs); err != nil {
		return Merged{}, err
	}
	return Merged{q, g.conflicts}, Validate(q)
}

// frozenTwice returns the number of a version that both sides froze, each in
// its own way, or 0. Two files for a coach with one number are no harm: the
// list of what was made names both.
func frozenTwice(mine, theirs Plan) int {
	for _, v := range mine.Versions {
		for _, w := range theirs.Versions {
			if v.Number == w.Number && (v.At != w.At || v.By != w.By) && (v.Reason != ReasonMade || w.Reason != ReasonMade) {
				return v.Number
			}
		}
	}
	return 0
}

// keepFrozen opens the next version where q says something else than the
// version that one side froze.
func keepFrozen(q *Plan, mine, theirs Plan) error {
	for _, side := range []Plan{mine, theirs} {
		if !side.Frozen() || side.WorkingVersion != q.WorkingVersion || !saysElse(side, *q) {
			continue
		}
		if side.State == Closed || side.State == Judged {
			return &Error{Code: CodeClosed}
		}
		q.WorkingVersion = max(q.WorkingVersion, q.lastVersion()) + 1
		return nil
	}
	return nil
}

// saysElse reports whether q differs from p in more than records.
func saysElse(p, q Plan) bool {
	return slices.ContainsFunc(Diff(p, q), func(d Difference) bool {
		return !recordBlocks[d.Block] && !notState[d.Block] && d.Block != "state"
	})
}

func ordered(p Plan) Object {
	p = p.Clone()
	inOrder(&p)
	return p.Tree()
}

// value merges what stands at one place.
func (g *merger) value(at Conflict, b, m, t any) any {
	switch {
	case equal(m, t):
		x, _ := bigger(m, t)
		return x
	case equal(b, m):
		return t
	case equal(b, t):
		return m
	}
	path := strings.TrimSuffix(at.Block+"/"+at.Field, "/")
	if atomic[path] && at.Item != "" || g.whole[at.Item] && at.Item != "" || g.whole[at.Block] || at.Block == "framework_pin" {
		at.Field = ""
		return g.choose(at, b, m, t)
	}
	if list, ok := g.list(at, path, b, m, t); ok {
		return list
	}
	mo, ok1 := m.(Object)
	to, ok2 := t.(Object)
	if ok1 && ok2 {
		bo, _ := b.(Object)
		out := Object{}
		for _, key := range sortedKeys(mo, to) {
			next := at
			next.Field = strings.TrimPrefix(at.Field+"/"+key, "/")
			if key == "order" && at.Item != "" && at.Field == "" {
				continue // follows the list
			}
			out = append(out, Member{Key: key, Value: g.value(next, get(bo, key), get(mo, key), get(to, key))})
		}
		return out
	}
	return g.choose(at, b, m, t)
}

// choose takes one of two texts and says so.
func (g *merger) choose(at Conflict, b, m, t any) any {
	at.Base, at.Mine, at.Theirs = show(b), show(m), show(t)
	x, mine := bigger(m, t)
	switch pick := g.pick(at); {
	case at.Record():
	case pick == PickMine:
		x, mine = m, true
	case pick == PickTheirs:
		x, mine = t, false
	case pick == PickBoth && at.Both():
		x, mine = at.Mine+"\n"+at.Theirs, true
	}
	at.TookMine = mine
	g.conflicts = append(g.conflicts, at)
	return x
}

// bigger returns the one of two values that stays where nobody chooses:
// something before nothing, then the later one by its bytes.
func bigger(m, t any) (any, bool) {
	switch {
	case empty(t):
		return m, true
	case empty(m):
		return t, false
	}
	if bytes.Compare(Canonical([]any{m}), Canonical([]any{t})) >= 0 {
		return m, true
	}
	return t, false
}

func get(o Object, key string) any {
	v, _ := o.Get(key)
	return v
}

func sortedKeys(a, b Object) []string {
	out := keysOf(a, b)
	slices.Sort(out)
	return out
}
