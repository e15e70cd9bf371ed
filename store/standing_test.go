package store

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// copied is a starter's plan as a coach has it.
func copied(id, teacher string) plan.Plan {
	p := draft(id, teacher)
	p.Profile.School, p.Profile.InductionYear = "De Wilgenhof", 2
	packet := plan.Packet{Kind: plan.PacketPlan, From: plan.Party{Name: teacher}, To: plan.Party{Name: "Ilse"}, Seq: 1, Version: 3, At: "2026-10-12T10:00:00Z"}
	p.EditionInfo = &plan.EditionInfo{Audience: plan.Coach, Language: "nl", Packet: &packet}
	p.Received = []plan.Receipt{{Package: "a", Packet: packet, At: "2026-10-13T08:00:00Z"}}
	p.Review = &plan.Review{Talk: text.Date{Year: 2026, Month: 10, Day: 22}}
	return p
}

func TestAListKnowsHowTheCoachingStands(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	save(t, s, draft("own", "Ilse"), "new")
	save(t, s, copied("a", "Noor"), "new")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	page, _, err := s.Page(ByTeacher, "", 9)
	if err != nil || len(page) != 2 {
		t.Fatal(page, err)
	}
	if page[0].Coached != (plan.Standing{}) {
		t.Errorf("an own plan: %+v", page[0].Coached)
	}
	want := plan.Standing{Turn: plan.TurnCoach, School: "De Wilgenhof", Version: 3, Since: "2026-10-13T08:00:00Z", First: true, InductionYear: 2,
		Talk: text.Date{Year: 2026, Month: 10, Day: 22}}
	if page[1].Coached != want || page[1].Coached != plan.StandingOf(copied("a", "Noor")) {
		t.Errorf("%+v, want %+v", page[1].Coached, want)
	}
	r, err := s.Examine(func(plan.Plan) {})
	if err != nil || len(r.Problems) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestStandingsAreReadAsTheyWereWritten(t *testing.T) {
	for _, turn := range turns {
		s := Summary{ID: "a", Coached: plan.Standing{Turn: turn, School: "S", Version: 2, News: 3, Open: 1, Talk: text.Date{Year: 2027, Month: 1, Day: 9},
			InductionYear: 1, Until: text.Date{Year: 2027, Month: 3, Day: 31}, Since: "2026-10-13T08:00:00Z"}}
		if turn == "" {
			s.Coached = plan.Standing{}
		}
		whole := s.encode()
		if got, err := decodeSummary(whole); err != nil || got != s {
			t.Errorf("%q: %+v, %v", turn, got, err)
		}
		for n := len(whole) - 1; turn != "" && n > len(whole)-20; n-- {
			if _, err := decodeSummary(whole[:n]); err == nil {
				t.Errorf("%q: the first %d of %d bytes were taken for a summary", turn, n, len(whole))
			}
		}
	}
	// The next act on a plan of an older program fills the standing in.
	old := Summary{ID: "a", NoStanding: true}
	if got, err := decodeSummary(old.encode()); err != nil || got != old {
		t.Errorf("%+v, %v", got, err)
	}
	if after := summaryOf(copied("a", "Noor"), "", old); after.NoStanding || after.Coached.Turn != plan.TurnCoach {
		t.Errorf("after an act: %+v", after)
	}
}
