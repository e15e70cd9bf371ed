package plan_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"bekwaam/plan"
)

// The example in the documentation is worked out here, by the code and again
// by hand from the text that is said to be hashed.
func TestExampleInTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```(?:json|text)\n(.*?)\n```").FindAllSubmatch(page, -1)
	if len(blocks) != 3 {
		t.Fatalf("%d examples", len(blocks))
	}
	goal, hashed, hash := blocks[0][1], blocks[1][1], string(blocks[2][1])
	p, _, err := plan.Read([]byte(`{"profile":{},"goals":[` + string(goal) + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := plan.ContentHash(p, "d1")
	sum := sha256.Sum256(hashed)
	if want := "1:" + hex.EncodeToString(sum[:]); got != want || hash != want {
		t.Errorf("the code says %s, the text hashes to %s, the page says %s", got, want, hash)
	}
}

// The lists of fields stand in the documentation as they are in the code: a
// hash of each kind changes with every field listed and with no other.
func TestHashFieldsInTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for kind, item := range map[string]string{"goal": "goals", "activity": "activities", "agreement": "agreements", "evidence": "evidence"} {
		row := regexp.MustCompile(`(?m)^\| ` + kind + ` \| (.*) \|$`).FindSubmatch(page)
		if row == nil {
			t.Fatalf("no row for %s", kind)
		}
		listed := map[string]bool{}
		for _, f := range strings.Fields(string(row[1])) {
			listed[f] = true
		}
		p, _ := filled()
		p.Format, p.Version = plan.Format, plan.FormatVersion
		var d doc
		if err := json.Unmarshal(plan.WriteJSON(p), &d); err != nil {
			t.Fatal(err)
		}
		fields := d[item].([]any)[0].(doc)
		id := fields["id"].(string)
		before, _ := plan.ContentHash(p, id)
		for key, v := range fields {
			if key == "id" {
				continue
			}
			delete(fields, key)
			raw, _ := json.Marshal(d)
			q, err := plan.Decode(raw)
			if err != nil {
				t.Fatal(err)
			}
			after, _ := plan.ContentHash(q, id)
			if changed := after != before; changed != listed[key] {
				t.Errorf("%s %s: the hash changes %v, listed %v", kind, key, changed, listed[key])
			}
			fields[key] = v
		}
	}
}

// The package id, worked out as the documentation says.
func TestPackageID(t *testing.T) {
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		e := plan.For(starter(t), packOf(t), a, "")
		dec := json.NewDecoder(bytes.NewReader(e.Payload()))
		dec.UseNumber()
		var d doc
		if err := dec.Decode(&d); err != nil {
			t.Fatal(err)
		}
		delete(d["edition"].(doc), "package")
		thin(d)
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(d); err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(bytes.TrimSpace(b.Bytes()))
		if want := hex.EncodeToString(sum[:16]); e.Info.Package != want {
			t.Errorf("%s: package id %s, want %s", a, e.Info.Package, want)
		}
	}
}

// thin takes everything empty out of the objects of v; it reports whether
// anything is left.
func thin(v any) bool {
	switch v := v.(type) {
	case doc:
		for k, x := range v {
			if !thin(x) {
				delete(v, k)
			}
		}
		return len(v) > 0
	case []any:
		for i, x := range v {
			if !thin(x) {
				v[i] = nil
			}
		}
		return len(v) > 0
	case string:
		return v != ""
	case bool:
		return v
	case json.Number:
		return strings.Trim(string(v), "-0.") != ""
	}
	return false
}
