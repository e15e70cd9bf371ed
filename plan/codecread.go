package plan

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"bekwaam/text"
)

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
			rest = append(rest, Member{Key: m.Key, Value: unlined(m.Value)})
		}
	}
	v.FieldByName("Unknown").Set(reflect.ValueOf(rest))
	return nil
}

// unlined takes the line numbers out of a value that is kept: where it stood
// in a file says nothing about it.
func unlined(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = unlined(v[i])
		}
	case Object:
		for i := range v {
			v[i] = Member{Key: v[i].Key, Value: unlined(v[i].Value)}
		}
	}
	return v
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
