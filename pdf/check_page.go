package pdf

import "fmt"

// pages checks each page, its annotations, and that pages and structure tree
// name the same content.
func (c *checker) pages(cat *Dict) {
	marks, annots := 0, map[int]bool{}
	tree := c.f.Dict(cat.Get("Pages"))
	list := c.arr(tree.Get("Kids"))
	c.want(len(list) > 0 && integer(tree.Get("Count")) == len(list), RulePages, "%d pages, counted as %s", len(list), Bytes(tree.Get("Count")))
	for _, k := range list {
		ref, _ := k.(Ref)
		c.page[ref.N] = true
	}
	for i, k := range list {
		ref, _ := k.(Ref)
		p := c.f.Dict(k)
		what := fmt.Sprintf("page %d", i+1)
		c.sheet(what, p, tree, cat.Get("Pages"))
		if p.Get("StructParents") == nil {
			c.bad(RuleTreeMatch, "%s has no StructParents", what)
		}
		own := c.arr(c.parent[c.num(p.Get("StructParents"))])
		for _, id := range c.content(what, c.stream(p.Get("Contents")), c.f.Dict(p.Get("Resources")), true) {
			var e Ref
			if id >= 0 && id < len(own) {
				e, _ = own[id].(Ref)
			}
			c.want(c.mcOf[e.N][mark{ref.N, id}], RuleTreeMatch, "%s: marked content %d is not in the structure tree", what, id)
			marks++
		}
		all := c.arr(p.Get("Annots"))
		c.want(len(all) == 0 || p.Get("Tabs") == Name("S"), RuleTabs, "%s: tab order does not follow the structure", what)
		for _, a := range all {
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

// sheet checks a page as such: its place in the page tree, its size.
func (c *checker) sheet(what string, p, tree *Dict, up Obj) {
	c.want(p.Get("Type") == Name("Page") && p.Get("Parent") == up, RulePages, "%s is no page of the page tree", what)
	c.want(p.Get("Group") == nil, RuleTransparent, "%s is a group", what)
	c.want(p.Get("PresSteps") == nil, RuleAlternate, "%s is a slide", what)
	box := c.arr(p.Get("MediaBox"))
	if len(box) == 0 {
		box = c.arr(tree.Get("MediaBox"))
	}
	ok := len(box) == 4
	for i := 0; ok && i < 2; i++ {
		a, _ := box[i].(Num)
		b, _ := box[i+2].(Num)
		side := b.Float() - a.Float()
		ok = side >= minPage && side <= maxPage
	}
	c.want(ok, RuleLimits, "%s has an unlikely size", what)
}

func (c *checker) annotation(o Obj, seen map[int]bool) {
	r, ok := o.(Ref)
	d := c.f.Dict(o)
	if !ok || d == nil {
		c.bad(RuleAnnotation, "an annotation is no object of its own")
		return
	}
	seen[r.N] = true
	const invisible, hidden, print, noView, toggleNoView = 1, 2, 4, 32, 256
	c.want(c.num(d.Get("F"))&(invisible|hidden|print|noView|toggleNoView) == print, RuleFlags, "annotation %d does not print or is hidden", r.N)
	e, _ := c.parent[c.num(d.Get("StructParent"))].(Ref)
	el := c.elems[e.N]
	in := d.Get("StructParent") != nil && el != nil && c.objOf[e.N][r.N]
	c.want(in, RuleAnnotTree, "annotation %d is not in the structure tree", r.N)
	switch d.Get("Subtype") {
	case Name("Link"):
		c.want(!in || el.Get("S") == Name("Link"), RuleLink, "link %d belongs to no Link element", r.N)
		c.want(c.str(d.Get("Contents")) != "", RuleLinkText, "link %d has no alternative text", r.N)
		c.target(fmt.Sprintf("link %d", r.N), d)
	case Name("Widget"):
		c.want(!in || el.Get("S") == Name("Form") && len(c.objOf[e.N]) == 1, RuleWidget, "field %d belongs to no Form element of its own", r.N)
		c.want(c.str(d.Get("TU")) != "", RuleFieldName, "field %d has no name to read out", r.N)
		c.want(d.Get("A") == nil, RuleForm, "field %d has an action", r.N)
		ap := c.f.Dict(d.Get("AP"))
		n := c.stream(ap.Get("N"))
		c.want(ap != nil && len(ap.E) == 1 && n != nil, RuleAppearance, "field %d has no drawn appearance", r.N)
		if n != nil {
			c.content(fmt.Sprintf("appearance of field %d", r.N), n, c.f.Dict(n.D.Get("Resources")), false)
		}
	default:
		c.bad(RuleAnnotation, "annotation %d is of another type", r.N)
	}
}
