package plan

import "slices"

// Version is a frozen and numbered state of a plan.
type Version struct {
	Number   int     `json:"number" see:"board"`
	Of       int     `json:"of,omitempty" see:"board"` // the version that this one follows
	Reason   string  `json:"reason" see:"board"`       // signed, made-for, half-way, closed, named
	For      string  `json:"for,omitempty"`
	At       Instant `json:"at" see:"board"`
	By       string  `json:"by" see:"board"`
	Revision int     `json:"revision" see:"board"`

	Unknown []Member `json:"-"`
}

// The reasons for freezing a version.
const (
	ReasonSigned  = "signed"
	ReasonMade    = "made-for"
	ReasonHalfway = "half-way"
	ReasonClosed  = "closed"
)

// Frozen reports whether the version being shown is frozen, so that nothing
// in it changes any more.
func (p Plan) Frozen() bool {
	for _, v := range p.Versions {
		if v.Number == p.WorkingVersion {
			return true
		}
	}
	return (p.State == Closed || p.State == Judged) && !p.Correcting()
}

// SignedVersion returns the highest version signed by the teacher, or 0.
func (p Plan) SignedVersion() int {
	n := 0
	for _, s := range p.Signatures {
		if s.Role == RoleTeacher && s.Made() {
			n = max(n, s.Version)
		}
	}
	return n
}

// IsCopy reports whether this is an edition that somebody else sent, which can
// be read and noted upon.
func (p Plan) IsCopy() bool { return p.EditionInfo != nil && p.EditionInfo.Audience != Self }

// writable returns the error for a plan that cannot be changed now, or that is
// only a copy of what somebody else sent.
func (p Plan) writable() error {
	switch {
	case p.IsCopy():
		return &Error{Code: CodeCopy}
	case (p.State == Closed || p.State == Judged) && !p.Correcting():
		return &Error{Code: CodeClosed}
	case p.Frozen():
		return &Error{Code: CodeFrozen, Args: []string{itoa(p.WorkingVersion)}}
	}
	return nil
}

// lastVersion returns the highest frozen version, or 0.
func (p Plan) lastVersion() int {
	n := 0
	for _, v := range p.Versions {
		n = max(n, v.Number)
	}
	return n
}

// freeze makes the version being written a frozen one that names the version
// before it.
func (p *Plan) freeze(reason, recipient string, by Actor) {
	p.Versions = append(p.Versions, Version{Number: p.WorkingVersion, Of: p.lastVersion(), Reason: reason, For: recipient,
		At: At(by.At), By: by.Name, Revision: p.Revision})
}

// FrozenAfter returns the number of the version that the act after a revision
// froze, or 0.
func (p Plan) FrozenAfter(revision int) int {
	for _, v := range p.Versions {
		if v.Revision == revision {
			return v.Number
		}
	}
	return 0
}

// NewVersion opens the version after a frozen version n. The act names both,
// and so does the new version once it is frozen. CodeNothing where the version
// is still being written, CodeClosed in a closed year.
func NewVersion(p Plan, by Actor) (Change, error) {
	switch {
	case p.State == Closed || p.State == Judged:
		return Change{}, &Error{Code: CodeClosed}
	case !p.Frozen():
		return Change{}, &Error{Code: CodeNothing}
	}
	q := p.Clone()
	q.WorkingVersion = max(p.WorkingVersion, p.lastVersion()) + 1
	return Change{q, Act{Name: "version.new", Args: []string{itoa(q.WorkingVersion), itoa(p.WorkingVersion)}, Fixed: true}}, nil
}

// Sign freezes the version being written and records the teacher's
// signature under it. key is the fingerprint of the key that signed.
func Sign(p Plan, by Actor, key string) (Change, error) {
	if err := CanSign(p); err != nil {
		return Change{}, err
	}
	q := p.Clone()
	if !q.Frozen() {
		q.freeze(ReasonSigned, "", by)
	}
	hash, _ := ContentHash(q, "plan")
	q.Signatures = signedBy(q.Signatures, Signature{Moment: q.moment(), Role: RoleTeacher, Name: by.Name,
		Date: day(by.At), At: At(by.At), Status: Signed, Version: p.WorkingVersion, AboutHash: hash, Key: key})
	return Change{q, Act{Name: "sign", Args: []string{itoa(p.WorkingVersion)}, Fixed: true}}, nil
}

// CanSign returns nil, or why the teacher cannot sign now: CodeNoGoal,
// CodeRequired without a name, or CodeFrozen when this version is signed.
func CanSign(p Plan) error {
	switch {
	case !slices.ContainsFunc(p.LiveGoals(), Goal.asked):
		return &Error{Code: CodeNoGoal}
	case p.Profile.Name == "":
		return &Error{Code: CodeRequired, Item: "profile", Field: "name"}
	case p.State == Judged:
		return &Error{Code: CodeClosed}
	case p.SignedVersion() == p.WorkingVersion:
		return &Error{Code: CodeFrozen, Args: []string{itoa(p.WorkingVersion)}}
	}
	return nil
}

// signedBy puts a signature in the place where one was expected, else at the
// end.
func signedBy(list []Signature, s Signature) []Signature {
	for i, x := range list {
		if x.Status == Expected && x.Moment == s.Moment && x.Role == s.Role {
			s.Employer = x.Employer
			list[i] = s
			return list
		}
	}
	return append(list, s)
}

// moment is what a signature now is about: the plan, or closing the year.
func (p Plan) moment() string {
	if p.State == Closed {
		return "close"
	}
	return "plan"
}
