package plan

import (
	"slices"

	"bekwaam/text"
)

// Spend makes hours and cost what an activity really took. More than was
// noted before is a new entry of the day on; less shortens the last entries.
func (a Activity) Spend(hours Quarters, cost Cents, on text.Date) Activity {
	h, c := a.Spent()
	a.Log = slices.Clone(a.Log)
	dh, dc := hours-h, cost-c
	for i := len(a.Log) - 1; i >= 0 && (dh < 0 || dc < 0); i-- {
		e := &a.Log[i]
		if dh < 0 {
			cut := min(-dh, e.Hours)
			e.Hours, dh = e.Hours-cut, dh+cut
		}
		if dc < 0 {
			cut := min(-dc, e.Cost)
			e.Cost, dc = e.Cost-cut, dc+cut
		}
	}
	a.Log = keepItems(a.Log, func(e LogEntry) bool { return e.Hours > 0 || e.Cost > 0 || len(e.Unknown) > 0 })
	if dh = max(dh, 0); dh > 0 || dc > 0 {
		if n := len(a.Log); n > 0 && a.Log[n-1].Date == on {
			a.Log[n-1].Hours, a.Log[n-1].Cost = a.Log[n-1].Hours+dh, a.Log[n-1].Cost+max(dc, 0)
			return a
		}
		a.Log = append(a.Log, LogEntry{Date: on, Hours: dh, Cost: max(dc, 0)})
	}
	return a
}

// OrderActivity notes whether the school ordered an activity, nil for not
// known. What is ordered does not come out of the teacher's own hours, so its
// hour line goes; cleared says that there was one.
func OrderActivity(p Plan, id string, ordered *bool) (c Change, cleared bool, err error) {
	c, err = EditActivity(p, id, "ordered_by_employer", func(a *Activity) {
		a.Ordered = ordered
		if a.ordered() && a.HoursLine != "" {
			a.HoursLine, cleared = "", true
		}
	})
	return c, cleared && err == nil, err
}
