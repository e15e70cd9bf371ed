package continuum

import (
	"slices"
	"testing"
)

func TestGuarantees(t *testing.T) {
	p := smallPack()
	p.Fields[0].GuaranteePreset = "waarborg"
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	all := p.GuaranteesFor("bb")
	if len(all) != 1 || all[0].Item.ID != "waarborg" {
		t.Fatalf("guarantees %+v", all)
	}
	g := all[0]
	if len(g.Context) != 1 || len(g.Kinds) != 1 || g.Kinds[0].ID != "gesprek" || len(g.Cards) != 0 {
		t.Errorf("what bears on it: %+v", g)
	}
	if want := []string{"context", "context/support"}; !slices.Equal(g.Fields, want) {
		t.Errorf("fields %v, want %v", g.Fields, want)
	}
	if len(p.GuaranteesFor("aa")[0].Kinds) != 2 || len(p.GuaranteesFor("aa")[0].Cards) != 1 {
		t.Error("another framework has another view")
	}
	if p.GuaranteesFor("zz") != nil {
		t.Error("guarantees of no framework")
	}
}
