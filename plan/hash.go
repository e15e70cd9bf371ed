package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"
)

// HashVersion stands in front of every content hash. It counts up when the
// fields of a kind below change, so that an old note on an unchanged item
// stays a note on that item.
const HashVersion = "1"

// hashFields are the fields that make an item what it is. A field added to
// the document later is not among them until HashVersion says so. After a
// colon stands the kind of what the field holds, where that has fields of its
// own. Everything here is visible to the coach, so that both sides make the
// same hash of the same text.
var hashFields = map[string][]string{
	"goal": {"title", "learning_question", "why_for_pupils", "competences", "aims:aim", "target_behaviour", "signs",
		"deadline", "link_school", "own_choice", "evidence_planned", "smallest_step", "let_go", "kept_for"},
	"aim": {"competence", "phase"},
	"activity": {"goals", "all_goals", "kind", "description", "partner:person", "moments", "from", "to", "hours", "hours_line",
		"cost_cents", "funding", "ordered_by_employer", "status", "status_reason", "material", "note", "evidence_planned"},
	"person":         {"name", "role"},
	"agreement":      {"who", "what", "by_when", "done"},
	"conditions":     {"support", "time_in_timetable", "replacement", "promises_by_school", "material"},
	"evidence":       {"kind", "title", "date", "competences", "goals", "note"},
	"observation":    {"date", "by:person", "source", "instrument", "competences", "text", "icalt_scores:score"},
	"score":          {"domain", "score"},
	"evaluation":     {"result", "effect_on_pupils", "next", "carried_over", "reason"},
	"midyear":        {"date", "what_worked", "what_changes", "goals_adjusted:adjustment", "summary_for_board"},
	"adjustment":     {"goal", "field", "from", "to"},
	"talk":           {"date", "version", "summary", "agreements:talk-agreement"},
	"talk-agreement": {"who", "what", "by_when"},
	"plan":           {"goals:goal", "activities:activity", "agreements:agreement", "conditions:conditions"},
}

// ContentHash returns the hash of an item: of a goal, activity, agreement,
// piece of evidence, observation or talk by its id, of "evaluation/GOAL", of
// "conditions", "midyear" and "plan". It reports false where there is no such
// item. The plan counts without the agreements that are private.
func ContentHash(p Plan, item string) (string, bool) {
	kind, v, ok := find(p, item)
	if !ok {
		return "", false
	}
	sum := sha256.Sum256(append([]byte(kind+"\n"), Canonical(hashed(kind, toTree(v)))...))
	return HashVersion + ":" + hex.EncodeToString(sum[:]), true
}

// hashed returns the part of a tree that counts for its kind.
func hashed(kind string, v any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = hashed(kind, x)
		}
		return out
	case Object:
		out := Object{}
		for _, field := range hashFields[kind] {
			key, of, nested := strings.Cut(field, ":")
			x, ok := v.Get(key)
			if !ok {
				continue
			}
			if nested {
				x = hashed(of, x)
			}
			out = append(out, Member{Key: key, Value: x})
		}
		return out
	}
	return v
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
	if t, is := p.Talk(item); is {
		return "talk", reflect.ValueOf(t.Now()), true
	}
	if goal, is := strings.CutPrefix(item, "evaluation/"); is && p.Evaluation != nil {
		for _, x := range p.Evaluation.PerGoal {
			if x.Goal == goal {
				return "evaluation", reflect.ValueOf(x), true
			}
		}
	}
	switch {
	case item == "conditions":
		return "conditions", reflect.ValueOf(p.Conditions), true
	case item == "midyear" && p.Midyear != nil:
		return "midyear", reflect.ValueOf(*p.Midyear), true
	case item == "plan":
		p.Agreements = keepItems(p.Agreements, func(x Agreement) bool { return rank(x.Audience) >= rank(string(Coach)) })
		return "plan", reflect.ValueOf(p), true
	}
	return "", reflect.Value{}, false
}
