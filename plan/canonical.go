package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

func sortStrings(s []string) { slices.Sort(s) }

func indentJSON(raw []byte) []byte {
	var b bytes.Buffer
	if json.Indent(&b, raw, "", "  ") != nil {
		return raw
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// Canonical is the one form of a value that hashes are made over: JSON
// without white space, keys sorted, text in NFC, and everything empty (null,
// false, 0, "", [] and {}) left out.
func Canonical(v any) []byte {
	var b bytes.Buffer
	c, _ := canonical(v)
	if err := appendJSON(&b, c); err != nil {
		panic(err) // canonical returns only what JSON has
	}
	return b.Bytes()
}

// canonical returns the value and whether anything is left of it.
func canonical(v any) (any, bool) {
	switch v := v.(type) {
	case Object:
		out := Object{}
		for _, m := range v {
			if x, ok := canonical(m.Value); ok {
				out = append(out, Member{Key: norm.NFC.String(m.Key), Value: x})
			}
		}
		slices.SortFunc(out, func(a, b Member) int { return strings.Compare(a.Key, b.Key) })
		return out, len(out) > 0
	case []any:
		out := []any{}
		for _, x := range v {
			y, ok := canonical(x)
			if !ok {
				y = nil // its place counts
			}
			out = append(out, y)
		}
		return out, len(out) > 0
	case string:
		return norm.NFC.String(v), v != ""
	case json.Number:
		d, ok := decimal(v)
		return json.Number(d.String()), !ok || d != 0
	case bool:
		return v, v
	}
	return nil, false
}

// HashVersion stands in front of every content hash. It counts up when the
// fields of a kind below change, so that an old note on an unchanged item
// stays a note on that item.
const HashVersion = "1"

// hashFields are the fields that make an item what it is. A field added to
// the document later is not among them until HashVersion says so.
var hashFields = map[string][]string{
	"goal": {"title", "learning_question", "why_for_pupils", "competences", "target_behaviour", "signs", "deadline",
		"link_school", "own_choice", "evidence_planned", "smallest_step", "let_go"},
	"activity": {"goals", "all_goals", "kind", "description", "partner", "moments", "from", "to", "hours", "hours_line",
		"cost_cents", "funding", "ordered_by_employer", "status"},
	"agreement":   {"who", "what", "by_when", "done"},
	"evidence":    {"kind", "title", "date", "competences", "goals", "note"},
	"observation": {"date", "by", "instrument", "competences", "text"},
	"evaluation":  {"result", "effect_on_pupils", "next", "carried_over"},
	"midyear":     {"date", "what_worked", "what_changes", "goals_adjusted", "summary_for_board"},
	"plan":        {"goals", "activities", "agreements", "conditions"},
}

// ContentHash returns the hash of an item: of a goal, activity, agreement,
// piece of evidence or observation by its id, of "evaluation/GOAL", of
// "midyear" and of "plan". It reports false where there is no such item.
func ContentHash(p Plan, item string) (string, bool) {
	kind, v, ok := find(p, item)
	if !ok {
		return "", false
	}
	all := toTree(v).(Object)
	picked := Object{}
	for _, key := range hashFields[kind] {
		if x, ok := all.Get(key); ok {
			picked = append(picked, Member{Key: key, Value: x})
		}
	}
	sum := sha256.Sum256(append([]byte(kind+"\n"), Canonical(picked)...))
	return HashVersion + ":" + hex.EncodeToString(sum[:]), true
}

// find returns an item by what notes call it.
func find(p Plan, item string) (kind string, v reflect.Value, ok bool) {
	for _, x := range p.Goals {
		if x.ID == item {
			return "goal", reflect.ValueOf(x), true
		}
	}
	for _, x := range p.Activities {
		if x.ID == item {
			return "activity", reflect.ValueOf(x), true
		}
	}
	for _, x := range p.Agreements {
		if x.ID == item {
			return "agreement", reflect.ValueOf(x), true
		}
	}
	for _, x := range p.Evidence {
		if x.ID == item {
			return "evidence", reflect.ValueOf(x), true
		}
	}
	for _, x := range p.Observations {
		if x.ID == item {
			return "observation", reflect.ValueOf(x), true
		}
	}
	if goal, is := strings.CutPrefix(item, "evaluation/"); is && p.Evaluation != nil {
		for _, x := range p.Evaluation.PerGoal {
			if x.Goal == goal {
				return "evaluation", reflect.ValueOf(x), true
			}
		}
	}
	switch {
	case item == "midyear" && p.Midyear != nil:
		return "midyear", reflect.ValueOf(*p.Midyear), true
	case item == "plan":
		return "plan", reflect.ValueOf(p), true
	}
	return "", reflect.Value{}, false
}
