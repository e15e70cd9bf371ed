package templates

import (
	"reflect"
	"strings"
	"testing"

	"bekwaam/continuum"
)

// saidWith visits every text that a framework can show, with its words.
func saidWith(p *continuum.Pack, f *continuum.Framework, visit func(where, said string)) {
	var walk func(where string, at reflect.Value)
	walk = func(where string, at reflect.Value) {
		switch at.Kind() {
		case reflect.Pointer:
			if !at.IsNil() {
				walk(where, at.Elem())
			}
		case reflect.Slice:
			for i := range at.Len() {
				walk(where, at.Index(i))
			}
		case reflect.Map:
			for it := at.MapRange(); it.Next(); {
				walk(where+"."+it.Key().String(), it.Value())
			}
		case reflect.Struct:
			if t, ok := at.Interface().(continuum.Text); ok {
				visit(where, f.Say(t, "nl"))
				visit(where, f.Say(t, "en"))
				return
			}
			for i := range at.NumField() {
				if field := at.Type().Field(i); field.IsExported() {
					walk(where+"."+field.Name, at.Field(i))
				}
			}
		}
	}
	for where, list := range map[string]any{
		"framework": *f, "evidence": p.EvidenceKindsFor(f.ID), "partners": p.PartnerRolesFor(f.ID), "payers": p.FundingFor(f.ID),
		"work": p.EmploymentFor(f.ID), "rights": p.EntitlementsFor(f.ID), "year": p.TimelinesFor(f.ID), "cards": p.MirrorCardsFor(f.ID),
		"overlays": p.OverlaysFor(f.ID), "words": p.GlossaryFor(f.ID), "signatures": p.SignatureRolesFor(f.ID), "moments": p.ActingFor(f.ID),
		"survey": p.Survey, "prompts": p.GoalPrompts, "checks": p.Checks, "coach": p.Coaching, "values": p.CoreValues,
		"models": p.ReflectionModels, "never": p.BoardExport.NeverShown, "print": p.BoardExport.SmallPrint, "disclaimers": p.Disclaimers,
	} {
		walk(where, reflect.ValueOf(list))
	}
	for _, k := range p.KindsFor(f.ID, "", "") {
		walk("kind "+k.ID, reflect.ValueOf(k.NameIn(f.ID)))
		walk("kind "+k.ID, reflect.ValueOf(k.DescriptionIn(f.ID)))
	}
}

// TestWordsOfTheSector wants no word of another sector or country in what a
// framework shows.
func TestWordsOfTheSector(t *testing.T) {
	p, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	foreign := map[string][]string{
		"nl-mbo": {"leerling", "pupil", "leerkracht"},
		"nl-vo":  {"leerkracht"},
		"vl": {" cao", "starterscoach", "werktijdfactor", "schoolbestuur", "startbekwaam", "basisbekwaam", "vakbekwaam", "bekwaamheidsdossier",
			"docent", "intern begeleider", "kwaliteitscoördinator", "gesprekkencyclus", "huisacademie", "teamleider", "schoolleider", "assessor",
			"lestaak", "lerarenbeurs", "onderwijsregio", "traineeship", "zij-instroom ", "pdg", "wtf", "lesbezoek", "mbo", "havo", "vmbo", "brugklas",
			"zorgteam", "college van bestuur", "sectorfonds", "duurzame inzetbaarheid"},
	}
	for id, words := range foreign {
		f, _ := p.Framework(id)
		n := 0
		saidWith(p, f, func(where, said string) {
			n++
			for _, w := range words {
				if strings.Contains(strings.ToLower(said), w) {
					t.Errorf("%s, %s: %q holds %q", id, where, said, w)
				}
			}
		})
		if n < 1000 {
			t.Errorf("%s: only %d texts", id, n)
		}
	}
}
