package pdf

import "bytes"

// file checks header, trailer and what holds for every object.
func (c *checker) file() {
	b := c.f.B
	ok := bytes.HasPrefix(b, []byte("%PDF-1.7\n%")) && len(b) > 14
	for i := 10; ok && i < 14; i++ {
		ok = b[i] > 127
	}
	c.want(ok, RuleHeader, "header is not %%PDF-1.7 with four high bytes")
	id, _ := c.f.Last().Trailer.Get("ID").(Arr)
	c.want(len(id) == 2, RuleTrailerID, "trailer without /ID")
	for rev, s := range c.f.Secs {
		c.table(rev)
		for _, n := range s.Numbers() {
			c.object(n, rev)
		}
	}
}

// object checks object n as revision rev wrote it.
func (c *checker) object(n, rev int) {
	o, err := c.f.At(Ref{N: n}, rev)
	if err != nil {
		c.bad(RuleObject, "object %d: %v", n, err)
		return
	}
	c.lines(n, rev, o)
	if st, ok := o.(*Stream); ok {
		fl := st.D.Get("Filter")
		c.want(fl == nil || fl == Name("FlateDecode"), RuleFilter, "object %d has the filter %s", n, Bytes(fl))
		for _, k := range []Name{"F", "FFilter", "FDecodeParms"} {
			c.want(st.D.Get(k) == nil, RuleFilter, "object %d keeps its bytes elsewhere", n)
		}
		if st.D.Get("Subtype") == Name("Form") {
			c.want(st.D.Get("Group") == nil, RuleTransparent, "form %d is a group", n)
			c.want(st.D.Get("Ref") == nil, RuleXObject, "form %d refers to another file", n)
		}
	}
	c.visit(o, "", 0, func(key Name, v Obj) {
		c.value(n, key, v)
		if d, ok := v.(*Dict); ok {
			c.dictionary(n, d)
		}
	})
}

// visit hands every value in o to fn, with the key under which it stands.
func (c *checker) visit(o Obj, key Name, depth int, fn func(Name, Obj)) {
	if depth > MaxDepth+1 {
		return
	}
	fn(key, o)
	switch v := o.(type) {
	case *Stream:
		c.visit(v.D, key, depth+1, fn)
	case Arr:
		for _, x := range v {
			c.visit(x, key, depth+1, fn)
		}
	case *Dict:
		for _, e := range v.E {
			fn("", e.K)
			c.visit(e.V, e.K, depth+1, fn)
		}
	}
}

// dictionary looks for what runs by itself, depends on a device or is
// transparent, also in dictionaries inside objects.
func (c *checker) dictionary(n int, d *Dict) {
	for _, x := range []struct {
		rule Rule
		keys []Name
	}{
		{RuleAction, []Name{"AA", "JS"}},
		{RuleXObject, []Name{"OPI", "PS", "Subtype2", "Alternates"}},
		{RuleState, []Name{"ExtGState", "TR", "TR2", "HTP", "HTO"}},
		{RuleTransparent, []Name{"SMask", "BM", "ca"}},
		{RuleLayers, []Name{"OC", "OCProperties"}},
	} {
		for _, k := range x.keys {
			c.want(d.Get(k) == nil, x.rule, "object %d has /%s", n, k)
		}
	}
	if s, ok := d.Get("S").(Name); ok && d.Get("Type") == Name("Action") {
		c.want(s == "URI" || s == "GoTo", RuleAction, "object %d is a %s action", n, s)
	}
}
