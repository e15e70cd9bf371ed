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

// Holding returns a pack in which frameworks stand as they are, version and
// digest included, each in the place of the one of the same id. It is for a plan
// that pins an earlier version, and for what a board brought: they were valid
// when they were resolved, and are not looked at again. What the pack says of
// areas that they do not have is left out. Neither p nor the frameworks change.
func (p *Pack) Holding(list ...*Framework) *Pack {
	q := *p
	q.index = nil
	q.Frameworks = slices.Clone(p.Frameworks)
	q.AreaSuggestions = slices.Clone(p.AreaSuggestions)
	for _, f := range list {
		if i := q.position(f.ID); i >= 0 {
			q.Frameworks[i] = *f
		} else {
			q.Frameworks = append(q.Frameworks, *f)
		}
		q.AreaSuggestions = slices.DeleteFunc(q.AreaSuggestions, func(s AreaSuggestion) bool {
			if !strings.HasPrefix(s.Area, f.ID+"/") {
				return false
			}
			_, there := f.Area(s.Area)
			return !there
		})
	}
	for _, f := range list {
		if i := q.position(f.Extends); i >= 0 {
			q.inheritSuggestions(f, &q.Frameworks[i])
		}
	}
	q.buildIndex()
	return &q
}
