package templates

import (
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
)

// textFile is what one file of texts holds, read by the complete reader.
type textFile struct {
	topic, lang string
	messages    []message
}

// all returns the text, or the forms of it, each with its name.
func (m message) all() map[string]string {
	if m.counts != nil {
		return m.counts
	}
	return map[string]string{"": m.plain}
}

func allTextFiles(t testing.TB) []textFile {
	t.Helper()
	names, err := fs.Glob(textFiles, "texts/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []textFile
	for _, name := range names {
		data, err := fs.ReadFile(textFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(strings.TrimPrefix(name, "texts/"), ".")
		if len(parts) != 3 || !slices.Contains(Languages, parts[1]) {
			t.Errorf("%s: the name is not topic.language.yaml", name)
			continue
		}
		messages, err := readYAML(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out = append(out, textFile{parts[0], parts[1], messages})
	}
	return out
}

// TestEveryTextIsInBothLanguages also keeps the fields alike, so that no
// translation drops or invents one.
func TestEveryTextIsInBothLanguages(t *testing.T) {
	byLang := map[string]map[string]message{"nl": {}, "en": {}}
	topics := map[string]string{}
	for _, f := range allTextFiles(t) {
		for _, m := range f.messages {
			if topic, known := topics[m.id]; known && topic != f.topic {
				t.Errorf("%s is in %s and in %s", m.id, topic, f.topic)
			}
			if _, twice := byLang[f.lang][m.id]; twice {
				t.Errorf("%s is there twice in %s", m.id, f.lang)
			}
			topics[m.id] = f.topic
			byLang[f.lang][m.id] = m
		}
	}
	for id, nl := range byLang["nl"] {
		en, ok := byLang["en"][id]
		if !ok {
			t.Errorf("%s (%s) is not there in English", id, topics[id])
			continue
		}
		if (nl.counts == nil) != (en.counts == nil) {
			t.Errorf("%s counts in one language only", id)
		}
		if got, want := fieldsIn(t, en), fieldsIn(t, nl); !slices.Equal(got, want) {
			t.Errorf("%s: fields %v in English, %v in Dutch", id, got, want)
		}
	}
	for id := range byLang["en"] {
		if _, ok := byLang["nl"][id]; !ok {
			t.Errorf("%s (%s) is not there in Dutch", id, topics[id])
		}
	}
}

// fieldsIn returns the names of the fields of a text, over all its forms.
func fieldsIn(t *testing.T, m message) []string {
	var names []string
	for form, s := range m.all() {
		parts, err := cut(s)
		if err != nil {
			t.Errorf("%s %s: %v", m.id, form, err)
		}
		for i := 1; i < len(parts); i += 2 {
			names = append(names, parts[i])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestTextsAreWellWritten(t *testing.T) {
	contraction := regexp.MustCompile(`(?i)\b(don't|doesn't|didn't|isn't|aren't|wasn't|can't|cannot't|won't|wouldn't|shouldn't|couldn't|haven't|hasn't|it's|that's|there's|what's|let's|you're|we're|they're|you've|you'll|i'm|i've)(\W|$)`)
	for _, f := range allTextFiles(t) {
		for _, m := range f.messages {
			if m.counts != nil {
				keys := slices.Sorted(maps.Keys(m.counts))
				if !slices.Equal(keys, []string{"one", "other"}) {
					t.Errorf("%s (%s): forms %v, want one and other", m.id, f.lang, keys)
				}
			}
			for _, s := range m.all() {
				where := fmt.Sprintf("%s (%s.%s): %q", m.id, f.topic, f.lang, s)
				switch {
				case !plainKey(m.id):
					t.Errorf("%s: ids are small letters, digits, hyphens and dots", where)
				case strings.TrimSpace(s) == "":
					t.Errorf("%s is empty", where)
				case strings.TrimSpace(s) != s:
					t.Errorf("%s begins or ends with a space", where)
				case strings.Contains(s, "—"):
					t.Errorf("%s has a long dash", where)
				case strings.Contains(s, "!") && s != "!":
					t.Errorf("%s has an exclamation mark", where)
				case strings.ContainsAny(s, "⟦⟧"):
					t.Errorf("%s has the brackets of a missing text", where)
				case f.lang == "en" && contraction.MatchString(strings.ReplaceAll(s, "’", "'")):
					t.Errorf("%s has a contraction", where)
				}
			}
		}
	}
}

// TestPlainReaderAgrees reads every file both ways and wants the fast one to
// do for all of them.
func TestPlainReaderAgrees(t *testing.T) {
	names, _ := fs.Glob(textFiles, "texts/*.yaml")
	for _, name := range names {
		data, _ := fs.ReadFile(textFiles, name)
		fast, ok := readPlain(string(data))
		if !ok {
			t.Errorf("%s: not in the plain subset; write each text on one line, in quotes where it holds a colon", name)
			continue
		}
		slow, err := readYAML(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !reflect.DeepEqual(fast, slow) {
			for i := range fast {
				if i >= len(slow) || !reflect.DeepEqual(fast[i], slow[i]) {
					t.Errorf("%s: read as %+v, want %+v", name, fast[i], slow[min(i, len(slow)-1)])
					break
				}
			}
		}
	}
}

func TestTexts(t *testing.T) {
	nl, en := NewTexts("nl"), NewTexts("en")
	tests := []struct {
		got, want string
	}{
		{nl.T("state.draft"), "concept"},
		{en.T("state.submitted"), "with your coach"},
		{nl.T("step.title", "Number", 4, "Name", nl.T("step.4")), "4 Doelen"},
		{nl.T("step.title", "Number", 4), "4 ⟦Name⟧"},
		{nl.N("msg.more", 1), "meer: 1 regel"},
		{nl.N("msg.more", 0), "meer: 0 regels"},
		{en.N("msg.taken-in", 5, "Name", "Ilse"), "Taken in: 5 notes from Ilse. Key u undoes it."},
		{nl.T("no.such.text"), "⟦no.such.text⟧"},
		{nl.N("no.such.text", 3), "⟦no.such.text⟧"},
		{nl.N("state.draft", 3), "⟦state.draft⟧"},
		{NewTexts("fr").T("state.draft"), "concept"},
		{nl.Lang() + en.Lang(), "nlen"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
	if !nl.Has("msg.more") || !nl.Has("step.title") || !nl.Has("state.draft") || nl.Has("msg") {
		t.Error("Has does not know what is there")
	}
}

func TestWrongTextFilesAreRefused(t *testing.T) {
	tests := map[string]string{
		"x: een\ny: twee\nx: drie\n": "x: the id is there twice",
		"x: \"{{if .A}}\"":           "x: {{if .A is no field",
		"x: \"{{.lower}}\"":          "x: {{.lower is no field",
		"x: \"een {{.Open\"":         "x: {{.Open is no field",
		"- een\n":                    "not a list of ids with texts",
		"x: [een, twee]\n":           "line 1: ",
		"x: een\n\ty: twee\n":        "yaml: ",
	}
	for content, want := range tests {
		_, err := loadTexts(fstest.MapFS{"texts/a.nl.yaml": {Data: []byte(content)}}, "texts", "nl")
		if err == nil || !strings.HasPrefix(err.Error(), "texts/a.nl.yaml: "+want) {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
	}
}

func FuzzReadPlain(f *testing.F) {
	f.Add("a: een\nb: 'twee'\nc:\n  one: \"drie\"\n  other: vier # vijf\n")
	f.Add("a: b: c")
	f.Add("a:\n  b")
	f.Add("a: b\n  c")
	f.Add("a:\n  b: c\n   d: e\n")
	f.Add("a: 'it''s'\n# c\n\n")
	f.Add("a: ~\nb: <<\n")
	f.Fuzz(func(t *testing.T, s string) {
		fast, ok := readPlain(s)
		if !ok || len(fast) == 0 {
			return
		}
		var node yaml.Node
		if yaml.Unmarshal([]byte(s), &node) != nil {
			return // the complete reader refuses more, such as control characters
		}
		slow, err := readYAML([]byte(s))
		if err != nil {
			return
		}
		if !reflect.DeepEqual(fast, slow) {
			t.Errorf("%q is %+v, want %+v", s, fast, slow)
		}
	})
}

// twoThousand are texts as there may be in the end, a third with fields.
func twoThousand() fs.FS {
	var b strings.Builder
	for i := range 2000 {
		switch {
		case i%20 == 0:
			fmt.Fprintf(&b, "s%d.text:\n  one: \"{{.Count}} ding van {{.Name}}\"\n  other: \"{{.Count}} dingen van {{.Name}}\"\n", i)
		case i%3 == 0:
			fmt.Fprintf(&b, "s%d.text: \"Nog {{.Number}} stappen te gaan: {{.Name}} schreef het op.\"\n", i)
		default:
			fmt.Fprintf(&b, "s%d.text: Schrijf het zo op dat iedereen later ziet of het gelukt is.\n", i)
		}
	}
	return fstest.MapFS{"texts/all.nl.yaml": {Data: []byte(b.String())}}
}

func BenchmarkLoadTwoThousandTexts(b *testing.B) {
	files := twoThousand()
	for b.Loop() {
		if _, err := loadTexts(files, "texts", "nl"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstCount(b *testing.B) {
	files := twoThousand()
	t, err := loadTexts(files, "texts", "nl")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		t.makeLocalizer()
		t.N("s0.text", 3, "Name", "Noor")
	}
}

func BenchmarkT(b *testing.B) {
	t := NewTexts("nl")
	b.Run("fixed", func(b *testing.B) {
		for b.Loop() {
			t.T("state.draft")
		}
	})
	b.Run("fields", func(b *testing.B) {
		for b.Loop() {
			t.T("step.title", "Number", 4, "Name", "Doelen")
		}
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			t.N("msg.more", 4)
		}
	})
}
