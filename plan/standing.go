package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// Turn says who does the next thing in a coach round.
type Turn string

// The turns, in the order in which a coach looks at them. The zero value
// stands for a plan that nobody coaches here.
const (
	TurnCoach   Turn = "coach"
	TurnStarter Turn = "starter"
	TurnNobody  Turn = "nobody" // it was discussed and goes on
	TurnEnded   Turn = "ended"  // the coaching has ended
)

// Standing is how the coaching of one starter stands, as a list of all of
// them shows it. It is small and can be compared.
type Standing struct {
	Turn          Turn
	School        string
	Version       int       // of the plan, that was received last
	Since         Instant   // since when somebody waits: the file that came, or was given back, last
	News          int       // pieces that changed since the plan was given back last
	Open          int       // questions of the coach without an answer
	Talk          text.Date // the next one, or none
	InductionYear int
	Until         text.Date // the last day of the employment, where that is before the end of the year
	First         bool      // nothing was given back yet
}

// StandingOf returns how the coaching of the copy p stands, and the zero
// Standing for any other plan.
func StandingOf(p Plan) Standing {
	if p.EditionInfo == nil || p.Review == nil {
		return Standing{}
	}
	s := Standing{Turn: TurnCoach, School: schoolOf(p.Profile), Version: p.version(), First: p.Review.first(), Talk: p.Review.Talk,
		InductionYear: p.Profile.InductionYear, Until: p.Profile.EmployedTo}
	last := lastIn(p.Received)
	s.Since = last.At
	if given := lastOut(p.Sent); given.Package != "" && given.Packet.BasedOn == last.Package {
		s.Turn, s.Since = TurnStarter, given.Packet.At
		if given.Packet.Outcome == OutcomeDiscussed {
			s.Turn = TurnNobody
		}
	}
	if p.Review.Ended != "" {
		s.Turn, s.Since = TurnEnded, p.Review.Ended
	}
	news, _ := NewsOf(p)
	s.News = len(news)
	for _, n := range p.Notes {
		if n.Kind == NoteQuestion && p.NoteState(n.ID) == NoteOpen && !slices.Contains(p.Review.Drafts, n.ID) {
			s.Open++
		}
	}
	return s
}

// lastIn is the packet that came last. A file that was read in later may be an
// older one: what counts is its number.
func lastIn(list []Receipt) (last Receipt) {
	for _, r := range list {
		if last.Package == "" || r.Packet.Seq >= last.Packet.Seq {
			last = r
		}
	}
	return last
}

func lastOut(list []Dispatch) (last Dispatch) {
	for _, d := range list {
		if last.Package == "" || d.Packet.Seq >= last.Packet.Seq {
			last = d
		}
	}
	return last
}

// schoolOf is the school, or the first of several.
func schoolOf(p Profile) string {
	if p.School == "" && len(p.Employers) > 0 {
		return p.Employers[0].School
	}
	return p.School
}

// LastDay is the last day of a school year in a framework, or none where the
// year cannot be read.
func LastDay(schoolYear string, pack *continuum.Pack, framework string) text.Date {
	first := Plan{Profile: Profile{SchoolYear: schoolYear}}.FirstYear()
	f, ok := pack.Framework(framework)
	if first == 0 || !ok {
		return text.Date{}
	}
	return text.Date{Year: first + 1, Month: firstMonthOf(pack, f), Day: 1}.AddDays(-1)
}
