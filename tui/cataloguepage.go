package tui

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// Page draws the filter, the words, the kinds with the selected one unfolded,
// how many are hidden and how many are chosen.
func (s *catalogue) Page(e *env) page {
	p := page{Head: s.headLines(e)}
	if s.typing {
		_, cell := s.box.View(e.w - 4)
		p.HeadCursor = &cursor{Line: len(p.Head) - 2, Cell: 4 + cell}
	}
	found, boxes := s.found(e), s.field.Boxes()
	for i, k := range found {
		here := k.ID == s.field.At()
		box := "[ ]"
		if i < len(boxes) {
			box = boxes[i]
		}
		if here {
			p.Focus[0] = len(p.Lines)
			if i == 0 {
				p.Focus[0] = 0
			}
		}
		for j, l := range s.kindLines(e, k, box, here) {
			p.Lines = append(p.Lines, line{Text: l, Mark: here && j == 0, Row: k.ID})
		}
		if here {
			p.Focus[1] = len(p.Lines) - 1
		}
	}
	if len(found) == 0 {
		for _, l := range text.Wrap(e.t.T("s51.none", "Words", s.box.Value()), e.w) {
			p.Lines = append(p.Lines, line{Text: l})
		}
	}
	p.Lines = append(p.Lines, line{})
	for _, l := range text.Wrap(s.countWords(e, len(found)), e.w) {
		p.Lines = append(p.Lines, line{Text: e.st.Hint.Render(l)})
	}
	if n := len(s.ticked.ids); n > 0 {
		p.Lines = append(p.Lines, line{}, line{Text: e.t.T("s51.chosen", "Count", n)})
	}
	if n := len(found); n > 0 && found[n-1].ID == s.field.At() {
		p.Focus[1] = len(p.Lines) - 1
	}
	return p
}

// headLines are the reason, the filter, the words and the columns.
func (s *catalogue) headLines(e *env) []line {
	var out []line
	if e.h > 16 {
		out = append(wrapped(e.t.T("s51.reason"), e.w, 0, e.st.Hint.Render), line{})
	}
	words := e.st.Label.Render(e.t.T("s51.nowords"))
	switch {
	case s.typing:
		words, _ = s.box.View(e.w - 4)
	case s.box.Value() != "":
		words = text.Cut(s.box.Value(), e.w-4)
	}
	hours, cost := catalogueColumns(e)
	columns := spaces(e.w-hours-cost) + text.Pad(e.t.T("s51.usual"), hours) + text.Pad(e.t.T("s51.cost"), cost)
	return append(out,
		line{Text: e.st.Key.Render("f") + "   " + text.Cut(s.filterWords(e, true), e.w-4)},
		line{Text: e.st.Key.Render("/") + "   " + words},
		line{Text: e.st.Label.Render(columns)})
}

func catalogueColumns(e *env) (hours, cost int) {
	if e.narrow() {
		return 8, 8
	}
	return 10, 11
}

// filterWords names the filter, with the whole title of the goal or short.
func (s *catalogue) filterWords(e *env, whole bool) string {
	if used := s.used(e); used != fitsGoal {
		return e.t.T("s51.filter." + used)
	}
	if whole {
		for _, g := range e.plan.Goals {
			if g.ID == s.goal {
				return e.t.T("s51.filter.fit", "Goal", goalTitle(e, g))
			}
		}
	}
	return e.t.T("s51.filter.fit", "Goal", itoa(goalNumber(e.plan, s.goal)))
}

// countWords says how many are shown, and what hides the rest.
func (s *catalogue) countWords(e *env, shown int) string {
	all := len(s.kinds(e))
	filter := ""
	used := s.used(e)
	if used != showAll {
		filter = s.filterWords(e, false)
	}
	if w := s.box.Value(); w != "" {
		if filter != "" {
			filter += "\" " + e.t.T("s50.and") + " \""
		}
		filter += w
	}
	if filter == "" {
		return e.t.T("s51.all", "All", all)
	}
	out := e.t.T("msg.filtered", "Shown", shown, "All", all, "Hidden", all-shown, "Filter", filter)
	if used == fitsGoal {
		out += " " + e.t.T("s51.showall")
	}
	return out
}

// kindLines is one kind; the selected one with what it is and with whom.
func (s *catalogue) kindLines(e *env, k *continuum.ActivityKind, box string, here bool) []string {
	hours, cost := catalogueColumns(e)
	h := plan.Quarters(k.Hours.Typical)
	room := e.w - hours - cost - 4
	name := text.Wrap(e.say(k.NameIn(e.fw.ID)), room-1)
	first := text.Pad(name[0], room)
	if here {
		first = e.st.Selected.Render(first)
	}
	out := []string{box + " " + first + text.Pad(quarters(e, h), hours) + text.Pad(moneyOrNothing(e, plan.Cents(k.CostEUR.Typical.Cents())), cost)}
	for _, l := range name[1:] {
		out = append(out, spaces(4)+l)
	}
	if !here {
		return out
	}
	about := strings.TrimSpace(partnersOf(e, k) + " " + featuresOf(e, k))
	for _, s := range []string{e.say(k.DescriptionIn(e.fw.ID)), about, actingWords(e, mainPartner(e, k.Partners))} {
		if s == "" {
			continue
		}
		for _, l := range text.Wrap(s, e.w-4) {
			out = append(out, spaces(4)+e.st.Hint.Render(l))
		}
	}
	return out
}

// partnersOf names with whom a kind is done, as far as the framework has them.
func partnersOf(e *env, k *continuum.ActivityKind) string {
	var who []string
	here := e.pack().PartnerRolesFor(e.fw.ID)
	for _, id := range k.Partners {
		if !slices.ContainsFunc(here, func(r *continuum.PartnerRole) bool { return r.ID == id }) {
			continue
		}
		if w := roleWords(e, id); w != "" && !slices.Contains(who, w) {
			who = append(who, w)
		}
	}
	if len(who) == 0 {
		return ""
	}
	return e.t.T("s51.with", "Who", strings.Join(who, ", "))
}

// featuresOf says what makes a kind good, as one sentence.
func featuresOf(e *env, k *continuum.ActivityKind) string {
	var list []string
	for _, id := range k.Features {
		if f, ok := e.pack().Feature(id); ok {
			list = append(list, e.say(f.Name))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return upperFirst(strings.Join(list, ", ")) + "."
}
