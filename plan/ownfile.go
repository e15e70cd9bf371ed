package plan

// An OwnFile is what a file of one's own would do to the plan here.
type OwnFile struct {
	Descent   Descent
	Conflicts []Conflict
	Base      Plan // of a fork: the state that both come from
	Merged    Plan // of a fork: what came of both

	// Changes are the acts that take the file in, in their order; none where it
	// brings nothing. Only the last of them can be undone. The plan of the last
	// one is the plan from then on.
	Changes []Change

	// Trail is what the plan went through by the last of them, below it. Of the
	// same state it is what the file knows more of, nil for nothing.
	Trail Trail
}

// TakeOwn works out what a file of one's own does: a state that goes on from
// the plan here takes its place, one that the plan here goes on from brings
// nothing, and of a fork both states stay in the history and the two are merged
// as [Merge] does. Of a file that does not say where it comes from the document
// takes the place of the plan.
//
// read is the document as it came, by which its descent is told, and document
// what the program made of it. l is the trail of p, and at gives the state at a
// place in it, the zero Plan where nobody has it any more.
//
// Errors: those of [Replace] and, for a fork, of [Merge].
func TakeOwn(p, document, read Plan, l Trail, at func(place int) Plan, pick func(Conflict) Pick) (OwnFile, error) {
	d, base := DescentOf(read, l)
	out := OwnFile{Descent: d}
	switch d {
	case DescentSame:
		out.Trail = l.Learned(TrailOf(read))
		return out, nil
	case DescentOlder:
		return out, nil
	case DescentUnknown, DescentNewer:
		c, err := Replace(p, document)
		if d == DescentNewer {
			c.Plan.State = document.State // it moved on over there
		}
		if err == nil && !c.Same(p) {
			out.Changes, out.Trail = []Change{c}, TrailOf(read)
		}
		return out, err
	}
	theirs := document.Clone()
	theirs.Revision, theirs.EditionInfo, theirs.Review = p.Revision, nil, p.Review
	common := Plan{}
	if base >= 0 {
		common = at(base)
	}
	out.Base = common
	m, err := Merge(common, p, theirs, pick)
	if err == nil && p.Frozen() && saysElse(p, m.Plan) {
		err = p.writable() // the person opens the next version first
	}
	if err != nil {
		return out, err
	}
	out.Conflicts, out.Merged, out.Trail = m.Conflicts, m.Plan, l.Joined(TrailOf(read), base)
	both := []Change{{theirs, Act{Name: ActTheirs, Fixed: true}}, {p, Act{Name: ActMine, Fixed: true}}}
	if (Change{Plan: m.Plan}).Same(p) {
		if len(m.Conflicts) > 0 {
			out.Changes = both // what gave way is kept all the same
		}
		return out, nil
	}
	n := map[string]int{}
	for _, x := range Diff(p, m.Plan) {
		n[x.Kind]++
	}
	out.Changes = append(both, Change{m.Plan, Act{Name: ActMerge, Args: []string{itoa(n[DiffNew]), itoa(n[DiffChanged]), itoa(n[DiffGone])}}})
	return out, nil
}
