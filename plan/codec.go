package plan

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"bekwaam/text"
)

// The codec walks the structs of this package once by reflection. What it
// adds to encoding/json: keys it does not know are kept in the field Unknown
// and written back, numbers are exact, and an error names the place.

type (
	treeWriter interface{ tree() any }
	treeReader interface{ fromTree(any) string }
)

type fieldInfo struct {
	index     int
	key       string
	omitEmpty bool
	see       string
}

var fieldCache = map[reflect.Type][]fieldInfo{}

func init() { cacheFields(reflect.TypeFor[Plan]()) }

// cacheFields reads the tags of t and of all it holds, once, so that later
// use from several goroutines only reads.
func cacheFields(t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		cacheFields(t.Elem())
	case reflect.Struct:
		if _, ok := fieldCache[t]; ok || t == dateType {
			return
		}
		var out []fieldInfo
		for i := range t.NumField() {
			f := t.Field(i)
			key, opt, _ := strings.Cut(f.Tag.Get("json"), ",")
			if key != "-" && f.IsExported() {
				out = append(out, fieldInfo{i, key, opt == "omitempty", f.Tag.Get("see")})
			}
		}
		fieldCache[t] = out
		for _, f := range out {
			cacheFields(t.Field(f.index).Type)
		}
	}
}

var dateType = reflect.TypeFor[text.Date]()

// toTree is the value as a tree.
func toTree(v reflect.Value) any {
	if v.Type() == dateType {
		if d := v.Interface().(text.Date); !d.IsZero() {
			return d.String()
		}
		return nil
	}
	if w, ok := v.Interface().(treeWriter); ok && v.Kind() != reflect.Pointer {
		return w.tree()
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return toTree(v.Elem())
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return v.Bool()
	case reflect.Int:
		return json.Number(strconv.FormatInt(v.Int(), 10))
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = toTree(v.Index(i))
		}
		return out
	case reflect.Map:
		return mapTree(v)
	}
	out := Object{}
	for _, f := range fieldCache[v.Type()] {
		x := v.Field(f.index)
		if f.omitEmpty && isEmpty(x) {
			continue
		}
		out = append(out, Member{Key: f.key, Value: toTree(x)})
	}
	return append(out, v.FieldByName("Unknown").Interface().([]Member)...)
}

func mapTree(v reflect.Value) Object {
	keys := make([]string, 0, v.Len())
	for _, k := range v.MapKeys() {
		keys = append(keys, k.String())
	}
	sortStrings(keys)
	out := make(Object, 0, len(keys))
	for _, k := range keys {
		out = append(out, Member{Key: k, Value: toTree(v.MapIndex(reflect.ValueOf(k)))})
	}
	return out
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
