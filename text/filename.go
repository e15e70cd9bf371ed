package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// fileRunes and fileBytes leave room for the rest of the name in the 255
	// bytes, or UTF-16 units, that file systems give.
	fileRunes = 80
	fileBytes = 160
	fileBase  = "bekwaam"
)

// FileName turns s, often a person's name, into a part of a file name that
// every system takes and no shell reads as an option: letters and digits of
// any script with their accents, and single hyphens between them, such as
// "Noor-Bakker" for "Noor Bakker". It has 1 to 80 runes and at most 160 bytes;
// it has no dot, so an extension can be added. It is "bekwaam" where nothing
// is left of s, and "bekwaam-con" for a name that Windows keeps for a device.
func FileName(s string) string {
	s, _ = Line(s, 4*fileRunes)
	var b strings.Builder
	runes := 0
	hyphen, letter := false, false // a hyphen is due; a mark has a letter to stand on
	for _, r := range s {
		switch {
		case strings.ContainsRune("'’‘ʼ`´", r): // D'Hondt is one word
			letter = false
			continue
		case unicode.IsLetter(r) || unicode.Is(unicode.Nd, r):
			letter = true
		case unicode.Is(unicode.M, r) && letter && !unicode.Is(unicode.Variation_Selector, r):
		default:
			hyphen, letter = runes > 0, false
			continue
		}
		extra := 0
		if hyphen {
			extra = 1
		}
		if runes+extra+1 > fileRunes || b.Len()+extra+utf8.RuneLen(r) > fileBytes {
			break
		}
		if hyphen {
			b.WriteByte('-')
		}
		b.WriteRune(r)
		runes += extra + 1
		hyphen = false
	}
	name := b.String()
	switch {
	case name == "":
		return fileBase
	case reserved(name):
		return fileBase + "-" + name
	}
	return name
}

// reserved says whether Windows takes name for a device, whatever its
// extension.
func reserved(name string) bool {
	switch name = strings.ToLower(name); name {
	case "con", "prn", "aux", "nul":
		return true
	}
	port, ok := strings.CutPrefix(name, "com")
	if !ok {
		port, ok = strings.CutPrefix(name, "lpt")
	}
	return ok && len(port) == 1 && port[0] >= '0' && port[0] <= '9'
}
