package plan

// otherNames are the words that mean the same as the pack's own ids.
var otherNames = map[string]map[string]string{
	"notes/kind": {"strength": "sterkte", "question": "vraag", "suggestion": "suggestie", "agreement": "afspraak"},
	"source":     {"gezien": "seen", "gehoord": "heard", "gelezen": "read"},
}

// oldNames brings a document to the names of this version: one goal of an
// activity becomes a list, words that mean an id become the id.
func oldNames(o Object) Object {
	for i := range o {
		list, ok := o[i].Value.([]any)
		if !ok {
			continue
		}
		for j := range list {
			item, ok := list[j].(Object)
			if !ok {
				continue
			}
			switch o[i].Key {
			case "activities":
				item = goalList(item)
			case "notes":
				item = renamed(item, "kind", otherNames["notes/kind"])
			case "observations":
				item = renamed(item, "source", otherNames["source"])
			}
			list[j] = item
		}
	}
	return o
}

func goalList(item Object) Object {
	g, ok := item.Get("goal")
	if !ok {
		return item
	}
	line := item.line("goal")
	item = item.without("goal")
	if _, has := item.Get("goals"); has {
		return item
	}
	list := []any{}
	if g != nil {
		list = append(list, g)
	}
	return append(item, Member{"goals", list, line})
}

func renamed(item Object, key string, names map[string]string) Object {
	if v, ok := item.Get(key); ok {
		if s, ok := v.(string); ok && names[s] != "" {
			return item.set(key, names[s])
		}
	}
	return item
}
