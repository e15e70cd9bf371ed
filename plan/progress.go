package plan

import (
	"bekwaam/continuum"
	"bekwaam/text"
)

// Mark is how far a step is. It says what there is, never how good it is.
type Mark string

// The marks of a step.
const (
	StepOpen  Mark = "open"
	StepBegun Mark = "begun"
	StepDone  Mark = "done"
)

// Progress is one step of the path with what a screen may say about it. Of
// the details only those of the step are set.
type Progress struct {
	Step int
	Mark Mark

	Open, OpenOf   int       // 2: open questions answered
	Views, ViewsOf int       // 2: sentences chosen
	Context        int       // 2: statements answered
	Count          int       // 4, 5, 6, 9: items
	Name           string    // 7: the coach
	Signed         text.Date // 8: when the teacher signed this version
	Waits          bool      // somebody else is to act
}

// Path returns the eleven steps with how far each is.
func Path(p Plan, pack *continuum.Pack) []Progress {
	out := make([]Progress, 11)
	for i := range out {
		out[i] = Progress{Step: i + 1, Mark: StepOpen}
	}
	pr := p.Profile
	out[0].Mark = mark(pr.Name != "" || pr.School != "", pr.Name != "" && (pr.School != "" || pr.Board != ""))
	survey(p, pack, &out[1])
	out[2].Mark = mark(len(p.Focus.Competences) > 0 || len(p.Start.Strengths) > 0, len(p.Goals) > 0)
	goals := p.LiveGoals()
	out[3].Count = len(goals)
	out[3].Mark = mark(len(p.Goals) > 0, len(goals) > 0)
	out[4].Count = len(p.LiveActivities())
	out[4].Mark = mark(out[4].Count > 0, out[4].Count > 0)
	out[5].Count = len(p.Agreements)
	c := p.Conditions
	out[5].Mark = mark(c.Support != "" || c.Time != "" || c.Replacement != "" || c.Material != "" || len(c.Promises) > 0, len(p.Agreements) > 0)
	if pr.Coach != nil {
		out[6].Name = pr.Coach.Name
	}
	out[6].Waits = p.State == Submitted || p.State == InReview
	out[6].Mark = mark(out[6].Waits || p.State == Returned, p.State == Discussed || p.State == Agreed || p.State == Active || p.State == Closed || p.State == Judged)
	if v := p.SignedVersion(); v > 0 {
		for _, s := range p.Signatures {
			if s.Role == RoleTeacher && s.Status == Signed && s.Version == v {
				out[7].Signed = s.Date
			}
		}
		out[7].Mark = mark(true, v == p.WorkingVersion)
	}
	out[8].Count = len(p.Evidence)
	out[8].Mark = mark(len(p.Evidence)+len(p.Reflections)+len(p.Observations) > 0, false)
	out[9].Mark = mark(p.Midyear != nil, p.Midyear != nil)
	out[10].Mark = mark(p.Evaluation != nil, p.State == Closed || p.State == Judged)
	return out
}

func mark(begun, done bool) Mark {
	switch {
	case done:
		return StepDone
	case begun:
		return StepBegun
	}
	return StepOpen
}

// survey counts what was answered in step 2. It is done when there is enough
// for step 3: one open answer or three sentences; nobody has to do them all.
func survey(p Plan, pack *continuum.Pack, out *Progress) {
	out.Open, out.Context = len(p.Survey.Open), len(p.Survey.Context)
	out.OpenOf = len(pack.Survey.Open)
	if f, ok := pack.Framework(p.Profile.Framework); ok {
		out.ViewsOf = len(f.CompetenceIDs())
	}
	for _, v := range p.Views {
		if v.Fits != "" {
			out.Views++
		}
	}
	out.Mark = mark(out.Open+out.Context+out.Views > 0,
		out.Open == out.OpenOf && out.Views == out.ViewsOf && out.Context == len(pack.Survey.Context))
}

// Next returns the first step among those that exist that is neither done nor
// waiting for somebody else, or 0. Step 2 does not hold anybody up once it
// has begun, and a talk with the coach never does.
func Next(path []Progress, exists []int) int {
	for _, s := range path {
		for _, n := range exists {
			enough := s.Mark == StepDone || s.Step == 2 && s.Mark == StepBegun || s.Step == 7
			if n == s.Step && !enough && !s.Waits {
				return n
			}
		}
	}
	return 0
}
