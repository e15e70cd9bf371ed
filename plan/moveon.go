package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/text"
)

// Leaving is what moving on to other work in the middle of a year needs to
// know.
type Leaving struct {
	Employer string    // who is left; "" for the one where one works
	Last     text.Date // the last day there
	Next     Employer  // where one goes on; From is the day after Last unless it says so
	Take     []string  // ids of goals, activities, agreements and evidence that go along
	Coach    bool      // the coach stays the same
	Reason   string    // why what does not go along is let go
	NewID    func() string
}

// MoveOn takes a plan to other work in the middle of a year: another board, or
// none for a while. Whom one leaves gets a last day and keeps everything that
// was not ticked, with conditions, group and coach as they were; agreements
// that are open there are let go, activities that were not done are dropped,
// what was spent stays spent. An activity that goes along is cut by the last
// day: what was spent until then stays, what is left of the plan for it goes
// on. Where one goes on begins with lines of its own, nothing shared and no
// coach. The phase that was recorded stays with who decided it.
//
// From then on editions for others are those of where one works now, unless
// another employer is asked for, and hold no note, observation or look back
// from before.
//
// Errors: CodeRequired without a last day, or without saying which of several
// employers is left; CodeNotOffered where work at another employer goes on,
// CodeRange for days out of order, CodeReason where something is let go
// without one, CodeUnknown for an id of nothing.
func MoveOn(p Plan, pack *continuum.Pack, l Leaving) (Change, error) {
	var args []string
	c, err := change(p, "employer.move-on", nil, func(q *Plan) error {
		old, next, err := q.leave(l)
		if err != nil {
			return err
		}
		args = []string{old, next}
		m := mover{q: q, old: old, next: next, l: l, pack: pack}
		if err := m.items(); err != nil {
			return err
		}
		return m.begin()
	})
	return c.as(err, "employer.move-on", args...)
}

// leave gives whom one leaves a last day, adds where one goes on, and returns
// the ids of both.
func (p *Plan) leave(l Leaving) (old, next string, err error) {
	fail := func(code, field string, args ...string) (string, string, error) {
		return "", "", &Error{Code: code, Item: "profile/employers", Field: field, Args: args}
	}
	pr := &p.Profile
	if l.Last.IsZero() {
		return fail(CodeRequired, "to")
	}
	if len(pr.Employers) == 0 {
		was, _ := profileEmployer(*pr)
		if was.ID = freeEmployerID(*pr, l.Next.ID); was.FTE == 0 {
			was.FTE = pr.FTE
		}
		pr.Employers = []Employer{was}
	}
	if old = l.Employer; old == "" {
		if old = pr.Now; old == "" && len(pr.Employers) == 1 {
			old = pr.Employers[0].ID
		}
	}
	at, ok := p.employer(old)
	switch {
	case old == "":
		return fail(CodeRequired, "id")
	case !ok:
		return fail(CodeUnknown, "id", old)
	}
	for _, e := range pr.Employers {
		if e.ID != old && (e.To.IsZero() || l.Last.Before(e.To)) {
			return fail(CodeNotOffered, "to", e.ID)
		}
	}
	e := &pr.Employers[at]
	if l.Last.Before(e.From) {
		return fail(CodeRange, "to", l.Last.String())
	}
	e.To, e.Group, e.Coach = l.Last, pr.Group, pr.Coach
	e.Employment, e.Function = orElse(e.Employment, pr.Employment), orElse(e.Function, pr.Function)
	if e.Conditions == nil && mine(p.Conditions.Employer, old) {
		own := p.Conditions
		own.Employer = ""
		e.Conditions, p.Conditions = &own, Conditions{}
	}
	n := clone(l.Next)
	if n.ID == "" {
		n.ID = freeEmployerID(*pr, "")
	}
	if n.From.IsZero() {
		n.From = l.Last.AddDays(1)
	}
	if !l.Last.Before(n.From) {
		return fail(CodeRange, "from", n.From.String())
	}
	pr.Employers = append(pr.Employers, n)
	return old, n.ID, nil
}

