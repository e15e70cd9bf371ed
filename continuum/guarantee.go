package continuum

import (
	"maps"
	"slices"
)

// Guarantee is one of the things that a school promises a starter, with all
// that bears on it.
type Guarantee struct {
	Item    OverlayItem
	Context []*ContextItem  // statements of the survey
	Kinds   []*ActivityKind // kinds of activity
	Cards   []*MirrorCard

	// Fields are the fields of the plan, as group/field: conditions/support.
	// A group whose items carry a guarantee each, with this one as the
	// preset, stands there by its name alone: agreements.
	Fields []string
}

// GuaranteesFor returns the guarantees with what a framework has for each, in
// the order of their overlay. It is one more view on the same content.
func (p *Pack) GuaranteesFor(framework string) []Guarantee {
	o, ok := p.Overlay(GuaranteeOverlay)
	if !ok || !p.serves(o.AppliesTo, framework) {
		return nil
	}
	var out []Guarantee
	for _, item := range o.Items {
		g := Guarantee{Item: item}
		g.Context = choose(p.Survey.Context, func(c *ContextItem) bool { return c.Guarantee == item.ID })
		g.Kinds = choose(p.ActivityKinds, func(k *ActivityKind) bool { return k.Guarantee == item.ID && p.serves(k.Frameworks, framework) })
		g.Cards = choose(p.MirrorCards, func(c *MirrorCard) bool { return c.Guarantee == item.ID && p.serves(c.Frameworks, framework) })
		for _, group := range p.Fields {
			if group.GuaranteePreset == item.ID {
				g.Fields = append(g.Fields, group.ID)
			}
			for _, field := range slices.Sorted(maps.Keys(group.Guarantee)) {
				if group.Guarantee[field] == item.ID {
					g.Fields = append(g.Fields, group.ID+"/"+field)
				}
			}
		}
		out = append(out, g)
	}
	return out
}
