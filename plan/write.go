package plan

import (
	"bytes"
	"reflect"

	"go.yaml.in/yaml/v3"
)

// Tree returns the document as a tree, keys in their order.
func (p Plan) Tree() Object { return toTree(reflect.ValueOf(p)).(Object) }

// MarshalJSON writes the plan document.
func (p Plan) MarshalJSON() ([]byte, error) { return p.Tree().MarshalJSON() }

// WriteJSON returns the plan document as JSON, indented, with a line end.
func WriteJSON(p Plan) []byte {
	raw, err := p.MarshalJSON()
	if err != nil {
		panic(err) // the tree of a plan holds nothing that JSON lacks
	}
	return indentJSON(raw)
}

// WriteYAML returns the plan document as YAML.
func WriteYAML(p Plan) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(yamlNode(p.Tree())); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}
