package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestHandingInIsRefused(t *testing.T) {
	whole := func(t *testing.T) (*judgingTable, plan.Plan) {
		j := newJudgingTable(t, joost, fatima)
		p := *j.assessors[joost]
		for _, l := range p.CompetenceFile().Lines {
			j.do(&p)(plan.JudgeLine(p, plan.Judgement{Competence: l.ID, Judgement: plan.Shown, Reason: "r", Source: []string{"seen"}, Evidence: []string{"b1"}}))
		}
		return j, p
	}
	for name, x := range map[string]struct {
		edit func(p *plan.Plan, me *plan.Party, s *plan.Stating)
		code string
	}{
		"the coach": {func(p *plan.Plan, me *plan.Party, _ *plan.Stating) {
			me.Name = p.CompetenceFile().Guides[0].Name
			p.Assessment.File.Assessors[0] = me.Name
		}, plan.CodeGuided},
		"the manager": {func(p *plan.Plan, me *plan.Party, _ *plan.Stating) {
			for _, g := range p.CompetenceFile().Guides {
				if g.Role == plan.RoleManager {
					me.Name = strings.ToUpper(g.Name)
				}
			}
		}, plan.CodeGuided},
		"a stranger":   {func(_ *plan.Plan, me *plan.Party, _ *plan.Stating) { me.Name = "Iemand" }, plan.CodeNotAsked},
		"no judgement": {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) { p.Assessment.Mine.Judgements[1].Judgement = "" }, plan.CodeNoVerdict},
		"no line": {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) {
			p.Assessment.Mine.Judgements = p.Assessment.Mine.Judgements[1:]
		}, plan.CodeNoVerdict},
		"no reason":         {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) { p.Assessment.Mine.Judgements[1].Reason = " " }, plan.CodeNoReason},
		"no source":         {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) { p.Assessment.Mine.Judgements[1].Source = nil }, plan.CodeNoSource},
		"no evidence":       {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) { p.Assessment.Mine.Judgements[1].Evidence = nil }, plan.CodeNoEvidence},
		"not independent":   {func(_ *plan.Plan, _ *plan.Party, s *plan.Stating) { s.Independent = false }, plan.CodeStatement},
		"no training":       {func(_ *plan.Plan, _ *plan.Party, s *plan.Stating) { s.Training = "" }, plan.CodeStatement},
		"without a key":     {func(_ *plan.Plan, me *plan.Party, _ *plan.Stating) { me.Key = "" }, plan.CodeRequired},
		"not a file at all": {func(p *plan.Plan, _ *plan.Party, _ *plan.Stating) { p.EditionInfo = nil }, plan.CodePacket},
	} {
		j, p := whole(t)
		me, s := party(joost), plan.Stating{Independent: true, Training: "ja"}
		x.edit(&p, &me, &s)
		if _, err := plan.HandIn(p, j.by(joost), me, s, sealText); plan.Code(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	j, p := whole(t)
	if _, err := plan.JudgeLine(p, plan.Judgement{Competence: "pos/anders", Judgement: plan.Shown}); plan.Code(err) != plan.CodeLine {
		t.Errorf("a line that is not in the gate: %v", err)
	}
	if _, err := plan.JudgeLine(p, plan.Judgement{Competence: p.CompetenceFile().Lines[0].ID, Evidence: []string{"b99"}}); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("a piece that is not in the file: %v", err)
	}
	j.do(&p)(plan.HandIn(p, j.by(joost), party(joost), plan.Stating{Independent: true, Training: "ja"}, sealText))
	if _, err := plan.HandIn(p, j.by(joost), party(joost), plan.Stating{Independent: true, Training: "ja"}, sealText); plan.Code(err) != plan.CodeHandedIn {
		t.Errorf("a second time: %v", err)
	}
}

// Whoever sends something else than before, or for somebody else, is named and
// changes nothing.
func TestJudgingFilesAreRefused(t *testing.T) {
	j := newJudgingTable(t, joost, fatima)
	j.judge(joost, plan.Partly)
	j.judge(fatima, plan.Shown)
	f := j.files[0]
	key := party(joost).Key
	to := *j.assessors[fatima]
	seal := func(p plan.Plan) plan.Plan {
		i := p.EditionInfo
		k := *i.Packet
		p.EditionInfo = nil
		return j.read(plan.Edition{Plan: p, Info: *i}.Address(k))
	}
	j.take(&to, f)
	for name, x := range map[string]struct {
		edit  func(p *plan.Plan)
		keyed string
		code  string
	}{
		"another body":      {func(p *plan.Plan) { p.Assessment.Sealed[0].Body = "AAAA" }, key, plan.CodeResealed},
		"another hash":      {func(p *plan.Plan) { p.Assessment.Sealed[0].Hash = "h1" }, key, plan.CodeResealed},
		"a second sealed":   {func(p *plan.Plan) { p.Assessment.Sealed[0].ID = "j-2" }, key, plan.CodeResealed},
		"another file":      {func(p *plan.Plan) { p.Assessment.Sealed[0].About = "00" }, key, plan.CodeOtherFile},
		"sealed by another": {func(*plan.Plan) {}, party("Zomaar").Key, plan.CodeStranger},
		"not sealed":        {func(*plan.Plan) {}, "", plan.CodeStranger},
		"another plan":      {func(p *plan.Plan) { p.ID = "x" }, key, plan.CodeUnknown},
		"by the coach":      {func(p *plan.Plan) { p.EditionInfo.Packet.From.Name = to.CompetenceFile().Guides[0].Name }, key, plan.CodeGuided},
		"by nobody asked":   {func(p *plan.Plan) { p.EditionInfo.Packet.From.Name = "Zomaar" }, key, plan.CodeNotAsked},
		"with another key":  {func(p *plan.Plan) { p.EditionInfo.Packet.From.Key = party("Zomaar").Key }, party("Zomaar").Key, plan.CodeStranger},
	} {
		doc := f.Clone()
		x.edit(&doc)
		doc = seal(doc)
		if _, err := plan.TakeJudging(to, doc, x.keyed, j.by("x"), unsealText); plan.Code(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}

	// A sealed text that says another thing than its hash is found on opening, by name.
	p := *j.assessors[joost]
	j.take(&p, j.files[1])
	p.Assessment.Sealed[0].Body = "AAAA"
	if _, err := plan.OpenJudging(p, j.by(joost), party(joost), unsealText); plan.Code(err) != plan.CodeResealed || !strings.Contains(err.Error(), joost) {
		t.Errorf("changed after sealing: %v", err)
	}
}
