package plan

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"bekwaam/text"
)

type validator struct {
	err       error
	ids       map[string]bool
	goals     map[string]bool
	employers map[string]bool
}

func (v *validator) fail(code, item, field string, args ...string) {
	if v.err == nil {
		v.err = &Error{Code: code, Item: item, Field: field, Args: args}
	}
}

func (v *validator) id(id, list string) {
	if id == "" {
		return // given one later
	}
	if v.ids[id] {
		v.fail(CodeTwice, list, "id", id)
	}
	v.ids[id] = true
}

func (v *validator) one(s string, of []string, item, field string) {
	if !slices.Contains(of, s) {
		v.fail(CodeUnknown, item, field, s)
	}
}

func (v *validator) known(goals []string, item string) {
	for _, g := range goals {
		if !v.goals[g] {
			v.fail(CodeUnknown, item, "goals", g)
		}
	}
}

// employer asks that an item of a plan with several employers names one of
// them, both, or none.
func (v *validator) employer(p Plan, id, item string) {
	if len(p.Profile.Employers) > 0 && !v.employers[id] {
		v.fail(CodeUnknown, item, "employer", id)
	}
}

// sizes asks that the document can be read again.
func (v *validator) sizes(x reflect.Value, path string) {
	switch x.Kind() {
	case reflect.String:
		if s := x.String(); len(s) > maxString && utf8.RuneCountInString(s) > maxString {
			v.fail(CodeTooLong, "", path)
		}
	case reflect.Pointer:
		if !x.IsNil() {
			v.sizes(x.Elem(), path)
		}
	case reflect.Slice, reflect.Map:
		if x.Len() > maxList {
			v.fail(CodeLimit, "", path)
		}
		if x.Kind() == reflect.Slice {
			for i := range x.Len() {
				v.sizes(x.Index(i), path)
			}
			return
		}
		for it := x.MapRange(); it.Next(); {
			v.sizes(it.Value(), path+"/"+it.Key().String())
		}
	case reflect.Struct:
		for _, f := range fieldCache[x.Type()] {
			v.sizes(x.Field(f.index), strings.TrimPrefix(path+"/"+f.key, "/"))
		}
	}
}

// span asks that a stretch does not end before it begins.
func (v *validator) span(from, to text.Date, item string) {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		v.fail(CodeRange, item, "to", to.String())
	}
}
