package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("[", 40) + strings.Repeat("]", 40)
	long := strings.Repeat("a", 70_000)
	tests := []struct {
		name, in, code, field string
	}{
		{"nothing", "", plan.CodeSyntax, ""},
		{"a text", `"plan"`, plan.CodeFormat, ""},
		{"a list", `- profile`, plan.CodeFormat, ""},
		{"another format", `{"format":"iets/anders","profile":{}}`, plan.CodeFormat, "format"},
		{"no profile", `{"format":"bekwaam/plan","version":1}`, plan.CodeFormat, "profile"},
		{"profile in capitals", `{"Profile":{}}`, plan.CodeFormat, "profile"},
		{"higher version", `{"version":2,"profile":{}}`, plan.CodeNewer, "version"},
		{"higher version that this program could read", `{"version":1.5,"profile":{}}`, plan.CodeNewer, "version"},
		{"version as text", `{"version":"1","profile":{}}`, plan.CodeFormat, "version"},
		{"version zero", `{"version":0,"profile":{}}`, plan.CodeFormat, "version"},
		{"key twice", `{"profile":{"name":"a","name":"b"}}`, plan.CodeTwice, "name"},
		{"key twice in YAML", "profile:\n  name: a\n  name: b\n", plan.CodeTwice, "name"},
		{"key twice once cleaned", `{"profile":{"name":"a","na\u200bme":"b"}}`, plan.CodeTwice, "name"},
		{"key twice but for capitals", `{"profile":{},"goals":[],"Goals":[]}`, plan.CodeTwice, "Goals"},
		{"key twice by half a pair", `{"profile":{"\ud800":"a","\ud801":"b"}}`, plan.CodeTwice, "\ufffd"},
		{"too deep", `{"profile":{},"x":` + deep + `}`, plan.CodeLimit, ""},
		{"too deep in YAML", "profile: {}\nx: " + deep, plan.CodeLimit, ""},
		{"list too long", `{"profile":{},"x":[0` + strings.Repeat(",0", 2001) + `]}`, plan.CodeLimit, ""},
		{"too many keys", `{"profile":{}` + manyKeys(2001) + `}`, plan.CodeLimit, ""},
		{"text too long", `{"profile":{"name":"` + long + `"}}`, plan.CodeTooLong, ""},
		{"text too long in YAML", "profile: {name: " + long + "}", plan.CodeTooLong, ""},
		{"number too long", `{"profile":{},"x":` + strings.Repeat("1", 50) + `}`, plan.CodeNumber, ""},
		{"too large", strings.Repeat(" ", plan.MaxBytes) + `{"profile":{}}`, plan.CodeLimit, ""},
		{"trailing data", `{"profile":{}}{}`, plan.CodeSyntax, ""},
		{"trailing comma", `{"profile":{},}`, plan.CodeSyntax, ""},
		{"a comment", `{"profile":{}/* */}`, plan.CodeSyntax, ""},
		{"two documents", "profile: {}\n---\nprofile: {}\n", plan.CodeSyntax, ""},
		{"a broken second document", "profile: {}\n---\n\"", plan.CodeSyntax, ""},
		{"cut off", `{"profile":{"name":"No`, plan.CodeSyntax, ""},
		{"invalid UTF-8", "{\"profile\":{\"name\":\"\xff\"}}", plan.CodeSyntax, ""},
		{"invalid UTF-8 in YAML", "profile: {name: \xc3\x28}", plan.CodeSyntax, ""},
		{"an anchor", "profile: &a {name: x}\n", plan.CodeSyntax, ""},
		{"an anchor on a key", "&a profile: {name: x}\n", plan.CodeSyntax, ""},
		{"an alias", "x: &a [1]\nprofile: {y: *a}\n", plan.CodeSyntax, ""},
		{"a tag", "profile: !!python/object {}\n", plan.CodeSyntax, ""},
		{"a merge", "profile:\n  <<: {name: x}\n", plan.CodeSyntax, ""},
		{"a map as key", "profile: {}\n? {a: b}\n: c\n", plan.CodeSyntax, ""},
		{"NaN", `{"profile":{},"goals":[{"id":"d1","order":NaN}]}`, plan.CodeSyntax, ""},
		{"NaN in YAML", "profile: {}\nactivities: [{id: a, hours: .nan}]", plan.CodeNumber, "activities/a/hours"},
		{"infinite hours", "profile: {}\nactivities: [{id: a, hours: .inf}]", plan.CodeNumber, "activities/a/hours"},
		{"hours with an exponent", `{"profile":{},"activities":[{"id":"a","hours":1e1}]}`, plan.CodeNumber, "activities/a/hours"},
		{"hours between quarters", `{"profile":{},"activities":[{"id":"a","hours":0.3}]}`, plan.CodeStep, "activities/a/hours"},
		{"hours below zero", `{"profile":{},"activities":[{"id":"a","hours":-1}]}`, plan.CodeRange, "activities/a/hours"},
		{"half a cent", `{"profile":{},"activities":[{"id":"a","cost_cents":0.5}]}`, plan.CodeNumber, "activities/a/cost_cents"},
		{"fte over two", `{"profile":{"fte":"2.0001"}}`, plan.CodeRange, "profile/fte"},
		{"fte with five decimals", `{"profile":{"fte":"0.72521"}}`, plan.CodeNumber, "profile/fte"},
		{"no such day", `{"profile":{"phase_recorded":{"date":"2027-02-29"}}}`, plan.CodeDate, "profile/phase_recorded/date"},
		{"a day as number", `{"profile":{},"goals":[{"id":"d1","deadline":20270101}]}`, plan.CodeDate, "goals/d1/deadline"},
		{"an instant without a zone", `{"profile":{},"versions":[{"number":1,"at":"2027-01-01T10:00:00"}]}`, plan.CodeDate, "versions/1/at"},
		{"list for text", `{"profile":{"name":["a"]}}`, plan.CodeType, "profile/name"},
		{"text for list", `{"profile":{},"goals":"d1"}`, plan.CodeType, "goals"},
		{"text for item", `{"profile":{},"goals":["d1"]}`, plan.CodeType, "goals/1"},
		{"text for truth", `{"profile":{},"share":{"strengths":"ja"}}`, plan.CodeType, "share/strengths"},
		{"list for map", `{"profile":{},"survey":{"open":[]}}`, plan.CodeType, "survey/open"},
		{"answer as text", `{"profile":{},"survey":{"context":{"tijd":"4"}}}`, plan.CodeNumber, "survey/context/tijd"},
	}
	for _, tt := range tests {
		_, _, err := plan.Read([]byte(tt.in))
		if plan.Code(err) != tt.code {
			t.Errorf("%s: got %v, want code %s", tt.name, err, tt.code)
			continue
		}
		if e := err.(*plan.Error); tt.field != "" && e.Where() != tt.field {
			t.Errorf("%s: at %q, want %q", tt.name, e.Where(), tt.field)
		}
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"k%d":0`, i)
	}
	return b.String()
}
