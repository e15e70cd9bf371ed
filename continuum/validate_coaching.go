package continuum

import (
	"fmt"
	"maps"
	"slices"
)

// coaching checks what helps in talks, and how a file is judged.
func (v *validator) coaching() {
	p := v.p
	c := &p.Coaching
	ids(v, "coach.moments", c.Moments, func(m *CoachMoment) string { return m.ID })
	for i, m := range c.Moments {
		key := fmt.Sprintf("coach.moments[%d]", i)
		v.need(key+".name", m.Name)
		v.use(key, m.Use)
		if len(m.Questions) == 0 {
			v.add(key+".questions", MissingValue, "", "")
		}
	}
	v.named("coach.feedback_form", c.FeedbackForm)
	ids(v, "core_values", p.CoreValues, func(x *CoreValue) string { return x.ID })
	for i, x := range p.CoreValues {
		key := fmt.Sprintf("core_values[%d]", i)
		v.need(key+".name", x.Name)
		v.need(key+".question", x.Question)
	}
	v.mirrorCards()
	v.moments()
	v.judging()
	for i, t := range p.Glossary {
		key := fmt.Sprintf("glossary[%d]", i)
		v.value(key+".term", t.Term)
		v.value(key+".en", t.EN)
		v.need(key+".note", t.Note)
		v.all(key+".frameworks", refFramework, t.Frameworks)
	}
}

func (v *validator) mirrorCards() {
	p := v.p
	v.named("mirror_audiences", p.MirrorAudiences)
	audiences := keysOf(p.MirrorAudiences, named)
	ids(v, "mirror_cards", p.MirrorCards, func(c *MirrorCard) string { return c.ID })
	for i, c := range p.MirrorCards {
		key := fmt.Sprintf("mirror_cards[%d]", i)
		v.need(key+".title", c.Title)
		v.need(key+".description", c.Description)
		for _, part := range []struct {
			name  string
			texts []Text
		}{{"challenges", c.Challenges}, {"attention", c.Attention}, {"suggestions", c.Suggestions}} {
			if len(part.texts) == 0 {
				v.add(key+"."+part.name, MissingValue, "", "")
			}
		}
		for _, id := range slices.Sorted(maps.Keys(audiences)) {
			if len(c.Prompts[id]) == 0 {
				v.add(key+".prompts."+id, MissingValue, "", "")
			}
		}
		for _, id := range slices.Sorted(maps.Keys(c.Prompts)) {
			v.known(key+".prompts."+id, audiences, id)
		}
		for j, voice := range c.Voices {
			v.need(fmt.Sprintf("%s.voices[%d]", key, j), voice.Text)
		}
		v.ref(key+".guarantee", refGuarantee, c.Guarantee)
		v.all(key+".frameworks", refFramework, c.Frameworks)
		v.use(key, c.Use)
	}
}

// use checks where something helps most.
func (v *validator) use(key string, u Use) {
	v.all(key+".at", refPlace, u.At)
}

func (v *validator) moments() {
	ids(v, "responsibility_by_moment", v.p.Responsibility, func(m *Moment) string { return m.ID })
	for i, m := range v.p.Responsibility {
		key := fmt.Sprintf("responsibility_by_moment[%d]", i)
		v.need(key+".moment", m.Name)
		v.some(key+".partners", refPartner, m.Partners)
		v.month(key+".from_month", m.FromMonth, m.ToMonth)
		v.month(key+".to_month", m.ToMonth, m.FromMonth)
		v.all(key+".frameworks", refFramework, m.Frameworks)
	}
}

// month checks one end of a span of months; a span has both ends or none.
func (v *validator) month(key string, month, other int) {
	switch {
	case month < 0 || month > 12:
		v.add(key, BadRange, fmt.Sprint(month), "")
	case month == 0 && other != 0:
		v.add(key, MissingValue, "", "")
	}
}

func (v *validator) judging() {
	j := &v.p.Judging
	v.all("judgement.frameworks", refFramework, j.Frameworks)
	v.all("judgement.handing_in_refused_for", refSignature, j.RefusedFor)
	v.named("judgement.scale", j.Scale)
	v.named("judgement.sources", j.Sources)
	v.named("judgement.advice", j.Advice)
	if len(j.Frameworks) == 0 {
		return // nobody judges
	}
	for _, part := range []struct {
		name string
		list []Named
	}{{"scale", j.Scale}, {"sources", j.Sources}, {"advice", j.Advice}} {
		if len(part.list) == 0 {
			v.add("judgement."+part.name, MissingValue, "", "")
		}
	}
	if j.AssessorsMin < 1 {
		v.add("judgement.assessors_min", BadRange, fmt.Sprint(j.AssessorsMin), "")
	}
	v.need("judgement.statement", j.Statement)
	v.need("judgement.coach_warning", j.CoachWarning)
}