// A mover gives every item to whom one leaves, or takes it along.
type mover struct {
	q         *Plan
	old, next string
	l         Leaving
	pack      *continuum.Pack
	lines     []Line // what where one goes on offers
}

func (m *mover) goes(id string) bool { return slices.Contains(m.l.Take, id) }

// stays gives an item that is whom one leaves to them; one that goes along is
// from then on of both.
func (m *mover) stays(employer *string, along bool) {
	switch {
	case !mine(*employer, m.old):
	case along:
		*employer = ""
	default:
		*employer = m.old
	}
}

func (m *mover) items() error {
	q := m.q
	for _, id := range m.l.Take {
		if goalItems.at(q, id) < 0 && activityItems.at(q, id) < 0 && agreementItems.at(q, id) < 0 && evidenceItems.at(q, id) < 0 {
			return unknown(id)
		}
	}
	for i := range q.SchoolGoals {
		m.stays(&q.SchoolGoals[i].Employer, false)
	}
	for i := range q.Goals {
		m.stays(&q.Goals[i].Employer, m.goes(q.Goals[i].ID))
	}
	for i := range q.Evidence {
		m.stays(&q.Evidence[i].Employer, m.goes(q.Evidence[i].ID))
	}
	for i := range q.EntitlementLines {
		m.stays(&q.EntitlementLines[i].Employer, false)
	}
	for i := range q.ExtraLines {
		m.stays(&q.ExtraLines[i].Employer, false)
	}
	for i := range q.Signatures {
		m.stays(&q.Signatures[i].Employer, false)
	}
	m.offer()
	if err := m.agreements(); err != nil {
		return err
	}
	return m.activities()
}

// offer finds the lines that where one goes on has.
func (m *mover) offer() {
	at, _ := m.q.employer(m.next)
	r := m.q.Clone()
	me := r.Profile.Employers[at]
	ofEmployer(&r.Profile, m.pack, me)
	r.Profile.Employment = orElse(me.Employment, m.q.Profile.Employment)
	if m.pack == nil {
		return
	}
	for _, x := range Offered(r, m.pack) {
		x.Employer = m.next
		m.lines = append(m.lines, x)
	}
}

func (m *mover) agreements() error {
	for i := range m.q.Agreements {
		a := &m.q.Agreements[i]
		switch {
		case !mine(a.Employer, m.old):
		case a.Open() && m.goes(a.ID):
			a.Employer = m.next
		default:
			a.Employer = m.old
			if !a.Open() {
				continue
			}
			if strings.TrimSpace(m.l.Reason) == "" {
				return &Error{Code: CodeReason, Item: a.ID, Field: "let_go_reason"}
			}
			a.LetGo, a.Reason = m.l.Last, m.l.Reason
		}
	}
	return nil
}

func (m *mover) activities() error {
	var rest []Activity
	for i := range m.q.Activities {
		a := &m.q.Activities[i]
		if !mine(a.Employer, m.old) {
			continue
		}
		a.Employer = m.old
		if a.Status == Done || a.Status == Dropped {
			continue
		}
		if !m.goes(a.ID) {
			if strings.TrimSpace(m.l.Reason) == "" {
				return &Error{Code: CodeReason, Item: a.ID, Field: "status_reason"}
			}
			a.Status, a.StatusReason = Dropped, m.l.Reason
			continue
		}
		if later, cut := m.cut(a); cut {
			rest = append(rest, later)
		}
	}
	m.q.Activities = append(m.q.Activities, rest...)
	return nil
}

