package plan

import (
	"bytes"
	"reflect"
	"strconv"

	"go.yaml.in/yaml/v3"

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
		t, err = jsonTree(data)
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
	cleaned := 0
	clean := cleanTree(o, &cleaned).(Object)
	if cleaned > 0 {
		remarks = append(remarks, Remark{RemarkCleaned, []string{strconv.Itoa(cleaned)}})
	}
	clean = oldNames(clean)
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

// cleanTree cleans every text and key of a tree and counts what changed.
func cleanTree(v any, changed *int) any {
	clean := func(s string) string {
		out, rep := text.Text(s, maxString)
		if rep.Any() {
			*changed++
		}
		return out
	}
	switch v := v.(type) {
	case string:
		return clean(v)
	case []any:
		for i := range v {
			v[i] = cleanTree(v[i], changed)
		}
	case Object:
		for i := range v {
			v[i].Key = clean(v[i].Key)
			v[i].Value = cleanTree(v[i].Value, changed)
		}
	}
	return v
}

// otherNames are the words that mean the same as the pack's own ids.
var otherNames = map[string]map[string]string{
	"notes/kind": {"strength": "sterkte", "question": "vraag", "suggestion": "suggestie", "agreement": "afspraak"},
	"source":     {"gezien": "seen", "gehoord": "heard", "gelezen": "read"},
}

// oldNames brings a document to the names of this version: one goal of an
// activity becomes a list, words that mean an id become the id.
func oldNames(o Object) Object {
	for i := range o {
		list, ok := o[i].Value.([]any)
		if !ok {
			continue
		}
		for j := range list {
			item, ok := list[j].(Object)
			if !ok {
				continue
			}
			switch o[i].Key {
			case "activities":
				item = goalList(item)
			case "notes":
				item = renamed(item, "kind", otherNames["notes/kind"])
			case "observations":
				item = renamed(item, "source", otherNames["source"])
			}
			list[j] = item
		}
	}
	return o
}

func goalList(item Object) Object {
	g, ok := item.Get("goal")
	if !ok {
		return item
	}
	line := item.line("goal")
	item = item.without("goal")
	if _, has := item.Get("goals"); has {
		return item
	}
	list := []any{}
	if g != nil {
		list = append(list, g)
	}
	return append(item, Member{"goals", list, line})
}

func renamed(item Object, key string, names map[string]string) Object {
	if v, ok := item.Get(key); ok {
		if s, ok := v.(string); ok && names[s] != "" {
			return item.set(key, names[s])
		}
	}
	return item
}

// settle fills in what an absent key means.
func settle(p *Plan) {
	p.Format, p.Version = Format, FormatVersion
	if p.State == "" {
		p.State = Draft
	}
	if p.Language == "" {
		p.Language = "nl"
	}
	if p.WorkingVersion == 0 {
		p.WorkingVersion = 1
	}
	if p.Profile.WorkingWeeks == 0 {
		p.Profile.WorkingWeeks = 40
	}
	if p.Profile.FTE == 0 {
		p.Profile.FTE = unit4
	}
	for i := range p.Activities {
		if p.Activities[i].Status == "" {
			p.Activities[i].Status = Planned
		}
		settleMoments(&p.Activities[i])
	}
	for i := range p.Evidence {
		if p.Evidence[i].Audience == "" {
			p.Evidence[i].Audience = Private
		}
	}
}

// FillIDs gives every item without an id one from next.
func FillIDs(p Plan, next func() string) Plan {
	p = p.Clone()
	give := func(id *string) {
		if *id == "" {
			*id = next()
		}
	}
	give(&p.ID)
	for i := range p.Goals {
		give(&p.Goals[i].ID)
	}
	for i := range p.Activities {
		give(&p.Activities[i].ID)
	}
	for i := range p.Agreements {
		give(&p.Agreements[i].ID)
	}
	for i := range p.Observations {
		give(&p.Observations[i].ID)
	}
	for i := range p.Notes {
		give(&p.Notes[i].ID)
	}
	for i := range p.Evidence {
		give(&p.Evidence[i].ID)
	}
	for i := range p.Reflections {
		give(&p.Reflections[i].ID)
	}
	return p
}

// Tree returns the document as a tree, keys in their order.
func (p Plan) Tree() Object { return toTree(reflect.ValueOf(p)).(Object) }

// MarshalJSON writes the plan document.
func (p Plan) MarshalJSON() ([]byte, error) { return p.Tree().MarshalJSON() }

// WriteJSON returns the plan document as JSON, indented, with a line end.
func WriteJSON(p Plan) []byte {
	raw, err := p.MarshalJSON()
	if err != nil {
		panic(err) // the tree of a plan holds nothing that JSON lacks
	}
	return indentJSON(raw)
}

// WriteYAML returns the plan document as YAML.
func WriteYAML(p Plan) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(yamlNode(p.Tree())); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

// Decode reads a document that this program wrote itself: nothing is cleaned
// and no remark is made. The store uses it.
func Decode(data []byte) (Plan, error) {
	t, err := jsonTree(data)
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
	return p, fromTree(reflect.ValueOf(&p).Elem(), o, "", 0)
}
