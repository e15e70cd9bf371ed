package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"

	"bekwaam/continuum"
)

// LayoutVersion counts up when the same edition would look different, so
// that an old edition can be told from a changed one.
const LayoutVersion = 1

// Edition is a plan as one audience gets it, with all the words it needs.
type Edition struct {
	Plan Plan
	Info EditionInfo
}

// EditionInfo travels inside an edition, so that it opens and looks the same
// where the content pack is missing.
type EditionInfo struct {
	Audience  Audience          `json:"audience" see:"board"`
	Employer  string            `json:"employer,omitempty" see:"board"`
	Language  string            `json:"language" see:"board"`
	Layout    int               `json:"layout" see:"board"`
	Framework Pin               `json:"framework" see:"board"`
	Words     map[string]string `json:"words" see:"board"` // by kind of id, see Word
	Sentences []Sentences       `json:"competences" see:"board"`
	Package   string            `json:"package" see:"board"` // 128 bits of the SHA-256 over the rest

	Unknown []Member `json:"-"`
}

// Sentences are the words of one competence that the edition mentions.
type Sentences struct {
	ID     string            `json:"id" see:"board"`
	Name   string            `json:"name" see:"board"`
	Area   string            `json:"area" see:"board"`
	Phases map[string]string `json:"sentences" see:"board"` // by phase id

	Unknown []Member `json:"-"`
}

// Word returns the name that goes with an id: of a "kind", "evidence",
// "funding", "phase", "line", "role", "statement", "term", "employment",
// "partner" and so on. Without one the id itself is the word.
func (e Edition) Word(group, id string) string {
	if w, ok := e.Info.Words[group+"/"+id]; ok {
		return w
	}
	return id
}

// Competence returns the words of a competence that the edition mentions.
func (e Edition) Competence(id string) (Sentences, bool) {
	for _, s := range e.Info.Sentences {
		if s.ID == id {
			return s, true
		}
	}
	return Sentences{}, false
}

// Document returns the plan document with the edition's own block in it.
func (e Edition) Document() Plan {
	p := e.Plan.Clone()
	i := clone(e.Info)
	p.EditionInfo = &i
	return p
}

// Payload returns the data of the edition as JSON, the bytes that are
// attached to a PDF. The package id in it is made over the rest.
func (e Edition) Payload() []byte { return WriteJSON(e.Document()) }

// info gathers the words for an edition of q.
func info(q Plan, pack *continuum.Pack, a Audience, employer string, came *EditionInfo) EditionInfo {
	i := EditionInfo{Audience: a, Employer: employer, Language: q.Language, Layout: LayoutVersion, Framework: q.Pin}
	f := frameworkOf(q, pack)
	switch {
	case f != nil:
		i.Words = words(q, pack, f)
		i.Sentences = sentences(q, f)
	case came != nil:
		i.Words, i.Sentences = clone(*came).Words, clone(*came).Sentences
	}
	i.Package = packageID(q, i)
	return i
}

func frameworkOf(p Plan, pack *continuum.Pack) *continuum.Framework {
	if pack == nil {
		return nil
	}
	f, ok := pack.Framework(p.Profile.Framework)
	if !ok {
		return nil
	}
	return f
}

// packageID is the first 128 bits of the SHA-256 of the canonical payload
// without the id itself.
func packageID(q Plan, i EditionInfo) string {
	i.Package = ""
	o := toTree(reflect.ValueOf(q)).(Object).set("edition", toTree(reflect.ValueOf(i)))
	sum := sha256.Sum256(Canonical(o))
	return hex.EncodeToString(sum[:16])
}

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
