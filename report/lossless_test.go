package report

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestLossless: whatever a plan holds and whoever it is for, what is read back
// from the PDF is the edition, byte for byte, and its pages come from its data.
func TestLossless(t *testing.T) {
	files, err := filepath.Glob("../plan/testdata/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatalf("%v: %v", files, err)
	}
	var bases []plan.Plan
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, _, err := plan.Read(b)
		if err != nil {
			t.Fatal(name, err)
		}
		bases = append(bases, p)
	}
	bases = append(bases, rich(t))
	plans := 8
	if os.Getenv("CI") != "" {
		plans = 40
	}
	r := &shaker{rand.New(rand.NewPCG(3, 7))}
	audiences := map[plan.Audience]int{}
	refused := 0
	for i := range plans {
		p, ok := r.plan(bases[i%len(bases)])
		for ; !ok; p, ok = r.plan(bases[i%len(bases)]) {
			if refused++; refused > 20*plans {
				t.Fatal("nearly every plan is refused: this proves nothing")
			}
		}
		for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
			employer := ""
			if n := len(p.Profile.Employers); n > 0 && plan.CheckEmployer(p, pack(t), a, "") != nil {
				employer = p.Profile.Employers[r.IntN(n)].ID
			}
			e := plan.For(p, pack(t), a, employer)
			b := render(t, e)
			back, m, err := Read(b)
			if err != nil {
				t.Fatalf("plan %d for %s: %v", i, a, err)
			}
			if string(plan.WriteJSON(back)) != string(e.Payload()) || !plan.CheckPackage(back) {
				t.Errorf("plan %d for %s: read back, it is another document", i, a)
			}
			if !reflect.DeepEqual(back, settled(t, e.Document())) {
				t.Errorf("plan %d for %s: read back, it is another plan", i, a)
			}
			if m.Audience != a || m.Package != e.Info.Package || m.Language != p.Language {
				t.Errorf("plan %d for %s: %+v", i, a, m)
			}
			if ok, err := Same(b, nil); !ok || err != nil {
				t.Errorf("plan %d for %s: pages and data do not agree (%v)", i, a, err)
			}
			audiences[a]++
		}
	}
	if len(audiences) != 3 {
		t.Errorf("editions: %v", audiences)
	}
	t.Logf("%d plans, %d more were refused as no plans", plans, refused)
}

// TestTooLong: what could not be read back is not made.
func TestTooLong(t *testing.T) {
	p := starter(t)
	p.Goals[0].Question = strings.Repeat("een heel lange vraag ", plan.MaxBytes/20)
	_, _, err := Render(board(t, p), Options{Now: noon})
	if plan.Code(err) != plan.CodeLimit {
		t.Errorf("an edition of more than %d bytes: %v", plan.MaxBytes, err)
	}
}

// shaker changes plans at random.
type shaker struct{ *rand.Rand }

// plan is p with some things gone and others different; false when that is no
// valid plan.
func (r *shaker) plan(p plan.Plan) (plan.Plan, bool) {
	p = p.Clone()
	r.shake(reflect.ValueOf(&p).Elem(), "")
	q, _, err := plan.Read(plan.WriteJSON(p))
	return q, err == nil
}

func (r *shaker) shake(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				r.shake(v.Field(i), f.Name)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			r.shake(v.Elem(), name)
		}
	case reflect.Slice:
		if n := v.Len(); n > 0 && r.IntN(6) == 0 { // something at the end is gone
			v.Set(v.Slice(0, r.IntN(n)))
		}
		for i := range v.Len() {
			r.shake(v.Index(i), name)
		}
	case reflect.String:
		switch {
		case name == "Audience" && r.IntN(3) == 0:
			v.SetString([]string{"", "private", "coach", "board"}[r.IntN(4)])
		case strings.Contains(v.String(), " ") && r.IntN(3) == 0: // a text, not an id
			v.SetString(r.text())
		}
	case reflect.Int64:
		if v.Int() > 0 && r.IntN(4) == 0 {
			v.SetInt(r.Int64N(2*v.Int()) + 1)
		}
	}
}

// text is what people may type or paste: letters of all kinds, signs that
// formats give a meaning, some that no font has.
func (r *shaker) text() string {
	words := []string{"les", "groep", "ß", "Zoë", "Łódź", "Ünal", "Ελλάδα", "Привет", "Nguyễn", "学", "😀", "e\u0301", "שלום", "<b>", "&amp;", `\"`, "(", ")", "%", "#",
		"a\u00adb", "…", "€ 12,50", "1/2", "\u2013", strings.Repeat("lang", 30)}
	var b strings.Builder
	for range 1 + r.IntN(40) {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String() + "einde"
}
