package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func activity(t *testing.T, p plan.Plan, id string) plan.Activity {
	t.Helper()
	for _, a := range p.Activities {
		if a.ID == id {
			return a
		}
	}
	t.Fatalf("no activity %s", id)
	return plan.Activity{}
}

func TestLoggingKeepsDaysInOrder(t *testing.T) {
	do, p := must(t), starter(t)
	before := plan.Reckon(p, packOf(t)).Hours.Total.Spent
	p = do(plan.SetStatus(p, "a1", plan.Planned, ""))
	p = do(plan.Log(p, "a1", plan.LogEntry{Date: iso("2026-11-02"), Hours: 3}, ""))
	a := activity(t, p, "a1")
	if len(a.Log) != 3 || a.Log[1].Date != iso("2026-11-02") {
		t.Errorf("log %+v", a.Log)
	}
	if a.Status != plan.Running {
		t.Errorf("an activity with hours on it is %s", a.Status)
	}
	if got := plan.Reckon(p, packOf(t)).Hours.Total.Spent; got != before+3 {
		t.Errorf("spent %s, want %s", got, before+3)
	}
	p = do(plan.Unlog(p, "a1", 1))
	if got := plan.Reckon(p, packOf(t)).Hours.Total.Spent; got != before {
		t.Errorf("after taking it away spent %s, want %s", got, before)
	}
	p = do(plan.Log(p, "a1", plan.LogEntry{Date: iso("2027-05-01"), Cost: 995}, "po-di"))
	if a = activity(t, p, "a1"); a.HoursLine != "po-di" || a.Log[2].Cost != 995 {
		t.Errorf("line %s, log %+v", a.HoursLine, a.Log)
	}
}

func TestDroppingNeedsAReasonAndKeepsWhatWasSpent(t *testing.T) {
	do, p := must(t), starter(t)
	pack := packOf(t)
	was := plan.Reckon(p, pack)
	p = do(plan.SetStatus(p, "a3", plan.Dropped, "Er was geen tijd."))
	now := plan.Reckon(p, pack)
	if now.Hours.Total.Spent != was.Hours.Total.Spent || now.Hours.Total.Planned != was.Hours.Total.Planned-32 {
		t.Errorf("dropped: %+v after %+v", now.Hours.Total, was.Hours.Total)
	}
	p = do(plan.SetStatus(p, "a3", plan.Running, ""))
	if a := activity(t, p, "a3"); a.StatusReason != "" {
		t.Errorf("taken up again it still says %q", a.StatusReason)
	}
	if again := plan.Reckon(p, pack); again.Hours.Total != was.Hours.Total {
		t.Errorf("taken up again: %+v, want %+v", again.Hours.Total, was.Hours.Total)
	}
}

func TestMovingIsHistory(t *testing.T) {
	p := starter(t)
	c, err := plan.MoveActivity(p, "a10", []string{"2027-04-14"})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Act.Args, " | "); got != "a10 | 2027-03-24..2027-03-24 | 2027-04-14" || c.Act.Name != "activity.move" {
		t.Errorf("recorded as %s: %s", c.Act.Name, got)
	}
	a := activity(t, c.Plan, "a10")
	if a.Status != plan.Done || a.From != iso("2027-04-14") || a.To != iso("2027-04-14") {
		t.Errorf("moved to %s–%s, %s", a.From, a.To, a.Status)
	}
	if _, err := plan.MoveActivity(c.Plan, "a10", []string{"2027-04-14"}); plan.Code(err) != plan.CodeNothing {
		t.Errorf("moved to where it is: %v", err)
	}
}

