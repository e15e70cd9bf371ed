package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"

	"bekwaam/text"
)

// Talk is the report of a talk between teacher and coach. A form that nobody
// confirmed yet is changed in place; once somebody did, a change makes the next
// form, and what was confirmed stays to be read. The last form counts.
type Talk struct {
	ID    string     `json:"id" see:"coach"`
	Forms []TalkForm `json:"forms" see:"coach"`

	Unknown []Member `json:"-"`
}

// TalkForm is what a report says.
type TalkForm struct {
	Date       text.Date       `json:"date" see:"coach"`
	Version    int             `json:"version" see:"coach"` // of the plan that the talk was about
	Summary    string          `json:"summary,omitempty" see:"coach"`
	Agreements []TalkAgreement `json:"agreements" see:"coach"`
	By         string          `json:"by" see:"coach"` // who wrote it down
	At         Instant         `json:"at,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// TalkAgreement is one thing that the two agreed. Agreement is the id of the
// line in the plan that says the same, empty where there is none.
type TalkAgreement struct {
	Who       string    `json:"who" see:"coach"`
	What      string    `json:"what" see:"coach"`
	ByWhen    text.Date `json:"by_when,omitempty" see:"coach"`
	Agreement string    `json:"agreement,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// Now is the form that counts.
func (t Talk) Now() TalkForm {
	if len(t.Forms) == 0 {
		return TalkForm{}
	}
	return t.Forms[len(t.Forms)-1]
}

// Hash is the content hash of a form: what a confirmation is about.
func (f TalkForm) Hash() string {
	sum := sha256.Sum256(append([]byte("talk\n"), Canonical(hashed("talk", toTree(reflect.ValueOf(f))))...))
	return HashVersion + ":" + hex.EncodeToString(sum[:])
}

// Talk returns a report by its id.
func (p Plan) Talk(id string) (Talk, bool) {
	at := slices.IndexFunc(p.Talks, func(t Talk) bool { return t.ID == id })
	if at < 0 {
		return Talk{}, false
	}
	return p.Talks[at], true
}

// ProposeTalk is a form to begin a report with: the version that the coach has,
// or else the one being written, and every agreement that is not done and that
// the coach may see.
func (p Plan) ProposeTalk(day text.Date) TalkForm {
	f := TalkForm{Date: day, Version: p.version()}
	for _, d := range p.Sent {
		if d.Packet.Kind == PacketPlan && d.Withdrawn == "" {
			f.Version = d.Packet.Version
		}
	}
	for _, a := range p.Agreements {
		if !a.Done && rank(a.Audience) >= rank(string(Coach)) {
			f.Agreements = append(f.Agreements, TalkAgreement{Who: a.Who, What: a.What, ByWhen: a.ByWhen, Agreement: a.ID})
		}
	}
	return f
}

// AddTalk puts the report of a talk on record. It can be written under a
// frozen version too: it is about the plan and no part of it.
//
// Errors: CodeCopy in a copy of somebody else's plan, CodeRequired without an
// id, a day, or with an agreement that says nothing, CodeUnknown for a version that there is not.
func AddTalk(p Plan, by Actor, id string, f TalkForm) (Change, error) {
	return noted(p, "talk.add", []string{id}, func(q *Plan) error {
		if id == "" {
			return &Error{Code: CodeRequired, Item: "talks", Field: "id"}
		}
		f = clone(f)
		f.By, f.At = by.Name, At(by.At)
		q.Talks = append(q.Talks, Talk{ID: id, Forms: []TalkForm{f}})
		return q.checkTalk(id, f)
	})
}

// EditTalk changes a report; field names what changed. Where somebody confirmed
// the form that counts, the change makes the next form and the confirmations
// stay with the one that they are about.
func EditTalk(p Plan, by Actor, id, field string, edit func(*TalkForm)) (Change, error) {
	return noted(p, "talk.edit", []string{id, field}, func(q *Plan) error {
		at := slices.IndexFunc(q.Talks, func(t Talk) bool { return t.ID == id })
		if at < 0 {
			return unknown(id)
		}
		t := &q.Talks[at]
		f := clone(t.Now())
		edit(&f)
		if f.Hash() == t.Now().Hash() {
			t.Forms[len(t.Forms)-1] = f
			return q.checkTalk(id, f)
		}
		f.By, f.At = by.Name, At(by.At)
		if n := len(t.Forms); n > 0 && !q.confirmed(id, t.Now()) {
			t.Forms = t.Forms[:n-1]
		}
		t.Forms = append(t.Forms, f)
		return q.checkTalk(id, f)
	})
}

// RemoveTalk takes a report away that nobody confirmed. One that somebody did
// is a record and stays: CodeRecord.
func RemoveTalk(p Plan, id string) (Change, error) {
	return noted(p, "talk.remove", []string{id}, func(q *Plan) error {
		t, ok := q.Talk(id)
		switch {
		case !ok:
			return unknown(id)
		case q.IsCopy():
			return &Error{Code: CodeCopy}
		case slices.ContainsFunc(q.Confirmations, func(c Confirmation) bool { return c.About == t.ID }):
			return &Error{Code: CodeRecord, Item: id}
		}
		q.Talks = slices.DeleteFunc(q.Talks, func(t Talk) bool { return t.ID == id })
		return nil
	})
}

// PlanTalk makes lines in the plan of what was agreed in a talk and does not
// stand there yet. ids are those of the new lines, as many as there are
// agreements at least. The report says the same as before, so whoever
// confirmed it still did.
//
// Errors: CodeNothing where all of it stands in the plan, and what
// [AddAgreement] refuses.
func PlanTalk(p Plan, id string, ids []string) (Change, error) {
	c, err := change(p, "talk.plan", []string{id}, func(q *Plan) error {
		at := slices.IndexFunc(q.Talks, func(t Talk) bool { return t.ID == id })
		if at < 0 {
			return unknown(id)
		}
		n, list := 0, q.Talks[at].Now().Agreements
		for i := range list {
			if list[i].Agreement != "" {
				continue
			}
			if n == len(ids) || ids[n] == "" {
				return &Error{Code: CodeRequired, Item: "agreements", Field: "id"}
			}
			list[i].Agreement = ids[n]
			q.Agreements = append(q.Agreements, Agreement{ID: ids[n], Who: list[i].Who, What: list[i].What, ByWhen: list[i].ByWhen, Audience: string(Coach)})
			n++
		}
		if n == 0 {
			return &Error{Code: CodeNothing, Item: id}
		}
		return nil
	})
	return c, err
}

// checkTalk asks that a form can be a report.
func (p Plan) checkTalk(id string, f TalkForm) error {
	known := f.Version == 0 || f.Version == p.WorkingVersion || slices.ContainsFunc(p.Versions, func(v Version) bool { return v.Number == f.Version })
	switch {
	case p.IsCopy():
		return &Error{Code: CodeCopy}
	case f.Date.IsZero():
		return &Error{Code: CodeRequired, Item: id, Field: "date"}
	case !known:
		return &Error{Code: CodeUnknown, Item: id, Field: "version", Args: []string{itoa(f.Version)}}
	case slices.ContainsFunc(f.Agreements, func(a TalkAgreement) bool { return a.What == "" }):
		return &Error{Code: CodeRequired, Item: id, Field: "what"}
	}
	return nil
}

func (p Plan) confirmed(id string, f TalkForm) bool {
	hash := f.Hash()
	return slices.ContainsFunc(p.Confirmations, func(c Confirmation) bool { return c.About == id && c.AboutHash == hash })
}
