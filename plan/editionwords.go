package plan

import (
	"strings"

	"bekwaam/continuum"
)

// sentences returns the competences that q mentions, in framework order.
func sentences(q Plan, f *continuum.Framework) []Sentences {
	named := map[string]bool{}
	add := func(ids ...string) {
		for _, id := range ids {
			named[id] = true
		}
	}
	for _, g := range q.Goals {
		add(g.Competences...)
		for _, a := range g.Aims {
			add(a.Competence)
		}
	}
	for _, v := range q.Views {
		add(v.Competence)
	}
	for _, x := range q.Evidence {
		add(x.Competences...)
	}
	for _, x := range q.Observations {
		add(x.Competences...)
	}
	if q.Assessment != nil && q.Assessment.Agreed != nil {
		for _, j := range q.Assessment.Agreed.Judgements {
			add(j.Competence)
		}
	}
	var out []Sentences
	for _, id := range f.CompetenceIDs() {
		if !named[id] {
			continue
		}
		area, c, _ := f.Competence(id)
		s := Sentences{ID: id, Name: f.Say(c.Name, q.Language), Area: f.Say(area.Name, q.Language), Phases: map[string]string{}}
		for phase, t := range c.Indicators {
			s.Phases[phase] = f.Say(t, q.Language)
		}
		out = append(out, s)
	}
	return out
}

// words returns the names of everything that the pages of q may mention.
func words(q Plan, pack *continuum.Pack, f *continuum.Framework) map[string]string {
	w := map[string]string{}
	say := func(key string, t continuum.Text) { w[key] = f.Say(t, q.Language) }
	say("framework/"+f.ID, f.Name)
	for id, t := range f.Vocabulary {
		say("term/"+id, t)
	}
	for id, t := range f.Placeholders {
		say("word/"+id, t)
	}
	for _, p := range f.Phases {
		say("phase/"+p.ID, p.Name)
	}
	for _, a := range q.Activities {
		if k, ok := pack.ActivityKind(a.Kind); ok {
			say("kind/"+k.ID, k.NameFor(f.ID))
		}
		if s, ok := pack.FundingSource(a.Funding); ok {
			say("funding/"+s.ID, s.Name)
		}
		if a.Partner != nil {
			if r, ok := pack.PartnerRole(a.Partner.Role); ok {
				say("partner/"+r.ID, r.Name)
			}
		}
	}
	for _, x := range q.Evidence {
		if k, ok := pack.EvidenceKind(x.Kind); ok {
			say("evidence/"+k.ID, k.Name)
		}
	}
	for _, l := range q.EntitlementLines {
		if e, ok := pack.Entitlement(l.Line); ok {
			say("line/"+l.Line, e.Topic)
		}
		if s, ok := pack.FundingSource(l.Source); ok {
			say("funding/"+s.ID, s.Name)
		}
	}
	for _, l := range q.ExtraLines {
		if e, ok := pack.Entitlement(l.Line); ok {
			say("line/"+l.Line, e.Topic)
		}
	}
	if t, ok := pack.EmploymentType(q.Profile.Employment); ok {
		say("employment/"+t.ID, t.Name)
		say("recipient/"+t.ID, t.Recipient)
	}
	for _, r := range pack.SignatureRoles {
		say("role/"+r.ID, r.Role)
		say("statement/"+r.ID, r.Statement)
	}
	numbered(w, "small-print", pack.BoardExport.SmallPrint, f, q.Language)
	numbered(w, "never-shown", pack.BoardExport.NeverShown, f, q.Language)
	numbered(w, "disclaimer", pack.Disclaimers, f, q.Language)
	return w
}

// numbered writes a list of sentences as group/1, group/2 and on.
func numbered(w map[string]string, group string, texts []continuum.Text, f *continuum.Framework, lang string) {
	for i, t := range texts {
		w[group+"/"+itoa(i+1)] = f.Say(t, lang)
	}
}

// WordList returns the sentences of a numbered group.
func (e Edition) WordList(group string) []string {
	var out []string
	for i := 1; ; i++ {
		s, ok := e.Info.Words[group+"/"+itoa(i)]
		if !ok {
			return out
		}
		out = append(out, strings.TrimSpace(s))
	}
}
