package continuum

import "testing"

func TestFinds(t *testing.T) {
	f := &Framework{ID: "aa", Placeholders: map[string]Text{"leerlingen": {NL: "kinderen", EN: "pupils"}}}
	k := &ActivityKind{Name: Text{NL: "Feedback van {leerlingen}", EN: "Asking {leerlingen}"}, Description: Text{NL: "Korte vragen.", EN: "Short questions."}}
	for typed, want := range map[string]bool{"": true, "feedback": true, "KINDEREN": true, "pupils korte": true, "leerlingen": false, "feedback duur": false} {
		if got := f.Finds(k, typed); got != want {
			t.Errorf("%q found: %v", typed, got)
		}
	}
}
