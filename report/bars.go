package report

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// bar is what there is, what is planned and what was spent of one line, as
// numbers of one unit and as words.
type bar struct {
	name                  string
	right, planned, spent int64
	has                   bool // whether there is a right
	given, meant, used    string
}

func (b bar) most() int64 { return max(b.right, b.planned, b.spent) }

// hourBars is a picture of the hours, line by line.
func (w *writer) hourBars(up *tagged.Elem, b plan.HourBook) {
	var bars []bar
	for _, l := range b.Lines {
		bars = append(bars, bar{w.lineName(l.Line), int64(l.Available), int64(l.Planned), int64(l.Spent), true, w.hours(l.Available), w.hours(l.Planned), w.hours(l.Spent)})
	}
	for _, x := range []struct {
		name string
		sum  plan.HourSum
	}{{w.say("ordered"), b.Ordered}, {w.say("line.none"), b.NoLine}} {
		if x.sum != (plan.HourSum{}) {
			bars = append(bars, bar{name: x.name, planned: int64(x.sum.Planned), spent: int64(x.sum.Spent), meant: w.hours(x.sum.Planned), used: w.hours(x.sum.Spent)})
		}
	}
	w.bars(up, w.say("bars.hours"), bars)
}

// moneyBars is a picture of the money: the lines that pay, and other payers.
func (w *writer) moneyBars(up *tagged.Elem, b plan.MoneyBook) {
	var bars []bar
	paid := map[string]bool{}
	for _, l := range b.Lines {
		bars = append(bars, bar{w.lineName(l.Line), int64(l.Available), int64(l.Planned), int64(l.Spent), true, w.euros(l.Available), w.euros(l.Planned), w.euros(l.Spent)})
		for _, e := range w.p.EntitlementLines {
			if e.Line == l.Line {
				paid[e.Source] = true
			}
		}
	}
	other := func(name string, m plan.MoneySum) {
		if m != (plan.MoneySum{}) {
			bars = append(bars, bar{name: name, planned: int64(m.Planned), spent: int64(m.Spent), meant: w.euros(m.Planned), used: w.euros(m.Spent)})
		}
	}
	for _, s := range b.BySource {
		if !paid[s.Source] {
			other(w.payer(s.Source), s.MoneySum)
		}
	}
	other(w.say("payer.none"), b.NoPayer)
	w.bars(up, w.say("bars.money"), bars)
}

// The columns of a picture of bars, in mm.
const (
	barNames = 62.0
	barWords = 42.0
	barRow   = 6.4
)

// bars draws what there is as a frame, what is planned as a middle bar and
// what was spent as a dark one on it. Nothing is drawn of nothing.
func (w *writer) bars(up *tagged.Elem, title string, bars []bar) {
	most := int64(0)
	for _, b := range bars {
		most = max(most, b.most())
	}
	if most == 0 {
		return
	}
	alt := []string{title}
	for _, b := range bars {
		alt = append(alt, w.barWords(b))
	}
	h := float64(float64(len(bars))*barRow) + 6
	w.figure(up, h, strings.Join(alt, " "), func(y float64) {
		for _, b := range bars {
			w.drawBar(y, b, most)
			y += barRow
		}
		w.legend(left+barNames, y+1, []legendItem{
			{func(x, y float64) { w.bar(x, y, 4, 3, nil, &ink) }, w.say("entitled")},
			{func(x, y float64) { w.bar(x, y+0.4, 4, 2.2, &middle, nil) }, w.say("planned")},
			{func(x, y float64) { w.bar(x, y+0.9, 4, 1.2, &dark, nil) }, w.say("spent")},
		})
	})
}

// barWords says what one bar shows.
func (w *writer) barWords(b bar) string {
	if !b.has {
		return w.say("bars.line", "Line", b.name, "Planned", b.meant, "Spent", b.used)
	}
	return w.say("bars.line.right", "Line", b.name, "Right", b.given, "Planned", b.meant, "Spent", b.used)
}

func (w *writer) drawBar(y float64, b bar, most int64) {
	long := func(n int64) float64 { return (wide - barNames - barWords) * float64(n) / float64(most) }
	x := left + barNames
	w.write(left, y+1, w.clip(b.name, figureStyle, barNames-4))
	if b.planned > 0 {
		w.bar(x, y+1.3, long(b.planned), 3.4, &middle, nil)
	}
	if b.spent > 0 {
		w.bar(x, y+2.1, long(b.spent), 1.8, &dark, nil)
	}
	words := b.meant
	if b.has {
		words = w.say("bars.of", "Planned", b.meant, "Right", b.given)
		if b.right > 0 {
			w.bar(x, y+0.8, long(b.right), 4.4, nil, &ink)
		}
	}
	l := w.wrap(words, figureStyle, barWords)[0]
	w.write(right-l.w, y+1, l)
}
