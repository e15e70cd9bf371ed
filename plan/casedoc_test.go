package plan_test

import (
	"encoding/json"
	"os"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/templates"
)

// A doc is a case as it stands in its file, for edits.
type doc = map[string]any

// cases are the worked cases: primary, secondary and Flemish.
var cases = []string{"starter", "secondary", "flemish"}

func readDoc(t testing.TB) doc { return readCase(t, "starter") }

func readCase(t testing.TB, name string) doc {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var d doc
	if err := yaml.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func packOf(t testing.TB) *continuum.Pack {
	t.Helper()
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// planOf reads the case after its edits, through the front door.
func planOf(t testing.TB, d doc) plan.Plan {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// starter is the plan of the case, a new one each time.
func starter(t testing.TB) plan.Plan {
	t.Helper()
	p, err := readStarter()
	if err != nil {
		t.Fatal(err)
	}
	return p.Clone()
}

var readStarter = sync.OnceValues(func() (plan.Plan, error) {
	data, err := os.ReadFile("testdata/starter.yaml")
	if err != nil {
		return plan.Plan{}, err
	}
	p, _, err := plan.Read(data)
	return p, err
})