func TestOccurrences(t *testing.T) {
	do, p := must(t), starter(t)
	p = do(plan.MoveActivity(p, "a7", []string{"2027-03-15", "2027-04-26"}))
	p = do(plan.RepeatActivity(p, "a7", plan.EveryTwoWeeks, "15:30", 45))
	days := func(a plan.Activity) string {
		var out []string
		for _, d := range plan.Occurrences(a) {
			out = append(out, d.String())
		}
		return strings.Join(out, " ")
	}
	if got := days(activity(t, p, "a7")); got != "2027-03-15 2027-03-29 2027-04-12 2027-04-26" {
		t.Errorf("every two weeks: %s", got)
	}
	if got := days(plan.Activity{Moments: []string{"2027-05", "2027-04-02", "2027-03-01", "2027-04-02"}}); got != "2027-03-01 2027-04-02" {
		t.Errorf("moments: %s", got)
	}
	if got := days(plan.Activity{From: iso("2028-02-29"), To: iso("2028-02-29")}); got != "2028-02-29" {
		t.Errorf("one day: %s", got)
	}
	if got := days(plan.Activity{From: iso("2027-01-01"), To: iso("2027-05-01")}); got != "" {
		t.Errorf("a stretch without a rhythm has days: %s", got)
	}
	if n := len(plan.Occurrences(plan.Activity{From: iso("2027-01-01"), To: iso("2127-05-01"), Repeat: plan.EveryWeek})); n != 400 {
		t.Errorf("%d times in a century", n)
	}
}

func TestAgreementsPastTheirDay(t *testing.T) {
	do, p := must(t), starter(t)
	items := func(p plan.Plan, on string) string {
		var out []string
		for _, x := range plan.Overdue(p, iso(on)) {
			out = append(out, x.Kind+" "+x.Item)
		}
		return strings.Join(out, ", ")
	}
	if got := items(p, "2027-05-28"); got != "" {
		t.Errorf("on its own day: %s", got)
	}
	if got := items(p, "2027-05-29"); got != "agreement g4" {
		t.Errorf("a day later: %s", got)
	}
	for name, q := range map[string]plan.Plan{
		"kept":   do(plan.KeepAgreement(p, "g4")),
		"moved":  do(plan.MoveAgreement(p, "g4", iso("2027-07-01"))),
		"let go": do(plan.LetGoOfAgreement(p, "g4", iso("2027-06-01"), "Niet meer nodig.")),
	} {
		if got := items(q, "2027-06-22"); got != "" {
			t.Errorf("%s, and still asked: %s", name, got)
		}
	}
	p = do(plan.SetStatus(p, "a10", plan.Planned, ""))
	if got := items(p, "2027-06-22"); got != "activity a10, agreement g4" {
		t.Errorf("the longest ago first: %s", got)
	}
	p.State = plan.Closed
	if got := items(p, "2027-06-22"); got != "" {
		t.Errorf("in a closed year: %s", got)
	}
}

func TestFridayQuestion(t *testing.T) {
	do, p := must(t), starter(t)
	p = do(plan.AskOnFriday(p, "d1", "Na het buitenspelen binnen twee minuten aan het werk?"))
	p = do(plan.MarkWeek(p, "d1", iso("2026-11-13"), plan.MarkNo))
	p = do(plan.MarkWeek(p, "d1", iso("2026-11-06"), plan.MarkYes))
	p = do(plan.MarkWeek(p, "d1", iso("2026-11-09"), plan.MarkSome)) // the Monday of the same week
	marks := p.Goals[0].OwnCount.Marks
	if len(marks) != 2 || marks[0].Mark != plan.MarkYes || marks[1].Mark != plan.MarkSome {
		t.Errorf("marks %+v", marks)
	}
	strip := plan.Strip(p, p.Goals[0])
	if len(strip) != 53 || strip[0].Monday != iso("2026-07-27") || strip[14].Mark != plan.MarkYes || strip[15].Mark != plan.MarkSome || strip[16].Mark != "" {
		t.Errorf("%d weeks from %s, %+v", len(strip), strip[0].Monday, strip[14:17])
	}
	if q := do(plan.AskOnFriday(p, "d1", "Anders gevraagd?")); len(q.Goals[0].OwnCount.Marks) != 2 {
		t.Error("other words take the marks away")
	}
	if q := do(plan.MarkWeek(p, "d1", iso("2026-11-03"), "")); len(q.Goals[0].OwnCount.Marks) != 1 {
		t.Error("a mark cannot be taken away")
	}
	if plan.Strip(p, p.Goals[1]) != nil {
		t.Error("a goal without a question has a strip")
	}
	for _, d := range []struct{ day, monday string }{{"2026-12-31", "2026-12-28"}, {"2027-01-03", "2026-12-28"}, {"2027-01-04", "2027-01-04"}, {"2020-02-29", "2020-02-24"}} {
		if got := plan.Monday(iso(d.day)); got != iso(d.monday) {
			t.Errorf("the week of %s begins on %s, want %s", d.day, got, d.monday)
		}
	}
}

