package templates

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"bekwaam/continuum"
)

// ofABoard is a framework as a board may write it: that of primary education
// with one competence replaced and one added.
const ofABoard = `id: voorbeeld-po
name: {nl: Kader van bestuur Voorbeeld, en: Framework of board Voorbeeld}
country: NL
sector: po
valid_from: '2026-08-01'
extends: nl-po
placeholders:
  coach: {nl: maatje, en: buddy}
overrides:
  - op: replace
    area: instructie
    id: uitleg
    name: {nl: Uitleg met beelden, en: Explaining with images}
    band: 1
    survey: {nl: Ik leg uit met beelden., en: I explain with images.}
    indicators:
      start: {nl: Je laat iets zien., en: You show something.}
      basis: {nl: Je kiest een beeld dat past., en: You choose an image that fits.}
      vak: {nl: Je helpt collega's met beelden., en: You help colleagues with images.}
  - op: add
    area: partnerschap
    id: wijk
    name: {nl: De wijk kennen, en: Knowing the neighbourhood}
    band: 2
    survey: {nl: Ik ken de wijk., en: I know the neighbourhood.}
    indicators:
      start: {nl: Je loopt door de wijk., en: You walk through the neighbourhood.}
      basis: {nl: Je kent wie er werkt., en: You know who works there.}
      vak: {nl: Je brengt mensen bij elkaar., en: You bring people together.}
`

func TestCheckFileOfABoard(t *testing.T) {
	if problems := CheckFile("voorbeeld.yaml", []byte(ofABoard)); len(problems) > 0 {
		t.Fatalf("problems with a good file: %v", problems)
	}
	f, err := ReadFramework("voorbeeld.yaml", []byte(ofABoard))
	if err != nil {
		t.Fatal(err)
	}
	pack, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	with, err := pack.With(f)
	if err != nil {
		t.Fatal(err)
	}
	own, _ := with.Framework("voorbeeld-po")
	if n := len(own.CompetenceIDs()); n != 36 {
		t.Errorf("%d competences", n)
	}
	if _, c, _ := own.Competence("voorbeeld-po/instructie/uitleg"); c.Name.NL != "Uitleg met beelden" {
		t.Errorf("not replaced: %v", c.Name)
	}
	if len(with.KindsFor("voorbeeld-po", "start", "")) == 0 || len(with.SuggestedKinds("voorbeeld-po/klimaat", "start", "")) < 2 {
		t.Error("the catalogue is not offered")
	}
	if _, ok := pack.Framework("voorbeeld-po"); ok {
		t.Error("the embedded pack was changed")
	}
}

func TestCheckFileOfOurOwnFramework(t *testing.T) {
	data, err := os.ReadFile("pack/frameworks/nl-po.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if problems := CheckFile("nl-po.yaml", data); len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
}

func TestCheckFileSaysWhere(t *testing.T) {
	tests := []struct {
		name, old, new  string
		off             int
		key, code, hint string
	}{
		{"no English", "{nl: De wijk kennen, en: Knowing the neighbourhood}", "{nl: De wijk kennen}", 0,
			"overrides[1].name.en", continuum.MissingText, ""},
		{"unknown key", "sector: po", "sektor: po", 0, "sektor", UnknownKey, "sector"},
		{"unknown ancestor", "extends: nl-po", "extends: nl-pp", 0, "extends", continuum.UnknownRef, "nl-po"},
		{"no such area", "area: partnerschap", "area: partnership", 0, "overrides[1].area", continuum.UnknownRef, "partnerschap"},
		{"nothing to replace", "id: uitleg", "id: uitlegg", 0, "overrides[0].id", continuum.UnknownRef, "uitleg"},
		{"band", "band: 2", "band: 0", 0, "overrides[1].band", continuum.BadBand, "1, 2, 3"},
		{"no id", "id: voorbeeld-po", "id: ''", 0, "id", continuum.MissingValue, ""},
		{"sector left out", "sector: po\n", "", -3, "sector", continuum.MissingValue, ""},
		{"placeholder", "{nl: Je laat iets zien.,", "{nl: 'Je laat {leerlinge} zien.',", 0,
			"overrides[0].indicators.start.nl", continuum.BadPlaceholder, "leerling"},
		{"control character", "nl: Ik ken de wijk.", `nl: "Ik ken \e[31m de wijk."`, 0, "overrides[1].survey.nl", continuum.BadText, ""},
		{"phase left out", "      vak: {nl: Je brengt mensen bij elkaar., en: You bring people together.}\n", "", -3,
			"overrides[1].indicators.vak.nl", continuum.MissingText, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, line := spoil(t, []byte(ofABoard), "", test.old, test.new)
			problems := CheckFile("voorbeeld.yaml", data)
			for _, p := range problems {
				if p.Key == test.key && p.Code == test.code && p.Suggestion == test.hint {
					if p.File != "voorbeeld.yaml" || p.Line != line+test.off {
						t.Errorf("line %d, want %d: %s", p.Line, line+test.off, p)
					}
					return
				}
			}
			t.Errorf("no %s at %d %s (%s) in %v", test.code, line+test.off, test.key, test.hint, problems)
		})
	}
}

