package calendar_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bekwaam/calendar"
	"bekwaam/internal/need"
	"bekwaam/plan"
	"bekwaam/text"
)

var made = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

var words = calendar.Words{Goal: "Doel", Agreement: "Afspraak", Observation: "Observatie", LastDay: "Laatste dag"}

func on(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }

// year is a plan with one of everything that stands in a calendar.
func year() plan.Plan {
	return plan.Plan{
		ID: "p1", Revision: 7,
		Activities: []plan.Activity{
			{ID: "a1", Description: "Gesprek met Ilse; \"na de les\", lokaal 1\\2", From: on(2027, 3, 4), To: on(2027, 4, 15), Repeat: plan.EveryWeek, Time: "15:30", Minutes: 45,
				Partner: &plan.Person{Name: "Ilse"}, Goals: []string{"d1"}},
			{ID: "a2", Description: strings.Repeat("Een lange titel met één € en 🌱 erin, ", 6), Moments: []string{"2026-11-18", "2026-12-09"}},
			{ID: "a3", Description: "Cursus", From: on(2026, 9, 1), To: on(2027, 1, 20)},
			{ID: "a4", Description: "Vervallen", From: on(2027, 2, 1), Status: plan.Dropped},
			{ID: "a5", Description: "Leernetwerk", From: on(2027, 3, 1), To: on(2027, 6, 1), Repeat: plan.EveryFourWeeks},
			{ID: "a6", Description: "Ooit"},
			{ID: "a7", Description: "Ouderavond", From: on(2027, 3, 27), Time: "23:30", Minutes: 240},
		},
		Observations: []plan.Observation{{ID: "o1", Date: on(2026, 10, 6), By: &plan.Person{Name: "Wil"}, Instrument: "kijkwijzer"}},
		Goals:        []plan.Goal{{ID: "d1", Title: "Vlotte overgangen", Deadline: on(2028, 2, 29)}, {ID: "d2", Question: "Zonder datum"}},
		Agreements: []plan.Agreement{{ID: "g1", Who: "Ria", What: "Een uur per week\nin het rooster", ByWhen: on(2026, 12, 31)},
			{ID: "g2", What: "Losgelaten", ByWhen: on(2027, 1, 1), LetGo: on(2026, 12, 1)}},
	}
}

func write(t testing.TB, p plan.Plan, gone ...plan.Plan) []byte {
	t.Helper()
	data, err := calendar.Write(calendar.Calendar{Name: "Mijn jaar", Zone: calendar.Amsterdam, Made: made, Events: calendar.OfPlan(p, words, gone...)})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// eventsIn reads the events of a file as maps of their lines, by uid.
func eventsIn(t testing.TB, data []byte) map[string]map[string]string {
	t.Helper()
	whole := strings.ReplaceAll(string(data), "\r\n ", "")
	out := map[string]map[string]string{}
	var at map[string]string
	for line := range strings.Lines(whole) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\r\n"), ":")
		switch {
		case name == "BEGIN" && value == "VEVENT":
			at = map[string]string{}
		case name == "END" && value == "VEVENT":
			out[at["UID"]] = at
			at = nil
		case at != nil:
			if _, twice := at[name]; twice {
				t.Errorf("%s twice in an event", name)
			}
			at[name] = value
		}
	}
	return out
}

