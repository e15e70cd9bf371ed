package templates

import (
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A tree is a YAML file that can be spoiled in one place.
type tree struct {
	t    testing.TB
	root *yaml.Node
}

func parseTree(t testing.TB, data []byte) tree {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return tree{t, doc.Content[0]}
}

// clone is a tree of its own, with the lines of the first.
func (f tree) clone() tree {
	var copied func(n *yaml.Node) *yaml.Node
	copied = func(n *yaml.Node) *yaml.Node {
		c := *n
		c.Content = make([]*yaml.Node, len(n.Content))
		for i := range n.Content {
			c.Content[i] = copied(n.Content[i])
		}
		return &c
	}
	return tree{f.t, copied(f.root)}
}

// data writes the tree out again.
func (f tree) data() []byte {
	f.t.Helper()
	data, err := yaml.Marshal(f.root)
	if err != nil {
		f.t.Fatal(err)
	}
	return data
}

// childOf takes one step from a node: the key node and value node of a mapping,
// or the same member of a list twice. Both are nil where there is none.
func childOf(n *yaml.Node, name string) (key, value *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(name); err == nil && i < len(n.Content) {
			return n.Content[i], n.Content[i]
		}
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

// steps are the parts of a key such as areas[1].name.en.
func steps(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
}

// at returns the value of a key.
func (f tree) at(key string) *yaml.Node {
	f.t.Helper()
	n := f.root
	for _, s := range steps(key) {
		_, v := childOf(n, s)
		if v == nil {
			f.t.Fatalf("no %s at %s", s, key)
		}
		n = v
	}
	return n
}

func (f tree) has(key string) bool {
	n := f.root
	for _, s := range steps(key) {
		if _, n = childOf(n, s); n == nil {
			return false
		}
	}
	return true
}

// line is the line of a key, or of the nearest thing around it that is there.
func (f tree) line(key string) int {
	n, line := f.root, f.root.Line
	for _, s := range steps(key) {
		k, v := childOf(n, s)
		if k == nil {
			break
		}
		n, line = v, k.Line
	}
	return line
}

// put sets the value of the last step of key, written in YAML.
func (f tree) put(key, value string) {
	f.t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(value), &doc); err != nil {
		f.t.Fatal(err)
	}
	all := steps(key)
	last := all[len(all)-1]
	parent := f.at(strings.Join(all[:len(all)-1], "."))
	if _, v := childOf(parent, last); v != nil {
		*v = *doc.Content[0]
		return
	}
	if parent.Kind == yaml.SequenceNode {
		parent.Content = append(parent.Content, doc.Content[0])
		return
	}
	parent.Content = append(parent.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: last}, doc.Content[0])
}

// twice adds a key that is there already.
func (f tree) twice(key string) {
	all := steps(key)
	parent := f.at(strings.Join(all[:len(all)-1], "."))
	k, v := childOf(parent, all[len(all)-1])
	parent.Content = append(parent.Content, k, v)
}

// drop takes a key or a member away.
func (f tree) drop(key string) {
	f.t.Helper()
	all := steps(key)
	last := all[len(all)-1]
	parent := f.at(strings.Join(all[:len(all)-1], "."))
	width := 2
	if parent.Kind == yaml.SequenceNode {
		width = 1
	}
	for i := 0; i < len(parent.Content); i += width {
		if parent.Content[i].Value == last && width == 2 || width == 1 && strconv.Itoa(i) == last {
			parent.Content = append(parent.Content[:i:i], parent.Content[i+width:]...)
			return
		}
	}
	f.t.Fatalf("no %s to drop", key)
}
