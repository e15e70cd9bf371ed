package plan

import (
	"errors"
	"fmt"
)

// The codes of an [*Error]. The words for each stand in the catalogues.
const (
	CodeRequired   = "required"     // a value is missing without which the act makes no sense
	CodeUnknown    = "unknown"      // there is no such item, field or value
	CodeNumber     = "number"       // not a number of the kind this field takes
	CodeRange      = "range"        // outside what the field takes
	CodeShare      = "share"        // employers together are more than one full job
	CodeStep       = "step"         // hours come in quarters
	CodeDate       = "date"         // no such day
	CodeType       = "type"         // text where a list stands, and the like
	CodeTooLong    = "too-long"     // more text than a field holds
	CodeTwice      = "twice"        // an id, key or answer stands twice
	CodeFrozen     = "frozen"       // the version is signed and can only be followed
	CodeRecord     = "record"       // a record of somebody else, which stays as it is
	CodeState      = "state"        // the plan is not in a state that allows this
	CodeNoGoal     = "no-goal"      // one goal is needed first
	CodeReason     = "reason"       // a reason is needed
	CodeFormat     = "format"       // not a plan document
	CodeNewer      = "newer"        // written by a newer program
	CodeSyntax     = "syntax"       // not readable as JSON or YAML
	CodeLimit      = "limit"        // larger or deeper than any plan
	CodeNotOffered = "not-offered"  // not for this framework or employment
	CodeClosed     = "closed"       // the year is closed
	CodeNothing    = "nothing-done" // there is nothing to undo or redo
	CodeCopy       = "copy"         // the plan of somebody else: it can be read and noted upon
	CodeGuided     = "guided"       // who coached or managed the teacher does not judge; the arguments are name, role and school year
	CodeNotAsked   = "not-asked"    // was not asked to judge; the arguments are the name and who was
	CodeAssessors  = "assessors"    // fewer assessors than are asked for
	CodeLine       = "line"         // no line of the competence file
	CodeNoVerdict  = "no-judgement" // a line has no judgement yet
	CodeNoReason   = "no-reason"    // nor a reason
	CodeNoSource   = "no-source"    // nor how it is known
	CodeNoEvidence = "no-evidence"  // nor a piece that it rests on
	CodeOpenAdvice = "open-advice"  // the advice on the whole has no reason yet
	CodeStatement  = "statement"    // independence and training have to be stated
	CodeHandedIn   = "handed-in"    // handed in already; later it is a revision
	CodeNotAllIn   = "not-all-in"   // not all judgements are in; the arguments are who is waited for
	CodeOtherFile  = "other-file"   // about another competence file than the one here
	CodeResealed   = "resealed"     // a sealed judgement is not what was handed in; the argument is whose
	CodeNoAdvice   = "no-advice"    // there is no advice of all assessors yet
	CodeEdition    = "edition"      // made for somebody else: it holds less than the plan it would replace
)

// An Error says what cannot be done. It is never a sentence for a person:
// Code, Item and Field are looked up in a catalogue.
type Error struct {
	Code  string   // one of the Code constants
	Item  string   // id or path of the item, empty for the whole plan
	Field string   // name of the field in the document
	Line  int      // line in a file that was read, 0 where unknown
	Args  []string // what the sentence needs, such as the value found
	Err   error    // what lies beneath, or nil
}

// Error returns the code and the place, for logs and tests.
func (e *Error) Error() string {
	s := e.Code
	if where := e.Where(); where != "" {
		s = where + ": " + s
	}
	if e.Line > 0 {
		s = fmt.Sprintf("line %d: %s", e.Line, s)
	}
	for _, a := range e.Args {
		s += fmt.Sprintf(" %q", a)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Where returns the item and the field as one path.
func (e *Error) Where() string {
	switch {
	case e.Item == "":
		return e.Field
	case e.Field == "":
		return e.Item
	}
	return e.Item + "/" + e.Field
}

// Unwrap returns what lies beneath.
func (e *Error) Unwrap() error { return e.Err }

// Code returns the code of the first Error in err's chain, or "".
func Code(err error) string {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func unknown(item string) error { return &Error{Code: CodeUnknown, Item: item} }
