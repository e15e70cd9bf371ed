package continuum

import (
	"maps"
	"strings"
)

// ShareOfJob is how people of a framework write a part of a full job, such as
// 18/24 or 0,8.
type ShareOfJob struct {
	Forms []string `yaml:"forms" json:"forms,omitzero"`
	Note  Text     `yaml:"note" json:"note,omitzero"`
}

// SchoolLevels returns the levels of school that a framework serves, where it
// serves several: kleuter, lager and secundair. One that serves a single
// sector has none.
func (f *Framework) SchoolLevels() []string {
	levels := strings.Split(f.Sector, ", ")
	if len(levels) < 2 {
		return nil
	}
	return levels
}

// LevelOf returns the level that a sector, as somebody wrote it, speaks of:
// "lager onderwijs" is lager. Without one it is empty.
func (f *Framework) LevelOf(sector string) string {
	for _, level := range f.SchoolLevels() {
		if strings.Contains(strings.ToLower(sector), level) {
			return level
		}
	}
	return ""
}

// At returns the framework in the words of a level: where f has words of its
// own for it a copy that says those, and otherwise f itself.
func (f *Framework) At(level string) *Framework {
	words := f.PlaceholdersByLevel[level]
	if len(words) == 0 {
		return f
	}
	g := *f
	g.Placeholders = maps.Clone(f.Placeholders)
	maps.Copy(g.Placeholders, words)
	return &g
}

// CoachWords returns what a school may call the person who guides, the preset
// first.
func (f *Framework) CoachWords(lang string) []string {
	choices := f.Vocabulary["coach_choices"].In(lang)
	if choices == "" {
		return []string{f.Vocabulary["coach"].In(lang)}
	}
	return strings.Split(choices, ", ")
}

// PartnerFor returns the partner, by the id of its role, who is the coach or
// the manager here: mentor-vl is the coach in Flanders.
func (f *Framework) PartnerFor(role string) string {
	if partner, ok := f.Roles[role]; ok {
		return partner
	}
	return role
}

// StaysHome reports whether a text holds a word that does not go to somebody
// who receives the plan and also evaluates the teacher.
func (f *Framework) StaysHome(s string) bool {
	s = strings.ToLower(s)
	for _, word := range f.KeptWords {
		if strings.Contains(s, strings.ToLower(word)) {
			return true
		}
	}
	return false
}
