package plan

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"bekwaam/text"
)

// AgendaLine is a line of the competence file at the criterion-based interview:
// what lies on it, and what the assessors want to ask. No judgement stands in
// it.
type AgendaLine struct {
	Line      FileLine
	Pieces    []FilePiece
	Questions []AgendaQuestion
}

// AgendaQuestion is an open question of an assessor.
type AgendaQuestion struct {
	By, Text string
}

// InterviewAgenda returns what to talk about at the interview, line by line,
// and at the end, with an empty line, what was asked about the whole. The
// questions of others are there once their judgements are open; one's own at
// once.
func InterviewAgenda(p Plan, me string) []AgendaLine {
	f := p.CompetenceFile()
	if f == nil {
		return nil
	}
	var all []struct {
		by string
		LineText
	}
	add := func(by string, list []LineText) {
		for _, q := range list {
			all = append(all, struct {
				by string
				LineText
			}{by, q})
		}
	}
	for _, j := range p.Assessment.Separate {
		add(personName(j.Assessor), j.Questions)
	}
	if m := p.Assessment.Mine; m != nil {
		add(me, m.Questions)
	}
	lines := append(slices.Clone(f.Lines), FileLine{})
	var out []AgendaLine
	for _, l := range lines {
		x := AgendaLine{Line: l}
		if l.ID != "" {
			x.Pieces = f.OnLine(l.ID)
		}
		for _, q := range all {
			if q.Line == l.ID {
				x.Questions = append(x.Questions, AgendaQuestion{q.by, q.Text})
			}
		}
		if l.ID != "" || len(x.Questions) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// RecordInterview puts on record what was said at the interview: the day, who
// was there, and what was heard, by line. CodeNotAllIn before all judgements are
// in, CodeRequired without a day, a name or a word, CodeRange for a day to come.
func RecordInterview(p Plan, by Actor, me Party, on text.Date, present []string, heard []LineText) (Change, error) {
	if wait := p.Waiting(); len(wait) > 0 {
		return Change{}, &Error{Code: CodeNotAllIn, Item: "assessment", Args: []string{strings.Join(wait, ", ")}}
	}
	fail := func(code, field string, args ...string) (Change, error) {
		return Change{}, &Error{Code: code, Item: "interview", Field: field, Args: args}
	}
	switch {
	case on.IsZero():
		return fail(CodeRequired, "date")
	case day(by.At).Before(on):
		return fail(CodeRange, "date", on.String())
	case len(present) == 0:
		return fail(CodeRequired, "present")
	case len(heard) == 0:
		return fail(CodeRequired, "heard")
	}
	return judged(p, "judge.interview", []string{on.String()}, func(_ *Plan, a *Assessment) error {
		for _, h := range heard {
			if _, ok := a.File.Line(h.Line); h.Line != "" && !ok {
				return &Error{Code: CodeLine, Item: h.Line, Args: []string{h.Line}}
			}
			if strings.TrimSpace(h.Text) == "" {
				return &Error{Code: CodeRequired, Item: h.Line, Field: "text"}
			}
		}
		n := 1
		for _, x := range a.Interviews {
			if (Party{Name: x.By, Key: x.Key}).Is(me) {
				n++
			}
		}
		a.Interviews = append(a.Interviews, InterviewNotes{ID: "i" + recordID(me.Key, n)[1:], By: me.Name, Key: me.Key, Date: on, At: At(by.At),
			Present: slices.Clone(present), Heard: clone(heard)})
		a.sort()
		return nil
	})
}

// ReadInterview reads what was written about an interview in JSON or YAML: date,
// present, and heard, a list of line and text. Errors are those of [Read], and
// CodeUnknown for a key that an interview does not have.
func ReadInterview(data []byte) (on text.Date, present []string, heard []LineText, err error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var t any
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '{' {
		t, err = jsonTree(data, documentLimits)
	} else {
		t, err = yamlTree(data)
	}
	if err != nil {
		return on, nil, nil, err
	}
	c := cleaner{}
	c.tree(t)
	if c.twice != nil {
		return on, nil, nil, c.twice
	}
	var x InterviewNotes
	if err := fromTree(reflect.ValueOf(&x).Elem(), t, "", 0); err != nil {
		return on, nil, nil, err
	}
	strange := x.Unknown
	for _, h := range x.Heard {
		strange = append(strange, h.Unknown...)
	}
	if len(strange) > 0 {
		return on, nil, nil, &Error{Code: CodeUnknown, Item: "interview", Args: []string{strange[0].Key}}
	}
	return x.Date, x.Present, x.Heard, nil
}
