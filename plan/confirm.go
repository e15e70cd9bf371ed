package plan

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// The ways in which somebody confirms the report of a talk.
const (
	ConfirmedHere  = ""      // by who works with this plan, or by the file that it came in
	ConfirmedByKey = "key"   // at one table, with a key file of their own
	ConfirmedPaper = "paper" // with a pen on a print: a fact that somebody recorded
)

var confirmWays = []string{ConfirmedHere, ConfirmedByKey, ConfirmedPaper}

// ConfirmTalk puts on record that somebody agrees with what a report says now.
// In one's own plan the teacher confirms as such, and the coach with a key
// file (Key and Proof) or on paper, with the teacher as who recorded it; in the
// copy of a plan only the coach does, and it goes along with the next return.
// A later change of the report leaves it as it is: see [TalkWords].
//
// Errors: CodeUnknown for a report, role or way that there is not,
// CodeRequired without id, name or day, or, in the field key, for a coach who
// confirms neither with a key nor on paper; CodeTwice where this role confirmed
// this form in this way already; CodeRange for a day to come; CodeRecord for
// the teacher's word in somebody else's copy.
func ConfirmTalk(p Plan, by Actor, c Confirmation) (Change, error) {
	return noted(p, "talk.confirm", []string{c.About, c.By, c.Role, c.How}, func(q *Plan) error {
		t, ok := q.Talk(c.About)
		if !ok {
			return unknown(c.About)
		}
		c := clone(c)
		c.By = strings.TrimSpace(c.By)
		c.AboutHash, c.At, c.Source = t.Now().Hash(), At(by.At), ""
		if c.How != ConfirmedHere {
			c.RecordedBy = by.Name
		}
		if err := q.checkConfirmation(by, c); err != nil {
			return err
		}
		q.Confirmations = append(q.Confirmations, c)
		return nil
	})
}

func (p Plan) checkConfirmation(by Actor, c Confirmation) error {
	fail := func(code, field string, args ...string) error {
		return &Error{Code: code, Item: "confirmations", Field: field, Args: args}
	}
	y, m, d := by.At.Date()
	switch {
	case c.Role != RoleTeacher && c.Role != RoleCoach:
		return fail(CodeUnknown, "role", c.Role)
	case !slices.Contains(confirmWays, c.How):
		return fail(CodeUnknown, "how", c.How)
	case c.ID == "":
		return fail(CodeRequired, "id")
	case c.By == "":
		return fail(CodeRequired, "by")
	case c.Date.IsZero():
		return fail(CodeRequired, "date")
	case c.Date.Compare(text.Date{Year: y, Month: int(m), Day: d}) > 0:
		return fail(CodeRange, "date", c.Date.String())
	case c.How == ConfirmedByKey && (c.Key == "" || c.Proof == ""):
		return fail(CodeRequired, "key")
	case c.How == ConfirmedPaper && c.Key != "":
		return fail(CodeUnknown, "key", c.Key)
	case p.IsCopy() && (c.Role != RoleCoach || c.How != ConfirmedHere):
		return fail(CodeRecord, "role", c.Role)
	case !p.IsCopy() && c.Role == RoleCoach && c.How == ConfirmedHere:
		return fail(CodeRequired, "key")
	}
	if slices.ContainsFunc(p.Confirmations, func(x Confirmation) bool {
		return x.About == c.About && x.AboutHash == c.AboutHash && x.Role == c.Role && x.How == c.How
	}) {
		return fail(CodeTwice, "role", c.Role)
	}
	return nil
}

// Statement is what a key file signs to confirm a report at one table: the
// canonical JSON of who says so, of which text, in which plan and on which day.
func (c Confirmation) Statement(planID string) []byte {
	return Canonical(Object{{Key: "what", Value: "bekwaam confirmation"}, {Key: "plan", Value: planID}, {Key: "about", Value: c.About},
		{Key: "about_hash", Value: c.AboutHash}, {Key: "by", Value: c.By}, {Key: "role", Value: c.Role}, {Key: "date", Value: c.Date.String()}})
}

// A TalkWord is somebody's word on a report. Now says that the report still
// says what was confirmed; otherwise it was confirmed in an earlier form, which
// is Form where Known.
type TalkWord struct {
	Confirmation
	Now   bool
	Form  TalkForm
	Known bool
}

// TalkWords returns who confirmed a report, in the order in which it was put
// on record. Nothing takes any of it away.
func (p Plan) TalkWords(id string) []TalkWord {
	t, ok := p.Talk(id)
	if !ok {
		return nil
	}
	var out []TalkWord
	for _, c := range p.Confirmations {
		if c.About != id {
			continue
		}
		w := TalkWord{Confirmation: c, Now: c.AboutHash == t.Now().Hash()}
		for _, f := range t.Forms {
			if f.Hash() == c.AboutHash {
				w.Form, w.Known = f, true
			}
		}
		out = append(out, w)
	}
	return out
}

// TalkAgreed reports whether teacher and coach both confirmed what a report
// says now.
func (p Plan) TalkAgreed(id string) bool {
	said := map[string]bool{}
	for _, w := range p.TalkWords(id) {
		if w.Now {
			said[w.Role] = true
		}
	}
	return said[RoleTeacher] && said[RoleCoach]
}
