package continuum

// Moment is a time of the year, or of the first years, at which partners are
// to act.
type Moment struct {
	ID         string   `yaml:"id" json:"id,omitzero"`
	Name       Text     `yaml:"moment" json:"moment,omitzero"`
	Partners   []string `yaml:"partners" json:"partners,omitzero"`
	Frameworks []string `yaml:"frameworks" json:"frameworks,omitzero"` // empty: all
	FromMonth  int      `yaml:"from_month" json:"from_month,omitzero"` // 1 to 12; 0: not in a certain month
	ToMonth    int      `yaml:"to_month" json:"to_month,omitzero"`
}

// Acting is a moment with the partners who act at it.
type Acting struct {
	Moment   *Moment
	Partners []*PartnerRole
}

// ActingFor returns who is to act at which moment where a framework holds, in
// the order of the pack. A partner whom the framework does not have is left
// out, and so is a moment at which nobody is left to act.
func (p *Pack) ActingFor(framework string) []Acting {
	var out []Acting
	for _, m := range choose(p.Responsibility, func(m *Moment) bool { return p.serves(m.Frameworks, framework) }) {
		a := Acting{Moment: m}
		for _, id := range m.Partners {
			if r, ok := p.PartnerRole(id); ok && p.serves(r.Frameworks, framework) {
				a.Partners = append(a.Partners, r)
			}
		}
		if len(a.Partners) > 0 {
			out = append(out, a)
		}
	}
	return out
}
