package continuum

import (
	"fmt"
	"strings"
)

// Problem is one thing that is wrong with a pack or a framework.
type Problem struct {
	File string // file it stands in, empty where it was not read from a file
	Line int    // line in that file from 1, 0 where unknown
	Key  string // path of the value, such as activity_kinds[2].name.en
	Code string // one of the codes below

	// Detail is the value or name that is wrong, Suggestion what may have
	// been meant. Both are data, no sentences, and may be empty.
	Detail     string
	Suggestion string
}

// The codes of a [Problem].
const (
	MissingValue   = "missing-value"   // a value that must be there is not
	MissingText    = "missing-text"    // the text is missing in the language that ends Key
	BadValue       = "bad-value"       // Detail is none of the values in Suggestion
	BadID          = "bad-id"          // ids are lower-case letters, digits and hyphens
	DuplicateID    = "duplicate-id"    // Detail is used twice in one list
	UnknownRef     = "unknown-ref"     // Detail names nothing that is there
	BadPlaceholder = "bad-placeholder" // Detail is a placeholder that a framework does not declare
	BadBand        = "bad-band"        // bands are 1, 2 and 3
	BadRange       = "bad-range"       // min, typical and max are not in order, or below zero
	BadDate        = "bad-date"        // Detail is no date, or a period ends before it begins
	BadText        = "bad-text"        // a text holds control or direction characters
	ExtendsLoop    = "extends-loop"    // a framework inherits from itself
)

// String is the problem on one line, for logs and tests.
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		fmt.Fprintf(&b, "%s:%d: ", p.File, p.Line)
	}
	fmt.Fprintf(&b, "%s: %s", p.Key, p.Code)
	if p.Detail != "" {
		fmt.Fprintf(&b, " %q", p.Detail)
	}
	if p.Suggestion != "" {
		fmt.Fprintf(&b, " (%s)", p.Suggestion)
	}
	return b.String()
}

// InvalidError says that a pack cannot be used, with every problem in the
// order in which they stand in it.
type InvalidError struct {
	Problems []Problem
}

func (e *InvalidError) Error() string {
	switch n := len(e.Problems); n {
	case 0:
		return "invalid content pack"
	case 1:
		return "invalid content pack: " + e.Problems[0].String()
	default:
		return fmt.Sprintf("invalid content pack: %s, and %d more", e.Problems[0], n-1)
	}
}
