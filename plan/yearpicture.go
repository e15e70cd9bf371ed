package plan

import (
	"cmp"
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// YearPart is a moment of the year with the partners who act at it, and what
// the plan has there. From and To are zero for a moment that is in no certain
// month of this year.
type YearPart struct {
	Moment   *continuum.Moment // nil: what the plan has at no moment
	From, To text.Month
	Partners []YearPartner
	Own      []YearItem
}

// YearPartner is a partner in the words of the framework, with who that is as
// far as the plan names somebody.
type YearPartner struct {
	ID    string
	Word  continuum.Text
	Does  continuum.Text
	Names []string
}

// The kinds of a [YearItem].
const (
	YearActivity  = "activity"
	YearAgreement = "agreement"
	YearBack      = "back" // a goal is looked back on
)

// YearItem is something of the plan itself, with its months in their order and
// its day where it has one.
type YearItem struct {
	Kind, ID string
	Months   []text.Month
	Day      text.Date
}

// boardPartner is the school board among the partners of the pack.
const boardPartner = "bestuur"

// YearPicture returns the moments of the year in the order of the pack, each
// with who acts at it, and the activities, agreements and looks back of the
// plan at the moment in whose months they are. Something that goes on stands
// at every moment that it touches. Last comes, where there is any, what is in
// no month or outside the year. Without a school board no board acts.
func YearPicture(p Plan, pack *continuum.Pack) []YearPart {
	f := frameworkOf(p, pack)
	if f == nil {
		return nil
	}
	var out []YearPart
	first := firstMonthOf(pack, f)
	for _, a := range pack.ActingFor(f.ID) {
		part := YearPart{Moment: a.Moment}
		part.From, part.To = p.spanOf(a.Moment, first)
		for _, r := range a.Partners {
			if r.ID == boardPartner && WithoutBoard(p, pack) {
				continue
			}
			part.Partners = append(part.Partners, p.yearPartner(f, r))
		}
		out = append(out, part)
	}
	var rest YearPart
	for _, item := range p.yearItems() {
		placed := false
		for i := range out {
			if touches(out, i, item) {
				out[i].Own, placed = append(out[i].Own, item), true
			}
		}
		if !placed {
			rest.Own = append(rest.Own, item)
		}
	}
	if len(rest.Own) > 0 {
		out = append(out, rest)
	}
	return out
}

// firstMonthOf is the month in which the school year of a framework begins.
func firstMonthOf(pack *continuum.Pack, f *continuum.Framework) int {
	for _, t := range pack.TimelinesFor(f.ID) {
		if t.FirstMonth > 0 {
			return t.FirstMonth
		}
	}
	return yearMonth
}

// yearMonth is the month in which a school year begins in a document.
const yearMonth = 8

// spanOf returns the months of a moment in the school year of p. One that goes
// on after the year has begun begins with it.
func (p Plan) spanOf(m *continuum.Moment, first int) (from, to text.Month) {
	start, _, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	if !ok || m.FromMonth == 0 {
		return text.Month{}, text.Month{}
	}
	in := func(month int) text.Month { return start.YearMonth().Add((month - yearMonth + 12) % 12) }
	from, to = in(m.FromMonth), in(m.ToMonth)
	if begin := in(first); from.Before(begin) && !to.Before(begin) {
		from = begin
	}
	return from, to
}

// yearPartner says a partner in the words of the framework.
func (p Plan) yearPartner(f *continuum.Framework, r *continuum.PartnerRole) YearPartner {
	out := YearPartner{ID: r.ID, Word: r.Name, Does: r.Does}
	pr := p.Profile
	named := func(word string, names ...string) {
		if w, ok := f.Vocabulary[word]; ok {
			out.Word = w
		}
		for _, n := range names {
			if n != "" && !slices.Contains(out.Names, n) {
				out.Names = append(out.Names, n)
			}
		}
	}
	switch r.ID {
	case f.PartnerFor(RoleCoach):
		if named(RoleCoach); pr.Coach != nil {
			named(RoleCoach, pr.Coach.Name)
		}
	case f.PartnerFor(RoleManager):
		named(RoleManager)
		people := []*Person{pr.Manager}
		for _, e := range pr.Employers {
			people = append(people, e.Manager)
		}
		for _, x := range people {
			if x != nil {
				named(RoleManager, x.Name)
			}
		}
	case boardPartner:
		named(RoleBoard, pr.Board)
		for _, e := range pr.Employers {
			named(RoleBoard, e.Board)
		}
	}
	return out
}

// yearItems are the activities, agreements and looks back of a plan, in time.
// What has no month comes last.
func (p Plan) yearItems() []YearItem {
	var out []YearItem
	for _, a := range p.LiveActivities() {
		out = append(out, YearItem{Kind: YearActivity, ID: a.ID, Months: a.Months()})
	}
	day := func(kind, id string, d text.Date) {
		item := YearItem{Kind: kind, ID: id, Day: d}
		if !d.IsZero() {
			item.Months = []text.Month{d.YearMonth()}
		}
		out = append(out, item)
	}
	for _, a := range p.Agreements {
		day(YearAgreement, a.ID, a.ByWhen)
	}
	for _, g := range p.LiveGoals() {
		if !g.Deadline.IsZero() {
			day(YearBack, g.ID, g.Deadline)
		}
	}
	slices.SortStableFunc(out, func(a, b YearItem) int {
		x, y := a.begins(), b.begins()
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.Month, y.Month), a.Day.Compare(b.Day))
	})
	return out
}

// begins is the first month, or one after all others.
func (x YearItem) begins() text.Month {
	if len(x.Months) == 0 {
		return text.Month{Year: 9999, Month: 12}
	}
	return x.Months[0]
}

// touches reports whether an item is in the months of a part. A month in which
// the next moment begins is that one's.
func touches(parts []YearPart, i int, item YearItem) bool {
	part := parts[i]
	if !part.From.Valid() {
		return false
	}
	last := part.To
	if i+1 < len(parts) && parts[i+1].From.Valid() && part.From.Before(parts[i+1].From) && !last.Before(parts[i+1].From) {
		last = parts[i+1].From.Add(-1)
	}
	return slices.ContainsFunc(item.Months, func(m text.Month) bool { return !m.Before(part.From) && !last.Before(m) })
}

// ActingAt returns the moments at which a partner acts, in the order of the
// pack.
func ActingAt(parts []YearPart, partner string) []YearPart {
	return keepItems(parts, func(x YearPart) bool {
		return x.Moment != nil && slices.ContainsFunc(x.Partners, func(y YearPartner) bool { return y.ID == partner })
	})
}
