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
	for _, s := range c.f.Secs {
		for _, n := range s.Numbers() {
			c.object(n)
		}
	}
}

func (c *checker) object(n int) {
	o, err := c.f.Get(Ref{N: n})
	if err != nil {
		c.bad(RuleObject, "object %d: %v", n, err)
		return
	}
	if st, ok := o.(*Stream); ok {
		fl := st.D.Get("Filter")
		c.want(fl == nil || fl == Name("FlateDecode"), RuleStream, "object %d has the filter %s", n, Bytes(fl))
		c.want(st.D.Get("F") == nil, RuleStream, "object %d keeps its bytes elsewhere", n)
	}
	c.actions(n, o, 0)
}

// actions looks for what runs by itself, also in dictionaries inside objects.
func (c *checker) actions(n int, o Obj, depth int) {
	if depth > MaxDepth {
		return
	}
	switch v := o.(type) {
	case *Stream:
		c.actions(n, v.D, depth+1)
	case Arr:
		for _, x := range v {
			c.actions(n, x, depth+1)
		}
	case *Dict:
		for _, k := range []Name{"AA", "JS", "OPI", "PS"} {
			c.want(v.Get(k) == nil, RuleAction, "object %d has /%s", n, k)
		}
		if s, ok := v.Get("S").(Name); ok && v.Get("Type") == Name("Action") {
			c.want(s == "URI" || s == "GoTo", RuleAction, "object %d is a %s action", n, s)
		}
		for _, e := range v.E {
			c.actions(n, e.V, depth+1)
		}
	}
}
