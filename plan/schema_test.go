package plan_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"bekwaam/plan"
)

const schemaFile = "../docs/plan.schema.json"

func schema(t *testing.T) (*jsonschema.Schema, doc) {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var raw doc
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	read, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("plan.schema.json", read); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("plan.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s, raw
}

func instance(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSchemaAcceptsWhatIsWritten(t *testing.T) {
	s, _ := schema(t)
	raw, err := json.Marshal(readDoc(t))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := plan.Sign(starter(t), noor, "fp")
	if err != nil {
		t.Fatal(err)
	}
	documents := map[string][]byte{
		"the case":     raw,
		"as written":   plan.WriteJSON(starter(t)),
		"a new plan":   plan.WriteJSON(newPlan(t)),
		"signed":       plan.WriteJSON(signed.Plan),
		"two jobs":     plan.WriteJSON(twoJobs(t)),
		"for a board":  plan.For(starter(t), packOf(t), plan.Board, "").Payload(),
		"for a coach":  plan.For(starter(t), packOf(t), plan.Coach, "").Payload(),
		"of one's own": plan.For(starter(t), packOf(t), plan.Self, "").Payload(),
		"next to none": []byte(`{"profile":{}}`),
	}
	for name, data := range documents {
		if err := s.Validate(instance(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := plan.Read(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every key of a document stands in the schema, and the other way round.
func TestSchemaNamesEveryKey(t *testing.T) {
	_, raw := schema(t)
	defs := raw["$defs"].(doc)
	plain := map[string]bool{"date": true, "instant": true, "hours": true, "cents": true, "factor": true, "decimal": true, "state": true}
	want := map[string][]string{}
	structs(reflect.TypeFor[plan.Plan](), want)
	for name, keys := range want {
		def, ok := defs[kebab(name)].(doc)
		if name == "Plan" {
			def, ok = raw, true
		}
		if !ok {
			t.Errorf("%s is not in the schema", name)
			continue
		}
		got := slices.Sorted(maps.Keys(def["properties"].(doc)))
		if name == "Activity" {
			got = slices.DeleteFunc(got, func(k string) bool { return k == "goal" }) // the older form
		}
		slices.Sort(keys)
		if !slices.Equal(got, keys) {
			t.Errorf("%s: the schema has %v, the code %v", name, got, keys)
		}
		plain[kebab(name)] = true
	}
	for name := range defs {
		if !plain[name] {
			t.Errorf("the schema describes %s, which is no part of a plan", name)
		}
	}
}

func structs(t reflect.Type, out map[string][]string) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		structs(t.Elem(), out)
	case reflect.Struct:
		if t == dateType || t == memberType || out[t.Name()] != nil {
			return
		}
		out[t.Name()] = []string{}
		for i := range t.NumField() {
			if key := keyOf(t.Field(i)); key != "?" {
				out[t.Name()] = append(out[t.Name()], key)
			}
			structs(t.Field(i).Type, out)
		}
	}
}

func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// Whatever stands where it does not belong is refused by both.
func TestSchemaRefusesWhatTheCodeRefuses(t *testing.T) {
	s, _ := schema(t)
	var d doc
	if err := json.Unmarshal(plan.WriteJSON(twoJobs(t)), &d); err != nil {
		t.Fatal(err)
	}
	places := map[string]bool{}
	try := func(path string) {
		if places[path] {
			return
		}
		places[path] = true
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := plan.Read(data); err == nil {
			t.Errorf("%s: the code accepts an object in its place", path)
		}
		if s.Validate(instance(t, data)) == nil {
			t.Errorf("%s: the schema accepts an object in its place", path)
		}
	}
	bad := doc{"x": []any{1}}
	var walk func(v any, path string)
	walk = func(v any, path string) {
		switch v := v.(type) {
		case doc:
			for k, x := range v {
				walk(x, join(path, k))
				if _, object := x.(doc); !object && !isObject(join(path, k)) {
					v[k] = bad
					try(join(path, k))
					v[k] = x
				}
			}
		case []any:
			for i, x := range v {
				walk(x, path)
				if _, object := x.(doc); !object {
					v[i] = bad
					try(path + "/*")
					v[i] = x
				}
			}
		}
	}
	walk(d, "")
	if len(places) < 120 {
		t.Errorf("only %d places", len(places))
	}
}

// isObject names the places where an object may stand that is null here.
func isObject(path string) bool {
	return path == "profile/manager" || strings.HasSuffix(path, "employers/manager")
}

func TestSchemaRefuses(t *testing.T) {
	s, _ := schema(t)
	for _, in := range []string{
		`[]`, `{}`, `{"profile":{},"format":"x"}`, `{"profile":{},"version":2}`, `{"profile":{},"state":"signed"}`, `{"profile":{},"language":"fr"}`,
		`{"profile":{"fte":"2.5"}}`, `{"profile":{"fte":-1}}`, `{"profile":{"school_year":"2026"}}`, `{"profile":{"working_weeks":60}}`, `{"profile":{"cao_starter":"ja"}}`,
		`{"profile":{},"activities":[{"hours":0.3}]}`, `{"profile":{},"activities":[{"hours":-1}]}`, `{"profile":{},"activities":[{"cost_cents":0.5}]}`,
		`{"profile":{},"activities":[{"status":"klaar"}]}`, `{"profile":{},"activities":[{"moments":["nov"]}]}`, `{"profile":{},"goals":[{"deadline":"9 feb"}]}`,
		`{"profile":{},"competence_views":[{"want":5}]}`, `{"profile":{},"survey":{"context":{"tijd":0}}}`, `{"profile":{},"evidence":[{"audience":"iedereen"}]}`,
		`{"profile":{},"signatures":[{"moment":"plan","status":"ok"}]}`, `{"profile":{},"signatures":[{}]}`, `{"profile":{},"notes":[{"kind":"lof"}]}`,
		`{"profile":{},"extra_lines":[{"kind":"uur"}]}`, `{"profile":{},"entitlement_lines":[{}]}`, `{"profile":{},"versions":[{"at":"gisteren"}]}`,
	} {
		if s.Validate(instance(t, []byte(in))) == nil {
			t.Errorf("the schema accepts %s", in)
		}
		if _, _, err := plan.Read([]byte(in)); err == nil {
			t.Errorf("the code accepts %s", in)
		}
	}
}
