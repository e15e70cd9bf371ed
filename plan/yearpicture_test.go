package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// momentIDs are the moments of the year picture, as every framework has them;
// nobody is assessed for a phase in Flanders.
var momentIDs = []string{"voor-start", "eerste-weken", "eerste-plan", "najaar", "midden", "voorjaar", "afsluiting", "jaar2-3", "beoordeling", "daarna"}

func TestEveryMomentNamesThePartnersWhoAct(t *testing.T) {
	pack := packOf(t)
	if len(pack.Responsibility) != len(momentIDs) {
		t.Fatalf("%d moments in the pack", len(pack.Responsibility))
	}
	for i := range pack.Frameworks {
		f := &pack.Frameworks[i]
		c, err := plan.New("p", "2026-2027", pack, f.ID, "nl")
		if err != nil {
			t.Fatal(err)
		}
		p := c.Plan
		p.Profile.Name, p.Profile.Board = "Noor Bakker", "Stichting Stroomdal"
		p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer", Role: f.PartnerFor(plan.RoleCoach)}
		p.Profile.Manager = &plan.Person{Name: "Karim Aziz", Role: f.PartnerFor(plan.RoleManager)}
		var got []string
		for _, part := range plan.YearPicture(p, pack) {
			got = append(got, part.Moment.ID)
			m := part.Moment
			for _, id := range m.Partners {
				r, _ := pack.PartnerRole(id)
				here := slices.ContainsFunc(part.Partners, func(x plan.YearPartner) bool { return x.ID == id })
				if here != (len(r.Frameworks) == 0 || slices.Contains(r.Frameworks, f.ID)) {
					t.Errorf("%s, %s: %s acts: %v", f.ID, m.ID, id, here)
				}
			}
			for _, x := range part.Partners {
				for _, lang := range []string{"nl", "en"} {
					word, does := f.Say(x.Word, lang), f.Say(x.Does, lang)
					if word == "" || does == "" || strings.ContainsAny(word+does, "{}") {
						t.Errorf("%s, %s, %s: %q does %q", f.ID, m.ID, lang, word, does)
					}
				}
				want := map[string]string{f.PartnerFor(plan.RoleCoach): "Ilse Vermeer", f.PartnerFor(plan.RoleManager): "Karim Aziz", "bestuur": "Stichting Stroomdal"}[x.ID]
				if strings.Join(x.Names, "") != want {
					t.Errorf("%s, %s: %s is %v", f.ID, m.ID, x.ID, x.Names)
				}
			}
			if (m.FromMonth > 0) != part.From.Valid() || part.To.Before(part.From) {
				t.Errorf("%s, %s: from %v to %v", f.ID, m.ID, part.From, part.To)
			}
		}
		want := slices.DeleteFunc(slices.Clone(momentIDs), func(id string) bool { return id == "beoordeling" && f.ID == "vl" })
		if !slices.Equal(got, want) {
			t.Errorf("%s: moments %v, want %v", f.ID, got, want)
		}
	}
}

func TestTheYearPictureHasWhatThePlanHas(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	p.Goals = []plan.Goal{{ID: "d1", Title: "Rust", Deadline: text.Date{Year: 2027, Month: 2, Day: 9}}, {ID: "d2", Title: "Later", KeptFor: "2027-2028", Deadline: text.Date{Year: 2027, Month: 5, Day: 1}}}
	p.Activities = []plan.Activity{
		{ID: "a1", Status: plan.Planned, Moments: []string{"2026-11", "2027-03"}},
		{ID: "a2", Status: plan.Dropped, Moments: []string{"2026-11"}},
		{ID: "a3", Status: plan.Wanted},
		{ID: "a4", Status: plan.Planned, Moments: []string{"2027-09"}}, // after the year
	}
	p.Agreements = []plan.Agreement{{ID: "g1", What: "Vrij", ByWhen: text.Date{Year: 2026, Month: 10, Day: 12}}, {ID: "g2", What: "Ooit"}}
	at := map[string][]string{}
	for _, part := range plan.YearPicture(p, pack) {
		id := "rest"
		if part.Moment != nil {
			id = part.Moment.ID
		}
		for _, x := range part.Own {
			at[id] = append(at[id], x.Kind+" "+x.ID)
		}
	}
	for id, want := range map[string][]string{
		"najaar": {"agreement g1", "activity a1"}, "midden": {"back d1"}, "voorjaar": {"activity a1"},
		"rest": {"activity a4", "activity a3", "agreement g2"}, "eerste-plan": nil, "voor-start": nil, "daarna": nil,
	} {
		if !slices.Equal(at[id], want) {
			t.Errorf("%s: %v, want %v", id, at[id], want)
		}
	}
}

// A school year that begins in September has nobody in the first weeks in
// August, and what goes on from then does so in September.
func TestTheYearBeginsWithThatOfTheFramework(t *testing.T) {
	pack := packOf(t)
	for framework, want := range map[string]int{"nl-po": 8, "vl": 9} {
		c, err := plan.New("p", "2026-2027", pack, framework, "nl")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range plan.YearPicture(c.Plan, pack) {
			switch part.Moment.ID {
			case "voor-start":
				if part.From.Month != 8 || part.From.Year != 2026 {
					t.Errorf("%s: before the year is in %v", framework, part.From)
				}
			case "eerste-weken":
				if part.From.Month != want || part.To.Month != 9 {
					t.Errorf("%s: the first weeks are from %v to %v", framework, part.From, part.To)
				}
			}
		}
	}
}

func TestWithoutABoardNoBoardActs(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	for _, e := range pack.EmploymentFor(p.Profile.Framework) {
		p.Profile.Employment = e.ID
		acting := len(plan.ActingAt(plan.YearPicture(p, pack), "bestuur"))
		if acting > 0 == plan.WithoutBoard(p, pack) {
			t.Errorf("%s: the board acts at %d moments", e.ID, acting)
		}
	}
}

// Who writes the plan and who guides get the year picture; a board does not,
// also not from the edition of a coach.
func TestWhichEditionsSayWhoActs(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	for a, want := range map[plan.Audience]int{plan.Self: len(momentIDs), plan.Coach: len(momentIDs), plan.Board: 0} {
		e := plan.For(p, pack, a, "")
		if len(e.WordList("moment")) != want || len(e.WordList("acting")) != want {
			t.Errorf("%s: %d moments, %d lists of partners", a, len(e.WordList("moment")), len(e.WordList("acting")))
		}
		for i, who := range e.WordList("acting") {
			if who == "" {
				t.Errorf("%s: nobody acts %s", a, e.WordList("moment")[i])
			}
		}
	}
	coach := plan.For(p, pack, plan.Coach, "").Document()
	if again := plan.For(coach, nil, plan.Board, ""); len(again.WordList("acting")) != 0 {
		t.Errorf("made of the coach's edition the board's says %v", again.WordList("acting"))
	}
}
