package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// MaxAncestors is how many earlier states one's own edition knows.
const MaxAncestors = 1000

// notState are the keys of a document that say how it was kept or written, and
// differ between two computers that hold the same plan.
var notState = map[string]bool{"format": true, "version": true, "revision": true, "pack": true, "framework_pin": true, "gone_competences": true,
	"review": true, "edition": true}

// StateDigest returns 16 hex digits that stand for the state of a plan: the
// same on every computer that holds the same, whatever the revision is called
// there.
func StateDigest(p Plan) string {
	p = p.Clone()
	settle(&p) // as reading a document does
	o := Object{}
	for _, m := range p.Tree() {
		if !notState[m.Key] {
			o = append(o, m)
		}
	}
	sum := sha256.Sum256(Canonical(o))
	return hex.EncodeToString(sum[:8])
}

// aside marks a state in a trail that was one of two which were brought
// together, or came before one: not all that the plan became went through it.
// What came of two is a state of its own, also where it says what one of them said.
const aside = "~"

// A Trail is the states that a plan went through, newest first: the digest of
// each, with a ~ behind it where another computer went on beside it.
type Trail []string

func digestIn(entry string) string { return strings.TrimSuffix(entry, aside) }

// Joined returns the trail below what came of two that were brought together.
// base is the place in l of the state that both come from, -1 for none.
func (l Trail) Joined(other Trail, base int) Trail {
	common, before := Trail{}, Trail{}
	if base >= 0 {
		l, common = l[:base], l[base:]
		at := slices.IndexFunc(other, func(x string) bool { return digestIn(x) == digestIn(common[0]) })
		if at >= 0 {
			other, before = other[:at], other[at:]
		}
	}
	known := digestsIn(common)
	out := Trail{}
	for _, x := range slices.Concat(other, l) {
		if d := digestIn(x); !known[d] {
			known[d] = true
			out = append(out, d+aside)
		}
	}
	out = append(out, common...)
	for _, x := range before {
		if !known[digestIn(x)] {
			out = append(out, x)
		}
	}
	return out
}

// Learned returns the trail of a state that both have, where the other one
// knows of states that l does not; else nil.
func (l Trail) Learned(other Trail) Trail {
	mine, theirs := digestsIn(l), digestsIn(other)
	lacks := func(t Trail, known map[string]bool) bool {
		return slices.ContainsFunc(t, func(x string) bool { return !known[digestIn(x)] })
	}
	switch {
	case !lacks(other, mine):
		return nil
	case !lacks(l, theirs):
		return other
	}
	base := slices.IndexFunc(l[1:], func(x string) bool { return digestIn(x) == x && theirs[x] })
	if base >= 0 {
		base++
	}
	return l.Joined(other, base)
}

func digestsIn(l Trail) map[string]bool {
	out := map[string]bool{}
	for _, x := range l {
		out[digestIn(x)] = true
	}
	return out
}

// WithAncestors returns one's own edition with the states that the plan went
// through, so that another computer of the same person can tell a later state
// from a fork. Of more than [MaxAncestors] the newest stay. Any other edition,
// and that of one employer, comes back as it was.
func (e Edition) WithAncestors(l Trail) Edition {
	if e.Info.Audience != Self || e.Info.Employer != "" {
		return e
	}
	l = slices.Compact(slices.Clone(l))
	e.Info.Ancestors = l[:min(len(l), MaxAncestors)]
	e.Info.Package = packageID(e.Plan, e.Info)
	return e
}

// TrailOf returns the trail of the state in one's own edition, with that state
// itself; none where the edition does not say where it comes from.
func TrailOf(document Plan) Trail {
	i := document.EditionInfo
	if i == nil || i.Audience != Self || len(i.Ancestors) == 0 {
		return nil
	}
	if state := StateDigest(document); state != digestIn(i.Ancestors[0]) { // somebody edited the file
		return append(Trail{state}, i.Ancestors...)
	}
	return i.Ancestors
}

// Descent is how the state in one's own edition stands to the plan here.
type Descent int

// What a [Descent] can be.
const (
	DescentUnknown Descent = iota // the edition does not say where it comes from
	DescentSame
	DescentNewer // it goes on from the plan here
	DescentOlder // the plan here goes on from it
	DescentFork  // both went on from something else
)

// DescentOf compares a document with the trail of the plan here. For a fork it
// also returns the place in l of the newest state that all that both became
// comes from, or -1 where neither remembers one; both computers come to the
// same state.
//
// A state that a plan comes back to is another one each time, so that an act
// that was taken back is told from one that was never done.
func DescentOf(document Plan, l Trail) (Descent, int) {
	file := TrailOf(document)
	if len(file) == 0 || len(l) == 0 {
		return DescentUnknown, -1
	}
	if digestIn(file[0]) == digestIn(l[0]) {
		return DescentSame, 0
	}
	here, there := timesAt(l), timesAt(file)
	inFile, inPlan := map[timeAt]bool{}, map[timeAt]int{}
	for _, x := range there {
		inFile[x.timeAt] = true
	}
	for _, x := range here {
		inPlan[x.timeAt] = x.place
	}
	if inFile[here[0].timeAt] {
		return DescentNewer, 0
	}
	if at, ok := inPlan[there[0].timeAt]; ok {
		return DescentOlder, at
	}
	base := -1
	take := func(list []placed) {
		for _, x := range list {
			at, ok := inPlan[x.timeAt]
			if ok && inFile[x.timeAt] && !x.aside {
				if base < 0 || at < base {
					base = at
				}
				return
			}
		}
	}
	take(here)
	take(there)
	return DescentFork, base
}

// timeAt is the nth time that a plan is in a state.
type timeAt struct {
	digest string
	nth    int
}

type placed struct {
	timeAt
	aside bool
	place int // in the trail it comes from
}

// timesAt tells the times apart that a plan was in the states of a trail. What
// stands twice without anything between is once.
func timesAt(l Trail) []placed {
	var out []placed
	times := map[string]int{}
	for i, entry := range slices.Backward(l) {
		d := digestIn(entry)
		if i+1 < len(l) && l[i+1] == entry {
			n := len(out)
			out[n-1].place = i
			continue
		}
		times[d]++
		out = append(out, placed{timeAt{d, times[d]}, entry != d, i})
	}
	slices.Reverse(out)
	return out
}

// The acts by which a file of one's own is taken in.
const (
	ActImport = "import"        // it took the place of the plan
	ActTheirs = "import.theirs" // the state of the other computer, before a merge
	ActMine   = "import.mine"   // the state of this one, after that
	ActMerge  = "import.merge"  // both brought together
)

// Went returns the revisions that a plan went through, newest first. What was
// taken in from another computer and then taken back is left out, so that the
// same file can be taken in once more.
func Went(revs []Revision) []Revision {
	back := map[int]bool{}
	for _, r := range revs {
		if r.Undoes > 0 {
			back[r.Undoes] = true
		}
		if r.Redoes > 0 {
			delete(back, r.Redoes)
		}
	}
	var out []Revision
	for i, r := range revs {
		merged := i+2 < len(revs) && revs[i+2].Act.Name == ActMerge
		taken := r.Act.Name == ActImport || r.Act.Name == ActMerge
		switch {
		case r.Act.Name == ActTheirs && merged && back[revs[i+2].N], r.Redoes > 0 && back[r.Redoes], taken && r.Undoes == 0 && back[r.N]:
			continue
		}
		out = append(out, r)
	}
	slices.Reverse(out)
	return out
}
