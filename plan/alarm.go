package plan

import (
	"reflect"
	"slices"

	"bekwaam/privacy"
)

// A Hit is something in a text that may be too private to leave the machine.
type Hit struct {
	Item  string       // id of the item, or name of the part
	Field string       // name of the field in the document
	Kind  privacy.Kind // empty where another rule found it
	Word  string       // what was found
}

// unread are the parts and fields that nobody types: ids, hashes, moments and
// the words that an edition carries.
var unread = map[string]bool{"framework_pin": true, "versions": true, "moves": true, "sent": true, "received": true, "edition": true, "gone_competences": true,
	"review": true, "id": true, "about": true, "about_hash": true, "key": true, "source": true, "sha256": true, "at": true, "format": true, "pack": true}

// Alarms returns what in the texts of p looks like a pupil's name, a number of
// a person, an address, a telephone or somebody's health: titles, names of
// partners, agreements and names of files among them. For an edition call it
// with the plan of the edition, which holds only what leaves. It is a hint,
// never a lock. People who have a role in the plan are no pupils.
func Alarms(p Plan) []Hit {
	f := privacy.Knowing(grownUps(p)...)
	var out []Hit
	eachText(p, func(item, field, s string) {
		find := f.Find
		if field == "file" {
			find = f.FindInName
		}
		for _, x := range find(s) {
			out = append(out, Hit{item, field, x.Kind, x.Text})
		}
	})
	return out
}

// Hits looks at every text in p that a person typed and returns where find
// finds something.
func Hits(p Plan, find func(string) string) []Hit {
	var out []Hit
	eachText(p, func(item, field, s string) {
		if w := find(s); w != "" {
			out = append(out, Hit{Item: item, Field: field, Word: w})
		}
	})
	return out
}

// eachText calls fn for each text that somebody typed. The name of a file is
// one of the field "file".
func eachText(p Plan, fn func(item, field, s string)) {
	var walk func(v any, item, field string)
	walk = func(v any, item, field string) {
		switch v := v.(type) {
		case string:
			if v != "" {
				fn(item, field, v)
			}
		case []any:
			for _, x := range v {
				walk(x, item, field)
			}
		case Object:
			if id, ok := v.Get("id"); ok && id != "" {
				item, _ = id.(string)
			}
			for _, m := range v {
				switch {
				case unread[m.Key]:
				case field == "file" && m.Key == "name":
					walk(m.Value, item, "file")
				default:
					walk(m.Value, item, m.Key)
				}
			}
		}
	}
	for _, m := range toTree(reflect.ValueOf(p)).(Object) {
		if !unread[m.Key] {
			walk(m.Value, m.Key, m.Key)
		}
	}
}

// grownUps are the names of everybody who has a role in a plan.
func grownUps(p Plan) []string {
	out := append([]string{p.Profile.Name}, p.Profile.Assessors...)
	out = append(out, p.Profile.managers()...)
	add := func(x *Person) {
		if x != nil && x.Role != "leerlingen" {
			out = append(out, x.Name)
		}
	}
	add(p.Profile.Coach)
	for _, a := range p.Activities {
		add(a.Partner)
	}
	for _, o := range p.Observations {
		add(o.By)
	}
	for _, n := range p.Notes {
		out = append(out, n.By)
	}
	for _, s := range p.Signatures {
		out = append(out, s.Name)
	}
	return out
}

func ofKind(hits []Hit, k privacy.Kind) []Hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return h.Kind != k })
}

func items(hits []Hit) []string {
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.Item) {
			out = append(out, h.Item)
		}
	}
	return out
}
