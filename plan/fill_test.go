package plan_test

import (
	"fmt"
	"reflect"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// filled returns a plan in which every field holds something: every list and
// map one entry, every text a canary that stands nowhere else. It also
// returns the canary of each text by its path.
func filled() (plan.Plan, map[string]string) {
	f := filler{canaries: map[string]string{}}
	var p plan.Plan
	f.fill(reflect.ValueOf(&p).Elem(), "")
	p.Share.Coach = []string{plan.GroupViews, plan.GroupOpen, plan.GroupObservations, plan.GroupStart, plan.GroupReflections}
	p.Agreements[0].Audience, p.ExtraLines[0].Audience, p.Evidence[0].Audience = "board", "board", "board"
	p.Evidence[0].Kind = "lesontwerp"
	for _, path := range []string{"share/coach", "agreements/audience", "extra_lines/audience", "evidence/audience", "evidence/kind"} {
		delete(f.canaries, path)
	}
	return p, f.canaries
}

type filler struct {
	n        int
	canaries map[string]string
}

var (
	dateType    = reflect.TypeFor[text.Date]()
	instantType = reflect.TypeFor[plan.Instant]()
	memberType  = reflect.TypeFor[plan.Member]()
)

func (f *filler) fill(v reflect.Value, path string) {
	f.n++
	switch {
	case v.Type() == dateType:
		v.Set(reflect.ValueOf(text.Date{Year: 2027, Month: 1 + f.n%12, Day: 1 + f.n%28}))
		return
	case v.Type() == instantType:
		v.SetString(fmt.Sprintf("2027-01-02T03:%02d:%02dZ", f.n/60%60, f.n%60))
		return
	case v.Type() == memberType:
		key := fmt.Sprintf("canary-key-%d-", f.n)
		f.canaries[path+" key"] = key
		v.Set(reflect.ValueOf(plan.Member{Key: key, Value: f.canary(path)}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.canary(path))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), path)
	case reflect.Map:
		x := reflect.New(v.Type().Elem()).Elem()
		f.fill(x, path)
		key := fmt.Sprintf("canary-key-%d-", f.n)
		f.canaries[path+" key"] = key
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf(key), x)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), join(path, keyOf(v.Type().Field(i))))
		}
	default:
		panic("no filling for " + v.Type().String())
	}
}

func (f *filler) canary(path string) string {
	c := fmt.Sprintf("canary-%d-", f.n)
	f.canaries[path] = c
	return c
}

// keyOf is the key of a field in a document; what is kept unread is "?".
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if key == "-" {
		return "?"
	}
	return key
}

func join(path, key string) string { return strings.TrimPrefix(path+"/"+key, "/") }

// leaves lists every field that holds a value of its own, by path, and
// whether it is filled in. Lists of one entry count as their entry.
func leaves(v reflect.Value, path string, out map[string]bool) {
	switch {
	case v.Type() == dateType, v.Type() == memberType:
		out[path] = !v.IsZero()
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v = reflect.New(v.Type().Elem())
		}
		leaves(v.Elem(), path, out)
	case reflect.Slice:
		x := reflect.New(v.Type().Elem()).Elem()
		if v.Len() > 0 {
			x = v.Index(0)
		}
		leaves(x, path, out)
	case reflect.Map:
		x := reflect.New(v.Type().Elem()).Elem()
		for it := v.MapRange(); it.Next(); {
			x = it.Value()
		}
		leaves(x, path, out)
	case reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), join(path, keyOf(v.Type().Field(i))), out)
		}
	default:
		out[path] = !v.IsZero()
	}
}
