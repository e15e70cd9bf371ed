package continuum

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PersonName is the placeholder for the name of a person. No framework
// declares it; who fills it in gives the name.
const PersonName = "naam"

var textType = reflect.TypeFor[Text]()

// texts checks every text of the pack, wherever it stands: both languages,
// no characters that hide or turn text, only placeholders that all declare.
func (v *validator) texts() {
	used := map[string]string{} // placeholder → where it was seen first
	v.walk("", reflect.ValueOf(v.p).Elem(), used)
	v.placeholders(used)
}

// walk visits all texts below a value; key is the path to it.
func (v *validator) walk(key string, at reflect.Value, used map[string]string) {
	switch at.Kind() {
	case reflect.Pointer:
		if !at.IsNil() {
			v.walk(key, at.Elem(), used)
		}
	case reflect.Slice:
		for i := range at.Len() {
			v.member(fmt.Sprintf("%s[%d]", key, i), at.Index(i), used)
		}
	case reflect.Map:
		for _, k := range slices.SortedFunc(slices.Values(at.MapKeys()), func(a, b reflect.Value) int {
			return strings.Compare(a.String(), b.String())
		}) {
			v.member(key+"."+k.String(), at.MapIndex(k), used)
		}
	case reflect.Struct:
		if at.Type() == textType {
			v.text(key, at.Interface().(Text), used)
			return
		}
		for i := range at.NumField() {
			f := at.Type().Field(i)
			if !f.IsExported() {
				continue
			}
			v.walk(join(key, f), at.Field(i), used)
		}
	}
}

// member visits what stands in a list or map, where an empty text is a hole.
func (v *validator) member(key string, at reflect.Value, used map[string]string) {
	if at.Type() == textType {
		v.need(key, at.Interface().(Text))
	}
	v.walk(key, at, used)
}

// join adds the name of a field as it is written in files; an embedded
// struct adds none.
func join(key string, f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	switch {
	case name == "" || name == "-":
		return key
	case key == "":
		return name
	default:
		return key + "." + name
	}
}

func (v *validator) text(key string, t Text, used map[string]string) {
	if t.IsZero() {
		return
	}
	for i, s := range [...]string{t.NL, t.EN} {
		at := key + [...]string{".nl", ".en"}[i]
		if strings.TrimSpace(s) == "" {
			v.add(at, MissingText, "", "")
		}
		if !utf8.ValidString(s) || Hides(s) {
			v.add(at, BadText, "", "")
		}
		names, ok := Placeholders(s)
		if !ok {
			v.add(at, BadPlaceholder, "{", "")
		}
		for _, name := range names {
			if first, seen := used[name]; !seen || at < first {
				used[name] = at
			}
		}
	}
}

// Hides reports whether a text holds characters that control a terminal or the
// direction of text.
func Hides(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) })
}

// Placeholders returns the names of the placeholders in a text, beginning in
// lower case. It is not ok where a brace stands alone or encloses no word.
func Placeholders(s string) (names []string, ok bool) {
	ok = true
	for {
		before, rest, open := strings.Cut(s, "{")
		if strings.Contains(before, "}") {
			ok = false
		}
		if !open {
			return names, ok
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || name == "" || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return names, false
		}
		first, size := utf8.DecodeRuneInString(name)
		names = append(names, string(unicode.ToLower(first))+name[size:])
		s = after
	}
}

// placeholders checks that every framework has a word for what is used. A
// name that no framework has is wrong where it is used; one that some lack
// is missing there.
func (v *validator) placeholders(used map[string]string) {
	declared, all := make([]map[string]Text, len(v.p.Frameworks)), set{}
	for i := range v.p.Frameworks {
		declared[i] = v.declared(&v.p.Frameworks[i])
		for name := range declared[i] {
			all[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if _, tree := treeWords[name]; tree || name == PersonName {
			continue
		}
		if !all[name] {
			v.add(used[name], BadPlaceholder, name, Nearest(name, slices.Sorted(maps.Keys(all))))
			continue
		}
		for i := range declared {
			if _, ok := declared[i][name]; !ok {
				v.add(fmt.Sprintf("frameworks[%d].placeholders.%s", i, name), MissingValue, name, "")
			}
		}
	}
}

// declared returns the placeholders of a framework, inherited ones included.
func (v *validator) declared(f *Framework) map[string]Text {
	words := map[string]Text{}
	if v.loops(f) {
		return f.Placeholders
	}
	for ; f != nil; f = v.frameworks[f.Extends] {
		words = fillIn(words, f.Placeholders)
	}
	return words
}
