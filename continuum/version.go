package continuum

import (
	"strconv"
	"strings"
)

// NewerVersion reports whether a is a later version than b. Versions are
// numbers with dots; with words behind a hyphen one comes before the same
// without. What is no number comes by its letters.
func NewerVersion(a, b string) bool {
	a, wordsA, draftA := strings.Cut(a, "-")
	b, wordsB, draftB := strings.Cut(b, "-")
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(x), len(y)) {
		if c := comparePart(part(x, i), part(y, i)); c != 0 {
			return c > 0
		}
	}
	if draftA != draftB {
		return draftB
	}
	return wordsA > wordsB
}

func part(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "0"
}

func comparePart(a, b string) int {
	x, errA := strconv.Atoi(a)
	y, errB := strconv.Atoi(b)
	if errA == nil && errB == nil {
		return x - y
	}
	return strings.Compare(a, b)
}
