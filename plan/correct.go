package plan

// A closed year is read and no more. What turns out to be wrong in it is put
// right in a version of its own, which names the one before; that one stays as
// it was.

// Correcting reports whether a closed year is being put right: the version in
// hand comes after the one with which the year was closed.
func (p Plan) Correcting() bool {
	last := p.lastVersion()
	return (p.State == Closed || p.State == Judged) && last > 0 && last < p.WorkingVersion
}

// Correct opens the version of a closed year in which something is put right.
// CodeState for a year that is not closed, CodeNothing where one is open.
func Correct(p Plan, by Actor) (Change, error) {
	switch {
	case p.IsCopy():
		return Change{}, &Error{Code: CodeCopy}
	case p.State != Closed && p.State != Judged:
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	case p.Correcting():
		return Change{}, &Error{Code: CodeNothing}
	}
	q := p.Clone()
	if q.lastVersion() == 0 { // a year that was closed elsewhere, before versions were kept
		q.freeze(ReasonClosed, "", by)
	}
	q.WorkingVersion = max(q.WorkingVersion, q.lastVersion()) + 1
	return Change{q, Act{Name: "version.correct", Args: []string{itoa(q.WorkingVersion), itoa(q.lastVersion())}, Fixed: true}}, nil
}

// Corrected freezes the version in which a closed year was put right.
// CodeState where none is open.
func Corrected(p Plan, by Actor) (Change, error) {
	if p.IsCopy() {
		return Change{}, &Error{Code: CodeCopy}
	}
	if !p.Correcting() {
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	}
	q := p.Clone()
	q.freeze(ReasonClosed, "", by)
	return Change{q, Act{Name: "version.corrected", Args: []string{itoa(p.WorkingVersion)}, Fixed: true}}, nil
}