func TestLetterStaysShutUntilTheEnd(t *testing.T) {
	do, p := must(t), starter(t)
	p = do(plan.WriteLetter(p, "Lieve ik van juni.", iso("2026-09-04")))
	if l, ok := plan.OpenLetter(p); !ok || l.Text != "Lieve ik van juni." {
		t.Error("the case looked back on every goal, and the letter is shut")
	}
	p.Evaluation.PerGoal = p.Evaluation.PerGoal[1:]
	if _, ok := plan.OpenLetter(p); ok {
		t.Error("open with a goal to look back on")
	}
	p.Evaluation = nil
	if l, ok := plan.OpenLetter(p); ok || l.Text != "" {
		t.Error("open in autumn")
	}
	p.State = plan.Closed
	if _, ok := plan.OpenLetter(p); !ok {
		t.Error("shut in a closed year")
	}
	for _, a := range []plan.Audience{plan.Coach, plan.Board, plan.Assessor} {
		if strings.Contains(string(plan.For(p, packOf(t), a, "").Payload()), "Lieve ik van juni") {
			t.Errorf("the letter is in the file for %s", a)
		}
	}
}

func TestThenAndNow(t *testing.T) {
	do, p := must(t), starter(t)
	p = do(plan.AnswerLater(p, "rem", "De post is weg.", iso("2027-06-20")))
	p = do(plan.AnswerLater(p, "nieuw", "Een vraag van nu.", iso("2027-06-20")))
	next := p.Clone()
	next.Profile.SchoolYear, next.Survey = "2027-2028", plan.Survey{Open: map[string]string{"rem": "Weer de post."}}
	var order []string
	for _, q := range packOf(t).Survey.Open {
		order = append(order, q.ID)
	}
	list := plan.ThenAndNow(order, p, next)
	at := -1
	for i, x := range list {
		if x.Question == "rem" {
			at = i
		}
	}
	if at < 0 || len(list[at].Years) != 2 || list[at].Years[0].Now != "De post is weg." || list[at].Years[1].Then != "Weer de post." {
		t.Errorf("%+v", list)
	}
	if list[0].Question != order[0] || list[len(list)-1].Question != "nieuw" {
		t.Errorf("order: %s … %s", list[0].Question, list[len(list)-1].Question)
	}
	p = do(plan.AnswerLater(p, "rem", "", text.Date{}))
	if p = do(plan.AnswerLater(p, "nieuw", "", text.Date{})); p.Survey.Later != nil || !p.Survey.LaterOn.IsZero() {
		t.Errorf("taken away, and left: %+v", p.Survey)
	}
}

