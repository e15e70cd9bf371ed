package plan

import "time"

// State is where a plan stands. "Signed" is no state: it belongs to a version.
type State string

// The states, in the order of the path.
const (
	Draft     State = "draft"
	Submitted State = "submitted"
	InReview  State = "in-review"
	Returned  State = "returned"
	Discussed State = "discussed"
	Agreed    State = "agreed"
	Active    State = "running"
	Closed    State = "closed"
	Judged    State = "judged"
)

// States lists them all in the order of the path.
var States = []State{Draft, Submitted, InReview, Returned, Discussed, Agreed, Active, Closed, Judged}

// Move is a change of state that stays on record.
type Move struct {
	Act  string  `json:"act"`
	From State   `json:"from"`
	To   State   `json:"to"`
	By   string  `json:"by"`
	At   Instant `json:"at"`

	// Package is the packet that brought the news of it, empty for what was
	// done here.
	Package string `json:"package,omitempty"`

	Unknown []Member `json:"-"`
}

// Instant is a moment in UTC as RFC 3339 text, or empty.
type Instant string

// At returns t as an Instant, to the second.
func At(t time.Time) Instant { return Instant(t.UTC().Format(time.RFC3339)) }

// Time returns the moment, or the zero time for an empty Instant.
func (i Instant) Time() time.Time {
	t, err := time.Parse(time.RFC3339, string(i))
	if err != nil {
		return time.Time{}
	}
	return t
}

func (i Instant) tree() any {
	if i == "" {
		return nil
	}
	return string(i)
}

func (i *Instant) fromTree(v any) string {
	s, ok := v.(string)
	if !ok {
		return CodeDate
	}
	if _, err := time.Parse(time.RFC3339, s); s != "" && err != nil {
		return CodeDate
	}
	*i = Instant(s)
	return ""
}

// Actor is who acts: a name as it stands on record, and the moment.
type Actor struct {
	Name string
	At   time.Time
}

// Begin sets a plan running. It needs a plan that was discussed or agreed, or
// a version that the teacher signed.
func Begin(p Plan, by Actor) (Change, error) {
	switch {
	case p.State == Discussed || p.State == Agreed:
	case p.State == Draft && p.SignedVersion() > 0:
	default:
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	}
	return move(p, "start", Active, by), nil
}

func move(p Plan, act string, to State, by Actor) Change {
	q := p.Clone()
	q.Moves = append(q.Moves, Move{Act: act, From: p.State, To: to, By: by.Name, At: At(by.At)})
	q.State = to
	return Change{q, Act{Name: act, Args: []string{string(p.State), string(to)}}}
}
