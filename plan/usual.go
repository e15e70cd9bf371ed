package plan

import "slices"

// UsualHours is what one time of an activity takes: as long as it lasts by the
// clock, else what was noted last, else its hours divided over its days. It is
// 0 where none of these is known.
func (a Activity) UsualHours() Quarters {
	const quarter = 15
	if a.Minutes > 0 {
		return Quarters((a.Minutes + quarter - 1) / quarter)
	}
	for i := len(a.Log) - 1; i >= 0; i-- {
		if a.Log[i].Hours > 0 {
			return a.Log[i].Hours
		}
	}
	if n := len(Occurrences(a)); n > 0 && a.Hours != nil {
		return *a.Hours / Quarters(n)
	}
	return 0
}

// LikelyToLog returns the activities that hours can be noted of, the likeliest
// first: what runs before what is planned, what was noted of last before the
// rest, and what is done after all of them.
func LikelyToLog(p Plan) []Activity {
	rank := map[string]int{Running: 0, Planned: 1, Wanted: 2, Done: 3}
	out := keepItems(p.Activities, func(a Activity) bool { return a.Status != Dropped })
	last := func(a Activity) string {
		if n := len(a.Log); n > 0 {
			return a.Log[n-1].Date.String()
		}
		return ""
	}
	slices.SortStableFunc(out, func(a, b Activity) int {
		if d := rank[a.Status] - rank[b.Status]; d != 0 {
			return d
		}
		return compare(last(b), last(a))
	})
	return out
}
