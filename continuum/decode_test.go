package continuum

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// TestDecodeAgrees reads what was written in both ways.
func TestDecodeAgrees(t *testing.T) {
	p := smallPack()
	p.Disclaimers = []Text{text("a \"b\" \\ c <d> é 🎒"), {NL: "één", EN: "one"}}
	p.ActivityKinds[0].CostEUR = Estimate{Min: 1, Typical: 2, Max: 8, Estimated: true}
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	var slow Pack
	if err := json.Unmarshal(p.Encode(), &slow); err != nil {
		t.Fatal(err)
	}
	fast, err := Decode(p.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if fast.Digest != p.Digest {
		t.Errorf("digest %s, want %s", fast.Digest, p.Digest)
	}
	fast.index, fast.Digest = nil, ""
	for i := range fast.Frameworks {
		fast.Frameworks[i].places = nil
	}
	if !reflect.DeepEqual(fast, &slow) {
		t.Errorf("read as %+v, want %+v", fast, slow)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, s := range []string{"", "[", "{", `{"id"`, `{"id":`, `{"id":1}`, `{"id":"a`, `{"id":"a\`, `{"id":"\x"}`, `{"id":"a"`, `{"id":"a"}}`,
		`{"id":"a",}`, `{"nonsense":1}`, `{"status":{"fr":"a"}}`, `{"frameworks":[{]}`, `{"frameworks":{}}`,
		`{"entitlements":[{"amount":"x"}]}`, `{"year_timelines":[{"first_month":x}]}`} {
		if p, err := Decode([]byte(s)); err == nil {
			t.Errorf("%q is read as %+v", s, p)
		}
	}
}

func FuzzDecode(f *testing.F) {
	p := smallPack()
	if err := p.Resolve(); err != nil {
		f.Fatal(err)
	}
	f.Add(string(p.Encode()))
	f.Add(`{"frameworks":[{"areas":[{"tags":{"a":["b"]}}]}],"status":{"nl":"\n"}}`)
	f.Fuzz(func(t *testing.T, s string) {
		var fast, slow Pack
		if decode(s, &fast) != nil {
			return
		}
		d := json.NewDecoder(strings.NewReader(s))
		if d.Decode(&slow) != nil {
			return // encoding/json knows more that is wrong
		}
		if !reflect.DeepEqual(canonical(&fast), canonical(&slow)) {
			t.Errorf("%q is read otherwise", s)
		}
	})
}
