package plan

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"

	"bekwaam/text"
)

// A Remark is something a person should know about a document that was read
// all the same.
type Remark struct {
	Code string // one of the Remark constants
	Args []string
}

// The codes of a [Remark].
const (
	RemarkIgnored = "ignored" // blocks that are no part of a plan; Args names them
	RemarkCleaned = "cleaned" // characters were taken out of texts; Args: how many texts
	RemarkPack    = "pack"    // written with another content pack; Args: that pack
	RemarkUnknown = "unknown" // competences the framework does not have; Args names them
)

// caseBlocks stand in worked cases beside the plan and are no part of it.
var caseBlocks = []string{"case", "title", "expected", "merge", "variants"}

// Read reads a plan document in JSON or YAML: within limits, every text
// cleaned, every value checked. Ids may be missing; see [FillIDs].
//
// Errors are an [*Error] with the line: CodeSyntax, CodeLimit, CodeFormat for
// something that is no plan, CodeNewer for a higher version, and the code of
// the first value that does not hold.
func Read(data []byte) (Plan, []Remark, error) {
	var t any
	var err error
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '{' {
		t, err = jsonTree(data, documentLimits)
	} else {
		t, err = yamlTree(data)
	}
	if err != nil {
		return Plan{}, nil, err
	}
	o, ok := t.(Object)
	if !ok {
		return Plan{}, nil, &Error{Code: CodeFormat}
	}
	return fromObject(o)
}

func fromObject(o Object) (Plan, []Remark, error) {
	if err := checkFormat(o); err != nil {
		return Plan{}, nil, err
	}
	var remarks []Remark
	var ignored []string
	for _, key := range caseBlocks {
		if _, ok := o.Get(key); ok {
			ignored = append(ignored, key)
			o = o.without(key)
		}
	}
	o = o.without("today") // what a case calls now, never stored
	if len(ignored) > 0 {
		remarks = append(remarks, Remark{RemarkIgnored, ignored})
	}
	c := cleaner{}
	c.tree(o)
	if c.twice != nil {
		return Plan{}, nil, c.twice
	}
	if c.changed > 0 {
		remarks = append(remarks, Remark{RemarkCleaned, []string{strconv.Itoa(c.changed)}})
	}
	clean := oldNames(o)
	var p Plan
	if err := fromTree(reflect.ValueOf(&p).Elem(), clean, "", 0); err != nil {
		return Plan{}, nil, err
	}
	settle(&p)
	if err := Validate(p); err != nil {
		return Plan{}, nil, err
	}
	return p, remarks, nil
}

func checkFormat(o Object) error {
	if f, ok := o.Get("format"); ok && f != Format {
		return &Error{Code: CodeFormat, Field: "format", Line: o.line("format"), Args: []string{brief(f)}}
	}
	if v, ok := o.Get("version"); ok {
		n, isNumber := decimal(v)
		switch {
		case !isNumber || n < unit4:
			return &Error{Code: CodeFormat, Field: "version", Line: o.line("version"), Args: []string{brief(v)}}
		case n > FormatVersion*unit4:
			return &Error{Code: CodeNewer, Field: "version", Line: o.line("version"), Args: []string{brief(v)}}
		}
	}
	if _, ok := o.Get("profile"); !ok {
		return &Error{Code: CodeFormat, Field: "profile"}
	}
	return nil
}

// A cleaner cleans every text and key of a tree in place, and counts what
// changed. Two keys that are the same once cleaned, or but for capitals, are
// refused: which of the two counts must not depend on what nobody sees.
type cleaner struct {
	changed int
	twice   error
}

func (c *cleaner) text(s string) string {
	out, rep := text.Text(s, maxString)
	if rep.Any() {
		c.changed++
	}
	return out
}

func (c *cleaner) tree(v any) any {
	switch v := v.(type) {
	case string:
		return c.text(v)
	case []any:
		for i := range v {
			v[i] = c.tree(v[i])
		}
	case Object:
		seen := make(map[string]bool, len(v))
		for i := range v {
			key := c.text(v[i].Key)
			if same := strings.ToLower(key); seen[same] && c.twice == nil {
				c.twice = &Error{Code: CodeTwice, Field: key, Line: v[i].Line}
			} else {
				seen[same] = true
			}
			v[i].Key, v[i].Value = key, c.tree(v[i].Value)
		}
	}
	return v
}

// Decode reads a document that this program wrote itself: nothing is cleaned
// and no remark is made. The store uses it. Its limits lie far beyond those of
// [Read], so that what was saved can always be read.
func Decode(data []byte) (Plan, error) {
	t, err := jsonTree(data, storeLimits)
	if err != nil {
		return Plan{}, err
	}
	o, ok := t.(Object)
	if !ok {
		return Plan{}, &Error{Code: CodeFormat}
	}
	if err := checkFormat(o); err != nil {
		return Plan{}, err
	}
	var p Plan
	if err := fromTree(reflect.ValueOf(&p).Elem(), o, "", 0); err != nil {
		return Plan{}, err
	}
	return p, nil
}
