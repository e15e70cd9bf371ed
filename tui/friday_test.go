package tui

import (
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S98": func(t testing.TB) *driver { d := atHome(t, counting(t)); d.clock(2027, 1, 15); d.keys("f"); return d },
	})
}

// counting is the running plan of Noor Bakker with a Friday question that was
// answered in four weeks.
func counting(t testing.TB) plan.Plan {
	p := settledPlan(t)
	on := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	p.Goals[0].OwnCount = &plan.OwnCount{Question: "Na het buitenspelen binnen twee minuten aan het werk?", Marks: []plan.Mark{
		{Date: on(2026, 10, 9), Mark: plan.MarkNo}, {Date: on(2026, 11, 6), Mark: plan.MarkSome},
		{Date: on(2026, 12, 11), Mark: plan.MarkNotCounted}, {Date: on(2027, 1, 8), Mark: plan.MarkYes}}}
	p.Evidence[0].Goals = []string{"d1", "d2"}
	return p
}

func TestTheFridayQuestionWithOneKey(t *testing.T) {
	d := atHome(t, counting(t))
	d.clock(2027, 1, 15) // a Friday
	d.sees("je vrijdagvraag: Na het buitenspelen binnen")
	d.keys("> 1")
	d.on("S98")
	d.sees("Deze week: ja. Toets u haalt het weg.", "te zien voor: alleen jij", "✓ deze week: ja")
	marks := countOf(d.m.plan, "d1").Marks
	if m := marks[len(marks)-1]; len(marks) != 5 || m.Mark != plan.MarkYes || m.Date.String() != "2027-01-15" {
		t.Errorf("%+v", marks)
	}
	d.keys("3") // a week has one answer
	if marks = countOf(d.m.plan, "d1").Marks; len(marks) != 5 || marks[4].Mark != plan.MarkNo {
		t.Errorf("%+v", marks)
	}
	d.keys("d")
	d.sees("Het antwoord van deze week is weg.")
	d.keys("d")
	d.sees("Deze week is er nog geen antwoord.")
	d.keys("u")
	if marks = countOf(d.m.plan, "d1").Marks; len(marks) != 5 {
		t.Errorf("after undo %+v", marks)
	}
	d.keys("esc")
	d.on("S04")
	if strings.Contains(d.frame(), "je vrijdagvraag") {
		t.Error("still asked")
	}
}

func TestTheStripOfTheYear(t *testing.T) {
	d := fixtures["S98"](t)
	d.sees("a    s   o   n    d   j    f   m   a   m    j   j", "··········n···s····–···j")
	strip := stripLines(d.m.env(), d.m.plan.Goals[0])
	if w := text.Width(strip[1]); w < 52 || w > 53 {
		t.Errorf("%d weeks", w)
	}
	d.size(60, 16)
	d.sees("··········n···s····–···j")
	d.keys("esc enter")
	d.run(d.m.openStep(4))
	d.size(80, 40)
	d.keys("home enter")
	d.on("S41")
	d.sees("Vrijdagvraag, alleen voor jou: Na het buitenspelen", "··········n···s····–···j")
}

func TestWriteAFridayQuestion(t *testing.T) {
	d := atHome(t, settledPlan(t))
	d.clock(2027, 1, 15)
	d.keys("f 1")
	d.sees("Waaraan merk je op vrijdag dat het lukt?", "Bij dit doel is er nog geen vraag.")
	d.keys("enter")
	d.text("Sta ik bij de deur?")
	d.keys("enter")
	d.sees("Sta ik bij de deur?", "deze week nog niet beantwoord")
	if q := countOf(d.m.plan, "d1").Question; q != "Sta ik bij de deur?" {
		t.Errorf("question %q", q)
	}
	d.keys("2 u u")
	if len(d.m.plan.Goals) == 0 || d.m.plan.Goals[0].OwnCount != nil {
		t.Error("not undone")
	}
	p := settledPlan(t)
	p.Goals = nil
	d = atHome(t, p)
	d.keys("f")
	d.on("S04")
}

func TestAFridayAnswerInASignedPlan(t *testing.T) {
	c, err := plan.Sign(counting(t), plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := atHome(t, c.Plan)
	d.clock(2027, 1, 15)
	d.keys("f 4")
	if m := markNow(d.m.env(), "d1"); m != plan.MarkNotCounted || d.m.plan.Frozen() {
		t.Errorf("mark %q, frozen %v", m, d.m.plan.Frozen())
	}
	d.keys("enter")
	d.text(" Echt?")
	d.keys("esc")
	if q := countOf(d.m.plan, "d1").Question; !strings.HasSuffix(q, "Echt?") {
		t.Errorf("question %q", q)
	}
	// In a closed year there is only looking.
	p := counting(t)
	p.State = plan.Closed
	d = atHome(t, p)
	d.keys("f 1")
	d.on("S98")
	if len(countOf(d.m.plan, "d1").Marks) != 4 {
		t.Error("answered in a closed year")
	}
}
