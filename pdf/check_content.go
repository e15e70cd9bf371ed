package pdf

import "strings"

// paints are the operators that put something on the page.
var paints = words("S s f F f* B B* b b* sh Do BI Tj TJ ' \"")

// kindOf says which rule an operator breaks; "" for those that are fine.
var kindOf = func() map[string]Rule {
	m := map[string]Rule{}
	for ops, rule := range map[string]Rule{
		"q Q cm w J j M d m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" RG rg G g BMC BDC EMC": "",
		"cs CS sc SC scn SCN k K sh": RuleColour,
		"gs ri i":                    RuleState,
		"Do BI ID EI":                RuleXObject,
	} {
		for op := range words(ops) {
			m[op] = rule
		}
	}
	return m
}()

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// pageContent is what one content stream has shown so far.
type pageContent struct {
	c     *checker
	what  string
	fonts *Dict
	ids   []int // marked content, in order
	seen  map[int]bool

	// The font in use, open marked content, saved states, things painted
	// outside marked content.
	font, marked, saved, bare int
}

// content walks a content stream, notes which characters each font shows, and
// returns the numbers of its marked content; tagged asks that everything that
// is painted is marked.
func (c *checker) content(what string, s *Stream, resources *Dict, tagged bool) []int {
	if s == nil {
		c.bad(RuleContent, "%s has no content stream", what)
		return nil
	}
	c.want(resources != nil, RuleResources, "%s has no resources of its own", what)
	b, err := c.data(s)
	if err != nil {
		c.bad(RuleContent, "%s: %v", what, err)
		return nil
	}
	pc := &pageContent{c: c, what: what, fonts: c.f.Dict(resources.Get("Font")), seen: map[int]bool{}}
	p := &Parser{B: b}
	var operands []Obj
	for p.Space(); p.P < len(b); p.Space() {
		if ch := b[p.P]; !(ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch == '\'' || ch == '"') {
			room := 1 << 20
			p.room = &room
			o, err := p.Object()
			if err != nil || len(operands) > 64 {
				c.bad(RuleContent, "%s: unreadable operands: %v", what, err)
				return pc.ids
			}
			operands = append(operands, o)
			continue
		}
		op := p.Word()
		pc.operator(op, operands)
		if paints[op] && pc.marked == 0 {
			pc.bare++
		}
		operands = operands[:0]
	}
	c.want(pc.marked == 0 && pc.saved == 0, RuleContent, "%s: brackets of marked content or graphics state do not match", what)
	c.want(!tagged || pc.bare == 0, RuleUnmarked, "%s: %d things painted outside marked content", what, pc.bare)
	return pc.ids
}

func (pc *pageContent) operator(op string, operands []Obj) {
	c := pc.c
	rule, known := kindOf[op]
	c.want(known, RuleOperator, "%s: operator %q, which the generator never writes", pc.what, op)
	c.want(rule == "", rule, "%s: operator %s", pc.what, op)
	switch op {
	case "BDC", "BMC":
		pc.marked++
		c.want(pc.marked == 1, RuleNested, "%s: marked content inside marked content", pc.what)
		if op == "BDC" && len(operands) == 2 {
			if d, ok := operands[1].(*Dict); ok && d.Get("MCID") != nil {
				pc.piece(integer(d.Get("MCID")))
			}
		}
	case "EMC":
		pc.marked--
	case "q":
		pc.saved++
		c.want(pc.saved <= maxSaved, RuleLimits, "%s: %d saved states", pc.what, pc.saved)
	case "Q":
		pc.saved--
	case "Tf":
		pc.font = 0
		if len(operands) == 2 {
			n, _ := operands[0].(Name)
			r, ok := pc.fonts.Get(n).(Ref)
			c.want(ok, RuleResources, "%s: the font %s is not in its resources", pc.what, n)
			pc.font = r.N
		}
	case "Tj", "'", "TJ", "\"":
		for _, o := range operands {
			pc.show(o)
		}
	}
}

func (pc *pageContent) piece(id int) {
	pc.c.want(!pc.seen[id], RuleTreeMatch, "%s: marked content %d twice", pc.what, id)
	if !pc.seen[id] {
		pc.ids = append(pc.ids, id)
	}
	pc.seen[id] = true
}

// show notes the two-byte codes of the strings shown.
func (pc *pageContent) show(o Obj) {
	if pc.font == 0 {
		return // reported already
	}
	used := pc.c.used
	if used[pc.font] == nil {
		used[pc.font] = map[int]bool{}
	}
	switch v := o.(type) {
	case Str:
		for i := 0; i+1 < len(v.B); i += 2 {
			used[pc.font][int(v.B[i])<<8|int(v.B[i+1])] = true
		}
	case Arr:
		for _, x := range v {
			pc.show(x)
		}
	}
}