func TestCheckFileStandsUpToHostileFiles(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'j'; c++ {
		bomb += strings.ReplaceAll("Y: &Y [*X, *X, *X, *X, *X, *X, *X, *X, *X]\n", "Y", string(c))
		bomb = strings.ReplaceAll(bomb, "*X", "*"+string(c-1))
	}
	tests := map[string]struct {
		data []byte
		code string
	}{
		"nothing":         {nil, Empty},
		"only a comment":  {[]byte("# niets\n"), Empty},
		"null":            {[]byte("null\n"), Empty},
		"a word":          {[]byte("kader\n"), WrongKind},
		"a list":          {[]byte("- id: x\n"), WrongKind},
		"zero bytes":      {make([]byte, 1000), Syntax},
		"no text":         {[]byte("\x89PNG\r\n\x1a\n\x00"), Encoding},
		"too large":       {bytes.Repeat([]byte("# "), MaxFile), TooLarge},
		"bomb of aliases": {[]byte(bomb), Alias},
		"merged":          {[]byte("x: &x {a: b}\n<<: *x\n"), Alias},
		"deep":            {[]byte("id: " + strings.Repeat("[", 200) + strings.Repeat("]", 200)), TooDeep},
		"very deep":       {[]byte("id: " + strings.Repeat("[", 50000)), Syntax},
		"deep blocks":     {[]byte(strings.Repeat("- ", 300) + "x"), TooDeep},
		"custom tag":      {[]byte("id: !!binary aGVsbG8=\n"), WrongKind},
		"a key of a list": {[]byte("[a, b]: c\n"), WrongKind},
		"many keys":       {[]byte(strings.Repeat("x: 1\n", 40000)), UnknownKey},
		"too many values": {[]byte("x: [" + strings.Repeat("1,", 100000) + "1]\n"), TooLarge},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			problems := CheckFile("kader.yaml", test.data)
			for _, p := range problems {
				if p.Code == test.code && p.File == "kader.yaml" {
					return
				}
			}
			t.Errorf("no %s in %.400v", test.code, problems)
		})
	}
}

// TestCheckFileOfManyMistakes keeps the time for a large file in bounds.
func TestCheckFileOfManyMistakes(t *testing.T) {
	var b strings.Builder
	b.WriteString("id: groot\nextends: nl-po\noverrides:\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "- {op: add, area: klimaat, id: x%d}\n- {op: replace, area: klimaat, id: y%d}\n", i, i)
	}
	start := time.Now()
	if problems := CheckFile("groot.yaml", []byte(b.String())); len(problems) < 4000 {
		t.Errorf("%d problems", len(problems))
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestReadFrameworkRefuses(t *testing.T) {
	_, err := ReadFramework("kader.yaml", []byte("id: x\nnaam: y\n"))
	var invalid *continuum.InvalidError
	if !errors.As(err, &invalid) || invalid.Problems[0].Line != 2 {
		t.Errorf("%v", err)
	}
}

func FuzzCheckFile(f *testing.F) {
	f.Add([]byte(ofABoard))
	f.Add([]byte("id: [\n"))
	f.Add([]byte("areas:\n  - tags: {law: [x]}\n    competences: [{}]\nextends: x\noverrides: [{op: add}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, p := range CheckFile("kader.yaml", data) {
			if p.File != "kader.yaml" || p.Code == "" {
				t.Errorf("a problem without a place: %+v", p)
			}
		}
	})
}
