package tagged

import (
	"encoding/binary"
	"slices"
	"testing"
)

func TestNodes(t *testing.T) {
	var marks []bookmark
	for _, level := range []int{0, 1, 2, 2, 1, 0, 2} { // the last one skips a level
		marks = append(marks, bookmark{level: level})
	}
	root, all := nodes(marks)
	if want := (node{-1, -1, -1, 0, 5, 2}); root != want {
		t.Errorf("root %v, want %v", root, want)
	}
	want := []node{
		{-1, -1, 5, 1, 4, 2}, {0, -1, 4, 2, 3, 2}, {1, -1, 3, -1, -1, 0}, {1, 2, -1, -1, -1, 0},
		{0, 1, -1, -1, -1, 0}, {-1, 0, -1, 6, 6, 1}, {5, -1, -1, -1, -1, 0},
	}
	if !slices.Equal(all, want) {
		t.Errorf("nodes %v, want %v", all, want)
	}
}

func TestProfile(t *testing.T) {
	p := Profile()
	if n := binary.BigEndian.Uint32(p); int(n) != len(p) || string(p[36:40]) != "acsp" || string(p[16:20]) != "RGB " {
		t.Errorf("a profile of %d bytes says %d", len(p), n)
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, size := int(binary.BigEndian.Uint32(e[4:])), int(binary.BigEndian.Uint32(e[8:]))
		if at%4 != 0 || at+size > len(p) || size < 12 {
			t.Errorf("%s: %d bytes at %d of %d", e[:4], size, at, len(p))
		}
	}
}
