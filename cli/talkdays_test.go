package cli

import (
	"os"
	"strings"
	"testing"
	"time"

	"bekwaam/text"
	"bekwaam/tui"
)

func TestTalksAsACalendar(t *testing.T) {
	w, _ := testWorld(t)
	d := testDesk(t, w)
	day := text.Date{Year: 2026, Month: 10, Day: 22}
	made, err := d.Calendar([]tui.TalkDay{{ID: "p1", Title: "Gesprek met Noor Bakker", Day: day}, {ID: "r1", Title: "Gaat niet door", Day: day, Off: true}})
	if err != nil {
		t.Fatal(err)
	}
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	first := read(made.File)
	for _, want := range []string{"UID:talk-p1", "SUMMARY:Gesprek met Noor Bakker", "DTSTART;VALUE=DATE:20261022", "STATUS:CANCELLED"} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q in\n%s", want, first)
		}
	}
	d.Now = func() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }
	again, err := d.Calendar([]tui.TalkDay{{ID: "p1", Title: "Gesprek met Noor Bakker", Day: day.AddDays(7)}})
	if err != nil {
		t.Fatal(err)
	}
	second := read(again.File)
	if again.File == made.File || !strings.Contains(second, "UID:talk-p1") || sequence(second) <= sequence(first) {
		t.Errorf("the later file does not follow the earlier one:\n%s", second)
	}
}

func sequence(ics string) string {
	_, rest, _ := strings.Cut(ics, "SEQUENCE:")
	n, _, _ := strings.Cut(rest, "\r\n")
	return n
}
