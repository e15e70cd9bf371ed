package continuum

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestInheritance(t *testing.T) {
	p := resolved(t)
	f, _ := p.Framework("bb")
	want := []string{"bb/een/uitleg", "bb/een/orde", "bb/twee/ouders", "bb/twee/sectie"}
	if got := f.CompetenceIDs(); !slices.Equal(got, want) {
		t.Errorf("competences %v, want %v", got, want)
	}
	if _, c, ok := f.Competence("bb/een/orde"); !ok || c.Band != 1 {
		t.Errorf("orde was not replaced: %+v", c)
	}
	if _, _, ok := f.Competence("aa/een/orde"); ok {
		t.Error("a competence of the ancestor is found under its id")
	}
	if got := f.Say(text("{Coach} van {leerlingen}"), "nl"); got != "Begeleider van leerlingen" {
		t.Errorf("words: %q", got)
	}
	if len(f.Phases) != 2 {
		t.Errorf("phases %v", f.Phases)
	}
	parent, _ := p.Framework("aa")
	if _, c, _ := parent.Competence("aa/een/orde"); c.Band != 2 {
		t.Error("the override changed the ancestor")
	}
	if got := p.SuggestedKinds("bb/een", "start", ""); len(got) != 1 || got[0].ID != "gesprek" {
		t.Errorf("inherited suggestions: %v", got)
	}
	if got := f.PhaseIndex("basis"); got != 1 {
		t.Errorf("phase index %d", got)
	}
}

func TestDigests(t *testing.T) {
	p, again := resolved(t), resolved(t)
	if p.Digest != again.Digest || !strings.HasPrefix(p.Digest, "sha256:") || len(p.Digest) != 71 {
		t.Errorf("digests %s and %s", p.Digest, again.Digest)
	}
	for i := range p.Frameworks {
		if p.Frameworks[i].Version != "1" || p.Frameworks[i].Digest == "" {
			t.Errorf("%s: version %q, digest %q", p.Frameworks[i].ID, p.Frameworks[i].Version, p.Frameworks[i].Digest)
		}
	}

	// What is composed differently is the same text.
	composed, decomposed := smallPack(), smallPack()
	composed.Disclaimers, decomposed.Disclaimers = []Text{text("gee\u0308rfd")}, []Text{text("ge\u00ebrfd")}
	if err := errors.Join(composed.Resolve(), decomposed.Resolve()); err != nil {
		t.Fatal(err)
	}
	if composed.Digest != decomposed.Digest {
		t.Error("the digest depends on how a letter is composed")
	}

	// Any other text is another pack, and another framework where it belongs to one.
	changed := smallPack()
	changed.Frameworks[0].Areas[0].Competences[0].Name.EN += "!"
	if err := changed.Resolve(); err != nil {
		t.Fatal(err)
	}
	if changed.Digest == p.Digest || changed.Frameworks[0].Digest == p.Frameworks[0].Digest {
		t.Error("a changed sentence leaves the digest as it was")
	}
	if changed.Frameworks[1].Digest == p.Frameworks[1].Digest {
		t.Error("a changed sentence leaves the digest of the heir as it was")
	}
}

func TestEncodeAndDecode(t *testing.T) {
	p := resolved(t)
	data := p.Encode()
	q, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if q.Digest != p.Digest {
		t.Errorf("digest %s, want %s", q.Digest, p.Digest)
	}
	if !bytes.Equal(q.Encode(), data) {
		t.Error("encoding again gives other bytes")
	}
	if !reflect.DeepEqual(q.Frameworks, p.Frameworks) {
		t.Error("frameworks differ")
	}
	if _, err := Decode([]byte("{")); err == nil {
		t.Error("broken bytes are read without an error")
	}
}

func TestWithAddsAFrameworkOfABoard(t *testing.T) {
	p := resolved(t)
	before := p.Digest
	own := Framework{ID: "eigen", Name: text("eigen"), Country: "NL", Sector: "po", ValidFrom: "2026-08-01", Extends: "aa"}
	q, err := p.With(own)
	if err != nil {
		t.Fatal(err)
	}
	f, ok := q.Framework("eigen")
	if !ok || len(f.CompetenceIDs()) != 3 || f.Digest == "" {
		t.Fatalf("the framework is not there or not complete: %+v", f)
	}
	if got := q.KindsFor("eigen", "basis", ""); len(got) != 2 {
		t.Errorf("it has no catalogue: %v", got)
	}
	if got := q.EntitlementsFor("eigen"); len(got) != 1 {
		t.Errorf("it has no entitlements: %v", got)
	}
	if heir, _ := q.Framework("bb"); len(heir.CompetenceIDs()) != 4 {
		t.Errorf("an heir inherited twice: %v", heir.CompetenceIDs())
	}
	if _, ok := p.Framework("eigen"); ok || p.Digest != before || len(p.Frameworks) != 2 {
		t.Error("the pack itself was changed")
	}

	alone := own
	alone.Extends, alone.ID = "", "alleen"
	if _, err := p.With(alone); err == nil {
		t.Error("a framework without phases is taken")
	}
}
