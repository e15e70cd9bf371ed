package plan_test

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

var talkDay = text.Date{Year: 2026, Month: 10, Day: 12}

// TestTalkConfirmedByFile: the report goes along to the coach, whose word comes
// back; both words stay when the report changes, each with its own text.
func TestTalkConfirmedByFile(t *testing.T) {
	r := newRound(t)
	f := r.teacher.plan.ProposeTalk(talkDay)
	f.Summary = "We lazen het plan samen."
	f.Agreements = append(f.Agreements, plan.TalkAgreement{Who: "Wil Denkbeeld", What: "Ik kom kijken."})
	c, err := plan.AddTalk(*r.teacher.plan, r.by(&r.teacher), "t1", f)
	r.teacher.do(t, c, err)
	c, err = plan.ConfirmTalk(*r.teacher.plan, r.by(&r.teacher), plan.Confirmation{ID: "c1", About: "t1", By: r.teacher.me.Name, Key: r.teacher.me.Key, Role: plan.RoleTeacher, Date: talkDay})
	r.teacher.do(t, c, err)
	r.take(r.send())
	if talk, ok := r.coach.plan.Talk("t1"); !ok || talk.Now().Summary != f.Summary || len(r.coach.plan.TalkWords("t1")) != 1 {
		t.Fatalf("the coach has %+v", talk)
	}
	c, err = plan.ConfirmTalk(*r.coach.plan, r.by(&r.coach), plan.Confirmation{ID: "c2", About: "t1", By: r.coach.me.Name, Key: r.coach.me.Key, Role: plan.RoleCoach, Date: talkDay})
	r.coach.do(t, c, err)

	c, err = plan.EditTalk(*r.teacher.plan, r.by(&r.teacher), "t1", "summary", func(f *plan.TalkForm) { f.Summary = "We lazen het plan en kozen samen." })
	r.teacher.do(t, c, err)
	a := r.accept(r.give(plan.OutcomeDiscussed, ""))
	if len(a.Confirmed) != 1 || len(a.Refused) != 0 {
		t.Fatalf("confirmed %v, refused %v", a.Confirmed, a.Refused)
	}
	words := r.teacher.plan.TalkWords("t1")
	if len(words) != 2 || r.teacher.plan.TalkAgreed("t1") {
		t.Fatalf("%+v", words)
	}
	for _, w := range words {
		if w.Now || !w.Known || w.Form.Summary != f.Summary {
			t.Errorf("%s confirmed %q now %v, want the text that was there", w.By, w.Form.Summary, w.Now)
		}
	}
	talk, _ := r.teacher.plan.Talk("t1")
	if len(talk.Forms) != 2 || talk.Now().Summary == f.Summary {
		t.Errorf("%d forms, now %q", len(talk.Forms), talk.Now().Summary)
	}
	// a second change of what nobody confirmed yet makes no third form
	c, err = plan.EditTalk(*r.teacher.plan, r.by(&r.teacher), "t1", "summary", func(f *plan.TalkForm) { f.Summary = "Nog anders." })
	r.teacher.do(t, c, err)
	if talk, _ := r.teacher.plan.Talk("t1"); len(talk.Forms) != 2 {
		t.Errorf("%d forms", len(talk.Forms))
	}
	// the change travels, and the coach's copy shows the same
	r.take(r.send())
	if w := r.coach.plan.TalkWords("t1"); len(w) != 2 || w[1].Now || !w[1].Known {
		t.Errorf("the coach sees %+v", w)
	}
	// back to what was confirmed is confirmed again
	c, err = plan.EditTalk(*r.teacher.plan, r.by(&r.teacher), "t1", "summary", func(x *plan.TalkForm) { x.Summary = f.Summary })
	r.teacher.do(t, c, err)
	if !r.teacher.plan.TalkAgreed("t1") {
		t.Error("the text that both confirmed is not agreed")
	}
}

