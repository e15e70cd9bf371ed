package templates

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed texts/*.yaml
var textFiles embed.FS

// Texts are the texts of the interface in one language. They stand in
// texts/<topic>.<lang>.yaml under flat ids such as s10.field.name. A text may
// hold fields, written {{.Name}}, and nothing else of a template; one that
// counts has the forms one and other:
//
//	s30.intro: Dit is waar je nu staat.
//	msg.file-made: "Bestand gemaakt: {{.File}}"
//	s03.plans:
//	  one: "{{.Count}} plan"
//	  other: "{{.Count}} plannen"
//
// A Texts is safe for use by several goroutines. An id that is not there
// gives the id between ⟦ and ⟧, which no text holds, so that tests see it.
type Texts struct {
	lang   string
	fixed  map[string]string   // texts without fields
	fields map[string]segments // texts with fields
	plural map[string]forms    // texts that count

	once      sync.Once // makes the next two at the first count
	localizer *i18n.Localizer
}

// forms are the forms of a text that counts, by their name: one, other.
type forms map[string]string

// Languages are the languages of the interface, the first being the preset.
var Languages = []string{"nl", "en"}

var loaded = map[string]func() *Texts{
	"nl": sync.OnceValue(func() *Texts { return mustLoad("nl") }),
	"en": sync.OnceValue(func() *Texts { return mustLoad("en") }),
}

// NewTexts returns the texts in lang, "nl" or "en"; any other gives Dutch.
// A language is read once, when it is first asked for.
func NewTexts(lang string) *Texts {
	if load, ok := loaded[lang]; ok {
		return load()
	}
	return loaded["nl"]()
}

// mustLoad reads the embedded files. A test reads them too, so a fault in one
// never leaves the workshop.
func mustLoad(lang string) *Texts {
	t, err := loadTexts(textFiles, "texts", lang)
	if err != nil {
		panic("templates: " + err.Error())
	}
	return t
}

// loadTexts reads all files of one language in a folder.
func loadTexts(fsys fs.FS, dir, lang string) (*Texts, error) {
	t := &Texts{lang: lang, fixed: map[string]string{}, fields: map[string]segments{}, plural: map[string]forms{}}
	names, err := fs.Glob(fsys, dir+"/*."+lang+".yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if err := readMessages(data, t.add); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return t, nil
}

// add takes in one text: plain, or in forms.
func (t *Texts) add(id, plain string, counts forms) error {
	if t.Has(id) {
		return fmt.Errorf("%s: the id is there twice", id)
	}
	if counts != nil {
		t.plural[id] = counts
		return nil
	}
	if !strings.Contains(plain, "{{") {
		t.fixed[id] = plain
		return nil
	}
	s, err := cut(plain)
	if err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	t.fields[id] = s
	return nil
}

// Lang is the language of the texts, "nl" or "en".
func (t *Texts) Lang() string { return t.lang }

// Has reports whether there is a text with this id.
func (t *Texts) Has(id string) bool {
	_, fixed := t.fixed[id]
	_, fields := t.fields[id]
	_, plural := t.plural[id]
	return fixed || fields || plural
}

// T returns the text with this id. args are pairs of a name and a value for
// its fields: T("msg.file-made", "File", path). A field without a value is
// shown as ⟦Name⟧.
func (t *Texts) T(id string, args ...any) string {
	if s, ok := t.fixed[id]; ok {
		return s
	}
	if s, ok := t.fields[id]; ok {
		return s.fill(args)
	}
	return "⟦" + id + "⟧"
}

// N returns the text with this id in the form that belongs to count, which is
// also its field Count. Further args are as for T.
func (t *Texts) N(id string, count int, args ...any) string {
	if _, ok := t.plural[id]; !ok {
		return "⟦" + id + "⟧"
	}
	t.once.Do(t.makeLocalizer)
	s, err := t.localizer.Localize(&i18n.LocalizeConfig{
		MessageID:      id,
		PluralCount:    count,
		TemplateData:   append([]any{"Count", count}, args...),
		TemplateParser: fieldParser{},
	})
	if err != nil {
		return "⟦" + id + "⟧"
	}
	return s
}

// makeLocalizer hands the texts that count to the package that knows which
// form a language uses for which number.
func (t *Texts) makeLocalizer() {
	tag := language.MustParse(t.lang)
	bundle := i18n.NewBundle(tag)
	for id, f := range t.plural {
		bundle.MustAddMessages(tag, &i18n.Message{ID: id, One: f["one"], Other: f["other"]})
	}
	t.localizer = i18n.NewLocalizer(bundle, t.lang)
}
