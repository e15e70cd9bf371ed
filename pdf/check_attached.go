package pdf

import "strings"

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
