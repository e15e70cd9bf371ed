package plan

import (
	"slices"

	"bekwaam/continuum"
)

// list is what goals, activities and agreements have in common.
type list[T any] struct {
	name string
	id   func(*T) *string
	in   func(*Plan) *[]T
}

var (
	goalItems      = list[Goal]{"goal", func(g *Goal) *string { return &g.ID }, func(p *Plan) *[]Goal { return &p.Goals }}
	activityItems  = list[Activity]{"activity", func(a *Activity) *string { return &a.ID }, func(p *Plan) *[]Activity { return &p.Activities }}
	agreementItems = list[Agreement]{"agreement", func(a *Agreement) *string { return &a.ID }, func(p *Plan) *[]Agreement { return &p.Agreements }}
)

func (l list[T]) at(p *Plan, id string) int {
	return slices.IndexFunc(*l.in(p), func(x T) bool { return *l.id(&x) == id })
}

func (l list[T]) add(p Plan, items ...T) (Change, error) {
	args := make([]string, 0, len(items))
	for i := range items {
		args = append(args, *l.id(&items[i]))
	}
	return change(p, l.name+".add", args, func(q *Plan) error {
		if slices.Contains(args, "") {
			return &Error{Code: CodeRequired, Item: l.name, Field: "id"}
		}
		*l.in(q) = append(*l.in(q), clone(items)...)
		return nil
	})
}

func (l list[T]) edit(p Plan, id, field string, edit func(*T)) (Change, error) {
	return change(p, l.name+".edit", []string{id, field}, func(q *Plan) error {
		at := l.at(q, id)
		if at < 0 {
			return unknown(id)
		}
		edit(&(*l.in(q))[at])
		*l.id(&(*l.in(q))[at]) = id
		return nil
	})
}

// remove takes an item away and tells the rest to forget it.
func (l list[T]) remove(p Plan, id string, forget func(*Plan)) (Change, error) {
	return change(p, l.name+".remove", []string{id}, func(q *Plan) error {
		at := l.at(q, id)
		if at < 0 {
			return unknown(id)
		}
		*l.in(q) = slices.Delete(*l.in(q), at, at+1)
		if forget != nil {
			forget(q)
		}
		return nil
	})
}

// moveBy moves an item up (below zero) or down in its list.
func (l list[T]) moveBy(p Plan, id string, by int) (Change, error) {
	return change(p, l.name+".order", []string{id}, func(q *Plan) error {
		all, at := *l.in(q), l.at(q, id)
		to := at + by
		if at < 0 {
			return unknown(id)
		}
		if to < 0 || to >= len(all) {
			return &Error{Code: CodeNothing, Item: id}
		}
		x := all[at]
		all = slices.Insert(slices.Delete(all, at, at+1), to, x)
		*l.in(q) = all
		return nil
	})
}

// as gives a change the name of the act that it is part of.
func (c Change) as(err error, name string, args ...string) (Change, error) {
	if err != nil {
		return Change{}, err
	}
	c.Act.Name, c.Act.Args = name, args
	return c, nil
}

// AddGoal adds a goal. A learning question or a title is what makes a goal.
func AddGoal(p Plan, g Goal) (Change, error) { return goalItems.add(p, g) }

// EditGoal changes one goal; field names what changed.
func EditGoal(p Plan, id, field string, edit func(*Goal)) (Change, error) {
	return goalItems.edit(p, id, field, edit)
}

// RemoveGoal takes a goal away. Activities and evidence stay and forget it.
func RemoveGoal(p Plan, id string) (Change, error) {
	return goalItems.remove(p, id, func(q *Plan) {
		for i := range q.Activities {
			q.Activities[i].Goals = keepItems(q.Activities[i].Goals, func(g string) bool { return g != id })
		}
		for i := range q.Evidence {
			q.Evidence[i].Goals = keepItems(q.Evidence[i].Goals, func(g string) bool { return g != id })
		}
		if q.Evaluation != nil {
			q.Evaluation.PerGoal = keepItems(q.Evaluation.PerGoal, func(e GoalEvaluation) bool { return e.Goal != id })
		}
	})
}

