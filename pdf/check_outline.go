package pdf

import "fmt"

// target checks that a link or bookmark leads to a page of the file, or to an
// address outside it. Names of places are not in use.
func (c *checker) target(what string, d *Dict) {
	to := d.Get("Dest")
	if a := c.f.Dict(d.Get("A")); a != nil {
		if a.Get("S") == Name("URI") {
			c.want(to == nil && c.str(a.Get("URI")) != "", RuleTarget, "%s leads to no address", what)
			return
		}
		to = a.Get("D")
	}
	place := c.arr(to)
	var page Ref
	if len(place) > 1 {
		page, _ = place[0].(Ref)
	}
	c.want(c.page[page.N], RuleTarget, "%s leads to no page", what)
}

// outline checks the bookmarks: each level is a chain from First to Last.
func (c *checker) outline(cat *Dict) {
	ref, ok := cat.Get("Outlines").(Ref)
	if !ok {
		return
	}
	c.level(ref, map[int]bool{ref.N: true}, 0)
}

func (c *checker) level(up Ref, seen map[int]bool, depth int) {
	d := c.f.Dict(up)
	var prev, next Ref
	next, _ = d.Get("First").(Ref)
	count := 0
	for next.N != 0 && depth < MaxDepth {
		if seen[next.N] {
			c.bad(RuleOutline, "bookmark %d stands twice", next.N)
			return
		}
		seen[next.N] = true
		x := c.f.Dict(next)
		back, _ := x.Get("Prev").(Ref)
		c.want(x.Get("Parent") == up && back == prev, RuleOutline, "bookmark %d is not chained to its neighbours", next.N)
		c.want(c.str(x.Get("Title")) != "", RuleOutline, "bookmark %d has no title", next.N)
		c.target(fmt.Sprintf("bookmark %d", next.N), x)
		c.level(next, seen, depth+1)
		prev = next
		next, _ = x.Get("Next").(Ref)
		count++
	}
	last, _ := d.Get("Last").(Ref)
	c.want(last == prev, RuleOutline, "the bookmarks of %d end at %d, not at %d", up.N, prev.N, last.N)
	n := integer(d.Get("Count"))
	c.want(max(n, -n) >= count, RuleOutline, "%d bookmarks, counted as %d", count, n)
}
