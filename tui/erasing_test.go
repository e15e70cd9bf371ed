package tui

import (
	"testing"

	"bekwaam/store"
)

// realEraser erases in a real store.
type realEraser struct{ st *store.Store }

func (x realEraser) Erasing(id string) (Erasing, error) {
	page, _, err := x.st.Page(store.ByChange, "", 100)
	out := Erasing{}
	for _, p := range page {
		if id == "" || p.ID == id {
			out.Plans = append(out.Plans, ErasedPlan{SchoolYear: p.SchoolYear, Teacher: p.Teacher, Versions: 4, Goals: 2, Evidence: 11, Notes: 10})
		} else {
			out.Kept = append(out.Kept, p.SchoolYear)
		}
	}
	return out, err
}

func (x realEraser) Erase(id string) (bool, error) {
	if id == "" {
		return true, x.st.Erase(store.Erasure{All: true})
	}
	return false, x.st.Erase(store.Erasure{Plans: []string{id}})
}

func init() {
	fixtures["S176"] = func(t testing.TB) *driver {
		d := withNoor(t)
		d.m.settings.Keep = map[string]int{"": 1}
		d.show(&eraseChoice{})
		return d
	}
	fixtures["S162"] = func(t testing.TB) *driver {
		d := withNoor(t)
		d.show(&eraseChoice{})
		d.keys("enter")
		return d
	}
}

func TestAPlanIsErasedAfterTheWord(t *testing.T) {
	d := withNoor(t)
	d.show(&settingsScreen{})
	d.sees("een plan, of alles")
	d.run(openEraseChoice()(d.m))
	d.on("S176")
	d.keys("enter")
	d.on("S162")
	d.sees("4 versies, 2 doelen", "10 notities", "Kan niet")
	d.keys("enter")
	d.sees("Er is niets gewist. Typ WIS")
	d.text("wis")
	d.keys("enter")
	d.sees("Er is niets gewist")
	d.keys("esc")
	d.on("S176")
	d.keys("enter")
	d.text("WIS")
	d.keys("enter")
	d.on("S03")
	d.sees("Gewist.")
	if n, err := d.st.Count(); err != nil || n != 0 || len(d.m.rows) != 0 || d.m.plan.ID != "" {
		t.Errorf("%d plans, %v", n, err)
	}
	d.keys("u")
	d.on("S03")
	d.keys("enter")
	d.on("S05")
}

func TestEverythingIsErasedAndBeginsAnew(t *testing.T) {
	d := withNoor(t)
	d.show(&eraseChoice{})
	d.keys("down enter")
	d.on("S162")
	d.sees("Alles voorgoed wissen", "je wachtzin")
	d.text("WIS")
	d.keys("enter")
	d.on("S01")
	d.sees("Een voorbeeld staat nog open")
	d.keys("enter enter enter")
	d.on("S03")
}

func TestNothingToEraseIsSaid(t *testing.T) {
	d := newDriver(t)
	d.keys("enter enter enter")
	d.show(&eraseChoice{})
	d.sees("Er is geen plan om te wissen.")
}

func TestATermMakesPlansDueAndErasesNothing(t *testing.T) {
	d := withNoor(t)
	d.m.rows[0].SchoolYear = "2023-2024"
	d.m.settings.Role = roleTeacher
	d.show(&settingsScreen{})
	d.sees("geen; bekwaam wist nooit vanzelf")
	for _, c := range choices(d.m.env()) {
		if c.id == "keep" {
			for _, do := range c.set("2") {
				d.run(do(d.m))
			}
		}
	}
	d.sees("2 jaar na het schooljaar", "1 plan is over de bewaartermijn")
	d.run(openEraseChoice()(d.m))
	d.sees("bewaartermijn voorbij")
	for _, c := range choices(d.m.env()) {
		if c.id == "keep" {
			for _, do := range c.set("5") {
				d.run(do(d.m))
			}
		}
	}
	d.lacks("bewaartermijn voorbij")
	if n, err := d.st.Count(); err != nil || n != 1 {
		t.Errorf("%d plans, %v", n, err)
	}
}