// MoveGoal moves a goal one place up (-1) or down (1); the first one is the
// goal that comes first. The order of the list counts; the field order of
// every goal follows it.
func MoveGoal(p Plan, id string, by int) (Change, error) { return goalItems.moveBy(p, id, by) }

// KeepGoal keeps a goal for a later school year, or, with "", takes it back.
func KeepGoal(p Plan, id, year string) (Change, error) {
	c, err := goalItems.edit(p, id, "kept_for", func(g *Goal) { g.KeptFor = year })
	return c.as(err, "goal.keep", id, year)
}

// AddActivities adds activities as one act.
func AddActivities(p Plan, list ...Activity) (Change, error) {
	list = clone(list)
	for i := range list {
		if list[i].Status == "" {
			list[i].Status = Planned
		}
		settleMoments(&list[i])
	}
	return activityItems.add(p, list...)
}

// EditActivity changes one activity; field names what changed. The first and
// the last day follow from the moments.
func EditActivity(p Plan, id, field string, edit func(*Activity)) (Change, error) {
	return activityItems.edit(p, id, field, func(a *Activity) {
		edit(a)
		settleMoments(a)
	})
}

// RemoveActivity takes an activity away.
func RemoveActivity(p Plan, id string) (Change, error) { return activityItems.remove(p, id, nil) }

// ShiftActivity moves an activity by whole months.
func ShiftActivity(p Plan, id string, months int) (Change, error) {
	c, err := activityItems.edit(p, id, "moments", func(a *Activity) { *a = a.Shift(months) })
	return c.as(err, "activity.shift", id, itoa(months))
}

// AddAgreement adds an agreement.
func AddAgreement(p Plan, a Agreement) (Change, error) { return agreementItems.add(p, a) }

// EditAgreement changes one agreement; field names what changed.
func EditAgreement(p Plan, id, field string, edit func(*Agreement)) (Change, error) {
	return agreementItems.edit(p, id, field, edit)
}

// RemoveAgreement takes an agreement away.
func RemoveAgreement(p Plan, id string) (Change, error) { return agreementItems.remove(p, id, nil) }

// FromKind returns an activity of a kind with the usual hours, cost, partner,
// payer and line filled in, for one goal ("" for none).
func FromKind(p Plan, pack *continuum.Pack, f *continuum.Framework, k *continuum.ActivityKind, id, goal string) Activity {
	h := Quarters(k.Hours.Typical)
	no := false
	a := Activity{ID: id, Kind: k.ID, Description: f.Say(k.NameFor(f.ID), p.Language), Hours: &h,
		Cost: Cents(k.CostEUR.Typical.Cents()), Ordered: &no, Status: Planned}
	if goal != "" {
		a.Goals = []string{goal}
	}
	if k.ID == "studiedag" {
		a.Ordered = nil
	}
	a.Partner = usualPartner(p, pack, f, k)
	for _, l := range p.EntitlementLines {
		if l.Unit == "uur" && a.HoursLine == "" && a.Ordered != nil {
			a.HoursLine = l.Line
		}
		if l.Unit == "euro" && a.Funding == "" && a.Cost > 0 {
			a.Funding = l.Source
		}
	}
	return a
}

// usualPartner is the first partner of the kind whom the framework has; coach
// and manager by name.
func usualPartner(p Plan, pack *continuum.Pack, f *continuum.Framework, k *continuum.ActivityKind) *Person {
	here := pack.PartnerRolesFor(f.ID)
	for _, role := range k.Partners {
		if !slices.ContainsFunc(here, func(r *continuum.PartnerRole) bool { return r.ID == role }) {
			continue
		}
		switch role {
		case f.PartnerFor(RoleCoach):
			if p.Profile.Coach != nil {
				return &Person{Name: p.Profile.Coach.Name, Role: role}
			}
		case "zelf":
			return &Person{Name: p.Profile.Name, Role: role}
		default:
			return &Person{Role: role}
		}
	}
	return nil
}
