package plan

import (
	"maps"
	"slices"
)

// Goes reports whether an item of a group goes along to the coach. A group
// that is ticked goes whole, but for what is left out of it; of any other only
// what is shared by itself.
func (s Share) Goes(group, item string) bool {
	if slices.Contains(s.Coach, group) {
		return !slices.Contains(s.CoachNot, sharedID(group, item))
	}
	return slices.Contains(s.CoachAlso, sharedID(group, item))
}

func sharedID(group, item string) string { return group + "/" + item }

// SharedItems returns the ids of what a group holds, in the order of the plan:
// each can go to the coach, or stay.
func SharedItems(p Plan, group string) []string {
	var out []string
	switch group {
	case GroupViews:
		for _, v := range p.Views {
			out = append(out, v.Competence)
		}
	case GroupOpen:
		out = slices.Sorted(maps.Keys(p.Survey.Open))
	case GroupObservations:
		for _, o := range p.Observations {
			out = append(out, o.ID)
		}
	case GroupReflections:
		for _, r := range p.Reflections {
			out = append(out, r.ID)
		}
	case GroupStart:
		if p.Start.Brought != nil {
			out = []string{"brought"}
		}
	}
	return out
}

// ShareItem lets one item of a group go along to the coach, or lets it stay.
// CodeUnknown for what the group does not hold.
func ShareItem(p Plan, group, item string, share bool) (Change, error) {
	if !slices.Contains(SharedItems(p, group), item) {
		return Change{}, unknown(sharedID(group, item))
	}
	id := sharedID(group, item)
	other := func(x string) bool { return x != id }
	return letGo(p, func(x *Share) {
		x.CoachAlso, x.CoachNot = keepItems(x.CoachAlso, other), keepItems(x.CoachNot, other)
		switch whole := slices.Contains(x.Coach, group); {
		case share && !whole:
			x.CoachAlso = append(x.CoachAlso, id)
		case !share && whole:
			x.CoachNot = append(x.CoachNot, id)
		}
	})
}

// letGo changes what goes along to a reader. It is no part of what a version
// says, so a frozen one and a closed year let it be chosen too: whoever reads
// next is not shown what an earlier one was.
func letGo(p Plan, edit func(*Share)) (Change, error) {
	if p.IsCopy() {
		return Change{}, &Error{Code: CodeCopy}
	}
	return noted(p, "share.edit", []string{"coach"}, func(q *Plan) error { edit(&q.Share); return nil })
}

// ShareWithCoach lets a whole group go along to the coach, or lets it stay;
// what was said of single items of it is forgotten.
func ShareWithCoach(p Plan, group string, share bool) (Change, error) {
	return letGo(p, func(x *Share) {
		other := func(id string) bool { return len(id) <= len(group) || id[:len(group)+1] != group+"/" }
		x.Coach = keepItems(x.Coach, func(g string) bool { return g != group })
		x.CoachAlso, x.CoachNot = keepItems(x.CoachAlso, other), keepItems(x.CoachNot, other)
		if share {
			x.Coach = append(x.Coach, group)
		}
	})
}

// addGroups adds what the teacher lets go to the coach.
func addGroups(q *Plan, whole Plan) {
	c, s := whole.Clone(), whole.Share
	forgetAll(&c)
	q.Views = keepItems(c.Views, func(v View) bool { return s.Goes(GroupViews, v.Competence) })
	for i := range q.Views {
		q.Views[i].Note = ""
	}
	for id, answer := range c.Survey.Open {
		if s.Goes(GroupOpen, id) {
			if q.Survey.Open == nil {
				q.Survey.Open = map[string]string{}
			}
			q.Survey.Open[id] = answer
		}
	}
	q.Observations = keepItems(c.Observations, func(o Observation) bool { return s.Goes(GroupObservations, o.ID) })
	for i := range q.Observations {
		q.Observations[i].Reading = nil
	}
	q.Reflections = keepItems(c.Reflections, func(r Reflection) bool { return s.Goes(GroupReflections, r.ID) })
	if s.Goes(GroupStart, "brought") {
		q.Start.Brought = c.Start.Brought
	}
}
