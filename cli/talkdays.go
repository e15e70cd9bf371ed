package cli

import (
	"time"

	"bekwaam/calendar"
	"bekwaam/text"
	"bekwaam/tui"
)

// Calendar writes the talks of a coach as a file that calendars take in. What
// was in an earlier file keeps its id, so that it moves and is not there
// twice.
func (d *desk) Calendar(talks []tui.TalkDay) (tui.Made, error) {
	now := d.Now()
	c := calendar.Calendar{Name: d.words().T("s140.calendar.name"), Zone: calendar.ZoneOf(""), Made: now}
	for _, x := range talks {
		c.Events = append(c.Events, calendar.Event{ID: "talk-" + x.ID, Sequence: minutes(now), Title: x.Title, Day: x.Day, Cancelled: x.Off})
	}
	data, err := calendar.Write(c)
	if err != nil {
		return tui.Made{}, err
	}
	dir, err := d.madeDir()
	if err != nil {
		return tui.Made{}, err
	}
	path := numberedFile(dir, text.FileName(c.Name), ".ics")
	if err := d.writeFile(path, data, nil); err != nil {
		return tui.Made{}, err
	}
	return tui.Made{File: path, Shown: d.shown(path, d.words()), At: now}, nil
}

// minutes counts up with time: a later file has a higher number.
func minutes(t time.Time) int {
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	return max(int(t.Sub(start)/time.Minute), 0)
}
