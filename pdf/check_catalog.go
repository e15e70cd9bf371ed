package pdf

import (
	"encoding/binary"
	"regexp"
	"strings"
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// catalog checks the document-wide entries but metadata and attached files.
func (c *checker) catalog(cat *Dict) {
	mark := c.f.Dict(cat.Get("MarkInfo"))
	c.want(mark.Get("Marked") == true && mark.Get("Suspects") != true, RuleMarked, "MarkInfo does not say that the file is tagged")
	c.want(languageTag.MatchString(c.str(cat.Get("Lang"))), RuleLang, "no language tag in the catalog")
	c.want(c.f.Dict(cat.Get("ViewerPreferences")).Get("DisplayDocTitle") == true, RuleTitleBar, "DisplayDocTitle is not true")
	c.want(cat.Get("OpenAction") == nil && cat.Get("Requirements") == nil, RuleAction, "the catalog starts something")
	form := c.f.Dict(cat.Get("AcroForm"))
	c.want(form.Get("NeedAppearances") != true && form.Get("XFA") == nil, RuleForm, "the form asks the reader to draw it")
	c.outputIntent(cat)
}

func (c *checker) outputIntent(cat *Dict) {
	oi := c.arr(cat.Get("OutputIntents"))
	if len(oi) != 1 {
		c.bad(RuleOutput, "%d output intents, want one", len(oi))
		return
	}
	d := c.f.Dict(oi[0])
	icc := c.stream(d.Get("DestOutputProfile"))
	ok := d.Get("S") == Name("GTS_PDFA1") && icc != nil && c.num(icc.D.Get("N")) == 3
	if ok {
		p, err := c.data(icc)
		ok = err == nil && len(p) > 132 && string(p[36:40]) == "acsp" && string(p[16:20]) == "RGB " &&
			uint64(binary.BigEndian.Uint32(p)) == uint64(len(p))
	}
	c.want(ok, RuleOutput, "the output intent has no RGB profile of its own length")
}

// attached checks that the files inside are associated with the document and
// say what they are.
func (c *checker) attached(cat *Dict) {
	names := c.arr(c.f.Dict(c.f.Dict(cat.Get("Names")).Get("EmbeddedFiles")).Get("Names"))
	associated := map[Ref]bool{}
	for _, o := range c.arr(cat.Get("AF")) {
		if r, ok := o.(Ref); ok {
			associated[r] = true
		}
	}
	for i := 1; i < len(names); i += 2 {
		which := c.str(names[i-1])
		ref, _ := names[i].(Ref)
		fs := c.f.Dict(names[i])
		ef := c.stream(c.f.Dict(fs.Get("EF")).Get("F"))
		rel, _ := fs.Get("AFRelationship").(Name)
		c.want(associated[ref], RuleAttached, "file %q is not associated", which)
		c.want(c.str(fs.Get("F")) != "" && c.str(fs.Get("UF")) != "", RuleAttached, "file %q has no name of its own", which)
		c.want(rel != "", RuleAttached, "file %q does not say how it relates", which)
		if ef == nil {
			c.bad(RuleAttached, "file %q has no bytes", which)
			continue
		}
		mime, _ := ef.D.Get("Subtype").(Name)
		c.want(strings.Contains(string(mime), "/"), RuleAttached, "file %q has no type", which)
		c.want(c.f.Dict(ef.D.Get("Params")).Get("ModDate") != nil, RuleAttached, "file %q has no date", which)
	}
	c.want(len(associated) == len(names)/2, RuleAttached, "%d associated files, %d attached ones", len(associated), len(names)/2)
}