// TestRulesOfTheFormat holds a file to RFC 5545. Each rule is broken once, to
// know that it is looked at.
func TestRulesOfTheFormat(t *testing.T) {
	rules := []struct {
		name   string
		broken func(s string) string // a file in which the rule is broken
		holds  func(s string) bool
	}{
		{"3.1 lines end in CR LF", func(s string) string { return strings.Replace(s, "\r\n", "\n", 1) },
			func(s string) bool {
				return strings.Count(s, "\n") == strings.Count(s, "\r\n") && strings.HasSuffix(s, "\r\n")
			}},
		{"3.1 lines have at most 75 octets", func(s string) string { return strings.Replace(s, "\r\n ", "", 1) }, func(s string) bool {
			for line := range strings.Lines(s) {
				if len(strings.TrimSuffix(line, "\r\n")) > 75 {
					return false
				}
			}
			return true
		}},
		{"3.1.4 UTF-8, no letter cut in two", func(s string) string { return strings.Replace(s, "é", "\xC3\r\n \xA9", 1) }, func(s string) bool {
			for line := range strings.Lines(s) {
				if !utf8.ValidString(line) {
					return false
				}
			}
			return true
		}},
		{"3.1 no control character in a line", func(s string) string { return strings.Replace(s, "Ilse", "Il\x1bse", 1) },
			func(s string) bool { return !regexp.MustCompile(`[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]`).MatchString(s) }},
		{"3.3.11 comma, semicolon, backslash and line end are escaped in texts", func(s string) string { return strings.Replace(s, `\;`, ";", 1) }, func(s string) bool {
			for _, m := range regexp.MustCompile(`(?m)^(?:SUMMARY|DESCRIPTION|LOCATION|UID):(.*)\r$`).FindAllStringSubmatch(strings.ReplaceAll(s, "\r\n ", ""), -1) {
				if regexp.MustCompile(`[,;\\]`).MatchString(regexp.MustCompile(`\\[\\;,nN]`).ReplaceAllString(m[1], "")) {
					return false
				}
			}
			return true
		}},
		{"3.4 one calendar, begun and ended", func(s string) string { return strings.TrimSuffix(s, "END:VCALENDAR\r\n") },
			func(s string) bool {
				return strings.HasPrefix(s, "BEGIN:VCALENDAR\r\n") && strings.HasSuffix(s, "END:VCALENDAR\r\n") && strings.Count(s, "BEGIN:") == strings.Count(s, "\r\nEND:")+strings.Count("END:"+s, "END:BEGIN")-1
			}},
		{"3.7.3 PRODID, once", cutLine("PRODID"), count("PRODID", 1)},
		{"3.7.4 VERSION 2.0, once", cutLine("VERSION"), count("VERSION:2.0", 1)},
		{"3.6.1 DTSTAMP in universal time in every event", cutLine("DTSTAMP"), inEvents(`\r\nDTSTAMP:\d{8}T\d{6}Z\r\n`)},
		{"3.6.1 UID in every event", cutLine("UID"), inEvents(`\r\nUID:\S+@bekwaam\r\n`)},
		{"3.6.1 DTSTART in every event", cutLine("DTSTART;TZID"), inEvents(`\r\nDTSTART;(VALUE=DATE:\d{8}|TZID=Europe/Amsterdam:\d{8}T\d{6})\r\n`)},
		{"3.8.2.2 DTEND of the same type as DTSTART, and after it", func(s string) string {
			return regexp.MustCompile(`DTEND;VALUE=DATE:\d+`).ReplaceAllString(s, "DTEND;VALUE=DATE:20200101")
		}, func(s string) bool {
			n := 0
			for _, m := range regexp.MustCompile(`DTSTART;([^:]*):(\S+)\r\nDTEND;([^:]*):(\S+)`).FindAllStringSubmatch(s, -1) {
				if m[1] != m[3] || m[4] <= m[2] {
					return false
				}
				n++
			}
			return n == strings.Count(s, "BEGIN:VEVENT")
		}},
		{"3.8.7.4 SEQUENCE in every event", cutLine("SEQUENCE"), inEvents(`\r\nSEQUENCE:\d+\r\n`)},
		{"3.8.1.11 STATUS is a known one", func(s string) string { return strings.Replace(s, "STATUS:CONFIRMED", "STATUS:SURE", 1) },
			inEvents(`\r\nSTATUS:(CONFIRMED|CANCELLED|TENTATIVE)\r\n`)},
		{"3.3.10 UNTIL in universal time where DTSTART has a zone, a date where it is one", func(s string) string {
			return regexp.MustCompile(`(UNTIL=\d{8}T\d{6})Z`).ReplaceAllString(s, "$1")
		}, func(s string) bool {
			for _, e := range strings.Split(s, "BEGIN:VEVENT")[1:] {
				until := regexp.MustCompile(`UNTIL=(\w+)`).FindStringSubmatch(e)
				if until != nil && strings.HasSuffix(until[1], "Z") != strings.Contains(e, "DTSTART;TZID") {
					return false
				}
			}
			return strings.Contains(s, "UNTIL=")
		}},
		{"3.6.5 a VTIMEZONE for every TZID", func(s string) string {
			return strings.Replace(s, "\r\nTZID:Europe/Amsterdam", "\r\nTZID:Europe/Utrecht", 1)
		},
			func(s string) bool {
				for _, m := range regexp.MustCompile(`;TZID=([^:]+):`).FindAllStringSubmatch(s, -1) {
					if !strings.Contains(s, "BEGIN:VTIMEZONE\r\nTZID:"+m[1]+"\r\n") {
						return false
					}
				}
				return true
			}},
	}
	data := string(write(t, year()))
	for _, r := range rules {
		if !r.holds(data) {
			t.Errorf("%s: it is not so", r.name)
		}
		if broken := r.broken(data); broken == data || r.holds(broken) {
			t.Errorf("%s: nobody would notice", r.name)
		}
	}
}

