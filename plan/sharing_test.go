package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestSharingItemByItem: a group goes whole but for what is left out, and of
// any other group only what is shared by itself.
func TestSharingItemByItem(t *testing.T) {
	p := starter(t)
	pack := packOf(t)
	do := func(c plan.Change, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	p.Share.Coach = nil
	coach := func() string { return string(plan.For(p, pack, plan.Coach, "").Payload()) }
	p.Reflections = []plan.Reflection{{ID: "r1", Text: "kanarie-een"}, {ID: "r2", Text: "kanarie-twee"}}
	p.Observations[0].Text = "kanarie-gezien"
	views := plan.SharedItems(p, plan.GroupViews)
	if len(views) < 2 || len(plan.SharedItems(p, plan.GroupOpen)) == 0 {
		t.Fatal("the case has too little to share")
	}
	if s := coach(); strings.Contains(s, "kanarie") || strings.Contains(s, `"competence_views":[{`) {
		t.Error("something goes along that nobody shared")
	}
	do(plan.ShareItem(p, plan.GroupReflections, "r2", true))
	if s := coach(); strings.Contains(s, "kanarie-een") || !strings.Contains(s, "kanarie-twee") {
		t.Error("not the one reflection that was shared")
	}
	do(plan.ShareWithCoach(p, plan.GroupViews, true))
	do(plan.ShareItem(p, plan.GroupViews, views[0], false))
	e := plan.For(p, pack, plan.Coach, "")
	if len(e.Plan.Views) != len(views)-1 || e.Plan.Views[0].Competence == views[0] {
		t.Errorf("%d of %d views", len(e.Plan.Views), len(views))
	}
	if strings.Contains(coach(), "coach_not") {
		t.Error("the coach is told what was left out")
	}
	// What the coach gives back is made of the copy: nothing is lost there.
	again := plan.For(e.Plan, nil, plan.Coach, "")
	if len(again.Plan.Views) != len(e.Plan.Views) || len(again.Plan.Reflections) != 1 {
		t.Errorf("in a copy %d views and %d reflections are left", len(again.Plan.Views), len(again.Plan.Reflections))
	}
	do(plan.ShareItem(p, plan.GroupViews, views[0], true))
	if !slices.Equal(p.Share.CoachNot, nil) || !p.Share.Goes(plan.GroupViews, views[0]) {
		t.Errorf("left out %v", p.Share.CoachNot)
	}
	do(plan.ShareItem(p, plan.GroupViews, views[0], false))
	do(plan.ShareWithCoach(p, plan.GroupViews, false))
	if len(p.Share.CoachNot) != 0 || len(p.Share.CoachAlso) != 1 {
		t.Errorf("after the group: left out %v, shared %v", p.Share.CoachNot, p.Share.CoachAlso)
	}
	if _, err := plan.ShareItem(p, plan.GroupOpen, "weg", true); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("what is not there: %v", err)
	}
	for _, a := range []plan.Audience{plan.Board, plan.Assessor} {
		if strings.Contains(string(plan.For(p, pack, a, "").Payload()), "kanarie") {
			t.Errorf("for %s something private goes along", a)
		}
	}
}

func TestRoundNow(t *testing.T) {
	sent := func(id string, withdrawn bool) plan.Dispatch {
		d := plan.Dispatch{Package: id, Packet: plan.Packet{Kind: plan.PacketPlan}}
		if withdrawn {
			d.Withdrawn = plan.At(noor.At)
		}
		return d
	}
	back := func(id string) plan.Receipt { return plan.Receipt{Package: "r" + id, Packet: plan.Packet{BasedOn: id}} }
	for name, x := range map[string]struct {
		sent  []plan.Dispatch
		got   []plan.Receipt
		stand plan.Stand
		about string
	}{
		"nothing":                 {nil, nil, plan.RoundNone, ""},
		"made":                    {[]plan.Dispatch{sent("a", false)}, nil, plan.RoundOut, "a"},
		"answered":                {[]plan.Dispatch{sent("a", false)}, []plan.Receipt{back("a")}, plan.RoundBack, "a"},
		"made again":              {[]plan.Dispatch{sent("a", false), sent("b", false)}, []plan.Receipt{back("a")}, plan.RoundOut, "b"},
		"withdrawn":               {[]plan.Dispatch{sent("a", true)}, nil, plan.RoundNone, ""},
		"the last withdrawn":      {[]plan.Dispatch{sent("a", false), sent("b", true)}, []plan.Receipt{back("a")}, plan.RoundBack, "a"},
		"withdrawn, yet answered": {[]plan.Dispatch{sent("a", true)}, []plan.Receipt{back("a")}, plan.RoundBack, "a"},
	} {
		got := plan.Plan{Sent: x.sent, Received: x.got}.RoundNow()
		if got.Stand != x.stand || got.Sent.Package != x.about || x.stand == plan.RoundBack && got.Answer.Packet.BasedOn != x.about {
			t.Errorf("%s: %s %q, answer %q", name, got.Stand, got.Sent.Package, got.Answer.Package)
		}
	}
}

// TestWithdrawingIsUndone: what was withdrawn can be put back, and an answer
// to it stays.
func TestWithdrawingIsUndone(t *testing.T) {
	r := newRound(t)
	r.send()
	before := r.teacher.plan.Clone()
	c, err := plan.Withdraw(before, "", r.by(&r.teacher))
	if err != nil || c.Act.Fixed {
		t.Fatalf("%+v, %v", c.Act, err)
	}
	back := plan.Restore(c.Plan, before)
	if back.State != plan.Submitted || back.Sent[0].Withdrawn != "" || len(back.Moves) != len(before.Moves) {
		t.Errorf("undone: %s, withdrawn %q, %d moves", back.State, back.Sent[0].Withdrawn, len(back.Moves))
	}
	again := plan.Restore(back, c.Plan)
	if again.State != plan.Draft || again.Sent[0].Withdrawn == "" || len(again.Moves) != len(c.Plan.Moves) {
		t.Errorf("redone: %s, withdrawn %q, %d moves", again.State, again.Sent[0].Withdrawn, len(again.Moves))
	}
}

// TestReplyIsWrittenInParts: until a file was made the last text counts alone.
func TestReplyIsWrittenInParts(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	n := r.note(plan.NoteQuestion, "d1", "Wanneer?")
	r.accept(r.give(plan.OutcomeQuestion, "Kies."))
	reply := func(id, words string) {
		c, err := plan.AnswerNote(*r.teacher.plan, plan.Answer{ID: id, Note: n, State: plan.NoteAnswered, Text: words, At: plan.At(r.tick().At)})
		r.teacher.do(t, c, err)
	}
	reply("w1", "Na")
	reply("w2", "Na het buitenspelen.")
	if a := r.teacher.plan.Answers; len(a) != 1 || a[0].Text != "Na het buitenspelen." {
		t.Errorf("answers %+v", a)
	}
	r.send()
	reply("w3", "Toch eerder.")
	if a := r.teacher.plan.Answers; len(a) != 2 || a[0].ID != "w2" {
		t.Errorf("what was sent is gone: %+v", a)
	}
	if got := len(r.teacher.plan.OpenNotes()); got != 0 {
		t.Errorf("%d open notes", got)
	}
}
