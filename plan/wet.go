package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/text"
)

// A WetSignature is what somebody says about a signature with a pen: on a print,
// by whom, in which role, on which day.
type WetSignature struct {
	Role     string // one of the roles of a signature
	Name     string
	Date     text.Date // the day on the paper
	Employer string    // with several employers, for whom; else empty
}

var paperRoles = []string{RoleTeacher, RoleCoach, RoleManager, RoleBoard, RoleClient}

// RecordWetSignature records a signature with a pen, with who recorded it. It
// is a fact that somebody wrote down: nothing in here can check it, and it
// never stands as [Signed]. The teacher's freezes the version like [Sign] and
// needs what that needs; the others stand under the last version that the
// teacher signed. A manager's makes the plan agreed where it does not run yet.
//
// Errors: CodeUnknown for a role or employer that there is not, CodeRequired
// without a name or a day, or, in the field version, without one that the
// teacher signed; CodeRange for a day to come, CodeTwice when this role signed
// that version already, CodeCopy in an edition of somebody else, and those of
// [CanSign]. All but the teacher's can be undone, with [Undone].
func RecordWetSignature(p Plan, by Actor, w WetSignature) (Change, error) {
	if err := w.check(p, by); err != nil {
		return Change{}, err
	}
	q := p.Clone()
	version := p.SignedVersion()
	if w.Role == RoleTeacher {
		if err := CanSign(p); err != nil {
			return Change{}, err
		}
		version = p.WorkingVersion
		if !q.Frozen() {
			q.freeze(ReasonSigned, "", by)
		}
	}
	if version == 0 {
		return Change{}, &Error{Code: CodeRequired, Item: "signatures", Field: "version"}
	}
	if slices.ContainsFunc(p.Signatures, func(s Signature) bool {
		return s.Made() && s.Role == w.Role && s.Moment == p.moment() && s.Version == version && s.Employer == w.Employer
	}) {
		return Change{}, &Error{Code: CodeTwice, Item: "signatures", Field: "role", Args: []string{w.Role}}
	}
	hash, _ := ContentHash(q, "plan")
	q.Signatures = signedBy(q.Signatures, Signature{Moment: q.moment(), Role: w.Role, Name: strings.TrimSpace(w.Name), Date: w.Date,
		Status: OnPaper, Version: version, AboutHash: hash, Employer: w.Employer, RecordedBy: by.Name, RecordedAt: At(by.At)})
	switch q.State {
	case Draft, Submitted, InReview, Returned, Discussed:
		if w.Role == RoleManager {
			q.Moves = append(q.Moves, Move{Act: "sign.paper", From: q.State, To: Agreed, By: by.Name, At: At(by.At)})
			q.State = Agreed
		}
	}
	return Change{q, Act{Name: "sign.paper", Args: []string{w.Role, w.Name, itoa(version)}, Fixed: w.Role == RoleTeacher}}, nil
}

func (w WetSignature) check(p Plan, by Actor) error {
	fail := func(code, field string, args ...string) error {
		return &Error{Code: code, Item: "signatures", Field: field, Args: args}
	}
	switch {
	case !slices.Contains(paperRoles, w.Role):
		return fail(CodeUnknown, "role", w.Role)
	case strings.TrimSpace(w.Name) == "":
		return fail(CodeRequired, "name")
	case w.Date.IsZero():
		return fail(CodeRequired, "date")
	case day(by.At).Before(w.Date):
		return fail(CodeRange, "date", w.Date.String())
	case w.Employer != "" && !slices.Contains(p.employerIDs(), w.Employer):
		return fail(CodeUnknown, "employer", w.Employer)
	case p.IsCopy():
		return &Error{Code: CodeCopy}
	case p.State == Judged:
		return &Error{Code: CodeClosed}
	}
	return nil
}

// Unsigned lists who can still sign with a pen, as somebody could write down
// now, in the order of [Edition.Signers]: the teacher the version being written, the
// others the last one that the teacher signed, for one of several employers or "".
func Unsigned(p Plan, pack *continuum.Pack, by Actor, employer string) []Signature {
	var out []Signature
	for _, s := range For(p, pack, Board, employer).Signers() {
		w := WetSignature{Role: s.Role, Name: s.Role, Date: day(by.At)}
		if s.Role != RoleTeacher {
			w.Employer = employer
		}
		if _, err := RecordWetSignature(p, by, w); err == nil {
			out = append(out, s)
		}
	}
	return out
}

// Undone is what [Restore] brings, for one act taken back or brought back: what
// was written down about signatures with a pen goes and comes too, with the
// move that a manager's made.
func Undone(p, older Plan) Plan {
	q := Restore(p, older)
	lasting := func(list []Signature) (out []string) {
		for _, s := range list {
			if s.Status == Signed || s.Status == OnPaper && s.Role == RoleTeacher {
				out = append(out, s.Moment+" "+s.Role+" "+s.Employer+" "+itoa(s.Version))
			}
		}
		return out
	}
	if p.WorkingVersion != older.WorkingVersion || !slices.Equal(lasting(p.Signatures), lasting(older.Signatures)) {
		return q
	}
	q.Signatures = older.Clone().Signatures
	penned := func(m Move) bool { return m.Act == "sign.paper" }
	had, has := slices.ContainsFunc(older.Moves, penned), slices.ContainsFunc(q.Moves, penned)
	switch n, o := len(q.Moves), len(older.Moves); {
	case has && !had && penned(q.Moves[n-1]):
		q.State, q.Moves = q.Moves[n-1].From, q.Moves[:n-1]
	case had && !has && penned(older.Moves[o-1]):
		q.State, q.Moves = older.Moves[o-1].To, append(q.Moves, older.Moves[o-1])
	}
	return q
}

// Made reports whether somebody signed, with a key or with a pen.
func (s Signature) Made() bool { return s.Status == Signed || s.Status == OnPaper }