// cut takes an activity along. One on which something was spent by the last
// day is cut in two: a is what was, and the rest, with an id of its own, goes
// on. Together they have the hours and the money that it had.
func (m *mover) cut(a *Activity) (rest Activity, cut bool) {
	until := func(e LogEntry) bool { return !m.l.Last.Before(e.Date) }
	past := keepItems(a.Log, until)
	if len(past) == 0 {
		m.goesOn(a)
		return rest, false
	}
	rest = clone(*a)
	rest.ID, rest.Log = m.l.NewID(), keepItems(a.Log, func(e LogEntry) bool { return !until(e) })
	a.Log = past
	spent, paid := a.Spent()
	if a.Hours != nil {
		here, left := min(spent, *a.Hours), max(0, *a.Hours-spent)
		a.Hours, rest.Hours = &here, &left
	}
	here := min(paid, a.Cost)
	a.Cost, rest.Cost = here, a.Cost-here
	a.Status = Done
	a.Moments = keepItems(a.Moments, func(s string) bool { from, _, _ := momentSpan(s); return !m.l.Last.Before(from) })
	rest.Moments = keepItems(rest.Moments, func(s string) bool { from, _, _ := momentSpan(s); return m.l.Last.Before(from) })
	settleMoments(a)
	if a.To.IsZero() || m.l.Last.Before(a.To) {
		a.To = m.l.Last
	}
	if a.To.Before(a.From) {
		a.From = a.To
	}
	settleMoments(&rest)
	if len(rest.Moments) == 0 {
		at, _ := m.q.employer(m.next)
		if rest.From = m.q.Profile.Employers[at].From; rest.To.Before(rest.From) {
			rest.To = rest.From
		}
	}
	m.goesOn(&rest)
	return rest, true
}

// goesOn gives an activity to where one goes on, on a line and with a payer
// that there are there.
func (m *mover) goesOn(a *Activity) {
	a.Employer = m.next
	if !slices.ContainsFunc(m.lines, func(l Line) bool { return l.Line == a.HoursLine }) {
		a.HoursLine = ""
	}
	if len(m.lines) == 0 {
		a.Funding = ""
	}
}

// begin makes the profile that of where one goes on.
func (m *mover) begin() error {
	pr := &m.q.Profile
	at, _ := m.q.employer(m.next)
	me := pr.Employers[at]
	pr.Now, pr.Group, pr.Assessors = me.ID, "", nil
	pr.Employment, pr.Function = orElse(me.Employment, pr.Employment), orElse(me.Function, pr.Function)
	pr.EmployedFrom, pr.EmployedTo = text.Date{}, text.Date{}
	if !m.l.Coach {
		pr.Coach = nil
	}
	m.q.Share, m.q.QuestionToCoach = Share{}, ""
	m.q.EntitlementLines = append(m.q.EntitlementLines, m.lines...)
	return settleEmployers(m.q, m.pack)
}

// sinceThen takes out of the edition of one of the employers that somebody
// moved between what was written before or after the time there.
func sinceThen(q *Plan, me Employer, now bool) {
	then := func(d text.Date) bool {
		if d.IsZero() {
			return now
		}
		return !d.Before(me.From) && (me.To.IsZero() || !me.To.Before(d))
	}
	q.Notes = keepItems(q.Notes, func(n Note) bool { return then(n.Date) })
	kept := map[string]bool{}
	for _, n := range q.Notes {
		kept[n.ID] = true
	}
	q.Answers = keepItems(q.Answers, func(a Answer) bool { return kept[a.Note] })
	q.Confirmations = keepItems(q.Confirmations, func(c Confirmation) bool { return then(c.Date) })
	q.Observations = keepItems(q.Observations, func(o Observation) bool { return then(o.Date) })
	q.Talks = keepItems(q.Talks, func(t Talk) bool { return len(t.Forms) > 0 && then(t.Forms[len(t.Forms)-1].Date) })
	if q.Midyear != nil && !then(q.Midyear.Date) {
		q.Midyear = nil
	}
	if q.Evaluation != nil && !then(q.Evaluation.Date) {
		q.Evaluation = nil
	}
	if !now {
		q.QuestionToCoach, q.Profile.Group, q.Profile.Coach = "", me.Group, me.Coach
	}
}
