package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"

	"bekwaam/continuum"
)

// LayoutVersion counts up when the same edition would give another file, so
// that an old edition can be told from a changed one. A test of package report
// knows when.
const LayoutVersion = 3

// Edition is a plan as one audience gets it, with all the words it needs.
type Edition struct {
	Plan Plan
	Info EditionInfo
}

// EditionInfo travels inside an edition, so that it opens and looks the same
// where the content pack is missing.
type EditionInfo struct {
	Audience Audience `json:"audience" see:"board"`
	Employer string   `json:"employer,omitempty" see:"board"`
	Language string   `json:"language" see:"board"`
	Layout   int      `json:"layout" see:"board"`
	Country  string   `json:"country,omitempty" see:"board"` // of the framework, NL or BE-VLG
	// WithoutBoard says that the receiver is no school board but a client.
	WithoutBoard bool `json:"without_board,omitempty" see:"board"`
	// WithoutWork says that there is no school, client or job now.
	WithoutWork bool              `json:"without_work,omitempty" see:"board"`
	Framework   Pin               `json:"framework" see:"board"`
	Words       map[string]string `json:"words" see:"board"` // by kind of id, see Word
	Sentences   []Sentences       `json:"competences" see:"board"`
	// View groups what the pages are about; nil where nobody asked for it.
	View *EditionView `json:"view,omitempty" see:"board"`
	// Gates are the decisions that the evidence is ordered for, in one's own
	// edition only.
	Gates []EditionGate `json:"gates,omitempty"`
	// Ancestors are digests of the states that the plan went through, newest
	// first, in one's own edition only; see [StateDigest].
	Ancestors []string `json:"ancestors,omitempty"`
	// Packet says who sends it to whom, between a teacher and a coach.
	Packet  *Packet `json:"packet,omitempty" see:"board"`
	Package string  `json:"package" see:"board"` // 128 bits of the SHA-256 over the rest

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

// SameEdition reports whether a document is, byte for byte, what its audience
// would get of p now, for whichever employer, so that reading it brings
// nothing.
func SameEdition(p Plan, pack *continuum.Pack, document Plan) bool {
	i := document.EditionInfo
	if i == nil || i.Audience == Self || !CheckPackage(document) {
		return false
	}
	for _, employer := range append([]string{""}, p.employerIDs()...) {
		if For(p, pack, i.Audience, employer).Info.Package == i.Package {
			return true
		}
	}
	return false
}

// info gathers the words for an edition q of the whole plan.
func info(q Plan, pack *continuum.Pack, a Audience, employer string, whole Plan) EditionInfo {
	came := whole.EditionInfo
	i := EditionInfo{Audience: a, Language: q.Language, Layout: LayoutVersion, Framework: q.Pin}
	if a == Self {
		i.Employer = employer // what goes to one employer does not say that there are others
	}
	f := Words(q, pack)
	switch {
	case f != nil:
		i.Words, i.Country = words(q, pack, f), f.Country
		i.Sentences = sentences(q, f, whole.Gone)
		i.WithoutBoard, i.WithoutWork = WithoutBoard(q, pack), BetweenJobs(q, pack)
		i.View, i.Gates = viewIn(q, pack, f, a), gatesIn(q, pack, f, a)
	case came != nil:
		i.Words, i.Sentences = kept(q, *came)
		i.Country = came.Country
		i.WithoutBoard, i.WithoutWork = came.WithoutBoard, came.WithoutWork
		i.View = keptView(q, came.View)
		if a == Self {
			i.Gates = clone(came.Gates)
		}
	}
	i.judged(q, whole)
	if i.Words != nil {
		putValues(i.Words, q, pack, a)
	}
	if a == Self || a == Coach {
		if f != nil {
			i.acting(q, pack, f)
		}
	} else {
		i.forget("moment/", "acting/")
	}
	i.Package = packageID(q, i)
	return i
}

// acting adds who acts at which moment of the year: two numbered lists of
// words that go together, for who writes the plan and who guides.
func (i *EditionInfo) acting(q Plan, pack *continuum.Pack, f *continuum.Framework) {
	for n, part := range YearPicture(q, pack) {
		if part.Moment == nil {
			continue
		}
		var who []string
		for _, x := range part.Partners {
			word := f.Say(x.Word, q.Language)
			if len(x.Names) > 0 {
				word = strings.Join(x.Names, ", ") + " (" + word + ")"
			}
			who = append(who, word)
		}
		i.Words["moment/"+itoa(n+1)] = f.Say(part.Moment.Name, q.Language)
		i.Words["acting/"+itoa(n+1)] = strings.Join(who, ", ")
	}
}

// judged adds the names of the lines on which there is an advice.
func (i *EditionInfo) judged(q, whole Plan) {
	if i.Words == nil || q.Assessment == nil || q.Assessment.Agreed == nil {
		return
	}
	for _, j := range q.Assessment.Agreed.Judgements {
		if l, ok := whole.CompetenceFile().Line(j.Competence); ok {
			i.Words["judged/"+l.ID] = l.Name
		}
	}
	for _, t := range q.Assessment.Agreed.Apart {
		if l, ok := whole.CompetenceFile().Line(t.Line); ok {
			i.Words["judged/"+l.ID] = l.Name
		}
	}
}

// forget takes words away by the beginning of their key.
func (i *EditionInfo) forget(groups ...string) {
	for key := range i.Words {
		for _, g := range groups {
			if strings.HasPrefix(key, g) {
				delete(i.Words, key)
			}
		}
	}
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
	i.Package, q.EditionInfo = "", nil
	o := toTree(reflect.ValueOf(q)).(Object).set("edition", toTree(reflect.ValueOf(i)))
	sum := sha256.Sum256(Canonical(o))
	return hex.EncodeToString(sum[:16])
}

// CheckPackage reports whether the package id in a document that was read is
// the one its content has. A document without an edition block has none.
func CheckPackage(p Plan) bool {
	return p.EditionInfo != nil && p.EditionInfo.Package == packageID(p, *p.EditionInfo)
}
