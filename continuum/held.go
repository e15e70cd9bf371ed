package continuum

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Encode returns the resolved framework as canonical JSON, to be kept for the
// plans that pin this version of it.
func (f *Framework) Encode() []byte { return canonical(f) }

// ErrOtherDigest says that a framework is not what its digest says.
var ErrOtherDigest = errors.New("the framework is not what its digest says")

// DecodeFramework reads what [Framework.Encode] wrote. The error is
// ErrOtherDigest where the bytes are another framework than they say.
func DecodeFramework(data []byte) (*Framework, error) {
	f := new(Framework)
	if err := decode(string(data), f); err != nil {
		return nil, fmt.Errorf("read encoded framework: %w", err)
	}
	bare := *f
	bare.Digest = ""
	if digest(bare) != f.Digest {
		return nil, ErrOtherDigest
	}
	f.buildPlaces()
	return f, nil
}

// Holding returns a pack in which f stands as it is, version and digest
// included, in the place of the framework of the same id. It is for a plan
// that pins an earlier version: f was valid when it was resolved, and is not
// looked at again. What the pack says of areas that f does not have is left
// out. Neither p nor f is changed.
func (p *Pack) Holding(f *Framework) *Pack {
	q := *p
	q.index = nil
	q.Frameworks = slices.Clone(p.Frameworks)
	if i := q.position(f.ID); i >= 0 {
		q.Frameworks[i] = *f
	} else {
		q.Frameworks = append(q.Frameworks, *f)
	}
	q.AreaSuggestions = slices.DeleteFunc(slices.Clone(p.AreaSuggestions), func(s AreaSuggestion) bool {
		if !strings.HasPrefix(s.Area, f.ID+"/") {
			return false
		}
		_, there := f.Area(s.Area)
		return !there
	})
	q.buildIndex()
	return &q
}