func cutLine(name string) func(string) string {
	return func(s string) string { return regexp.MustCompile(`\r\n`+name+`[^\r]*`).ReplaceAllString(s, "") }
}

func count(line string, n int) func(string) bool {
	return func(s string) bool { return strings.Count(s, "\r\n"+line) == n }
}

func inEvents(pattern string) func(string) bool {
	re := regexp.MustCompile(pattern)
	return func(s string) bool {
		parts := strings.Split(s, "BEGIN:VEVENT")[1:]
		for _, p := range parts {
			if len(re.FindAllString(p, -1)) != 1 {
				return false
			}
		}
		return len(parts) > 5
	}
}

// TestIdsStayOverExports changes a plan twice and wants the later files to
// replace what the earlier ones brought.
func TestIdsStayOverExports(t *testing.T) {
	p := year()
	one := eventsIn(t, write(t, p))
	q := year()
	q.Revision = 9
	q.Activities[0].Time = "16:00"
	q.Goals[0].Deadline = on(2027, 5, 28)
	q.Activities[1].Moments[1] = "2026-12-16"
	two := eventsIn(t, write(t, q))
	r := q.Clone()
	r.Revision = 12
	r.Activities = r.Activities[1:] // a1 went
	r.Agreements = append(r.Agreements, plan.Agreement{ID: "g3", What: "Nieuw", ByWhen: on(2027, 2, 2)})
	three := eventsIn(t, write(t, r, q, p))
	if len(one) != len(two) || len(three) != len(two)+1 {
		t.Errorf("%d, %d and %d events", len(one), len(two), len(three))
	}
	for id, e := range one {
		if two[id] == nil || three[id] == nil {
			t.Errorf("%s does not stay", id)
			continue
		}
		if e["SEQUENCE"] != "7" || two[id]["SEQUENCE"] != "9" || three[id]["SEQUENCE"] != "12" {
			t.Errorf("%s: sequences %s, %s and %s", id, e["SEQUENCE"], two[id]["SEQUENCE"], three[id]["SEQUENCE"])
		}
	}
	if got := two["p1-a1@bekwaam"]["DTSTART;TZID=Europe/Amsterdam"]; got != "20270304T160000" {
		t.Errorf("the talk is at %s", got)
	}
	if got := two["p1-a2-2@bekwaam"]["DTSTART;VALUE=DATE"]; got != "20261216" {
		t.Errorf("the second time is on %s", got)
	}
	for id, want := range map[string]string{"p1-a1@bekwaam": "CANCELLED", "p1-a4@bekwaam": "CANCELLED", "p1-g2@bekwaam": "CANCELLED", "p1-g3@bekwaam": "CONFIRMED"} {
		if got := three[id]["STATUS"]; got != want {
			t.Errorf("%s is %s, not %s", id, got, want)
		}
	}
	if again := write(t, r, q, p); !bytes.Equal(again, write(t, r, q, p)) {
		t.Error("the same plan gives another file")
	}
}

