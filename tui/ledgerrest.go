package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// restLabels is the column of labels under the lines of entitlement.
const restLabels = 21

// underLabel is a label and words that may take several lines.
func underLabel(e *env, label, words string) []row {
	var out []row
	for i, l := range text.Wrap(words, e.w-restLabels) {
		head := spaces(restLabels)
		if i == 0 {
			head = e.st.Label.Render(text.Pad(label, restLabels))
		}
		out = append(out, plainRow(head+l))
	}
	return out
}

// restRows are the hours that come from no line, and what is left.
func restRows(e *env, book plan.Ledger) []row {
	var out []row
	h, c := book.Hours.Ordered.Planned, plan.OrderedCost(e.plan).Planned
	if h > 0 || c > 0 {
		var much []string
		if h > 0 {
			much = append(much, quarters(e, h))
		}
		if c > 0 {
			much = append(much, money(e, c))
		}
		words := e.t.T("s54.ordered", "Hours", inWords(e, much), "What", orderedNames(e))
		out = append(out, underLabel(e, e.t.T("s54.notyours"), words)...)
	}
	if h := book.Hours.NoLine.Planned; h > 0 {
		out = append(out, underLabel(e, e.t.T("s54.noline"), quarters(e, h))...)
	}
	var left []string
	for _, l := range book.Hours.Lines {
		left = append(left, quarters(e, max(l.LeftPlanned, 0)))
	}
	for _, l := range book.Money.Lines {
		left = append(left, money(e, max(l.LeftPlanned, 0)))
	}
	if len(left) > 0 {
		out = append(out, underLabel(e, upperFirst(e.t.T("ledger.left")), inWords(e, left))...)
	}
	return out
}

func orderedNames(e *env) string {
	var out []string
	for _, a := range e.plan.LiveActivities() {
		if a.Ordered != nil && *a.Ordered && (a.Hours != nil || a.Cost > 0) {
			out = append(out, soften(shortName(a.Description, 30)))
		}
	}
	return strings.Join(distinct(out), ", ")
}

// payerRows are who pays what, and who pays without an amount.
func payerRows(e *env, book plan.Ledger) []row {
	var parts []string
	for _, s := range book.Money.BySource {
		if s.Planned > 0 {
			parts = append(parts, e.t.T("s54.pays", "Who", fundingWords(e, s.Source), "Amount", money(e, s.Planned)))
		}
	}
	if c := book.Money.NoPayer.Planned; c > 0 {
		parts = append(parts, e.t.T("s54.pays", "Who", e.t.T("s52.payer.none"), "Amount", money(e, c)))
	}
	parts = append(parts, unpriced(e)...)
	if len(parts) == 0 {
		return nil
	}
	var out []row
	for i, p := range parts {
		label := ""
		if i == 0 {
			label = e.t.T("s54.payers")
		}
		out = append(out, underLabel(e, label, p)...)
	}
	return out
}

// unpriced names, per payer, the activities that have a payer and no amount.
func unpriced(e *env) []string {
	var who []string
	names := map[string][]string{}
	for _, a := range e.plan.LiveActivities() {
		if a.Funding == "" || a.Cost > 0 {
			continue
		}
		if !slices.Contains(who, a.Funding) {
			who = append(who, a.Funding)
		}
		names[a.Funding] = append(names[a.Funding], soften(shortName(a.Description, 30)))
	}
	var out []string
	for _, id := range who {
		out = append(out, e.t.T("s54.unpriced", "Who", fundingWords(e, id), "What", inWords(e, distinct(names[id]))))
	}
	return out
}

// distinct leaves out what was named before.
func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
