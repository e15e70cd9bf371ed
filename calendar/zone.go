package calendar

import "time"

// Zone is where the clock of a calendar hangs.
type Zone string

// The zones of the frameworks.
const (
	Amsterdam Zone = "Europe/Amsterdam"
	Brussels  Zone = "Europe/Brussels"
)

// ZoneOf returns the zone for the country of a framework, such as NL or
// BE-VLG.
func ZoneOf(country string) Zone {
	if len(country) >= 2 && country[:2] == "BE" {
		return Brussels
	}
	return Amsterdam
}

// zone writes when the clock changes. Both zones keep the rule of the European
// Union, which has held since 1996.
func (w writer) zone(z Zone) {
	w.raw("BEGIN", "VTIMEZONE")
	w.raw("TZID", string(z))
	w.raw("X-LIC-LOCATION", string(z))
	for _, part := range [][6]string{
		{"DAYLIGHT", "19960331T020000", "3", "+0100", "+0200", "CEST"},
		{"STANDARD", "19961027T030000", "10", "+0200", "+0100", "CET"},
	} {
		w.raw("BEGIN", part[0])
		w.raw("DTSTART", part[1])
		w.raw("RRULE", "FREQ=YEARLY;BYMONTH="+part[2]+";BYDAY=-1SU")
		w.raw("TZOFFSETFROM", part[3])
		w.raw("TZOFFSETTO", part[4])
		w.raw("TZNAME", part[5])
		w.raw("END", part[0])
	}
	w.raw("END", "VTIMEZONE")
}

// offset is how far the clock that shows t is ahead of universal time. The
// rule is reckoned here, since not every computer knows the zones.
func (Zone) offset(t time.Time) time.Duration {
	lastSunday := func(month time.Month, hour int) time.Time {
		d := time.Date(t.Year(), month, 31, hour, 0, 0, 0, time.UTC)
		return d.AddDate(0, 0, -int(d.Weekday()))
	}
	if t.Before(lastSunday(time.March, 2)) || !t.Before(lastSunday(time.October, 3)) {
		return time.Hour
	}
	return 2 * time.Hour
}

// add is what the clock shows some minutes after it showed t.
func (z Zone) add(t time.Time, minutes int) time.Time {
	u := t.Add(-z.offset(t)).Add(time.Duration(minutes) * time.Minute)
	out := u.Add(time.Hour)
	if z.offset(out) == 2*time.Hour {
		out = u.Add(2 * time.Hour)
	}
	return out
}
