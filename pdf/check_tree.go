package pdf

import (
	"slices"
	"strings"
)

// standardTypes are the structure types that the generator uses.
var standardTypes = strings.Fields("Document Part Sect Div P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH TD Caption Figure Link Form Span Note")

// onlyIn and mayHold are the nesting rules of lists and tables.
var (
	onlyIn = map[string][]string{
		"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"},
		"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
		"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
	}
	mayHold = map[string][]string{
		"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"},
		"Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
		"THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
	}
)

// walk is where the walk through the structure tree stands.
type walk struct {
	c     *checker
	level int             // of the last heading
	notes map[string]bool // ids
	rows  *map[int]bool   // widths of the rows of the table around, if any
}

// structure walks the tree and remembers which element names which content.
func (c *checker) structure(cat *Dict) {
	root := c.f.Dict(cat.Get("StructTreeRoot"))
	if root == nil {
		c.bad(RuleTree, "no structure tree")
		return
	}
	nums := c.arr(c.f.Dict(root.Get("ParentTree")).Get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		c.want(i == 0 || c.num(nums[i]) > c.num(nums[i-2]), RuleParentTree, "key %s of the parent tree is out of order", Bytes(nums[i]))
		c.parent[c.num(nums[i])] = nums[i+1]
	}
	c.want(len(nums)%2 == 0, RuleParentTree, "a key of the parent tree without a value")
	c.want(root.Get("RoleMap") == nil && root.Get("ClassMap") == nil, RuleRoleMap, "structure types are given another meaning")
	w := &walk{c: c, notes: map[string]bool{}}
	kids := c.kids(root)
	c.want(len(kids) == 1, RuleTree, "%d elements at the top, want one Document", len(kids))
	for _, k := range kids {
		c.want(w.element(k, "", 0, 0) == "Document", RuleTree, "the top element is not Document")
	}
}

// element checks one element and what is below it, and returns its type.
func (w *walk) element(o Obj, up string, upNum, depth int) string {
	c := w.c
	r, ok := o.(Ref)
	d := c.f.Dict(o)
	if !ok || d == nil || c.elems[r.N] != nil || depth > 10*MaxDepth {
		c.bad(RuleTree, "a structure element is missing, stands twice or too deep")
		return ""
	}
	c.elems[r.N] = d
	c.mcOf[r.N], c.objOf[r.N] = map[mark]bool{}, map[int]bool{}
	s, _ := d.Get("S").(Name)
	typ := string(s)
	if t := d.Get("Type"); t != nil && t != Name("StructElem") {
		c.bad(RuleTree, "element %d is a %s", r.N, Bytes(t))
	}
	c.want(slices.Contains(standardTypes, typ), RuleType, "element %d has the type %q", r.N, typ)
	if p, ok := d.Get("P").(Ref); upNum > 0 && (!ok || p.N != upNum) {
		c.bad(RuleTree, "element %d names another parent", r.N)
	}
	if in, ok := onlyIn[typ]; ok {
		c.want(slices.Contains(in, up), RuleNesting, "%s in %q", typ, up)
	}
	w.attributes(r.N, typ, d)
	if typ == "Table" {
		outer, widths := w.rows, map[int]bool{}
		w.rows = &widths
		w.kids(r, d, typ, depth)
		w.rows = outer
		c.want(len(widths) == 1, RuleRows, "table %d has rows of %d different widths", r.N, len(widths))
	} else {
		w.kids(r, d, typ, depth)
	}
	return typ
}

func (w *walk) attributes(n int, typ string, d *Dict) {
	c := w.c
	if d.Get("Lang") != nil {
		c.want(languageTag.MatchString(c.str(d.Get("Lang"))), RuleElementLang, "element %d has no language tag", n)
	}
	attr := c.f.Dict(d.Get("A"))
	switch {
	case len(typ) == 2 && typ[0] == 'H' && typ[1] >= '1' && typ[1] <= '6':
		l := int(typ[1] - '0')
		c.want(l <= w.level+1, RuleHeading, "%s follows level %d", typ, w.level)
		w.level = l
	case typ == "TH":
		sc, _ := attr.Get("Scope").(Name)
		c.want(sc == "Row" || sc == "Column" || sc == "Both", RuleScope, "header cell %d without Scope", n)
	case typ == "Figure":
		c.want(strings.TrimSpace(c.str(d.Get("Alt"))) != "", RuleFigure, "figure %d without alternative text", n)
		c.want(len(c.arr(attr.Get("BBox"))) == 4, RuleFigure, "figure %d without box", n)
	case typ == "Note":
		id := c.str(d.Get("ID"))
		c.want(id != "" && !w.notes[id], RuleNote, "note %d without an id of its own", n)
		w.notes[id] = true
	}
}

// kids notes the content that an element names and goes down into the others.
func (w *walk) kids(r Ref, d *Dict, typ string, depth int) {
	c := w.c
	page, _ := d.Get("Pg").(Ref)
	columns, captions := 0, 0
	kids := c.kids(d)
	for i, k := range kids {
		switch v := k.(type) {
		case Num:
			c.mcOf[r.N][mark{page.N, integer(v)}] = true
		case Ref:
			kid := w.element(v, typ, r.N, depth+1)
			if may, ok := mayHold[typ]; ok && kid != "" {
				c.want(slices.Contains(may, kid), RuleNesting, "%s holds %s", typ, kid)
			}
			if kid == "Caption" {
				captions++
				c.want(captions == 1 && (i == 0 || i == len(kids)-1), RuleCaption, "%s %d: a caption in its middle, or a second one", typ, r.N)
			}
			columns += max(1, c.num(c.f.Dict(c.f.Dict(v).Get("A")).Get("ColSpan")))
		case *Dict:
			p, ok := v.Get("Pg").(Ref)
			if !ok {
				p = page
			}
			if v.Get("Type") == Name("OBJR") {
				a, _ := v.Get("Obj").(Ref)
				c.objOf[r.N][a.N] = true
			} else {
				c.mcOf[r.N][mark{p.N, c.num(v.Get("MCID"))}] = true
			}
		}
	}
	if typ == "TR" && w.rows != nil {
		(*w.rows)[columns] = true
	}
}
