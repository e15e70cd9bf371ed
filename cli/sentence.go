package cli

import (
	"strconv"
	"strings"

	"bekwaam/seal"
	"bekwaam/templates"
)

// sentence says in one sentence what holds of a file.
func (j judged) sentence(t *templates.Texts) string {
	if j.Data != nil && j.Data.Pages == "no" && (j.Status == seal.Trusted || j.Status == seal.Untrusted || j.Status == seal.Unsigned) {
		return t.T("verdict.pages")
	}
	v := j.report.Verdict()
	id := "verdict." + string(v.Finding)
	name := or(clean(v.Name))
	switch v.Finding {
	case seal.FindInOrder:
		return t.N(id, v.Good, "Words", inWords(t, v.Good))
	case seal.FindUnknown:
		if v.Good == 1 {
			return t.T(id + ".only")
		}
		return t.N(id, len(v.Unknown), "Words", inWords(t, len(v.Unknown)))
	case seal.FindChanged:
		switch v.What {
		case seal.CodePage:
			id += ".page"
		case seal.CodeAttached:
			id += ".data"
		case seal.CodeComment:
			id += ".comments"
		}
		return t.T(id, "Name", name, "Page", v.Page)
	case seal.FindInvalid:
		if v.Name == "" {
			id += ".hidden"
		}
	}
	return t.T(id, "Name", name)
}

// inWords is a small number as a word.
func inWords(t *templates.Texts, n int) string {
	if id := "verdict.number." + strconv.Itoa(n); t.Has(id) {
		return t.T(id)
	}
	return strconv.Itoa(n)
}

// roleWord is the role of a signature in words. Those of the file itself do
// not count: whoever made it could write anything there.
func roleWord(t *templates.Texts, role string) string {
	if id := "verdict.role." + role; t.Has(id) {
		return t.T(id)
	}
	return role
}

// fieldWords are the roles of fields, in words.
func fieldWords(t *templates.Texts, fields []string) string {
	var out []string
	for _, f := range fields {
		out = append(out, roleWord(t, roleOf(f)))
	}
	return clean(strings.Join(out, ", "))
}

// strangers are the names on the keys of which nobody knows whose they are.
func (j judged) strangers() (names []string) {
	for _, x := range j.Signatures {
		if x.Alone == seal.Untrusted && (x.Key == seal.Stranger || x.Key == seal.Unchecked) {
			names = append(names, or(x.Name))
		}
	}
	return names
}

// remarks are what somebody should know of one signature besides its status.
func (x judgedSignature) remarks(t *templates.Texts) (out []string) {
	if x.Alone != x.Status && (x.Alone == seal.Trusted || x.Alone == seal.Untrusted) {
		out = append(out, t.T("verdict.alone"))
	}
	seen := map[seal.Code]bool{}
	for _, p := range x.Problems {
		if id := "verdict.code." + string(p.Code); t.Has(id) && !seen[p.Code] {
			seen[p.Code] = true
			out = append(out, t.T(id, "Name", x.TrustedBy))
		}
	}
	return out
}
