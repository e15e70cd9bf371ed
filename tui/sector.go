package tui

import (
	"strings"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// sectorTexts are the texts of the interface with the words of the sector in
// them: {leerlingen} is what the framework of the plan calls them.
type sectorTexts struct {
	Texts
	m *Model
}

// textsIn returns the texts in a language of the interface.
func (m *Model) textsIn(lang string) Texts { return sectorTexts{m.deps.Texts(lang), m} }

// T returns a text with its fields and the words of the sector filled in.
func (s sectorTexts) T(id string, args ...any) string { return s.fill(s.Texts.T(id, args...)) }

// N does the same for a text that counts.
func (s sectorTexts) N(id string, count int, args ...any) string {
	return s.fill(s.Texts.N(id, count, args...))
}

func (s sectorTexts) fill(words string) string {
	if !strings.Contains(words, "{") {
		return words
	}
	return s.m.framework().Say(continuum.Text{NL: words, EN: words}, s.m.settings.Language)
}

// framework is that of the plan, in the words of how the teacher works, or the
// first one while there is no plan.
func (m *Model) framework() *continuum.Framework {
	pack := m.pack()
	if f := plan.Words(m.plan, pack); f != nil {
		return f
	}
	return &pack.Frameworks[0]
}
