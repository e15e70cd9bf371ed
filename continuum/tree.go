package continuum

// Level is what a framework calls the things on one level of its tree: the
// first is that of the areas, the second that of the competences.
type Level struct {
	One  Text `yaml:"one" json:"one,omitzero"`
	Many Text `yaml:"many" json:"many,omitzero"`
}

// usualLevels are the names for a framework that gives none.
var usualLevels = []Level{
	{Text{"gebied", "area"}, Text{"gebieden", "areas"}},
	{Text{"onderdeel", "part"}, Text{"onderdelen", "parts"}},
}

// treeWords are the placeholders that stand for the names of levels.
var treeWords = map[string]struct {
	level int
	many  bool
}{
	"gebied": {0, false}, "gebieden": {0, true},
	"onderdeel": {1, false}, "onderdelen": {1, true},
}

// TreeWords returns the placeholders for the names of levels with the words
// of the framework.
func (f *Framework) TreeWords() map[string]Text {
	words := make(map[string]Text, len(treeWords))
	for name := range treeWords {
		words[name], _ = f.treeWord(name)
	}
	return words
}

// treeWord is the name of a level by its placeholder.
func (f *Framework) treeWord(name string) (Text, bool) {
	w, ok := treeWords[name]
	if !ok {
		return Text{}, false
	}
	level := usualLevels[w.level]
	if f != nil && w.level < len(f.Levels) {
		level = f.Levels[w.level]
	}
	if w.many {
		return level.Many, true
	}
	return level.One, true
}