func TestActsOfTheYearAreRefused(t *testing.T) {
	p := starter(t)
	only := func(_ plan.Change, err error) error { return err }
	on := iso("2027-01-11")
	tests := []struct {
		name string
		err  error
		code string
	}{
		{"hours on nothing", only(plan.Log(p, "a99", plan.LogEntry{Date: on, Hours: 1}, "")), plan.CodeUnknown},
		{"nothing to log", only(plan.Log(p, "a1", plan.LogEntry{Date: on}, "")), plan.CodeRequired},
		{"no day", only(plan.Log(p, "a1", plan.LogEntry{Hours: 1}, "")), plan.CodeRequired},
		{"hours below zero", only(plan.Log(p, "a1", plan.LogEntry{Date: on, Hours: -1}, "")), plan.CodeRange},
		{"money below zero", only(plan.Log(p, "a1", plan.LogEntry{Date: on, Cost: -1}, "")), plan.CodeRange},
		{"no such line", only(plan.Log(p, "a1", plan.LogEntry{Date: on, Hours: 1}, "x")), plan.CodeUnknown},
		{"hours on a line of money", only(plan.Log(p, "a1", plan.LogEntry{Date: on, Hours: 1}, "po-dev-eur")), plan.CodeUnknown},
		{"ordered, on an own line", only(plan.Log(p, "a10", plan.LogEntry{Date: on, Hours: 1}, "po-di")), plan.CodeNotOffered},
		{"no such entry", only(plan.Unlog(p, "a1", 2)), plan.CodeRange},
		{"an entry before the first", only(plan.Unlog(p, "a1", -1)), plan.CodeRange},
		{"no such status", only(plan.SetStatus(p, "a1", "klaar", "")), plan.CodeUnknown},
		{"dropped without a reason", only(plan.SetStatus(p, "a1", plan.Dropped, "  ")), plan.CodeReason},
		{"moved to no month", only(plan.MoveActivity(p, "a1", []string{"2027-13"})), plan.CodeDate},
		{"nothing to move", only(plan.MoveActivity(p, "x", nil)), plan.CodeUnknown},
		{"no such rhythm", only(plan.RepeatActivity(p, "a1", "month", "", 0)), plan.CodeUnknown},
		{"no time of the clock", only(plan.RepeatActivity(p, "a1", plan.EveryWeek, "24:00", 0)), plan.CodeDate},
		{"a time in words", only(plan.RepeatActivity(p, "a1", "", "3 uur", 0)), plan.CodeDate},
		{"longer than a day", only(plan.RepeatActivity(p, "a1", "", "", 1441)), plan.CodeRange},
		{"agreement without a new day", only(plan.MoveAgreement(p, "g4", text.Date{})), plan.CodeRequired},
		{"let go without a reason", only(plan.LetGoOfAgreement(p, "g4", on, "")), plan.CodeReason},
		{"let go without a day", only(plan.LetGoOfAgreement(p, "g4", text.Date{}, "x")), plan.CodeRequired},
		{"no such agreement", only(plan.KeepAgreement(p, "x")), plan.CodeUnknown},
		{"a mark without a question", only(plan.MarkWeek(p, "d1", on, plan.MarkYes)), plan.CodeRequired},
		{"no such mark", only(plan.MarkWeek(p, "d1", on, "7")), plan.CodeUnknown},
		{"a mark without a day", only(plan.MarkWeek(p, "d1", text.Date{}, plan.MarkYes)), plan.CodeRequired},
		{"a question for no goal", only(plan.AskOnFriday(p, "x", "Ja?")), plan.CodeUnknown},
		{"evidence without a word", only(plan.AddEvidence(p, plan.Evidence{ID: "b9", Kind: "eigen"})), plan.CodeRequired},
		{"evidence for no goal", only(plan.AddEvidence(p, plan.Evidence{ID: "x", Title: "x", Goals: []string{"d9"}})), plan.CodeUnknown},
		{"a file with another name than its hash", only(plan.EditEvidence(p, "b1", "file", func(e *plan.Evidence) { e.File = &plan.EvidenceFile{Hash: "abc"} })), plan.CodeType},
		{"left out for nobody", only(plan.LeaveOut(p, "b1", plan.Self, true)), plan.CodeUnknown},
		{"a reflection without a word", only(plan.AddReflection(p, plan.Reflection{ID: "r9", Answers: map[string]string{"kort/1": ""}})), plan.CodeRequired},
		{"a score of a goal", only(plan.AdjustGoal(p, "d1", "order", "1")), plan.CodeUnknown},
		{"a deadline that is no day", only(plan.AdjustGoal(p, "d1", "deadline", "2027-02-30")), plan.CodeDate},
		{"no such outcome", only(plan.EvaluateGoal(p, "d1", "outcome", func(e *plan.GoalEvaluation) { e.Outcome = "gehaald" })), plan.CodeUnknown},
		{"nothing that goes along", only(plan.GoesOn(p, "n1", true)), plan.CodeUnknown},
	}
	for _, tt := range tests {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: got %v, want %s", tt.name, tt.err, tt.code)
		}
	}
}