func TestTalkAtOneTable(t *testing.T) {
	p := starter(t)
	add := func(c plan.Change, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	add(plan.AddTalk(p, noor, "t1", plan.TalkForm{Date: talkDay, Version: p.WorkingVersion, Agreements: []plan.TalkAgreement{{Who: "Wil", What: "Ik kom kijken.", ByWhen: talkDay}}}))
	before := len(p.Agreements)
	hash, _ := plan.ContentHash(p, "t1")
	add(plan.PlanTalk(p, "t1", []string{"g77"}))
	if after, _ := plan.ContentHash(p, "t1"); after != hash || len(p.Agreements) != before+1 || p.Agreements[before].What != "Ik kom kijken." || p.Agreements[before].Audience != string(plan.Coach) {
		t.Errorf("%+v", p.Agreements[before:])
	}
	day := text.Date{Year: noor.At.Year(), Month: int(noor.At.Month()), Day: noor.At.Day()}
	word := func(edit func(*plan.Confirmation)) (plan.Change, error) {
		c := plan.Confirmation{ID: "c9", About: "t1", By: "Wil Denkbeeld", Role: plan.RoleCoach, Date: day, How: plan.ConfirmedPaper}
		edit(&c)
		return plan.ConfirmTalk(p, noor, c)
	}
	for _, tt := range []struct {
		name string
		edit func(*plan.Confirmation)
		code string
	}{
		{"no such report", func(c *plan.Confirmation) { c.About = "t9" }, plan.CodeUnknown},
		{"no such role", func(c *plan.Confirmation) { c.Role = plan.RoleBoard }, plan.CodeUnknown},
		{"no such way", func(c *plan.Confirmation) { c.How = "phone" }, plan.CodeUnknown},
		{"no name", func(c *plan.Confirmation) { c.By = " " }, plan.CodeRequired},
		{"no day", func(c *plan.Confirmation) { c.Date = text.Date{} }, plan.CodeRequired},
		{"a day to come", func(c *plan.Confirmation) { c.Date = day.AddDays(1) }, plan.CodeRange},
		{"a coach without a key or paper", func(c *plan.Confirmation) { c.How = plan.ConfirmedHere }, plan.CodeRequired},
		{"a key that signed nothing", func(c *plan.Confirmation) { c.How, c.Key = plan.ConfirmedByKey, "k" }, plan.CodeRequired},
		{"paper with a key", func(c *plan.Confirmation) { c.Key = "k" }, plan.CodeUnknown},
	} {
		if _, err := word(tt.edit); plan.Code(err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
	add(word(func(c *plan.Confirmation) { c.ID = "c1" }))
	if c := p.Confirmations[len(p.Confirmations)-1]; c.RecordedBy != noor.Name || c.Key != "" || c.AboutHash != hash {
		t.Errorf("on paper: %+v", c)
	}
	if _, err := word(func(c *plan.Confirmation) {}); plan.Code(err) != plan.CodeTwice {
		t.Errorf("twice on paper: %v", err)
	}
	add(word(func(c *plan.Confirmation) {
		c.ID, c.How, c.Key, c.Proof = "c2", plan.ConfirmedByKey, "key-wil", "proof"
	}))
	if p.TalkAgreed("t1") {
		t.Error("agreed without the teacher")
	}
	add(word(func(c *plan.Confirmation) {
		c.ID, c.How, c.Role, c.By = "c3", plan.ConfirmedHere, plan.RoleTeacher, noor.Name
	}))
	if !p.TalkAgreed("t1") {
		t.Error("both confirmed, and it is not agreed")
	}
	only := func(_ plan.Change, err error) error { return err }
	for _, tt := range []struct {
		name string
		err  error
		code string
	}{
		{"remove what was confirmed", only(plan.RemoveTalk(p, "t1")), plan.CodeRecord},
		{"remove nothing", only(plan.RemoveTalk(p, "t9")), plan.CodeUnknown},
		{"edit nothing", only(plan.EditTalk(p, noor, "t9", "date", func(*plan.TalkForm) {})), plan.CodeUnknown},
		{"no day", only(plan.AddTalk(p, noor, "t2", plan.TalkForm{Version: 1})), plan.CodeRequired},
		{"no id", only(plan.AddTalk(p, noor, "", plan.TalkForm{Date: talkDay, Version: 1})), plan.CodeRequired},
		{"a version that is not there", only(plan.AddTalk(p, noor, "t2", plan.TalkForm{Date: talkDay, Version: 99})), plan.CodeUnknown},
		{"an agreement without words", only(plan.AddTalk(p, noor, "t2", plan.TalkForm{Date: talkDay, Version: 1, Agreements: []plan.TalkAgreement{{Who: "Wil"}}})), plan.CodeRequired},
		{"nothing left to plan", only(plan.PlanTalk(p, "t1", nil)), plan.CodeNothing},
	} {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, tt.err, tt.code)
		}
	}
}

// What another program's document lacks of the reports is not lost by reading it in.
func TestReplaceKeepsTalks(t *testing.T) {
	p := starter(t)
	c, err := plan.AddTalk(p, noor, "t1", plan.TalkForm{Date: talkDay, Version: p.WorkingVersion, Summary: "Samen."})
	if err != nil {
		t.Fatal(err)
	}
	without := p
	p = c.Plan
	if c, err = plan.Replace(p, without); err != nil || len(c.Plan.Talks) != 1 {
		t.Errorf("%v, %d talks", err, len(c.Plan.Talks))
	}
	other := p.Clone()
	other.Talks[0].Forms[0].Summary = "Anders."
	if c, err = plan.Replace(p, other); err != nil || len(c.Plan.Talks[0].Forms) != 2 || c.Plan.Talks[0].Now().Summary != "Anders." {
		t.Errorf("%v, %+v", err, c.Plan.Talks)
	}
}

// A stranger's word on a report is refused by name, as is one on what was never sent.
func TestForeignWordsOnATalkAreRefused(t *testing.T) {
	r := newRound(t)
	c, err := plan.AddTalk(*r.teacher.plan, r.by(&r.teacher), "t1", plan.TalkForm{Date: talkDay, Version: 1, Summary: "Samen."})
	r.teacher.do(t, c, err)
	r.take(r.send())
	back := resealed(r.give(plan.OutcomeDiscussed, ""), func(q *plan.Plan) {
		q.Confirmations = []plan.Confirmation{
			{ID: "c1", About: "t1", By: "Noor Bedachtsma", Key: "key-noor", Role: plan.RoleTeacher},
			{ID: "c2", About: "t7", By: r.coach.me.Name, Key: r.coach.me.Key, Role: plan.RoleCoach},
			{ID: "c3", About: "t1", By: r.coach.me.Name, Key: r.coach.me.Key, Role: plan.RoleCoach, How: plan.ConfirmedPaper},
		}
	})
	a := r.accept(back)
	if len(a.Confirmed) != 0 || len(a.Refused) != 3 || a.Refused[0].Code != plan.CodeStranger || a.Refused[1].Code != plan.CodeUnknown || a.Refused[2].Code != plan.CodeStranger {
		t.Errorf("confirmed %v, refused %v", a.Confirmed, a.Refused)
	}
}

func TestWhatACoachSaidIsWrittenDown(t *testing.T) {
	r := newRound(t)
	said := plan.Note{ID: "n1", By: r.coach.me.Name, Kind: plan.NoteSuggestion, About: "d1", Text: "Begin kleiner.", Key: "key-wil"}
	c, err := plan.WriteDown(*r.teacher.plan, r.by(&r.teacher), said)
	r.teacher.do(t, c, err)
	n := r.teacher.plan.Notes[0]
	if n.Via != plan.NoteSaid || n.RecordedBy != r.teacher.me.Name || n.Key != "" || plan.AgeOfNote(*r.teacher.plan, n) != plan.NoteSame {
		t.Errorf("%+v", n)
	}
	r.take(r.send())
	if back := r.give(plan.OutcomeDiscussed, ""); len(back.Notes) != 0 {
		t.Errorf("the coach sends %d notes that the teacher wrote", len(back.Notes))
	}
	forged := resealed(r.give(plan.OutcomeDiscussed, ""), func(q *plan.Plan) {
		x := said
		x.ID, x.Via, x.RecordedBy = "n2", plan.NoteSaid, r.coach.me.Name
		q.Notes = append(q.Notes, x)
	})
	if a := r.accept(forged); len(a.Refused) != 1 || a.Refused[0].Code != plan.CodeStranger {
		t.Errorf("what somebody is said to have said comes in: %v", a.Refused)
	}
	only := func(_ plan.Change, err error) error { return err }
	edit := func(edit func(*plan.Note)) plan.Note { n := said; n.ID = "n5"; edit(&n); return n }
	for _, tt := range []struct {
		name string
		err  error
		code string
	}{
		{"in a copy", only(plan.WriteDown(*r.coach.plan, noor, edit(func(*plan.Note) {}))), plan.CodeCopy},
		{"nobody", only(plan.WriteDown(*r.teacher.plan, noor, edit(func(n *plan.Note) { n.By = "" }))), plan.CodeRequired},
		{"nothing", only(plan.WriteDown(*r.teacher.plan, noor, edit(func(n *plan.Note) { n.Text = "" }))), plan.CodeRequired},
		{"of no kind", only(plan.WriteDown(*r.teacher.plan, noor, edit(func(n *plan.Note) { n.Kind = "oordeel" }))), plan.CodeUnknown},
		{"about nothing", only(plan.WriteDown(*r.teacher.plan, noor, edit(func(n *plan.Note) { n.About = "d9" }))), plan.CodeUnknown},
	} {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, tt.err, tt.code)
		}
	}
}
