package plan

import (
	"bekwaam/continuum"
	"bekwaam/text"
)

// Unverified is how sure a fact is that nobody looked up: it came from memory,
// or nothing was found.
const Unverified = "unverified"

// Doubt returns what there is to say about a fact that nobody looked up, ""
// for any other. Whatever shows the fact shows this beside it.
func Doubt(pack *continuum.Pack, f *continuum.Framework, confidence, lang string) string {
	if confidence != Unverified {
		return ""
	}
	return f.Say(pack.Confidence[Unverified], lang)
}

// Expired reports whether a framework held until a day before this one.
func Expired(f *continuum.Framework, day text.Date) bool {
	to, err := text.ParseISO(f.ValidTo)
	return err == nil && to.Compare(day) < 0
}
