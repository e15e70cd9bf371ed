package plan

import (
	"strings"

	"bekwaam/text"
)

// The questions that a teacher may ask about what lies on a line, as assessors
// do. None of them is a rule, and none says how far somebody is.
const (
	AskVariety      = "variatie"
	AskRelevance    = "relevantie"
	AskAuthenticity = "authenticiteit"
	AskCurrency     = "actualiteit"
	AskQuantity     = "kwantiteit"
)

// FileQuestion is a question about a line of the competence file.
type FileQuestion struct {
	Line string
	Ask  string // one of the Ask constants
}

// FileQuestions returns what may be asked about the file, line by line: whether
// there is enough (none or one piece), whether it varies (several of one kind),
// whether it is about this line (a piece about most of the lines), who can say
// that it is the teacher's own (nobody but the teacher speaks), and whether it
// is of now (nothing of this school year or the one before).
func FileQuestions(p Plan, today text.Date) []FileQuestion {
	f := p.CompetenceFile()
	if f == nil {
		return nil
	}
	year := schoolYearOf(today)
	var out []FileQuestion
	for _, l := range f.Lines {
		list := keepItems(f.OnLine(l.ID), func(x FilePiece) bool { return x.Kind != FileYear })
		ask := func(when bool, what string) {
			if when {
				out = append(out, FileQuestion{l.ID, what})
			}
		}
		kinds, newest, others, wide := map[string]bool{}, text.Date{}, false, false
		for _, x := range list {
			kinds[x.Kind+"/"+x.Of] = true
			if newest.IsZero() || x.Date.Compare(newest) > 0 {
				newest = x.Date
			}
			others = others || x.Kind == FileObservation || x.By != "" && !sameName(x.By, p.Profile.Name)
			wide = wide || len(f.Lines) > 2 && len(x.Lines)*2 > len(f.Lines)
		}
		ask(len(list) < 2, AskQuantity)
		ask(len(list) > 1 && len(kinds) == 1, AskVariety)
		ask(wide, AskRelevance)
		ask(len(list) > 0 && !others, AskAuthenticity)
		first, _, ok := text.SchoolYearDays(year)
		ask(ok && !newest.IsZero() && newest.Compare(first.AddDays(-366)) < 0, AskCurrency)
	}
	return out
}

// schoolYearOf is the school year of a day, which begins on 1 August.
func schoolYearOf(d text.Date) string {
	y := d.Year
	if d.Month < 8 {
		y--
	}
	return itoa(y) + "-" + itoa(y+1)
}

// LostOnLines returns, line by line, the pieces whose file is gone or changed:
// lost says so by the hash of a file.
func (f *CompetenceFile) LostOnLines(lost func(hash string) bool) map[string][]FilePiece {
	out := map[string][]FilePiece{}
	for _, x := range f.Pieces {
		if x.File == nil || x.Home || !lost(x.File.Hash) {
			continue
		}
		for _, l := range x.Lines {
			out[l] = append(out[l], x)
		}
		if len(x.Lines) == 0 {
			out[""] = append(out[""], x)
		}
	}
	return out
}

func (v *validator) competenceFile(f *CompetenceFile) {
	if f == nil {
		return
	}
	ids, lines := map[string]bool{}, map[string]bool{}
	for _, l := range f.Lines {
		if l.ID == "" || lines[l.ID] {
			v.fail(CodeTwice, "assessment/file", "lines", l.ID)
		}
		lines[l.ID] = true
	}
	for _, x := range f.Pieces {
		if x.ID == "" || ids[x.ID] {
			v.fail(CodeTwice, "assessment/file", "pieces", x.ID)
		}
		ids[x.ID] = true
		v.one(x.Kind, fileKinds, x.ID, "kind")
		for _, l := range x.Lines {
			if !lines[l] {
				v.fail(CodeLine, x.ID, "lines", l)
			}
		}
		if h := x.File; h != nil && !isHash(h.Hash) {
			v.fail(CodeType, x.ID, "file/sha256", h.Hash)
		}
	}
	seen := map[string]bool{}
	for _, name := range f.Assessors {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "" || seen[name] {
			v.fail(CodeTwice, "assessment/file", "assessors", name)
		}
		seen[name] = true
	}
}
