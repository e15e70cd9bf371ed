package plan

import (
	"maps"
	"strings"

	"bekwaam/continuum"
)

// mentions returns what q names, as group/id.
func mentions(q Plan) map[string]bool {
	named := map[string]bool{}
	add := func(group string, ids ...string) {
		for _, id := range ids {
			named[group+"/"+id] = true
		}
	}
	for _, g := range q.Goals {
		add("competence", g.Competences...)
		for _, a := range g.Aims {
			add("competence", a.Competence)
		}
	}
	for _, g := range q.SchoolGoals {
		add("competence", g.Competences...)
	}
	for _, v := range q.Views {
		add("competence", v.Competence)
	}
	for _, a := range q.Activities {
		add("kind", a.Kind)
		add("funding", a.Funding)
		if a.Partner != nil {
			add("partner", a.Partner.Role)
		}
	}
	for _, x := range q.Evidence {
		add("competence", x.Competences...)
		add("evidence", x.Kind)
	}
	for _, x := range q.Observations {
		add("competence", x.Competences...)
		if x.By != nil {
			add("partner", x.By.Role)
		}
		for _, s := range x.ICALTScores {
			add("domain", s.Domain)
		}
	}
	for _, x := range q.Reflections {
		add("competence", x.Competences...)
	}
	add("competence", q.Focus.Competences...)
	for id := range q.Survey.Open {
		add("question", id)
	}
	for _, l := range q.EntitlementLines {
		add("line", l.Line)
		add("until", l.Line)
		add("funding", l.Source)
	}
	for _, l := range q.ExtraLines {
		add("line", l.Line)
	}
	for key := range maps.Clone(named) {
		if group, id, _ := strings.Cut(key, "/"); group == "line" || group == "funding" {
			add("unsure-"+group, id)
		}
	}
	if q.Assessment != nil && q.Assessment.Agreed != nil {
		for _, j := range q.Assessment.Agreed.Judgements {
			add("competence", j.Competence)
		}
	}
	if f := q.CompetenceFile(); f != nil {
		for _, x := range f.Pieces {
			add(fileWords[x.Kind], x.Of)
		}
	}
	for _, r := range q.Profile.Routes {
		add("route", r.Route)
	}
	add("employment", q.Profile.Employment)
	add("recipient", q.Profile.Employment)
	return named
}

// fileWords are the groups of words for what kind a piece of a file is.
var fileWords = map[string]string{FileEvidence: "evidence", FileReflection: "model", FileObservation: "instrument", FileYear: "year"}

// byMention are the groups of words that stand in an edition only where it
// mentions the thing; the others are the same in every edition.
var byMention = map[string]bool{"kind": true, "funding": true, "partner": true, "domain": true, "question": true, "evidence": true, "line": true, "employment": true, "recipient": true, "route": true, "until": true,
	"unsure-line": true, "unsure-funding": true}

// kept returns the words that came with a plan as far as q mentions them, so
// that an edition made of an edition says no more than its own pages.
func kept(q Plan, came EditionInfo) (map[string]string, []Sentences) {
	named := mentions(q)
	words := map[string]string{}
	for key, w := range came.Words {
		if group, _, _ := strings.Cut(key, "/"); !byMention[group] || named[key] {
			words[key] = w
		}
	}
	came = clone(came)
	return words, keepItems(came.Sentences, func(s Sentences) bool { return named["competence/"+s.ID] })
}

// sentences returns the competences that q mentions, in framework order, and
// then those that the framework does not have any more.
func sentences(q Plan, f *continuum.Framework, gone []Sentences) []Sentences {
	named := mentions(q)
	var out []Sentences
	for _, id := range f.CompetenceIDs() {
		if named["competence/"+id] {
			s, _ := sentencesOf(f, id, q.Language)
			out = append(out, s)
		}
	}
	for _, s := range gone {
		if _, _, there := f.Competence(s.ID); !there && named["competence/"+s.ID] {
			out = append(out, clone(s))
		}
	}
	return out
}

// sentencesOf returns the words of a competence by its full id.
func sentencesOf(f *continuum.Framework, id, lang string) (Sentences, bool) {
	area, c, ok := f.Competence(id)
	if !ok {
		return Sentences{}, false
	}
	s := Sentences{ID: id, Name: f.Say(c.Name, lang), Area: f.Say(area.Name, lang), Phases: map[string]string{}}
	for phase, t := range c.Indicators {
		s.Phases[phase] = f.Say(t, lang)
	}
	return s, true
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
	for id, t := range f.TreeWords() {
		say("word/"+id, t)
	}
	w["framework-version/"+f.ID] = f.Version
	for key, day := range map[string]string{"framework-from/": f.ValidFrom, "framework-to/": f.ValidTo} {
		if day != "" {
			w[key+f.ID] = day
		}
	}
	for _, p := range f.Phases {
		say("phase/"+p.ID, p.Name)
	}
	for key := range mentions(q) {
		group, id, _ := strings.Cut(key, "/")
		if t, ok := nameOf(pack, f, group, id); ok {
			say(key, t)
		}
	}
	for _, l := range q.EntitlementLines {
		if end, ok := LineEnd(q, pack, l); ok {
			w["until/"+l.Line] = end.String()
		}
	}
	for _, r := range pack.SignatureRolesFor(f.ID) {
		say("role/"+r.ID, r.Role)
		say("statement/"+r.ID, r.Statement)
	}
	numbered(w, "small-print", pack.BoardExport.SmallPrint, f, q.Language)
	numbered(w, "never-shown", pack.BoardExport.NeverShown, f, q.Language)
	numbered(w, "disclaimer", pack.Disclaimers, f, q.Language)
	return w
}

// nameOf returns what the pack calls an id of one of the groups by mention.
func nameOf(pack *continuum.Pack, f *continuum.Framework, group, id string) (continuum.Text, bool) {
	switch group {
	case "kind":
		if k, ok := pack.ActivityKind(id); ok {
			return k.NameFor(f.ID), true
		}
	case "funding":
		if s, ok := pack.FundingSource(id); ok {
			return s.Name, true
		}
	case "partner":
		if r, ok := pack.PartnerRole(id); ok {
			return r.Name, true
		}
	case "domain":
		if o, ok := pack.Overlay(ScoreOverlay); ok {
			for _, x := range o.Items {
				if x.ID == id {
					return x.Name, true
				}
			}
		}
	case "question":
		for _, x := range pack.Survey.Open {
			if x.ID == id {
				return x.Text, true
			}
		}
	case "evidence":
		if k, ok := pack.EvidenceKind(id); ok {
			return k.Name, true
		}
	case "line":
		if e, ok := pack.Entitlement(id); ok {
			return e.Topic, true
		}
	case "unsure-line":
		if e, ok := pack.Entitlement(id); ok && e.Confidence == Unverified {
			return pack.Confidence[Unverified], true
		}
	case "unsure-funding":
		if s, ok := pack.FundingSource(id); ok && s.Confidence == Unverified {
			return pack.Confidence[Unverified], true
		}
	case "route":
		if r, ok := pack.Route(id); ok {
			return r.Name, true
		}
	case "employment", "recipient":
		t, ok := pack.EmploymentType(id)
		switch {
		case ok && group == "recipient":
			return t.Recipient, true
		case ok:
			return t.Name, true
		}
	}
	return continuum.Text{}, false
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
