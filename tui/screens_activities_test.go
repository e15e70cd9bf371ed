package tui

import (
	"maps"
	"testing"

	"bekwaam/plan"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S50": activitiesOpen, "S51": catalogueOpen, "S52": activityOpen, "S53": timelineOpen, "S54": ledgerOpen, "S54b": lineOpen,
	})
}

// busy is the plan of Noor Bakker with nine activities, one of them ordered
// by the school, and a third goal that nothing is done for yet.
func busy(t testing.TB) plan.Plan {
	p := noor(t)
	p.Goals = append(p.Goals, plan.Goal{ID: "d3", Title: "Elke week muziek", OwnChoice: "eigen keuze",
		Question: "Hoe kan ik elke week muziek geven, zodat ook leerlingen die niet graag zingen meedoen?"})
	p.Activities = nil
	add := func(kind, name, who, role string, goals, moments []string, hours plan.Quarters, line string, cost plan.Cents) *plan.Activity {
		no := false
		a := plan.Activity{ID: "a" + itoa(len(p.Activities)+1), Kind: kind, Description: name, Partner: &plan.Person{Name: who, Role: role},
			Goals: goals, Hours: &hours, HoursLine: line, Cost: cost, Ordered: &no, Status: plan.Planned}.Begin(moments)
		if cost > 0 {
			a.Funding = "eigen-cao"
		}
		p.Activities = append(p.Activities, a)
		return &p.Activities[len(p.Activities)-1]
	}
	dev, start := "po-dev-hours", "po-starter-hours"
	add("kijken-collega", "Kijken bij een collega", "Sanne Kok", "collega", []string{"d1"}, []string{"2026-10", "2026-11"}, 12, dev, 0)
	add("lesbezoek-coach", "Lesbezoek met nagesprek, 3 keer", "Ilse Vermeer", "coach", []string{"d1", "d2"}, []string{"2026-11", "2027-01", "2027-03"}, 24, start, 0).Funding = "bestuur"
	a := add("coachgesprek", "Gesprek met starterscoach, 8 keer", "Ilse Vermeer", "coach", nil,
		[]string{"2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-06"}, 32, start, 0)
	a.AllGoals, a.Funding = true, "bestuur"
	add("leernetwerk", "Leernetwerk van starters", "onderwijsregio", "regio", nil, []string{"2026-11", "2026-12", "2027-02", "2027-04"}, 48, dev, 0)
	add("lezen", "Lezen of luisteren", "Noor Bakker", "zelf", []string{"d1"}, []string{"2026-10"}, 16, dev, 2500)
	add("leerlingvragen", "Feedback van leerlingen vragen", "groep 5", "", []string{"d1"}, []string{"2026-12", "2027-05"}, 12, dev, 0)
	add("cursus-kort", "Korte cursus: Begrip nagaan", "Bureau Leswijs", "aanbieder", []string{"d2"}, []string{"2027-01", "2027-02"}, 24, dev, 25000).Note = "2 middagen, 20 jan en 10 feb"
	add("video-eigen", "Eigen les op beeld terugkijken", "Ilse Vermeer", "coach", []string{"d2"}, []string{"2027-02", "2027-03"}, 16, dev, 0)
	yes := true
	add("studiedag", "Studiedag op school", "het team", "school", []string{"d2"}, []string{"2026-11"}, 24, "", 0).Ordered = &yes
	return p
}

// step5 is a program on the list of activities of a plan.
func step5(t testing.TB, p plan.Plan) *driver {
	d := with(t, p)
	d.run(d.m.openStep(5))
	return d
}

// activitiesOpen is S50 with nine activities.
func activitiesOpen(t testing.TB) *driver {
	d := step5(t, busy(t))
	d.keys("home")
	return d
}

// activitiesEmpty is S50 without an activity.
func activitiesEmpty(t testing.TB) *driver {
	p := busy(t)
	p.Activities = nil
	return step5(t, p)
}

// catalogueOpen is S51 for the first goal, with two ticks.
func catalogueOpen(t testing.TB) *driver {
	d := activitiesEmpty(t)
	d.keys("n space down down space home")
	return d
}

// catalogueNothing is S51 after a search in vain.
func catalogueNothing(t testing.TB) *driver {
	d := activitiesEmpty(t)
	d.keys("n f /")
	d.text("kalligrafie")
	return d
}

// activityOpen is S52 with a course of two months.
func activityOpen(t testing.TB) *driver {
	d := activitiesOpen(t)
	d.keys("down down down down down down enter")
	return d
}

// timelineOpen is S53 on the visits of the coach.
func timelineOpen(t testing.TB) *driver {
	d := activitiesOpen(t)
	d.keys("down 2")
	return d
}

// ledgerOpen is S54 with four lines of entitlement.
func ledgerOpen(t testing.TB) *driver {
	d := activitiesOpen(t)
	d.keys("3")
	return d
}

// ledgerEmpty is S54 of somebody who works on their own.
func ledgerEmpty(t testing.TB) *driver {
	p := busy(t)
	p.Profile.Employment, p.EntitlementLines = "zzp", nil
	d := step5(t, p)
	d.keys("3")
	return d
}

// lineOpen is the form of the first line of entitlement.
func lineOpen(t testing.TB) *driver {
	d := ledgerOpen(t)
	d.keys("enter")
	return d
}
