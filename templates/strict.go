package templates

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"bekwaam/continuum"

	"go.yaml.in/yaml/v3"
)

// strict compares a YAML tree with the type it will be decoded into. Unlike
// the decoder it knows the key of every value, goes on after a problem and
// says what may have been meant.
type strict struct {
	file     string
	where    map[string]spot
	problems []continuum.Problem

	clean func(string) string // for texts of somebody else; nil: they stand as they are
}

// check visits a value. global is its key in the whole pack, local its key in
// this file.
func (s *strict) check(n *yaml.Node, t reflect.Type, global, local string) {
	if _, known := s.where[global]; !known {
		s.where[global] = spot{s.file, local, n.Line}
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
		return // as if it were not there
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		s.number(n, t, local)
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		s.fields(n, t, global, local)
	case reflect.Map:
		s.entries(n, t, global, local)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			s.add(n, local, WrongKind, n.Value, "list")
			return
		}
		for i, item := range n.Content {
			step := fmt.Sprintf("[%d]", i)
			s.check(item, t.Elem(), global+step, local+step)
		}
	default:
		s.scalar(n, t, local)
	}
}

// fields visits a mapping whose keys are the fields of a struct.
func (s *strict) fields(n *yaml.Node, t reflect.Type, global, local string) {
	known := fieldsOf(t)
	s.mapping(n, local, func(key, value *yaml.Node) {
		f, ok := known.types[key.Value]
		if !ok {
			s.add(key, step(local, key.Value), UnknownKey, key.Value, continuum.Nearest(key.Value, known.names))
			return
		}
		s.entry(key, value, f, global, local)
	})
}

// entries visits a mapping whose keys are free.
func (s *strict) entries(n *yaml.Node, t reflect.Type, global, local string) {
	s.mapping(n, local, func(key, value *yaml.Node) { s.entry(key, value, t.Elem(), global, local) })
}

func (s *strict) entry(key, value *yaml.Node, t reflect.Type, global, local string) {
	g, l := step(global, key.Value), step(local, key.Value)
	s.where[g] = spot{s.file, l, key.Line}
	s.check(value, t, g, l)
}

// mapping visits the keys of a mapping and reports those that come twice.
func (s *strict) mapping(n *yaml.Node, local string, visit func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		s.add(n, local, WrongKind, n.Value, "mapping")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case key.Kind != yaml.ScalarNode:
			s.add(key, local, WrongKind, "", "text")
		case seen[strings.ToLower(key.Value)]: // also in other capitals
			s.add(key, step(local, key.Value), DuplicateKey, key.Value, "")
		case s.clean != nil && s.clean(key.Value) != key.Value:
			s.add(key, step(local, key.Value), continuum.BadText, "", "")
		default:
			seen[strings.ToLower(key.Value)] = true
			visit(key, n.Content[i+1])
		}
	}
}

func (s *strict) number(n *yaml.Node, t reflect.Type, local string) {
	if n.Kind != yaml.ScalarNode {
		s.add(n, local, WrongKind, "", "number")
		return
	}
	v := reflect.New(t).Interface().(encoding.TextUnmarshaler)
	if err := v.UnmarshalText([]byte(n.Value)); err != nil {
		s.add(n, local, BadNumber, n.Value, "")
	}
}

func (s *strict) scalar(n *yaml.Node, t reflect.Type, local string) {
	want := map[reflect.Kind]string{reflect.Int: "number", reflect.Bool: "true, false", reflect.String: "text"}[t.Kind()]
	if n.Kind != yaml.ScalarNode {
		s.add(n, local, WrongKind, "", want)
		return
	}
	switch t.Kind() {
	case reflect.Int:
		if _, err := strconv.ParseInt(n.Value, 10, 32); err != nil {
			s.add(n, local, BadNumber, n.Value, "")
		}
	case reflect.Bool:
		if n.Value != "true" && n.Value != "false" {
			s.add(n, local, WrongKind, n.Value, want)
		}
	default:
		plain := []string{"!!str", "!!int", "!!float", "!!bool", "!!timestamp"}
		switch {
		case !slices.Contains(plain, n.ShortTag()):
			s.add(n, local, WrongKind, n.ShortTag(), want)
		case s.clean == nil:
		case continuum.Hides(n.Value):
			s.add(n, local, continuum.BadText, "", "")
		case utf8.RuneCountInString(n.Value) > maxText:
			s.add(n, local, TooLarge, strconv.Itoa(utf8.RuneCountInString(n.Value)), strconv.Itoa(maxText))
		default:
			n.Value = s.clean(n.Value)
		}
	}
}

func (s *strict) add(n *yaml.Node, key, code, detail, suggestion string) {
	s.problems = append(s.problems, continuum.Problem{
		File: s.file, Line: n.Line, Key: key, Code: code, Detail: detail, Suggestion: suggestion,
	})
}

func step(key, name string) string {
	if key == "" {
		return name
	}
	return key + "." + name
}

// fieldSet is what a struct may hold in a file.
type fieldSet struct {
	names []string
	types map[string]reflect.Type
}

var fieldSets sync.Map // fieldSet by reflect.Type

func fieldsOf(t reflect.Type) fieldSet {
	if known, ok := fieldSets.Load(t); ok {
		return known.(fieldSet)
	}
	set := fieldSet{types: map[string]reflect.Type{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if option == "inline" {
			inner := fieldsOf(f.Type)
			for _, n := range inner.names {
				set.names, set.types[n] = append(set.names, n), inner.types[n]
			}
			continue
		}
		if f.IsExported() && name != "" && name != "-" {
			set.names, set.types[name] = append(set.names, name), f.Type
		}
	}
	fieldSets.Store(t, set)
	return set
}
