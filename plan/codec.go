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

// fromTree fills v from a tree. An error names the place from path on.
func fromTree(v reflect.Value, t any, path string, line int) error {
	bad := func(code string) error {
		return &Error{Code: code, Field: path, Line: line, Args: []string{brief(t)}}
	}
	if v.Type() == dateType {
		return dateFromTree(v, t, bad)
	}
	if r, ok := v.Addr().Interface().(treeReader); ok && v.Kind() != reflect.Pointer {
		if t == nil {
			return nil
		}
		if code := r.fromTree(t); code != "" {
			return bad(code)
		}
		return nil
	}
	if t == nil {
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return fromTree(v.Elem(), t, path, line)
	case reflect.String:
		s, ok := t.(string)
		if n, isNumber := t.(json.Number); isNumber {
			s, ok = string(n), true // an unquoted year, for instance
		}
		if !ok {
			return bad(CodeType)
		}
		v.SetString(s)
	case reflect.Bool:
		b, ok := t.(bool)
		if !ok {
			return bad(CodeType)
		}
		v.SetBool(b)
	case reflect.Int:
		n, ok := decimal(t)
		if !ok || n%unit4 != 0 {
			return bad(CodeNumber)
		}
		v.SetInt(int64(n / unit4))
	case reflect.Slice:
		list, ok := t.([]any)
		if !ok {
			return bad(CodeType)
		}
		v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
		for i, x := range list {
			if err := fromTree(v.Index(i), x, path+"/"+itemName(x, i), line); err != nil {
				return err
			}
		}
	case reflect.Map:
		return mapFromTree(v, t, path, line)
	case reflect.Struct:
		return structFromTree(v, t, path, line)
	}
	return nil
}

func dateFromTree(v reflect.Value, t any, bad func(string) error) error {
	s, ok := t.(string)
	if t == nil || ok && s == "" {
		return nil
	}
	if !ok {
		return bad(CodeDate)
	}
	d, err := text.ParseISO(s)
	if err != nil {
		return bad(CodeDate)
	}
	v.Set(reflect.ValueOf(d))
	return nil
}

func mapFromTree(v reflect.Value, t any, path string, line int) error {
	o, ok := t.(Object)
	if !ok {
		return &Error{Code: CodeType, Field: path, Line: line, Args: []string{brief(t)}}
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(o)))
	for _, m := range o {
		x := reflect.New(v.Type().Elem()).Elem()
		if err := fromTree(x, m.Value, path+"/"+m.Key, m.Line); err != nil {
			return err
		}
		v.SetMapIndex(reflect.ValueOf(m.Key), x)
	}
	return nil
}

func structFromTree(v reflect.Value, t any, path string, line int) error {
	o, ok := t.(Object)
	if !ok {
		return &Error{Code: CodeType, Field: path, Line: line, Args: []string{brief(t)}}
	}
	known := map[string]bool{}
	for _, f := range fieldCache[v.Type()] {
		known[f.key] = true
		if x, ok := o.Get(f.key); ok {
			if err := fromTree(v.Field(f.index), x, strings.TrimPrefix(path+"/"+f.key, "/"), o.line(f.key)); err != nil {
				return err
			}
		}
	}
	var rest []Member
	for _, m := range o {
		if !known[m.Key] {
			rest = append(rest, Member{Key: m.Key, Value: m.Value})
		}
	}
	v.FieldByName("Unknown").Set(reflect.ValueOf(rest))
	return nil
}

// itemName is the id of an item, or its place in the list.
func itemName(t any, i int) string {
	if o, ok := t.(Object); ok {
		for _, key := range []string{"id", "line", "goal", "competence"} {
			if s, ok := o.Get(key); ok {
				if s, ok := s.(string); ok && s != "" {
					return s
				}
			}
		}
	}
	return strconv.Itoa(i + 1)
}

// brief is a value short enough to stand in a sentence.
func brief(t any) string {
	switch t := t.(type) {
	case string:
		if r := []rune(t); len(r) > 40 {
			return string(r[:40]) + "…"
		}
		return t
	case json.Number:
		return string(t)
	case bool:
		return strconv.FormatBool(t)
	case []any:
		return "[…]"
	case Object:
		return "{…}"
	}
	return "null"
}
