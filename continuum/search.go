package continuum

import "strings"

// Finds reports whether every word that somebody typed occurs in the name or
// the description of a kind of activity, in either language. No words find
// everything.
func (f *Framework) Finds(k *ActivityKind, typed string) bool {
	var all strings.Builder
	for _, lang := range []string{"nl", "en"} {
		all.WriteString(strings.ToLower(f.Say(k.NameIn(f.ID), lang) + " " + f.Say(k.DescriptionIn(f.ID), lang) + " "))
	}
	for _, w := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(all.String(), w) {
			return false
		}
	}
	return true
}
