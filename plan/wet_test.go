package plan_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

func wet(role, name string, day int) plan.WetSignature {
	return plan.WetSignature{Role: role, Name: name, Date: text.Date{Year: 2026, Month: 11, Day: day}}
}

// fresh is a plan that nobody signed or will sign yet.
func fresh(t *testing.T) plan.Plan {
	t.Helper()
	p := starter(t)
	p.Signatures, p.State, p.Versions, p.WorkingVersion = nil, plan.Discussed, nil, 1
	return p
}

func TestWetSignatures(t *testing.T) {
	p := fresh(t)
	if _, err := plan.RecordWetSignature(p, noor, wet("manager", "Ria van Papier", 2)); plan.Code(err) != plan.CodeRequired {
		t.Errorf("a manager's before the teacher signed: %v", err)
	}
	c, err := plan.RecordWetSignature(p, noor, wet("teacher", " Noor Bedachtsma ", 2))
	if err != nil {
		t.Fatal(err)
	}
	if !c.Plan.Frozen() || c.Plan.SignedVersion() != 1 || c.Plan.State != plan.Discussed || c.Act.Name != "sign.paper" || !c.Act.Fixed || p.Frozen() {
		t.Errorf("after the teacher's: frozen %v, version %d, %s, act %+v", c.Plan.Frozen(), c.Plan.SignedVersion(), c.Plan.State, c.Act)
	}
	p = c.Plan
	if c, err = plan.RecordWetSignature(p, noor, wet("manager", "Ria van Papier", 3)); err != nil {
		t.Fatal(err)
	}
	if c.Plan.State != plan.Agreed || len(c.Plan.Moves) != len(p.Moves)+1 {
		t.Errorf("after the manager's: %s with %d moves", c.Plan.State, len(c.Plan.Moves))
	}
	s := c.Plan.Signatures[1]
	if s.Status != plan.OnPaper || s.Key != "" || s.At != "" || s.RecordedBy != noor.Name || s.RecordedAt != plan.At(noor.At) || s.Version != 1 || s.Date.Day != 3 || s.AboutHash == "" {
		t.Errorf("recorded as %+v", s)
	}
	for what, x := range map[string]struct {
		w    plan.WetSignature
		code string
	}{
		"twice":      {wet("manager", "Iemand Anders", 3), plan.CodeTwice},
		"no name":    {wet("coach", " ", 3), plan.CodeRequired},
		"no day":     {plan.WetSignature{Role: "coach", Name: "Wil"}, plan.CodeRequired},
		"a day off":  {wet("coach", "Wil Denkbeeld", 4), plan.CodeRange},
		"no role":    {wet("ouder", "Wil Denkbeeld", 3), plan.CodeUnknown},
		"assessor":   {wet("assessor", "Wil Denkbeeld", 3), plan.CodeUnknown},
		"no company": {plan.WetSignature{Role: "coach", Name: "Wil", Date: wet("", "", 3).Date, Employer: "z"}, plan.CodeUnknown},
		"again":      {wet("teacher", "Noor Bedachtsma", 3), plan.CodeFrozen},
	} {
		if _, err := plan.RecordWetSignature(c.Plan, noor, x.w); plan.Code(err) != x.code {
			t.Errorf("%s: %v, want %s", what, err, x.code)
		}
	}
	if err := plan.Validate(c.Plan); err != nil {
		t.Error(err)
	}
	q, _, err := plan.Read(plan.WriteJSON(c.Plan))
	if err != nil || q.Signatures[1].RecordedBy != noor.Name {
		t.Errorf("through a document: %v %+v", err, q.Signatures)
	}
}

// TestWetUndone: what was written down wrong is taken back and comes again,
// with the state that it brought; what was signed with a key stays.
func TestWetUndone(t *testing.T) {
	p := fresh(t)
	if got := plan.Unsigned(p, packOf(t), noor, ""); len(got) != 1 || got[0].Role != plan.RoleTeacher {
		t.Errorf("before the teacher signed: %+v", got)
	}
	signed, err := plan.Sign(p, noor, "fp")
	if err != nil {
		t.Fatal(err)
	}
	before := len(plan.Unsigned(signed.Plan, packOf(t), noor, ""))
	c, err := plan.RecordWetSignature(signed.Plan, noor, wet("manager", "Ria van Papier", 3))
	if err != nil || c.Act.Fixed {
		t.Fatalf("%v, fixed %v", err, c.Act.Fixed)
	}
	if got := plan.Unsigned(c.Plan, packOf(t), noor, ""); len(got) != before-1 || before == 0 {
		t.Errorf("%d can still sign, %d before", len(got), before)
	}
	back := plan.Undone(c.Plan, signed.Plan)
	if back.State != signed.Plan.State || len(back.Moves) != len(signed.Plan.Moves) || !slices.EqualFunc(back.Signatures, signed.Plan.Signatures, sameSignature) {
		t.Errorf("undone: %s, %d moves, %+v", back.State, len(back.Moves), back.Signatures)
	}
	again := plan.Undone(back, c.Plan)
	if again.State != plan.Agreed || !slices.EqualFunc(again.Signatures, c.Plan.Signatures, sameSignature) {
		t.Errorf("redone: %s %+v", again.State, again.Signatures)
	}
	if kept := plan.Undone(c.Plan, p); len(kept.Signatures) != len(c.Plan.Signatures) || kept.State != plan.Agreed {
		t.Errorf("undoing further back took signatures: %s %+v", kept.State, kept.Signatures)
	}
}

func sameSignature(a, b plan.Signature) bool {
	return a.Role == b.Role && a.Status == b.Status && a.Name == b.Name && a.Version == b.Version
}

// TestWetNeverLooksSigned: with a pen nobody signs with a key, in no edition.
func TestWetNeverLooksSigned(t *testing.T) {
	c, err := plan.RecordWetSignature(fresh(t), noor, wet("teacher", "Noor Bedachtsma", 2))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
		doc := string(plan.For(c.Plan, packOf(t), a, "").Payload())
		if strings.Contains(doc, `"status": "signed"`) || !strings.Contains(doc, `"status": "on-paper"`) {
			t.Errorf("for %s: %s", a, doc[strings.Index(doc, `"signatures"`):][:300])
		}
	}
}

// TestSignersKeepTheirPlace: who signed this version stays in the row of those
// who sign it, so that the file has a place for each.
func TestSignersKeepTheirPlace(t *testing.T) {
	p := fresh(t)
	for _, role := range []string{"teacher", "coach", "board"} {
		p.Signatures = append(p.Signatures, plan.Signature{Moment: "plan", Role: role, Name: "Iemand", Status: plan.Expected})
	}
	c, err := plan.Sign(p, plan.Actor{Name: "Noor Bedachtsma", At: time.Date(2026, 11, 3, 15, 8, 0, 0, time.UTC)}, "fp")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, s := range plan.For(c.Plan, packOf(t), plan.Board, "").Signers() {
		got += s.Role + " " + s.Status + ", "
	}
	if got != "teacher expected, coach expected, board expected, " {
		t.Errorf("who sign: %s", got)
	}
}
