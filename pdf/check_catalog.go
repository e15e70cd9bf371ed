package pdf

import (
	"encoding/binary"
	"regexp"
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// catalog checks the document-wide entries but metadata and attached files.
func (c *checker) catalog(cat *Dict) {
	mark := c.f.Dict(cat.Get("MarkInfo"))
	c.want(mark.Get("Marked") == true && mark.Get("Suspects") != true, RuleMarked, "MarkInfo does not say that the file is tagged")
	c.want(languageTag.MatchString(c.str(cat.Get("Lang"))), RuleLang, "no language tag in the catalog")
	c.want(c.f.Dict(cat.Get("ViewerPreferences")).Get("DisplayDocTitle") == true, RuleTitleBar, "DisplayDocTitle is not true")
	c.want(cat.Get("OpenAction") == nil, RuleAction, "the catalog starts something")
	c.want(cat.Get("Requirements") == nil, RuleRequire, "the catalog requires something")
	c.want(c.f.Dict(cat.Get("Names")).Get("AlternatePresentations") == nil, RuleAlternate, "there is another presentation")
	form := c.f.Dict(cat.Get("AcroForm"))
	c.want(form.Get("NeedAppearances") != true, RuleForm, "the form asks the reader to draw it")
	c.want(form.Get("XFA") == nil && cat.Get("NeedsRendering") != true, RuleXFA, "the form is of another kind")
	c.outputIntent(cat)
	c.permissions(cat)
	for _, x := range c.arr(form.Get("Fields")) {
		c.signature(x)
	}
	if labels := c.f.Dict(cat.Get("PageLabels")); labels != nil {
		nums := c.arr(labels.Get("Nums"))
		c.want(len(nums) > 1 && nums[0] == Num("0"), RuleLabels, "page labels do not begin at the first page")
	}
}

func (c *checker) outputIntent(cat *Dict) {
	oi := c.arr(cat.Get("OutputIntents"))
	if len(oi) != 1 {
		c.bad(RuleOutput, "%d output intents, want one", len(oi))
		return
	}
	d := c.f.Dict(oi[0])
	icc := c.stream(d.Get("DestOutputProfile"))
	ok := d.Get("S") == Name("GTS_PDFA1") && c.str(d.Get("OutputConditionIdentifier")) != "" && d.Get("DestOutputProfileRef") == nil &&
		icc != nil && c.num(icc.D.Get("N")) == 3
	if ok {
		p, err := c.data(icc)
		ok = err == nil && len(p) > 132 && string(p[36:40]) == "acsp" && string(p[16:20]) == "RGB " && p[8] <= 4 &&
			(string(p[12:16]) == "mntr" || string(p[12:16]) == "prtr") && uint64(binary.BigEndian.Uint32(p)) == uint64(len(p))
	}
	c.want(ok, RuleOutput, "the output intent has no RGB profile of its own length")
}

// permissions checks what the catalog says may follow.
func (c *checker) permissions(cat *Dict) {
	perms := c.f.Dict(cat.Get("Perms"))
	if perms == nil {
		return
	}
	c.want(len(perms.E) == 1 && perms.Get("DocMDP") != nil, RulePermissions, "permissions name more than a certifying signature")
	for _, r := range c.arr(c.f.Dict(perms.Get("DocMDP")).Get("Reference")) {
		for _, k := range []Name{"DigestLocation", "DigestMethod", "DigestValue"} {
			c.want(c.f.Dict(r).Get(k) == nil, RulePermissions, "the certifying signature has /%s", k)
		}
	}
}

// signature checks that the value of a field covers its revision but for the
// hole in which it stands itself.
func (c *checker) signature(field Obj) {
	d := c.f.Dict(field)
	if d.Get("FT") != Name("Sig") || d.Get("V") == nil {
		return
	}
	ref, _ := d.Get("V").(Ref)
	rev, _, ok := c.f.Where(ref.N, len(c.f.Secs)-1)
	sig := c.f.Dict(ref)
	hole, _ := sig.Get("Contents").(Str)
	br := c.arr(sig.Get("ByteRange"))
	ok = ok && len(br) == 4 && integer(br[0]) == 0 && integer(br[1]) == hole.Off && integer(br[2]) == hole.End &&
		integer(br[2])+integer(br[3]) == c.f.Secs[rev].End
	c.want(ok, RuleSignature, "the signature in field %s does not cover all but itself", Bytes(d.Get("T")))
}
