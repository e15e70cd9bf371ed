package plan

import (
	"strings"

	"bekwaam/continuum"
)

// NamePartner returns the partner that a typed name stands for: nobody for an
// empty one, the coach by name, a role of the pack where its name was typed,
// else the same role as before under the new name. alone are the words for
// working on one's own.
func NamePartner(p Plan, pack *continuum.Pack, f *continuum.Framework, was *Person, name string, alone ...string) *Person {
	same := func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) }
	if strings.TrimSpace(name) == "" {
		return nil
	}
	for _, w := range alone {
		if same(w) {
			return &Person{Name: p.Profile.Name, Role: "zelf"}
		}
	}
	for _, r := range pack.PartnerRolesFor(p.Profile.Framework) {
		if same(f.Say(r.Name, "nl")) || same(f.Say(r.Name, "en")) {
			return &Person{Role: r.ID}
		}
	}
	if c := p.Profile.Coach; c != nil && same(c.Name) {
		return &Person{Name: c.Name, Role: f.PartnerFor(RoleCoach)}
	}
	next := Person{Name: name}
	if was != nil && was.Role != "zelf" {
		next = *was
		next.Name = name
	}
	return &next
}
