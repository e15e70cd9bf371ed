package cli

import (
	"slices"
	"strings"

	"bekwaam/calendar"
	"bekwaam/plan"
)

// maxBefore is how many earlier states of a plan are looked at for what stood
// in an earlier calendar.
const maxBefore = 200

// calendarOf is one's own calendar of a plan.
func (s *session) calendarOf(p plan.Plan) ([]byte, error) {
	f, err := s.framework(p)
	if err != nil {
		return nil, err
	}
	gone, err := s.before(p.ID)
	if err != nil {
		return nil, err
	}
	words := calendar.Words{Goal: s.t.T("calendar.goal"), Agreement: s.t.T("calendar.agreement"), Observation: s.t.T("calendar.observation"), LastDay: s.t.T("calendar.last-day")}
	return calendar.Write(calendar.Calendar{
		Name: s.t.T("calendar.name", "Year", p.Profile.SchoolYear), Zone: calendar.ZoneOf(f.Country), Made: s.Now(),
		Events: calendar.OfPlan(p, words, gone...),
	})
}

// before returns a plan as it was before each act that may have taken a day
// out of the calendar, the newest first, as far as it is kept.
func (s *session) before(id string) ([]plan.Plan, error) {
	history, err := s.st.History(id)
	if err != nil {
		return nil, err
	}
	slices.Reverse(history)
	var out []plan.Plan
	for _, h := range history {
		name := h.Act.Name
		takes := strings.HasSuffix(name, ".remove") || strings.HasSuffix(name, ".move") || strings.HasSuffix(name, ".edit") || strings.HasSuffix(name, ".repeat")
		if h.N < 2 || !takes && h.Undoes == 0 || len(out) >= maxBefore {
			continue
		}
		if p, err := s.st.LoadRevision(id, h.N-1); err == nil { // else it was thinned out
			out = append(out, p)
		}
	}
	return out, nil
}
