package tui

import (
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{"S55": yearOpen})
}

// yearOpen is the year picture of a plan with activities, agreements and goals
// to look back on, in autumn.
func yearOpen(t testing.TB) *driver {
	p := busy(t)
	p.Agreements = planned(t).Agreements
	p.Activities[0].Trial = true
	d := step5(t, p)
	d.keys("4 home down down down")
	return d
}

func TestTheYearPictureSaysWhoActs(t *testing.T) {
	d := yearOpen(t)
	d.on("S55")
	d.sees("5 Activiteiten · jaarbeeld", "1 lijst   2 tijdlijn   3 uren en geld   4 jaarbeeld",
		"aug          Voor de eerste werkdag", "Karim Aziz, werkplekbegeleider of maatje",
		"› okt–dec      Najaar: lesbezoek en bijstellen", "jij: schrijft, kiest, oefent",
		"Ilse Vermeer, starterscoach: begeleidt zonder te oordelen",
		"okt–nov      - proef: Kijken bij een collega, Sanne Kok")
	d.keys("enter")
	d.on("S55")
	d.sees("Kies iets uit je plan, onder een moment.")
	d.keys("down")
	d.selected("Kijken bij een collega")
	d.keys("enter")
	d.on("S52")
	d.keys("esc")
	d.on("S55")
	d.selected("Kijken bij een collega")
	for _, step := range []struct{ words, screen string }{{"- afspraak, Karim Aziz: Er is", "S60b"}, {"- terugkijken op doel 1", "S41"}} {
		for i := 0; i < 60 && !strings.Contains(d.markedLine(), step.words); i++ {
			d.keys("down")
		}
		d.keys("enter")
		d.on(step.screen)
		d.keys("esc")
		d.on("S55")
	}
	d.keys("end")
	d.selected("[ Verder naar 6 Afspraken ]")
	d.keys("enter")
	d.on("S60")
}

// markedLine is the line with the mark of the selection.
func (d *driver) markedLine() string {
	for _, l := range strings.Split(d.frame(), "\n") {
		if strings.HasPrefix(l, "›") {
			return l
		}
	}
	return ""
}

func TestTheYearPictureOfAnEmptyPlan(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(5))
	d.keys("4")
	d.sees("› aug          Voor de eerste werkdag", "In jouw plan staat hier nog niets.", "schoolleider: maakt afspraken")
	d.keys("n")
	d.on("S51")
}

// Each moment of the pack stands on the screen with who acts at it, for every
// framework, in both languages, in every size and without colour.
func TestEveryMomentStandsInTheYearPicture(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		for _, f := range []string{"nl-po", "nl-vo", "nl-mbo", "vl"} {
			d := newDriver(t)
			pack := d.m.deps.Pack
			c, err := plan.New("x", "2026-2027", pack, f, lang)
			if err != nil {
				t.Fatal(err)
			}
			d = with(t, c.Plan)
			d.m.settings.Language, d.m.t = lang, d.m.deps.Texts(lang)
			d.run(d.m.openStep(5))
			d.size(60, 16)
			d.keys("4 home")
			parts := plan.YearPicture(d.m.plan, pack)
			if want := map[string]int{"vl": 9}[f]; len(parts) != max(want, 10) && len(parts) != want {
				t.Fatalf("%s: %d moments", f, len(parts))
			}
			for i, part := range parts {
				var seen []string
				for _, r := range d.m.top().(*activities).yearRows(d.m.env()) {
					if r.ID == momentRow+part.Moment.ID {
						seen = r.Lines
					}
				}
				said := strings.Join(strings.Fields(strings.Join(seen, " ")), " ")
				e := d.m.env()
				for _, x := range part.Partners {
					who := partnerShort(e, x)
					if does := e.say(x.Does); !strings.Contains(said, who+": "+does) {
						t.Errorf("%s, %s, %s: no %q: %s", f, lang, part.Moment.ID, who+": "+does, said)
					}
				}
				if len(part.Partners) == 0 || strings.ContainsAny(said, "{}") {
					t.Errorf("%s, %s, %s: %s", f, lang, part.Moment.ID, said)
				}
				for _, l := range seen {
					if text.Width(l) > e.w {
						t.Errorf("%s, %s: %q is wider than the window", f, lang, l)
					}
				}
				if i < len(parts)-1 {
					d.keys("down")
				}
			}
		}
	}
}

// With an activity stands what its partner does, and at which moments that
// partner acts: in the catalogue and on the activity.
func TestAnActivitySaysWhoIsToActWhen(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n")
	d.sees("Ervaren collega: laat lessen zien, ontwerpt mee. Aan zet: eerste vier", "weken, najaar, tweede en derde jaar.")
	d = onActivity(t, "a2", "with")
	d.sees("Starterscoach: begeleidt", "mee in lessen. Aan zet:", "eerste vier weken, rond")
	d = onActivity(t, "a5", "with")
	d.sees("Jij: schrijft, kiest, oefent")
	d = onActivity(t, "a6", "with") // no role: groep 5
	if strings.Contains(d.frame(), "Aan zet") {
		t.Errorf("somebody without a role acts:\n%s", d.frame())
	}
}
