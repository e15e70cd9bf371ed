package plan

// settle fills in what an absent key means.
func settle(p *Plan) {
	p.Format, p.Version = Format, FormatVersion
	if p.State == "" {
		p.State = Draft
	}
	if p.Language == "" {
		p.Language = "nl"
	}
	if p.WorkingVersion == 0 {
		p.WorkingVersion = 1
	}
	if p.Profile.WorkingWeeks == 0 {
		p.Profile.WorkingWeeks = 40
	}
	if p.Profile.FTE == 0 {
		p.Profile.FTE = unit4
	}
	for i := range p.Activities {
		if p.Activities[i].Status == "" {
			p.Activities[i].Status = Planned
		}
		settleMoments(&p.Activities[i])
	}
	inOrder(p)
	for i := range p.Evidence {
		if p.Evidence[i].Audience == "" {
			p.Evidence[i].Audience = Private
		}
	}
}

// inOrder makes the order fields follow the lists: the first goal is 1.
func inOrder(p *Plan) {
	for i := range p.Goals {
		p.Goals[i].Order = i + 1
	}
	for i := range p.Activities {
		p.Activities[i].Order = i + 1
	}
}

// FillIDs gives every item without an id one from next. An id that stands in
// the plan already is passed over.
func FillIDs(p Plan, next func() string) Plan {
	p = p.Clone()
	taken := map[string]bool{}
	for _, id := range itemIDs(&p) {
		taken[*id] = true
	}
	for _, id := range append([]*string{&p.ID}, itemIDs(&p)...) {
		if *id != "" {
			continue
		}
		for *id = next(); taken[*id]; {
			*id = next()
		}
		taken[*id] = true
	}
	return p
}

// itemIDs points at the id of every item, in the order of the document.
func itemIDs(p *Plan) []*string {
	var out []*string
	for i := range p.Observations {
		out = append(out, &p.Observations[i].ID)
	}
	for i := range p.Goals {
		out = append(out, &p.Goals[i].ID)
	}
	for i := range p.Activities {
		out = append(out, &p.Activities[i].ID)
	}
	for i := range p.Agreements {
		out = append(out, &p.Agreements[i].ID)
	}
	for i := range p.Notes {
		out = append(out, &p.Notes[i].ID)
	}
	for i := range p.Evidence {
		out = append(out, &p.Evidence[i].ID)
	}
	for i := range p.Reflections {
		out = append(out, &p.Reflections[i].ID)
	}
	for i := range p.Answers {
		out = append(out, &p.Answers[i].ID)
	}
	for i := range p.Confirmations {
		out = append(out, &p.Confirmations[i].ID)
	}
	for i := range p.Talks {
		out = append(out, &p.Talks[i].ID)
	}
	if p.Assessment != nil {
		for i := range p.Assessment.Separate {
			out = append(out, &p.Assessment.Separate[i].ID)
		}
	}
	return out
}
