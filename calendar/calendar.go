// Package calendar writes files that calendars take in (iCalendar, RFC 5545).
// An event keeps its id, and a later file with a higher sequence replaces it.
//
// [Write] knows no plan; [OfPlan] makes the events of one.
package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"bekwaam/text"
)

// Calendar is one file.
type Calendar struct {
	Name   string
	Zone   Zone
	Made   time.Time // of this file
	Events []Event
}

// Event is something on a day, at a time of the clock or all day.
//
// Without Clock it lasts from Day to Last, both whole days; Last may be empty
// for one day. With Clock ("15:30" where the teacher lives) it lasts Minutes,
// 60 where none are given. Every is the number of weeks after which it comes
// back, until the day Until, 0 for once; it stays at its hour when summer time
// begins. Sequence has to be higher than in an earlier file where the event
// changed.
type Event struct {
	ID        string // stays, and is unlike that of any other event
	Sequence  int
	Title     string
	Text      string
	Place     string
	Day, Last text.Date
	Clock     string
	Minutes   int
	Every     int
	Until     text.Date
	Cancelled bool
}

// ErrEvent is an event that no calendar could take in.
var ErrEvent = errors.New("calendar: event is not complete")

// host makes ids unlike those of other programs.
const host = "@bekwaam"

// Write returns the bytes of a calendar file. Made of the same calendar twice
// they are the same.
//
// Errors: [ErrEvent] for an event without an id, with one that another has, or
// without a day, and for a time that is none.
func Write(c Calendar) ([]byte, error) {
	var b bytes.Buffer
	w := writer{&b}
	w.raw("BEGIN", "VCALENDAR")
	w.raw("VERSION", "2.0")
	w.raw("PRODID", "-//bekwaam//bekwaam//NL")
	w.raw("CALSCALE", "GREGORIAN")
	w.raw("METHOD", "PUBLISH")
	if c.Name != "" {
		w.text("X-WR-CALNAME", c.Name)
	}
	w.raw("X-WR-TIMEZONE", string(c.Zone))
	w.zone(c.Zone)
	seen := map[string]bool{}
	for _, e := range c.Events {
		if seen[e.ID] {
			return nil, fmt.Errorf("%w: two with id %q", ErrEvent, e.ID)
		}
		seen[e.ID] = true
		if err := w.event(e, c); err != nil {
			return nil, err
		}
	}
	w.raw("END", "VCALENDAR")
	return b.Bytes(), nil
}

func (w writer) event(e Event, c Calendar) error {
	if e.ID == "" || !e.Day.Valid() || e.Sequence < 0 {
		return fmt.Errorf("%w: %q", ErrEvent, e.ID)
	}
	w.raw("BEGIN", "VEVENT")
	w.text("UID", e.ID+host)
	w.raw("DTSTAMP", utc(c.Made))
	w.raw("LAST-MODIFIED", utc(c.Made))
	w.raw("SEQUENCE", fmt.Sprint(e.Sequence))
	if err := w.when(e, c.Zone); err != nil {
		return err
	}
	w.text("SUMMARY", e.Title)
	if e.Text != "" {
		w.text("DESCRIPTION", e.Text)
	}
	if e.Place != "" {
		w.text("LOCATION", e.Place)
	}
	w.raw("CLASS", "PRIVATE")
	status, busy := "CONFIRMED", "OPAQUE"
	if e.Cancelled {
		status = "CANCELLED"
	}
	if e.Clock == "" || e.Cancelled {
		busy = "TRANSPARENT"
	}
	w.raw("STATUS", status)
	w.raw("TRANSP", busy)
	w.raw("END", "VEVENT")
	return nil
}

// when writes the days of an event, or its times.
func (w writer) when(e Event, z Zone) error {
	if e.Clock == "" {
		last := e.Last
		if last.Before(e.Day) {
			last = e.Day
		}
		w.raw("DTSTART;VALUE=DATE", day(e.Day))
		w.raw("DTEND;VALUE=DATE", day(last.AddDays(1))) // the first day after it
		if e.Every > 0 {
			w.repeat(e, day(e.Until))
		}
		return nil
	}
	clock, err := time.Parse("15:04", e.Clock)
	if err != nil || e.Minutes < 0 {
		return fmt.Errorf("%w: %q at %q for %d minutes", ErrEvent, e.ID, e.Clock, e.Minutes)
	}
	minutes := e.Minutes
	if minutes == 0 {
		minutes = 60
	}
	start := time.Date(e.Day.Year, time.Month(e.Day.Month), e.Day.Day, clock.Hour(), clock.Minute(), 0, 0, time.UTC)
	in := ";TZID=" + string(z)
	w.raw("DTSTART"+in, start.Format(local))
	w.raw("DTEND"+in, z.add(start, minutes).Format(local))
	if e.Every > 0 {
		// With a zone the end of a repetition is told in universal time.
		last := time.Date(e.Until.Year, time.Month(e.Until.Month), e.Until.Day, 23, 59, 59, 0, time.UTC)
		w.repeat(e, utc(last.Add(-z.offset(last))))
	}
	return nil
}

func (w writer) repeat(e Event, until string) {
	rule := fmt.Sprintf("FREQ=WEEKLY;INTERVAL=%d", e.Every)
	if e.Until.Valid() {
		rule += ";UNTIL=" + until
	}
	w.raw("RRULE", rule)
}

const local = "20060102T150405"

func utc(t time.Time) string { return t.UTC().Format(local + "Z") }

func day(d text.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }
