package report

import (
	"fmt"
	"strings"
	"time"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/templates"
	"bekwaam/text"
)

// Texts are the texts of the report in the language of the edition, as
// templates.NewTexts gives them.
type Texts interface {
	T(id string, args ...any) string
}

// Options is how a report is made.
type Options struct {
	Now   time.Time  // when it is made, to the second, with its offset
	Texts Texts      // nil: those of the edition's language
	Files []Attached // that go along with a competence file, in the order of its pieces
	Proof bool       // the word proof on every page: a preview

	// Words returns the words by which people compare a key, by its
	// fingerprint; nil or "": nobody knows them.
	Words func(fingerprint string) string
}

// Report says what was made.
type Report struct {
	Pages    int
	Replaced []rune   // characters that no font has, once each
	Fields   []string // names of the signature fields, in order
}

// Program is the name under which the file says who made it.
const Program = "bekwaam"

// DataName is the name of the attached edition.
const DataName = "bekwaam.json"

// Render returns the edition as a PDF. The same edition, time and texts give
// the same bytes. An edition that is too long to be read back is a
// [*plan.Error] of CodeLimit; any other error is a mistake in here, not in the
// edition.
func Render(e plan.Edition, opt Options) ([]byte, Report, error) {
	if len(e.Payload()) > plan.MaxBytes {
		return nil, Report{}, &plan.Error{Code: plan.CodeLimit}
	}
	w := compose(e, opt)
	w.place()
	w.margins()
	if err := w.P.Error(); err != nil {
		return nil, Report{}, fmt.Errorf("report: draw: %w", err)
	}
	data, err := w.Finish(w.meta())
	if err != nil {
		return nil, Report{}, fmt.Errorf("report: %w", err)
	}
	return data, w.report(), nil
}

// compose makes the blocks of the report and places none.
func compose(e plan.Edition, opt Options) *writer {
	if opt.Texts == nil {
		opt.Texts = templates.NewTexts(e.Info.Language)
	}
	opt.Now = opt.Now.Truncate(time.Second)
	w := &writer{
		paper: newSheet(pageWidth, pageHeight, opt.Now),
		e:     e, p: e.Plan, t: opt.Texts, lang: text.Lang(e.Info.Language), opt: opt,
		led:   plan.Reckon(e.Plan, nil),
		goals: map[string]*tagged.Place{},
	}
	w.language = e.Info.Language
	w.newPage = w.addPage
	if e.Info.Audience == plan.Assessor {
		w.forAssessors()
		return w
	}
	w.front()
	w.values()
	w.schoolGoals()
	w.goalSections()
	w.activities()
	w.money()
	w.conditions()
	w.agreements()
	w.acting()
	w.year()
	w.evidence()
	w.overview()
	w.decisions()
	w.assessment()
	w.ownPart()
	w.closing()
	return w
}

func (w *writer) report() Report {
	r := Report{Pages: w.page, Replaced: w.replaced}
	r.Fields = append(r.Fields, w.fields...)
	return r
}

// meta is what the file says of itself: nothing that is not on the pages too.
func (w *writer) meta() tagged.Meta {
	lang := "nl-NL"
	switch {
	case w.lang == text.EN:
		lang = "en-GB"
	case strings.HasPrefix(w.e.Info.Country, "BE"):
		lang = "nl-BE"
	}
	return tagged.Meta{
		Title: w.title(), Author: w.p.Profile.Name, Subject: capital(w.e.Word("term", "plan")),
		Keywords: w.e.Info.Package, Creator: Program, Producer: Program, Lang: lang, Date: w.opt.Now,
		Attach: w.attachments(),
	}
}

// title names the document: what, whose, which year.
func (w *writer) title() string {
	return joined(" ", w.heading1(), w.p.Profile.Name)
}

// heading1 is what the document is, with its year.
func (w *writer) heading1() string {
	if w.e.Info.Audience == plan.Assessor {
		return w.judgingTitle()
	}
	return joined(" ", capital(w.e.Word("term", "plan")), w.p.Profile.SchoolYear)
}

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	out := ""
	for _, s := range parts {
		if s == "" {
			continue
		}
		if out != "" {
			out += sep
		}
		out += s
	}
	return out
}
