package pdf

import "fmt"

// pages checks each page, its annotations, and that pages and structure tree
// name the same content.
func (c *checker) pages(cat *Dict) {
	marks, annots := 0, map[int]bool{}
	for i, k := range c.arr(c.f.Dict(cat.Get("Pages")).Get("Kids")) {
		ref, _ := k.(Ref)
		p := c.f.Dict(k)
		what := fmt.Sprintf("page %d", i+1)
		if p.Get("StructParents") == nil {
			c.bad(RuleTreeMatch, "%s has no StructParents", what)
		}
		own := c.arr(c.parent[c.num(p.Get("StructParents"))])
		fonts := c.f.Dict(c.f.Dict(p.Get("Resources")).Get("Font"))
		for _, id := range c.content(what, c.stream(p.Get("Contents")), fonts, true) {
			var e Ref
			if id >= 0 && id < len(own) {
				e, _ = own[id].(Ref)
			}
			c.want(c.mcOf[e.N][mark{ref.N, id}], RuleTreeMatch, "%s: marked content %d is not in the structure tree", what, id)
			marks++
		}
		list := c.arr(p.Get("Annots"))
		c.want(len(list) == 0 || p.Get("Tabs") == Name("S"), RuleTabs, "%s: tab order does not follow the structure", what)
		for _, a := range list {
			c.annotation(a, annots)
		}
	}
	named := 0
	for n, m := range c.mcOf {
		named += len(m)
		for a := range c.objOf[n] {
			c.want(annots[a], RuleAnnotTree, "the structure tree names annotation %d, which is on no page", a)
		}
	}
	c.want(named == marks, RuleTreeMatch, "the structure tree names %d pieces of content, the pages have %d", named, marks)
}

func (c *checker) annotation(o Obj, seen map[int]bool) {
	r, ok := o.(Ref)
	d := c.f.Dict(o)
	if !ok || d == nil {
		c.bad(RuleAnnotation, "an annotation is no object of its own")
		return
	}
	seen[r.N] = true
	const invisible, hidden, print, noView = 1, 2, 4, 32
	c.want(c.num(d.Get("F"))&(invisible|hidden|print|noView) == print, RuleFlags, "annotation %d does not print or is hidden", r.N)
	e, _ := c.parent[c.num(d.Get("StructParent"))].(Ref)
	el := c.elems[e.N]
	in := d.Get("StructParent") != nil && el != nil && c.objOf[e.N][r.N]
	c.want(in, RuleAnnotTree, "annotation %d is not in the structure tree", r.N)
	switch d.Get("Subtype") {
	case Name("Link"):
		c.want(!in || el.Get("S") == Name("Link"), RuleLink, "link %d belongs to no Link element", r.N)
		c.want(c.str(d.Get("Contents")) != "", RuleLinkText, "link %d has no alternative text", r.N)
	case Name("Widget"):
		c.want(!in || el.Get("S") == Name("Form"), RuleWidget, "field %d belongs to no Form element", r.N)
		c.want(c.str(d.Get("TU")) != "", RuleFieldName, "field %d has no name to read out", r.N)
		c.want(d.Get("A") == nil, RuleForm, "field %d has an action", r.N)
		ap := c.f.Dict(d.Get("AP"))
		n := c.stream(ap.Get("N"))
		c.want(ap != nil && len(ap.E) == 1 && n != nil, RuleAppearance, "field %d has no drawn appearance", r.N)
		if n != nil {
			c.content(fmt.Sprintf("appearance of field %d", r.N), n, c.f.Dict(c.f.Dict(n.D.Get("Resources")).Get("Font")), false)
		}
	default:
		c.bad(RuleAnnotation, "annotation %d is of another type", r.N)
	}
}
