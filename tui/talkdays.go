package tui

import (
	"slices"

	"bekwaam/text"
)

// TalkDay is the next talk with a starter, for a calendar. One that is off
// was in an earlier file and does not take place.
type TalkDay struct {
	ID, Title string
	Day       text.Date
	Off       bool
}

// talkDays are the talks of all starters, and those that a file held before
// and that are off now.
func (s *starters) talkDays(e *env) []TalkDay {
	all := *s
	all.all, all.box = true, newSearchBox()
	var out []TalkDay
	has := map[string]bool{}
	for _, x := range all.find(e).list {
		if !x.Talk.IsZero() {
			has[x.id] = true
			out = append(out, TalkDay{ID: x.id, Title: e.t.T("s140.event", "Name", x.name), Day: x.Talk})
		}
	}
	for id, was := range e.settings.Talks {
		if d, err := text.ParseISO(was); err == nil && !has[id] {
			out = append(out, TalkDay{ID: id, Title: e.t.T("s140.event.off"), Day: d, Off: true})
		}
	}
	slices.SortFunc(out, func(a, b TalkDay) int { return a.Day.Compare(b.Day) })
	return out
}

// calendar makes a file of the talks that a calendar takes in.
func (s *starters) calendar(e *env) []effect {
	talks, work := s.talkDays(e), e.deps.Work
	kept := map[string]string{}
	for _, x := range talks {
		if !x.Off {
			kept[x.ID] = x.Day.String()
		}
	}
	return []effect{wait("busy.calendar", func() (any, error) { return work.Calendar(talks) }, func(v any, err error) []effect {
		if err != nil {
			return []effect{attend("s140.nocalendar")}
		}
		return []effect{settings(func(x *Settings) { x.Talks = kept }), say("s140.calendar", "File", v.(Made).Shown)}
	})}
}