// TestWholeDaysAndSummerTime wants a day to be that day, and an event over the
// night in which the clock changes to be as long as it is.
func TestWholeDaysAndSummerTime(t *testing.T) {
	e := eventsIn(t, write(t, year()))
	for id, want := range map[string][2]string{"p1-d1@bekwaam": {"20280229", "20280301"}, "p1-g1@bekwaam": {"20261231", "20270101"}, "p1-a3@bekwaam": {"20270120", "20270121"}} {
		if got := [2]string{e[id]["DTSTART;VALUE=DATE"], e[id]["DTEND;VALUE=DATE"]}; got != want {
			t.Errorf("%s: %v, not %v", id, got, want)
		}
	}
	if got := e["p1-a7@bekwaam"]["DTEND;TZID=Europe/Amsterdam"]; got != "20270328T043000" {
		t.Errorf("four hours from 23:30 over the change end at %s", got)
	}
	if got := e["p1-a1@bekwaam"]["RRULE"]; got != "FREQ=WEEKLY;INTERVAL=1;UNTIL=20270415T215959Z" {
		t.Errorf("the talk comes back %s", got)
	}
	if calendar.ZoneOf("NL") != calendar.Amsterdam || calendar.ZoneOf("BE-VLG") != calendar.Brussels || calendar.ZoneOf("") != calendar.Amsterdam {
		t.Error("a country has the clock of another")
	}
}

// TestReadElsewhere lets another program read the file: it finds each event
// whole, and the talk at half past three on both sides of the change.
func TestReadElsewhere(t *testing.T) {
	need.Tool(t, "icalendar")
	file := filepath.Join(t.TempDir(), "jaar.ics")
	if err := os.WriteFile(file, write(t, year()), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(interpreter(t, "icalendar"), "testdata/read.py", file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, want := range []string{
		"p1-a1@bekwaam 7 | Gesprek met Ilse; \"na de les\", lokaal 1\\2 | 2027-03-04 15:30 | 2027-03-04 16:15",
		"p1-d1@bekwaam 7 | Doel: Vlotte overgangen | 2028-02-29 | 2028-03-01",
		"p1-g1@bekwaam 7 | Afspraak: Een uur per week/in het rooster | 2026-12-31 | 2027-01-01",
		"p1-a2-2@bekwaam 7 | " + strings.Repeat("Een lange titel met één € en 🌱 erin, ", 6) + " | 2026-12-09 | 2026-12-10",
		"talk 2027-03-25 15:30 is 14:30 universal", "talk 2027-04-01 15:30 is 13:30 universal", "talks 7, last 2027-04-15",
		"network 2027-05-24", "networks 4", "zone Europe/Amsterdam",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no line %q in\n%s", want, out)
		}
	}
}

// interpreter is the Python that a program was installed for, which need not
// be the first on the path.
func interpreter(t *testing.T, program string) string {
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	python, ok := strings.CutPrefix(line, "#!")
	if !ok {
		t.Fatalf("%s is no script: %q", path, line)
	}
	return strings.TrimSpace(python)
}

// TestWhatNoCalendarTakes is refused by name.
func TestWhatNoCalendarTakes(t *testing.T) {
	good := calendar.Event{ID: "x", Day: on(2027, 1, 1)}
	for name, events := range map[string][]calendar.Event{
		"no id": {{Day: good.Day}}, "no day": {{ID: "x"}}, "no clock": {{ID: "x", Day: good.Day, Clock: "25:00"}}, "the same twice": {good, good},
		"less than nothing": {{ID: "x", Day: good.Day, Clock: "09:00", Minutes: -1}},
	} {
		if _, err := calendar.Write(calendar.Calendar{Zone: calendar.Amsterdam, Made: made, Events: events}); !errors.Is(err, calendar.ErrEvent) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
