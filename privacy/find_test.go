package privacy_test

import (
	"os"
	"strings"
	"testing"

	"bekwaam/privacy"
)

// TestEverythingPlantedIsFound wants all that was planted to be found for what
// it is, and at most two alarms on the near misses.
func TestEverythingPlantedIsFound(t *testing.T) {
	data, err := os.ReadFile(corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	alarms, looked := 0, map[string]int{}
	for line := range strings.Lines(string(data)) {
		kind, marked, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		text := strings.NewReplacer("{", "", "}", "").Replace(marked)
		found := privacy.Finder{}.Find(text)
		looked[kind]++
		if kind == "none" {
			if len(found) > 0 {
				alarms++
				t.Logf("alarm: %+v in %q", found, text)
			}
			continue
		}
		start := strings.IndexByte(marked, '{')
		end := strings.IndexByte(marked, '}') - 1
		ok := false
		for _, f := range found {
			ok = ok || string(f.Kind) == kind && f.Start < end && start < f.End && text[f.Start:f.End] == f.Text
		}
		if !ok {
			t.Errorf("%s not found in %q, but %+v", kind, text, found)
		}
	}
	if alarms > 2 {
		t.Errorf("%d alarms on %d near misses, not 2 at most", alarms, looked["none"])
	}
	for _, k := range append(privacy.Kinds(), "none") {
		if looked[string(k)] < 10 {
			t.Errorf("only %d lines of %s", looked[string(k)], k)
		}
	}
}

// TestMoreIsToldApart looks at what the corpus does not hold.
func TestMoreIsToldApart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Sem's moeder, groep 5", "name:Sem"},
		{"brugklasser Fenno vond het spannend", "name:Fenno"},
		{"de ouders van Xiomara", "name:Xiomara"},
		{"leerlingen Sem en Noor", "name:Sem"},
		{"Sem (8 jaar, groep 4)", "name:Sem"},
		{"Vandaag was Qadira uit 3B jarig", "name:Qadira"},
		{"Noor uit mijn klas", "name:Noor"},
		{"Amina de Vries, 2H3", "name:Amina"},
		{"De leerlingen van groep 5 en de ouders van groep 6", ""},
		{"Sanne, leerkracht van groep 5, kijkt mee", ""},
		{"Met Pluspunt in groep 5", ""},
		{"Noor. Groep 5 is klaar.", ""},
		{"bsn 12345672", "citizen:12345672"},
		{"lager: 123456783", ""},
		{"geboren 12-03-2017", ""},
		{"Traumasensitief lesgeven", ""},
		{"een dove leerling", "health:dove"},
		{"Tos en odd zijn kleine woorden", ""},
		{"Hij heeft TOS", "health:TOS"},
		{"bel 06 12345678 voor 9 uur", "phone:06 12345678"},
		{"Moira zit in groep 5 en heeft adhd, mail m@x.nl", "health:adhd email:m@x.nl"},
		{"", ""},
	} {
		var got []string
		for _, f := range (privacy.Finder{}).Find(c.text) {
			got = append(got, string(f.Kind)+":"+f.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}

// TestGrownUpsAreNoPupils tells a finder who works at the school.
func TestGrownUpsAreNoPupils(t *testing.T) {
	f := privacy.Knowing("Wil Denkbeeld", "Noor")
	for text, want := range map[string]int{"Gesprek met Noor uit groep 5": 0, "Gesprek met Sem uit groep 5": 1, "leerling Noor uit groep 5": 1} {
		if got := f.Find(text); len(got) != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestNamesOfFiles looks at names as computers and phones give them.
func TestNamesOfFiles(t *testing.T) {
	for name, want := range map[string]privacy.Kind{
		"sem_groep5_rekenen.jpg": privacy.Name, "Toets-Fatima-3B.pdf": privacy.Name, "verslag.bsn-111222333.pdf": privacy.Citizen, "dyslexie_verslag.docx": privacy.Health,
		"IMG_20261118_143012.jpg": "", "overgangskaart-groep-5.pdf": "", "2026-11-18 lesbezoek 2.pdf": "", "Scan 001 002 003.pdf": "",
	} {
		var got privacy.Kind
		if found := (privacy.Finder{}).FindInName(name); len(found) > 0 {
			got = found[0].Kind
		}
		if got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}

// FuzzFind wants findings that lie in the text, in order and apart.
func FuzzFind(f *testing.F) {
	f.Add("Sem uit groep 5, bsn 123456782, sem@x.nl, 06-12345678, adhd")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, x := range (privacy.Finder{}).Find(s) {
			if x.Start < last || x.End <= x.Start || x.End > len(s) || s[x.Start:x.End] != x.Text {
				t.Fatalf("%+v in %q", x, s)
			}
			last = x.End
		}
		(privacy.Finder{}).FindInName(s)
	})
}

func BenchmarkFind(b *testing.B) {
	s := "De tafel staat gedraaid en het rad hangt. De kinderen van groep 4 lossen meer zelf op dan in september, toen elf keer een kind kwam."
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		privacy.Finder{}.Find(s)
	}
}
