package plan_test

import (
	"bytes"
	"reflect"
	"testing"

	"bekwaam/plan"
)

func TestForLeavesItsInputAlone(t *testing.T) {
	p, _ := filled()
	before := p.Clone()
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		e := plan.For(p, packOf(t), a, "")
		spoil(reflect.ValueOf(&e.Plan).Elem())
		spoil(reflect.ValueOf(&e.Info).Elem())
		if !reflect.DeepEqual(p, before) {
			t.Fatalf("%s: the edition shares something with the plan", a)
		}
	}
}

// spoil changes everything that v points at.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			v.SetMapIndex(it.Key(), reflect.Value{})
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				spoil(v.Field(i))
			}
		}
	default:
		if v.CanSet() {
			v.SetZero()
		}
	}
}

// An edition read back and made again is the same edition, byte for byte.
func TestForTwiceIsForOnce(t *testing.T) {
	two := readDoc(t)
	for _, e := range variant(t, two, "v8")["edits"].([]any) {
		applyEdit(t, two, e.(doc))
	}
	shared := starter(t)
	shared.Share = plan.Share{Coach: []string{plan.GroupViews, plan.GroupOpen, plan.GroupObservations, plan.GroupStart, plan.GroupReflections}, Strengths: true, MidyearSummary: true, Evaluation: true}
	plans := map[string]plan.Plan{"": starter(t), "shared": shared}
	for name, p := range plans {
		for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
			same(t, name+" "+string(a), p, a, "")
		}
	}
	for _, employer := range []string{"bestuur-a", "bestuur-b"} {
		same(t, employer, planOf(t, two), plan.Board, employer)
	}
}

func same(t *testing.T, name string, p plan.Plan, a plan.Audience, employer string) {
	t.Helper()
	first := plan.For(p, packOf(t), a, employer)
	read, remarks, err := plan.Read(first.Payload())
	if err != nil || len(remarks) > 0 {
		t.Fatal(name, err, remarks)
	}
	if !plan.CheckPackage(read) {
		t.Errorf("%s: the package id is not that of the content", name)
	}
	for _, e := range []string{employer, ""} {
		if a == plan.Self && e != employer {
			continue
		}
		if again := plan.For(read, packOf(t), a, e); !bytes.Equal(again.Payload(), first.Payload()) {
			t.Errorf("%s: made again it is another edition", name)
		}
	}
	if !plan.SameEdition(p, packOf(t), read) && a != plan.Self {
		t.Errorf("%s: not known again as an edition of its plan", name)
	}
	other := p.Clone()
	other.Goals[0].Title += "."
	if plan.SameEdition(other, packOf(t), read) {
		t.Errorf("%s: taken for an edition of another text", name)
	}
	read.Profile.Name += "."
	if plan.CheckPackage(read) {
		t.Errorf("%s: the package id fits another content too", name)
	}
}

func variant(t *testing.T, d doc, id string) doc {
	t.Helper()
	for _, v := range d["variants"].([]any) {
		if v.(doc)["id"] == id {
			return v.(doc)
		}
	}
	t.Fatalf("no variant %s", id)
	return nil
}
